// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/strings.hpp"
#include "connect/common/utf8.hpp"
#include "connect/feeds/feed.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace vigie::connect::feeds {

namespace {

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};

/// The value after `key=`, with or without quotes.
std::string valueAfter(std::string_view text, std::string_view key)
{
    auto at = lowerAscii(text).find(key);
    if (at == std::string::npos)
        return {};
    at += key.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == '='))
        ++at;
    const char quote = at < text.size() && (text[at] == '"' || text[at] == '\'') ? text[at++] : '\0';
    auto end = at;
    while (end < text.size() && (quote != '\0' ? text[end] != quote : text[end] != ';' && text[end] != ' ' && text[end] != '?' && text[end] != '>'))
        ++end;
    return std::string(text.substr(at, end - at));
}

std::optional<std::string> convert(std::string_view bytes, const std::string &charset)
{
    // Browsers and feeds alike: what calls itself Latin-1 or ASCII is windows-1252.
    auto name = lowerAscii(charset);
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == "iso8859-1")
        name = "windows-1252";
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status) || !converter)
        return std::nullopt;
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status))
        return std::nullopt;
    std::string out;
    text.toUTF8String(out);
    return out;
}

struct Shape {
    std::string charset;
    std::size_t skip = 0;
};

/// What the first bytes give away: a byte order mark, or "<" in a wide encoding.
Shape shapeOf(std::string_view bytes)
{
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    using namespace std::string_view_literals;
    if (starts("\xEF\xBB\xBF"sv))
        return {"utf-8", 3};
    if (starts("\xFF\xFE\0\0"sv))
        return {"utf-32le", 4};
    if (starts("\0\0\xFE\xFF"sv))
        return {"utf-32be", 4};
    if (starts("\xFF\xFE"sv))
        return {"utf-16le", 2};
    if (starts("\xFE\xFF"sv))
        return {"utf-16be", 2};
    if (starts("<\0\0\0"sv))
        return {"utf-32le", 0};
    if (starts("\0\0\0<"sv))
        return {"utf-32be", 0};
    if (starts("<\0"sv))
        return {"utf-16le", 0};
    if (starts("\0<"sv))
        return {"utf-16be", 0};
    return {};
}

} // namespace

std::string toUtf8(std::string_view bytes, std::string_view contentType)
{
    const auto shape = shapeOf(bytes);
    bytes.remove_prefix(shape.skip);
    if (shape.charset == "utf-8")
        return std::string(bytes);
    if (!shape.charset.empty()) {
        if (auto text = convert(bytes, shape.charset))
            return std::move(*text);
    }
    const auto header = valueAfter(contentType, "charset");
    std::string declared;
    if (bytes.substr(0, 256).find("<?xml") != std::string_view::npos)
        declared = valueAfter(bytes.substr(0, bytes.substr(0, 512).find("?>")), "encoding");
    const auto isWide = [](const std::string &name) { return lowerAscii(name).rfind("utf-16", 0) == 0 || lowerAscii(name).rfind("utf-32", 0) == 0; };
    for (const std::string *label : {&header, static_cast<const std::string *>(&declared)}) {
        const auto &name = *label;
        if (name.empty() || isWide(name)) // the bytes would have shown it
            continue;
        const auto plain = lowerAscii(name);
        if (plain == "utf-8" || plain == "utf8") {
            if (validUtf8(bytes))
                return std::string(bytes);
            continue;
        }
        // Latin-1 is the label of whoever set none: when the bytes are proper UTF-8 beyond ASCII, they are UTF-8.
        const bool latin = plain.rfind("iso-8859-1", 0) == 0 || plain == "windows-1252" || plain == "us-ascii";
        const bool beyondAscii = std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (latin && beyondAscii && validUtf8(bytes) && (plain == "us-ascii" || label == &header))
            return std::string(bytes);
        if (auto text = convert(bytes, name))
            return std::move(*text);
    }
    if (validUtf8(bytes))
        return std::string(bytes);
    return convert(bytes, "windows-1252").value_or(std::string(bytes));
}

} // namespace vigie::connect::feeds
