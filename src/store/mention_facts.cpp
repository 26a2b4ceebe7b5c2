// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/mention_facts.hpp>

#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"
#include "store/originals.hpp"
#include "store/search.hpp"

#include <vigie/store/queries.hpp>

#include <nlohmann/json.hpp>

namespace vigie::store {

namespace {

constexpr int kSlice = 2000;

std::string json(const std::vector<std::string> &values)
{
    return nlohmann::json(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string columnsOf(const MentionScope &scope)
{
    return std::string("m.item_id, m.author_id, m.source_id, m.lang, m.tone_label, m.tone_milli, m.relay, ") + (scope.roots ? "y.root_id, " : "NULL, ")
           + (scope.followers ? "u.followers" : "NULL");
}

std::string tablesOf(const MentionScope &scope)
{
    return std::string("query_match m") + (scope.roots ? " LEFT JOIN relay y ON y.item_id=m.item_id" : "") + (scope.followers ? " LEFT JOIN member u ON u.id=m.author_id" : "");
}

MentionFact factOf(const HotStatement &row)
{
    MentionFact fact;
    fact.item = ItemId{row.integer(0)};
    fact.source = row.integer(2);
    fact.author = row.isNull(1) || row.integer(1) == 0 ? -1 - fact.source : row.integer(1);
    fact.lang = row.text(3);
    fact.label = static_cast<std::int8_t>(row.integer(4));
    fact.tone = static_cast<float>(row.integer(5)) / 1000.0F;
    fact.relay = row.integer(6) != 0;
    fact.root = row.isNull(7) ? fact.item : ItemId{row.integer(7)};
    if (!row.isNull(8))
        fact.followers = row.real(8);
    return fact;
}

void narrow(Walk &walk, const MentionScope &scope, bool withoutRelays)
{
    if (!scope.networks.empty())
        walk.where("m.source_id IN (SELECT id FROM source WHERE connector IN (SELECT value FROM json_each(?)))", binds(json(scope.networks)));
    if (!scope.langs.empty())
        walk.where("m.lang IN (SELECT value FROM json_each(?))", binds(json(scope.langs)));
    if (!scope.tags.empty())
        walk.where("EXISTS(SELECT 1 FROM item_tag t WHERE t.item_id=m.item_id AND t.tag_id IN (SELECT value FROM json_each(?)))", binds(idList(scope.tags)));
    if (!scope.tones.empty()) {
        auto labels = nlohmann::json::array();
        for (const auto tone : scope.tones)
            labels.push_back(static_cast<int>(tone));
        walk.where("m.tone_label IN (SELECT value FROM json_each(?))", binds(labels.dump()));
    }
    if (withoutRelays)
        walk.where("m.relay=0");
}

/// What has to be searched for, and the query whose matches are kept: a query that depends on the desk is not kept.
struct Lookup {
    QueryId kept;
    std::string words;
};

Result<Lookup> lookupOf(Tx &tx, const MentionScope &scope)
{
    Lookup out{scope.query, scope.words};
    if (!scope.query)
        return out;
    VIGIE_TRY(const auto query, Queries(tx).get(scope.query));
    if (!query.deskDependent)
        return out;
    out.kept = {};
    out.words = scope.words.empty() ? query.source : "(" + query.source + "\n) (" + scope.words + "\n)"; // a comment ends with its line
    return out;
}

/// One reading: goes on until somebody says that it is enough.
class Reading {
public:
    Reading(Session &session, const MentionScope &scope, QueryId kept, const std::function<bool(const MentionFact &)> &each)
        : session_(session), scope_(scope), kept_(kept), each_(each), withoutRelays_(scope.withoutRelays || originalsOnly(session))
    {
    }
    bool period(const SearchPage &page)
    {
        auto walk = begin();
        walk.page(session_, page);
        return scan(walk);
    }
    bool among(const std::vector<ItemId> &ids)
    {
        auto walk = begin();
        walk.where("m.item_id IN (SELECT value FROM json_each(?))", binds(idList(ids)));
        return scan(walk);
    }

private:
    struct Stopped {}; ///< thrown out of a walk

    [[nodiscard]] Walk begin() const
    {
        Walk walk("m.item_id");
        walk.where("m.query_id=? AND m.counted=1", binds(kept_));
        narrow(walk, scope_, withoutRelays_);
        return walk;
    }
    bool scan(Walk &walk)
    {
        try {
            walk.scan(session_, columnsOf(scope_), tablesOf(scope_), [this](const HotStatement &row) {
                if (!each_(factOf(row)))
                    throw Stopped{};
            });
        } catch (const Stopped &) {
            return false;
        }
        return true;
    }

    Session &session_;
    const MentionScope &scope_;
    QueryId kept_;
    const std::function<bool(const MentionFact &)> &each_;
    bool withoutRelays_;
};

} // namespace

Result<void> MentionFacts::read(const MentionScope &scope, const std::function<bool(const MentionFact &)> &each)
{
    auto &session = tx_.session();
    VIGIE_TRY(const auto lookup, lookupOf(tx_, scope));
    SearchPage page;
    page.from = scope.from;
    page.to = scope.to;
    text::Query query;
    if (!lookup.words.empty()) {
        VIGIE_TRY(const auto context, Queries(tx_).context());
        auto parsed = text::parseAndBind(lookup.words, context);
        if (!parsed)
            return fail(text::toError(parsed.error()));
        query = std::move(*parsed);
    }
    return session.guard([&]() -> Result<void> {
        Reading reading(session, scope, lookup.kept, each);
        if (lookup.words.empty())
            return reading.period(page) ? Result<void>() : fail(Errc::Cancelled);
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        QueryWalk walk(session, whole, tx_.now());
        page.limit = kSlice;
        for (;;) {
            const auto found = walk.page(page);
            if (!found.empty() && !reading.among(found))
                return fail(Errc::Cancelled);
            if (static_cast<int>(found.size()) < page.limit)
                return {};
            page.before = found.back();
        }
    });
}

Result<std::vector<MentionFact>> MentionFacts::of(std::span<const ItemId> items)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto &rows = session.hot("SELECT m.item_id, m.author_id, m.source_id, m.lang, m.tone_label, m.tone_milli, m.relay, y.root_id, u.followers FROM query_match m"
                                 " LEFT JOIN relay y ON y.item_id=m.item_id LEFT JOIN member u ON u.id=m.author_id"
                                 " WHERE m.query_id=0 AND m.item_id IN (SELECT value FROM json_each(?1)) ORDER BY m.item_id");
        const auto list = idList(items);
        rows.bind(list);
        std::vector<MentionFact> out;
        while (rows.next())
            out.push_back(factOf(rows));
        return out;
    });
}

Result<std::map<std::int64_t, std::string>> MentionFacts::networks()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::map<std::int64_t, std::string> out;
        session.each<std::int64_t, std::string>("SELECT id, connector FROM source", {}, [&](std::int64_t id, std::string connector) { out[id] = std::move(connector); });
        return out;
    });
}

Result<std::string> MentionFacts::authorName(std::int64_t author)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::string {
        return session.one<std::string>("SELECT CASE WHEN handle<>'' THEN handle ELSE name END FROM member WHERE id=?", author).value_or(std::string());
    });
}

} // namespace vigie::store
