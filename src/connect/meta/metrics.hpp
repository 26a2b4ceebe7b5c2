// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that only Meta knows. Their names are data with an end: one that died makes the whole call fail, so it is left out from its last day
// on, and one that is refused all the same is reported and left out the next time. An empty set is missing, never zero.
// Thread: pure functions. Errors: Unsupported (nothing left to ask), as graph.hpp.
#pragma once

#include "connect/meta/graph.hpp"

#include <span>
#include <string>
#include <vector>

namespace vigie::connect::meta {

struct MetricName {
    Network network;
    bool ofAccount;             ///< else of one post
    const char *key;            ///< ours
    const char *name;           ///< Meta's
    const char *from, *until;   ///< days it was or will be valid; empty: always, for ever
    const char *replacedBy;
    bool unique;                ///< people rather than times: days cannot be added up
    enum class Shape : std::uint8_t { Sum, Last, Total } shape; ///< over several days: added, the newest counts, the network adds up itself
};
[[nodiscard]] std::span<const MetricName> metricNames();
/// Valid on that day, not refused before, in the order they are asked for.
[[nodiscard]] std::vector<const MetricName *> metricsToAsk(Network network, bool ofAccount, Instant day, std::span<const std::string> without);

[[nodiscard]] Result<net::Request> insightsRequest(const Context &context, const InsightSpec &spec);
[[nodiscard]] Result<InsightAnswer> insightsAnswer(const Context &context, const InsightSpec &spec, const net::Response &response);

} // namespace vigie::connect::meta
