// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge between the query language and a full-text table with the columns `text` (folded words) and `tags` (filter
// tokens): what the store writes into it, and what it asks of it. Both sides live here so that they cannot disagree.
// The table needs tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co S* M*'" and detail=full.
// Thread: pure. Errors: none; nullopt when a node cannot be said to the table.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/text/query.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// The token every item carries, so that "everything but" can be asked.
inline constexpr std::string_view kEveryItemToken = "zall";

/// One word each, separated by spaces, for column `tags`: zall, n<network>, l<lang>, s<pos|neu|neg>, h<...>, i<...>,
/// a<handle>, a<part before @>, a<display name>. Must be written again when the item, its tone or its state changes.
[[nodiscard]] std::string filterTokens(const Item &item, std::string_view network);

/// The folded words of title, warning and text, for column `text` and for Subject::words.
[[nodiscard]] std::string foldedText(const Item &item);

/// The words of foldedText() into the strings that are there: a text is words short enough to need no memory of their own, nearly always.
void splitWords(std::string_view folded, std::vector<std::string> &words);

/// What the matcher asks of an item, tags and ticket apart. Item and words must outlive it.
[[nodiscard]] Subject subjectOf(const Item &item, std::span<const std::string> words);

struct FtsFilter {
    std::string expression;   ///< for MATCH
    bool exact = false;       ///< who passes it matches; else candidates are to be confirmed by text::matches
};
/// What every item that matches satisfies; nullopt when the table can leave none of them out. Words, phrases, beginnings,
/// And, Or, Not and the fields an item carries itself are said exactly, all else only as far as the table knows it.
/// `common`: beginnings of words that are so common that the table is not to be asked for them (it gathers every row of every
/// word that begins so before it gives the first).
[[nodiscard]] std::optional<FtsFilter> ftsFilter(const QueryNode &node, std::span<const std::string> common = {});
[[nodiscard]] std::optional<std::string> ftsExpression(const QueryNode &node);

/// A question mark outside of links, in the title or the text.
[[nodiscard]] bool asksQuestion(const Item &item);

} // namespace vigie::text
