// SPDX-License-Identifier: GPL-3.0-or-later
// calendar hours: opening hours, holidays, and reckoning with them
#include "cli/calendar_commands.hpp"
#include "cli/service_commands.hpp"

#include "cli/service_words.hpp"

#include <vigie/desk/holidays.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct HoursOptions {
    std::string name, rename, zone, holidays, from, to, after;
    std::vector<std::string> week, days;
    bool remove = false;
    int year = 0;
};

Result<void> changeCalendar(desk::SlaSetup &setup, const HoursOptions &options)
{
    auto *calendar = calendarNamed(setup, options.name);
    if (options.remove) {
        if (calendar == nullptr)
            return fail(Errc::NotFound, "no calendar \"" + options.name + "\"");
        setup.calendars.erase(setup.calendars.begin() + (calendar - setup.calendars.data()));
        return {};
    }
    if (calendar == nullptr) {
        // The one that is made when there is none takes this name.
        const bool first = setup.calendars.size() == 1 && setup.calendars.front().id.value < 0;
        if (!first) {
            setup.calendars.push_back(desk::usualCalendar(setup.calendars.empty() ? "UTC" : setup.calendars.front().zone));
            setup.calendars.back().id = CalendarId{-2};
        }
        calendar = &setup.calendars.back();
        calendar->name = options.name;
    }
    if (!options.rename.empty())
        calendar->name = options.rename;
    if (!options.zone.empty())
        calendar->zone = options.zone;
    if (!options.holidays.empty())
        calendar->holidays = options.holidays == "none" ? std::string() : options.holidays;
    for (const auto &week : options.week)
        VIGIE_CHECK(setHours(*calendar, week));
    for (const auto &day : options.days)
        VIGIE_CHECK(setDay(*calendar, day));
    return {};
}

Result<BusinessCalendar> stored(const Context &context, const std::string &name)
{
    VIGIE_TRY(const auto workspace, context.open(false));
    VIGIE_TRY(auto setup, workspace->store().readNow<desk::SlaSetup>([](store::Tx &tx) { return desk::SlaDesk(tx).setup(); }));
    const auto *calendar = calendarNamed(setup, name);
    if (calendar == nullptr)
        return fail(Errc::NotFound, "no calendar \"" + name + "\"");
    return *calendar;
}

/// The name in words for a holiday, the person's own words for another day.
std::string reasonText(const BusinessCalendar &calendar, std::int32_t day, const desk::DayPlan &plan)
{
    if (!plan.holiday)
        return plan.reason;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    for (const auto &one : desk::holidaysOf(calendar.holidays, static_cast<int>(date.year())))
        if (one.day == day)
            return one.english;
    return plan.reason;
}

int show(const Context &context, const HoursOptions &options)
{
    const auto calendar = stored(context, options.name);
    if (!calendar)
        return context.failed(calendar.error());
    const auto today = localDay(std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()), calendar->zone);
    const auto from = options.from.empty() ? today : dayFrom(options.from);
    if (!from)
        return context.failed(from.error());
    const auto to = options.to.empty() ? Result<std::int32_t>(*from + 366) : dayFrom(options.to);
    if (!to)
        return context.failed(to.error());
    auto days = Json::array();
    const auto last = std::min(*to, *from + 366 * 10);
    for (auto day = *from; day < last; ++day)
        if (const auto plan = desk::dayPlan(*calendar, day); plan.holiday || plan.changed)
            days.push_back({{"day", dayText(day)}, {"reason", reasonText(*calendar, day, plan)}, {"hours", hoursText(plan.hours)}, {"holiday", plan.holiday}});
    std::int64_t open = 0;
    if (const auto begin = dayStart(*from, calendar->zone), end = dayStart(last, calendar->zone); begin && end)
        if (const auto between = desk::openBetween(*calendar, *begin, *end))
            open = between->seconds;
    auto answer = calendarJson(*calendar);
    answer.update({{"from", dayText(*from)}, {"to", dayText(last)}, {"open_seconds", open}, {"days", days}});
    context.print(answer, [&] {
        std::printf("%s, version %d, %s%s%s\n", oneLine(calendar->name, 40).c_str(), calendar->version, calendar->zone.c_str(), calendar->holidays.empty() ? "" : ", holidays of ",
                    calendar->holidays.c_str());
        constexpr const char *kNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
        for (std::size_t day = 0; day < 7; ++day)
            std::printf("  %-10s %s\n", kNames[day], hoursText(calendar->week[day]).c_str());
        for (const auto &day : days)
            std::printf("  %s %-12s %s\n", day["day"].get<std::string>().c_str(), day["hours"].get<std::string>().c_str(), oneLine(day["reason"].get<std::string>(), 50).c_str());
        std::printf("%s open from %s to %s\n", durationText(open).c_str(), dayText(*from).c_str(), dayText(last).c_str());
    });
    return kOk;
}

int reckon(const Context &context, const HoursOptions &options)
{
    const auto calendar = stored(context, options.name);
    if (!calendar)
        return context.failed(calendar.error());
    const auto from = parseRfc3339(options.from);
    if (!from)
        return context.failed(from.error());
    auto time = desk::BusinessTime::of(*calendar);
    if (!time)
        return context.failed(time.error());
    const auto opening = time->nextOpening(*from);
    Json answer{{"from", toRfc3339(*from)}, {"open", time->isOpen(*from)}, {"next_opening", opening ? Json(toRfc3339(*opening)) : Json()}};
    if (!options.to.empty()) {
        const auto to = parseRfc3339(options.to);
        if (!to)
            return context.failed(to.error());
        const auto between = time->between(*from, *to);
        answer.update({{"to", toRfc3339(*to)}, {"open_seconds", between.seconds}, {"backwards", between.backwards}});
    }
    if (!options.after.empty()) {
        const auto seconds = promiseFrom(options.after);
        if (!seconds)
            return context.failed(seconds.error());
        const auto due = time->after(*from, seconds->value_or(0));
        answer["due"] = due ? Json(toRfc3339(*due)) : Json();
    }
    context.print(answer, [&] {
        for (const auto &[key, value] : answer.items())
            std::printf("%-14s %s\n", key.c_str(), value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
    });
    return kOk;
}

int holidays(const Context &context, const HoursOptions &options)
{
    auto array = Json::array();
    if (options.name.empty()) {
        for (const auto &region : desk::holidayRegions())
            array.push_back({{"region", region.code}, {"name", region.english}});
        context.print(array, [&] {
            for (const auto &region : desk::holidayRegions())
                std::printf("%-7s %s\n", region.code, region.english);
        });
        return kOk;
    }
    if (desk::holidayRegion(options.name) == nullptr)
        return context.failed(Error{Errc::NotFound, "the holidays of \"" + options.name + "\" are not known; 'vigie-cli calendar hours holidays' lists what is", 0, {}, {}});
    const auto list = desk::holidaysOf(options.name, options.year);
    for (const auto &one : list)
        array.push_back({{"day", dayText(one.day)}, {"name", one.english}, {"name_fr", one.french}, {"key", one.key}, {"substitute", one.substitute}});
    context.print(array, [&] {
        for (const auto &one : list)
            std::printf("%s  %s%s\n", dayText(one.day).c_str(), one.english, one.substitute ? " (substitute)" : "");
    });
    return kOk;
}

void addChanges(CLI::App &hours, Context &context, int &code)
{
    auto options = std::make_shared<HoursOptions>();
    for (const bool keep : {true, false}) {
        auto *changing = keep ? hours.add_subcommand("set", "makes, changes or removes opening hours; shows what that does to open conversations")
                              : hours.add_subcommand("preview", "shows what 'set' would do, and changes nothing");
        changing->add_option("NAME", options->name, "of the calendar, or its number")->required();
        changing->add_option("--rename", options->rename, "call it so");
        changing->add_option("--zone", options->zone, "where it is: Europe/Paris");
        changing->add_option("--holidays", options->holidays, "FR, FR-67, CH-GE, GB-SCT ... or none");
        changing->add_option("--week", options->week, "\"mon-fri 9:00-12:30,14:00-18:00\" or \"sun closed\"; 22:00-6:00 goes over midnight");
        changing->add_option("--day", options->days, "\"12-24 9:00-12:00 Christmas Eve\", \"2026-05-15 closed\", \"07-14 usual\", \"07-14 forget\"");
        changing->add_flag("--remove", options->remove, "no policy may count by it any more");
        changing->callback([&code, &context, options, keep] {
            code = changeSetup(context, [options](desk::SlaSetup &setup) { return changeCalendar(setup, *options); }, keep);
        });
    }
}

} // namespace

void addCalendarHoursCommands(CLI::App &app, Context &context, int &code)
{
    auto *calendar = app.add_subcommand("calendar", "posts and events of the calendar, and times of the house");
    calendar->require_subcommand(1);
    addCalendarCommands(*calendar, context, code);
    addSeriesCommands(*calendar, context, code);
    auto *hours = calendar->add_subcommand("hours", "when somebody is there to answer");
    hours->require_subcommand(1);
    auto options = std::make_shared<HoursOptions>();
    auto *showing = hours->add_subcommand("show", "hours and days off of a period (a year from today)");
    showing->add_option("NAME", options->name, "of the calendar, or its number")->required();
    showing->add_option("--from", options->from, "first day");
    showing->add_option("--to", options->to, "the day after the last one");
    showing->callback([&code, &context, options] { code = show(context, *options); });
    auto *reckoning = hours->add_subcommand("reckon", "whether it is open, when it opens, how long it is open until, and when so much open time has passed");
    reckoning->add_option("NAME", options->name, "of the calendar, or its number")->required();
    reckoning->add_option("FROM", options->from, "an instant with its zone: 2026-09-18T17:55:00+02:00")->required();
    reckoning->add_option("--to", options->to, "another instant");
    reckoning->add_option("--after", options->after, "4h, 90m, 1h30");
    reckoning->callback([&code, &context, options] { code = reckon(context, *options); });
    auto *days = hours->add_subcommand("holidays", "holidays of a region in a year; without a region, the regions that are known");
    days->add_option("REGION", options->name, "FR, FR-67, CH-GE ...");
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    options->year = static_cast<int>(today.year());
    days->add_option("YEAR", options->year, "this year unless given")->check(CLI::Range(1970, 2400));
    days->callback([&code, &context, options] { code = holidays(context, *options); });
    addChanges(*hours, context, code);
}

} // namespace vigie::cli
