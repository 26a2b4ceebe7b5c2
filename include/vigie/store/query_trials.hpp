// SPDX-License-Identifier: GPL-3.0-or-later
// A query that is being changed, tried over what is stored without changing anything: what fails by one part alone, and what
// the changed query would add to its column and take out of it.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (the query does not parse), Cancelled.
#pragma once

#include <vigie/store/items.hpp>
#include <vigie/text/query_parts.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct NearMiss {
    ItemId item;
    text::LooserQuery::Way way = text::LooserQuery::Way::Dropped;
    std::vector<text::QueryPart> why; ///< what keeps it out
};
/// Near misses are looked for among so many of the newest mentions, and so many candidates of each part are read.
inline constexpr int kNearMissReach = 200'000;
inline constexpr std::size_t kNearMissCandidates = 2'000;

struct DifferenceRequest {
    QueryId query;                    ///< none: a query that does not exist yet holds nothing
    std::string source;               ///< as it would be
    std::optional<Instant> since;     ///< only what was published from then on
};

/// What a changed query does to its column, as far as it has been judged.
struct QueryDifference {
    std::int64_t before = 0, after = 0; ///< mentions, as the head of the column counts them (without ours)
    std::int64_t judged = 0, items = 0; ///< mentions looked at, and to be looked at
    std::vector<ItemId> added, lost;    ///< newest first
    ItemId below;                       ///< where it goes on; none: at the newest
    bool done = false;
    [[nodiscard]] double share() const;
};

class QueryTrials {
public:
    explicit QueryTrials(Tx &tx) : tx_(tx) {}

    /// At most `most`, of as many different parts as there are, newest first within each.
    Result<std::vector<NearMiss>> nearMisses(const text::Query &query, int most);
    /// Judges the next `slice` mentions, newest first, and adds what it finds. Reads alone: several calls make the whole.
    Result<void> differ(const DifferenceRequest &request, int slice, QueryDifference &so);

private:
    Tx &tx_;
};

} // namespace vigie::store
