// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rollup.hpp"

#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/items_row.hpp"
#include "store/writer_caches.hpp"
#include "store/zone_days.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::store {

namespace {
constexpr std::int64_t kCountedBetween = 1000;
}

MatchFacts matchFacts(Session &session, const Item &item, std::int64_t source)
{
    MatchFacts facts;
    facts.item = item.id;
    facts.author = item.authorId;
    facts.source = source;
    facts.connector = item.connector;
    facts.lang = item.lang;
    facts.toneLabel = item.toneLabel;
    facts.toneMilli = static_cast<int>(std::lround(item.tone * 1000));
    facts.relay = isRelay(item);
    facts.counted = countsAsMention(item);
    facts.day = session.days().dayOf(item.publishedAt);
    return facts;
}

namespace {

const std::string &connectorOf(Session &session, std::int64_t source)
{
    auto &known = session.caches().connectors;
    auto it = known.find(source);
    if (it == known.end())
        it = known.emplace(source, session.one<std::string>("SELECT connector FROM source WHERE id=?", source).value_or("")).first;
    return it->second;
}

/// The id tells the day, but for the few seconds behind midnight into which an item may have moved.
std::int32_t dayOfItem(Session &session, ItemId item)
{
    auto &days = session.days();
    const auto second = secondOfId(item);
    const auto day = days.dayOf(second);
    if (const auto spill = maxSpillSeconds(session); spill == 0 || days.dayOf(second - std::chrono::seconds(spill)) == day)
        return day;
    const auto published = session.one<Instant>("SELECT published_at FROM item WHERE id=?", item);
    return published ? days.dayOf(*published) : day;
}

} // namespace

std::optional<MatchFacts> storedFacts(Session &session, ItemId item)
{
    auto &row = session.hot("SELECT author_id, source_id, lang, tone_label, tone_milli, relay, counted FROM query_match WHERE query_id=0 AND item_id=?");
    row.bind(item);
    if (!row.next())
        return std::nullopt;
    MatchFacts facts;
    facts.item = item;
    facts.author = MemberId{row.integer(0)};
    facts.source = row.integer(1);
    facts.lang = row.text(2);
    facts.toneLabel = static_cast<int>(row.integer(3));
    facts.toneMilli = static_cast<int>(row.integer(4));
    facts.relay = row.integer(5) != 0;
    facts.counted = row.integer(6) != 0;
    row.reset();
    facts.connector = connectorOf(session, facts.source);
    facts.day = dayOfItem(session, item);
    return facts;
}

void RollupDelta::add(const MatchFacts &facts, int sign)
{
    (facts.toneLabel > 0 ? positive : facts.toneLabel < 0 ? negative : neutral) += sign;
    if (!facts.relay)
        return;
    relays += sign;
    relaysPositive += facts.toneLabel > 0 ? sign : 0;
    relaysNegative += facts.toneLabel < 0 ? sign : 0;
}

void MatchWriter::sum(QueryId query, const MatchFacts &facts, int sign)
{
    if (facts.counted)
        sums_[Cell{query.value, facts.day, facts.connector, facts.lang}].add(facts, sign);
}

QueryDelta &MatchWriter::deltaOf(QueryId query)
{
    for (auto &delta : change_.matches)
        if (delta.query == query)
            return delta;
    change_.matches.push_back({query, {}, {}});
    return change_.matches.back();
}

/// As the query counts it.
MatchFacts MatchWriter::counted(QueryId query, const MatchFacts &facts)
{
    auto out = facts;
    out.counted = facts.counted && !(hasFilter(session_, query) && isAside(session_, query, facts.item));
    return out;
}

void MatchWriter::touched(ItemId item)
{
    auto &items = session_.caches().columns.items;
    if (items.empty() || items.back() != item) // of all its queries, one after another
        items.push_back(item);
}

void MatchWriter::add(QueryId query, const MatchFacts &facts)
{
    auto now = facts;
    if (const auto filter = filterOf(session_, query))
        if (const auto row = loadItem(session_, facts.item)) {
            const auto aside = judgeAside(session_, query, *filter, row->item);
            writeAside(session_, query, facts.item, aside);
            now.counted = facts.counted && aside == Aside::No;
        }
    session_.hot("INSERT INTO query_match(query_id, item_id, author_id, source_id, lang, tone_label, tone_milli, relay, counted)"
                 " VALUES(?,?,?,?,?,?,?,?,?)")
        .bind(query, facts.item, facts.author ? std::optional(facts.author) : std::nullopt, facts.source, facts.lang,
              facts.toneLabel, facts.toneMilli, facts.relay, now.counted)
        .run();
    touched(facts.item);
    sum(query, now, 1);
    count(query, now, 1);
    // What is not a mention is in the column, but is nothing new to tell of.
    if (query != kEverything && now.counted)
        deltaOf(query).added.push_back(facts.item);
}

void MatchWriter::remove(QueryId query, const MatchFacts &facts)
{
    session_.hot("DELETE FROM query_match WHERE query_id=? AND item_id=?").bind(query, facts.item).run();
    touched(facts.item);
    const auto was = counted(query, facts);
    sum(query, was, -1);
    count(query, was, -1);
    if (hasFilter(session_, query))
        writeAside(session_, query, facts.item, Aside::No);
    if (query != kEverything)
        deltaOf(query).removed.push_back(facts.item);
}

void MatchWriter::change(QueryId query, const MatchFacts &before, const MatchFacts &after)
{
    if (before == after)
        return;
    const auto now = counted(query, after);
    session_.hot("UPDATE query_match SET author_id=?, lang=?, tone_label=?, tone_milli=?, relay=?, counted=? WHERE query_id=? AND item_id=?")
        .bind(after.author ? std::optional(after.author) : std::nullopt, after.lang, after.toneLabel, after.toneMilli, after.relay,
              now.counted, query, after.item)
        .run();
    touched(after.item);
    const auto was = counted(query, before);
    sum(query, was, -1);
    sum(query, now, 1);
    count(query, was, -1);
    count(query, now, 1);
}

void MatchWriter::setAside(QueryId query, const MatchFacts &facts, Aside aside)
{
    const bool was = isAside(session_, query, facts.item), is = aside != Aside::No;
    writeAside(session_, query, facts.item, aside);
    if (was == is)
        return;
    auto now = facts;
    now.counted = facts.counted && !is;
    session_.hot("UPDATE query_match SET counted=? WHERE query_id=? AND item_id=?").bind(now.counted, query, facts.item).run();
    touched(facts.item);
    sum(query, facts, is ? -1 : 1);
    count(query, facts, is ? -1 : 1);
    (is ? deltaOf(query).removed : deltaOf(query).added).push_back(facts.item);
}

namespace {

ItemId readUpTo(Session &session, QueryId query)
{
    auto &known = session.caches().readUpTo;
    if (!known) {
        known.emplace();
        session.each<QueryId, ItemId>("SELECT id, read_up_to FROM saved_query", {}, [&](QueryId id, ItemId mark) { known->emplace(id.value, mark); });
    }
    const auto found = known->find(query.value);
    return found != known->end() ? found->second : ItemId{};
}

} // namespace

void MatchWriter::count(QueryId query, const MatchFacts &facts, int sign)
{
    if (query == kEverything || !facts.counted)
        return;
    auto &delta = counts_[query];
    const int unread = facts.item > readUpTo(session_, query) ? sign : 0;
    delta.total += sign;
    delta.unread += unread;
    delta.relays += facts.relay ? sign : 0;
    delta.unreadRelays += facts.relay ? unread : 0;
}

void MatchWriter::flush()
{
    flushSums();
    flushCounts();
}

void MatchWriter::flushCounts()
{
    for (const auto &[query, delta] : counts_)
        if (delta != CountDelta{})
            session_.hot("INSERT INTO query_count(query_id, total, unread, relays, unread_relays) VALUES(?,?,?,?,?)"
                         " ON CONFLICT(query_id) DO UPDATE SET total=total+excluded.total, unread=unread+excluded.unread,"
                         " relays=relays+excluded.relays, unread_relays=unread_relays+excluded.unread_relays")
                .bind(query, delta.total, delta.unread, delta.relays, delta.unreadRelays)
                .run();
    counts_.clear();
}

void recountUnread(Session &session, QueryId query, ItemId before, ItemId after)
{
    session.caches().readUpTo.reset();
    if (before == after)
        return;
    // Only what lies between the marks changes sides; where that is more than what lies above, above is counted instead.
    const auto total = session.one<std::int64_t>("SELECT total FROM query_count WHERE query_id=?", query).value_or(0);
    if (total == 0)
        return;
    const auto [low, high] = std::minmax(before, after);
    const auto [between, relays] =
        session.one<std::int64_t, std::int64_t>("SELECT count(*), coalesce(sum(relay), 0) FROM (SELECT relay FROM query_match WHERE query_id=? AND item_id>? AND item_id<=?"
                                                " AND counted=1 ORDER BY item_id DESC LIMIT ?)",
                                                query, low, high, kCountedBetween)
            .value_or(std::tuple<std::int64_t, std::int64_t>{});
    const int sign = after > before ? -1 : 1;
    if (between < kCountedBetween)
        session.exec("UPDATE query_count SET unread=unread+?, unread_relays=unread_relays+? WHERE query_id=?", sign * between, sign * relays, query);
    else
        session.exec("UPDATE query_count SET (unread, unread_relays)=(SELECT count(*), coalesce(sum(relay), 0) FROM query_match"
                     " WHERE query_id=?1 AND item_id>?2 AND counted=1) WHERE query_id=?1",
                     query, after);
}

void MatchWriter::flushSums()
{
    for (const auto &[cell, delta] : sums_) {
        const auto &[query, day, connector, lang] = cell;
        if (delta == RollupDelta{})
            continue;
        session_.hot("INSERT INTO rollup_day(query_id, day, connector, lang, positive, neutral, negative, relays, relays_positive, relays_negative)"
                     " VALUES(?,?,?,?,?,?,?,?,?,?)"
                     " ON CONFLICT(query_id, day, connector, lang) DO UPDATE SET positive=positive+excluded.positive,"
                     " neutral=neutral+excluded.neutral, negative=negative+excluded.negative, relays=relays+excluded.relays,"
                     " relays_positive=relays_positive+excluded.relays_positive, relays_negative=relays_negative+excluded.relays_negative")
            .bind(query, day, connector, lang, delta.positive, delta.neutral, delta.negative, delta.relays, delta.relaysPositive, delta.relaysNegative)
            .run();
    }
    sums_.clear();
}

void rebuildRollup(Session &session, QueryId query)
{
    session.exec("DELETE FROM rollup_day WHERE query_id=?", query);
    Change unused;
    MatchWriter sums(session, unused);
    auto &days = session.days();
    auto &rows = session.hot("SELECT m.tone_label, m.relay, m.lang, s.connector, i.published_at FROM query_match m"
                             " JOIN item i ON i.id=m.item_id JOIN source s ON s.id=m.source_id WHERE m.query_id=? AND m.counted=1");
    rows.bind(query);
    MatchFacts facts;
    facts.counted = true;
    while (rows.next()) {
        facts.toneLabel = static_cast<int>(rows.integer(0));
        facts.relay = rows.integer(1) != 0;
        facts.lang = rows.text(2);
        facts.connector = rows.text(3);
        facts.day = days.dayOf(fromMicros(rows.integer(4)));
        sums.sum(query, facts, 1);
    }
    sums.flush();
}

} // namespace vigie::store
