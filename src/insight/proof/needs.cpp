// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/gather.hpp"

#include <set>
#include <tuple>

namespace vigie::insight {

ProofNeeds needsOf(const MetricDef &def)
{
    static const std::set<std::string> kOverTime{"engagement_rate_daily", "engagement_velocity", "engagement_first_hour", "engagement_first_day", "engagement_half_life"};
    ProofNeeds out;
    const auto &[key, family] = std::tie(def.metric.key, def.metric.family);
    switch (def.behind) {
    case Behind::OwnPosts:
        out.ownPosts = out.followers = true;
        out.readings = kOverTime.count(key) > 0;
        return out;
    case Behind::Conversations: {
        // Who asked and when we answered first is enough, unless clocks know better.
        const bool messages = key == "conversations" || key == "response_rate" || key == "response_median" || key == "response_p90" || key == "response_mean";
        out.conversations = true;
        out.clocks = !messages;
        out.moments = key == "requester_wait_median" || key == "work_time_median";
        return out;
    }
    case Behind::Mentions:
    case Behind::Originals:
    case Behind::Relays:
    case Behind::Positive:
    case Behind::Negative:
    case Behind::Polar:
    case Behind::Given:
    case Behind::Reached:
    case Behind::Authored:
    case Behind::Told: break;
    }
    out.posts = true;
    out.reviews = family == "reviews";
    out.panel = family == "voice";
    out.counts = family == "mentions" || family == "voice";
    out.people = family == "voice" || family == "reach" || family == "index";
    out.answers = family == "community" || family == "reviews";
    out.relays = family == "spread";
    out.sites = key == "domain_reach";
    return out;
}

} // namespace vigie::insight
