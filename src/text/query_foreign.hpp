// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of a query of another tool, and the fields those tools have.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query_translate.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct ForeignPiece {
    enum class Kind : std::uint8_t { Word, Phrase, Field, Open, Close, And, Or, Not, Near, Sentence, Comment };
    Kind kind = Kind::Word;
    std::uint32_t begin = 0, end = 0;
    std::string text;        ///< Word: as written; Phrase: without marks; Field: the value; Comment: what it says
    std::string field;       ///< Field: its name, in small letters
    int distance = -1;       ///< Near; Phrase: words between its words ("a b"~5)
    bool ordered = false;    ///< Near
    bool quotedValue = false;
};
[[nodiscard]] std::vector<ForeignPiece> cutForeign(std::string_view source, QueryDialect dialect);

/// What a field of another tool is called here. `ours` empty: it has no counterpart.
struct ForeignField {
    std::string_view theirs, ours;
    bool nearly = false;
};
[[nodiscard]] const ForeignField *foreignField(QueryDialect dialect, std::string_view name);

} // namespace vigie::text
