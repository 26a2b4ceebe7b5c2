// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says of the bytes of a source, as stretches of the letters an editor colours.
// Thread: any. Errors: none.
#pragma once

#include "ui/bridge/text.hpp"
#include "ui/query/query_analysis.hpp"

#include <string>
#include <vector>

namespace vigie::ui {

/// `spans` have `begin` and `end` in UTF-8 bytes and lie in order; `kindOf` tells the colour of one.
template <class Spans, class KindOf>
std::vector<QueryStretch> stretchesOf(const std::string &bytes, const Spans &spans, KindOf kindOf)
{
    std::vector<std::size_t> ends;
    for (const auto &span : spans) {
        ends.push_back(span.begin);
        ends.push_back(span.end);
    }
    const auto at = utf16Offsets(bytes, ends);
    std::vector<QueryStretch> out;
    for (std::size_t i = 0; i < spans.size(); ++i)
        out.push_back({static_cast<int>(at[2 * i]), static_cast<int>(at[2 * i + 1] - at[2 * i]), kindOf(spans[i])});
    return out;
}

} // namespace vigie::ui
