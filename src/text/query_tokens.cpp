// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_fields.hpp"
#include "text/query_lexer.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/query_tokens.hpp>

#include <algorithm>
#include <array>

namespace vigie::text {

namespace {

using Kind = QueryToken::Kind;
using Node = QueryNode::Kind;
using namespace std::string_view_literals;

class Colourer {
public:
    explicit Colourer(std::string_view source) : source_(source) {}

    std::vector<QuerySpan> run()
    {
        std::size_t base = 0;
        while (base < source_.size()) {
            QueryLexer lexer(source_.substr(base));
            const auto wrong = read(lexer, base);
            if (wrong <= base)
                break;
            base = wrong;
        }
        settleSoft();
        return std::move(spans_);
    }

private:
    /// Where to go on after a mistake; 0 when there was none.
    std::size_t read(QueryLexer &lexer, std::size_t base)
    {
        std::size_t last = base;
        for (;;) {
            const auto token = lexer.next();
            if (lexer.error().fault != QueryFault::None) {
                const auto begin = base + lexer.error().position;
                comments(last, begin);
                // What stands in its own place is coloured; the mistake ends where the next thing may begin.
                auto end = std::min(begin + std::max<std::size_t>(lexer.error().found.size(), 1), source_.size());
                while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0U) == 0x80U)
                    ++end;
                if (lexer.error().fault == QueryFault::UnclosedQuote || lexer.error().fault == QueryFault::TooLong)
                    end = source_.size();
                add(QuerySpan::Kind::Wrong, begin, end);
                return end;
            }
            if (token.kind == Kind::End) {
                comments(last, source_.size());
                return 0;
            }
            comments(last, base + token.begin);
            take(token, base);
            last = base + token.end;
            if (token.kind == Kind::Close && closesCount()) {
                const auto from = base + lexer.position();
                if (!lexer.comparison(0))
                    return from; // coloured as what it looks like
                add(QuerySpan::Kind::Number, from, base + lexer.position());
                last = base + lexer.position();
            }
        }
    }

    bool closesCount()
    {
        if (opened_.empty())
            return false;
        const bool count = opened_.back();
        opened_.pop_back();
        return count;
    }

    void take(const QueryToken &token, std::size_t base)
    {
        const auto begin = base + token.begin, end = base + token.end;
        switch (token.kind) {
        case Kind::Open:
            opened_.push_back(count_);
            add(QuerySpan::Kind::Parenthesis, begin, end);
            break;
        case Kind::Close: add(QuerySpan::Kind::Parenthesis, begin, end); break;
        case Kind::And:
        case Kind::Or:
        case Kind::Not:
            if (token.soft)
                soft_.push_back({spans_.size(), token.kind});
            add(QuerySpan::Kind::Operator, begin, end);
            break;
        case Kind::Near: add(QuerySpan::Kind::Operator, begin, end); break;
        case Kind::Scope: add(QuerySpan::Kind::FieldName, begin, end); break;
        case Kind::Sentence:
        case Kind::Count: add(QuerySpan::Kind::Function, begin, end); break;
        case Kind::Leaf: leaf(token.node, begin, end); break;
        case Kind::End: break;
        }
        count_ = token.kind == Kind::Count;
    }

    void leaf(const QueryNode &node, std::size_t begin, std::size_t end)
    {
        switch (node.kind) {
        case Node::Field:
        case Node::Number:
        case Node::Time:
        case Node::Exact: {
            const auto colon = source_.find(':', begin) + 1;
            add(QuerySpan::Kind::FieldName, begin, colon);
            add(node.kind == Node::Number ? QuerySpan::Kind::Number : QuerySpan::Kind::FieldValue, colon, end);
            break;
        }
        case Node::Saved: add(QuerySpan::Kind::Saved, begin, end); break;
        case Node::Pattern:
        case Node::Prefix: add(QuerySpan::Kind::Pattern, begin, end); break;
        default: add(quoteMarkAt(source_, begin) ? QuerySpan::Kind::Phrase : QuerySpan::Kind::Word, begin, end);
        }
    }

    void comments(std::size_t begin, std::size_t end)
    {
        for (auto at = begin; at < end;) {
            const bool sign = source_[at] == '#' && (at + 1 >= source_.size() || blankLength(source_, at + 1) > 0);
            if (!sign) {
                ++at;
                continue;
            }
            const auto stop = std::min(source_.find('\n', at), end);
            add(QuerySpan::Kind::Comment, at, stop);
            at = stop + 1;
        }
    }

    /// An operator in small letters is one where something stands on both sides, as the parser has it.
    void settleSoft()
    {
        const auto operand = [](const QuerySpan &span) { return span.kind != QuerySpan::Kind::Operator && span.kind != QuerySpan::Kind::Comment; };
        for (const auto &[index, kind] : soft_) {
            const bool left = index > 0 && operand(spans_[index - 1]) && !opens(spans_[index - 1]);
            const bool right = index + 1 < spans_.size() && !closes(spans_[index + 1])
                               && (operand(spans_[index + 1]) || isNot(index + 1));
            if (!right || (kind != Kind::Not && !left))
                spans_[index].kind = QuerySpan::Kind::Word;
        }
    }
    [[nodiscard]] bool opens(const QuerySpan &span) const { return span.kind == QuerySpan::Kind::Parenthesis && source_[span.begin] == '('; }
    [[nodiscard]] bool closes(const QuerySpan &span) const { return span.kind == QuerySpan::Kind::Parenthesis && source_[span.begin] == ')'; }
    [[nodiscard]] bool isNot(std::size_t index) const
    {
        const auto text = lowerAscii(source_.substr(spans_[index].begin, spans_[index].end - spans_[index].begin));
        return text == "not" || text == "sauf" || text == "-";
    }

    void add(QuerySpan::Kind kind, std::size_t begin, std::size_t end)
    {
        if (begin < end)
            spans_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    std::string_view source_;
    std::vector<QuerySpan> spans_;
    std::vector<std::pair<std::size_t, Kind>> soft_;
    std::vector<bool> opened_; ///< of each open parenthesis: does it belong to count()
    bool count_ = false;
};

bool begins(std::string_view whole, std::string_view typed)
{
    return lowerAscii(whole).rfind(lowerAscii(typed), 0) == 0;
}

std::vector<std::string> valuesOf(QueryField field, const QueryLibrary &library)
{
    std::vector<std::string> out;
    if (field == QueryField::List) {
        for (const auto &list : library.lists)
            out.push_back('"' + list.name + '"');
        return out;
    }
    const auto offer = [&](auto... values) { (out.emplace_back(values), ...); };
    switch (fieldShape(field)) {
    case FieldShape::Number: field == QueryField::Rating ? offer("<3", ">=4", "1..2") : offer(">10", ">100", ">1000", "<10", "10..100"); return out;
    case FieldShape::Time: offer("today", "yesterday", "7d", "24h", "4w", "3mo"); return out;
    case FieldShape::Value: break;
    case FieldShape::Scope:
    case FieldShape::Exact: return out;
    }
    if (field == QueryField::Lang)
        offer("fr", "en", "de", "es", "it", "nl", "pt", "br", "und");
    for (const auto value : fieldValues(field))
        out.emplace_back(value);
    return out;
}

/// Start of the run that ends at the cursor; npos inside a quotation.
std::size_t runStart(std::string_view source, std::size_t cursor)
{
    std::size_t start = 0;
    char open = 0;
    for (std::size_t at = 0; at < cursor;) {
        if (const auto *mark = quoteMarkAt(source, at)) {
            open = open == 0 ? mark->family : open == mark->family ? char{0} : open;
            at += mark->mark.size();
            start = at;
            continue;
        }
        const auto blank = blankLength(source, at);
        if (open == 0 && (blank > 0 || source[at] == '(' || source[at] == ')'))
            start = at + std::max<std::size_t>(blank, 1);
        at += std::max<std::size_t>(blank, 1);
    }
    return open != 0 ? std::string_view::npos : std::min(start, cursor);
}

} // namespace

std::vector<QuerySpan> queryTokens(std::string_view source)
{
    return Colourer(source).run();
}

std::vector<QueryCompletion> queryCompletions(std::string_view source, std::size_t cursor, const QueryLibrary &library)
{
    std::vector<QueryCompletion> out;
    cursor = std::min(cursor, source.size());
    auto start = runStart(source, cursor);
    if (start == std::string_view::npos)
        return out;
    if (start < cursor && source[start] == '-')
        ++start;
    auto typed = source.substr(start, cursor - start);
    const auto offer = [&](QueryCompletion::Kind kind, std::string text) {
        out.push_back({kind, std::move(text), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(cursor)});
    };
    if (!typed.empty() && typed.front() == '@') {
        for (const auto &saved : library.saved) {
            QueryNode node;
            node.kind = Node::Saved;
            node.value = saved.name;
            if (begins(saved.name, typed.substr(1)) || begins(compactName(saved.name), compactName(typed.substr(1))))
                offer(QueryCompletion::Kind::Saved, toSource(node));
        }
        return out;
    }
    if (const auto colon = typed.find(':'); colon != std::string_view::npos) {
        const auto field = fieldFrom(typed.substr(0, colon));
        start += colon + 1;
        typed.remove_prefix(colon + 1);
        if (field)
            for (auto &value : valuesOf(*field, library))
                if (begins(value, typed))
                    offer(*field == QueryField::List ? QueryCompletion::Kind::List : QueryCompletion::Kind::Value, std::move(value));
        return out;
    }
    for (const auto field : allFields())
        if (begins(fieldName(field), typed))
            offer(QueryCompletion::Kind::Field, std::string(fieldName(field)) + ':');
    if (typed.empty())
        return out;
    if (const auto meant = nearestField(typed); !meant.empty() && !begins(meant, typed))
        offer(QueryCompletion::Kind::Field, meant + ':');
    for (const auto word : {"AND"sv, "OR"sv, "NOT"sv, "ET"sv, "OU"sv, "SAUF"sv, "NEAR/5"sv, "ONEAR/5"sv})
        if (begins(word, typed))
            offer(QueryCompletion::Kind::Operator, std::string(word));
    for (const auto word : {"SENT("sv, "count("sv})
        if (begins(word, typed))
            offer(QueryCompletion::Kind::Function, std::string(word));
    return out;
}

} // namespace vigie::text
