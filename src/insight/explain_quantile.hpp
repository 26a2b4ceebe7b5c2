// SPDX-License-Identifier: GPL-3.0-or-later
// Why a quantile of waits moved: what would be missing of its change were a group left out of both periods. These do not add up.
// Thread: pure. Errors: Cancelled.
#pragma once

#include "insight/uncertainty.hpp"

#include <vigie/insight/explain.hpp>

#include <functional>
#include <map>
#include <vector>

namespace vigie::insight {

class QuantileSplit {
public:
    explicit QuantileSplit(double q) : q_(q) {}
    void add(std::int64_t group, const Lasting &wait, bool now);
    [[nodiscard]] std::optional<double> whole(bool now) const { return value({}, now); }
    [[nodiscard]] std::int64_t answered(bool now) const;
    /// The largest first, at most `limit` and the others as one.
    Result<std::vector<ExplainedPart>> parts(int limit, const std::function<bool(double)> &progress) const;

private:
    struct Wait {
        std::int64_t group = 0;
        Lasting time;
    };
    using Groups = std::vector<std::int64_t>; ///< ascending
    /// Without these groups; `only`: of these alone.
    [[nodiscard]] std::optional<double> value(const Groups &groups, bool now, bool only = false) const;
    [[nodiscard]] ExplainedPart partOf(const Groups &groups) const;

    double q_;
    std::vector<Wait> before_, now_;
    struct Rows {
        std::int64_t before = 0, now = 0;
    };
    std::map<std::int64_t, Rows> rows_;
};

} // namespace vigie::insight
