// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rollup.hpp"

#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/zone_days.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::store {

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

void RollupDelta::add(const MatchFacts &facts, int sign)
{
    (facts.toneLabel > 0 ? positive : facts.toneLabel < 0 ? negative : neutral) += sign;
    if (facts.relay)
        relays += sign;
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

void MatchWriter::add(QueryId query, const MatchFacts &facts)
{
    session_.hot("INSERT INTO query_match(query_id, item_id, author_id, source_id, lang, tone_label, tone_milli, relay, counted)"
                 " VALUES(?,?,?,?,?,?,?,?,?)")
        .bind(query, facts.item, facts.author ? std::optional(facts.author) : std::nullopt, facts.source, facts.lang,
              facts.toneLabel, facts.toneMilli, facts.relay, facts.counted)
        .run();
    sum(query, facts, 1);
    // What is not a mention is in the column, but is nothing new to tell of.
    if (query != kEverything && facts.counted)
        deltaOf(query).added.push_back(facts.item);
}

void MatchWriter::remove(QueryId query, const MatchFacts &facts)
{
    session_.hot("DELETE FROM query_match WHERE query_id=? AND item_id=?").bind(query, facts.item).run();
    sum(query, facts, -1);
    if (query != kEverything)
        deltaOf(query).removed.push_back(facts.item);
}

void MatchWriter::change(QueryId query, const MatchFacts &before, const MatchFacts &after)
{
    if (before == after)
        return;
    session_.hot("UPDATE query_match SET author_id=?, lang=?, tone_label=?, tone_milli=?, relay=?, counted=? WHERE query_id=? AND item_id=?")
        .bind(after.author ? std::optional(after.author) : std::nullopt, after.lang, after.toneLabel, after.toneMilli, after.relay,
              after.counted, query, after.item)
        .run();
    sum(query, before, -1);
    sum(query, after, 1);
}

void MatchWriter::flush()
{
    for (const auto &[cell, delta] : sums_) {
        const auto &[query, day, connector, lang] = cell;
        if (delta.positive == 0 && delta.neutral == 0 && delta.negative == 0 && delta.relays == 0)
            continue;
        session_.hot("INSERT INTO rollup_day(query_id, day, connector, lang, positive, neutral, negative, relays) VALUES(?,?,?,?,?,?,?,?)"
                     " ON CONFLICT(query_id, day, connector, lang) DO UPDATE SET positive=positive+excluded.positive,"
                     " neutral=neutral+excluded.neutral, negative=negative+excluded.negative, relays=relays+excluded.relays")
            .bind(query, day, connector, lang, delta.positive, delta.neutral, delta.negative, delta.relays)
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
