// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/items_writer.hpp"

#include "store/desk_matches.hpp"
#include "store/evidence_rows.hpp"
#include "store/hot_statement.hpp"
#include "store/index_scrub.hpp"
#include "store/item_id.hpp"
#include "store/items_packed.hpp"
#include "store/post_watch.hpp"
#include "store/queries_judge.hpp"
#include "store/relay_rows.hpp"
#include "store/relevance_rows.hpp"
#include "store/upkeep.hpp"
#include "store/writer_caches.hpp"
#include "store/suppression.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <numeric>

namespace vigie::store {

namespace {

std::optional<std::string_view> orNull(const std::string &text)
{
    if (text.empty())
        return std::nullopt;
    return std::string_view(text);
}

/// Equal but for what the tables resolve themselves.
bool sameRefs(const std::vector<ItemRef> &a, const std::vector<ItemRef> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ItemRef &left, const ItemRef &right) {
        return left.relation == right.relation && left.targetNative == right.targetNative;
    });
}

template <class T>
void takeIfSaid(std::vector<T> &to, const std::vector<T> &from)
{
    if (!from.empty())
        to = from;
}
void takeIfSaid(std::string &to, const std::string &from)
{
    if (!from.empty())
        to = from;
}

/// What the stored row becomes when the network shows it again.
Item merged(const StoredRow &row, const Item &seen)
{
    Item out = row.item;
    // A tombstone comes without words; what was said stays readable.
    const bool tombstone = isGone(seen.state) && seen.text.empty() && seen.title.empty();
    // What we hid stays hidden, and a page fetched before a deletion does not bring the item back.
    const bool stale = row.stateAt && isGone(out.state) && seen.fetchedAt <= *row.stateAt;
    if (!stale && !(out.state == ItemState::HiddenByUs && !isGone(seen.state)))
        out.state = seen.state;
    out.fetchedAt = std::max(out.fetchedAt, seen.fetchedAt);
    out.metrics = mergedMetrics(std::move(out.metrics), seen.metrics);
    if (seen.ours)
        out.ours = seen.ours;
    if (tombstone)
        return out;
    out.title = seen.title;
    out.text = seen.text;
    out.warning = seen.warning;
    out.spans = seen.spans;
    out.sensitive = seen.sensitive;
    out.lang = seen.lang;
    if (seen.visibility != Visibility::Unknown)
        out.visibility = seen.visibility;
    if (seen.editedAt)
        out.editedAt = seen.editedAt;
    takeIfSaid(out.uri, seen.uri);
    takeIfSaid(out.permalink, seen.permalink);
    takeIfSaid(out.container, seen.container);
    takeIfSaid(out.media, seen.media);
    if (!seen.refs.empty() && !sameRefs(out.refs, seen.refs))
        out.refs = seen.refs;
    if (seen.rating)
        out.rating = seen.rating;
    if (!out.toneManual) {
        out.tone = seen.tone;
        out.toneLabel = seen.toneLabel;
        out.toneManual = seen.toneManual;
    }
    return out;
}

bool sameWords(const Item &a, const Item &b)
{
    return a.title == b.title && a.text == b.text && a.warning == b.warning;
}

bool sameBesidesCounts(const Item &a, const Item &b)
{
    return sameWords(a, b) && a.spans == b.spans && a.sensitive == b.sensitive && a.lang == b.lang && a.visibility == b.visibility
           && a.state == b.state && a.editedAt == b.editedAt && a.uri == b.uri && a.permalink == b.permalink
           && a.container == b.container && a.media == b.media && sameRefs(a.refs, b.refs) && a.rating == b.rating
           && a.ours == b.ours && a.tone == b.tone && a.toneLabel == b.toneLabel && a.toneManual == b.toneManual;
}

} // namespace

std::int64_t sourceId(Session &session, const std::string &connector, const std::string &instance)
{
    auto &known = session.caches().sources;
    auto key = connector + '\n' + instance;
    if (const auto it = known.find(key); it != known.end())
        return it->second;
    session.exec("INSERT INTO source(connector, instance) VALUES(?,?) ON CONFLICT DO NOTHING", connector, instance);
    const auto id = session.one<std::int64_t>("SELECT id FROM source WHERE connector=? AND instance=?", connector, instance).value_or(0);
    known.emplace(std::move(key), id);
    return id;
}

std::vector<StoredItem> ItemWriter::store(std::span<const AnalysedItem> items)
{
    // In the order of the row ids: the full-text index writes out what it has gathered at every step backwards.
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return items[a].item().publishedAt < items[b].item().publishedAt; });
    std::vector<StoredItem> out(items.size());
    session_.caches().suppressionAny.reset();
    for (const auto i : order)
        switch (persistRule(items[i].item().connector)) {
        case PersistRule::Full: out[i] = storeOne(items[i]); break;
        case PersistRule::IdsOnly: out[i] = storeOne(AnalysedItem(withoutWords(items[i].item()))); break;
        case PersistRule::DisplayOnly: break; // the network's terms: what it shows never reaches the file
        }
    matches_.flush();
    return out;
}

PersistRule ItemWriter::persistRule(const std::string &connector)
{
    auto &known = session_.caches().persist;
    if (const auto it = known.find(connector); it != known.end())
        return it->second;
    const auto policy = Accounts(tx_).policyOf(connector);
    const auto rule = policy ? policy->persist : PersistRule::DisplayOnly;
    known.emplace(connector, rule);
    return rule;
}

bool ItemWriter::suppressed(const Item &item)
{
    auto &any = session_.caches().suppressionAny;
    if (!any)
        any = session_.one<int>("SELECT 1 FROM suppression LIMIT 1").has_value();
    return *any && !item.author.nativeId.empty()
           && isSuppressed(session_, item.connector, item.instance, item.author.nativeId);
}

StoredItem ItemWriter::storeOne(const AnalysedItem &analysed)
{
    const auto &item = analysed.item();
    if (suppressed(item))
        return {};
    const auto source = sourceId(session_, item.connector, item.instance);
    const auto author = storeAuthor(tx_, source, item.author, item.fetchedAt);
    if (author && item.author.name.empty())
        if (auto name = knownName(session_, source, item.author); !name.empty()) {
            Item named = item;
            named.author.name = std::move(name);
            return storeOne(AnalysedItem(std::move(named)));
        }
    const auto id = allocateItemId(session_, item.publishedAt);
    if (!insertRow(analysed, source, author, id))
        return update(analysed, source, author);

    Item stored = item;
    stored.id = id;
    stored.authorId = author;
    insertRefs(stored, source);
    insertMedia(stored);
    watchPost(session_, stored, tx_.now());
    resolveWaiting(stored, source);
    index(id, analysed.words(), analysed.tokens(), true);
    const auto facts = matchFacts(session_, stored, source);
    matches_.add(kEverything, facts);
    for (const auto query : judgeItem(session_, stored, analysed.words(), tx_.now()))
        matches_.add(query, facts);
    tx_.change().itemsAdded.push_back(id);
    return {id, Stored::Inserted};
}

bool ItemWriter::insertRow(const AnalysedItem &analysed, std::int64_t source, MemberId author, ItemId id)
{
    const auto &item = analysed.item();
    const auto names = authorOverride(session_, source, item.author, author);
    const std::string spans = packSpans(item.spans, item.text), metrics = packMetrics(item.metrics);
    const std::string uri = packLink(item.uri, item), permalink = packLink(item.permalink, item);
    session_
        .hot("INSERT INTO item(id, source_id, native_id, author_id, author_handle, author_name, ours, kind, visibility, state, state_at,"
             " sensitive, date_precision, published_at, fetched_at, edited_at, lang, tone, tone_label, tone_manual, rating, title, text,"
             " warning, uri, permalink, container, spans, metrics) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
             " ON CONFLICT(source_id, native_id) DO NOTHING")
        .bind(id, source, item.nativeId, author ? std::optional(author) : std::nullopt, names.handle, names.name,
              item.ours ? std::optional(item.ours) : std::nullopt, item.kind, item.visibility, item.state,
              item.state == ItemState::Visible ? std::nullopt : std::optional(item.fetchedAt), item.sensitive, item.precision,
              item.publishedAt, item.fetchedAt, item.editedAt, item.lang, item.tone, item.toneLabel, item.toneManual, item.rating,
              orNull(item.title), item.text, orNull(item.warning), orNull(uri), orNull(permalink), orNull(item.container),
              orNull(spans), orNull(metrics))
        .run();
    const bool inserted = sqlite_api::sqlite3_changes(session_.raw()) > 0;
    if (inserted && item.ours) // not by a trigger: see resources/sql/0022_plain_inserts.sql
        session_.hot("INSERT OR IGNORE INTO answered_due VALUES(1, ?)").bind(id).run();
    return inserted;
}

void ItemWriter::insertRefs(const Item &item, std::int64_t source)
{
    int position = 0;
    for (const auto &ref : item.refs) {
        std::optional<ItemId> target;
        if (ref.relation != Relation::LinksTo) {
            auto &known = session_.hot("SELECT id FROM item WHERE source_id=? AND native_id=?");
            known.bind(source, ref.targetNative);
            if (known.next())
                target = ItemId{known.integer(0)};
            known.reset();
        }
        session_.hot("INSERT INTO item_ref(item_id, position, relation, target_native, target_id) VALUES(?,?,?,?,?)")
            .bind(item.id, position++, ref.relation, ref.targetNative, target)
            .run();
        if (target && ref.relation == Relation::RepostOf) // not by a trigger: see resources/sql/0022_plain_inserts.sql
            session_.hot("DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE latest_item_id=?)").bind(*target).run();
        // The card of what is answered or relayed shows how often.
        if (target && *target != item.id)
            tx_.change().itemsChanged.push_back(*target);
    }
}

/// Items that named this one before it was here.
void ItemWriter::resolveWaiting(const Item &item, std::int64_t source)
{
    auto &waiting = session_.hot("SELECT r.item_id, r.position FROM item_ref r JOIN item i ON i.id=r.item_id"
                                 " WHERE r.target_native=? AND r.target_id IS NULL AND r.relation<>5 AND i.source_id=?");
    waiting.bind(item.nativeId, source);
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    while (waiting.next())
        found.emplace_back(waiting.integer(0), waiting.integer(1));
    for (const auto &[child, position] : found) {
        session_.hot("UPDATE item_ref SET target_id=? WHERE item_id=? AND position=?").bind(item.id, child, position).run();
        tx_.change().itemsChanged.push_back(ItemId{child});
    }
}

void ItemWriter::insertMedia(const Item &item)
{
    int position = 0;
    for (const auto &media : item.media)
        session_.hot("INSERT INTO media(item_id, position, kind, url, preview_url, native_id, alt, mime, width, height, duration_ms)"
                     " VALUES(?,?,?,?,?,?,?,?,?,?,?)")
            .bind(item.id, position++, media.kind, media.url, media.previewUrl, media.nativeId, media.alt, media.mime, media.width,
                  media.height, media.durationMs)
            .run();
}

void ItemWriter::index(ItemId id, const std::string &folded, const std::string &tokens, bool adding)
{
    if (!isIndexed(session_, id))
        return; // the rebuild will come by and take the words as they are then
    if (adding)
        session_.hot("INSERT INTO item_fts(rowid, text, tags) VALUES(?,?,?)").bind(id, folded, tokens).run();
    else
        session_.hot("INSERT INTO item_fts(item_fts, rowid, text, tags) VALUES('delete',?,?,?)").bind(id, folded, tokens).run();
}

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
