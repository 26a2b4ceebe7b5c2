// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer connection remembers of the tables between jobs, to spare look-ups in the intake loop. All of it is
// dropped when a job is rolled back, since it may speak of rows that are gone.
// Thread: the writer's. Errors: none.
#pragma once

#include "store/column_changes.hpp"
#include "store/relevance_filter.hpp"

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/policy.hpp>
#include <vigie/text/query_set.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace vigie::store {

struct CachedMember {
    MemberId id;
    std::size_t profile = 0;  ///< hash of the profile last written: an unchanged one is not written again
    std::string handle, name; ///< as in table member now
    Instant lastSeen;         ///< as in table member now
};

struct WriterCaches {
    std::unordered_map<std::string, CachedMember> members; ///< by source number and native id
    std::unordered_map<std::string, std::int64_t> sources, metricKeys;
    std::unordered_map<std::int64_t, std::string> connectors; ///< by source number
    std::optional<bool> suppressionAny;
    std::unordered_map<std::string, PersistRule> persist;  ///< by connector
    std::optional<std::int64_t> newestItem;                ///< largest item id
    std::unordered_map<std::int64_t, std::int64_t> fullSeconds; ///< second -> second to go on trying from
    std::optional<std::int64_t> maxSpill;                  ///< seconds by which an item ever moved on, see item_id.hpp
    std::optional<std::unordered_set<std::int64_t>> queries; ///< saved queries kept in query_match
    std::optional<std::unordered_set<std::int64_t>> countQueries; ///< of these, the ones that ask for likes, replies, reposts
    std::optional<std::unordered_map<std::int64_t, ItemId>> readUpTo; ///< reading marks of saved queries
    std::optional<text::QuerySet> querySet;                ///< the same, compiled
    std::optional<FilterCache> filters;                    ///< of queries in which something was marked
    std::vector<std::string> words;                        ///< of the item being judged: memory that is used again
    ColumnTouches columns;                                 ///< of the job that runs
    /// Rows with reindexFrom <= id <= reindexTo are not in the full-text index yet; none: all are.
    std::optional<std::optional<std::pair<std::int64_t, std::int64_t>>> reindex;
};

/// Entries beyond this are dropped all at once: a cache that is simply refilled needs no ordering.
inline constexpr std::size_t kMaxCachedMembers = 100'000;

} // namespace vigie::store
