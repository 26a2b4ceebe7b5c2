// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between operators: words, phrases, patterns, fields, @names.
#include "text/query_fields.hpp"
#include "text/query_lexer.hpp"
#include "text/query_pattern.hpp"
#include "text/query_time.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <utility>

namespace vigie::text {

namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string composed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        return std::string(text);
    std::string out;
    nfc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::string(text);
}

std::string withoutStars(std::string_view text)
{
    std::string out(text);
    std::erase(out, '*');
    return out;
}

} // namespace

/// "a b"~5, as other tools write nearness.
std::optional<QueryToken> QueryLexer::looseEnd(std::size_t begin, std::size_t end, std::string_view inner)
{
    auto after = end + 1;
    while (after < source_.size() && isDigit(source_[after]))
        ++after;
    if (source_[end] != '~' || after == end + 1)
        return std::nullopt;
    std::string chain;
    for (const auto &token : tokenize(inner)) {
        if (!chain.empty())
            chain.append(" NEAR/").append(source_.substr(end + 1, std::min<std::size_t>(after - end - 1, 2))).append(" ");
        chain += token.word;
    }
    return fail(fault(QueryFault::BadDistance, begin, after, '(' + chain + ')'));
}

std::optional<QueryToken> QueryLexer::phrase()
{
    const auto begin = pos_;
    const auto inside = quoted(begin);
    if (!inside)
        return QueryToken{};
    auto end = inside->end;
    std::string text(inside->inner);
    if (end < source_.size() && source_[end] == '*') {
        ++end;
        while (!text.empty() && blankLength(text, text.size() - 1) > 0)
            text.pop_back();
        text += '*';
    } else if (end < source_.size()) {
        if (auto wrong = looseEnd(begin, end, inside->inner))
            return wrong;
    }
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    auto words = patternWords(text, true);
    if (words.empty() || !anyLetter(words))
        return fail(fault(QueryFault::EmptyValue, begin, end, {}));
    return leaf(wordsNode(std::move(words)), begin, end);
}

/// NEAR, NEAR/5, ONEAR/5; in small letters only with the slash and a number.
std::optional<QueryToken> QueryLexer::near(std::string_view run)
{
    const auto lower = lowerAscii(run.substr(0, 5));
    const bool ordered = lower.rfind("onear", 0) == 0;
    if (!ordered && lower.rfind("near", 0) != 0)
        return std::nullopt;
    const auto name = run.substr(0, ordered ? 5 : 4), rest = run.substr(name.size());
    const bool capitals = name == "NEAR" || name == "ONEAR";
    const auto begin = pos_;
    int distance = kUsualDistance;
    if (rest.empty() && !capitals)
        return std::nullopt;
    if (!rest.empty()) {
        const auto number = rest.substr(1);
        const bool begun = !number.empty() && isDigit(number.front());
        if (rest.front() != '/' || (!begun && !capitals))
            return std::nullopt;
        const auto digits = static_cast<std::size_t>(std::find_if_not(number.begin(), number.end(), isDigit) - number.begin());
        distance = 0;
        for (const char c : number.substr(0, std::min<std::size_t>(digits, 6)))
            distance = distance * 10 + (c - '0');
        if (digits != number.size() || !begun || distance > kMaxDistance || digits > 6) {
            const bool forward = digits > 0 && number.substr(digits) == "f";
            const auto meant = digits == 0 ? kUsualDistance : std::min(digits > 6 ? kMaxDistance : distance, kMaxDistance);
            return fail(fault(QueryFault::BadDistance, begin, begin + run.size(),
                              std::string(ordered || forward ? "ONEAR/" : "NEAR/") + std::to_string(meant)));
        }
    }
    auto token = make(QueryToken::Kind::Near, begin, begin + run.size());
    token.node.kind = QueryNode::Kind::Near;
    token.node.distance = distance;
    token.node.ordered = ordered;
    return token;
}

/// SENT( and count(: the name touches the parenthesis, else it is a word.
std::optional<QueryToken> QueryLexer::call(std::string_view run)
{
    const auto end = pos_ + run.size();
    if (end >= source_.size() || source_[end] != '(' || run.size() > 5)
        return std::nullopt;
    const auto lower = lowerAscii(run);
    if (lower == "sent")
        return make(QueryToken::Kind::Sentence, pos_, end);
    if (lower == "count")
        return make(QueryToken::Kind::Count, pos_, end);
    return std::nullopt;
}

/// @name is a saved query; @somebody@somewhere is words.
std::optional<QueryToken> QueryLexer::saved(std::string_view run)
{
    if (run.empty() || run.front() != '@')
        return std::nullopt;
    const auto begin = pos_;
    QueryNode node;
    node.kind = QueryNode::Kind::Saved;
    const auto end = begin + run.size();
    if (run.size() == 1) {
        const auto *mark = end < source_.size() ? quoteMarkAt(source_, end) : nullptr;
        if (!mark || !mark->opens)
            return std::nullopt;
        const auto inside = quoted(end);
        if (!inside)
            return QueryToken{};
        node.value = std::string(inside->inner);
        if (compactName(node.value).empty())
            return fail(fault(QueryFault::EmptyValue, begin, inside->end, {}));
        return leaf(std::move(node), begin, inside->end);
    }
    const auto name = run.substr(1);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return isNameByte(c) || isDigit(c) || c == '-'; });
    if (!plain || compactName(name).empty())
        return std::nullopt;
    node.value = std::string(name);
    return leaf(std::move(node), begin, end);
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
        const auto end = static_cast<std::uint32_t>(error.suggestion.empty() ? begin + run.size() : begin + colon);
        error.fix = QueryFix{error.position, end, error.suggestion.empty() ? inQuotes(begin, end) : error.suggestion};
        return fail(std::move(error));
    }
    const auto valueBegin = begin + colon + 1;
    if (fieldShape(*known) == FieldShape::Scope) {
        const bool nothing = valueBegin >= source_.size() || source_[valueBegin] == ')' || blankLength(source_, valueBegin) > 0;
        if (nothing)
            return fail(fault(QueryFault::EmptyValue, begin, valueBegin, {}));
        auto token = make(QueryToken::Kind::Scope, begin, valueBegin);
        token.node.kind = QueryNode::Kind::Scope;
        token.node.field = *known;
        return token;
    }
    auto raw = run.substr(colon + 1);
    auto end = begin + run.size();
    const auto *mark = raw.empty() && end < source_.size() ? quoteMarkAt(source_, end) : nullptr;
    if (mark) {
        const auto inside = quoted(end);
        if (!inside)
            return QueryToken{};
        raw = inside->inner;
        end = inside->end;
    }
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    return fieldValue(*known, raw, valueBegin, end);
}

QueryToken QueryLexer::fieldValue(QueryField field, std::string_view raw, std::size_t valueBegin, std::size_t end)
{
    const auto begin = pos_;
    if (fieldShape(field) == FieldShape::Exact)
        return exact(field, raw, begin, end);
    const auto whole = source_.substr(valueBegin, end - valueBegin);
    if (const auto star = whole.find('*'); star != std::string_view::npos) {
        auto error = fault(QueryFault::StarAlone, valueBegin + star, valueBegin + star + 1);
        error.fix = QueryFix{static_cast<std::uint32_t>(valueBegin), static_cast<std::uint32_t>(end), withoutStars(whole)};
        return fail(std::move(error));
    }
    QueryNode node;
    node.field = field;
    FieldValue value;
    if (fieldShape(field) == FieldShape::Number) {
        const auto number = readRange(raw);
        node.kind = QueryNode::Kind::Number;
        node.range = number.range;
        value.fault = number.fault;
        value.suggestion = number.fault == QueryFault::BadNumber ? (field == QueryField::Rating ? "<3" : ">10") : "";
        if (number.fault == QueryFault::EmptyRange) {
            std::swap(node.range.least, node.range.most);
            value.suggestion = rangeSource(node.range, false);
        }
    } else if (fieldShape(field) == FieldShape::Time) {
        auto time = readTime(field, raw);
        node.kind = QueryNode::Kind::Time;
        node.range = placeTime(field, time.value, "UTC", std::nullopt);
        value.fault = time.fault;
        if (const auto dots = time.value.find(".."); time.fault == QueryFault::EmptyRange)
            value.suggestion = time.value.substr(dots + 2) + ".." + time.value.substr(0, dots);
        else if (time.fault == QueryFault::BadTime)
            value.suggestion = "7d";
        value.value = std::move(time.value);
    } else {
        node.kind = QueryNode::Kind::Field;
        value = readFieldValue(field, raw);
    }
    if (value.fault != QueryFault::None) {
        const bool nothing = value.fault == QueryFault::EmptyValue;
        auto error = nothing ? fault(value.fault, begin, end, {}) : fault(value.fault, valueBegin, end);
        error.suggestion = value.suggestion;
        if (!nothing && !value.suggestion.empty())
            error.fix = QueryFix{static_cast<std::uint32_t>(valueBegin), static_cast<std::uint32_t>(end), value.suggestion};
        else if (!nothing)
            error.fix = QueryFix{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), '"' + std::string(raw) + '"'};
        return fail(std::move(error));
    }
    node.value = std::move(value.value);
    return leaf(std::move(node), begin, end);
}

QueryToken QueryLexer::exact(QueryField field, std::string_view raw, std::size_t begin, std::size_t end)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Exact;
    node.field = field;
    node.value = composed(raw);
    for (auto &token : tokenize(node.value))
        node.words.push_back(std::move(token.word));
    const bool blank = [&] {
        for (std::size_t at = 0; at < raw.size(); ++at)
            if (blankLength(raw, at) == 0)
                return false;
        return true;
    }();
    if (blank || (node.words.empty() && field != QueryField::Raw))
        return fail(fault(QueryFault::EmptyValue, begin, end, {}));
    if (const auto star = raw.find('*'); star != std::string_view::npos && field != QueryField::Raw)
        return fail(fault(QueryFault::StarAlone, begin, end, std::string(fieldName(field)) + ":\"" + withoutStars(raw) + '"'));
    return leaf(std::move(node), begin, end);
}

std::optional<QueryToken> QueryLexer::word()
{
    const auto begin = pos_;
    const auto end = runEnd(begin);
    const auto run = source_.substr(begin, end - begin);
    for (const auto read : {&QueryLexer::oper, &QueryLexer::near, &QueryLexer::call, &QueryLexer::saved, &QueryLexer::field})
        if (auto found = (this->*read)(run))
            return found;
    if (end > kMaxQueryBytes)
        return fail(fault(QueryFault::TooLong, kMaxQueryBytes, end));
    // An address has its own question marks.
    const bool address = run.find("://") != std::string_view::npos;
    const auto trailing = run.find_last_not_of('*') + 1;
    const bool prefix = address && trailing < run.size();
    auto words = patternWords(address ? run.substr(0, trailing) : run, !address);
    if (words.empty())
        return std::nullopt;
    if (prefix)
        words.back() += '*';
    if (const auto lone = std::find(words.begin(), words.end(), "*"); lone != words.end()) {
        auto star = begin + run.find('*');
        auto error = fault(QueryFault::StarAlone, star, star + 1);
        error.fix = QueryFix{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), withoutStars(run)};
        return fail(std::move(error));
    }
    return leaf(wordsNode(std::move(words)), begin, end);
}

std::optional<QueryRange> QueryLexer::comparison(std::size_t countBegin)
{
    auto at = pos_;
    while (at < source_.size() && blankLength(source_, at) > 0)
        at += blankLength(source_, at);
    const bool written = at < source_.size() && (source_[at] == '>' || source_[at] == '<' || source_[at] == '=');
    if (!written) {
        auto error = fault(QueryFault::CountNeeds, countBegin, pos_);
        const auto here = static_cast<std::uint32_t>(pos_);
        error.fix = QueryFix{here, here, ">=2"};
        fail(std::move(error));
        return std::nullopt;
    }
    auto end = runEnd(at);
    // "count(a) >= 3": the number may stand apart.
    const bool signOnly = source_.substr(at, end - at).find_first_not_of("<>=") == std::string_view::npos;
    std::string raw(source_.substr(at, end - at));
    if (signOnly) {
        auto number = end;
        while (number < source_.size() && blankLength(source_, number) > 0)
            number += blankLength(source_, number);
        end = runEnd(number);
        raw += source_.substr(number, end - number);
    }
    const auto read = readRange(raw);
    if (read.fault != QueryFault::None) {
        auto range = read.range;
        if (read.fault == QueryFault::EmptyRange)
            std::swap(range.least, range.most);
        fail(fault(read.fault, at, end, read.fault == QueryFault::EmptyRange ? rangeSource(range, true) : ">=2"));
        return std::nullopt;
    }
    pos_ = end;
    return read.range;
}

} // namespace vigie::text
