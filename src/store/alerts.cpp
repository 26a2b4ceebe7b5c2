// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/alerts.hpp>

#include "store/alerts_row.hpp"
#include "store/session.hpp"
#include "store/undo.hpp"

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, rule_id, kind, cause, state, notice, query_id, from_at, to_at, first_at, last_at, value, low, high, n, usual_hours,"
                                " same_weekday, subject, account_id, first_value, peak, times, snoozed_until_at FROM alert";
const std::string kRuleIsThere = " WHERE rule_id IN (SELECT id FROM alert_rule)";
constexpr int kEvidence = 200; ///< rows that are read back of one alert; the window of time and query lead to all

void loadEvidence(Session &session, Alert &alert)
{
    alert.found.items = session.column<ItemId>("SELECT item_id FROM alert_item WHERE alert_id=? ORDER BY item_id DESC LIMIT ?", alert.id, kEvidence);
}

std::vector<Alert> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Alert> out;
    session.each<AlertId, AlertRuleId, std::string, std::string, int, int, QueryId, Instant, Instant, Instant, Instant, double, std::optional<double>,
                 std::optional<double>, std::int64_t, int, bool, std::string, AccountId, double, double, int, std::optional<Instant>>(
        kSelect + where, std::move(values),
        [&](AlertId id, AlertRuleId rule, const std::string &kind, std::string cause, int state, int notice, QueryId query, Instant from, Instant to, Instant firstAt,
            Instant lastAt, double value, std::optional<double> low, std::optional<double> high, std::int64_t n, int usualHours, bool sameWeekday,
            std::string subject, AccountId account, double first, double peak, int times, std::optional<Instant> snoozed) {
            Alert alert;
            alert.id = id;
            alert.rule = rule;
            alert.found = {alertKindFrom(kind).value_or(AlertKind::Volume), std::move(cause), true, query, from, to, value, low, high, n, usualHours, sameWeekday,
                           std::move(subject), account, {}};
            alert.state = static_cast<AlertState>(state);
            alert.notice = static_cast<AlertNotice>(notice);
            alert.firstAt = firstAt;
            alert.lastAt = lastAt;
            alert.first = first;
            alert.peak = peak;
            alert.times = times;
            alert.snoozedUntil = snoozed;
            out.push_back(std::move(alert));
        });
    for (auto &alert : out)
        loadEvidence(session, alert);
    return out;
}

void addEvidence(Session &session, AlertId id, const std::vector<ItemId> &items)
{
    for (const auto item : items)
        session.exec("INSERT OR IGNORE INTO alert_item(alert_id, item_id) VALUES(?,?)", id, item);
}

} // namespace

Result<std::vector<Alert>> Alerts::list(bool withDone, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, kRuleIsThere + (withDone ? "" : " AND state<>2 AND snoozed_until_at IS NULL") + std::string(" ORDER BY last_at DESC, id DESC LIMIT ?"), binds(limit)); });
}

Result<Alert> Alerts::get(AlertId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Alert> {
        auto rows = load(session, " WHERE id=?", binds(id));
        if (rows.empty())
            return fail(Errc::NotFound, "no such alert");
        return std::move(rows.front());
    });
}

Result<int> Alerts::openCount()
{
    return tx_.session().guard([&] { return tx_.session().one<int>("SELECT count(*) FROM alert" + kRuleIsThere + " AND state=0").value_or(0); });
}

Result<std::optional<Alert>> Alerts::lasting(AlertRuleId rule, const std::string &cause, Instant since)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto rows = load(session, " WHERE rule_id=? AND cause=? AND last_at>=? ORDER BY last_at DESC, id DESC LIMIT 1", binds(rule, cause, since));
        return rows.empty() ? std::optional<Alert>() : std::optional<Alert>(std::move(rows.front()));
    });
}

Result<AlertId> Alerts::add(const Alert &alert)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto &found = alert.found;
        const AlertId id{session.insert("INSERT INTO alert(rule_id, kind, cause, state, notice, query_id, from_at, to_at, first_at, last_at, value, low, high, n,"
                                        " usual_hours, same_weekday, subject, account_id, first_value, peak, times) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                        alert.rule, std::string(toString(found.kind)), found.cause, alert.state, alert.notice, found.query, found.from, found.to,
                                        alert.firstAt, alert.lastAt, found.value, found.low, found.high, found.n, found.usualHours, found.sameWeekday, found.subject,
                                        found.account, alert.first, alert.peak, alert.times)};
        addEvidence(session, id, found.items);
        tx_.change().alerts = true;
        return id;
    });
}

Result<void> Alerts::update(const Alert &alert)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto &found = alert.found;
        session.exec("UPDATE alert SET state=?, notice=?, from_at=?, to_at=?, last_at=?, value=?, low=?, high=?, n=?, usual_hours=?, same_weekday=?, peak=?, times=?"
                     " WHERE id=?",
                     alert.state, alert.notice, found.from, found.to, alert.lastAt, found.value, found.low, found.high, found.n, found.usualHours, found.sameWeekday,
                     alert.peak, alert.times, alert.id);
        addEvidence(session, alert.id, found.items);
        tx_.change().alerts = true;
    });
}

Result<void> Alerts::setState(AlertId id, AlertState state)
{
    return decide(id, state, std::nullopt);
}

Result<void> Alerts::snooze(AlertId id, Instant until)
{
    return decide(id, AlertState::Seen, until);
}

Result<void> Alerts::decide(AlertId id, AlertState state, std::optional<Instant> snoozedUntil)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        RowChange change;
        change.kind = kAlertChange;
        change.row = id.value;
        change.before = alertImage(session, id);
        if (!change.before)
            return fail(Errc::NotFound, "no such alert");
        // Whoever looked at it needs no notice of it any more.
        session.exec("UPDATE alert SET state=?, notice=0, snoozed_until_at=? WHERE id=?", state, snoozedUntil, id);
        change.after = alertImage(session, id);
        recordRow(tx_, change);
        tx_.change().alerts = true;
        return {};
    });
}

Result<std::vector<Alert>> Alerts::due(Instant now)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, kRuleIsThere + " AND snoozed_until_at<=? ORDER BY snoozed_until_at, id", binds(now)); });
}

Result<void> Alerts::wake(AlertId id, AlertNotice notice)
{
    return tx_.session().guard([&] {
        tx_.session().exec("UPDATE alert SET state=?, notice=?, snoozed_until_at=NULL WHERE id=?", AlertState::New, notice, id);
        tx_.change().alerts = true;
    });
}

Result<std::vector<Alert>> Alerts::withNotice(AlertNotice notice)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, kRuleIsThere + " AND notice=? ORDER BY first_at, id", binds(notice)); });
}

Result<void> Alerts::setNotice(AlertId id, AlertNotice notice)
{
    return tx_.session().guard([&] {
        tx_.session().exec("UPDATE alert SET notice=? WHERE id=?", notice, id);
        tx_.change().alerts = true;
    });
}

Result<bool> Alerts::knows(AlertRuleId rule, ItemId item)
{
    return tx_.session().guard([&] {
        return tx_.session().one<int>("SELECT 1 FROM alert_item e JOIN alert a ON a.id=e.alert_id WHERE e.item_id=? AND a.rule_id=?", item, rule).has_value();
    });
}

} // namespace vigie::store
