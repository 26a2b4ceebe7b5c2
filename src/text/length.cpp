// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/length.hpp>

#include <vigie/text/rich_text.hpp>

#include "text/graphemes.hpp"
#include "text/length_pieces.hpp"
#include "text/length_x.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

constexpr std::size_t kLongestLink = 4096;   ///< beyond it, and beyond a host of 253, Mastodon gives no discount
constexpr std::size_t kLongestHost = 253, kLongestLabel = 63;

int codePoints(std::string_view text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

int utf16Units(std::string_view text)
{
    const auto beyondPlane0 = std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xF8) == 0xF0; });
    return codePoints(text) + static_cast<int>(beyondPlane0);
}

int threadsLength(std::string_view text)
{
    int total = 0;
    eachGrapheme(text, [&](std::size_t begin, std::size_t end) {
        const auto cluster = text.substr(begin, end - begin);
        total += isEmoji(cluster) ? static_cast<int>(cluster.size()) : codePoints(cluster);
        return true;
    });
    return total;
}

bool discounted(std::string_view url)
{
    if (url.size() > kLongestLink)
        return false;
    const auto begin = url.find("://") + 3;
    const auto host = url.substr(begin, url.find_first_of("/?#:", begin) - begin);
    if (host.size() > kLongestHost || host.find('.') == std::string_view::npos)
        return false;
    for (std::size_t at = 0; at <= host.size();) {
        auto dot = std::min(host.find('.', at), host.size());
        if (dot - at > kLongestLabel || dot == at)
            return false;
        at = dot + 1;
    }
    return true;
}

/// What a mention costs: the user part, unless its host is too long to be one.
std::size_t countedMention(std::string_view mention)
{
    const auto at = mention.find('@', 1);
    if (at == std::string_view::npos)
        return mention.size();
    const auto host = mention.substr(at + 1);
    return host.size() > kLongestHost ? mention.size() : at;
}

} // namespace

int countBy(std::string_view text, LengthRule rule)
{
    switch (rule) {
    case LengthRule::Bytes: return static_cast<int>(text.size());
    case LengthRule::CodePoints: return codePoints(text);
    case LengthRule::Utf16: return utf16Units(text);
    case LengthRule::Threads: return threadsLength(text);
    case LengthRule::X: return xWeight(text);
    case LengthRule::Mastodon:
    case LengthRule::Graphemes: return graphemes(text);
    }
    return 0;
}

std::vector<LengthPiece> lengthPieces(std::string_view text, const LengthProfile &profile)
{
    std::vector<LengthPiece> pieces;
    std::size_t at = 0;
    const auto plain = [&](std::size_t end) {
        if (end > at)
            pieces.push_back(LengthPiece{at, end, LengthPart::Why::Text, -1, end});
    };
    if (profile.rule == LengthRule::Mastodon) {
        const auto rich = fromPlain(text);
        if (rich.text.size() != text.size())
            return {LengthPiece{0, text.size(), LengthPart::Why::Text, -1, text.size()}}; // broken bytes: counted as they are
        for (const auto &span : rich.spans) {
            const auto piece = text.substr(span.begin, span.end - span.begin);
            if (span.kind == TextSpan::Kind::Link && profile.urlCost > 0 && discounted(piece)) {
                plain(span.begin);
                pieces.push_back(LengthPiece{span.begin, span.end, LengthPart::Why::Link, profile.urlCost, span.end});
                at = span.end;
            } else if (span.kind == TextSpan::Kind::Mention) {
                plain(span.begin);
                pieces.push_back(LengthPiece{span.begin, span.end, LengthPart::Why::Mention, -1, span.begin + countedMention(piece)});
                at = span.end;
            }
        }
    }
    if (profile.rule == LengthRule::X && profile.urlCost > 0)
        for (const auto &[begin, end] : xLinks(text)) {
            plain(begin);
            pieces.push_back(LengthPiece{begin, end, LengthPart::Why::Link, profile.urlCost, end});
            at = end;
        }
    plain(text.size());
    return pieces;
}

int graphemes(std::string_view text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
    if (ascii)
        return static_cast<int>(text.size());
    int total = 0;
    eachGrapheme(text, [&total](std::size_t, std::size_t) { return ++total, true; });
    return total;
}

std::string elide(std::string_view text, int most)
{
    int seen = 0;
    std::size_t cut = text.size(), last = 0;
    eachGrapheme(text, [&](std::size_t begin, std::size_t) {
        if (++seen == most)
            last = begin;
        if (seen > most) {
            cut = last;
            return false;
        }
        return true;
    });
    return cut == text.size() ? std::string(text) : std::string(text.substr(0, cut)) + "\xE2\x80\xA6";
}

namespace {

Length measureBy(std::string_view text, const LengthProfile &profile, std::string_view contentWarning)
{
    Length length;
    length.limit = profile.limit;
    length.unit = profile.rule;
    if (!contentWarning.empty()) {
        const int used = countBy(contentWarning, profile.rule);
        length.parts.push_back(LengthPart{LengthPart::Why::Warning, used});
        length.used += used;
    }
    for (const auto &piece : lengthPieces(text, profile)) {
        const int before = length.used;
        const int used = piece.fixed >= 0 ? piece.fixed : countBy(text.substr(piece.begin, piece.countedTo - piece.begin), profile.rule);
        length.used += used;
        length.parts.push_back(LengthPart{piece.why, used});
        if (profile.limit > 0 && length.used > profile.limit && length.overflowAt == std::string_view::npos) {
            length.overflowAt = piece.begin;
            const int room = profile.limit - before;
            if (piece.why == LengthPart::Why::Text && room > 0) {
                int seen = 0;
                const auto inside = text.substr(piece.begin, piece.end - piece.begin);
                eachGrapheme(inside, [&](std::size_t begin, std::size_t end) {
                    length.overflowAt = piece.begin + begin;
                    seen += countBy(inside.substr(begin, end - begin), profile.rule);
                    return seen <= room;
                });
            }
        }
    }
    return length;
}

} // namespace

Length measure(std::string_view text, const LengthProfile &profile, std::string_view contentWarning)
{
    auto length = measureBy(text, profile, contentWarning);
    if (profile.byteLimit <= 0)
        return length;
    auto bytes = measureBy(text, {LengthRule::Bytes, profile.byteLimit, 0}, contentWarning);
    const auto overflowAt = std::min(length.overflowAt, bytes.overflowAt);
    const bool bytesBind = length.limit == 0 || static_cast<std::int64_t>(bytes.used) * length.limit > static_cast<std::int64_t>(length.used) * bytes.limit;
    auto &binding = bytesBind ? bytes : length;
    binding.overflowAt = overflowAt;
    return std::move(binding);
}

} // namespace vigie::text
