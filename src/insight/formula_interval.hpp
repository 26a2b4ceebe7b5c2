// SPDX-License-Identifier: GPL-3.0-or-later
// A number on its way through a formula, with its interval where a method is sound.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/insight/formula_value.hpp>

namespace vigie::insight {

/// What a part of a formula is worth.
struct Amount {
    std::optional<double> value;
    std::optional<bool> truth;          ///< of conditions
    std::optional<Interval> interval;
    IntervalMethod method = IntervalMethod::None;
    bool fixed = false;                 ///< made of numbers alone: exact
    bool count = false;                 ///< a count of rows, one figure unchanged
    std::vector<Period> periods;        ///< that were read for it
};

[[nodiscard]] Amount fixedAmount(double value);
/// value * factor + shift, the interval along with it.
[[nodiscard]] Amount moved(Amount amount, double factor, double shift);
[[nodiscard]] Amount sumOf(const Amount &a, const Amount &b, int sign);
[[nodiscard]] Amount productOf(const Amount &a, const Amount &b, double scale);
/// scale * a / b. `partOf`: a counts some of the rows that b counts.
[[nodiscard]] Amount quotientOf(const Amount &a, const Amount &b, double scale, bool partOf);

} // namespace vigie::insight
