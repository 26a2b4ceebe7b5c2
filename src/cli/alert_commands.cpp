// SPDX-License-Identifier: GPL-3.0-or-later
// alert: what rang, done with it or put off, the rules, and when a rule would have rung
#include "cli/context.hpp"

#include <vigie/app/alerts.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/tickets.hpp>

#include <charconv>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

Json number(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

std::string nameOf(const AlertRule &rule)
{
    return rule.name.empty() ? toString(rule.kind) : rule.name;
}

std::string hoursAndMinutes(double seconds)
{
    char text[48];
    std::snprintf(text, sizeof text, "%d h %02d", static_cast<int>(seconds) / 3600, static_cast<int>(seconds) % 3600 / 60);
    return text;
}

/// "412 in 60 min; usual: 35 to 60"
std::string sentence(const AlertFinding &found)
{
    char text[160] = "";
    const double low = found.low.value_or(0), high = found.high.value_or(0);
    switch (found.kind) {
    case AlertKind::Volume: {
        const auto minutes = static_cast<int>((found.to - found.from) / std::chrono::minutes{1});
        if (found.high)
            std::snprintf(text, sizeof text, "%.0f in %d min; usual at this hour%s: %.0f to %.0f", found.value, minutes, found.sameWeekday ? " of the weekday" : "", low, high);
        else
            std::snprintf(text, sizeof text, "%.0f in %d min; what is usual is not known yet", found.value, minutes);
        break;
    }
    case AlertKind::Tone:
    case AlertKind::Crisis:
        std::snprintf(text, sizeof text, "%.0f %% of %lld negative; usual: %.0f to %.0f %%", found.value * 100, static_cast<long long>(found.n), low * 100, high * 100);
        break;
    case AlertKind::Vip:
        if (found.value >= 0)
            std::snprintf(text, sizeof text, "%s (%.0f followers)", oneLine(found.subject, 60).c_str(), found.value);
        else
            std::snprintf(text, sizeof text, "%s", oneLine(found.subject, 60).c_str());
        break;
    case AlertKind::Keyword:
        std::snprintf(text, sizeof text, "%.0f after %s of silence", found.value, hoursAndMinutes(high).c_str());
        break;
    case AlertKind::Unread: std::snprintf(text, sizeof text, "%.0f wait; usual at this hour: %.0f to %.0f", found.value, low, high); break;
    case AlertKind::Deadline: std::snprintf(text, sizeof text, "%.0f due soon or late, promised by %s", found.value, oneLine(found.subject, 60).c_str()); break;
    case AlertKind::Silence:
        std::snprintf(text, sizeof text, "%s silent for %s; longest pause that is usual: %s", oneLine(found.subject, 60).c_str(), hoursAndMinutes(found.value).c_str(),
                      hoursAndMinutes(high).c_str());
        break;
    }
    return text;
}

Json findingJson(const AlertFinding &found)
{
    auto items = Json::array();
    for (const auto item : found.items)
        items.push_back(item.value);
    return {{"kind", toString(found.kind)}, {"query", found.query.value}, {"from", toRfc3339(found.from)}, {"to", toRfc3339(found.to)}, {"value", found.value},
            {"usual_low", number(found.low)}, {"usual_high", number(found.high)}, {"n", found.n}, {"subject", found.subject}, {"items", items}};
}

int list(const Context &context, bool withDone, int limit)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto alerts = (*workspace)->store().readNow<std::vector<Alert>>([&](store::Tx &tx) { return store::Alerts(tx).list(withDone, limit); });
    if (!alerts)
        return context.failed(alerts.error());
    auto array = Json::array();
    for (const auto &alert : *alerts) {
        auto one = findingJson(alert.found);
        one.update({{"alert", alert.id.value}, {"rule", alert.rule.value}, {"state", toString(alert.state)}, {"first_at", toRfc3339(alert.firstAt)},
                    {"last_at", toRfc3339(alert.lastAt)}, {"peak", alert.peak}});
        array.push_back(std::move(one));
    }
    context.print(array, [&] {
        for (const auto &alert : *alerts)
            std::printf("%5lld  %s  %-5s %-8s %s\n", static_cast<long long>(alert.id.value), toRfc3339(alert.firstAt).substr(0, 16).c_str(), toString(alert.state),
                        toString(alert.found.kind), sentence(alert.found).c_str());
        if (alerts->empty())
            std::printf("No alert.\n");
    });
    return kOk;
}

constexpr int kMostAtOnce = 100'000;

/// "all", or a number: the alerts that are meant.
Result<std::vector<AlertId>> alertsNamed(store::Tx &tx, const std::string &named)
{
    store::Alerts alerts(tx);
    std::vector<AlertId> ids;
    if (named == "all") {
        VIGIE_TRY(const auto open, alerts.list(false, kMostAtOnce));
        for (const auto &alert : open)
            ids.push_back(alert.id);
        return ids;
    }
    std::int64_t number = 0;
    const auto *end = named.data() + named.size();
    if (const auto read = std::from_chars(named.data(), end, number); read.ec != std::errc() || read.ptr != end)
        return fail(Errc::InvalidInput, "neither the number of an alert nor \"all\": " + named);
    VIGIE_TRY(const auto alert, alerts.get(AlertId{number}));
    ids.push_back(alert.id);
    return ids;
}

/// As one action that the window can take back.
template <class Change>
int decide(const Context &context, const std::string &named, Change change)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto decided = (*workspace)->store().writeNow<std::vector<AlertId>>([&](store::Tx &tx) -> Result<std::vector<AlertId>> {
        VIGIE_TRY(const auto ids, alertsNamed(tx, named));
        VIGIE_CHECK(store::Tickets(tx).beginChangeSet("alert"));
        for (const auto id : ids)
            VIGIE_CHECK(change(store::Alerts(tx), id));
        return ids;
    });
    if (!decided)
        return context.failed(decided.error());
    auto array = Json::array();
    for (const auto id : *decided)
        array.push_back(id.value);
    context.print(Json{{"alerts", array}}, [&] { std::printf("%zu alert(s)\n", decided->size()); });
    return kOk;
}

int done(const Context &context, const std::string &named)
{
    return decide(context, named, [](store::Alerts alerts, AlertId id) { return alerts.setState(id, AlertState::Done); });
}

int snooze(const Context &context, const std::string &named, const std::string &until, const std::string &zone)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto wall = parseWallTime(until);
    if (!wall)
        return context.failed(wall.error());
    const auto at = toInstant(*wall, zone.empty() ? (*workspace)->zone() : zone);
    if (!at)
        return context.failed(at.error());
    if (at->at <= (*workspace)->clock().now())
        return context.failed(fail(Errc::InvalidInput, "that time has passed: " + until).value());
    return decide(context, named, [at = at->at](store::Alerts alerts, AlertId id) { return alerts.snooze(id, at); });
}

int rules(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<AlertRule>>([](store::Tx &tx) { return store::Alerts(tx).rules(); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &rule : *all)
        array.push_back({{"rule", rule.id.value}, {"name", rule.name}, {"kind", toString(rule.kind)}, {"query", rule.query.value},
                         {"sensitivity", toString(rule.sensitivity)}, {"followers", rule.followers}, {"people", rule.people}, {"on", rule.on},
                         {"breaks_through", rule.breaksThrough}, {"muted_until", rule.mutedUntil ? Json(toRfc3339(*rule.mutedUntil)) : Json()}});
    context.print(array, [&] {
        for (const auto &rule : *all)
            std::printf("%4lld  %-24s %-8s %-6s %s%s\n", static_cast<long long>(rule.id.value), oneLine(nameOf(rule), 24).c_str(), toString(rule.kind),
                        toString(rule.sensitivity), rule.on ? "on" : "off", rule.breaksThrough ? ", also in quiet hours" : "");
        if (all->empty())
            std::printf("No rule.\n");
    });
    return kOk;
}

int test(const Context &context, std::int64_t rule, int days)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    using Findings = std::vector<AlertFinding>;
    const auto found = (*workspace)->store().readNow<Findings>([&](store::Tx &tx) -> Result<Findings> {
        VIGIE_TRY(const auto row, store::Alerts(tx).rule(AlertRuleId{rule}));
        return app::replayAlert(tx, row, tx.now() - std::chrono::hours{24} * days, tx.now(), (*workspace)->zone());
    });
    if (!found)
        return context.failed(found.error());
    auto array = Json::array();
    for (const auto &one : *found)
        array.push_back(findingJson(one));
    context.print(Json{{"rule", rule}, {"days", days}, {"rings", array}}, [&] {
        for (const auto &one : *found)
            std::printf("%s  %s\n", toRfc3339(one.to).substr(0, 16).c_str(), sentence(one).c_str());
        std::printf("%zu time(s) in %d day(s)\n", found->size(), days);
    });
    return kOk;
}

} // namespace

void addAlertCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        bool done = false;
        int limit = 100, days = 28;
        std::int64_t rule = 0;
        std::string alert, until, zone;
    };
    auto options = std::make_shared<Options>();
    auto *alert = app.add_subcommand("alert", "what is out of the ordinary, and the rules that watch for it");
    alert->require_subcommand(1);
    auto *listing = alert->add_subcommand("list", "what rang, newest first, and what is usual");
    listing->add_flag("--done", options->done, "those that are done or snoozed as well");
    listing->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 10'000));
    listing->callback([&code, &context, options] { code = list(context, options->done, options->limit); });
    auto *closing = alert->add_subcommand("done", "takes an alert off the list, as one action");
    closing->add_option("ALERT", options->alert, "its number, or all")->required();
    closing->callback([&code, &context, options] { code = done(context, options->alert); });
    auto *waiting = alert->add_subcommand("snooze", "off the list until a time, then new again");
    waiting->add_option("ALERT", options->alert, "its number, or all")->required();
    waiting->add_option("--until", options->until, "2026-11-24T09:00")->required();
    waiting->add_option("--zone", options->zone, "of that time; else the workspace's");
    waiting->callback([&code, &context, options] { code = snooze(context, options->alert, options->until, options->zone); });
    alert->add_subcommand("rules", "the rules")->callback([&code, &context] { code = rules(context); });
    auto *testing = alert->add_subcommand("test", "plays history to a rule: when it would have rung");
    testing->add_option("RULE", options->rule, "its number")->required();
    testing->add_option("--days", options->days, "how far back")->check(CLI::Range(1, 366));
    testing->callback([&code, &context, options] { code = test(context, options->rule, options->days); });
}

} // namespace vigie::cli
