// SPDX-License-Identifier: GPL-3.0-or-later
// A long answer cut into parts, each of them short enough for its network.
// Thread: pure (`fits` is called in the caller's thread). Errors: none.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// `fits(part, index)`: the text of part `index` (0 is the first) may be sent. Cut where a paragraph or a sentence ends, else between
/// words, never inside a link or a letter. `numbered`: " (2/3)" ends each part, and counts. A text that fits stays one part.
[[nodiscard]] std::vector<std::string> splitInParts(std::string_view text, const std::function<bool(std::string_view part, std::size_t index)> &fits, bool numbered);

} // namespace vigie::text
