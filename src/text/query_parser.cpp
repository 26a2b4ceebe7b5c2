// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_lexer.hpp"
#include "text/query_shape.hpp"

#include <optional>
#include <utility>

namespace vigie::text {

namespace {

using Kind = QueryToken::Kind;

bool endsOperand(Kind kind) { return kind == Kind::Leaf || kind == Kind::Close; }

bool beginsOperand(Kind kind)
{
    return kind == Kind::Leaf || kind == Kind::Open || kind == Kind::Not || kind == Kind::Scope || kind == Kind::Sentence || kind == Kind::Count;
}

/// Recursive descent. A step returns nullopt both for "nothing here" and for a mistake; failed() tells them apart.
class Parser {
public:
    explicit Parser(std::string_view source) : source_(source), lexer_(source) { advance(); }

    tl::expected<Query, QueryError> run()
    {
        auto root = either();
        if (!failed() && token_.kind == Kind::Close)
            fail(QueryFault::UnexpectedParenthesis, token_, "");
        if (!failed() && token_.kind == Kind::Near) // nothing stands before it
            fail(QueryFault::MissingOperand, token_, "");
        if (!failed() && !root && lexer_.ignored())
            error_ = *lexer_.ignored();
        if (failed())
            return tl::unexpected<QueryError>(error_);
        Query query;
        query.source = std::string(source_);
        if (root)
            query.root = std::move(*root);
        query.mixedAndOr = mixed_;
        query.softOperators = soft_;
        return query;
    }

private:
    void advance()
    {
        const auto before = token_.kind;
        token_ = lexer_.next();
        if (!failed())
            error_ = lexer_.error();
        if (!token_.soft)
            return;
        // In small letters it is an operator where it has something to join, and a word everywhere else.
        QueryLexer ahead = lexer_;
        const auto after = ahead.next().kind;
        const bool free = before != Kind::Scope && before != Kind::Near; // these want one thing, not its absence
        const bool joins = beginsOperand(after) && (token_.kind == Kind::Not ? free : endsOperand(before));
        if (joins)
            soft_ = true;
        else
            token_.kind = Kind::Leaf;
    }
    [[nodiscard]] bool failed() const { return error_.fault != QueryFault::None; }
    std::nullopt_t fail(QueryFault what, const QueryToken &at, std::optional<std::string> text = std::nullopt)
    {
        if (!failed())
            error_ = text ? lexer_.fault(what, at.begin, at.end, std::move(*text)) : lexer_.fault(what, at.begin, at.end);
        return std::nullopt;
    }
    std::nullopt_t failAt(QueryFault what, const QueryNode &at, std::string text)
    {
        if (!failed())
            error_ = lexer_.fault(what, at.begin, at.end, std::move(text));
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
            return fail(QueryFault::MissingOperand, token_, "");
        else
            return std::nullopt;
        while (token_.kind == Kind::Or) {
            const auto at = token_;
            advance();
            node = both(joined);
            if (!node)
                return fail(QueryFault::MissingOperand, at, "");
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
                    return fail(QueryFault::MissingOperand, at, "");
                advance();
            }
            auto node = negated();
            if (failed())
                return std::nullopt;
            if (!node) {
                if (written)
                    return fail(QueryFault::MissingOperand, at, "");
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
            return near();
        const auto at = token_;
        if (!enter(at))
            return std::nullopt;
        advance();
        auto child = negated();
        if (!child)
            return fail(QueryFault::MissingOperand, at, "");
        --depth_;
        QueryNode node;
        node.kind = QueryNode::Kind::Not;
        node.begin = at.begin;
        node.end = child->end;
        node.children.push_back(std::move(*child));
        return node;
    }

    std::optional<QueryNode> near()
    {
        auto left = primary();
        // A chain nests to the left: its length is depth for whoever walks the tree.
        int chain = 0;
        while (left && token_.kind == Kind::Near) {
            const auto at = token_;
            if (depth_ + ++chain > kMaxQueryDepth)
                return fail(QueryFault::TooDeep, at, "AND");
            if (!standsNear(*left))
                return failNear(*left, at);
            advance();
            auto right = primary();
            if (!right)
                return fail(QueryFault::MissingOperand, at, "");
            if (!standsNear(*right))
                return failNear(*right, at);
            auto node = at.node;
            node.begin = left->begin;
            node.end = right->end;
            node.children.push_back(std::move(*left));
            node.children.push_back(std::move(*right));
            left = std::move(node);
        }
        return left;
    }

    /// A group of words was meant as a phrase, mostly; what holds no words can only stand beside, not near.
    std::nullopt_t failNear(const QueryNode &node, const QueryToken &near)
    {
        std::string words;
        gatherWords(node, words);
        fail(QueryFault::NearNeeds, near);
        error_.position = node.begin;
        error_.found = lexer_.fault(QueryFault::NearNeeds, node.begin, node.end).found;
        error_.fix = words.empty() ? QueryFix{near.begin, near.end, "AND"} : QueryFix{node.begin, node.end, '"' + words + '"'};
        return std::nullopt;
    }

    std::optional<QueryNode> primary()
    {
        if (failed())
            return std::nullopt;
        switch (token_.kind) {
        case Kind::Open: return group();
        case Kind::Scope: return scope();
        case Kind::Sentence:
        case Kind::Count: return call();
        case Kind::Leaf: {
            auto node = std::move(token_.node);
            advance();
            return node;
        }
        case Kind::End:
        case Kind::Close:
        case Kind::And:
        case Kind::Or:
        case Kind::Not:
        case Kind::Near: break;
        }
        return std::nullopt;
    }

    bool enter(const QueryToken &at)
    {
        if (++depth_ <= kMaxQueryDepth)
            return true;
        fail(QueryFault::TooDeep, at, "");
        return false;
    }

    std::optional<QueryNode> group()
    {
        auto inner = parenthesized();
        if (inner)
            advance();
        return inner;
    }

    /// Leaves the closing parenthesis as the token at hand.
    std::optional<QueryNode> parenthesized()
    {
        const auto open = token_;
        if (!enter(open))
            return std::nullopt;
        advance();
        auto inner = either();
        if (failed())
            return std::nullopt;
        if (!inner && token_.kind == Kind::Near)
            return fail(QueryFault::MissingOperand, token_, "");
        if (token_.kind != Kind::Close) {
            fail(QueryFault::UnclosedParenthesis, open);
            const auto end = static_cast<std::uint32_t>(source_.size());
            // Behind a comment it would be part of it.
            error_.fix = QueryFix{end, end, source_.find('#') == std::string_view::npos ? ")" : "\n)"};
            return std::nullopt;
        }
        if (!inner) {
            fail(QueryFault::MissingOperand, open);
            error_.fix = QueryFix{open.begin, token_.end, {}};
            return std::nullopt;
        }
        --depth_;
        inner->begin = open.begin;
        inner->end = token_.end;
        return inner;
    }

    std::optional<QueryNode> scope()
    {
        auto at = token_;
        if (!enter(at))
            return std::nullopt;
        advance();
        auto child = primary();
        if (!child)
            return fail(QueryFault::EmptyValue, at, "");
        --depth_;
        return wrap(std::move(at.node), at, std::move(*child));
    }

    std::optional<QueryNode> call()
    {
        const auto at = token_;
        advance();
        auto child = parenthesized();
        if (!child)
            return std::nullopt;
        QueryNode node;
        node.kind = at.kind == Kind::Count ? QueryNode::Kind::Count : QueryNode::Kind::Sentence;
        if (at.kind == Kind::Count) {
            if (const auto *wrong = firstNotWords(*child))
                return failAt(QueryFault::WordsOnly, *wrong, {});
            if (!standsNear(*child)) {
                std::string words;
                gatherWords(*child, words);
                return failAt(QueryFault::WordsOnly, *child, words.empty() ? "()" : "(\"" + words + "\")");
            }
            const auto range = lexer_.comparison(at.begin);
            if (!range) {
                error_ = lexer_.error();
                return std::nullopt;
            }
            node.range = *range;
        }
        const auto end = static_cast<std::uint32_t>(lexer_.position());
        advance();
        auto out = wrap(std::move(node), at, std::move(*child));
        if (out)
            out->end = end;
        return out;
    }

    std::optional<QueryNode> wrap(QueryNode node, const QueryToken &at, QueryNode child)
    {
        if (const auto *wrong = firstNotWords(child))
            return failAt(QueryFault::WordsOnly, *wrong, {});
        node.begin = at.begin;
        node.end = child.end;
        node.children.push_back(std::move(child));
        return node;
    }

    std::string_view source_;
    QueryLexer lexer_;
    QueryToken token_;
    QueryError error_;
    int depth_ = 0;
    bool mixed_ = false, soft_ = false;
};

} // namespace

tl::expected<Query, QueryError> parseQuery(std::string_view source)
{
    return Parser(source).run();
}

} // namespace vigie::text
