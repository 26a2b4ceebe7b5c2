// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher_facts.hpp"
#include "text/query_pattern.hpp"
#include "text/query_shape.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

// The FTS5 parser has a stack of 100 symbols and keeps up to three for each open parenthesis.
constexpr int kMaxParentheses = 28;
// Shorter beginnings gather more rows than they leave out.
constexpr std::size_t kWorthwhileStart = 3;
constexpr std::string_view kNoItemToken = "znone";

/// Items that are sure not to be fewer (Upper), or not more (Lower), than those that match. Not turns one into the other.
enum class Side : std::uint8_t { Upper, Lower };
Side other(Side side) { return side == Side::Upper ? Side::Lower : Side::Upper; }

struct Bound {
    enum class Size : std::uint8_t { None, Some, All } size = Size::Some;
    std::string text;
    bool exact = true, group = false; ///< group: needs parentheses beside another operator
};
Bound some(std::string text, bool exact = true) { return {Bound::Size::Some, std::move(text), exact, false}; }
Bound everything(bool exact) { return {Bound::Size::All, {}, exact, false}; }
Bound nothing(bool exact) { return {Bound::Size::None, {}, exact, false}; }
/// All that can be said of what the table does not know.
Bound unknown(Side side) { return side == Side::Upper ? everything(false) : nothing(false); }

/// Nothing of the query reaches the table unquoted.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::string tagTerm(std::string_view token) { return "tags:" + quoted(token); }

std::string phraseOf(std::span<const std::string> words)
{
    std::string text;
    for (const auto &word : words) {
        if (!text.empty())
            text += ' ';
        text += word;
    }
    return quoted(text);
}

std::string textTerm(const QueryNode &node)
{
    return "text:" + phraseOf(node.words) + (node.kind == Kind::Prefix ? " *" : "");
}

std::optional<std::string> fieldToken(const QueryNode &node)
{
    switch (node.field) {
    case QueryField::Network: return 'n' + node.value;
    case QueryField::Author: return 'a' + node.value;
    case QueryField::Lang: return 'l' + node.value;
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is: return factToken(node.field, node.value);
    default: return std::nullopt;
    }
}

class Renderer {
public:
    explicit Renderer(std::span<const std::string> common) : common_(common) {}

    Bound render(const QueryNode &node, Side side, int depth, bool stretch = false)
    {
        // A stretch of the text may lack what the rest holds: there, an absence says nothing of the whole.
        if (depth > kMaxParentheses || (stretch && node.kind == Kind::Not))
            return unknown(side);
        switch (node.kind) {
        case Kind::All: return everything(true);
        case Kind::Prefix:
            if (isCommon(node))
                return side == Side::Lower || node.words.size() < 2 ? unknown(side) : some("text:" + phraseOf(std::span(node.words).first(node.words.size() - 1)), false);
            [[fallthrough]];
        case Kind::Word:
        case Kind::Phrase: return node.words.empty() ? nothing(true) : some(textTerm(node));
        case Kind::Exact: return side == Side::Lower || node.words.empty() ? unknown(side) : some(textTerm(node), false);
        case Kind::Pattern: return side == Side::Lower ? unknown(side) : pattern(node);
        case Kind::Near: return side == Side::Lower ? unknown(side) : near(node, depth);
        case Kind::Sentence: return part(node, side, depth);
        case Kind::Scope: return node.field == QueryField::Quote ? unknown(side) : part(node, side, depth);
        case Kind::Count: return node.range.holds(0) ? unknown(side) : part(node, side, depth);
        case Kind::Saved: return node.children.empty() ? nothing(true) : render(node.children.front(), side, depth, stretch);
        case Kind::And: return conjunction(node, side, depth, stretch);
        case Kind::Or: return disjunction(node, side, depth, stretch);
        case Kind::Not: return node.children.empty() ? everything(true) : negation(render(node.children.front(), other(side), depth + 1));
        case Kind::Field: return field(node, side);
        case Kind::Number:
        case Kind::Time: break;
        }
        return unknown(side);
    }

private:
    [[nodiscard]] bool isCommon(std::string_view beginning) const { return std::find(common_.begin(), common_.end(), beginning) != common_.end(); }
    [[nodiscard]] bool isCommon(const QueryNode &prefix) const
    {
        return prefix.kind == Kind::Prefix && !prefix.words.empty() && isCommon(std::string_view(prefix.words.back()));
    }

    Bound field(const QueryNode &node, Side side)
    {
        if (node.field == QueryField::List) {
            std::vector<Bound> authors;
            for (const auto &child : node.children)
                authors.push_back(field(child, side));
            return joined(authors, Kind::Or);
        }
        const auto token = fieldToken(node);
        return token ? some(tagTerm(*token)) : unknown(side);
    }

    Bound part(const QueryNode &node, Side side, int depth)
    {
        if (side == Side::Lower || node.children.empty())
            return unknown(side);
        auto inside = render(node.children.front(), side, depth, true);
        inside.exact = false;
        return inside;
    }

    Bound pattern(const QueryNode &node)
    {
        std::vector<Bound> terms;
        for (std::size_t i = 0; i < node.words.size();) {
            const auto from = i;
            while (i < node.words.size() && !isPattern(node.words[i]))
                ++i;
            if (i > from) {
                terms.push_back(some("text:" + phraseOf(std::span(node.words).subspan(from, i - from)), false));
                continue;
            }
            if (const auto start = literalStart(node.words[i]); start.size() >= kWorthwhileStart && !isCommon(start))
                terms.push_back(some("text:" + quoted(start) + " *", false));
            ++i;
        }
        auto out = joined(terms, Kind::And);
        out.exact = false;
        return out;
    }

    Bound near(const QueryNode &node, int depth)
    {
        if (node.children.size() != 2)
            return unknown(Side::Upper);
        const auto &left = node.children.front(), &right = node.children.back();
        const auto plain = [this](const QueryNode &child) {
            return child.kind == Kind::Word || child.kind == Kind::Phrase || (child.kind == Kind::Prefix && !isCommon(child));
        };
        if (plain(left) && plain(right)) {
            const auto phrase = [](const QueryNode &child) { return phraseOf(child.words) + (child.kind == Kind::Prefix ? " *" : ""); };
            return some("text:NEAR(" + phrase(left) + ' ' + phrase(right) + ", " + std::to_string(node.distance) + ')', false);
        }
        auto out = joined({render(left, Side::Upper, depth + 1, true), render(right, Side::Upper, depth + 1, true)}, Kind::And);
        out.exact = false;
        return out;
    }

    static std::string operand(const Bound &bound) { return bound.group ? '(' + bound.text + ')' : bound.text; }

    /// And takes the smallest and Or the largest: what is all or nothing decides alone or vanishes.
    static Bound joined(const std::vector<Bound> &bounds, Kind kind)
    {
        const auto decides = kind == Kind::And ? Bound::Size::None : Bound::Size::All;
        Bound out = kind == Kind::And ? everything(true) : nothing(true);
        std::vector<const Bound *> said;
        for (const auto &bound : bounds) {
            out.exact = out.exact && bound.exact;
            if (bound.size == decides)
                out.size = decides;
            else if (bound.size == Bound::Size::Some)
                said.push_back(&bound);
        }
        if (said.empty() || out.size == decides)
            return out;
        out.size = Bound::Size::Some;
        out.group = said.size() > 1 || said.front()->group;
        out.text = said.size() > 1 ? operand(*said.front()) : said.front()->text;
        for (std::size_t i = 1; i < said.size(); ++i)
            out.text += (kind == Kind::And ? " AND " : " OR ") + operand(*said[i]);
        return out;
    }

    Bound disjunction(const QueryNode &node, Side side, int depth, bool stretch)
    {
        std::vector<const QueryNode *> parts;
        flatten(node, Kind::Or, parts);
        std::vector<Bound> bounds;
        for (const auto *part : parts)
            bounds.push_back(render(*part, side, depth + (part->children.empty() ? 0 : 1), stretch));
        return joined(bounds, Kind::Or);
    }

    Bound conjunction(const QueryNode &node, Side side, int depth, bool stretch)
    {
        std::vector<const QueryNode *> parts;
        flatten(node, Kind::And, parts);
        const auto excluded = [stretch](const QueryNode *part) { return part->kind == Kind::Not && !part->children.empty() && !stretch; };
        const bool excludes = std::any_of(parts.begin(), parts.end(), excluded);
        std::vector<Bound> wanted, unwanted;
        for (const auto *part : parts) {
            if (excluded(part))
                unwanted.push_back(render(part->children.front(), other(side), depth + 2));
            else
                wanted.push_back(render(*part, side, depth + (part->children.empty() ? 0 : excludes ? 2 : 1), stretch));
        }
        auto keep = joined(wanted, Kind::And);
        return excludes ? excluding(std::move(keep), joined(unwanted, Kind::Or)) : keep;
    }

    static Bound negation(const Bound &inner) { return excluding(everything(true), inner); }

    /// FTS5 has "a NOT b" only, so what is excluded is taken away from what is wanted, or from everything.
    static Bound excluding(Bound keep, const Bound &drop)
    {
        const bool exact = keep.exact && drop.exact;
        if (keep.size == Bound::Size::None || drop.size == Bound::Size::All)
            return nothing(exact);
        if (drop.size == Bound::Size::None) {
            keep.exact = exact;
            return keep;
        }
        Bound out = some((keep.size == Bound::Size::All ? tagTerm(kEveryItemToken) : operand(keep)) + " NOT (" + drop.text + ')', exact);
        out.group = true;
        return out;
    }

    static void flatten(const QueryNode &node, Kind kind, std::vector<const QueryNode *> &out)
    {
        for (const auto &child : node.children) {
            if (child.kind == kind)
                flatten(child, kind, out);
            else
                out.push_back(&child);
        }
    }

    std::span<const std::string> common_;
};

} // namespace

std::optional<FtsFilter> ftsFilter(const QueryNode &node, std::span<const std::string> common)
{
    auto bound = Renderer(common).render(node, Side::Upper, 0);
    switch (bound.size) {
    case Bound::Size::Some: return FtsFilter{std::move(bound.text), bound.exact};
    case Bound::Size::None: return FtsFilter{tagTerm(kNoItemToken), bound.exact};
    case Bound::Size::All: break;
    }
    return bound.exact ? std::optional(FtsFilter{tagTerm(kEveryItemToken), true}) : std::nullopt;
}

std::optional<std::string> ftsExpression(const QueryNode &node)
{
    auto filter = ftsFilter(node);
    if (!filter)
        return std::nullopt;
    return std::move(filter->expression);
}

} // namespace vigie::text
