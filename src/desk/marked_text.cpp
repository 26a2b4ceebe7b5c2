// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/marked_text.hpp"

#include <vigie/text/language.hpp>
#include <vigie/text/rich_text.hpp>

namespace vigie::desk {

std::string draftLanguage(std::string_view text, std::string_view said)
{
    std::string lang(said);
    if (lang.empty() || lang == "und")
        lang = text::detectLanguage(text);
    if (const auto dash = lang.find('-'); dash != std::string::npos)
        lang.resize(dash);
    return lang;
}

std::vector<text::LoudRange> linksIn(std::string_view text)
{
    const auto rich = text::fromPlain(text);
    std::vector<text::LoudRange> links;
    std::size_t from = 0;
    for (const auto &span : rich.spans) {
        if (span.kind != TextSpan::Kind::Link)
            continue;
        const auto written = std::string_view(rich.text).substr(span.begin, span.end - span.begin);
        const auto at = text.find(written, from); // the reading may have left out blanks before it
        if (at == std::string_view::npos)
            continue;
        from = at + written.size();
        links.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)});
    }
    return links;
}

} // namespace vigie::desk
