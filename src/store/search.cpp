// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.hpp"

#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/rollup.hpp"
#include "store/search_near.hpp"

namespace vigie::store {

void Walk::where(const std::string &condition, const std::vector<Bound> &values)
{
    if (condition.empty())
        return;
    where_ += where_.empty() ? " WHERE " : " AND ";
    where_ += "(" + condition + ")";
    values_.insert(values_.end(), values.begin(), values.end());
}

void Walk::page(Session &session, const SearchPage &page)
{
    oldestFirst_ = page.oldestFirst;
    if (page.before)
        where(column_ + (page.oldestFirst ? " > ?" : " < ?"), binds(page.before));
    if (!page.from && !page.to)
        return;
    const auto range = idRange(session, page.from, page.to);
    // The id tells the second, but for items that found theirs full; only those at the edges are looked up.
    if (page.from) {
        where(column_ + " >= ?", binds(range.first));
        if (range.first != range.safeFirst)
            where(column_ + " >= ? OR (SELECT published_at FROM item WHERE id=" + column_ + ") >= ?", binds(range.safeFirst, *page.from));
    }
    if (page.to) {
        where(column_ + " < ?", binds(range.last));
        if (range.last != range.safeLast)
            where(column_ + " < ? OR (SELECT published_at FROM item WHERE id=" + column_ + ") < ?", binds(range.safeLast, *page.to));
    }
}

std::string Walk::sql(const std::string &what, const std::string &from) const
{
    return "SELECT " + what + " FROM " + from + where_;
}

std::vector<ItemId> Walk::run(Session &session, const std::string &from, int limit)
{
    std::vector<ItemId> out;
    auto values = values_;
    values.push_back(detail::bound(limit));
    session.each<ItemId>(sql(column_, from) + " ORDER BY " + column_ + (oldestFirst_ ? " ASC" : " DESC") + " LIMIT ?", std::move(values),
                         [&](ItemId id) { out.push_back(id); });
    return out;
}

int Walk::count(Session &session, const std::string &from, int cap)
{
    int count = 0;
    auto values = values_;
    values.push_back(detail::bound(static_cast<long long>(cap) + 1));
    session.each<int>("SELECT count(*) FROM (" + sql(column_, from) + " LIMIT ?)", std::move(values), [&](int n) { count = n; });
    return count;
}

std::optional<ItemId> Walk::nth(Session &session, const std::string &from, int n)
{
    std::optional<ItemId> found;
    auto values = values_;
    values.push_back(detail::bound(n - 1));
    session.each<ItemId>(sql(column_, from) + " ORDER BY " + column_ + (oldestFirst_ ? " ASC" : " DESC") + " LIMIT 1 OFFSET ?", std::move(values),
                         [&](ItemId id) { found = id; });
    return found;
}

void Walk::scan(Session &session, const std::string &what, const std::string &from, const std::function<void(const HotStatement &)> &row)
{
    HotStatement rows(session.raw(), sql(what, from));
    rows.bindAll(values_);
    while (rows.next())
        row(rows);
}

namespace {

/// query_match of everything is the narrowest table that holds every id.
constexpr const char *kAllItems = "query_match";

struct Prepared {
    Walk walk;
    std::string from;
};

Prepared prepare(Session &session, const text::Query &query, const SearchPage &page)
{
    const auto compiled = compileQuery(query);
    const bool led = !compiled.match.empty();
    const std::string column = led ? "item_fts.rowid" : "query_match.item_id";
    Prepared out{Walk(column), led ? "item_fts" : kAllItems};
    if (led)
        out.walk.where("item_fts MATCH ?", binds(compiled.match));
    else
        out.walk.where("query_match.query_id=?", binds(kEverything));
    out.walk.page(session, page);
    out.walk.where(conditionOn(compiled, column), compiled.values);
    return out;
}

} // namespace

Result<std::vector<ItemId>> Items::search(const text::Query &query, const SearchPage &page)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (auto near = searchNear(session, query, page))
            return std::move(*near);
        auto prepared = prepare(session, query, page);
        return prepared.walk.run(session, prepared.from, page.limit);
    });
}

Result<int> Items::count(const text::Query &query, int cap, std::optional<Instant> from, std::optional<Instant> to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        SearchPage page;
        page.from = from;
        page.to = to;
        auto prepared = prepare(session, query, page);
        return prepared.walk.count(session, prepared.from, cap);
    });
}

} // namespace vigie::store
