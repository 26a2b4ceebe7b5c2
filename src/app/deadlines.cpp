// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deadlines.hpp"

#include <vigie/desk/sla.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::chrono::hours kLateSince{24};
constexpr std::size_t kMostItems = 50;

/// Of this policy, in the order in which they are due.
Result<std::vector<SlaClock>> dueOf(store::Tx &tx, desk::SlaDesk &levels, const SlaPolicy &policy, const std::vector<SlaClock> &clocks)
{
    std::vector<SlaClock> out;
    for (const auto &clock : clocks) {
        if (clock.policy != policy.id || !clock.dueAt || *clock.dueAt < tx.now() - kLateSince)
            continue;
        VIGIE_TRY(const auto time, levels.shelf().get(clock.calendar, clock.calendarVersion));
        if (!policy.remindAnytime && !time->isOpen(tx.now()))
            continue;
        if (*clock.dueAt <= tx.now() || desk::secondsLeft(clock, *time, tx.now()) <= policy.remindBefore)
            out.push_back(clock);
    }
    std::sort(out.begin(), out.end(), [](const SlaClock &a, const SlaClock &b) { return *a.dueAt < *b.dueAt; });
    return out;
}

} // namespace

Result<std::vector<AlertFinding>> deadlineFindings(store::Tx &tx)
{
    desk::SlaDesk levels(tx);
    VIGIE_TRY(const auto setup, levels.setup());
    std::vector<AlertFinding> found;
    if (setup.policies.empty())
        return found;
    VIGIE_TRY(const auto byTicket, levels.clocks());
    std::vector<SlaClock> clocks;
    for (const auto &entry : byTicket)
        clocks.push_back(entry.second);
    for (const auto &policy : setup.policies) {
        VIGIE_TRY(const auto due, dueOf(tx, levels, policy, clocks));
        if (due.empty())
            continue;
        std::vector<TicketId> tickets;
        for (const auto &clock : due)
            if (tickets.size() < kMostItems)
                tickets.push_back(clock.ticket);
        AlertFinding one;
        one.kind = AlertKind::Deadline;
        one.cause = "deadline " + std::to_string(policy.id.value);
        one.from = *due.front().dueAt;
        one.to = std::max(tx.now(), one.from);
        one.value = static_cast<double>(due.size());
        one.n = static_cast<std::int64_t>(due.size());
        one.subject = policy.name;
        VIGIE_TRY(const auto rows, store::Tickets(tx).rows(tickets));
        for (const auto &row : rows)
            one.items.push_back(row.ticket.latest);
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace vigie::app
