// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text that its author wrote: not those of links, mentions, tags and custom emoji.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/fold.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace vigie::text {

struct Prose {
    std::vector<Token> words;                                    ///< folded, with their places
    std::vector<std::pair<std::size_t, std::size_t>> others;     ///< links, mentions, tags
    [[nodiscard]] bool isOther(std::size_t at) const;
};
[[nodiscard]] Prose proseOf(std::string_view text);

/// What stands between two neighbouring words.
[[nodiscard]] inline std::string_view between(std::string_view text, const Token &left, const Token &right)
{
    return text.substr(left.end, right.begin - left.end);
}
[[nodiscard]] bool isApostrophe(std::string_view between);      ///< ' or U+2019, and nothing else

} // namespace vigie::text
