// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/audit.hpp>
#include <vigie/store/queries.hpp>

#include "store/desk_facts.hpp"
#include "store/originals.hpp"
#include "store/queries_fill.hpp"
#include "store/queries_linked.hpp"
#include "store/query_change_note.hpp"
#include "store/query_image.hpp"
#include "store/relevance_filter.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"
#include "store/writer_caches.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, name, source, role, is_column, position, newest_first, version, read_up_to, desk_dependent=1 FROM saved_query";
constexpr int kLanguageSample = 500;
/// Columns that ask for tags or tickets are counted live, and not beyond this.
constexpr int kLiveCap = 9999;

std::vector<SavedQuery> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<SavedQuery> out;
    session.each<QueryId, std::string, std::string, std::string, bool, int, bool, int, ItemId, bool>(
        kSelect + where, std::move(values),
        [&](QueryId id, std::string name, std::string source, const std::string &role, bool column, int order, bool newest, int version,
            ItemId readUpTo, bool desk) {
            SavedQuery query;
            query.id = id;
            query.name = std::move(name);
            query.source = std::move(source);
            query.role = queryRoleFrom(role);
            query.column = column;
            query.order = order;
            query.newestFirst = newest;
            query.version = version;
            query.readUpTo = readUpTo;
            query.deskDependent = desk;
            out.push_back(std::move(query));
        });
    return out;
}

struct Backlog {
    ItemId below;
    std::int64_t judged = 0, total = 0;
    [[nodiscard]] double share() const { return total <= 0 ? 1.0 : std::min(1.0, static_cast<double>(judged) / static_cast<double>(total)); }
};

std::optional<Backlog> backlogOf(Session &session, QueryId id)
{
    const auto row = session.one<ItemId, std::int64_t, std::int64_t>("SELECT below, judged, total FROM query_backlog WHERE query_id=?", id);
    if (!row)
        return std::nullopt;
    return Backlog{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)};
}

std::vector<std::pair<std::string, int>> languageShares(const std::map<std::string, int> &counts)
{
    int all = 0;
    for (const auto &[lang, n] : counts)
        all += n;
    std::vector<std::pair<std::string, int>> out;
    for (const auto &[lang, n] : counts)
        out.emplace_back(lang, (n * 100 + all / 2) / all);
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return out;
}

/// Leaves out relays whose original, or another relay that came before them, is in the column as well. A relay whose original is
/// not there stays: gathering must not make anything vanish.
void gather(Walk &walk, QueryId query)
{
    walk.where("query_match.relay=0 OR NOT EXISTS(SELECT 1 FROM relay r WHERE r.item_id=query_match.item_id AND r.how<>5 AND ("
               "EXISTS(SELECT 1 FROM query_match k WHERE k.query_id=? AND k.item_id=r.root_id)"
               " OR EXISTS(SELECT 1 FROM relay o CROSS JOIN query_match k ON k.query_id=? AND k.item_id=o.item_id"
               " WHERE o.root_id=r.root_id AND o.item_id<r.item_id AND o.how<>5)))",
               binds(query, query));
}

/// What a saved query holds: read from the table it is kept in, or searched for when it is not kept.
class Spine {
public:
    static Result<Spine> of(Tx &tx, const SavedQuery &query)
    {
        Spine out(tx.session(), query.id);
        if (query.deskDependent) {
            VIGIE_TRY(const auto tree, parsedAndBound(tx.session(), query.source, tx.now()));
            out.live_.emplace(tx.session(), tree, tx.now());
        }
        return out;
    }
    std::vector<ItemId> page(const SearchPage &page)
    {
        if (live_)
            return live_->page(page);
        return kept(page).run(session_, kTable, page.limit);
    }
    int count(const SearchPage &page, int cap) { return live_ ? live_->count(page, cap) : kept(page).count(session_, kTable, cap); }
    bool holds(ItemId item)
    {
        return live_ ? live_->holds(item) : session_.one<int>("SELECT 1 FROM query_match WHERE query_id=? AND item_id=?", id_, item).has_value();
    }

private:
    static constexpr const char *kTable = "query_match";
    Spine(Session &session, QueryId id)
        : session_(session), id_(id), asides_(session.one<int>("SELECT 1 FROM relevance_aside WHERE query_id=? LIMIT 1", id).has_value())
    {
    }
    Walk kept(const SearchPage &page)
    {
        Walk walk("query_match.item_id");
        walk.where("query_match.query_id=?", binds(id_));
        walk.page(session_, page);
        if (page.gathered)
            gather(walk, id_);
        if (asides_)
            walk.where("NOT EXISTS(SELECT 1 FROM relevance_aside a WHERE a.query_id=query_match.query_id AND a.item_id=query_match.item_id)");
        return walk;
    }

    Session &session_;
    QueryId id_;
    bool asides_; ///< what its filter keeps aside stands in a list of its own
    std::optional<QueryWalk> live_;
};

/// Two rows to look up, and the newest mentions for their languages.
QueryCounts keptCounts(Session &session, QueryId id)
{
    QueryCounts out;
    if (const auto known = session.one<int, int, int, int>("SELECT total, unread, relays, unread_relays FROM query_count WHERE query_id=?", id)) {
        const auto [total, unread, relays, unreadRelays] = *known;
        const bool originals = originalsOnly(session);
        out.total = total - (originals ? relays : 0);
        out.unread = unread - (originals ? unreadRelays : 0);
    }
    std::map<std::string, int> languages;
    session.each<std::string>("SELECT lang FROM query_match WHERE query_id=?" + onlyCounted(session, "relay") + " ORDER BY item_id DESC LIMIT ?", binds(id, kLanguageSample),
                              [&](const std::string &lang) { ++languages[lang]; });
    out.languages = languageShares(languages);
    return out;
}

Result<QueryCounts> liveCounts(Tx &tx, const SavedQuery &query)
{
    QueryCounts out;
    SearchPage unread, newest;
    unread.before = query.readUpTo;
    unread.oldestFirst = true;
    newest.limit = kLanguageSample;
    VIGIE_TRY(auto spine, Spine::of(tx, query));
    out.total = spine.count({}, kLiveCap);
    out.unread = spine.count(unread, kLiveCap);
    std::map<std::string, int> languages;
    tx.session().each<std::string>("SELECT m.lang FROM json_each(?) j CROSS JOIN query_match m ON m.query_id=0 AND m.item_id=j.value",
                                   binds(idList(spine.page(newest))), [&](const std::string &lang) { ++languages[lang]; });
    out.languages = languageShares(languages);
    return out;
}

} // namespace

Result<std::vector<SavedQuery>> Queries::all()
{
    return tx_.session().guard([&] { return load(tx_.session(), " ORDER BY position, id", {}); });
}

Result<SavedQuery> Queries::get(QueryId id)
{
    return tx_.session().guard([&]() -> Result<SavedQuery> {
        auto found = load(tx_.session(), " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such query");
        return std::move(found.front());
    });
}

Result<QueryId> Queries::save(const SavedQuery &query)
{
    if (query.name.empty())
        return fail(Errc::InvalidInput, "a query needs a name");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<QueryId> {
        VIGIE_TRY(const auto tree, checkedQuery(session, query, tx_.now()));
        const auto keeping = keepingOf(tree);
        QueryId id = query.id;
        if (!id) {
            id = QueryId{session.insert("INSERT INTO saved_query(name, source, role, is_column, position, newest_first, version, read_up_to,"
                                        " desk_dependent) VALUES(?,?,?,?,?,?,1,?,?)",
                                        query.name, query.source, toString(query.role), query.column, query.order, query.newestFirst,
                                        query.readUpTo, keeping)};
            noteQueryChange(session, id, tx_.now());
            if (keeping != Keeping::Live)
                noteBacklog(session, id);
        } else {
            const auto old = session.one<std::string, std::string, std::string>("SELECT name, source, role FROM saved_query WHERE id=?", id);
            if (!old)
                return fail(Errc::NotFound, "no such query");
            const auto &[oldName, oldSource, oldRole] = *old;
            const bool changed = oldSource != query.source;
            const auto before = queryImage(session, id);
            session.exec("UPDATE saved_query SET name=?, source=?, role=?, is_column=?, position=?, newest_first=?, version=version+?,"
                         " desk_dependent=? WHERE id=?",
                         query.name, query.source, toString(query.role), query.column, query.order, query.newestFirst, changed, keeping, id);
            if (changed || oldRole != toString(query.role))
                noteQueryChange(session, id, tx_.now());
            if (oldName != query.name)
                carryRename(session, oldName, query.name);
            if (changed) {
                // Within an undoable action the column stays as it is until each stretch of history has been judged.
                judgeAnew(session, id, keeping, static_cast<bool>(tx_.changeSet()));
                judgeThoseThatAskFor(session, query.name, tx_.now());
            }
            recordQueryChange(tx_, id, before);
        }
        forgetQueries(session);
        tx_.change().queries = true;
        VIGIE_CHECK(Audit(tx_).add("person", "query.saved", "query " + std::to_string(id.value), query.name));
        return id;
    });
}

Result<void> Queries::remove(QueryId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto gone = session.one<std::string, std::string>("SELECT name, source FROM saved_query WHERE id=?", id);
        if (!gone)
            return fail(Errc::NotFound, "no such query");
        session.exec("DELETE FROM saved_query WHERE id=?", id);
        session.exec("DELETE FROM query_change WHERE query_id=?", id);
        carryRemoval(session, std::get<0>(*gone), std::get<1>(*gone));
        emptyMatches(session, id);
        dropAsides(session, id, true);
        forgetQueries(session);
        tx_.change().queries = true;
        return Audit(tx_).add("person", "query.removed", "query " + std::to_string(id.value), {});
    });
}

Result<void> Queries::markRead(QueryId id, ItemId upTo)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto before = session.one<ItemId>("SELECT read_up_to FROM saved_query WHERE id=?", id);
        if (!before)
            return fail(Errc::NotFound, "no such query");
        session.exec("UPDATE saved_query SET read_up_to=? WHERE id=?", upTo, id);
        recountUnread(session, id, *before, upTo);
        tx_.change().queries = true;
        return {};
    });
}

Result<std::vector<ItemId>> Queries::spine(QueryId id, const SearchPage &page)
{
    VIGIE_TRY(const auto query, get(id));
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ItemId>> {
        VIGIE_TRY(auto spine, Spine::of(tx_, query));
        return spine.page(page);
    });
}

Result<QueryCounts> Queries::counts(QueryId id)
{
    const QueryId one[] = {id};
    VIGIE_TRY(auto found, counts(one));
    if (found.empty())
        return fail(Errc::NotFound, "no such query");
    return std::move(found.front().second);
}

Result<std::vector<std::pair<QueryId, QueryCounts>>> Queries::counts(std::span<const QueryId> ids)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<std::pair<QueryId, QueryCounts>>> {
        std::vector<std::pair<QueryId, QueryCounts>> out;
        for (const auto &query : load(session, " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position, id", binds(idList(ids)))) {
            QueryCounts counts;
            if (query.deskDependent) {
                VIGIE_TRY(counts, liveCounts(tx_, query));
            } else {
                counts = keptCounts(session, query.id);
            }
            if (const auto backlog = backlogOf(session, query.id))
                counts.judged = backlog->share();
            out.emplace_back(query.id, std::move(counts));
        }
        return out;
    });
}

Result<std::vector<QueryId>> Queries::matching(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<QueryId>> {
        std::vector<QueryId> out;
        VIGIE_TRY(const auto queries, all());
        for (const auto &query : queries) {
            auto spine = Spine::of(tx_, query);
            if (spine && spine->holds(item)) // a query that no longer reads holds nothing
                out.push_back(query.id);
        }
        return out;
    });
}

Result<Rematch> Queries::rematch(QueryId id, int slice)
{
    VIGIE_TRY(const auto query, get(id));
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Rematch> {
        VIGIE_TRY(const auto tree, parsedAndBound(session, query.source, tx_.now()));
        auto backlog = backlogOf(session, id);
        if (!backlog)
            return Rematch{};
        SearchPage page;
        page.before = backlog->below;
        Walk bounds("query_match.item_id");
        bounds.where("query_match.query_id=?", binds(kEverything));
        bounds.page(session, page);
        const auto lowest = bounds.nth(session, "query_match", std::max(slice, 1));
        refillMatches(session, id, compileQuery(session, tree, tx_.now()), {backlog->below, lowest, {}}, tx_.now());
        tx_.change().queries = true;
        if (!lowest) {
            session.exec("DELETE FROM query_backlog WHERE query_id=?", id);
            return Rematch{};
        }
        backlog->judged += std::max(slice, 1);
        session.exec("UPDATE query_backlog SET below=?, judged=? WHERE query_id=?", *lowest, backlog->judged, id);
        return Rematch{backlog->share(), false};
    });
}

Result<std::vector<QueryId>> Queries::unfinished()
{
    return tx_.session().guard([&] { return tx_.session().column<QueryId>("SELECT query_id FROM query_backlog ORDER BY query_id"); });
}

} // namespace vigie::store
