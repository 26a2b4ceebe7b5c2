// SPDX-License-Identifier: GPL-3.0-or-later
// A text in the pieces a rule counts by: links, mentions, what stands between.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/length.hpp>

#include <string_view>
#include <vector>

namespace vigie::text {

struct LengthPiece {
    std::size_t begin, end;
    LengthPart::Why why;
    int fixed;             ///< what it costs as a whole; -1: counted by the rule
    std::size_t countedTo; ///< a mention counts without its domain
};

[[nodiscard]] std::vector<LengthPiece> lengthPieces(std::string_view text, const LengthProfile &profile);
/// By the rule alone, whatever stands in it.
[[nodiscard]] int countBy(std::string_view text, LengthRule rule);

} // namespace vigie::text
