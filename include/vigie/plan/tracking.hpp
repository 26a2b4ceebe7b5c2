// SPDX-License-Identifier: GPL-3.0-or-later
// Campaign parameters (utm_source, utm_medium ...) by one convention of the workspace. The text a person writes keeps its plain links;
// the parameters are added for each account when the post is planned, so that every network names itself and the base stays one text.
// Counters, checks and previews ask leavingText() too: what is counted and shown is what leaves.
// Thread: pure, but readComposeRules() and the like, which are for a store job. Errors: InvalidInput (a pattern with an unknown name).
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::plan {

struct Tracking {
    bool on = false;
    /// Patterns: words with {network}, {account}, {campaign}, {date}, {lang}, {post}. What comes out empty is left out of the link.
    std::string source = "{network}", medium = "social", campaign = "{campaign}", content = {}, term = {};
    std::vector<std::string> sites;      ///< hosts whose links are tracked, with all below them; empty: every link
    friend bool operator==(const Tracking &, const Tracking &) = default;
};

/// How posts are composed in this workspace.
struct ComposeRules {
    bool altRequired = true;             ///< a picture without alternative text is not planned, unless a person says that it needs none
    Tracking tracking;
};
Result<ComposeRules> readComposeRules(store::Tx &tx);
Result<void> writeAltRequired(store::Tx &tx, bool required);
Result<void> writeTracking(store::Tx &tx, const Tracking &tracking);
/// Name of the campaign that the post belongs to; empty: none.
Result<std::string> campaignName(store::Tx &tx, const PlanItem &plan);
[[nodiscard]] std::string trackingToJson(const Tracking &tracking);
Result<Tracking> trackingFromJson(std::string_view json);

struct TrackingValues {
    std::string network, account, campaign, date, lang, post;
};
[[nodiscard]] TrackingValues trackingValues(const PlanItem &plan, const Account &account, const std::string &campaign = {});
/// A pattern with its names filled in, in small letters and hyphens ("Rentrée 2026" becomes "rentree-2026").
Result<std::string> trackingValue(const std::string &pattern, const TrackingValues &values);

struct TrackingConflict {
    std::string url, parameter, has, wanted;
};
struct TrackedLink {
    std::string url;
    std::vector<TrackingConflict> conflicts; ///< what the link says already stays as it is
};
[[nodiscard]] TrackedLink trackedLink(const std::string &url, const Tracking &tracking, const TrackingValues &values);

/// The words of one account as they leave: its own or the base, normalised, with the no-break spaces of French and campaign parameters.
struct Leaving {
    std::string text;
    std::vector<TrackingConflict> conflicts;
    int tracked = 0;                     ///< links that were given parameters
};
[[nodiscard]] Leaving leavingText(const PlanItem &plan, const PlanVariant &variant, const Account &account, const Tracking &tracking, const std::string &campaign = {});

} // namespace vigie::plan
