// SPDX-License-Identifier: GPL-3.0-or-later
// A communication plan: what is to be reached, with whom, in which stretches of time around a day D.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// Days are counted from D, both ends included: -30 to -15.
struct CampaignPhase {
    PhaseId id;
    std::string name;
    int fromDay = 0, toDay = 0;

    friend bool operator==(const CampaignPhase &, const CampaignPhase &) = default;
};

struct Campaign {
    CampaignId id;
    std::string name, objective, audience;
    std::string messages;                    ///< what is to stay in the mind, one per line
    std::string owner;                       ///< empty: nobody
    int hue = 0;                             ///< which of the calendar's colours marks it
    std::optional<std::int64_t> budgetCents;
    std::string currency = "EUR";            ///< ISO 4217
    std::optional<std::int64_t> reachTarget; ///< people
    std::optional<std::int32_t> day;         ///< D, in days since 1970-01-01; none: not decided yet
    std::string zone;
    std::optional<Instant> embargo;          ///< nothing of the campaign leaves before
    bool archived = false;
    std::vector<CampaignPhase> phases;       ///< in the order of time
    std::vector<AccountId> channels;         ///< that it means to use
    Instant createdAt, changedAt;
};

} // namespace vigie
