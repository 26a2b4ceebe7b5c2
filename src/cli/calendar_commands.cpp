// SPDX-License-Identifier: GPL-3.0-or-later
// calendar list, export, import, undo, days
#include "cli/calendar_commands.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_import.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/marronniers.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/outbox.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr int kUsualDays = 30, kWidth = 60;

struct Options {
    std::string file, from, to, zone, region = "FR";
    bool monthFirst = false, asPosts = false, apply = false;
};

struct Days {
    std::int32_t from = 0, to = 0;
    Instant begin, end;
    std::vector<PlanItem> posts;
    std::vector<CalendarEvent> events;
};

/// Days of the options, else the next thirty.
Result<Days> readDays(app::Workspace &workspace, const Options &options)
{
    Days days;
    const auto zone = workspace.zone();
    VIGIE_TRY(const auto today, localDay(workspace.clock().now(), zone));
    days.from = today;
    if (!options.from.empty()) {
        VIGIE_TRY(days.from, parseIsoDay(options.from));
    }
    days.to = days.from + kUsualDays;
    if (!options.to.empty()) {
        VIGIE_TRY(days.to, parseIsoDay(options.to));
    }
    VIGIE_TRY(days.begin, dayStart(days.from, zone));
    VIGIE_TRY(days.end, dayStart(days.to, zone));
    return workspace.store().readNow<Days>([days](store::Tx &tx) mutable -> Result<Days> {
        VIGIE_TRY(days.posts, store::Plans(tx).between(days.begin, days.end));
        VIGIE_TRY(days.events, store::CalendarEvents(tx).between(days.begin, days.end));
        return days;
    });
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto days = readDays(**workspace, options);
    if (!days)
        return context.failed(days.error());
    auto posts = Json::array(), events = Json::array();
    for (const auto &post : days->posts)
        posts.push_back({{"post", post.id.value}, {"due", toRfc3339(post.due)}, {"wall", toString(*post.wall)}, {"zone", post.zone}, {"planned", post.approved},
                         {"campaign", post.campaign.value}, {"owner", post.owner}, {"text", post.text}});
    for (const auto &event : days->events)
        events.push_back({{"event", event.id.value}, {"starts", toRfc3339(event.startsAt)}, {"ends", toRfc3339(event.endsAt)}, {"all_day", event.allDay}, {"name", event.name},
                          {"place", event.place}});
    context.print({{"from", toIsoDay(days->from)}, {"to", toIsoDay(days->to)}, {"zone", (*workspace)->zone()}, {"posts", posts}, {"events", events}}, [&] {
        for (const auto &event : days->events)
            std::printf("%s  event   %s\n", toString(event.starts).c_str(), oneLine(event.name, kWidth).c_str());
        for (const auto &post : days->posts)
            std::printf("%s  %-7s %s\n", toString(*post.wall).c_str(), post.approved ? "planned" : "draft", oneLine(post.text, kWidth).c_str());
        std::printf("%zu posts, %zu events, times of %s\n", days->posts.size(), days->events.size(), (*workspace)->zone().c_str());
    });
    return kOk;
}

int exportFile(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto days = readDays(**workspace, options);
    if (!days)
        return context.failed(days.error());
    const auto text = plan::toIcs(days->posts, days->events, (*workspace)->clock().now());
    std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush())
        return context.failed(Error{Errc::Storage, "the calendar file cannot be written: " + options.file, 0, {}, {}});
    context.print({{"file", options.file}, {"posts", days->posts.size()}, {"events", days->events.size()}, {"bytes", text.size()}},
                  [&] { std::printf("%zu posts and %zu events written to %s\n", days->posts.size(), days->events.size(), options.file.c_str()); });
    return kOk;
}

const char *toString(plan::ImportEntry::What what)
{
    using What = plan::ImportEntry::What;
    switch (what) {
    case What::AddPost: return "post";
    case What::AddEvent: return "event";
    case What::ChangeEvent: return "change";
    case What::Same: return "same";
    case What::Skip: return "skip";
    }
    return "";
}

Json entryJson(const plan::ImportEntry &entry)
{
    const bool event = !entry.event.name.empty();
    const auto wall = event ? std::optional(entry.event.starts) : entry.post.wall;
    return {{"line", entry.line}, {"what", toString(entry.what)}, {"reason", entry.reason}, {"detail", entry.detail}, {"wall", wall ? Json(vigie::toString(*wall)) : Json()},
            {"zone", event ? entry.event.zone : entry.post.zone}, {"text", event ? entry.event.name : entry.post.text}};
}

int import(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    plan::ImportOptions how;
    how.zone = options.zone.empty() ? (*workspace)->zone() : options.zone;
    how.monthFirst = options.monthFirst;
    how.asPosts = options.asPosts;
    const auto file = plan::readCalendarFile(options.file, how);
    if (!file)
        return context.failed(file.error());
    const auto result = options.apply ? store.writeNow<plan::CalendarImport>(
                                            [&](store::Tx &tx) -> Result<plan::CalendarImport> {
                                                VIGIE_TRY(auto done, plan::applyImport(tx, (*workspace)->catalogue(), *file));
                                                return std::move(done.import);
                                            },
                                            store::Durability::Full)
                                      : store.readNow<plan::CalendarImport>([&](store::Tx &tx) { return plan::judgeImport(tx, *file); });
    if (!result)
        return context.failed(result.error());
    using What = plan::ImportEntry::What;
    auto lines = Json::array();
    for (const auto &entry : result->entries)
        lines.push_back(entryJson(entry));
    context.print({{"applied", options.apply}, {"zone", result->zone}, {"encoding", result->encoding}, {"month_first", result->monthFirst}, {"ambiguous_dates", result->ambiguousDates},
                   {"unknown_columns", result->unknown}, {"posts", result->count(What::AddPost)}, {"events", result->count(What::AddEvent)},
                   {"changed", result->count(What::ChangeEvent)}, {"same", result->count(What::Same)}, {"skipped", result->count(What::Skip)}, {"lines", lines}},
                  [&] {
                      for (const auto &entry : result->entries)
                          if (entry.what != What::Same)
                              std::printf("line %lld: %-6s %s%s%s %s\n", static_cast<long long>(entry.line), toString(entry.what),
                                          oneLine(entry.event.name.empty() ? entry.post.text : entry.event.name, kWidth).c_str(), entry.reason.empty() ? "" : ", ",
                                          entry.reason.c_str(), oneLine(entry.detail, kWidth).c_str());
                      std::printf("%d drafts, %d events, %d to change, %d the same, %d skipped; hours without a zone are those of %s. %s\n", result->count(What::AddPost),
                                  result->count(What::AddEvent), result->count(What::ChangeEvent), result->count(What::Same), result->count(What::Skip), result->zone.c_str(),
                                  options.apply ? "Done, as one step; 'calendar undo' takes it back." : "Nothing was written; --apply does it.");
                  });
    return result->count(What::Skip) > 0 ? kPartly : kOk;
}

int undo(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto report = (*workspace)->store().writeNow<plan::UndoReport>([&](store::Tx &tx) { return plan::undoStep(tx, (*workspace)->catalogue()); }, store::Durability::Full);
    if (!report)
        return context.failed(report.error());
    context.print({{"action", report->action}, {"restored", report->restored}, {"left", report->left}}, [&] {
        if (report->action.empty())
            std::printf("There is nothing to take back.\n");
        else
            std::printf("Taken back: %s, %d things; %d changed since or left already, and stay.\n", report->action.c_str(), report->restored, report->left);
    });
    return report->left > 0 ? kPartly : kOk;
}

int days(const Context &context, const Options &options)
{
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    const auto from = options.from.empty() ? Result<std::int32_t>(static_cast<std::int32_t>(today)) : parseIsoDay(options.from);
    if (!from)
        return context.failed(from.error());
    const auto to = options.to.empty() ? Result<std::int32_t>(*from + 366) : parseIsoDay(options.to);
    if (!to)
        return context.failed(to.error());
    const auto found = plan::marronniersBetween(options.region, *from, *to);
    auto array = Json::array();
    for (const auto &one : found)
        array.push_back({{"day", toIsoDay(one.day)}, {"days", one.days}, {"key", one.key}, {"name", one.english}, {"name_fr", one.french}, {"source", one.source}});
    context.print(array, [&] {
        for (const auto &one : found)
            std::printf("%s  %s%s\n", toIsoDay(one.day).c_str(), one.english.c_str(), one.days > 1 ? (" (" + std::to_string(one.days) + " days)").c_str() : "");
    });
    return kOk;
}

} // namespace

void addCalendarCommands(CLI::App &calendar, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    const auto period = [options](CLI::App *command) {
        command->add_option("--from", options->from, "first day: 2026-11-16");
        command->add_option("--to", options->to, "the day after the last one (thirty days unless given)");
    };
    auto *listing = calendar.add_subcommand("list", "posts and events of a period");
    period(listing);
    listing->callback([&code, &context, options] { code = list(context, *options); });
    auto *writing = calendar.add_subcommand("export", "writes posts and events of a period as iCalendar");
    writing->add_option("FILE", options->file, "to write")->required();
    period(writing);
    writing->callback([&code, &context, options] { code = exportFile(context, *options); });
    auto *reading = calendar.add_subcommand("import", "posts from a table (CSV), events from iCalendar; a trial unless --apply");
    reading->add_option("FILE", options->file, "to read")->required();
    reading->add_option("--zone", options->zone, "of hours that name none (the workspace's unless given)");
    reading->add_flag("--month-first", options->monthFirst, "11/05/2026 is 5 November, where the file itself does not tell");
    reading->add_flag("--as-posts", options->asPosts, "entries of an iCalendar file become drafts of posts");
    reading->add_flag("--apply", options->apply, "carry it out, as one step");
    reading->callback([&code, &context, options] { code = import(context, *options); });
    auto *back = calendar.add_subcommand("undo", "takes back the last action at the calendar");
    back->callback([&code, &context] { code = undo(context); });
    auto *marks = calendar.add_subcommand("days", "days of the year that people talk about: sales, feasts, world days");
    marks->add_option("REGION", options->region, "FR, BE, CH, LU, CA, GB, IE, US, DE");
    period(marks);
    marks->callback([&code, &context, options] { code = days(context, *options); });
}

} // namespace vigie::cli
