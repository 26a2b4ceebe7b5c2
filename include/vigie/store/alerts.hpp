// SPDX-License-Identifier: GPL-3.0-or-later
// Alert rules, alerts, and the counts that they are judged by.
// Thread: inside a store job. Errors: Storage..., NotFound.
// What a person changes is recorded under the open undoable action (Tickets::beginChangeSet).
#pragma once

#include <vigie/model/alert.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

/// Counted mentions of five minutes.
struct AlertStretch {
    Instant at;
    std::int64_t positive = 0, neutral = 0, negative = 0;
    [[nodiscard]] std::int64_t total() const { return positive + neutral + negative; }
};
inline constexpr std::chrono::minutes kAlertStretch{5};

/// A mention and who made it.
struct AlertAuthor {
    ItemId item;
    MemberId member;
    std::string handle;
    double followers = -1;     ///< -1: not known
};
/// A conversation and how long it waited for a first answer. `until` none: it waits.
struct AlertWaiting {
    ItemId latest;
    Instant from;
    std::optional<Instant> until;
};

class Alerts {
public:
    explicit Alerts(Tx &tx) : tx_(tx) {}

    Result<std::vector<AlertRule>> rules();
    Result<AlertRule> rule(AlertRuleId id);
    /// Inserts when the id is none.
    Result<AlertRuleId> save(const AlertRule &rule);
    Result<void> remove(AlertRuleId id); ///< its alerts are not shown as long as it is gone

    /// Newest first. Without those that are done or put off unless asked for.
    Result<std::vector<Alert>> list(bool withDone, int limit);
    Result<Alert> get(AlertId id);
    Result<int> openCount();   ///< neither seen nor done
    /// The newest alert of a rule with that cause, done or not, that was still going on at `since`.
    Result<std::optional<Alert>> lasting(AlertRuleId rule, const std::string &cause, Instant since);
    Result<AlertId> add(const Alert &alert);
    /// What was found anew: evidence is added, never taken away.
    Result<void> update(const Alert &alert);
    /// What is done or looked at anew is no longer put off.
    Result<void> setState(AlertId id, AlertState state);
    /// Out of the list until then.
    Result<void> snooze(AlertId id, Instant until);
    /// Put off until `now` or before.
    Result<std::vector<Alert>> due(Instant now);
    /// New again, to be told as `notice` says. The clock did it: nothing to undo.
    Result<void> wake(AlertId id, AlertNotice notice);
    Result<std::vector<Alert>> withNotice(AlertNotice notice);
    Result<void> setNotice(AlertId id, AlertNotice notice);
    /// Whether the item is evidence of an alert of this rule already.
    Result<bool> knows(AlertRuleId rule, ItemId item);

    /// The first query with role Brand; none: 0, everything collected.
    Result<QueryId> brand();
    /// [from, to), stretches without mentions are absent.
    Result<std::vector<AlertStretch>> stretches(QueryId query, Instant from, Instant to);
    /// Mentions in [from, to), newest first; `before`: only those older than this one.
    Result<std::vector<ItemId>> items(QueryId query, Instant from, Instant to, bool negativeOnly, int limit, ItemId before = {});
    /// The newest mention before `before`.
    Result<std::optional<Instant>> newestBefore(QueryId query, Instant before);
    /// Mentions in [from, to) and their authors, newest first.
    Result<std::vector<AlertAuthor>> authors(QueryId query, Instant from, Instant to);
    /// Conversations that waited for a first answer at some time since `from`.
    Result<std::vector<AlertWaiting>> waiting(Instant from);
    /// The oldest mention of all; none: nothing was collected.
    Result<std::optional<Instant>> begin(QueryId query);
    /// Since when all accounts that are read now were read: before it fewer wrote than there were. None: nothing was read yet.
    Result<std::optional<Instant>> allReadSince();

private:
    Result<void> decide(AlertId id, AlertState state, std::optional<Instant> snoozedUntil);
    Tx &tx_;
};

} // namespace vigie::store
