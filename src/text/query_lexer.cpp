// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_lexer.hpp"

#include "text/query_fields.hpp"

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

struct Quote {
    std::string_view mark;
    bool opens;
    char family;
};
constexpr std::array kQuotes{Quote{"\""sv, true, '"'},           Quote{"\xE2\x80\x9C"sv, true, 'c'},
                             Quote{"\xE2\x80\x9D"sv, true, 'c'}, Quote{"\xE2\x80\x9E"sv, true, 'c'},
                             Quote{"\xC2\xAB"sv, true, 'f'},     Quote{"\xC2\xBB"sv, false, 'f'}};

std::size_t blankAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    for (const auto blank : kWideBlanks)
        if (text.substr(at, blank.size()) == blank)
            return blank.size();
    return 0;
}

const Quote *quoteAt(std::string_view text, std::size_t at)
{
    for (const auto &quote : kQuotes)
        if (text.substr(at, quote.mark.size()) == quote.mark)
            return &quote;
    return nullptr;
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<QueryToken::Kind> operatorFrom(std::string_view run)
{
    using Kind = QueryToken::Kind;
    if (run == "AND" || run == "ET")
        return Kind::And;
    if (run == "OR" || run == "OU")
        return Kind::Or;
    if (run == "NOT" || run == "SAUF")
        return Kind::Not;
    return std::nullopt;
}

} // namespace

QueryError QueryLexer::fault(QueryFault what, std::size_t begin, std::size_t end) const
{
    begin = std::min(begin, source_.size());
    auto found = source_.substr(begin, end - begin);
    if (found.size() > kMaxFound) {
        auto cut = kMaxFound;
        while (cut > 0 && (static_cast<unsigned char>(found[cut]) & 0xC0U) == 0x80U)
            --cut;
        found = found.substr(0, cut);
    }
    return {what, static_cast<std::uint32_t>(begin), std::string(found), {}};
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

bool QueryLexer::skipBlanks()
{
    while (pos_ < source_.size()) {
        const auto blank = blankAt(source_, pos_);
        if (blank == 0)
            return true;
        pos_ += blank;
    }
    return false;
}

std::size_t QueryLexer::runEnd(std::size_t from) const
{
    auto at = from;
    while (at < source_.size() && source_[at] != '(' && source_[at] != ')' && blankAt(source_, at) == 0 && !quoteAt(source_, at))
        ++at;
    return at;
}

std::optional<QueryLexer::Quoted> QueryLexer::quoted(std::size_t at)
{
    const auto *open = quoteAt(source_, at);
    const auto inner = at + open->mark.size();
    for (auto end = inner; end < source_.size(); ++end) {
        const auto *close = quoteAt(source_, end);
        if (close && close->family == open->family)
            return Quoted{source_.substr(inner, end - inner), end + close->mark.size()};
    }
    fail(fault(QueryFault::UnclosedQuote, at, source_.size()));
    return std::nullopt;
}

/// nullopt without an error: nothing remains of the text, go on behind it.
std::optional<QueryToken> QueryLexer::words(std::string_view text, std::size_t begin, std::size_t end, bool prefix)
{
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    auto found = tokenize(text);
    if (found.empty()) {
        pos_ = end;
        return std::nullopt;
    }
    auto token = make(QueryToken::Kind::Words, begin, end);
    token.prefix = prefix;
    token.words.reserve(found.size());
    for (auto &piece : found)
        token.words.push_back(std::move(piece.word));
    return token;
}

std::optional<QueryToken> QueryLexer::phrase()
{
    const auto begin = pos_;
    const auto inside = quoted(begin);
    if (!inside)
        return QueryToken{};
    auto end = inside->end;
    const bool prefix = end < source_.size() && source_[end] == '*';
    if (prefix)
        ++end;
    auto token = words(inside->inner, begin, end, prefix);
    if (!token)
        return fail(fault(QueryFault::EmptyValue, begin, end));
    return token;
}

std::optional<QueryToken> QueryLexer::field(std::string_view run)
{
    const auto begin = pos_;
    const auto colon = run.find(':');
    if (colon == std::string_view::npos || colon == 0 || !std::all_of(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(colon), isNameByte))
        return std::nullopt;
    if (run.substr(colon + 1, 2) == "//")
        return std::nullopt;
    const auto name = run.substr(0, colon);
    const auto known = fieldFrom(name);
    if (!known) {
        auto error = fault(QueryFault::UnknownField, begin, begin + colon);
        error.suggestion = nearestField(name);
        return fail(std::move(error));
    }
    const auto valueBegin = begin + colon + 1;
    auto raw = run.substr(colon + 1);
    auto end = begin + run.size();
    if (raw.empty() && end < source_.size() && quoteAt(source_, end)) {
        const auto inside = quoted(end);
        if (!inside)
            return QueryToken{};
        raw = inside->inner;
        end = inside->end;
    }
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    if (const auto star = source_.substr(valueBegin, end - valueBegin).find('*'); star != std::string_view::npos)
        return fail(fault(QueryFault::StarAlone, valueBegin + star, valueBegin + star + 1));
    auto value = readFieldValue(*known, raw);
    if (value.fault != QueryFault::None) {
        auto error = value.fault == QueryFault::EmptyValue ? fault(value.fault, begin, end) : fault(value.fault, valueBegin, end);
        error.suggestion = std::move(value.suggestion);
        return fail(std::move(error));
    }
    auto token = make(QueryToken::Kind::Field, begin, end);
    token.field = *known;
    token.value = std::move(value.value);
    return token;
}

/// A dash right before something negates it; a dash alone, or before nothing that remains, is punctuation.
std::optional<QueryToken> QueryLexer::minus()
{
    const auto end = runEnd(pos_);
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    if (end == pos_ + 1) {
        if (end < source_.size() && (source_[end] == '(' || (quoteAt(source_, end) && quoteAt(source_, end)->opens)))
            return make(QueryToken::Kind::Not, pos_, end);
        return std::nullopt;
    }
    if (tokenize(source_.substr(pos_, end - pos_)).empty())
        return std::nullopt;
    return make(QueryToken::Kind::Not, pos_, pos_ + 1);
}

std::optional<QueryToken> QueryLexer::word()
{
    const auto begin = pos_;
    const auto end = runEnd(begin);
    const auto run = source_.substr(begin, end - begin);
    if (const auto found = operatorFrom(run))
        return make(*found, begin, end);
    if (auto found = field(run))
        return found;
    const auto star = run.find('*');
    if (star == std::string_view::npos)
        return words(run, begin, end, false);
    const auto core = run.substr(0, star);
    if (run.find_first_not_of('*', star) != std::string_view::npos)
        return fail(fault(QueryFault::StarAlone, begin + star, begin + star + 1));
    auto token = words(core, begin, end, true);
    if (!token)
        return fail(fault(QueryFault::StarAlone, begin + star, begin + star + 1));
    return token;
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
        if (const auto *quote = quoteAt(source_, begin)) {
            if (!quote->opens)
                return fail(fault(QueryFault::UnclosedQuote, begin, begin + quote->mark.size()));
            return *phrase();
        }
        if (c == '-')
            if (auto token = minus())
                return *token;
        if (auto token = word())
            return *token;
        pos_ = runEnd(begin);
        if (!ignored_)
            ignored_ = fault(QueryFault::EmptyValue, begin, pos_);
    }
    QueryToken token;
    token.begin = token.end = static_cast<std::uint32_t>(source_.size());
    return token;
}

} // namespace vigie::text
