// SPDX-License-Identifier: GPL-3.0-or-later
// Which mentions a rule's condition holds for, and what it can see of them: many at a time.
#include <vigie/store/rules.hpp>

#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"
#include "store/queries_fill.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"
#include "store/tickets_row.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace vigie::store {

namespace {

Walk everything(Session &session, Instant since, ItemId below)
{
    SearchPage page;
    page.before = below;
    page.from = since;
    Walk walk("query_match.item_id");
    walk.where("query_match.query_id=?", binds(kEverything));
    walk.page(session, page);
    return walk;
}

} // namespace

Result<std::vector<ItemId>> Rules::holding(const Rule &rule, std::span<const ItemId> items)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ItemId>> {
        if (rule.source.empty())
            return std::vector<ItemId>(items.begin(), items.end());
        VIGIE_TRY(auto query, parsedAndBound(session, rule.source, tx_.now()));
        return Confirmer(session, std::move(query), tx_.now()).keep(items);
    });
}

Result<bool> Rules::holdingInHistory(const Rule &rule, Instant since, int slice, ItemId &below, std::int64_t &looked, std::vector<ItemId> &found)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<bool> {
        VIGIE_TRY(const auto query, parsedAndBound(session, rule.source, tx_.now()));
        auto walk = everything(session, since, below);
        const auto lowest = walk.nth(session, "query_match", std::max(slice, 1));
        found = matchesIn(session, compileQuery(session, query, tx_.now()), {below, lowest, since}, tx_.now());
        if (!lowest) {
            looked += walk.count(session, "query_match", std::numeric_limits<int>::max() - 1);
            return false;
        }
        looked += std::max(slice, 1);
        below = *lowest;
        return true;
    });
}

Result<std::int64_t> Rules::countSince(Instant since)
{
    auto &session = tx_.session();
    return session.guard([&] { return static_cast<std::int64_t>(everything(session, since, {}).count(session, "query_match", std::numeric_limits<int>::max() - 1)); });
}

Result<std::vector<RuleSubject>> Rules::subjects(std::span<const ItemId> items)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto list = idList(items);
        std::vector<RuleSubject> out;
        out.reserve(items.size());
        std::unordered_map<ItemId, std::size_t> places;
        auto &rows = session.hot("SELECT i.id, i.ours IS NOT NULL FROM json_each(?) j CROSS JOIN item i ON i.id=j.value");
        rows.bind(list);
        while (rows.next()) {
            RuleSubject subject;
            subject.item = ItemId{rows.integer(0)};
            subject.ours = rows.integer(1) != 0;
            places.emplace(subject.item, out.size());
            out.push_back(std::move(subject));
        }
        std::unordered_map<TicketId, std::vector<std::size_t>> of;
        auto &links = session.hot("SELECT ti.item_id, max(ti.ticket_id) FROM json_each(?) j CROSS JOIN ticket_item ti ON ti.item_id=j.value GROUP BY ti.item_id");
        links.bind(list);
        while (links.next())
            of[TicketId{links.integer(1)}].push_back(places[ItemId{links.integer(0)}]);
        std::vector<TicketId> tickets;
        for (const auto &[ticket, where] : of)
            tickets.push_back(ticket);
        const auto held = idList(tickets);
        for (auto &ticket : loadTickets(session, " WHERE t.id IN (SELECT value FROM json_each(?))", binds(held)))
            for (const auto place : of[ticket.id])
                out[place].ticket = ticket;
        auto &tags = session.hot("SELECT it.item_id, g.name FROM json_each(?) j CROSS JOIN item_tag it ON it.item_id=j.value JOIN tag g ON g.id=it.tag_id ORDER BY g.name");
        tags.bind(list);
        while (tags.next())
            out[places[ItemId{tags.integer(0)}]].tags.emplace_back(tags.text(1));
        session.each<TicketId, double>("SELECT ticket_id, points FROM ticket_bump WHERE ticket_id IN (SELECT value FROM json_each(?))", binds(held),
                                       [&](TicketId ticket, double points) {
                                           for (const auto place : of[ticket])
                                               out[place].bump = points;
                                       });
        session.each<TicketId>("SELECT DISTINCT ticket_id FROM reply_draft WHERE ticket_id IN (SELECT value FROM json_each(?))", binds(held), [&](TicketId ticket) {
            for (const auto place : of[ticket])
                out[place].draft = true;
        });
        return out;
    });
}

Result<std::vector<LateRow>> Rules::unseen(RuleId rule, std::vector<LateRow> late)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::unordered_map<std::int64_t, std::int64_t> marks;
        session.each<std::int64_t, std::int64_t>("SELECT ticket_id, mark FROM rule_seen WHERE rule_id=?", binds(rule), [&](std::int64_t ticket, std::int64_t mark) { marks.emplace(ticket, mark); });
        std::erase_if(late, [&](const LateRow &row) {
            const auto seen = marks.find(row.ticket.value);
            return seen != marks.end() && seen->second == toMicros(row.wait);
        });
        return late;
    });
}

} // namespace vigie::store
