// SPDX-License-Identifier: GPL-3.0-or-later
// How far the change of a part could be chance: rows are taken to come one by one (compound Poisson). Of counts by the bounds of both
// (Garwood 1936; Zou and Donner 2008), of sums and ratios linearised (delta method), where there are rows enough for that.
// Thread: pure. Errors: none; no value where rows are few.
#pragma once

#include <vigie/insight/explain.hpp>

#include <cstdint>
#include <optional>

namespace vigie::insight {

/// Sums of squares and products of what each row of a period brings.
struct PartSpread {
    double xx = 0, xy = 0, yy = 0;
    std::int64_t rows = 0;
    bool ones = true;                   ///< each row counts for one, or for nothing

    void add(double over, double under);
    void add(const PartSpread &other);
};
struct SpreadSums {
    PartSums sums;
    PartSpread before, now;
};
/// In the unit of the sums, without the scale of the figure. `whole` holds the part.
[[nodiscard]] std::optional<Interval> partInterval(const SpreadSums &part, const SpreadSums &whole, bool ratio);

} // namespace vigie::insight
