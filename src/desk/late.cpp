// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/late.hpp>

#include <vigie/desk/sla.hpp>
#include <vigie/store/lateness.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::size_t kSpare = 200; // answered a moment ago, and not yet worked out anew

} // namespace

Result<std::vector<LateTicket>> lateTickets(store::Tx &tx, std::size_t most)
{
    VIGIE_TRY(auto rows, store::lateRows(tx, static_cast<int>(most + kSpare)));
    std::vector<TicketId> promised;
    for (const auto &row : rows)
        if (row.promise)
            promised.push_back(row.ticket);
    VIGIE_TRY(const auto clocks, SlaDesk(tx).clocks(promised));
    std::vector<LateTicket> out;
    for (const auto &row : rows) {
        LateTicket late{row.ticket, row.due, row.promise};
        if (row.promise) {
            const auto clock = clocks.find(row.ticket);
            if (clock == clocks.end() || !clock->second.dueAt || *clock->second.dueAt > tx.now())
                continue;
            late.due = *clock->second.dueAt;
            late.promise = clock->second.target;
        }
        out.push_back(late);
    }
    std::stable_sort(out.begin(), out.end(), [](const LateTicket &a, const LateTicket &b) { return a.due < b.due; });
    out.resize(std::min(out.size(), most));
    return out;
}

} // namespace vigie::desk
