// SPDX-License-Identifier: GPL-3.0-or-later
// From a parsed item to one that is ready to be stored: language, tone, the words it is found by. All that is dear and
// needs no transaction happens here; the store judges saved queries itself, by those it holds when it stores the item.
// Thread: any; a layer that is set while others analyse is at work from the next text on. Errors: none.
#pragma once

#include <vigie/store/items.hpp>
#include <vigie/text/tone.hpp>

#include <memory>
#include <mutex>
#include <vector>

namespace vigie::intake {

class Analysis {
public:
    Analysis();
    [[nodiscard]] store::AnalysedItem analyse(Item item) const;
    [[nodiscard]] std::vector<store::AnalysedItem> analyse(std::vector<Item> items) const;

    /// What the workspace taught (text/tone_layer.hpp), and which of its layers that is (store::ToneState::layer).
    void setLayer(std::shared_ptr<const text::ToneLayer> layer, int number);
    /// The one at work. Asked before items are analysed and told to store::Tones::arrived() with them: a layer may be put in force on their way.
    [[nodiscard]] int layer() const;
    [[nodiscard]] text::ToneAnalyser tone() const;

private:
    mutable std::mutex mutex_; ///< guards what follows
    text::ToneAnalyser tone_;
    int layer_ = 0;
};

} // namespace vigie::intake
