// SPDX-License-Identifier: GPL-3.0-or-later
// {{name}} in a text: what a person or the program puts a value in for. A name is letters, digits, blanks, '_', '-' or an
// apostrophe, at most kLongestPlaceholder characters; anything else between braces is text.
// Thread: pure. Errors: none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie::text {

inline constexpr std::size_t kLongestPlaceholder = 60;

struct Placeholder {
    std::string name;                 ///< without blanks at its ends
    std::uint32_t begin = 0, end = 0; ///< byte range, braces included
};
/// In the order of the text.
[[nodiscard]] std::vector<Placeholder> placeholders(std::string_view text);
/// Their names, each once.
[[nodiscard]] std::vector<std::string> placeholderNames(std::string_view text);
/// Those without a value, or with an empty one, stay as they are. Values are put in as they are and not looked through again.
[[nodiscard]] std::string filled(std::string_view text, const std::unordered_map<std::string, std::string> &values);

} // namespace vigie::text
