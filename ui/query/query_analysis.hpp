// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor shows of a query as it is typed: what to colour, what is wrong and how to mend it, what it says in plain
// words, what may be typed next.
// Thread: analyseQuery() on any thread; a long query must not hold up the window's.
#pragma once

#include "ui/feed/query_error_text.hpp"

#include <vigie/text/query_library.hpp>
#include <vigie/text/query_parts.hpp>
#include <vigie/text/query_tokens.hpp>

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace vigie::ui {

/// A stretch of the source in UTF-16 units.
struct QueryStretch {
    int begin = 0, length = 0;
    text::QuerySpan::Kind kind = text::QuerySpan::Kind::Word;
};

struct QueryChoice {
    QString text;
    int begin = 0, length = 0;              ///< what it replaces, in UTF-16 units
    text::QueryCompletion::Kind kind = text::QueryCompletion::Kind::Field;
    QString what{};                         ///< what it is, where another language than that of queries is typed; empty: as `kind` says
};

struct QueryAnalysis {
    QString source;
    std::vector<QueryStretch> stretches;
    std::vector<QueryChoice> choices;       ///< for the place asked about
    std::optional<QueryErrorText> fault;
    bool mixedAndOr = false, softOperators = false;
    QString sentence;
    std::shared_ptr<const text::Query> query; ///< none when it is wrong
};

/// More is not shown: a list that long is not read.
inline constexpr std::size_t kMostChoices = 12;

/// `cursor`: in UTF-16 units, where something is being typed; less than 0: nowhere.
[[nodiscard]] QueryAnalysis analyseQuery(const QString &source, int cursor, const text::QueryContext &context);

/// "lacks "table"; has "solde"": the parts of a source that decided, as a list in words; `refused`: of a mention kept out.
[[nodiscard]] QString queryPartWords(const std::vector<text::QueryPart> &parts, const std::string &source);
/// Why a mention is a near miss.
[[nodiscard]] QString nearMissWords(text::LooserQuery::Way way, const std::vector<text::QueryPart> &why, const std::string &source);

} // namespace vigie::ui
