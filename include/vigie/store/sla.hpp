// SPDX-License-Identifier: GPL-3.0-or-later
// Business calendars and service policies with their versions, the clocks of tickets, and what clocks are worked out from.
// Thread: inside a store job. Errors: Storage..., NotFound.
// Changes of calendars and policies are recorded under the open undoable action (Tickets::beginChangeSet).
#pragma once

#include <vigie/model/sla.hpp>
#include <vigie/store/store.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

/// What policies ask of a ticket, beside what TicketRow has.
struct SlaOrigin {
    TicketId ticket;
    AccountId account;
    std::string network;
    std::vector<SlaMoment> moments;   ///< in no order
};

struct SlaMark {
    TicketId ticket;
    bool anew = false;
};

/// An ended or running clock with what figures are split by.
struct SlaResult {
    SlaEvent event;
    AccountId account;
    std::string lang, network;        ///< of the first message
    ItemId latest;
};

class Sla {
public:
    explicit Sla(Tx &tx) : tx_(tx) {}

    Result<std::vector<BusinessCalendar>> calendars();
    Result<std::vector<SlaPolicy>> policies();            ///< in the order in which they are tried
    /// As it was in that version; 0: as it is now. Also of one that was removed.
    Result<BusinessCalendar> calendar(CalendarId id, int version = 0);
    Result<SlaPolicy> policy(SlaPolicyId id, int version = 0);
    /// When the policy was first made.
    Result<Instant> policySince(SlaPolicyId id);
    /// Inserts when the id is none; else a new version. What is equal to the version of now changes nothing.
    Result<CalendarId> save(const BusinessCalendar &calendar);
    Result<SlaPolicyId> save(const SlaPolicy &policy);
    Result<void> remove(CalendarId id);
    Result<void> remove(SlaPolicyId id);
    /// Those named first, in this order.
    Result<void> order(std::span<const SlaPolicyId> ids);

    /// Every ticket with a clock that has not ended is to be worked out by the policies of now.
    Result<void> markOpen();
    Result<std::vector<SlaMark>> marks(int limit);
    /// Those with a clock that has not ended, and those whose clocks are still to be caught up with: they may have one.
    Result<std::vector<TicketId>> openTickets();
    Result<std::vector<SlaOrigin>> origins(std::span<const TicketId> ids);
    Result<std::map<TicketId, std::vector<SlaEvent>>> events(std::span<const TicketId> ids);
    /// Puts these in the place of what is kept of the ticket, and takes its mark away.
    Result<void> keep(TicketId ticket, std::span<const SlaEvent> events, const std::optional<SlaClock> &clock);

    /// Of tickets that have one.
    Result<std::vector<SlaClock>> clocks();
    /// Running clocks due by then that remind.
    Result<std::vector<SlaClock>> dueBy(Instant at);

    /// Clocks that began (or, `byEnd`, ended) in [from, to).
    Result<std::vector<SlaResult>> results(Instant from, Instant to, bool byEnd);
    /// The open ones that began before `to`, whenever it was.
    Result<std::vector<SlaResult>> open(Instant to);

    /// An answer that a machine gave stops no clock.
    Result<void> setAutomatic(OutboundId outbound);

private:
    Result<std::int64_t> savePart(int kind, std::int64_t id, const std::string &definition);
    Result<void> removePart(std::int64_t id);
    Tx &tx_;
};

/// The nearest of them that has a promise and has not ended.
[[nodiscard]] std::optional<SlaClock> clockOf(std::span<const SlaEvent> events);

} // namespace vigie::store
