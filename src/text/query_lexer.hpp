// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the source of a query into tokens, one at a time, so that nothing behind the first mistake is ever looked at.
// Thread: a Lexer belongs to one. Errors: kept in error(); the token is then End.
#pragma once

#include <vigie/text/query.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::text {

struct QueryToken {
    enum class Kind : std::uint8_t { End, Open, Close, And, Or, Not, Near, Leaf, Scope, Sentence, Count };
    Kind kind = Kind::End;
    std::uint32_t begin = 0, end = 0;
    bool soft = false;    ///< an operator that is not in capitals: a word where it has nothing to join
    QueryNode node;       ///< Leaf: whole; Scope: its field; Near: distance and order
};

class QueryLexer {
public:
    explicit QueryLexer(std::string_view source) : source_(source) {}

    [[nodiscard]] QueryToken next();
    /// The comparison behind count(...), and where it ends.
    [[nodiscard]] std::optional<QueryRange> comparison(std::size_t countBegin);
    [[nodiscard]] const QueryError &error() const { return error_; }
    /// The first word that was left out because nothing of it remains once folded.
    [[nodiscard]] const std::optional<QueryError> &ignored() const { return ignored_; }
    [[nodiscard]] std::size_t position() const { return pos_; }
    /// What lies between the last token and the next that is a comment or is left out, for colouring: see queryTokens().
    [[nodiscard]] std::size_t skipped();
    /// `found` is source[begin, end), shortened.
    [[nodiscard]] QueryError fault(QueryFault fault, std::size_t begin, std::size_t end) const;
    /// The same, mended by `text` in place of [begin, end).
    [[nodiscard]] QueryError fault(QueryFault fault, std::size_t begin, std::size_t end, std::string text) const;
    /// Source of [begin, end) in quotes that it does not hold itself.
    [[nodiscard]] std::string inQuotes(std::size_t begin, std::size_t end) const;

private:
    struct Quoted {
        std::string_view inner;
        std::size_t end = 0;
    };
    bool skipBlanks();
    [[nodiscard]] std::size_t runEnd(std::size_t from) const;
    QueryToken fail(QueryError error);
    QueryToken make(QueryToken::Kind kind, std::size_t begin, std::size_t end);
    QueryToken leaf(QueryNode node, std::size_t begin, std::size_t end);
    std::optional<Quoted> quoted(std::size_t at);
    std::optional<QueryToken> phrase();
    std::optional<QueryToken> looseEnd(std::size_t begin, std::size_t end, std::string_view inner);
    std::optional<QueryToken> word();
    std::optional<QueryToken> minus();
    std::optional<QueryToken> oper(std::string_view run);
    std::optional<QueryToken> near(std::string_view run);
    std::optional<QueryToken> call(std::string_view run);
    std::optional<QueryToken> saved(std::string_view run);
    std::optional<QueryToken> field(std::string_view run);
    QueryToken fieldValue(QueryField field, std::string_view raw, std::size_t valueBegin, std::size_t end);
    QueryToken exact(QueryField field, std::string_view raw, std::size_t begin, std::size_t end);

    std::string_view source_;
    std::size_t pos_ = 0;
    QueryError error_;
    std::optional<QueryError> ignored_;
};

/// A mark that opens or closes a quotation at this byte: its length, and what closes it.
struct QuoteMark {
    std::string_view mark;
    bool opens = true;
    char family = '"';
    std::string_view closing;
};
[[nodiscard]] const QuoteMark *quoteMarkAt(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t blankLength(std::string_view text, std::size_t at);
/// and, or, not and their French names, in small letters: words that must be quoted to be looked for.
[[nodiscard]] bool isOperatorWord(std::string_view lower);

} // namespace vigie::text
