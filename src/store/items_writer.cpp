// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/items_writer.hpp"

#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/items_packed.hpp"
#include "store/post_watch.hpp"
#include "store/queries_judge.hpp"
#include "store/relay_rows.hpp"
#include "store/upkeep.hpp"
#include "store/writer_caches.hpp"
#include "store/suppression.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <numeric>

namespace vigie::store {

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

} // namespace vigie::store
