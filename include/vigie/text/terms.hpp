// SPDX-License-Identifier: GPL-3.0-or-later
// What a post speaks of, piece by piece: words, hashtags, links and emoji in their order, told apart from words of grammar,
// from numbers and from handles. Words are those of ICU: l'atelier is atelier, apres-vente and e-reputation are one word,
// baisse-t-elle is baisse; emoji are whole clusters. Who counts them makes phrases of pieces that follow one another.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/item.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct TermPiece {
    enum class Kind : std::uint8_t { Word, Tag, Link, Emoji } kind = Kind::Word;
    enum class Role : std::uint8_t {
        Content,
        Linking, ///< a word of grammar that may stand inside a phrase: pomme DE terre
        Grammar, ///< any other stop word
        Number   ///< part of a phrase (iPhone 15), nothing by itself
    } role = Role::Content;
    bool follows = false;      ///< nothing but a blank stands between it and the piece before
    std::string key;           ///< folded: what it is counted under, and found by; of a link its text::plainAddress
    std::uint32_t begin = 0, end = 0; ///< byte range in the text it was read from; of a link that only a card names: empty
};

/// The pieces of a text. `spans` lie in it: links count under where they lead, what is said to be a mention is left out.
/// `lang` other than fr or en: the stop words of both.
[[nodiscard]] std::vector<TermPiece> termPieces(std::string_view text, std::string_view lang, const std::vector<TextSpan> &spans = {});

/// A word of grammar in that language, folded or not; "don't" and "aujourd'hui" are looked up whole.
[[nodiscard]] bool isStopWord(std::string_view word, std::string_view lang);

} // namespace vigie::text
