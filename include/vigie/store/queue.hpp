// SPDX-License-Identifier: GPL-3.0-or-later
// What the order of the queue is made of, for as many tickets as there are: kept ready in a narrow table, worked out behind
// by the store when something changed, and read around as long as it is missing.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the filter's query does not parse), NotFound.
#pragma once

#include <vigie/store/tickets.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

/// A filter of tickets, and what it asks of their latest items.
struct QueueFilter {
    QueueFilter() = default;
    QueueFilter(TicketFilter filter) : tickets(std::move(filter)) {} // NOLINT: every filter of tickets is one
    TicketFilter tickets;         ///< its tag: or one that stands under it; its limit does not count here
    std::string lang;             ///< empty: any
    std::string source;           ///< a query; empty: any
};

struct QueueFacts {
    TicketId ticket;
    ItemId latest;
    Instant createdAt, changedAt;
    std::optional<Instant> waitingSince, snoozedUntil;
    bool question = false, complaint = false, direct = false, review = false;
    double tone = 0;
    int exchanges = 0, relays = 0;
    double audience = -1, bump = 0;
};
/// But for the points of rules, which a row does not know.
[[nodiscard]] QueueFacts factsOf(const TicketRow &row);

struct QueueTotals {
    int open = 0, mine = 0, unassigned = 0, snoozed = 0; ///< the first three without those that sleep
    std::map<std::string, int> tags;                     ///< of tickets that are not closed
};

/// A ticket that the person says belongs to the front.
struct Pin {
    TicketId ticket;
    Instant at;
    std::vector<TicketId> first;  ///< what stood first in the queue then, at most kPinDepth
};
inline constexpr std::size_t kPinDepth = 20;
inline constexpr int kLeastPins = 50;
/// Of the tickets that stood first when a pin was put, the share that the person pinned sooner or later: the mean over pins.
struct PinPrecision {
    int pins = 0;
    double precision = 0;         ///< only said when there are kLeastPins
    [[nodiscard]] bool measured() const { return pins >= kLeastPins; }
};

class Queue {
public:
    explicit Queue(Tx &tx) : tx_(tx) {}

    /// Without order.
    Result<std::vector<QueueFacts>> facts(const QueueFilter &filter);
    Result<int> count(const QueueFilter &filter);
    Result<QueueTotals> totals(const std::string &person);

    /// Points that a rule adds to a ticket's score, in place of what was added before; 0 takes them away.
    Result<void> bump(TicketId ticket, double points, const std::string &rule);

    Result<void> pin(TicketId ticket, const std::vector<TicketId> &first);
    Result<void> unpin(TicketId ticket);
    Result<std::vector<TicketId>> pinned();
    Result<PinPrecision> precision();

private:
    Tx &tx_;
};

} // namespace vigie::store
