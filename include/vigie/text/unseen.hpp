// SPDX-License-Identifier: GPL-3.0-or-later
// A text as it may leave: composed letters, one kind of line end. And the characters that nobody sees, which are pointed at and
// never taken away unasked.
// Thread: pure. Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// NFC, line ends as \n, no control characters but \n and \t. What joins the signs of an emoji stays, and so do no-break spaces.
[[nodiscard]] std::string normalised(std::string_view text);

/// One character that is not seen: zero-width spaces, soft hyphens, marks of direction, byte order marks, joiners outside of emoji
/// and of scripts that need them, tags.
struct UnseenCharacter {
    std::size_t begin = 0, end = 0;      ///< bytes
    char32_t code = 0;
};
[[nodiscard]] std::vector<UnseenCharacter> unseenCharacters(std::string_view text);
/// Without them.
[[nodiscard]] std::string withoutUnseen(std::string_view text);

} // namespace vigie::text
