// SPDX-License-Identifier: GPL-3.0-or-later
// Links, mentions and tags in plain text.
#include <vigie/text/rich_text.hpp>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace vigie::text {

namespace {

bool wordByte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

/// The code point that ends right before `at`, 0 at the start.
UChar32 before(std::string_view text, std::size_t at)
{
    auto i = static_cast<int32_t>(at);
    if (i == 0)
        return 0;
    UChar32 c = 0;
    const auto *data = reinterpret_cast<const std::uint8_t *>(text.data());
    U8_PREV(data, 0, i, c);
    return c;
}

std::size_t linkEnd(std::string_view text, std::size_t begin)
{
    auto end = begin;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20 && text[end] != '<' && text[end] != '>' && text[end] != '"') {
        if (text.substr(end, 2) == "\xC2\xA0" || text.substr(end, 3) == "\xE2\x80\xAF" || text.substr(end, 2) == "\xC2\xBB")
            break; // French spaces and closing quotes end a link
        ++end;
    }
    // A sentence's punctuation is not the link's; a closing parenthesis is, when the link opened it.
    while (end > begin) {
        const char last = text[end - 1];
        const auto piece = text.substr(begin, end - begin);
        const bool unbalanced = last == ')' && std::count(piece.begin(), piece.end(), ')') > std::count(piece.begin(), piece.end(), '(');
        if (std::string_view(".,;:!?'*").find(last) != std::string_view::npos || unbalanced)
            --end;
        else
            break;
    }
    return end;
}

std::size_t tagEnd(std::string_view text, std::size_t begin, bool *letter)
{
    auto at = static_cast<int32_t>(begin);
    const auto length = static_cast<int32_t>(text.size());
    const auto *data = reinterpret_cast<const std::uint8_t *>(text.data());
    *letter = false;
    while (at < length) {
        auto next = at;
        UChar32 c = 0;
        U8_NEXT(data, next, length, c);
        if (c < 0 || !(u_isalnum(c) || c == '_' || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0))
            break;
        *letter = *letter || u_isalpha(c);
        at = next;
    }
    return static_cast<std::size_t>(at);
}

std::size_t handleEnd(std::string_view text, std::size_t begin)
{
    const auto user = [&](std::size_t at, std::string_view more) {
        while (at < text.size() && (wordByte(static_cast<unsigned char>(text[at])) || more.find(text[at]) != std::string_view::npos)
               && static_cast<unsigned char>(text[at]) < 0x80)
            ++at;
        return at;
    };
    auto end = user(begin, ".-");
    while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-'))
        --end;
    if (end > begin && end < text.size() && text[end] == '@') {
        auto host = user(end + 1, ".-:");
        while (host > end + 1 && std::string_view(".-:").find(text[host - 1]) != std::string_view::npos)
            --host;
        if (host > end + 1)
            end = host;
    }
    return end;
}

} // namespace

RichText fromPlain(std::string_view given)
{
    RichText rich;
    rich.text = cleanUtf8(given);
    const std::string_view text = rich.text;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != 'h' && text[at] != '@' && text[at] != '#') { // bytes that no longer character holds
            ++at;
            continue;
        }
        const auto previous = before(text, at);
        const bool free = previous == 0 || !(u_isalnum(previous) || previous == '_' || previous == '/' || previous == '&');
        std::size_t end = at;
        TextSpan span;
        if (free && (text.substr(at, 7) == "http://" || text.substr(at, 8) == "https://")) {
            end = linkEnd(text, at);
            span.kind = TextSpan::Kind::Link;
            span.target = text.substr(at, end - at);
            if (end - at <= 8)
                end = at;
        } else if (free && text[at] == '@') {
            end = handleEnd(text, at + 1);
            span.kind = TextSpan::Kind::Mention;
            span.target = text.substr(at + 1, end - at - 1);
            if (end == at + 1)
                end = at;
        } else if (free && text[at] == '#') {
            bool letter = false;
            end = tagEnd(text, at + 1, &letter);
            span.kind = TextSpan::Kind::Tag;
            span.target = text.substr(at + 1, end - at - 1);
            if (!letter)
                end = at; // "#1" is a number, not a tag
        }
        if (end > at) {
            span.begin = static_cast<std::uint32_t>(at);
            span.end = static_cast<std::uint32_t>(end);
            rich.spans.push_back(std::move(span));
            at = end;
            continue;
        }
        ++at;
    }
    return rich;
}

} // namespace vigie::text
