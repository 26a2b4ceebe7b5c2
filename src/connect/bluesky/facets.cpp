// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/facets.hpp"

#include "connect/bluesky/wire.hpp"

#include <vigie/net/url.hpp>
#include <vigie/text/length.hpp>

#include <algorithm>
#include <cctype>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace vigie::connect::bluesky {

namespace {

constexpr std::string_view kFacet = "app.bsky.richtext.facet#";
constexpr int kLongestTag = 64;

bool onBorder(std::string_view text, std::size_t at)
{
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

struct Character {
    UChar32 code = 0;
    std::size_t begin = 0, end = 0;
};

std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> all;
    const auto *data = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        Character one;
        one.begin = static_cast<std::size_t>(at);
        U8_NEXT(data, at, length, one.code);
        one.end = static_cast<std::size_t>(at);
        all.push_back(one);
    }
    return all;
}

bool isSpace(UChar32 c)
{
    return u_isUWhiteSpace(c) != 0 || c == 0xAD || (c >= 0x2060 && c <= 0x2064) || (c >= 0x200B && c <= 0x200D);
}

bool opensWord(UChar32 before)
{
    return isSpace(before) || before == '(' || before == '[' || before == 0xAB || before == 0x201C || before == '"';
}

/// Ends of sentences stick to words: they are no part of them.
std::size_t withoutTail(std::string_view text, std::size_t begin, std::size_t end)
{
    while (end > begin) {
        const char last = text[end - 1];
        const bool closing = last == ')' && text.substr(begin, end - begin).find('(') == std::string_view::npos;
        const bool quote = end - begin >= 2 && text.substr(end - 2, 2) == "\xC2\xBB";
        const bool curly = end - begin >= 3 && text.substr(end - 3, 3) == "\xE2\x80\x9D";
        if (std::string_view(".,;:!?'\"]").find(last) != std::string_view::npos || closing)
            --end;
        else if (quote || curly)
            end -= quote ? 2 : 3;
        else
            break;
    }
    return end;
}

void addTag(std::vector<TextSpan> &all, std::string_view text, const std::vector<Character> &characters, std::size_t hash, std::size_t stop)
{
    auto end = stop;
    for (auto i = hash + 1; i < stop; ++i)
        if (characters[i].code == '#' || characters[i].code == 0xFF03) {
            end = i;
            break;
        }
    while (end > hash + 1 && u_ispunct(characters[end - 1].code) != 0)
        --end;
    if (end == hash + 1)
        return;
    const auto from = characters[hash].end, to = characters[end - 1].end;
    const auto name = text.substr(from, to - from);
    const bool digits = std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!digits && text::graphemes(name) <= kLongestTag && name.size() <= 640)
        all.push_back({TextSpan::Kind::Tag, static_cast<std::uint32_t>(characters[hash].begin), static_cast<std::uint32_t>(to), std::string(name)});
}

void addMention(std::vector<TextSpan> &all, std::string_view text, std::size_t at)
{
    auto end = at + 1;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.' || text[end] == '-'))
        ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-'))
        --end;
    const bool address = end < text.size() && text[end] == '@'; // @user@host is somebody of another network
    if (auto handle = address ? std::string{} : canonicalHandle(text.substr(at + 1, end - at - 1)); !handle.empty())
        all.push_back({TextSpan::Kind::Mention, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), std::move(handle)});
}

bool startsLink(std::string_view text)
{
    const auto starts = [&](std::string_view scheme) {
        return text.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) { return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b))); });
    };
    return starts("https://") || starts("http://");
}

} // namespace

std::vector<TextSpan> spansOf(const Json &facets, std::string_view text)
{
    std::vector<TextSpan> spans;
    if (!facets.is_array())
        return spans;
    for (const auto &facet : facets) {
        const auto &index = at(facet, "index");
        const auto begin = intAt(index, "byteStart").value_or(-1), end = intAt(index, "byteEnd").value_or(-1);
        if (begin < 0 || end <= begin || end > static_cast<std::int64_t>(text.size()) || !onBorder(text, static_cast<std::size_t>(begin)) || !onBorder(text, static_cast<std::size_t>(end)))
            continue;
        TextSpan span{TextSpan::Kind::Link, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), {}};
        for (const auto &feature : arrayAt(facet, "features")) {
            const auto type = textAt(feature, "$type");
            if (type == std::string(kFacet) + "mention") {
                const auto shown = text.substr(span.begin, span.end - span.begin);
                span.kind = TextSpan::Kind::Mention;
                span.target = shown.front() == '@' ? canonicalHandle(shown) : std::string{};
                if (span.target.empty())
                    span.target = textAt(feature, "did");
            } else if (type == std::string(kFacet) + "link") {
                const auto uri = textAt(feature, "uri");
                span.target = startsLink(uri) ? uri : std::string{};
            } else if (type == std::string(kFacet) + "tag") {
                span.kind = TextSpan::Kind::Tag;
                span.target = textAt(feature, "tag");
            }
            if (!span.target.empty())
                break;
        }
        if (!span.target.empty())
            spans.push_back(std::move(span));
    }
    std::stable_sort(spans.begin(), spans.end(), [](const TextSpan &a, const TextSpan &b) { return a.begin < b.begin; });
    std::uint32_t free = 0;
    std::erase_if(spans, [&free](const TextSpan &span) {
        if (span.begin < free)
            return true;
        free = span.end;
        return false;
    });
    return spans;
}

std::vector<std::string> mentionedIn(const Json &facets)
{
    std::vector<std::string> dids;
    if (!facets.is_array())
        return dids;
    for (const auto &facet : facets)
        for (const auto &feature : arrayAt(facet, "features"))
            if (auto did = textAt(feature, "did"); isDid(did) && textAt(feature, "$type") == std::string(kFacet) + "mention")
                dids.push_back(std::move(did));
    return dids;
}

std::vector<TextSpan> findStretches(std::string_view text)
{
    std::vector<TextSpan> all;
    const auto characters = charactersOf(text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0 && !opensWord(characters[i - 1].code))
            continue;
        const auto stop = static_cast<std::size_t>(std::find_if(characters.begin() + static_cast<std::ptrdiff_t>(i), characters.end(), [](const Character &c) { return isSpace(c.code); }) - characters.begin());
        const auto begin = characters[i].begin, end = stop < characters.size() ? characters[stop].begin : text.size();
        if (!all.empty() && begin < all.back().end)
            continue;
        if (characters[i].code == '#' || characters[i].code == 0xFF03) {
            addTag(all, text, characters, i, stop);
        } else if (characters[i].code == '@') {
            addMention(all, text, begin);
        } else if (startsLink(text.substr(begin, end - begin))) {
            const auto to = withoutTail(text, begin, end);
            auto address = plainAddress(text.substr(begin, to - begin));
            if (!address.empty())
                all.push_back({TextSpan::Kind::Link, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(to), std::move(address)});
        }
    }
    return all;
}

Json facetsOf(const std::vector<TextSpan> &stretches, const Json &didOf)
{
    Json facets = Json::array();
    for (const auto &span : stretches) {
        Json feature;
        switch (span.kind) {
        case TextSpan::Kind::Link: feature = {{"$type", std::string(kFacet) + "link"}, {"uri", span.target}}; break;
        case TextSpan::Kind::Tag: feature = {{"$type", std::string(kFacet) + "tag"}, {"tag", span.target}}; break;
        case TextSpan::Kind::Mention:
            if (const auto did = textAt(didOf, span.target); !did.empty())
                feature = {{"$type", std::string(kFacet) + "mention"}, {"did", did}};
            break;
        case TextSpan::Kind::Emoji: break;
        }
        if (!feature.is_null())
            facets.push_back({{"index", {{"byteStart", span.begin}, {"byteEnd", span.end}}}, {"features", Json::array({feature})}});
    }
    return facets;
}

std::string plainAddress(std::string_view address)
{
    const auto url = net::parseUrl(address);
    if (!url || url->credentials)
        return {};
    const auto host = address.find("://") + 3;
    const auto rest = std::min(address.find_first_of("/?#", host), address.size());
    const bool ascii = std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(rest), [](unsigned char c) { return c < 0x80; });
    const auto international = ascii ? Result<std::string>(std::string()) : normaliseInstance(address.substr(0, rest), true);
    if (!international)
        return {};
    std::string plain = ascii ? std::string(address.substr(0, rest)) : url->scheme + international->substr(international->find("://"));
    for (const char c : address.substr(rest)) {
        constexpr const char *kDigits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos)
            plain += c;
        else
            plain.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
    }
    return plain;
}

} // namespace vigie::connect::bluesky
