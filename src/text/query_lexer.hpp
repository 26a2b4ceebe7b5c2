// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the source of a query into tokens, one at a time, so that nothing behind the first mistake is ever looked at.
// Thread: a Lexer belongs to one. Errors: kept in error(); the token is then End.
#pragma once

#include <vigie/text/query.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct QueryToken {
    enum class Kind : std::uint8_t { End, Open, Close, And, Or, Not, Words, Field };
    Kind kind = Kind::End;
    std::uint32_t begin = 0, end = 0;
    std::vector<std::string> words;  ///< Words: folded, at least one
    bool prefix = false;             ///< Words: ended by a star
    QueryField field = QueryField::Network;
    std::string value;
};

class QueryLexer {
public:
    explicit QueryLexer(std::string_view source) : source_(source) {}

    [[nodiscard]] QueryToken next();
    [[nodiscard]] const QueryError &error() const { return error_; }
    /// The first word that was left out because nothing of it remains once folded.
    [[nodiscard]] const std::optional<QueryError> &ignored() const { return ignored_; }
    /// `found` is source[begin, end), shortened.
    [[nodiscard]] QueryError fault(QueryFault fault, std::size_t begin, std::size_t end) const;

private:
    struct Quoted {
        std::string_view inner;
        std::size_t end = 0;
    };
    bool skipBlanks();
    [[nodiscard]] std::size_t runEnd(std::size_t from) const;
    QueryToken fail(QueryError error);
    QueryToken make(QueryToken::Kind kind, std::size_t begin, std::size_t end);
    std::optional<Quoted> quoted(std::size_t at);
    std::optional<QueryToken> phrase();
    std::optional<QueryToken> word();
    std::optional<QueryToken> minus();
    std::optional<QueryToken> field(std::string_view run);
    std::optional<QueryToken> words(std::string_view text, std::size_t begin, std::size_t end, bool prefix);

    std::string_view source_;
    std::size_t pos_ = 0;
    QueryError error_;
    std::optional<QueryError> ignored_;
};

} // namespace vigie::text
