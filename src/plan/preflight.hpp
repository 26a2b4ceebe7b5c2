// SPDX-License-Identifier: GPL-3.0-or-later
// What would fail, found before it fails; nothing here asks a network (plan/outside.hpp does).
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/asset.hpp>
#include <vigie/plan/media_facts.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/tracking.hpp>

#include <optional>

namespace vigie::plan {

/// `answered`: handle of who is answered; empty for a post of one's own.
[[nodiscard]] std::vector<Finding> checkText(const connect::Catalogue &networks, const std::string &text, const std::string &warning, std::size_t media, const Account &account,
                                             const std::string &answered = {});
[[nodiscard]] std::vector<Finding> checkAccount(const Account &account);
Result<std::vector<Finding>> checkPlan(store::Tx &tx, const connect::Catalogue &networks, const PlanItem &plan);

/// A file of a post, looked at once for all accounts.
struct LookedAt {
    OutboundMedia media;
    std::optional<Asset> asset;
    Result<MediaFacts> facts;
};
Result<std::vector<LookedAt>> lookAtMedia(store::Tx &tx, const PlanItem &plan);

struct MediaQuestion {
    const Account &account;
    const PlanItem &plan;
    const ComposeRules &rules;
};
[[nodiscard]] std::vector<Finding> checkMedia(const std::vector<LookedAt> &media, const MediaQuestion &question);

} // namespace vigie::plan
