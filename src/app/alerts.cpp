// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/alerts.hpp>

#include "app/deadlines.hpp"
#include "app/workspace_impl.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/base/log.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

using insight::AlertsKept;

constexpr std::chrono::hours kSeenWithin{24 * 7}, kAlertsPulseOf{24 * 58};
constexpr std::chrono::seconds kEvery{60}; ///< of real time at the least: the practice network's clock may run fast

AlertFinding findingOf(const Account &account, const Silence &silence)
{
    AlertFinding found;
    found.kind = AlertKind::Silence;
    found.cause = "silence " + std::to_string(account.id.value);
    found.from = silence.lastItem;
    found.to = silence.lastItem + silence.quiet;
    found.value = static_cast<double>(silence.quiet.count());
    found.high = static_cast<double>(silence.usual.count());
    found.subject = account.handle.empty() ? account.instance : account.handle;
    found.account = account.id;
    return found;
}

Result<std::vector<AlertFinding>> silences(store::Tx &tx, const SilenceOf &silenceOf)
{
    std::vector<AlertFinding> found;
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    for (const auto &account : accounts) {
        if (account.state != AccountState::Active)
            continue;
        const AccountId ids[] = {account.id};
        VIGIE_TRY(const auto coverage, store::Sync(tx).coverage(ids, tx.now() - kSeenWithin, tx.now()));
        const auto silence = coverage.seenUpTo ? silenceOf(tx, account, *coverage.seenUpTo) : std::nullopt;
        if (silence)
            found.push_back(findingOf(account, *silence));
    }
    return found;
}

struct Round {
    std::vector<AlertRule> rules;
    bool quiet = false, anyHeld = false, anyDue = false;
};

Result<Round> roundOf(store::Tx &tx, const std::string &zone)
{
    Round round;
    VIGIE_TRY(round.rules, store::Alerts(tx).rules());
    round.rules.erase(std::remove_if(round.rules.begin(), round.rules.end(), [](const AlertRule &rule) { return !rule.on; }), round.rules.end());
    VIGIE_TRY(const auto hours, store::Settings(tx).get(kQuietHours.key));
    round.quiet = hours && insight::isQuiet(insight::quietHoursFrom(*hours), tx.now(), zone);
    VIGIE_TRY(const auto held, store::Alerts(tx).withNotice(AlertNotice::Held));
    VIGIE_TRY(const auto due, store::Alerts(tx).due(tx.now()));
    round.anyHeld = !held.empty();
    round.anyDue = !due.empty();
    return round;
}

Result<AlertsKept> judgeOne(store::Store &store, const AlertRule &rule, bool quiet, const std::string &zone, const SilenceOf &silence)
{
    using Findings = std::vector<AlertFinding>;
    // Reading four weeks of counts is the readers' work; the writer only keeps what came of it.
    VIGIE_TRY(const auto found, store.readNow<Findings>([&](store::Tx &tx) -> Result<Findings> {
                  const store::AsCounted counted(tx);
                  if (rule.kind == AlertKind::Deadline)
                      return deadlineFindings(tx);
                  return rule.kind == AlertKind::Silence ? silences(tx, silence) : insight::AlertJudge(tx, zone).judge(rule, tx.now());
              }));
    if (found.empty())
        return AlertsKept{};
    return store.writeNow<AlertsKept>([&](store::Tx &tx) { return insight::keepFindings(tx, rule, found, quiet); });
}

Result<std::vector<AlertFinding>> replaySilence(store::Tx &tx, Instant from, Instant to)
{
    std::vector<AlertFinding> all;
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    for (const auto &account : accounts) {
        VIGIE_TRY(auto slots, store::Sync(tx).pulse(account.connector, account.instance, from - kAlertsPulseOf));
        const std::span<const Instant> known(slots);
        for (std::size_t i = 0; i < known.size(); ++i) {
            const auto end = i + 1 < known.size() ? known[i + 1] : to;
            const auto silence = end >= from && known[i] < to ? silenceOf(known.first(i + 1), std::min(end, to)) : std::nullopt;
            if (silence)
                all.push_back(findingOf(account, *silence));
        }
    }
    std::sort(all.begin(), all.end(), [](const AlertFinding &a, const AlertFinding &b) { return a.from < b.from; });
    return all;
}

} // namespace

Result<AlertsKept> judgeAlerts(store::Store &store, const std::string &zone, const SilenceOf &silence)
{
    VIGIE_TRY(const auto round, store.readNow<Round>([&](store::Tx &tx) { return roundOf(tx, zone); }));
    if (round.anyHeld && !round.quiet)
        VIGIE_CHECK(store.writeNow<int>([](store::Tx &tx) { return insight::releaseHeld(tx); }));
    if (round.anyDue)
        VIGIE_CHECK(store.writeNow<int>([&](store::Tx &tx) { return insight::wakeSnoozed(tx, round.quiet); }));
    AlertsKept all;
    std::optional<Error> failed;
    for (const auto &rule : round.rules) {
        const auto kept = judgeOne(store, rule, round.quiet, zone, silence);
        if (kept) {
            all.rung += kept->rung;
            all.grown += kept->grown;
        } else if (!failed) {
            failed = kept.error();
        }
    }
    return failed ? Result<AlertsKept>(fail(*failed)) : all;
}

Result<std::vector<AlertFinding>> replayAlert(store::Tx &tx, const AlertRule &rule, Instant from, Instant to, const std::string &zone)
{
    const store::AsCounted counted(tx);
    return rule.kind == AlertKind::Silence ? replaySilence(tx, from, to) : insight::AlertJudge(tx, zone).replay(rule, from, to);
}

void Workspace::Impl::judgeAlertsLater(Instant now)
{
    const auto every = kEvery * (scaledClock ? scaledClock->factor() : 1);
    {
        const std::lock_guard guard(mutex);
        // A clock that jumped back must not keep alerts from being judged for as long as it jumped.
        if (judging || (nextAlerts && *nextAlerts > now && *nextAlerts <= now + every * 2))
            return;
        judging = true;
    }
    alertWorker->post([this, every] {
        std::string place;
        {
            const std::lock_guard guard(mutex);
            place = zone;
        }
        const auto silenceNow = [this](store::Tx &tx, const Account &account, Instant seenUpTo) { return silence(tx, account, seenUpTo); };
        const auto kept = stop.stop_requested() ? Result<AlertsKept>(AlertsKept{}) : judgeAlerts(*store, place, silenceNow);
        if (!kept && kept.error().code != Errc::Cancelled)
            log::error("app", "alerts cannot be judged: {}", kept.error().detail);
        const std::lock_guard guard(mutex);
        judging = false;
        nextAlerts = clock->now() + every;
    });
}

} // namespace vigie::app
