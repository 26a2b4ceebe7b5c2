// SPDX-License-Identifier: GPL-3.0-or-later
// What alerts are judged by. Row ids grow with the time of publication, so stretches of time are ranges of the match table.
#include <vigie/store/alerts.hpp>

#include <vigie/model/saved_query.hpp>
#include <vigie/store/items.hpp>

#include "store/originals.hpp"
#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::int64_t kStretchSeconds = std::chrono::duration_cast<std::chrono::seconds>(kAlertStretch).count();
constexpr std::int64_t kStretchIds = kStretchSeconds << kItemIdBits;

Instant instantOf(ItemId id)
{
    return fromMicros(((id.value >> kItemIdBits) + kItemIdEpoch) * 1'000'000);
}

} // namespace

Result<QueryId> Alerts::brand()
{
    return tx_.session().guard([&] {
        return tx_.session()
            .one<QueryId>("SELECT id FROM saved_query WHERE role=? AND desk_dependent<>1 ORDER BY position, id LIMIT 1", std::string(toString(QueryRole::Brand)))
            .value_or(QueryId{});
    });
}

Result<std::vector<AlertStretch>> Alerts::stretches(QueryId query, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AlertStretch> out;
        session.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
            "SELECT item_id / ?1 AS slot, count(*), sum(tone_label>0), sum(tone_label<0) FROM query_match"
            " WHERE query_id=?2 AND item_id>=max(?3, 0) AND item_id<?4 AND counted=1" + onlyCounted(session, "relay") + " GROUP BY slot ORDER BY slot",
            binds(kStretchIds, query, firstItemIdAt(from), firstItemIdAt(to)),
            [&](std::int64_t slot, std::int64_t all, std::int64_t positive, std::int64_t negative) {
                out.push_back({fromMicros((slot * kStretchSeconds + kItemIdEpoch) * 1'000'000), positive, all - positive - negative, negative});
            });
        return out;
    });
}

Result<std::vector<ItemId>> Alerts::items(QueryId query, Instant from, Instant to, bool negativeOnly, int limit, ItemId before)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<ItemId>("SELECT item_id FROM query_match WHERE query_id=? AND item_id>=? AND item_id<? AND counted=1 AND (?=0 OR tone_label<0)" + onlyCounted(session, "relay")
                                          + " ORDER BY item_id DESC LIMIT ?",
                                      query, firstItemIdAt(from), before ? std::min(before, firstItemIdAt(to)) : firstItemIdAt(to), negativeOnly, limit);
    });
}

Result<std::optional<Instant>> Alerts::newestBefore(QueryId query, Instant before)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto id = session.one<ItemId>("SELECT item_id FROM query_match WHERE query_id=? AND item_id<? AND counted=1" + onlyCounted(session, "relay") + " ORDER BY item_id DESC LIMIT 1", query, firstItemIdAt(before));
        return id ? std::optional(instantOf(*id)) : std::nullopt;
    });
}

Result<std::vector<AlertAuthor>> Alerts::authors(QueryId query, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AlertAuthor> out;
        session.each<ItemId, MemberId, std::string, std::optional<double>>(
            "SELECT m.item_id, a.id, a.handle, a.followers FROM query_match m JOIN member a ON a.id=m.author_id"
            " WHERE m.query_id=? AND m.item_id>=? AND m.item_id<? AND m.counted=1 AND a.opt_out=0" + onlyCounted(session, "m.relay") + " ORDER BY m.item_id DESC",
            binds(query, firstItemIdAt(from), firstItemIdAt(to)),
            [&](ItemId item, MemberId member, std::string handle, std::optional<double> followers) {
                out.push_back({item, member, std::move(handle), followers.value_or(-1)});
            });
        return out;
    });
}

Result<std::vector<AlertWaiting>> Alerts::waiting(Instant from)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AlertWaiting> out;
        // A conversation that was put aside unanswered waits no longer, and neither does one that a colleague answered elsewhere.
        session.each<ItemId, Instant, std::optional<Instant>, std::optional<Instant>>(
            "SELECT t.latest_item_id, t.first_inbound_at, t.first_reply_at, (SELECT min(e.at) FROM ticket_event e WHERE e.ticket_id=t.id AND e.what='status'"
            " AND e.to_value IN ('done', 'ignored', 'waiting_member')) FROM ticket t WHERE t.first_inbound_at IS NOT NULL"
            " AND (t.first_reply_at IS NULL OR t.first_reply_at>=?) ORDER BY t.first_inbound_at DESC",
            binds(from), [&](ItemId latest, Instant begins, std::optional<Instant> answered, std::optional<Instant> closed) {
                const auto until = answered && closed ? std::optional(std::min(*answered, *closed)) : answered ? answered : closed;
                if (!until || *until >= from)
                    out.push_back({latest, begins, until});
            });
        return out;
    });
}

Result<std::optional<Instant>> Alerts::begin(QueryId query)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto id = session.one<ItemId>("SELECT item_id FROM query_match WHERE query_id=? AND counted=1 AND item_id>=0" + onlyCounted(session, "relay") + " ORDER BY item_id LIMIT 1", query);
        return id ? std::optional(instantOf(*id)) : std::nullopt;
    });
}

Result<std::optional<Instant>> Alerts::allReadSince()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.one<Instant>("SELECT since FROM (SELECT MIN(w.from_at) AS since FROM sync_window w JOIN account a ON a.id=w.account_id"
                                    " WHERE w.state=0 AND a.state=0 GROUP BY w.account_id) ORDER BY since DESC LIMIT 1");
    });
}

} // namespace vigie::store
