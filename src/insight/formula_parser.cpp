// SPDX-License-Identifier: GPL-3.0-or-later
// Source to tree. Recursion is bounded by kMaxFormulaDepth, chains of operators by kMaxFormulaNodes.
#include "insight/formula_lexer.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <optional>

namespace vigie::insight {

namespace {

using Kind = FormulaNode::Kind;
using Token = FormulaToken;

/// Unwinds to parseFormula().
struct Mistake {
    FormulaFault fault;
    std::uint32_t begin, end;
    std::vector<std::string> arguments;
};

std::optional<FormulaCompare> compareOf(std::string_view sign)
{
    const auto *found = std::find(kFormulaCompares.begin(), kFormulaCompares.end(), sign);
    return found == kFormulaCompares.end() ? std::nullopt : std::optional(static_cast<FormulaCompare>(found - kFormulaCompares.begin()));
}

std::optional<FormulaField> fieldOf(std::string_view name)
{
    const auto *found = std::find(kFormulaFields.begin(), kFormulaFields.end(), name);
    return found == kFormulaFields.end() ? std::nullopt : std::optional(static_cast<FormulaField>(found - kFormulaFields.begin()));
}

class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    FormulaNode whole()
    {
        if (peek().kind == Token::Kind::End)
            throw Mistake{FormulaFault::Empty, peek().begin, peek().end, {}};
        auto node = either();
        if (peek().kind != Token::Kind::End)
            unexpected();
        return node;
    }

private:
    const Token &peek() const
    {
        const auto &token = tokens_[at_];
        if (token.kind == Token::Kind::Wrong) {
            const bool says = token.fault == FormulaFault::BadCharacter || token.fault == FormulaFault::BadNumber || token.fault == FormulaFault::UnknownSuffix;
            throw Mistake{token.fault, token.begin, token.end, says ? std::vector<std::string>{token.text} : std::vector<std::string>{}};
        }
        return token;
    }
    bool isSign(std::string_view sign) const { return peek().kind == Token::Kind::Sign && peek().text == sign; }
    bool isWord(std::string_view word) const { return peek().kind == Token::Kind::Name && peek().text == word; }
    bool take(std::string_view sign)
    {
        if (!isSign(sign))
            return false;
        ++at_;
        return true;
    }
    [[noreturn]] void unexpected() const
    {
        const auto &token = peek();
        throw Mistake{FormulaFault::Unexpected, token.begin, token.end, {token.text}};
    }
    FormulaNode made(Kind kind, std::uint32_t begin, std::uint32_t end)
    {
        if (++nodes_ > kMaxFormulaNodes)
            throw Mistake{FormulaFault::TooLarge, begin, end, {}};
        FormulaNode node;
        node.kind = kind;
        node.begin = begin;
        node.end = end;
        return node;
    }
    FormulaNode joined(Kind kind, FormulaNode left, FormulaNode right)
    {
        auto node = made(kind, left.begin, right.end);
        node.children.push_back(std::move(left));
        node.children.push_back(std::move(right));
        return node;
    }
    /// One deeper, or too deep.
    struct Deeper {
        explicit Deeper(Parser &parser) : depth(parser.depth_)
        {
            if (++depth > kMaxFormulaDepth)
                throw Mistake{FormulaFault::TooDeep, parser.peek().begin, parser.peek().end, {}};
        }
        ~Deeper() { --depth; }
        Deeper(const Deeper &) = delete;
        Deeper &operator=(const Deeper &) = delete;
        int &depth;
    };

    FormulaNode either()
    {
        const Deeper deeper(*this);
        auto left = both();
        while (isWord("or")) {
            ++at_;
            left = joined(Kind::Or, std::move(left), both());
        }
        return left;
    }
    FormulaNode both()
    {
        auto left = negated();
        while (isWord("and")) {
            ++at_;
            left = joined(Kind::And, std::move(left), negated());
        }
        return left;
    }
    FormulaNode negated()
    {
        if (!isWord("not"))
            return comparison();
        const Deeper deeper(*this);
        const auto begin = tokens_[at_++].begin;
        auto child = negated();
        auto node = made(Kind::Not, begin, child.end);
        node.children.push_back(std::move(child));
        return node;
    }
    FormulaNode comparison()
    {
        auto left = sum();
        const auto compare = peek().kind == Token::Kind::Sign ? compareOf(peek().text) : std::nullopt;
        if (!compare)
            return left;
        ++at_;
        auto node = joined(Kind::Compare, std::move(left), sum());
        node.compare = *compare;
        return node;
    }
    FormulaNode sum()
    {
        auto left = product();
        while (isSign("+") || isSign("-")) {
            const auto kind = tokens_[at_++].text == "+" ? Kind::Add : Kind::Subtract;
            left = joined(kind, std::move(left), product());
        }
        return left;
    }
    FormulaNode product()
    {
        auto left = unary();
        while (isSign("*") || isSign("/")) {
            const auto kind = tokens_[at_++].text == "*" ? Kind::Multiply : Kind::Divide;
            left = joined(kind, std::move(left), unary());
        }
        return left;
    }
    FormulaNode unary()
    {
        if (!isSign("-"))
            return primary();
        const Deeper deeper(*this);
        const auto begin = tokens_[at_++].begin;
        auto child = unary();
        auto node = made(Kind::Negate, begin, child.end);
        node.children.push_back(std::move(child));
        return node;
    }
    FormulaNode primary()
    {
        const auto token = peek();
        switch (token.kind) {
        case Token::Kind::Number: {
            ++at_;
            auto node = made(Kind::Number, token.begin, token.end);
            node.number = token.number;
            node.suffix = token.suffix;
            return node;
        }
        case Token::Kind::Name: return named(token);
        case Token::Kind::Sign:
            if (token.text == "(") {
                ++at_;
                auto inner = either();
                close(token.begin, ")", FormulaFault::UnclosedParenthesis);
                return inner;
            }
            [[fallthrough]];
        case Token::Kind::Text:
        case Token::Kind::End:
        case Token::Kind::Wrong: break;
        }
        missing();
    }
    [[noreturn]] void missing() const
    {
        const auto &token = peek();
        if (token.kind == Token::Kind::Text)
            unexpected();
        // Behind what came before: that is what lacks something.
        const auto place = at_ == 0 ? token.begin : tokens_[at_ - 1].end;
        throw Mistake{FormulaFault::MissingOperand, place, place, {}};
    }
    void close(std::uint32_t opened, std::string_view sign, FormulaFault fault)
    {
        if (take(sign))
            return;
        if (peek().kind == Token::Kind::End)
            throw Mistake{fault, opened, opened + 1, {}};
        unexpected();
    }
    FormulaNode named(const Token &name)
    {
        if (name.text == "and" || name.text == "or" || name.text == "not")
            missing();
        ++at_;
        auto node = made(Kind::Metric, name.begin, name.end);
        node.name = name.text;
        const auto opened = peek().begin;
        if (take("(")) {
            node.kind = Kind::Call;
            if (!isSign(")"))
                do
                    node.children.push_back(either());
                while (take(","));
            close(opened, ")", FormulaFault::UnclosedParenthesis);
        } else if (take("[")) {
            do
                node.filters.push_back(filter());
            while (take(","));
            close(opened, "]", FormulaFault::UnclosedBracket);
        }
        node.end = tokens_[at_ - 1].end;
        return node;
    }
    FormulaFilter filter()
    {
        const auto name = peek();
        if (name.kind != Token::Kind::Name) {
            if (name.kind == Token::Kind::End)
                missing();
            unexpected();
        }
        const auto field = fieldOf(name.text);
        if (!field)
            throw Mistake{FormulaFault::UnknownFilter, name.begin, name.end, {name.text}};
        ++at_;
        const auto compare = peek().kind == Token::Kind::Sign ? compareOf(peek().text) : std::nullopt;
        if (!compare)
            missing();
        if (*compare != FormulaCompare::Equal && *field != FormulaField::Sentiment)
            throw Mistake{FormulaFault::Unexpected, peek().begin, peek().end, {peek().text}};
        ++at_;
        FormulaFilter out{*field, *compare, {}, peek().begin, peek().end};
        const bool minus = take("-");
        const auto value = peek();
        if (value.kind != Token::Kind::Name && value.kind != Token::Kind::Text && value.kind != Token::Kind::Number)
            missing();
        ++at_;
        out.end = value.end;
        out.value = value.kind == Token::Kind::Number ? numberText(value, minus) : value.text;
        if (minus && value.kind != Token::Kind::Number)
            throw Mistake{FormulaFault::BadFilterValue, out.begin, out.end, {name.text, "-" + value.text}};
        settle(out, name.text);
        return out;
    }
    static std::string numberText(const Token &token, bool minus)
    {
        const bool whole = token.suffix == FormulaSuffix::None && (token.number == 0 || token.number == 1);
        return whole ? std::string(minus && token.number != 0 ? "-" : "") + (token.number == 0 ? "0" : "1") : "?";
    }
    /// Values that are a closed list, in their one way of writing.
    static void settle(FormulaFilter &filter, const std::string &name)
    {
        const auto refuse = [&] { throw Mistake{FormulaFault::BadFilterValue, filter.begin, filter.end, {name, filter.value}}; };
        const auto word = lowerAscii(filter.value);
        if (filter.field == FormulaField::Sentiment) {
            filter.value = word == "negative" ? "-1" : word == "neutral" ? "0" : word == "positive" ? "1" : word;
            if (filter.value != "-1" && filter.value != "0" && filter.value != "1")
                refuse();
        } else if (filter.field == FormulaField::Relays) {
            filter.value = word;
            if (word != "yes" && word != "no")
                refuse();
        } else if (filter.field == FormulaField::Lang || filter.field == FormulaField::Network) {
            filter.value = word;
        }
        if (filter.value.empty())
            refuse();
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0, nodes_ = 0;
    int depth_ = 0;
};

} // namespace

tl::expected<FormulaNode, FormulaError> parseFormula(std::string_view source)
{
    if (source.size() > kMaxFormulaBytes)
        return tl::unexpected(formulaError(source, FormulaFault::TooLong, static_cast<std::uint32_t>(kMaxFormulaBytes), static_cast<std::uint32_t>(kMaxFormulaBytes)));
    try {
        return Parser(formulaTokens(source)).whole();
    } catch (const Mistake &mistake) {
        return tl::unexpected(formulaError(source, mistake.fault, mistake.begin, mistake.end, mistake.arguments));
    }
}

} // namespace vigie::insight
