// SPDX-License-Identifier: GPL-3.0-or-later
// From a parsed item to one that is ready to be stored: language, tone, folded words, filter tokens, matching queries.
// Thread: analyse() may be called from several threads; setQueries() swaps the compiled set atomically.
// Errors: none.
#pragma once

#include <vigie/model/saved_query.hpp>
#include <vigie/store/items.hpp>
#include <vigie/text/tone.hpp>

#include <memory>
#include <span>
#include <vector>

namespace vigie::intake {

class Analysis {
public:
    Analysis();
    ~Analysis();
    /// Queries that do not parse or that depend on the desk are left out.
    void setQueries(std::span<const SavedQuery> queries);
    [[nodiscard]] store::AnalysedItem analyse(Item item) const;
    [[nodiscard]] std::vector<store::AnalysedItem> analyse(std::vector<Item> items) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::intake
