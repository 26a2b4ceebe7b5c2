// SPDX-License-Identifier: GPL-3.0-or-later
// The tiles of the dashboard, one function each. What they need is gathered once (Material).
#pragma once

#include <vigie/insight/dashboard.hpp>

namespace vigie::insight {

/// Everything the indicators of one period are made of.
struct Material {
    std::vector<store::DayCell> days;              ///< one per day of the period, zeros included
    std::vector<store::ResponseSample> responses;
    std::vector<store::OwnPost> ownPosts;
    std::vector<std::pair<QueryId, std::vector<store::DayCell>>> panel; ///< brand and competitors
    std::vector<Instant> dayStarts;                ///< length + 1
};

[[nodiscard]] Indicator mentions(const Material &now, const Material &before);
[[nodiscard]] Indicator netSentimentOf(const Material &now, const Material &before);
[[nodiscard]] Indicator engagementRate(const Material &now, const Material &before);
[[nodiscard]] Indicator responseTime(const Material &now, const Material &before, double quantileAsked);
[[nodiscard]] Indicator shareOfVoice(const Material &now, const Material &before, QueryId brand);

} // namespace vigie::insight
