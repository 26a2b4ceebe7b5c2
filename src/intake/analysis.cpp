// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/analysis.hpp>

#include <vigie/text/language.hpp>

namespace vigie::intake {

Analysis::Analysis() : tone_(text::ToneAnalyser::builtin()) {}

store::AnalysedItem Analysis::analyse(Item item) const
{
    // What the network says is a hint only: clients send the language of their interface, not of the text.
    item.lang = text::detectLanguage(item.text.empty() ? item.title : item.text, item.lang);
    if (!item.toneManual) {
        const auto tone = item.title.empty() ? tone_.analyse(item.text, item.lang) : tone_.analyse(item.title + "\n" + item.text, item.lang);
        item.tone = tone.score;
        item.toneLabel = static_cast<std::int8_t>(tone.label);
    }
    return store::AnalysedItem(std::move(item));
}

std::vector<store::AnalysedItem> Analysis::analyse(std::vector<Item> items) const
{
    std::vector<store::AnalysedItem> analysed;
    analysed.reserve(items.size());
    for (auto &item : items)
        analysed.push_back(analyse(std::move(item)));
    return analysed;
}

} // namespace vigie::intake
