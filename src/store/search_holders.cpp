// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_holders.hpp"

#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace vigie::store {

namespace {

using text::QueryField;
using Kind = text::QueryNode::Kind;

constexpr int kMostHolders = 8000; ///< gathered in a few milliseconds; what more carry, a walk meets soon

/// `sql` gives the ids and ends with "LIMIT ?".
std::optional<std::vector<ItemId>> gathered(Session &session, const std::string &sql, std::vector<Bound> values)
{
    values.push_back(detail::bound(kMostHolders + 1));
    std::vector<ItemId> out;
    HotStatement rows(session.raw(), sql);
    rows.bindAll(values);
    while (rows.next())
        out.push_back(ItemId{rows.integer(0)});
    if (out.size() > static_cast<std::size_t>(kMostHolders))
        return std::nullopt;
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Compared as search_compile.cpp compares: the matcher has the last word.
std::optional<std::vector<ItemId>> byFollowers(Session &session, const text::QueryRange &range)
{
    constexpr double kRounding = 1e-6;
    if (std::isnan(range.least) || (!std::isfinite(range.least) && !std::isfinite(range.most)))
        return std::nullopt;
    std::string sql = "SELECT i.id FROM member m INDEXED BY member_followers CROSS JOIN item i INDEXED BY item_author ON i.author_id=m.id WHERE m.followers IS NOT NULL";
    std::vector<Bound> values;
    if (std::isfinite(range.least)) {
        sql += " AND m.followers >= ?";
        values.push_back(detail::bound(range.least - kRounding));
    }
    if (std::isfinite(range.most)) {
        sql += " AND m.followers <= ?";
        values.push_back(detail::bound(range.most + kRounding));
    }
    return gathered(session, sql + " LIMIT ?", std::move(values));
}

std::optional<std::pair<ItemId, ItemId>> endsOfTickets(Session &session)
{
    const auto ends = session.one<std::optional<ItemId>, std::optional<ItemId>>("SELECT (SELECT min(item_id) FROM ticket_item), (SELECT max(item_id) FROM ticket_item)");
    const auto first = ends ? std::get<0>(*ends) : std::nullopt, last = ends ? std::get<1>(*ends) : std::nullopt;
    return first && last ? std::pair(*first, *last) : std::pair(ItemId{1}, ItemId{0});
}

} // namespace

Holders holdersOf(Session &session, const text::QueryNode &part)
{
    if (part.kind == Kind::Number)
        return {part.field == QueryField::Followers ? byFollowers(session, part.range) : std::nullopt, {}};
    if (part.kind != Kind::Field)
        return {};
    switch (part.field) {
    case QueryField::Tag:
        return {gathered(session, "SELECT it.item_id FROM tag t CROSS JOIN item_tag it ON it.tag_id=t.id WHERE t.name_folded=? LIMIT ?", binds(part.value)), {}};
    case QueryField::Member:
        return {gathered(session, "SELECT i.id FROM json_each(?) j CROSS JOIN item i INDEXED BY item_author ON i.author_id=j.value LIMIT ?",
                         binds(membersNamed(session, part.value))),
                {}};
    case QueryField::Known:
        if (part.value != "yes")
            return {};
        return {gathered(session, "SELECT i.id FROM (SELECT DISTINCT member_id FROM ticket WHERE outbound>0 AND member_id IS NOT NULL) t"
                                  " CROSS JOIN item i INDEXED BY item_author ON i.author_id=t.member_id LIMIT ?",
                         {}),
                {}};
    case QueryField::Status:
    case QueryField::Assignee:
    case QueryField::Sla:
        if (part.value == "none")
            return {};
        return {{}, endsOfTickets(session)};
    default: return {};
    }
}

} // namespace vigie::store
