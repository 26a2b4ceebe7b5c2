// SPDX-License-Identifier: GPL-3.0-or-later
// How figures are written in French and English: patterns over text in lower case, and what their groups mean.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/figures.hpp>

#include <optional>
#include <unicode/regex.h>

namespace vigie::text {

/// Finds one kind of figure. Groups that took part are handed to `read`, which says what they mean or that they mean nothing.
struct FigurePattern {
    Figure::Kind kind;
    const char *expression;
    std::optional<Figure> (*read)(icu::RegexMatcher &match);
};

/// In the order in which they are tried: what an earlier one found is not looked at again.
[[nodiscard]] std::span<const FigurePattern> figurePatterns();

} // namespace vigie::text
