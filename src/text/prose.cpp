// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/prose.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::text {

bool Prose::isOther(std::size_t at) const
{
    return std::any_of(others.begin(), others.end(), [at](const auto &range) { return range.first <= at && at < range.second; });
}

Prose proseOf(std::string_view text)
{
    Prose prose;
    const auto rich = fromPlain(text);
    if (rich.text == text) // else bytes were mended and places would not agree
        for (const auto &span : rich.spans)
            prose.others.emplace_back(span.begin, span.end);
    for (auto &token : tokenize(text))
        if (!prose.isOther(token.begin))
            prose.words.push_back(std::move(token));
    return prose;
}

bool isApostrophe(std::string_view between)
{
    return between == "'" || between == "\xE2\x80\x99";
}

} // namespace vigie::text
