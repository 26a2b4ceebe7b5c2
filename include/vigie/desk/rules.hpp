// SPDX-License-Identifier: GPL-3.0-or-later
// What rules do. One pure function says what a rule makes of a mention; a run writes exactly that, a trial only shows it.
// Nothing is sent from here: an answer becomes a row that the engines take into the outbox, with its delay.
// Loops are cut: in one event a rule acts on a ticket once, whatever it and the others change; and there is a cap.
// Thread: inside a store job. Errors: those of the store; PolicyRefused (a rule that would close everything, not confirmed;
// more than kMostApplied of history at once).
#pragma once

#include <vigie/model/rule.hpp>
#include <vigie/store/rules.hpp>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vigie::desk {

/// Of one event: beyond this, and one more for each ticket the event itself is about, rules stop and say so in their log.
inline constexpr int kMostActions = 2'000;
inline constexpr std::size_t kMostApplied = 20'000;
/// Older arrivals are history: they are tagged, closed and noted, but nobody is called to them.
inline constexpr std::chrono::hours kRuleHistory{72};

/// How an automatic change signs in the history of a ticket.
[[nodiscard]] std::string ruleActor(const Rule &rule);

struct RuleOutcome {
    store::RuleSubject after;
    std::vector<RuleStep> steps;         ///< empty: it was so already, or there is no ticket to change
    bool toInbox = false;
    std::vector<std::string> notes;
    std::string draft;
    std::vector<store::RuleAnswer> leaves; ///< an answer, questions to services
};
/// `calls`: false for history: no ticket is made, nothing is prepared for sending.
[[nodiscard]] RuleOutcome outcomeOf(const Rule &rule, const store::RuleSubject &before, Instant now, const std::string &zone, bool calls);
/// What it asks of the ticket beside its query. `account`: the one a mention came in by.
[[nodiscard]] bool ticketHolds(const Rule &rule, const store::RuleSubject &subject, AccountId account, Instant now);

class RuleRun {
public:
    explicit RuleRun(store::Tx &tx) : tx_(tx) {}

    /// Mentions that came in just now, older first. `history`: of a first sync.
    Result<int> arrived(std::span<const ItemId> items, AccountId account, bool history);
    /// Tickets that were changed, or whose message was.
    Result<int> changed(std::span<const TicketId> tickets);
    /// Waits that are over the limit now, and rules whose time of the day has come.
    Result<int> clock();
    /// On these, under the open undoable action. How many it changed.
    Result<int> onHistory(const Rule &rule, std::span<const ItemId> items);

private:
    Result<bool> act(const Rule &rule, const store::RuleSubject &before, AccountId account, const char *moment, bool calls);
    Result<void> write(const Rule &rule, const store::RuleSubject &before, const RuleOutcome &outcome, AccountId account);
    Result<int> actOn(const Rule &rule, std::span<const ItemId> items, AccountId account, const char *moment, bool calls, std::set<ItemId> *stopped = nullptr);
    Result<int> daily(const Rule &rule);
    Result<bool> mayGoOn(const Rule &rule, const store::RuleSubject &subject, const char *moment);
    Result<std::string> zone();

    store::Tx &tx_;
    std::set<std::pair<RuleId, ItemId>> acted_;
    std::set<TicketId> touched_;             ///< by rules, and not yet shown to the rules for changes
    std::optional<std::string> zone_;
    int actions_ = 0, allowed_ = kMostActions;
    bool capped_ = false;
};

/// Desk::toInbox() without an undoable action of its own, signed by whoever did it.
[[nodiscard]] Result<TicketId> bringToInbox(store::Tx &tx, ItemId item, AccountId account, const std::string &actor);

/// A rule played over what is stored: nothing is written.
struct RuleTrial {
    std::int64_t items = 0, judged = 0;  ///< mentions to be looked at, and looked at
    std::int64_t matched = 0;            ///< the condition holds
    std::int64_t changed = 0;            ///< of these, something would be different afterwards
    std::map<std::string, std::int64_t> changes; ///< how many by what: "tag", "status" ...
    struct Row {
        ItemId item;
        TicketId ticket;
        std::vector<RuleStep> steps;
    };
    std::vector<Row> rows;               ///< the newest that would change, at most kMostRows
    std::vector<ItemId> toChange;        ///< all of them, newest first, at most kMostApplied + 1
    ItemId below;
    bool done = false;
    static constexpr std::size_t kMostRows = 200;
    [[nodiscard]] double share() const { return done || items <= 0 ? 1.0 : static_cast<double>(judged) / static_cast<double>(items); }
};
/// The next `slice` mentions published since then, newest first. Several calls make the whole.
Result<void> tryRule(store::Tx &tx, const Rule &rule, Instant since, int slice, RuleTrial &so);
/// One undoable action over what a trial found.
Result<int> applyRule(store::Tx &tx, const Rule &rule, std::span<const ItemId> items);

/// It would close or ignore all that comes: its condition asks nothing, or lets through nearly all of the newest mentions.
Result<bool> closesEverything(store::Tx &tx, const Rule &rule);
/// PolicyRefused when it closes everything and that was not confirmed.
Result<RuleId> saveRule(store::Tx &tx, const Rule &rule, bool confirmed);

} // namespace vigie::desk
