// SPDX-License-Identifier: GPL-3.0-or-later
// What is loud in a text: pictures, and words in capitals.
// Thread: pure. Errors: none.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie::text {

/// UTF-8 byte range.
struct LoudRange {
    std::uint32_t begin = 0, end = 0;
};
/// Each emoji, sequences as one.
[[nodiscard]] std::vector<LoudRange> emojiIn(std::string_view text);
/// Words of at least `least` letters, all of them capitals; those that stand in an address, a mention or a tag are left out.
[[nodiscard]] std::vector<LoudRange> capitalsIn(std::string_view text, int least = 4);

} // namespace vigie::text
