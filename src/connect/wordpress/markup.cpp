// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/markup.hpp"

#include "connect/common/strings.hpp"

#include <vigie/base/html.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::wordpress {

namespace {

constexpr int kTitleLength = 80;
constexpr std::string_view kFigure = "<figure class=\"wp-block-image\">";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : escapeHtml(text))
        out += c == '[' ? std::string("&#91;") : std::string(1, c); // a word in brackets may be a shortcode of the site
    return out;
}

std::string withBreaks(std::string_view text)
{
    std::string out;
    for (const char c : escaped(text))
        out += c == '\n' ? std::string("<br />\n") : std::string(1, c);
    return out;
}

std::string paragraph(std::string_view text)
{
    const auto rich = text::fromPlain(text);
    std::string out = "<p>";
    std::size_t at = 0;
    for (const auto &span : rich.spans) {
        if (span.kind != TextSpan::Kind::Link || span.begin < at || span.end > rich.text.size())
            continue;
        out += withBreaks(std::string_view(rich.text).substr(at, span.begin - at));
        out += "<a href=\"" + escaped(span.target) + "\">" + escaped(std::string_view(rich.text).substr(span.begin, span.end - span.begin)) + "</a>";
        at = span.end;
    }
    return out + withBreaks(std::string_view(rich.text).substr(at)) + "</p>\n";
}

} // namespace

Article articleOf(const std::string &text)
{
    const auto words = trimmed(text);
    const auto line = words.find('\n');
    if (line != std::string_view::npos)
        return {std::string(trimmed(words.substr(0, line))), std::string(trimmed(words.substr(line)))};
    return {text::elide(words, kTitleLength), std::string(words)};
}

std::string textOfArticle(const std::string &title, const std::string &body)
{
    const auto again = articleOf(body);
    const bool oneLine = body.find('\n') == std::string::npos;
    if (oneLine && text::fold(again.title) == text::fold(title))
        return body;
    return body.empty() ? title : title + "\n\n" + body;
}

std::string toHtml(const std::string &plain)
{
    std::string out;
    std::string_view rest = plain;
    while (!(rest = trimmed(rest)).empty()) {
        const auto end = rest.find("\n\n");
        out += paragraph(trimmed(rest.substr(0, end)));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    }
    return out;
}

std::string escapedHtml(std::string_view plain)
{
    return escaped(trimmed(plain));
}

std::string figure(const Picture &picture)
{
    return std::string(kFigure) + "<img src=\"" + escaped(picture.url) + "\" alt=\"" + escaped(picture.alt) + "\" class=\"wp-image-" + escaped(picture.id) + "\" /></figure>\n";
}

std::optional<std::string> figuresOfOurs(std::string_view raw)
{
    const auto begin = std::min(raw.find(kFigure), raw.size());
    constexpr std::array<std::string_view, 6> kWords{"<p>", "</p>", "<br />", "<br>", "<a href=", "</a>"};
    constexpr std::array<std::string_view, 3> kFigures{kFigure, "<img ", "</figure>"};
    for (auto at = raw.find('<'); at != std::string_view::npos; at = raw.find('<', at + 1)) {
        const auto here = raw.substr(at);
        const bool ours = at < begin ? std::any_of(kWords.begin(), kWords.end(), [&](auto tag) { return here.starts_with(tag); })
                                     : std::any_of(kFigures.begin(), kFigures.end(), [&](auto tag) { return here.starts_with(tag); });
        if (!ours)
            return std::nullopt;
    }
    return std::string(raw.substr(begin));
}

int countPictures(std::string_view html)
{
    int count = 0;
    for (auto at = html.find("wp-image-"); at != std::string_view::npos; at = html.find("wp-image-", at + 1))
        ++count;
    return count;
}

} // namespace vigie::connect::wordpress
