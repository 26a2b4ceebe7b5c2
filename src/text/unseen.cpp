// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/unseen.hpp>

#include "text/graphemes.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uscript.h>

namespace vigie::text {

namespace {

constexpr UChar32 kJoiner = 0x200D, kNonJoiner = 0x200C, kFirstTag = 0xE0020, kLastTag = 0xE007F;

/// Scripts whose letters join: there a joiner changes what is read.
bool joins(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    return U_SUCCESS(status) != 0 && script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_LATIN && script != USCRIPT_GREEK && script != USCRIPT_CYRILLIC;
}

bool neverSeen(UChar32 c)
{
    switch (c) {
    case 0x00AD: case 0x034F: case 0x061C: case 0x180E: case 0x200B: case 0x200E: case 0x200F: case 0x2060: case 0xFEFF: return true;
    default: return (c >= 0x202A && c <= 0x202E) || (c >= 0x2061 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}

/// Inside one cluster: an emoji keeps its joiners and the tags of its flag, a word of a joining script its joiners.
bool unseenIn(std::string_view cluster, UChar32 c, UChar32 before)
{
    if (c == kJoiner || c == kNonJoiner)
        return !isEmoji(cluster) && !joins(before);
    if (c >= kFirstTag && c <= kLastTag)
        return !isEmoji(cluster);
    return neverSeen(c);
}

} // namespace

std::string normalised(std::string_view text)
{
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r') {
            lines += '\n';
            at += at + 1 < text.size() && text[at + 1] == '\n' ? 1 : 0;
        } else {
            lines += c;
        }
    }
    auto clean = cleanUtf8(lines);
    clean.erase(std::remove(clean.begin(), clean.end(), '\x7F'), clean.end());
    if (std::all_of(clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return clean;
    UErrorCode status = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    if (U_SUCCESS(status) != 0)
        nfc->normalizeUTF8(0, icu::StringPiece(clean.data(), static_cast<std::int32_t>(clean.size())), sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? out : clean;
}

std::vector<UnseenCharacter> unseenCharacters(std::string_view text)
{
    std::vector<UnseenCharacter> found;
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return found;
    UChar32 before = 0;
    eachGrapheme(text, [&](std::size_t begin, std::size_t end) {
        const auto cluster = text.substr(begin, end - begin);
        const auto *data = reinterpret_cast<const std::uint8_t *>(cluster.data());
        const auto length = static_cast<int32_t>(cluster.size());
        for (int32_t at = 0; at < length;) {
            const auto first = at;
            UChar32 c = 0;
            U8_NEXT_OR_FFFD(data, at, length, c);
            if (unseenIn(cluster, c, before))
                found.push_back({begin + static_cast<std::size_t>(first), begin + static_cast<std::size_t>(at), static_cast<char32_t>(c)});
            else
                before = c;
        }
        return true;
    });
    return found;
}

std::string withoutUnseen(std::string_view text)
{
    std::string out;
    std::size_t at = 0;
    for (const auto &one : unseenCharacters(text)) {
        out.append(text.substr(at, one.begin - at));
        at = one.end;
    }
    out.append(text.substr(at));
    return out;
}

} // namespace vigie::text
