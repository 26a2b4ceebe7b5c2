// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/length_x.hpp"

#include "text/graphemes.hpp"
#include "text/x_links.hpp"

#include <vigie/text/length.hpp>

#include <algorithm>
#include <string>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace vigie::text {

namespace {

constexpr int kLight = 1, kHeavy = 2;

int weightOf(UChar32 c)
{
    struct Span {
        UChar32 first, last;
    };
    constexpr Span kLightSpans[] = {{0, 4351}, {8192, 8205}, {8208, 8223}, {8242, 8247}};
    const bool light = std::any_of(std::begin(kLightSpans), std::end(kLightSpans), [c](const Span &span) { return c >= span.first && c <= span.last; });
    return light ? kLight : kHeavy;
}

std::string composed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    if (U_SUCCESS(status) != 0)
        nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? out : std::string(text);
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The byte offset of every UTF-16 offset that is asked for, in rising order.
class ByteOffsets {
public:
    explicit ByteOffsets(std::string_view text) : text_(text) {}
    std::size_t of(std::int32_t units)
    {
        const auto *data = reinterpret_cast<const std::uint8_t *>(text_.data());
        const auto length = static_cast<int32_t>(text_.size());
        while (seen_ < units && at_ < length) {
            UChar32 c = 0;
            U8_NEXT_OR_FFFD(data, at_, length, c);
            seen_ += c > 0xFFFF ? 2 : 1;
        }
        return static_cast<std::size_t>(at_);
    }

private:
    std::string_view text_;
    std::int32_t seen_ = 0;
    int32_t at_ = 0;
};

} // namespace

int xWeight(std::string_view text)
{
    if (isAscii(text))
        return static_cast<int>(text.size());
    const auto normal = composed(text);
    int total = 0;
    eachGrapheme(normal, [&](std::size_t begin, std::size_t end) {
        const auto cluster = std::string_view(normal).substr(begin, end - begin);
        if (isEmoji(cluster))
            total += kHeavy;
        else
            eachCodePoint(cluster, [&](UChar32 c) { total += weightOf(c); });
        return true;
    });
    return total;
}

std::vector<std::pair<std::size_t, std::size_t>> xLinks(std::string_view text)
{
    std::vector<std::pair<std::size_t, std::size_t>> links;
    ByteOffsets bytes(text);
    for (const auto &[begin, end] : xLinkRanges(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))))) {
        const auto first = bytes.of(begin);
        links.emplace_back(first, bytes.of(end));
    }
    return links;
}

} // namespace vigie::text
