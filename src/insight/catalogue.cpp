// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/metrics/metric_def.hpp"

namespace vigie::insight {

const std::vector<Metric> &catalogue()
{
    static const std::vector<Metric> all = [] {
        std::vector<Metric> out;
        for (const auto &def : builtinMetrics())
            out.push_back(def.metric);
        return out;
    }();
    return all;
}

const Metric *metric(std::string_view key)
{
    const auto *found = metricDef(key);
    return found ? &found->metric : nullptr;
}

} // namespace vigie::insight
