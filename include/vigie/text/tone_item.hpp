// SPDX-License-Identifier: GPL-3.0-or-later
// The tone of an item: which of its words are judged, and by which calibration.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/text/tone.hpp>

#include <string>
#include <string_view>

namespace vigie::text {

/// An article is reported, however long; a comment of its length judges.
[[nodiscard]] inline ToneKind toneKind(ItemKind kind)
{
    return kind == ItemKind::Review ? ToneKind::Review : kind == ItemKind::Article ? ToneKind::Post : ToneKind::ByLength;
}
[[nodiscard]] inline std::string toneText(std::string_view title, std::string_view text)
{
    return title.empty() ? std::string(text) : std::string(title) + "\n" + std::string(text);
}
[[nodiscard]] inline Tone toneOf(const ToneAnalyser &analyser, const Item &item)
{
    if (item.title.empty())
        return analyser.analyse(item.text, item.lang, toneKind(item.kind));
    return analyser.analyse(toneText(item.title, item.text), item.lang, toneKind(item.kind));
}

} // namespace vigie::text
