// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_lexer.hpp"

#include "text/query_fields.hpp"
#include "text/query_pattern.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vigie::text {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxFound = 60;

// Blanks other than ASCII: no-break, narrow no-break, thin, ideographic.
constexpr std::array kWideBlanks{"\xC2\xA0"sv, "\xE2\x80\xAF"sv, "\xE2\x80\x89"sv, "\xE3\x80\x80"sv};

constexpr std::array kQuotes{QuoteMark{"\""sv, true, '"', "\""sv},
                             QuoteMark{"\xE2\x80\x9C"sv, true, 'c', "\xE2\x80\x9D"sv},
                             QuoteMark{"\xE2\x80\x9D"sv, true, 'c', "\xE2\x80\x9D"sv},
                             QuoteMark{"\xE2\x80\x9E"sv, true, 'c', "\xE2\x80\x9D"sv},
                             QuoteMark{"\xC2\xAB"sv, true, 'f', "\xC2\xBB"sv},
                             QuoteMark{"\xC2\xBB"sv, false, 'f', {}}};

struct OperatorWord {
    std::string_view lower, capitals;
    QueryToken::Kind kind;
};
constexpr std::array kOperators{OperatorWord{"and", "AND", QueryToken::Kind::And}, OperatorWord{"et", "ET", QueryToken::Kind::And},
                                OperatorWord{"or", "OR", QueryToken::Kind::Or},    OperatorWord{"ou", "OU", QueryToken::Kind::Or},
                                OperatorWord{"not", "NOT", QueryToken::Kind::Not}, OperatorWord{"sauf", "SAUF", QueryToken::Kind::Not}};

} // namespace

std::size_t blankLength(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (static_cast<unsigned char>(c) < 0x80)
        return 0;
    for (const auto blank : kWideBlanks)
        if (text.substr(at, blank.size()) == blank)
            return blank.size();
    return 0;
}

const QuoteMark *quoteMarkAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c != '"' && static_cast<unsigned char>(c) < 0x80)
        return nullptr;
    for (const auto &quote : kQuotes)
        if (text.substr(at, quote.mark.size()) == quote.mark)
            return &quote;
    return nullptr;
}

bool isOperatorWord(std::string_view lower)
{
    return std::any_of(kOperators.begin(), kOperators.end(), [lower](const OperatorWord &one) { return one.lower == lower; });
}

QueryError QueryLexer::fault(QueryFault what, std::size_t begin, std::size_t end) const
{
    begin = std::min(begin, source_.size());
    const auto found = cutUtf8(source_.substr(begin, end - begin), kMaxFound);
    QueryError error;
    error.fault = what;
    error.position = static_cast<std::uint32_t>(begin);
    error.found = std::string(found);
    if (what == QueryFault::TooLong)
        error.fix = QueryFix{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(source_.size()), {}};
    return error;
}

QueryError QueryLexer::fault(QueryFault what, std::size_t begin, std::size_t end, std::string text) const
{
    auto error = fault(what, begin, end);
    error.fix = QueryFix{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(end, source_.size())), std::move(text)};
    return error;
}

std::string QueryLexer::inQuotes(std::size_t begin, std::size_t end) const
{
    return std::string("\"").append(source_.substr(begin, end - begin)).append("\"");
}

QueryToken QueryLexer::fail(QueryError error)
{
    error_ = std::move(error);
    pos_ = source_.size();
    return {};
}

QueryToken QueryLexer::make(QueryToken::Kind kind, std::size_t begin, std::size_t end)
{
    QueryToken token;
    token.kind = kind;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    pos_ = end;
    return token;
}

QueryToken QueryLexer::leaf(QueryNode node, std::size_t begin, std::size_t end)
{
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    auto token = make(QueryToken::Kind::Leaf, begin, end);
    token.node = std::move(node);
    token.node.begin = token.begin;
    token.node.end = token.end;
    return token;
}

/// Blanks and comments; false at the end.
bool QueryLexer::skipBlanks()
{
    while (pos_ < source_.size()) {
        if (const auto blank = blankLength(source_, pos_); blank > 0) {
            pos_ += blank;
            continue;
        }
        // "# note" is a comment, "#word" is a word.
        if (source_[pos_] != '#' || (pos_ + 1 < source_.size() && blankLength(source_, pos_ + 1) == 0))
            return true;
        pos_ = std::min(source_.find('\n', pos_), source_.size());
    }
    return false;
}

std::size_t QueryLexer::runEnd(std::size_t from) const
{
    auto at = from;
    while (at < source_.size() && source_[at] != '(' && source_[at] != ')' && blankLength(source_, at) == 0 && !quoteMarkAt(source_, at))
        ++at;
    return at;
}

std::optional<QueryLexer::Quoted> QueryLexer::quoted(std::size_t at)
{
    const auto *open = quoteMarkAt(source_, at);
    const auto inner = at + open->mark.size();
    for (auto end = inner; end < source_.size(); ++end) {
        const auto *close = quoteMarkAt(source_, end);
        if (close && close->family == open->family)
            return Quoted{source_.substr(inner, end - inner), end + close->mark.size()};
    }
    auto error = fault(QueryFault::UnclosedQuote, at, source_.size());
    const auto size = static_cast<std::uint32_t>(source_.size());
    const bool nothing = tokenize(source_.substr(inner)).empty();
    error.fix = nothing ? QueryFix{error.position, size, {}} : QueryFix{size, size, std::string(open->closing)};
    fail(std::move(error));
    return std::nullopt;
}

/// A dash right before something negates it; a dash alone, or before nothing that remains, is punctuation.
std::optional<QueryToken> QueryLexer::minus()
{
    const auto end = runEnd(pos_);
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    if (end == pos_ + 1) {
        const auto *mark = end < source_.size() ? quoteMarkAt(source_, end) : nullptr;
        if (end < source_.size() && (source_[end] == '(' || (mark && mark->opens)))
            return make(QueryToken::Kind::Not, pos_, end);
        return std::nullopt;
    }
    if (tokenize(source_.substr(pos_, end - pos_)).empty())
        return std::nullopt;
    return make(QueryToken::Kind::Not, pos_, pos_ + 1);
}

std::optional<QueryToken> QueryLexer::oper(std::string_view run)
{
    if (run.size() > 4)
        return std::nullopt;
    const auto lower = lowerAscii(run);
    for (const auto &one : kOperators) {
        if (lower != one.lower)
            continue;
        auto token = make(one.kind, pos_, pos_ + run.size());
        token.soft = run != one.capitals;
        token.node = wordsNode({lower});
        token.node.begin = token.begin;
        token.node.end = token.end;
        return token;
    }
    return std::nullopt;
}

QueryToken QueryLexer::next()
{
    while (skipBlanks()) {
        const auto begin = pos_;
        if (begin >= kMaxQueryBytes)
            return fail(fault(QueryFault::TooLong, kMaxQueryBytes, source_.size()));
        const char c = source_[begin];
        if (c == '(')
            return make(QueryToken::Kind::Open, begin, begin + 1);
        if (c == ')')
            return make(QueryToken::Kind::Close, begin, begin + 1);
        if (const auto *quote = quoteMarkAt(source_, begin)) {
            if (!quote->opens)
                return fail(fault(QueryFault::UnclosedQuote, begin, begin + quote->mark.size(), {}));
            return *phrase();
        }
        if (c == '-')
            if (auto token = minus())
                return *token;
        if (auto token = word())
            return *token;
        pos_ = runEnd(begin);
        if (!ignored_)
            ignored_ = fault(QueryFault::EmptyValue, begin, pos_, {});
    }
    QueryToken token;
    token.begin = token.end = static_cast<std::uint32_t>(source_.size());
    return token;
}

std::size_t QueryLexer::skipped()
{
    (void)skipBlanks();
    return pos_;
}

} // namespace vigie::text
