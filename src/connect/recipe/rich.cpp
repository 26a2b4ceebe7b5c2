// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/rich.hpp"

#include <vigie/base/utf8.hpp>

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace vigie::connect::recipe {

namespace {

constexpr std::size_t kLongestMarkup = 200'000, kLongestText = 100'000;

struct FreeText {
    void operator()(char *text) const { std::free(text); }
};

/// CommonMark without raw HTML; then it is read like any HTML.
std::string htmlOfMarkdown(const std::string &markdown)
{
    const std::unique_ptr<char, FreeText> html(cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS));
    return html ? std::string(html.get()) : std::string();
}

bool overlaps(const TextSpan &a, const TextSpan &b)
{
    return a.begin < b.end && b.begin < a.end;
}

void addMissing(std::vector<TextSpan> &spans, std::vector<TextSpan> more)
{
    for (auto &one : more)
        if (std::none_of(spans.begin(), spans.end(), [&](const TextSpan &has) { return overlaps(has, one); }))
            spans.push_back(std::move(one));
    std::sort(spans.begin(), spans.end(), [](const TextSpan &a, const TextSpan &b) { return a.begin < b.begin; });
}

/// Where `units` code units of the network's kind end, in bytes.
std::optional<std::uint32_t> byteOffset(const std::string &text, std::int64_t units, SpanMap::Unit unit)
{
    if (units < 0)
        return std::nullopt;
    if (unit == SpanMap::Unit::Bytes)
        return units <= static_cast<std::int64_t>(text.size()) ? std::optional(static_cast<std::uint32_t>(units)) : std::nullopt;
    std::size_t at = 0;
    std::int64_t seen = 0;
    while (seen < units && at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
        seen += unit == SpanMap::Unit::Utf16 && length == 4 ? 2 : 1;
        at += length;
    }
    return seen == units && at <= text.size() ? std::optional(static_cast<std::uint32_t>(at)) : std::nullopt;
}

std::optional<TextSpan> spanOf(const SpanMap &map, const Scope &scope, const std::string &text)
{
    const auto whole = [&](const std::optional<Expression> &how) -> std::optional<std::int64_t> {
        const auto number = how ? evaluate(*how, scope).number() : std::nullopt;
        return number && *number >= 0 && *number < 1e7 ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
    };
    const auto begin = whole(map.begin);
    auto end = whole(map.end);
    if (!end && begin)
        if (const auto length = whole(map.length))
            end = *begin + *length;
    if (!begin || !end || *end <= *begin)
        return std::nullopt;
    const auto first = byteOffset(text, *begin, map.unit), last = byteOffset(text, *end, map.unit);
    if (!first || !last || *last <= *first)
        return std::nullopt;
    TextSpan span;
    const auto kind = map.kind ? evaluate(*map.kind, scope).text() : std::string("link");
    if (kind == "mention")
        span.kind = TextSpan::Kind::Mention;
    else if (kind == "tag")
        span.kind = TextSpan::Kind::Tag;
    else if (kind != "link")
        return std::nullopt;
    span.begin = *first;
    span.end = *last;
    span.target = map.target ? text::cleanUtf8(evaluate(*map.target, scope).text()) : std::string();
    if (span.target.empty())
        span.target = text.substr(span.begin, span.end - span.begin);
    return span;
}

} // namespace

text::RichText richText(TextChoice::Kind kind, const std::string &written, const std::string &baseUrl)
{
    const std::string capped(cutUtf8(written, kLongestMarkup));
    text::HtmlContext context;
    context.baseUrl = baseUrl;
    text::RichText rich;
    if (kind == TextChoice::Kind::Plain) {
        rich = text::fromPlain(capped);
    } else {
        rich = text::fromHtml(kind == TextChoice::Kind::Markdown ? htmlOfMarkdown(capped) : capped, context);
        if (kind == TextChoice::Kind::Markdown) // addresses and names stand bare in Markdown
            addMissing(rich.spans, text::fromPlain(rich.text).spans);
    }
    if (rich.text.size() > kLongestText) {
        shortenUtf8(rich.text, kLongestText);
        rich.spans.erase(std::remove_if(rich.spans.begin(), rich.spans.end(), [&](const TextSpan &span) { return span.end > rich.text.size(); }), rich.spans.end());
    }
    return rich;
}

void addSpans(const std::vector<SpanMap> &maps, const Scope &scope, text::RichText &rich)
{
    std::vector<TextSpan> given;
    for (const auto &map : maps)
        forEachEntry(map.each, map.where, scope, [&](const Scope &inner) {
            if (auto span = spanOf(map, inner, rich.text))
                addMissing(given, {std::move(*span)});
        });
    if (given.empty())
        return;
    auto found = std::move(rich.spans);
    rich.spans = std::move(given);
    addMissing(rich.spans, std::move(found));
}

} // namespace vigie::connect::recipe
