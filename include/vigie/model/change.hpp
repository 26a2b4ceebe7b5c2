// SPDX-License-Identifier: GPL-3.0-or-later
// What a committed transaction changed, for models that keep themselves current.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>

#include <cstdint>
#include <vector>

namespace vigie {

struct QueryDelta {
    QueryId query;
    std::vector<ItemId> added, removed;
};

struct Change {
    std::uint64_t sequence = 0;          ///< grows by one with every published change
    std::vector<ItemId> itemsAdded, itemsChanged;
    std::vector<QueryDelta> matches;
    std::vector<TicketId> tickets;
    std::vector<OutboundId> outbounds;
    std::vector<PlanId> plans;
    std::vector<AccountId> accounts;
    std::vector<MemberId> members;
    bool queries = false, tags = false, coverage = false, settings = false;
    bool questions = false;              ///< to colleagues, or their replies
    bool alerts = false;                 ///< rules, or what they found
    bool history = false;                ///< part of a first sync or an import: nobody is to be told

    [[nodiscard]] bool empty() const
    {
        return itemsAdded.empty() && itemsChanged.empty() && matches.empty() && tickets.empty() && outbounds.empty()
               && plans.empty() && accounts.empty() && members.empty() && !queries && !tags && !coverage && !settings && !questions && !alerts;
    }
    void merge(const Change &other);
};

} // namespace vigie
