// SPDX-License-Identifier: GPL-3.0-or-later
// What a campaign has cost, line by line, and what its posts that are out have brought, by their newest readings.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (an amount of nothing).
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct CampaignSpending {
    std::int64_t id = 0;
    std::int32_t day = 0;              ///< days since 1970-01-01
    std::int64_t cents = 0;            ///< in the campaign's currency; less than nothing: paid back
    std::string what;
};

/// One post on one account. None: the network does not give it, or nobody has read it yet.
struct CampaignPostResult {
    PlanId plan;
    AccountId account;
    ItemId item;
    std::optional<double> reach;       ///< people, each once within the post
    std::optional<double> views;       ///< views, else impressions
    std::optional<double> reactions;   ///< likes + reposts + replies + quotes
};

class CampaignResults {
public:
    explicit CampaignResults(Tx &tx) : tx_(tx) {}
    /// By day.
    Result<std::vector<CampaignSpending>> spending(CampaignId id);
    /// `line.id`: none for a new one; one that was taken away comes back under its number.
    Result<std::int64_t> spend(CampaignId id, const CampaignSpending &line);
    /// What was taken away, for whoever brings it back.
    Result<CampaignSpending> unspend(CampaignId id, std::int64_t line);
    /// Of its posts that are out, by post.
    Result<std::vector<CampaignPostResult>> posts(CampaignId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
