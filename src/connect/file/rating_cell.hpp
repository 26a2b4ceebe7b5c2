// SPDX-License-Identifier: GPL-3.0-or-later
// A cell that holds a rating, as people and machines write it, in English and French.
#pragma once

#include <vigie/connect/rating_scale.hpp>

#include <optional>
#include <string>

namespace vigie::connect::file {

struct RatingCell {
    double value = 0;
    double outOf = 0; ///< the best one, when the cell says it ("8/10", "80 %", "FOUR", four stars drawn, a thumb); 0: a bare number
};
/// None: empty, or no rating.
[[nodiscard]] std::optional<RatingCell> readRatingCell(const std::string &text);

/// A number as tables write it, with a comma or a point; none for anything else.
[[nodiscard]] std::optional<double> readNumber(std::string text);

} // namespace vigie::connect::file
