// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/figures.hpp>

#include "store/originals.hpp"
#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/items_packed.hpp"
#include "store/items_writer.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"
#include "store/zone_days.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace vigie::store {

namespace {

std::string textList(const std::vector<std::string> &values)
{
    return nlohmann::json(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

SearchPage periodPage(Session &session, const FigureFilter &filter)
{
    SearchPage page;
    page.from = session.days().begin(filter.fromDay);
    page.to = session.days().begin(filter.toDay);
    return page;
}

/// Conditions of a filter on query_match as m.
void narrow(Walk &walk, Session &session, const FigureFilter &filter)
{
    walk.where("m.query_id=? AND m.counted=1", binds(filter.query));
    walk.page(session, periodPage(session, filter));
    if (!filter.networks.empty())
        walk.where("m.source_id IN (SELECT id FROM source WHERE connector IN (SELECT value FROM json_each(?)))", binds(textList(filter.networks)));
    if (!filter.lang.empty())
        walk.where("m.lang=?", binds(filter.lang));
    if (filter.withoutRelays)
        walk.where("m.relay=0");
}

void addTo(DayCell &cell, int label, bool relay)
{
    (label > 0 ? cell.positive : label < 0 ? cell.negative : cell.neutral) += 1;
    cell.relays += relay ? 1 : 0;
}

} // namespace

Result<std::vector<DayCell>> Figures::days(const FigureFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::string where = " WHERE query_id=? AND day>=? AND day<?";
        auto values = binds(filter.query, filter.fromDay, filter.toDay);
        if (!filter.networks.empty()) {
            where += " AND connector IN (SELECT value FROM json_each(?))";
            values.push_back(detail::bound(textList(filter.networks)));
        }
        if (!filter.lang.empty()) {
            where += " AND lang=?";
            values.push_back(detail::bound(filter.lang));
        }
        std::vector<DayCell> out;
        const std::string sums = filter.withoutRelays || originalsOnly(session) ? "sum(positive-relays_positive), sum(neutral-(relays-relays_positive-relays_negative)), sum(negative-relays_negative), 0"
                                                      : "sum(positive), sum(neutral), sum(negative), sum(relays)";
        session.each<std::int32_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
            "SELECT day, " + sums + " FROM rollup_day" + where + " GROUP BY day ORDER BY day",
            std::move(values), [&](std::int32_t day, std::int64_t positive, std::int64_t neutral, std::int64_t negative, std::int64_t relays) {
                DayCell cell{day, positive, neutral, negative, relays};
                if (cell.total() != 0)
                    out.push_back(cell);
            });
        return out;
    });
}

Result<std::vector<DayCell>> Figures::recount(const FigureFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&] {
        // From the items themselves, not from the copies in query_match that the sums were made of.
        Walk walk("m.item_id");
        walk.where("m.query_id=?", binds(filter.query));
        walk.page(session, periodPage(session, filter));
        walk.where("i.ours IS NULL AND i.state=? AND NOT EXISTS(SELECT 1 FROM relevance_aside a WHERE a.query_id=m.query_id AND a.item_id=i.id)", binds(ItemState::Visible));
        if (!filter.networks.empty())
            walk.where("s.connector IN (SELECT value FROM json_each(?))", binds(textList(filter.networks)));
        if (!filter.lang.empty())
            walk.where("i.lang=?", binds(filter.lang));
        std::map<std::int32_t, DayCell> cells;
        walk.each<Instant, int, bool>(
            session, "i.published_at, i.tone_label, EXISTS(SELECT 1 FROM relay y WHERE y.item_id=i.id AND y.how<>5) OR (EXISTS(SELECT 1 FROM item_ref r"
            " WHERE r.item_id=i.id AND r.relation=3) AND NOT EXISTS(SELECT 1 FROM relay_apart a WHERE a.item_id=i.id)"
            " AND NOT EXISTS(SELECT 1 FROM relay z WHERE z.item_id=i.id))",
            "query_match m JOIN item i ON i.id=m.item_id JOIN source s ON s.id=i.source_id", [&](Instant at, int label, bool relay) {
                if (relay && filter.withoutRelays)
                    return;
                auto &cell = cells[session.days().dayOf(at)];
                addTo(cell, label, relay);
            });
        std::vector<DayCell> out;
        for (auto &[day, cell] : cells) {
            cell.day = day;
            out.push_back(cell);
        }
        return out;
    });
}

Result<std::vector<ItemId>> Figures::rows(const FigureFilter &filter, std::optional<int> toneLabel, const SearchPage &page)
{
    auto &session = tx_.session();
    return session.guard([&] {
        Walk walk("m.item_id");
        narrow(walk, session, filter);
        if (toneLabel)
            walk.where("m.tone_label=?", binds(*toneLabel));
        walk.page(session, page);
        return walk.run(session, "query_match m", page.limit);
    });
}

Result<std::vector<ResponseSample>> Figures::responses(Instant from, Instant to, const std::vector<std::string> &networks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::string where = " WHERE t.first_inbound_at>=? AND t.first_inbound_at<? AND t.status<>'ignored'"
                            " AND NOT (t.status='done' AND t.first_reply_at IS NULL)"; // closed without an answer: nobody waits for one
        auto values = binds(from, to);
        if (!networks.empty()) {
            where += " AND (SELECT s.connector FROM item i JOIN source s ON s.id=i.source_id WHERE i.id=t.root_item_id)"
                     " IN (SELECT value FROM json_each(?))";
            values.push_back(detail::bound(textList(networks)));
        }
        std::vector<ResponseSample> out;
        session.each<TicketId, Instant, std::optional<Instant>, ItemId>(
            "SELECT t.id, t.first_inbound_at, t.first_reply_at, t.root_item_id FROM ticket t" + where + " ORDER BY t.first_inbound_at, t.id", std::move(values),
            [&](TicketId ticket, Instant asked, std::optional<Instant> answered, ItemId root) { out.push_back({ticket, asked, answered, root}); });
        return out;
    });
}

Result<void> Figures::addAccountMetrics(AccountId account, std::span<const MetricValue> values)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto &days = session.days();
        const auto today = days.dayOf(tx_.now());
        const auto from = days.begin(today), to = days.begin(today + 1);
        for (const auto &value : values)
            session.exec("DELETE FROM observation WHERE subject_kind=2 AND subject_id=? AND key_id=(SELECT id FROM metric_key WHERE name=?)"
                         " AND observed_at>=? AND observed_at<?",
                         account, value.key, from, to);
        appendObservations(session, Subject::Account, account.value, {}, tx_.now(), values, tx_.now());
        tx_.change().accounts.push_back(account);
    });
}

} // namespace vigie::store
