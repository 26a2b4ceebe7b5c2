// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/query_changes.hpp>

#include "store/query_change_note.hpp"

#include <algorithm>

namespace vigie::store {

void noteQueryChange(Session &session, QueryId query, Instant now)
{
    session.exec("INSERT INTO query_change(query_id, at) VALUES(?, ?) ON CONFLICT DO NOTHING", query, now);
}

Result<std::optional<Instant>> QueryChanges::last(std::span<const QueryId> queries, Instant from, Instant to)
{
    constexpr auto kSetUp = std::chrono::hours{24}; // who makes a workspace makes its queries one after the other
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<Instant> {
        const auto list = idList(queries);
        const auto known = session.one<std::int64_t, std::optional<Instant>>("SELECT count(DISTINCT query_id), min(at) FROM query_change WHERE query_id IN (SELECT value FROM json_each(?))", list);
        const bool allKnown = known && std::get<0>(*known) == static_cast<std::int64_t>(queries.size());
        const auto began = allKnown && std::get<1>(*known) ? std::max(from, *std::get<1>(*known) + kSetUp) : from;
        return session.one<std::optional<Instant>>("SELECT max(at) FROM query_change WHERE at>? AND at<? AND query_id IN (SELECT value FROM json_each(?))", began, to, list)
            .value_or(std::nullopt);
    });
}

} // namespace vigie::store
