// SPDX-License-Identifier: GPL-3.0-or-later
// Rules as they are kept, what they did, and which mentions their conditions hold for. What they do is desk/rules.hpp.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no name, no action, a query that does not read), Duplicate.
// Changes of rules are recorded under the open undoable action (Tickets::beginChangeSet); the log is only ever added to.
#pragma once

#include <vigie/model/rule.hpp>
#include <vigie/store/lateness.hpp>
#include <vigie/store/tickets.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// What a rule can see and change of one mention.
struct RuleSubject {
    ItemId item;
    std::optional<Ticket> ticket;
    std::vector<std::string> tags;    ///< of the mention
    double bump = 0;
    bool draft = false;               ///< an answer was begun
    bool ours = false;
};

/// An answer a rule prepared, or a question to a service, that is not in the outbox yet.
struct RuleAnswer {
    std::int64_t id = 0;
    TicketId ticket;
    ItemId item;
    std::string rule, text;
    int delayMinutes = 0;
    DepartmentId department{};        ///< none: an answer to the member
};

class Rules {
public:
    explicit Rules(Tx &tx) : tx_(tx) {}

    /// In their order.
    Result<std::vector<Rule>> all();
    Result<Rule> get(RuleId id);
    Result<Rule> named(const std::string &name);
    /// Those that are on and wait for this moment.
    Result<std::vector<Rule>> active(RuleMoment moment);
    /// Inserts when the id is none, at the end.
    Result<RuleId> save(const Rule &rule);
    Result<void> remove(RuleId id);
    Result<void> move(RuleId id, int place);

    /// Of these, the ones its query holds for, in the order given.
    Result<std::vector<ItemId>> holding(const Rule &rule, std::span<const ItemId> items);
    /// The next `slice` mentions older than `below` (none: from the newest) and not older than `since`, ascending, that its query
    /// holds for; `below` moves on, `looked` grows by what was looked at. False: that was the last slice.
    Result<bool> holdingInHistory(const Rule &rule, Instant since, int slice, ItemId &below, std::int64_t &looked, std::vector<ItemId> &found);
    Result<std::int64_t> countSince(Instant since);
    /// In the order given; what is gone is left out.
    Result<std::vector<RuleSubject>> subjects(std::span<const ItemId> items);
    /// Of late tickets, those whose wait this rule has not seen yet.
    Result<std::vector<LateRow>> unseen(RuleId rule, std::vector<LateRow> late);

    /// A mark that the rule leaves behind for a ticket, and for itself (ticket none).
    Result<std::int64_t> seen(RuleId rule, TicketId ticket);
    Result<void> setSeen(RuleId rule, TicketId ticket, std::int64_t mark);
    Result<void> log(const RuleLogLine &line);
    /// Newest first; rule none: of all. `before`: only older lines.
    Result<std::vector<RuleLogLine>> logged(RuleId rule, int limit, std::int64_t before = 0);
    Result<std::int64_t> acted(RuleId rule); ///< how often it has

    Result<void> prepare(const RuleAnswer &answer);
    Result<std::vector<RuleAnswer>> prepared();
    Result<void> forget(std::int64_t answer);

private:
    Tx &tx_;
};

} // namespace vigie::store
