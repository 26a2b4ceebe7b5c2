// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/originals.hpp"
#include "store/search.hpp"
#include "store/step_watch.hpp"

#include <algorithm>
#include <exception>

namespace vigie::store {

void Walk::where(const std::string &condition, const std::vector<Bound> &values)
{
    if (condition.empty())
        return;
    where_ += where_.empty() ? " WHERE " : " AND ";
    where_ += "(" + condition + ")";
    values_.insert(values_.end(), values.begin(), values.end());
}

void Walk::within(ItemId first, ItemId last)
{
    first_ = std::max(first_, first);
    last_ = std::min(last_, last);
}

void Walk::page(Session &session, const SearchPage &page)
{
    oldestFirst_ = page.oldestFirst;
    if (originalsOnly(session))
        where(column_ == "query_match.item_id" ? "query_match.relay=0" : "(SELECT relay FROM query_match WHERE query_id=0 AND item_id=" + column_ + ")=0");
    if (page.before && page.oldestFirst)
        within(ItemId{page.before.value + 1}, kLast);
    else if (page.before)
        within(kFirst, ItemId{page.before.value - 1});
    if (!page.from && !page.to)
        return;
    const auto range = idRange(session, page.from, page.to);
    // The id tells the second, but for items that found theirs full; only those at the edges are looked up.
    if (page.from) {
        within(range.first, kLast);
        if (range.first != range.safeFirst)
            where(column_ + " >= ? OR (SELECT published_at FROM item WHERE id=" + column_ + ") >= ?", binds(range.safeFirst, *page.from));
    }
    if (page.to) {
        within(kFirst, ItemId{range.last.value - 1});
        if (range.last != range.safeLast)
            where(column_ + " < ? OR (SELECT published_at FROM item WHERE id=" + column_ + ") < ?", binds(range.safeLast, *page.to));
    }
}

std::string Walk::sql(const std::string &what, const std::string &from) const
{
    std::string conditions = where_;
    const auto add = [&](const char *comparison) { conditions.append(conditions.empty() ? " WHERE " : " AND ").append(column_).append(comparison); };
    if (first_ != kFirst)
        add(" >= ?");
    if (last_ != kLast)
        add(" <= ?");
    return "SELECT " + what + " FROM " + from + conditions;
}

std::vector<Bound> Walk::valuesWith(std::optional<long long> last) const
{
    auto values = values_;
    if (first_ != kFirst)
        values.push_back(detail::bound(first_));
    if (last_ != kLast)
        values.push_back(detail::bound(last_));
    if (last)
        values.push_back(detail::bound(*last));
    return values;
}

std::vector<ItemId> Walk::run(Session &session, const std::string &from, int limit)
{
    std::vector<ItemId> out;
    gather(session, from, limit, out);
    return out;
}

void Walk::gather(Session &session, const std::string &from, int limit, std::vector<ItemId> &out)
{
    if (empty())
        return;
    session.each<ItemId>(sql(column_, from) + " ORDER BY " + column_ + (oldestFirst_ ? " ASC" : " DESC") + " LIMIT ?", valuesWith(limit),
                         [&](ItemId id) { out.push_back(id); });
}

bool Walk::runUntil(Session &session, const std::string &from, int limit, std::chrono::steady_clock::time_point end, std::vector<ItemId> &out)
{
    const StepWatch watch(session, [end] { return std::chrono::steady_clock::now() >= end; });
    try {
        gather(session, from, limit, out);
    } catch (const std::exception &) {
        if (!watch.ended())
            throw;
        return false;
    }
    return true;
}

int Walk::count(Session &session, const std::string &from, int cap)
{
    int count = 0;
    if (!empty())
        session.each<int>("SELECT count(*) FROM (" + sql(column_, from) + " LIMIT ?)", valuesWith(static_cast<long long>(cap) + 1), [&](int n) { count = n; });
    return count;
}

std::optional<ItemId> Walk::nth(Session &session, const std::string &from, int n)
{
    std::optional<ItemId> found;
    if (!empty())
        session.each<ItemId>(sql(column_, from) + " ORDER BY " + column_ + (oldestFirst_ ? " ASC" : " DESC") + " LIMIT 1 OFFSET ?", valuesWith(n - 1),
                             [&](ItemId id) { found = id; });
    return found;
}

void Walk::scan(Session &session, const std::string &what, const std::string &from, const std::function<void(const HotStatement &)> &row)
{
    const auto values = valuesWith();
    HotStatement rows(session.raw(), sql(what, from));
    rows.bindAll(values);
    while (rows.next())
        row(rows);
}

} // namespace vigie::store
