// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/alerts.hpp>

#include "store/alerts_row.hpp"
#include "store/undo.hpp"

#include <nlohmann/json.hpp>

#include <tuple>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

constexpr const char *kSelect = "SELECT id, name, kind, query_id, sensitivity, followers, people, is_on, breaks_through, muted_until_at, created_at, changed_at FROM alert_rule";

std::optional<Instant> instantFrom(const Json &json, const char *key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_number_integer() ? std::optional(fromMicros(it->get<std::int64_t>())) : std::nullopt;
}

void record(Tx &tx, AlertRuleId id, std::optional<std::string> before)
{
    RowChange change;
    change.kind = kAlertRuleChange;
    change.row = id.value;
    change.before = std::move(before);
    change.after = alertRuleImage(tx.session(), id);
    recordRow(tx, change);
    tx.change().alerts = true;
}

} // namespace

std::vector<AlertRule> loadAlertRules(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<AlertRule> out;
    session.each<AlertRuleId, std::string, std::string, QueryId, int, std::int64_t, std::string, bool, bool, std::optional<Instant>, Instant, Instant>(
        kSelect + where, std::move(values),
        [&](AlertRuleId id, std::string name, const std::string &kind, QueryId query, int sensitivity, std::int64_t followers, std::string people, bool on, bool breaks,
            std::optional<Instant> muted, Instant created, Instant changed) {
            out.push_back({id, std::move(name), alertKindFrom(kind).value_or(AlertKind::Volume), query, static_cast<AlertSensitivity>(sensitivity), followers,
                           std::move(people), on, breaks, muted, created, changed});
        });
    return out;
}

void writeAlertRule(Session &session, const AlertRule &rule)
{
    session.exec("INSERT INTO alert_rule(id, name, kind, query_id, sensitivity, followers, people, is_on, breaks_through, muted_until_at, created_at, changed_at)"
                 " VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET name=excluded.name, kind=excluded.kind, query_id=excluded.query_id,"
                 " sensitivity=excluded.sensitivity, followers=excluded.followers, people=excluded.people, is_on=excluded.is_on,"
                 " breaks_through=excluded.breaks_through, muted_until_at=excluded.muted_until_at, changed_at=excluded.changed_at",
                 rule.id, rule.name, std::string(toString(rule.kind)), rule.query, rule.sensitivity, rule.followers, rule.people, rule.on, rule.breaksThrough,
                 rule.mutedUntil, rule.createdAt, rule.changedAt);
}

std::optional<std::string> alertRuleImage(Session &session, AlertRuleId id)
{
    const auto found = loadAlertRules(session, " WHERE id=?", binds(id));
    if (found.empty())
        return std::nullopt;
    const auto &rule = found.front();
    const Json json{{"id", rule.id.value}, {"name", rule.name}, {"kind", toString(rule.kind)}, {"query", rule.query.value},
                    {"sensitivity", static_cast<int>(rule.sensitivity)}, {"followers", rule.followers}, {"people", rule.people}, {"on", rule.on},
                    {"breaks_through", rule.breaksThrough}, {"muted_until", rule.mutedUntil ? Json(toMicros(*rule.mutedUntil)) : Json()},
                    {"created", toMicros(rule.createdAt)}, {"changed", toMicros(rule.changedAt)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

AlertRule alertRuleFromImage(std::string_view text)
{
    const auto json = Json::parse(text, nullptr, false);
    AlertRule rule;
    if (!json.is_object())
        return rule;
    rule.id = AlertRuleId{json.value("id", std::int64_t{0})};
    rule.name = json.value("name", "");
    rule.kind = alertKindFrom(json.value("kind", "volume")).value_or(AlertKind::Volume);
    rule.query = QueryId{json.value("query", std::int64_t{0})};
    rule.sensitivity = static_cast<AlertSensitivity>(json.value("sensitivity", 1));
    rule.followers = json.value("followers", rule.followers);
    rule.people = json.value("people", "");
    rule.on = json.value("on", true);
    rule.breaksThrough = json.value("breaks_through", false);
    rule.mutedUntil = instantFrom(json, "muted_until");
    rule.createdAt = instantFrom(json, "created").value_or(Instant{});
    rule.changedAt = instantFrom(json, "changed").value_or(Instant{});
    return rule;
}

std::optional<std::string> alertImage(Session &session, AlertId id)
{
    return session.one<std::string>("SELECT json_array(state, snoozed_until_at) FROM alert WHERE id=?", id);
}

int alertsChangedSince(Session &session, ChangeSetId id)
{
    int moved = session.one<int>("SELECT count(*) FROM change_row r LEFT JOIN alert a ON a.id=r.row_id WHERE r.change_set_id=? AND r.kind='alert'"
                                 " AND r.after_json IS NOT json_array(a.state, a.snoozed_until_at)",
                                 id)
                    .value_or(0);
    session.each<AlertRuleId, std::optional<std::string>>("SELECT row_id, after_json FROM change_row WHERE change_set_id=? AND kind='alert_rule'", binds(id),
                                                          [&](AlertRuleId rule, const std::optional<std::string> &after) { moved += alertRuleImage(session, rule) != after ? 1 : 0; });
    return moved;
}

bool restoreAlerts(Session &session, ChangeSetId id)
{
    bool any = session.exec("UPDATE alert SET (state, snoozed_until_at)=(SELECT r.before_json ->> 0, r.before_json ->> 1 FROM change_row r"
                            " WHERE r.change_set_id=?1 AND r.kind='alert' AND r.row_id=alert.id)"
                            " WHERE id IN (SELECT row_id FROM change_row WHERE change_set_id=?1 AND kind='alert')",
                            id) > 0;
    std::vector<std::pair<AlertRuleId, std::optional<std::string>>> rules;
    session.each<AlertRuleId, std::optional<std::string>>("SELECT row_id, before_json FROM change_row WHERE change_set_id=? AND kind='alert_rule'", binds(id),
                                                          [&](AlertRuleId rule, std::optional<std::string> before) { rules.emplace_back(rule, std::move(before)); });
    for (const auto &[rule, before] : rules) {
        if (before)
            writeAlertRule(session, alertRuleFromImage(*before));
        else
            session.exec("DELETE FROM alert_rule WHERE id=?", rule);
        any = true;
    }
    return any;
}

Result<std::vector<AlertRule>> Alerts::rules()
{
    return tx_.session().guard([&] { return loadAlertRules(tx_.session(), " ORDER BY id", {}); });
}

Result<AlertRule> Alerts::rule(AlertRuleId id)
{
    return tx_.session().guard([&]() -> Result<AlertRule> {
        auto found = loadAlertRules(tx_.session(), " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such alert rule");
        return std::move(found.front());
    });
}

Result<AlertRuleId> Alerts::save(const AlertRule &rule)
{
    auto &session = tx_.session();
    return session.guard([&] {
        AlertRule row = rule;
        row.changedAt = tx_.now();
        std::optional<std::string> before;
        if (row.id) {
            before = alertRuleImage(session, row.id);
        } else {
            row.createdAt = tx_.now();
            row.id = AlertRuleId{session.insert("INSERT INTO alert_rule(kind, created_at, changed_at) VALUES(?,?,?)", std::string(toString(row.kind)), row.createdAt, row.changedAt)};
        }
        writeAlertRule(session, row);
        record(tx_, row.id, std::move(before));
        return row.id;
    });
}

Result<void> Alerts::remove(AlertRuleId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        auto before = alertRuleImage(session, id);
        if (!before)
            return fail(Errc::NotFound, "no such alert rule");
        session.exec("DELETE FROM alert_rule WHERE id=?", id);
        record(tx_, id, std::move(before));
        return {};
    });
}

} // namespace vigie::store
