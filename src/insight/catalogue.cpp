// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

#include <algorithm>

namespace vigie::insight {

const std::vector<Metric> &catalogue()
{
    static const std::vector<Metric> all = {
        {"mentions", 1, Unit::Count, "mentions", true, Metric::Better::Neither, "mentions = distinct posts that match the query, ours, gone, spam and kept aside left out"},
        {"net_sentiment", 1, Unit::Points, "tone", false, Metric::Better::Up, "net_sentiment = 100 (P - N) / (P + N + U)"},
    };
    return all;
}

const Metric *metric(std::string_view key)
{
    const auto &all = catalogue();
    const auto found = std::find_if(all.begin(), all.end(), [key](const Metric &one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace vigie::insight
