// SPDX-License-Identifier: GPL-3.0-or-later
// From a parsed item to one that is ready to be stored: language, tone, the words it is found by. All that is dear and
// needs no transaction happens here; the store judges saved queries itself, by those it holds when it stores the item.
// Thread: analyse() may be called from several threads. Errors: none.
#pragma once

#include <vigie/store/items.hpp>
#include <vigie/text/tone.hpp>

#include <vector>

namespace vigie::intake {

class Analysis {
public:
    Analysis();
    [[nodiscard]] store::AnalysedItem analyse(Item item) const;
    [[nodiscard]] std::vector<store::AnalysedItem> analyse(std::vector<Item> items) const;

private:
    text::ToneAnalyser tone_;
};

} // namespace vigie::intake
