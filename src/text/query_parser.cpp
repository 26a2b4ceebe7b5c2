// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_lexer.hpp"

#include <fmt/core.h>

#include <optional>
#include <utility>

namespace vigie::text {

namespace {

using Kind = QueryToken::Kind;

/// Recursive descent. A step returns nullopt both for "nothing here" and for a mistake; failed() tells them apart.
class Parser {
public:
    explicit Parser(std::string_view source) : lexer_(source) { advance(); }

    tl::expected<Query, QueryError> run(std::string_view source)
    {
        auto root = either();
        if (!failed() && token_.kind == Kind::Close)
            fail(QueryFault::UnexpectedParenthesis, token_);
        if (!failed() && !root && lexer_.ignored())
            error_ = *lexer_.ignored();
        if (failed())
            return tl::unexpected<QueryError>(error_);
        Query query;
        query.source = std::string(source);
        if (root)
            query.root = std::move(*root);
        query.mixedAndOr = mixed_;
        return query;
    }

private:
    void advance()
    {
        token_ = lexer_.next();
        if (!failed())
            error_ = lexer_.error();
    }
    [[nodiscard]] bool failed() const { return error_.fault != QueryFault::None; }
    std::nullopt_t fail(QueryFault what, const QueryToken &at)
    {
        if (!failed())
            error_ = lexer_.fault(what, at.begin, at.end);
        return std::nullopt;
    }

    static QueryNode join(QueryNode::Kind kind, std::vector<QueryNode> nodes)
    {
        if (nodes.size() == 1)
            return std::move(nodes.front());
        QueryNode node;
        node.kind = kind;
        node.begin = nodes.front().begin;
        node.end = nodes.back().end;
        node.children = std::move(nodes);
        return node;
    }

    std::optional<QueryNode> either()
    {
        std::vector<QueryNode> nodes;
        bool joined = false;
        auto node = both(joined);
        if (failed())
            return std::nullopt;
        if (node)
            nodes.push_back(std::move(*node));
        else if (token_.kind == Kind::Or)
            return fail(QueryFault::MissingOperand, token_);
        else
            return std::nullopt;
        while (token_.kind == Kind::Or) {
            const auto at = token_;
            advance();
            node = both(joined);
            if (!node)
                return fail(QueryFault::MissingOperand, at);
            nodes.push_back(std::move(*node));
        }
        mixed_ = mixed_ || (joined && nodes.size() > 1);
        return join(QueryNode::Kind::Or, std::move(nodes));
    }

    std::optional<QueryNode> both(bool &joined)
    {
        std::vector<QueryNode> nodes;
        while (!failed()) {
            const auto at = token_;
            const bool written = token_.kind == Kind::And;
            if (written) {
                if (nodes.empty())
                    return fail(QueryFault::MissingOperand, at);
                advance();
            }
            auto node = negated();
            if (failed())
                return std::nullopt;
            if (!node) {
                if (written)
                    return fail(QueryFault::MissingOperand, at);
                break;
            }
            nodes.push_back(std::move(*node));
        }
        if (failed() || nodes.empty())
            return std::nullopt;
        joined = joined || nodes.size() > 1;
        return join(QueryNode::Kind::And, std::move(nodes));
    }

    std::optional<QueryNode> negated()
    {
        if (token_.kind != Kind::Not)
            return primary();
        const auto at = token_;
        if (++depth_ > kMaxQueryDepth)
            return fail(QueryFault::TooDeep, at);
        advance();
        auto child = negated();
        if (!child)
            return fail(QueryFault::MissingOperand, at);
        --depth_;
        QueryNode node;
        node.kind = QueryNode::Kind::Not;
        node.begin = at.begin;
        node.end = child->end;
        node.children.push_back(std::move(*child));
        return node;
    }

    std::optional<QueryNode> primary()
    {
        if (token_.kind == Kind::Open)
            return group();
        if (token_.kind != Kind::Words && token_.kind != Kind::Field)
            return std::nullopt;
        QueryNode node;
        node.begin = token_.begin;
        node.end = token_.end;
        if (token_.kind == Kind::Field) {
            node.kind = QueryNode::Kind::Field;
            node.field = token_.field;
            node.value = std::move(token_.value);
        } else {
            node.words = std::move(token_.words);
            node.kind = token_.prefix             ? QueryNode::Kind::Prefix
                        : node.words.size() == 1 ? QueryNode::Kind::Word
                                                 : QueryNode::Kind::Phrase;
        }
        advance();
        return node;
    }

    std::optional<QueryNode> group()
    {
        const auto open = token_;
        if (++depth_ > kMaxQueryDepth)
            return fail(QueryFault::TooDeep, open);
        advance();
        auto inner = either();
        if (failed())
            return std::nullopt;
        if (token_.kind != Kind::Close)
            return fail(QueryFault::UnclosedParenthesis, open);
        if (!inner)
            return fail(QueryFault::MissingOperand, open);
        --depth_;
        advance();
        return inner;
    }

    QueryLexer lexer_;
    QueryToken token_;
    QueryError error_;
    int depth_ = 0;
    bool mixed_ = false;
};

const char *describe(QueryFault fault)
{
    switch (fault) {
    case QueryFault::None: return "nothing is wrong";
    case QueryFault::UnclosedQuote: return "the quote is not closed";
    case QueryFault::UnclosedParenthesis: return "the parenthesis is not closed";
    case QueryFault::UnexpectedParenthesis: return "this parenthesis closes nothing";
    case QueryFault::MissingOperand: return "something is missing beside this";
    case QueryFault::UnknownField: return "there is no such field";
    case QueryFault::UnknownValue: return "the field has no such value";
    case QueryFault::EmptyValue: return "there is nothing to look for";
    case QueryFault::StarAlone: return "a star must end the beginning of a word";
    case QueryFault::TooDeep: return "nested too deeply";
    case QueryFault::TooLong: return "too long";
    }
    return "";
}

} // namespace

tl::expected<Query, QueryError> parseQuery(std::string_view source)
{
    return Parser(source).run(source);
}

Error toError(const QueryError &error)
{
    auto detail = fmt::format("query: {} at byte {}", describe(error.fault), error.position);
    if (!error.found.empty())
        detail += fmt::format(": \"{}\"", error.found);
    if (!error.suggestion.empty())
        detail += fmt::format(" (did you mean \"{}\"?)", error.suggestion);
    return {Errc::InvalidInput, std::move(detail), 0, std::nullopt, error.position};
}

} // namespace vigie::text
