// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor of queries needs: stretches to colour, and what may be typed at a place. Both work on sources that are
// wrong or half typed.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query_library.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct QuerySpan {
    enum class Kind : std::uint8_t { Operator, Parenthesis, Word, Phrase, Pattern, FieldName, FieldValue, Saved, Function, Number, Comment, Wrong };
    Kind kind = Kind::Word;
    std::uint32_t begin = 0, end = 0; ///< UTF-8 bytes
};
/// In order, without overlap; blanks lie between.
[[nodiscard]] std::vector<QuerySpan> queryTokens(std::string_view source);

struct QueryCompletion {
    enum class Kind : std::uint8_t { Field, Value, Operator, Function, Saved, List };
    Kind kind = Kind::Field;
    std::string text;                 ///< what stands there afterwards
    std::uint32_t begin = 0, end = 0; ///< what it replaces
};
/// What the letters before `cursor` may become; empty inside a quotation.
[[nodiscard]] std::vector<QueryCompletion> queryCompletions(std::string_view source, std::size_t cursor, const QueryLibrary &library = {});

} // namespace vigie::text
