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

    /// What the workspace taught (text/tone_layer.hpp).
    void setLayer(std::shared_ptr<const text::ToneLayer> layer);
    [[nodiscard]] text::ToneAnalyser tone() const;

private:
    mutable std::mutex mutex_; ///< guards tone_
    text::ToneAnalyser tone_;
};

} // namespace vigie::intake
