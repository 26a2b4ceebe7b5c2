// SPDX-License-Identifier: GPL-3.0-or-later
// Small work on text that every network needs.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/base/ascii.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect {

[[nodiscard]] bool blank(std::string_view text);
/// What white space separates.
[[nodiscard]] std::vector<std::string> splitWords(std::string_view text);
[[nodiscard]] std::string joined(const std::vector<std::string> &all, std::string_view separator);

// What people write between the entries of a list that they type.
inline constexpr std::string_view kBetweenPhrases = ",;\n";
inline constexpr std::string_view kBetweenTags = ",;\n #"; ///< a tag holds no space: "a #b" are two
inline constexpr std::string_view kBetweenIds = ",;\n \t\r";
/// The entries of such a list, each once, in their order, none empty.
[[nodiscard]] std::vector<std::string> splitList(std::string_view typed, std::string_view between = kBetweenPhrases);

} // namespace vigie::connect
