// SPDX-License-Identifier: GPL-3.0-or-later
// One cause, one alert: what is found again joins the alert that lasts, and only what doubles is told again.
#include <vigie/insight/alerts.hpp>

#include <vigie/store/alerts.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr std::chrono::hours kLasts{24};
constexpr double kToldAgainAt = 2; ///< times the most that was told

AlertNotice noticeOf(const AlertRule &rule, bool quiet)
{
    return quiet && !rule.breaksThrough ? AlertNotice::Held : AlertNotice::Now;
}

Alert newAlert(const AlertRule &rule, const AlertFinding &found, bool quiet, Instant now)
{
    Alert alert;
    alert.rule = rule.id;
    alert.found = found;
    alert.notice = noticeOf(rule, quiet);
    alert.firstAt = now;
    alert.lastAt = now;
    alert.first = alert.peak = found.value;
    return alert;
}

/// False: nothing is new since it was found last.
bool grow(Alert &alert, const AlertRule &rule, const AlertFinding &found, bool quiet, Instant now)
{
    const bool more = !std::includes(alert.found.items.rbegin(), alert.found.items.rend(), found.items.rbegin(), found.items.rend());
    if (found.to <= alert.found.to && found.value <= alert.found.value && !more)
        return false;
    const bool doubled = found.rings && found.kind != AlertKind::Vip && found.kind != AlertKind::Silence && found.value >= kToldAgainAt * alert.peak;
    const auto low = alert.found.low, high = alert.found.high; // what was usual before it began
    const auto from = std::min(alert.found.from, found.from);
    alert.found = found;
    alert.found.low = low;
    alert.found.high = high;
    alert.found.from = from;
    alert.lastAt = now;
    alert.peak = std::max(alert.peak, found.value);
    alert.times += 1;
    const bool silenced = (rule.mutedUntil && *rule.mutedUntil > now) || alert.snoozedUntil;
    if (doubled && !silenced) {
        alert.notice = noticeOf(rule, quiet);
        alert.state = AlertState::New;
    }
    return true;
}

} // namespace

Result<AlertsKept> keepFindings(store::Tx &tx, const AlertRule &rule, const std::vector<AlertFinding> &findings, bool quiet)
{
    AlertsKept kept;
    store::Alerts alerts(tx);
    const bool muted = rule.mutedUntil && *rule.mutedUntil > tx.now();
    for (const auto &found : findings) {
        VIGIE_TRY(auto lasting, alerts.lasting(rule.id, found.cause, tx.now() - kLasts));
        if (!lasting && (muted || !found.rings))
            continue;
        if (!lasting) {
            VIGIE_CHECK(alerts.add(newAlert(rule, found, quiet, tx.now())));
            kept.rung += 1;
        } else if (grow(*lasting, rule, found, quiet, tx.now())) {
            VIGIE_CHECK(alerts.update(*lasting));
            kept.grown += 1;
        }
    }
    return kept;
}

Result<int> wakeSnoozed(store::Tx &tx, bool quiet)
{
    store::Alerts alerts(tx);
    VIGIE_TRY(const auto due, alerts.due(tx.now()));
    for (const auto &alert : due) {
        VIGIE_TRY(const auto rule, alerts.rule(alert.rule));
        VIGIE_CHECK(alerts.wake(alert.id, noticeOf(rule, quiet)));
    }
    return static_cast<int>(due.size());
}

Result<int> releaseHeld(store::Tx &tx)
{
    store::Alerts alerts(tx);
    VIGIE_TRY(const auto held, alerts.withNotice(AlertNotice::Held));
    for (const auto &alert : held)
        VIGIE_CHECK(alerts.setNotice(alert.id, alert.state == AlertState::New ? AlertNotice::Digest : AlertNotice::Told));
    return static_cast<int>(held.size());
}

} // namespace vigie::insight
