// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of a saved query: what people marked as about us or not, what is kept aside because of it, and why.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (a query that is not kept in the match table).
// What a person marks is recorded under the open undoable action (Tickets::beginChangeSet). Nothing is ever gone: what is
// kept aside is counted, listed and explained here, and comes back with reset(). The formula: text/relevance.hpp.
#pragma once

#include <vigie/model/saved_query.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/relevance.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

struct RelevanceMark {
    ItemId item;
    bool about = true;
    Instant at;
    std::string who;
};

struct RelevanceState {
    bool on = true;
    double threshold = text::kUsualThreshold;
    int about = 0, other = 0;       ///< marks; those on one cluster of relays count once, the last of them
    int aside = 0, byHand = 0;      ///< mentions kept aside; of these, because they or a relay of theirs were marked
    double judged = 1;              ///< share of the matches that was judged since the last mark
    /// The filter puts mentions aside by itself.
    [[nodiscard]] bool acts() const { return on && about >= text::kLeastMarks && other >= text::kLeastMarks; }
};

/// Why a mention is where it is.
struct RelevanceAnswer {
    RelevanceState state;
    bool aside = false;
    std::optional<RelevanceMark> mark; ///< of itself or, newest first, of another of its cluster
    text::RelevanceVerdict verdict;    ///< what the filter says, also where a mark or too few marks decide otherwise
};

struct RelevanceStep {
    double share = 1;               ///< judged so far
    bool done = true;
};

class Relevance {
public:
    explicit Relevance(Tx &tx) : tx_(tx) {}

    Result<RelevanceState> state(QueryId query);
    /// Marks a mention; none takes the mark away. It and its relays follow at once, everything else is judged anew by judge().
    Result<void> mark(QueryId query, ItemId item, std::optional<bool> about, const std::string &who);
    /// Newest first.
    Result<std::vector<RelevanceMark>> marks(QueryId query, int limit);
    Result<void> set(QueryId query, bool on, double threshold);
    /// Forgets all marks of the query; what was kept aside is back at once. Answers how many marks went.
    Result<int> reset(QueryId query);

    /// Those kept aside, by keyset.
    Result<std::vector<ItemId>> aside(QueryId query, const SearchPage &page);
    Result<int> asideCount(QueryId query, const SearchPage &page, int cap);
    /// How many each query keeps aside; those that keep none are left out.
    Result<std::vector<std::pair<QueryId, int>>> asides();
    Result<RelevanceAnswer> why(QueryId query, ItemId item);
    /// What the filter learns from: one example for each marked cluster that still has words.
    Result<std::vector<text::RelevanceExample>> examples(QueryId query);

    /// Judges the next `slice` matches with what was learned last.
    Result<RelevanceStep> judge(QueryId query, int slice);
    Result<std::vector<QueryId>> unfinished();

private:
    Tx &tx_;
};

} // namespace vigie::store
