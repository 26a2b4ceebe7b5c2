// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/analysis.hpp>

#include <vigie/text/language.hpp>
#include <vigie/text/tone_item.hpp>

#include <utility>

namespace vigie::intake {

namespace {

store::AnalysedItem analysed(Item item, const text::ToneAnalyser &tones)
{
    // What the network says is a hint only: clients send the language of their interface, not of the text.
    item.lang = text::detectLanguage(item.text.empty() ? item.title : item.text, item.lang);
    if (!item.toneManual) {
        const auto tone = text::toneOf(tones, item);
        item.tone = tone.score;
        item.toneLabel = static_cast<std::int8_t>(tone.label);
    }
    return store::AnalysedItem(std::move(item));
}

} // namespace

Analysis::Analysis() : tone_(text::ToneAnalyser::builtin()) {}

void Analysis::setLayer(std::shared_ptr<const text::ToneLayer> layer, int number)
{
    auto with = tone().with(std::move(layer));
    const std::lock_guard guard(mutex_);
    tone_ = std::move(with);
    layer_ = number;
}

int Analysis::layer() const
{
    const std::lock_guard guard(mutex_);
    return layer_;
}

text::ToneAnalyser Analysis::tone() const
{
    const std::lock_guard guard(mutex_);
    return tone_;
}

store::AnalysedItem Analysis::analyse(Item item) const
{
    return analysed(std::move(item), tone());
}

std::vector<store::AnalysedItem> Analysis::analyse(std::vector<Item> items) const
{
    const auto tones = tone();
    std::vector<store::AnalysedItem> out;
    out.reserve(items.size());
    for (auto &item : items)
        out.push_back(analysed(std::move(item), tones));
    return out;
}

} // namespace vigie::intake
