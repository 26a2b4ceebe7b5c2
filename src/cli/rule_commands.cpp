// SPDX-License-Identifier: GPL-3.0-or-later
// rule: when, if, then
#include "cli/decision.hpp"
#include "cli/desk_commands.hpp"
#include "cli/query_words.hpp"
#include "cli/rule_words.hpp"

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr int kSlice = 20'000;

struct Options {
    std::string name, renamed, when, at, days, source;
    std::vector<std::string> actions;
    std::int64_t account = 0;
    int waiting = 0, messages = 0, place = 0, history = 90, limit = 20;
    bool stop = false, goOn = false, confirmed = false;
};

/// Only what was said is changed.
Result<Rule> changed(store::Tx &tx, Rule rule, const Options &options, const CLI::App &said)
{
    const auto given = [&](const char *option) { return said.count(option) > 0; };
    if (given("--name"))
        rule.name = options.renamed;
    if (given("--when"))
        rule.moment = ruleMomentFrom(options.when).value_or(RuleMoment::Arrives);
    if (given("--at")) {
        VIGIE_TRY(rule.atMinute, minuteFrom(options.at));
    }
    if (given("--days")) {
        VIGIE_TRY(rule.weekdays, weekdaysFrom(options.days));
    }
    if (given("--query"))
        rule.source = sourceOf(options.source);
    if (given("--account"))
        rule.account = AccountId{options.account};
    if (given("--waiting"))
        rule.waitingHours = options.waiting;
    if (given("--messages"))
        rule.messages = options.messages;
    if (options.stop || options.goOn)
        rule.stopAfter = options.stop;
    if (given("--then")) {
        rule.actions.clear();
        for (const auto &typed : options.actions) {
            VIGIE_TRY(auto action, actionFrom(tx, typed));
            rule.actions.push_back(std::move(action));
        }
    }
    return rule;
}

int list(const Context &context)
{
    const auto rules = looked<Json>(context, [](store::Tx &tx, app::Workspace &) -> Result<Json> {
        store::Rules all(tx);
        VIGIE_TRY(const auto found, all.all());
        auto array = Json::array();
        for (const auto &rule : found) {
            VIGIE_TRY(const auto acted, all.acted(rule.id));
            array.push_back(describe(rule));
            array.back()["acted"] = acted;
            array.back()["short"] = inShort(rule);
        }
        return array;
    });
    if (!rules)
        return context.failed(rules.error());
    context.print(*rules, [&] {
        int number = 0;
        for (const auto &rule : *rules)
            std::printf("%2d  %-4s%-24s %-8s %-34s %s (%lld)\n", ++number, rule["on"].get<bool>() ? "on" : "off", oneLine(rule["name"].get<std::string>(), 24).c_str(),
                        rule["when"].get<std::string>().c_str(), oneLine(rule["query"].get<std::string>(), 34).c_str(),
                        oneLine(rule["short"].get<std::string>(), 60).c_str(), static_cast<long long>(rule["acted"].get<std::int64_t>()));
        if (rules->empty())
            std::printf("No rule.\n");
    });
    return kOk;
}

using Work = std::function<Result<Rule>(store::Tx &, Rule)>;

/// What is done to the rule that is named; the rule as it is afterwards.
int change(const Context &context, const Options &options, const char *action, const Work &work)
{
    const auto done = decided<Rule>(context, action, [&](store::Tx &tx, app::Workspace &) -> Result<Rule> {
        VIGIE_TRY(auto rule, store::Rules(tx).named(options.name));
        return work(tx, std::move(rule));
    });
    if (!done)
        return context.failed(done.error());
    context.print(describe(*done), [&] { std::printf("%s: %s\n", oneLine(done->name, 60).c_str(), oneLine(inShort(*done), 100).c_str()); });
    return kOk;
}

int save(const Context &context, const Options &options, const CLI::App &said, bool add)
{
    const auto saved = decided<Rule>(context, "rule_saved", [&](store::Tx &tx, app::Workspace &) -> Result<Rule> {
        store::Rules rules(tx);
        Rule rule;
        rule.name = options.name;
        if (!add) {
            VIGIE_TRY(rule, rules.named(options.name));
        }
        VIGIE_TRY(rule, changed(tx, rule, options, said));
        VIGIE_TRY(const auto id, desk::saveRule(tx, rule, options.confirmed));
        return rules.get(id);
    });
    if (!saved)
        return context.failed(saved.error());
    context.print(describe(*saved), [&] { std::printf("%s: %s\n", oneLine(saved->name, 60).c_str(), oneLine(inShort(*saved), 100).c_str()); });
    return kOk;
}

struct Tried {
    Rule rule;
    desk::RuleTrial trial;
};

/// In slices, so that Ctrl+C stops it and others may read in between.
Result<Tried> tried(const Context &context, app::Workspace &workspace, const Options &options)
{
    auto &store = workspace.store();
    Tried out;
    VIGIE_TRY(out.rule, store.readNow<Rule>([&](store::Tx &tx) { return store::Rules(tx).named(options.name); }));
    const auto since = workspace.clock().now() - std::chrono::hours{24} * options.history;
    while (!out.trial.done) {
        if (Context::interrupted().stop_requested())
            return fail(Errc::Cancelled);
        VIGIE_CHECK(store.readNow<int>([&](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(desk::tryRule(tx, out.rule, since, kSlice, out.trial));
            return 0;
        }));
        context.progress(std::to_string(static_cast<int>(out.trial.share() * 100)) + " %");
    }
    context.progressDone();
    return out;
}

int dryRun(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = tried(context, **workspace, options);
    if (!done)
        return context.failed(done.error());
    const auto &trial = done->trial;
    auto rows = Json::array();
    for (std::size_t i = 0; i < trial.rows.size() && i < static_cast<std::size_t>(options.limit); ++i)
        rows.push_back({{"item", trial.rows[i].item.value}, {"ticket", trial.rows[i].ticket.value}, {"steps", describe(trial.rows[i].steps)}});
    context.print({{"rule", done->rule.id.value}, {"days", options.history}, {"looked_at", trial.judged}, {"matched", trial.matched}, {"changed", trial.changed},
                   {"changes", trial.changes}, {"rows", rows}},
                  [&] {
                      for (std::size_t i = 0; i < trial.rows.size() && i < static_cast<std::size_t>(options.limit); ++i)
                          std::printf("%14lld  %s\n", static_cast<long long>(trial.rows[i].item.value), oneLine(inWords(trial.rows[i].steps), 100).c_str());
                      std::printf("would have matched %lld item(s) in the last %d day(s), and changed %lld\n", static_cast<long long>(trial.matched), options.history,
                                  static_cast<long long>(trial.changed));
                  });
    return kOk;
}

int apply(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = tried(context, **workspace, options);
    if (!found)
        return context.failed(found.error());
    const auto done = (*workspace)->store().writeNow<int>([&](store::Tx &tx) { return desk::applyRule(tx, found->rule, found->trial.toChange); }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"rule", found->rule.id.value}, {"changed", *done}}, [&] { std::printf("%d changed; the undo key of the window takes it back\n", *done); });
    return kOk;
}

int log(const Context &context, const Options &options)
{
    const auto lines = looked<std::vector<RuleLogLine>>(context, [&](store::Tx &tx, app::Workspace &) -> Result<std::vector<RuleLogLine>> {
        store::Rules rules(tx);
        RuleId id;
        if (!options.name.empty()) {
            VIGIE_TRY(const auto rule, rules.named(options.name));
            id = rule.id;
        }
        return rules.logged(id, options.limit);
    });
    if (!lines)
        return context.failed(lines.error());
    auto array = Json::array();
    for (const auto &line : *lines)
        array.push_back({{"at", toRfc3339(line.at)}, {"rule", line.rule.value}, {"name", line.name}, {"version", line.version}, {"moment", line.moment},
                         {"item", line.item.value}, {"ticket", line.ticket.value}, {"outcome", line.outcome}, {"done", line.done}});
    context.print(array, [&] {
        for (const auto &line : *lines)
            std::printf("%s  %-20s %-8s %-7s #%-6lld %s\n", toRfc3339(line.at).substr(0, 16).c_str(), oneLine(line.name, 20).c_str(), line.moment.c_str(),
                        line.outcome.c_str(), static_cast<long long>(line.ticket.value), oneLine(line.done, 90).c_str());
        if (lines->empty())
            std::printf("No rule has done anything yet.\n");
    });
    return kOk;
}

void addSaving(CLI::App &rule, Context &context, int &code, const std::shared_ptr<Options> &options, bool add)
{
    auto *one = rule.add_subcommand(add ? "add" : "edit", add ? "makes a rule" : "changes a rule; what is not said stays");
    one->add_option("NAME", options->name)->required();
    one->add_option("--name", options->renamed, "a new name")->group(add ? "" : "Options");
    one->add_option("--when", options->when)->check(CLI::IsMember({"arrives", "changes", "late", "daily"}));
    one->add_option("--at", options->at, "time of the day of a daily rule, 09:30");
    one->add_option("--days", options->days, "days of a daily rule: mon,tue ... or every");
    one->add_option("--query", options->source, "what the mention satisfies");
    one->add_option("--account", options->account, "the number of an account of ours");
    one->add_option("--waiting", options->waiting, "the member waits at least so many hours")->check(CLI::Range(0, 24 * 366));
    one->add_option("--messages", options->messages, "the ticket holds at least so many messages")->check(CLI::Range(0, 100'000));
    auto *then = one->add_option("--then", options->actions,
                                 "tag=T, untag=T, assign=NAME, status=S, snooze=HOURS, points=N, inbox, note=TEXT, draft=TEXT, answer=MINUTES:TEXT, service=MINUTES:NAME:QUESTION");
    if (add)
        then->required();
    one->add_flag("--stop", options->stop, "where this rule holds, later ones do not run");
    one->add_flag("--go-on", options->goOn, "later ones run as well");
    one->add_flag("--yes", options->confirmed, "also when it would close everything");
    one->callback([&code, &context, options, one, add] { code = save(context, *options, *one, add); });
}

} // namespace

void addRuleCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *rule = app.add_subcommand("rule", "what is done by itself: when, if, then");
    rule->require_subcommand(1);
    rule->add_subcommand("list", "all of them, in their order")->callback([&code, &context] { code = list(context); });
    addSaving(*rule, context, code, options, true);
    addSaving(*rule, context, code, options, false);
    const auto named = [&](const char *verb, const char *words) {
        auto *one = rule->add_subcommand(verb, words);
        one->add_option("NAME", options->name)->required();
        return one;
    };
    named("remove", "removes a rule; what it did stays, and its log")->callback([&code, &context, options] {
        code = change(context, *options, "rule_removed", [](store::Tx &tx, Rule found) -> Result<Rule> {
            VIGIE_CHECK(store::Rules(tx).remove(found.id));
            return found;
        });
    });
    for (const bool on : {true, false}) {
        auto *switches = named(on ? "enable" : "disable", on ? "switches it on" : "switches it off");
        if (on)
            switches->add_flag("--yes", options->confirmed, "also when it would close everything");
        switches->callback([&code, &context, options, on] {
            code = change(context, *options, "rule_saved", [options, on](store::Tx &tx, Rule found) -> Result<Rule> {
                found.on = on;
                VIGIE_TRY(const auto id, desk::saveRule(tx, found, options->confirmed));
                return store::Rules(tx).get(id);
            });
        });
    }
    auto *moves = named("move", "puts a rule at this place");
    moves->add_option("PLACE", options->place, "1 is the first")->required();
    moves->callback([&code, &context, options] {
        code = change(context, *options, "rule_saved", [options](store::Tx &tx, Rule found) -> Result<Rule> {
            VIGIE_CHECK(store::Rules(tx).move(found.id, options->place - 1));
            return found;
        });
    });
    auto *tries = named("dry-run", "what it would have matched and changed; writes nothing");
    auto *applies = named("apply", "does to history what the dry-run shows, as one action that can be undone");
    for (auto *one : {tries, applies})
        one->add_option("--days", options->history, "how far back")->check(CLI::Range(1, 36'600));
    tries->add_option("-n,--limit", options->limit, "rows that are listed")->check(CLI::Range(0, 200));
    tries->callback([&code, &context, options] { code = dryRun(context, *options); });
    applies->callback([&code, &context, options] { code = apply(context, *options); });
    auto *logs = rule->add_subcommand("log", "what rules did, newest first");
    logs->add_option("NAME", options->name, "of this rule alone");
    logs->add_option("-n,--limit", options->limit)->check(CLI::Range(1, 100'000));
    logs->callback([&code, &context, options] { code = log(context, *options); });
}

} // namespace vigie::cli
