// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/rules.hpp>

#include "store/desk_facts.hpp"
#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/base/ascii.hpp>

#include <nlohmann/json.hpp>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

std::string actionsJson(const std::vector<RuleAction> &actions)
{
    auto array = Json::array();
    for (const auto &action : actions)
        array.push_back({{"do", toString(action.kind)}, {"text", action.text}, {"status", toString(action.status)}, {"number", action.number}, {"service", action.department.value}});
    return array.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<RuleAction> actionsFrom(const std::string &json)
{
    std::vector<RuleAction> out;
    const auto array = Json::parse(json, nullptr, false);
    if (!array.is_array())
        return out;
    for (const auto &one : array)
        if (const auto kind = ruleActionFrom(one.value("do", "")))
            out.push_back({*kind, one.value("text", ""), ticketStatusFrom(one.value("status", "open")).value_or(TicketStatus::Open), one.value("number", 0.0), DepartmentId{one.value("service", std::int64_t{0})}});
    return out;
}

std::vector<Rule> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Rule> out;
    session.each<RuleId, std::string, std::string, int, int, std::string, AccountId, int, int, std::string, bool, bool, int, int>(
        "SELECT id, name, moment, at_minute, weekdays, source, account_id, waiting_hours, messages, actions_json, stop_after, is_on, position, version FROM rule"
            + where,
        std::move(values),
        [&](RuleId id, std::string name, const std::string &moment, int minute, int weekdays, std::string source, AccountId account, int waiting, int messages,
            const std::string &actions, bool stop, bool on, int position, int version) {
            out.push_back({id, std::move(name), ruleMomentFrom(moment).value_or(RuleMoment::Arrives), minute, weekdays, std::move(source), account, waiting,
                           messages, actionsFrom(actions), stop, on, position, version});
        });
    return out;
}

Result<Rule> theOne(std::vector<Rule> found)
{
    if (found.empty())
        return fail(Errc::NotFound, "no such rule");
    return std::move(found.front());
}

Result<void> check(Session &session, const Rule &rule, const std::string &name, Instant now)
{
    if (name.empty())
        return fail(Errc::InvalidInput, "a rule needs a name");
    if (session.one<int>("SELECT 1 FROM rule WHERE name=? AND id<>?", name, rule.id))
        return fail(Errc::Duplicate, "another rule is called so");
    if (rule.actions.empty())
        return fail(Errc::InvalidInput, "a rule needs something to do");
    for (const auto &action : rule.actions) {
        const bool words = action.kind == RuleAction::Kind::Tag || action.kind == RuleAction::Kind::Untag || action.kind == RuleAction::Kind::Note
                           || action.kind == RuleAction::Kind::Draft || action.kind == RuleAction::Kind::Answer || action.kind == RuleAction::Kind::PassOn;
        if (words && trimmed(action.text).empty())
            return fail(Errc::InvalidInput, std::string("nothing is said for: ") + toString(action.kind));
        if (action.kind == RuleAction::Kind::Snooze && (action.number < 1 || action.number > 24 * 366))
            return fail(Errc::InvalidInput, "a ticket sleeps from an hour to a year");
        const bool leaves = action.kind == RuleAction::Kind::Answer || action.kind == RuleAction::Kind::PassOn;
        if (leaves && (action.number < kLeastDelay || action.number > 60 * 24 * 30))
            return fail(Errc::InvalidInput, "what a rule sends waits at least five minutes, so that it can be taken back");
        if (action.kind == RuleAction::Kind::PassOn && !session.one<int>("SELECT 1 FROM department WHERE id=? AND retired=0", action.department))
            return fail(Errc::InvalidInput, "no such service to pass on to");
    }
    if (rule.moment == RuleMoment::Daily && (rule.atMinute < 0 || rule.atMinute >= 24 * 60 || (rule.weekdays & kEveryDay) == 0))
        return fail(Errc::InvalidInput, "a time of the day and a day of the week are needed");
    if (!rule.source.empty())
        VIGIE_CHECK(parsedAndBound(session, rule.source, now));
    return {};
}

void write(Session &session, const Rule &rule)
{
    session.exec("INSERT INTO rule(id, name, moment, at_minute, weekdays, source, account_id, waiting_hours, messages, actions_json, stop_after, is_on, position,"
                 " version) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET name=excluded.name, moment=excluded.moment,"
                 " at_minute=excluded.at_minute, weekdays=excluded.weekdays, source=excluded.source, account_id=excluded.account_id,"
                 " waiting_hours=excluded.waiting_hours, messages=excluded.messages, actions_json=excluded.actions_json, stop_after=excluded.stop_after,"
                 " is_on=excluded.is_on, position=excluded.position, version=excluded.version",
                 rule.id, rule.name, std::string(toString(rule.moment)), rule.atMinute, rule.weekdays, rule.source, rule.account, rule.waitingHours,
                 rule.messages, actionsJson(rule.actions), rule.stopAfter, rule.on, rule.position, rule.version);
}

} // namespace

Result<std::vector<Rule>> Rules::all()
{
    return tx_.session().guard([&] { return load(tx_.session(), " ORDER BY position, id", {}); });
}

Result<Rule> Rules::get(RuleId id)
{
    return tx_.session().guard([&] { return theOne(load(tx_.session(), " WHERE id=?", binds(id))); });
}

Result<Rule> Rules::named(const std::string &name)
{
    return tx_.session().guard([&] { return theOne(load(tx_.session(), " WHERE name=?", binds(name))); });
}

Result<std::vector<Rule>> Rules::active(RuleMoment moment)
{
    return tx_.session().guard([&] { return load(tx_.session(), " WHERE is_on=1 AND moment=? ORDER BY position, id", binds(std::string_view(toString(moment)))); });
}

Result<RuleId> Rules::save(const Rule &given)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<RuleId> {
        Rule rule = given;
        rule.name = std::string(trimmed(given.name));
        VIGIE_CHECK(check(session, rule, rule.name, tx_.now()));
        const bool made = !rule.id;
        if (made) {
            rule.id = RuleId{session.one<std::int64_t>("SELECT max(coalesce((SELECT max(id) FROM rule), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name='rule'), 0)) + 1")
                                 .value_or(1)};
            rule.position = session.one<int>("SELECT coalesce(max(position), -1) + 1 FROM rule").value_or(0);
            rule.version = 1;
        } else {
            VIGIE_TRY(const auto before, get(rule.id));
            rule.position = before.position;
            rule.version = before.version + 1;
        }
        auto record = made ? RowRecord::made(tx_, Imaged::Rule, rule.id.value) : RowRecord(tx_, Imaged::Rule, rule.id.value);
        write(session, rule);
        record.done();
        tx_.change().settings = true;
        return rule.id;
    });
}

Result<void> Rules::remove(RuleId id)
{
    VIGIE_CHECK(get(id));
    return tx_.session().guard([&] {
        removeRow(tx_, Imaged::Rule, id.value);
        tx_.change().settings = true;
    });
}

Result<void> Rules::move(RuleId id, int place)
{
    VIGIE_CHECK(get(id));
    return tx_.session().guard([&] {
        moveRow(tx_, Imaged::Rule, tx_.session().column<std::int64_t>("SELECT id FROM rule ORDER BY position, id"), id.value, place);
        tx_.change().settings = true;
    });
}

Result<std::int64_t> Rules::seen(RuleId rule, TicketId ticket)
{
    return tx_.session().guard([&] { return tx_.session().one<std::int64_t>("SELECT mark FROM rule_seen WHERE rule_id=? AND ticket_id=?", rule, ticket).value_or(0); });
}

Result<void> Rules::setSeen(RuleId rule, TicketId ticket, std::int64_t mark)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT INTO rule_seen(rule_id, ticket_id, mark) VALUES(?,?,?) ON CONFLICT(rule_id, ticket_id) DO UPDATE SET mark=excluded.mark", rule,
                           ticket, mark);
    });
}

Result<void> Rules::log(const RuleLogLine &line)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT INTO rule_log(rule_id, rule_name, version, at, moment, item_id, ticket_id, outcome, done) VALUES(?,?,?,?,?,?,?,?,?)", line.rule,
                           line.name, line.version, tx_.now(), line.moment, line.item, line.ticket, line.outcome, line.done);
    });
}

Result<std::vector<RuleLogLine>> Rules::logged(RuleId rule, int limit, std::int64_t before)
{
    return tx_.session().guard([&] {
        std::vector<RuleLogLine> out;
        tx_.session().each<std::int64_t, RuleId, std::string, int, Instant, std::string, ItemId, TicketId, std::string, std::string>(
            "SELECT id, rule_id, rule_name, version, at, moment, item_id, ticket_id, outcome, done FROM rule_log WHERE (?1=0 OR rule_id=?1) AND (?2=0 OR id<?2)"
            " ORDER BY id DESC LIMIT ?3",
            binds(rule, before, limit), [&](std::int64_t id, RuleId of, std::string name, int version, Instant at, std::string moment, ItemId item, TicketId ticket,
                                            std::string outcome, std::string done) {
                out.push_back({id, of, std::move(name), version, at, std::move(moment), item, ticket, std::move(outcome), std::move(done)});
            });
        return out;
    });
}

Result<std::int64_t> Rules::acted(RuleId rule)
{
    return tx_.session().guard([&] { return tx_.session().one<std::int64_t>("SELECT count(*) FROM rule_log WHERE rule_id=? AND outcome='done'", rule).value_or(0); });
}

Result<void> Rules::prepare(const RuleAnswer &answer)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto id = session.insert("INSERT INTO rule_answer(ticket_id, item_id, rule, text, delay_minutes, at, department_id) VALUES(?,?,?,?,?,?,?)", answer.ticket, answer.item,
                                       answer.rule, answer.text, answer.delayMinutes, tx_.now(), answer.department);
        RowRecord::made(tx_, Imaged::Answer, id).done(answer.ticket);
    });
}

Result<std::vector<RuleAnswer>> Rules::prepared()
{
    return tx_.session().guard([&] {
        std::vector<RuleAnswer> out;
        tx_.session().each<std::int64_t, TicketId, ItemId, std::string, std::string, int, DepartmentId>(
            "SELECT id, ticket_id, item_id, rule, text, delay_minutes, department_id FROM rule_answer ORDER BY id", {},
            [&](std::int64_t id, TicketId ticket, ItemId item, std::string rule, std::string text, int delay, DepartmentId department) {
                out.push_back({id, ticket, item, std::move(rule), std::move(text), delay, department});
            });
        return out;
    });
}

Result<void> Rules::forget(std::int64_t answer)
{
    return tx_.session().guard([&] { tx_.session().exec("DELETE FROM rule_answer WHERE id=?", answer); });
}

} // namespace vigie::store
