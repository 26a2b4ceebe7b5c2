// SPDX-License-Identifier: GPL-3.0-or-later
// Small-sample statistics with their sources.
// Thread: pure. Errors: none; "no value" where the formula has none.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vigie::insight {

using Bounds = std::pair<double, double>;

/// Wilson 1927, 95 %. None for n = 0.
[[nodiscard]] std::optional<Bounds> wilson(std::int64_t k, std::int64_t n);
/// Garwood 1936, exact Poisson 95 %.
[[nodiscard]] Bounds poissonExact(std::int64_t count);
/// Ratio b/a of two counts over equal exposure, exact conditional 95 % (central), with its two-sided p. None for (0, 0).
struct CountRatio {
    double ratio = 0, low = 0, high = 0, p = 1;
};
[[nodiscard]] std::optional<CountRatio> compareCounts(std::int64_t before, std::int64_t now);
/// Newcombe 1998, method 10: p1 - p2 with 95 % bounds.
struct Difference {
    double value = 0, low = 0, high = 0;
};
[[nodiscard]] std::optional<Difference> newcombe(std::int64_t k1, std::int64_t n1, std::int64_t k2, std::int64_t n2);
/// Net sentiment (P - N) / (P + N + U) in points with its multinomial standard error in points.
struct NetSentiment {
    double value = 0, error = 0;
};
[[nodiscard]] std::optional<NetSentiment> netSentiment(std::int64_t positive, std::int64_t neutral, std::int64_t negative);
/// Quantile by linear interpolation of order statistics (type 7). Sorts a copy. None when empty.
[[nodiscard]] std::optional<double> quantile(std::vector<double> values, double q);

} // namespace vigie::insight
