// SPDX-License-Identifier: GPL-3.0-or-later
// service: what is promised, what it would do, why a conversation is late
#include "cli/service_commands.hpp"

#include "cli/service_words.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/desk/holidays.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct PolicyOptions {
    std::string name, rename, calendar, first, next, resolution, remind;
    std::vector<std::int64_t> accounts;
    std::vector<std::string> networks, languages, tags, kinds;
    std::string points;
    bool anytime = false, hoursOnly = false, remove = false, everybody = false;
    int place = 0;
};

Json instantJson(const std::optional<Instant> &at)
{
    return at ? Json(toRfc3339(*at)) : Json();
}

Json previewJson(const desk::SlaPreview &preview, bool kept)
{
    auto shifts = Json::array();
    for (const auto &shift : preview.shifts)
        shifts.push_back({{"ticket", shift.ticket.value}, {"target", toString(shift.target)}, {"before", instantJson(shift.before)}, {"after", instantJson(shift.after)},
                          {"late_before", shift.lateBefore}, {"late_after", shift.lateAfter}});
    return {{"open", preview.open}, {"become_late", preview.becomeLate}, {"saved", preview.saved}, {"gain_time", preview.gain}, {"lose_time", preview.lose}, {"begin", preview.begin},
            {"end", preview.end}, {"kept", kept}, {"changes", shifts}};
}

void printPreview(const desk::SlaPreview &preview, bool kept)
{
    std::printf("%d open clock(s): %d become late, %d are late no more, %d gain time, %d lose time, %d begin, %d end\n", preview.open, preview.becomeLate, preview.saved, preview.gain,
                preview.lose, preview.begin, preview.end);
    for (const auto &shift : preview.shifts)
        std::printf("%6lld  %-10s  %-16s -> %-16s%s\n", static_cast<long long>(shift.ticket.value), toString(shift.target), shift.before ? toRfc3339(*shift.before).substr(0, 16).c_str() : "-",
                    shift.after ? toRfc3339(*shift.after).substr(0, 16).c_str() : "-", shift.lateAfter && !shift.lateBefore ? "  late" : "");
    std::printf(kept ? "Kept. What has ended keeps its result; 'vigie-cli service undo' takes it back.\n" : "Nothing was changed.\n");
}

Result<void> setScope(SlaScope &scope, const PolicyOptions &options)
{
    if (options.everybody)
        scope = {};
    if (!options.accounts.empty()) {
        scope.accounts.clear();
        for (const auto account : options.accounts)
            scope.accounts.push_back(AccountId{account});
    }
    const auto replace = [](std::vector<std::string> &list, const std::vector<std::string> &by) {
        if (!by.empty())
            list = by;
    };
    replace(scope.networks, options.networks);
    replace(scope.languages, options.languages);
    replace(scope.tags, options.tags);
    replace(scope.kinds, options.kinds);
    if (!options.points.empty()) {
        char *end = nullptr;
        const double points = std::strtod(options.points.c_str(), &end);
        if (end == options.points.c_str() || *end != '\0')
            return fail(Errc::InvalidInput, "points are a number");
        scope.points = points;
    }
    return {};
}

Result<void> setPromises(SlaPolicy &policy, const PolicyOptions &options)
{
    const auto set = [](std::optional<std::int64_t> &promise, const std::string &typed) -> Result<void> {
        if (!typed.empty()) {
            VIGIE_TRY(promise, promiseFrom(typed));
        }
        return {};
    };
    VIGIE_CHECK(set(policy.first, options.first));
    VIGIE_CHECK(set(policy.next, options.next));
    VIGIE_CHECK(set(policy.resolution, options.resolution));
    if (!options.remind.empty()) {
        VIGIE_TRY(const auto before, promiseFrom(options.remind));
        policy.remindBefore = before.value_or(0);
    }
    policy.remindAnytime = (policy.remindAnytime || options.anytime) && !options.hoursOnly;
    return {};
}

Result<void> changePolicy(desk::SlaSetup &setup, const PolicyOptions &options)
{
    auto &policies = setup.policies;
    auto found = std::find_if(policies.begin(), policies.end(), [&](const SlaPolicy &one) { return one.name == options.name || std::to_string(one.id.value) == options.name; });
    if (options.remove) {
        if (found == policies.end())
            return fail(Errc::NotFound, "no policy \"" + options.name + "\"");
        policies.erase(found);
        return {};
    }
    SlaPolicy policy = found != policies.end() ? *found : SlaPolicy{};
    if (found == policies.end()) {
        policy.id = SlaPolicyId{-1};
        policy.name = options.name;
        if (!setup.calendars.empty())
            policy.calendar = setup.calendars.front().id;
    } else if (!options.rename.empty()) {
        policy.name = options.rename;
    }
    if (!options.calendar.empty()) {
        const auto *calendar = calendarNamed(setup, options.calendar);
        if (calendar == nullptr)
            return fail(Errc::NotFound, "no calendar \"" + options.calendar + "\"; 'vigie-cli calendar hours set' makes one");
        policy.calendar = calendar->id;
    }
    VIGIE_CHECK(setScope(policy.scope, options));
    VIGIE_CHECK(setPromises(policy, options));
    const auto place = options.place > 0 ? static_cast<std::size_t>(options.place - 1) : found != policies.end() ? static_cast<std::size_t>(found - policies.begin()) : policies.size();
    if (found != policies.end())
        policies.erase(found);
    policies.insert(policies.begin() + static_cast<std::ptrdiff_t>(std::min(place, policies.size())), std::move(policy));
    return {};
}

int list(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto setup = (*workspace)->store().readNow<desk::SlaSetup>([](store::Tx &tx) { return desk::SlaDesk(tx).setup(); });
    if (!setup)
        return context.failed(setup.error());
    auto policies = Json::array(), calendars = Json::array();
    for (const auto &policy : setup->policies)
        policies.push_back(policyJson(policy));
    for (const auto &calendar : setup->calendars)
        calendars.push_back(calendarJson(calendar));
    context.print(Json{{"policies", policies}, {"calendars", calendars}}, [&] {
        for (const auto &policy : setup->policies) {
            const auto calendar = std::find_if(setup->calendars.begin(), setup->calendars.end(), [&](const auto &one) { return one.id == policy.calendar; });
            std::printf("%4lld  %-20s first %s, next %s, resolution %s; %s; %s\n", static_cast<long long>(policy.id.value), oneLine(policy.name, 20).c_str(), promiseText(policy.first).c_str(),
                        promiseText(policy.next).c_str(), promiseText(policy.resolution).c_str(), calendar != setup->calendars.end() ? oneLine(calendar->name, 24).c_str() : "",
                        oneLine(scopeText(policy.scope), 60).c_str());
        }
        if (setup->policies.empty())
            std::printf("Nothing is promised. 'vigie-cli service set NAME --first 4h' begins.\n");
    });
    return kOk;
}

int show(const Context &context, std::int64_t ticket)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    using All = std::vector<desk::SlaExplained>;
    const auto all = (*workspace)->store().readNow<All>([&](store::Tx &tx) { return desk::SlaDesk(tx).explain(TicketId{ticket}); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all) {
        auto counted = Json::array(), off = Json::array();
        for (const auto &stretch : one.counted)
            counted.push_back({{"from", toRfc3339(stretch.from)}, {"to", toRfc3339(stretch.to)}});
        for (std::size_t i = 0; i < one.daysOff.size(); ++i)
            off.push_back({{"day", dayText(one.daysOffAt[i])}, {"reason", one.daysOff[i].reason}, {"hours", hoursText(one.daysOff[i].hours)}});
        const auto &event = one.event;
        array.push_back({{"target", toString(event.target)}, {"sequence", event.sequence}, {"state", toString(event.state)}, {"policy", one.policy}, {"policy_version", event.policyVersion},
                         {"calendar", one.calendar.name}, {"calendar_version", event.calendarVersion}, {"started_at", toRfc3339(event.startedAt)}, {"ended_at", instantJson(event.endedAt)},
                         {"due_at", instantJson(event.dueAt)}, {"promised", event.promised}, {"seconds_left", one.secondsLeft}, {"counted", counted}, {"days_off", off}});
    }
    context.print(array, [&] {
        for (const auto &one : *all) {
            std::printf("%-10s %-16s since %s", toString(one.event.target), toString(one.event.state), toRfc3339(one.event.startedAt).substr(0, 16).c_str());
            if (one.event.policy)
                std::printf(", %s of %s (%s, version %d of %s)", durationText(one.event.promised - one.secondsLeft).c_str(), durationText(one.event.promised).c_str(),
                            oneLine(one.policy, 24).c_str(), one.event.calendarVersion, oneLine(one.calendar.name, 24).c_str());
            std::printf(one.event.dueAt ? ", due %s\n" : "\n", one.event.dueAt ? toRfc3339(*one.event.dueAt).substr(0, 16).c_str() : "");
            for (const auto &stretch : one.counted)
                std::printf("    counted %s to %s\n", toRfc3339(stretch.from).substr(0, 16).c_str(), toRfc3339(stretch.to).substr(0, 16).c_str());
            for (std::size_t i = 0; i < one.daysOff.size(); ++i)
                std::printf("    %s: %s %s\n", dayText(one.daysOffAt[i]).c_str(), oneLine(one.daysOff[i].reason, 40).c_str(), hoursText(one.daysOff[i].hours).c_str());
        }
        if (all->empty())
            std::printf("Nobody waits in this conversation.\n");
    });
    return kOk;
}

int undo(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto undone = (*workspace)->store().writeNow<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
        if (!last || last->action != "service")
            return fail(Errc::Conflict, "the last action was not a change of promises or opening hours: nothing was undone");
        VIGIE_CHECK(desk::Desk(tx).undo());
        return true;
    });
    if (!undone)
        return context.failed(undone.error());
    context.print(Json{{"undone", true}}, [] { std::printf("Undone.\n"); });
    return kOk;
}

void addOptions(CLI::App &command, const std::shared_ptr<PolicyOptions> &options)
{
    command.add_option("NAME", options->name, "of the policy, or its number")->required();
    command.add_option("--rename", options->rename, "call it so");
    command.add_option("--calendar", options->calendar, "opening hours it is counted in (name or number)");
    command.add_option("--first", options->first, "until the first answer: 90m, 4h, 1h30, 2d of 24 open hours, or none");
    command.add_option("--next", options->next, "until the next answer");
    command.add_option("--resolution", options->resolution, "until the case is done");
    command.add_option("--remind", options->remind, "so long before it is due");
    command.add_flag("--remind-anytime", options->anytime, "also outside opening hours");
    command.add_flag("--remind-in-hours", options->hoursOnly, "in opening hours only");
    command.add_option("--account", options->accounts, "only these accounts");
    command.add_option("--network", options->networks, "only these networks");
    command.add_option("--language", options->languages, "only messages in these languages");
    command.add_option("--tag", options->tags, "only conversations with one of these tags");
    command.add_option("--kind", options->kinds, "only direct, review, complaint, question, public");
    command.add_option("--points", options->points, "only with so many points in the queue, waiting left out");
    command.add_flag("--everybody", options->everybody, "for everybody again");
    command.add_option("--place", options->place, "the first whose scope holds decides; 1 is tried first");
    command.add_flag("--remove", options->remove, "promise it no more");
}

} // namespace

BusinessCalendar *calendarNamed(desk::SlaSetup &setup, const std::string &name)
{
    const auto found = std::find_if(setup.calendars.begin(), setup.calendars.end(), [&](const BusinessCalendar &one) { return one.name == name || std::to_string(one.id.value) == name; });
    return found != setup.calendars.end() ? &*found : nullptr;
}

int changeSetup(const Context &context, const SetupChange &change, bool keep)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto changed = [&](store::Tx &tx) -> Result<std::pair<desk::SlaSetup, desk::SlaPreview>> {
        desk::SlaDesk levels(tx);
        VIGIE_TRY(auto setup, levels.setup());
        if (setup.calendars.empty()) {
            setup.calendars.push_back(desk::usualCalendar((*workspace)->zone()));
            setup.calendars.front().id = CalendarId{-1};
            setup.calendars.front().name = "Opening hours";
        }
        VIGIE_CHECK(change(setup));
        VIGIE_TRY(auto preview, levels.preview(setup, [](int, int) { return !Context::interrupted().stop_requested(); }));
        return std::pair(std::move(setup), std::move(preview));
    };
    using Answer = std::pair<desk::SlaSetup, desk::SlaPreview>;
    const auto answer = keep ? (*workspace)->store().writeNow<Answer>([&](store::Tx &tx) -> Result<Answer> {
        VIGIE_CHECK(desk::SlaDesk(tx).catchUp(1'000'000)); // what ended before the change ends by the rules before it
        VIGIE_TRY(auto both, changed(tx));
        VIGIE_CHECK(desk::SlaDesk(tx).apply(both.first));
        return both;
    }) : (*workspace)->store().readNow<Answer>(changed);
    if (!answer)
        return context.failed(answer.error());
    context.print(previewJson(answer->second, keep), [&] { printPreview(answer->second, keep); });
    return kOk;
}

void addServiceCommands(CLI::App &app, Context &context, int &code)
{
    auto *service = app.add_subcommand("service", "what is promised to those who write, and how it is kept");
    service->require_subcommand(1);
    service->add_subcommand("list", "the policies, in the order in which they are tried, and the opening hours")->callback([&code, &context] { code = list(context); });
    auto ticket = std::make_shared<std::int64_t>(0);
    auto *showing = service->add_subcommand("show", "the clocks of a conversation, and what was counted");
    showing->add_option("TICKET", *ticket, "its number")->required();
    showing->callback([&code, &context, ticket] { code = show(context, *ticket); });
    auto options = std::make_shared<PolicyOptions>();
    for (const bool keep : {true, false}) {
        auto *changing = keep ? service->add_subcommand("set", "makes, changes or removes a policy; shows what that does to open conversations")
                              : service->add_subcommand("preview", "shows what 'set' would do, and changes nothing");
        addOptions(*changing, options);
        changing->callback([&code, &context, options, keep] {
            code = changeSetup(context, [options](desk::SlaSetup &setup) { return changePolicy(setup, *options); }, keep);
        });
    }
    service->add_subcommand("undo", "takes the last change of promises or opening hours back")->callback([&code, &context] { code = undo(context); });
    addServiceReportCommand(*service, context, code);
    addCalendarHoursCommands(app, context, code);
}

} // namespace vigie::cli
