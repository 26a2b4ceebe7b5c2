// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rows of query_match and keeps rollup_day and query_count in step: differences are summed in memory and written once
// per batch, because one upsert per item costs nearly twice as much.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/relevance_filter.hpp"
#include "store/session.hpp"

#include <vigie/model/change.hpp>
#include <vigie/model/item.hpp>

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace vigie::store {

/// query_match.query_id of what everything belongs to.
inline constexpr QueryId kEverything{0};

/// What query_match holds of an item, with what rollup_day needs besides.
struct MatchFacts {
    ItemId item;
    MemberId author;
    std::int64_t source = 0;
    std::string connector, lang;
    int toneLabel = 0, toneMilli = 0;
    bool relay = false, counted = false;
    std::int32_t day = 0;

    friend bool operator==(const MatchFacts &, const MatchFacts &) = default;
};
[[nodiscard]] MatchFacts matchFacts(Session &session, const Item &item, std::int64_t source);
/// The same as the tables say it now; none when there is no such item.
[[nodiscard]] std::optional<MatchFacts> storedFacts(Session &session, ItemId item);

struct RollupDelta {
    std::int64_t positive = 0, neutral = 0, negative = 0, relays = 0, relaysPositive = 0, relaysNegative = 0;
    void add(const MatchFacts &facts, int sign);
    friend bool operator==(const RollupDelta &, const RollupDelta &) = default;
};

class MatchWriter {
public:
    MatchWriter(Session &session, Change &change) : session_(session), change_(change) {}

    /// Facts are the item's own; whether the query's filter keeps it aside is looked up here.
    void add(QueryId query, const MatchFacts &facts);
    void remove(QueryId query, const MatchFacts &facts);
    void change(QueryId query, const MatchFacts &before, const MatchFacts &after);
    /// A match goes aside or comes back; counts and columns follow.
    void setAside(QueryId query, const MatchFacts &facts, Aside aside);
    /// Only the sums, for rows written in bulk.
    void sum(QueryId query, const MatchFacts &facts, int sign);
    /// Writes the sums; to be called once at the end.
    void flush();

private:
    using Cell = std::tuple<std::int64_t, std::int32_t, std::string, std::string>; ///< query, day, connector, lang
    struct CountDelta {
        std::int64_t total = 0, unread = 0, relays = 0, unreadRelays = 0;
        friend bool operator==(const CountDelta &, const CountDelta &) = default;
    };
    QueryDelta &deltaOf(QueryId query);
    void count(QueryId query, const MatchFacts &facts, int sign);
    void touched(ItemId item);
    void flushSums();
    void flushCounts();
    [[nodiscard]] MatchFacts counted(QueryId query, const MatchFacts &facts);

    Session &session_;
    Change &change_;
    std::map<Cell, RollupDelta> sums_;
    std::map<QueryId, CountDelta> counts_;
};

/// The reading mark of a saved query moves from `before` to `after`.
void recountUnread(Session &session, QueryId query, ItemId before, ItemId after);

/// Counts rollup_day of one query anew from its rows.
void rebuildRollup(Session &session, QueryId query);

} // namespace vigie::store
