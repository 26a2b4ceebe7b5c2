// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ItemWriter that changes rows which are there: seen again, edited, stripped.
#include "store/items_writer.hpp"

#include "store/desk_matches.hpp"
#include "store/evidence_rows.hpp"
#include "store/hot_statement.hpp"
#include "store/index_scrub.hpp"
#include "store/item_merge.hpp"
#include "store/items_packed.hpp"
#include "store/queries_judge.hpp"
#include "store/relay_rows.hpp"
#include "store/relevance_rows.hpp"

#include <vigie/store/recheck.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

StoredItem ItemWriter::update(const AnalysedItem &analysed, std::int64_t source, MemberId author)
{
    auto &find = session_.hot("SELECT id FROM item WHERE source_id=? AND native_id=?");
    find.bind(source, analysed.item().nativeId);
    if (!find.next())
        throw HotError("an item vanished inside its own transaction", SQLITE_CONSTRAINT);
    const ItemId id{find.integer(0)};
    find.reset();
    const auto row = loadItem(session_, id);
    if (!row || analysed.item().fetchedAt < row->item.fetchedAt)
        return {id, Stored::Unchanged}; // older than what is here
    Item after = merged(*row, analysed.item());
    if (!after.authorId && author) {
        // First seen without its author.
        after.author = analysed.item().author;
        after.authorId = author;
    }
    const bool counts = row->item.metrics != after.metrics;
    if (sameBesidesCounts(row->item, after) && after.authorId == row->item.authorId) {
        if (!counts)
            return {id, Stored::Unchanged};
        keepCounts(row->item, after);
        const std::string metrics = packMetrics(after.metrics);
        session_.hot("UPDATE item SET metrics=?, fetched_at=? WHERE id=?").bind(metrics, after.fetchedAt, id).run();
        if (const auto &asking = countQueries(session_, tx_.now()); !asking.empty())
            rematch(*row, after, judgeItem(session_, after, text::foldedText(after), tx_.now()), asking);
        tx_.change().itemsChanged.push_back(id);
        return {id, Stored::Counted};
    }
    apply(*row, after);
    followKept(tx_, after);
    return {id, Stored::Revised};
}

void ItemWriter::rewrite(const StoredRow &before, Item after)
{
    apply(before, after);
    followKept(tx_, after);
    matches_.flush();
}

void ItemWriter::strip(const StoredRow &before)
{
    apply(before, withoutWords(before.item));
    markWordsErased(session_);
    matches_.flush();
}

void ItemWriter::replaceWords(const StoredRow &before, const Item &after)
{
    writeRow(before, after);
    reindex(before.item, after);
    tx_.change().itemsChanged.push_back(after.id);
}

void ItemWriter::apply(const StoredRow &before, const Item &after)
{
    const Item &old = before.item;
    if (!sameWords(old, after))
        keepRevision(old);
    keepCounts(old, after);
    writeRow(before, after);
    const bool otherWords = reindex(old, after);
    rematch(before, after, judgeItem(session_, after, text::foldedText(after), tx_.now()), keptQueries(session_));
    if (otherWords)
        settleAsides(tx_, matches_, after.id);
    tx_.change().itemsChanged.push_back(after.id);
}

bool ItemWriter::reindex(const Item &old, const Item &after)
{
    const auto oldWords = text::foldedText(old), newWords = text::foldedText(after);
    const auto oldTokens = text::filterTokens(old, old.connector), newTokens = text::filterTokens(after, after.connector);
    if (oldWords != newWords || oldTokens != newTokens) {
        index(old.id, oldWords, oldTokens, false);
        index(after.id, newWords, newTokens, true);
    }
    return oldWords != newWords;
}

void ItemWriter::keepRevision(const Item &before)
{
    session_.exec("INSERT INTO item_revision(item_id, number, title, text, warning, seen_at, edited_at)"
                  " SELECT ?1, 1 + count(*), ?2, ?3, ?4, ?5, ?6 FROM item_revision WHERE item_id=?1",
                  before.id, before.title, before.text, before.warning, before.fetchedAt, before.editedAt);
}

void ItemWriter::keepCounts(const Item &before, const Item &after)
{
    appendObservations(session_, Subject::Item, after.id.value, before.metrics, before.fetchedAt, after.metrics, after.fetchedAt);
}

void ItemWriter::writeRow(const StoredRow &before, const Item &after)
{
    const Item &old = before.item;
    const auto stateAt = old.state == after.state ? before.stateAt : std::optional(tx_.now());
    const std::string spans = packSpans(after.spans, after.text), metrics = packMetrics(after.metrics);
    const std::string uri = packLink(after.uri, after), permalink = packLink(after.permalink, after);
    session_
        .hot("UPDATE item SET ours=?, visibility=?, state=?, state_at=?, sensitive=?, fetched_at=?, edited_at=?, lang=?, tone=?,"
             " tone_label=?, tone_manual=?, rating=?, title=?, text=?, warning=?, uri=?, permalink=?, container=?, spans=?, metrics=?"
             " WHERE id=?")
        .bind(after.ours ? std::optional(after.ours) : std::nullopt, after.visibility, after.state, stateAt, after.sensitive,
              after.fetchedAt, after.editedAt, after.lang, after.tone, after.toneLabel, after.toneManual, after.rating,
              orNull(after.title), after.text, orNull(after.warning), orNull(uri), orNull(permalink), orNull(after.container),
              orNull(spans), orNull(metrics), after.id)
        .run();
    if (old.authorId != after.authorId) {
        const auto names = authorOverride(session_, before.source, after.author, after.authorId);
        session_.exec("UPDATE item SET author_id=?, author_handle=?, author_name=? WHERE id=?", after.authorId, names.handle, names.name, after.id);
    }
    if (!sameRefs(old.refs, after.refs)) {
        session_.exec("DELETE FROM item_ref WHERE item_id=?", after.id);
        insertRefs(after, before.source);
    }
    if (old.media != after.media) {
        session_.exec("DELETE FROM media WHERE item_id=?", after.id);
        insertMedia(after);
    }
}

void ItemWriter::rematch(const StoredRow &before, const Item &after, const std::vector<QueryId> &wanted, const std::unordered_set<std::int64_t> &judged)
{
    auto old = matchFacts(session_, before.item, before.source), now = matchFacts(session_, after, before.source);
    old.relay = countsAsRelay(session_, old.item, old.relay);
    now.relay = countsAsRelay(session_, now.item, now.relay);
    matches_.change(kEverything, old, now);
    for (const auto value : judged) {
        const QueryId query{value};
        auto &has = session_.hot("SELECT 1 FROM query_match WHERE query_id=? AND item_id=?");
        has.bind(query, after.id);
        const bool had = has.next();
        has.reset();
        const bool wants = std::find(wanted.begin(), wanted.end(), query) != wanted.end();
        if (had && wants)
            matches_.change(query, old, now);
        else if (had)
            matches_.remove(query, old);
        else if (wants)
            matches_.add(query, now);
    }
    // Whether they still match is settled at the end of the job, with what changed at the desk.
    for (const auto query : deskQueries(session_))
        if (session_.one<int>("SELECT 1 FROM query_match WHERE query_id=? AND item_id=?", query, after.id))
            matches_.change(query, old, now);
}

} // namespace vigie::store
