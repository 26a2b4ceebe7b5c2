// SPDX-License-Identifier: GPL-3.0-or-later
// A post as Mastodon shows it: HTML, mentions, hashtags, and its length.
// Thread: pure functions, except that html() looks accounts up. Errors: none.
#pragma once

#include "practice/network.hpp"

namespace vigie::practice {

struct Piece {
    enum class Kind { Text, Mention, Tag, Url } kind = Kind::Text;
    std::string_view raw;
    std::string name; ///< "user@host", the tag, the address
};
[[nodiscard]] std::vector<Piece> tokenise(std::string_view text);

/// Lower case without accents: what makes two hashtags the same.
[[nodiscard]] std::string foldTag(std::string_view text);
[[nodiscard]] std::string html(Network &network, std::string_view text);
[[nodiscard]] std::string accountUrl(const Network &network, const Account &account);

/// Mastodon's rule, close to it: user-visible characters (combining marks, joiners, variation selectors, skin tones and
/// second halves of flags do not count), 23 for any address, and a mention without its host.
[[nodiscard]] std::size_t countCharacters(std::string_view text);

inline constexpr std::size_t kMaxCharacters = 500;

} // namespace vigie::practice
