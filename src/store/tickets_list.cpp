// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue needs to know of its tickets, gathered in a handful of statements however many there are.
#include <vigie/store/tickets.hpp>

#include <vigie/model/item.hpp>

#include "store/session.hpp"
#include "store/ticket_filter.hpp"
#include "store/tickets_row.hpp"

#include <unordered_map>

namespace vigie::store {

namespace {

using Rows = std::vector<TicketRow>;

std::unordered_map<std::int64_t, std::vector<std::size_t>> byLatest(const Rows &rows)
{
    std::unordered_map<std::int64_t, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < rows.size(); ++i)
        index[rows[i].ticket.latest.value].push_back(i);
    return index;
}

} // namespace

std::vector<TicketRow> completeTickets(Session &session, std::vector<Ticket> tickets)
{
    Rows rows;
    rows.reserve(tickets.size());
    std::vector<TicketId> ids;
    std::vector<ItemId> latest;
    std::vector<MemberId> members;
    for (auto &ticket : tickets) {
        ids.push_back(ticket.id);
        latest.push_back(ticket.latest);
        members.push_back(ticket.member);
        TicketRow row;
        row.ticket = std::move(ticket);
        rows.push_back(std::move(row));
    }
    const auto items = byLatest(rows);
    std::unordered_map<std::int64_t, std::size_t> byTicket;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> byMember;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        byTicket[ids[i].value] = i;
        byMember[members[i].value].push_back(i);
    }
    const auto forLatest = [&](std::int64_t item, const auto &apply) {
        if (const auto found = items.find(item); found != items.end())
            for (const auto i : found->second)
                apply(rows[i]);
    };
    session.each<std::int64_t, std::string, std::string, double, int, int>(
        "SELECT id, coalesce(title || char(10), '') || text, lang, tone, visibility, kind FROM item WHERE id IN (SELECT value FROM json_each(?))",
        binds(idList(latest)), [&](std::int64_t id, const std::string &text, const std::string &lang, double tone, int visibility, int kind) {
            forLatest(id, [&](TicketRow &row) {
                row.latestText = text;
                row.latestLang = lang;
                row.tone = static_cast<float>(tone);
                row.direct = visibility == static_cast<int>(Visibility::Direct);
                row.review = kind == static_cast<int>(ItemKind::Review);
            });
        });
    session.each<std::int64_t, int>("SELECT target_id, count(*) FROM item_ref WHERE relation=? AND target_id IN (SELECT value FROM json_each(?)) GROUP BY target_id",
                                    binds(Relation::RepostOf, idList(latest)),
                                    [&](std::int64_t id, int count) { forLatest(id, [&](TicketRow &row) { row.relays = count; }); });
    session.each<std::int64_t, std::string>(
        "SELECT DISTINCT ti.ticket_id, t.name FROM ticket_item ti JOIN item_tag it ON it.item_id=ti.item_id JOIN tag t ON t.id=it.tag_id "
        "WHERE ti.ticket_id IN (SELECT value FROM json_each(?)) ORDER BY t.name",
        binds(idList(ids)), [&](std::int64_t ticket, std::string name) { rows[byTicket[ticket]].tags.push_back(std::move(name)); });
    session.each<std::int64_t, int>("SELECT ticket_id, count(*) FROM note WHERE ticket_id IN (SELECT value FROM json_each(?)) GROUP BY ticket_id",
                                    binds(idList(ids)), [&](std::int64_t ticket, int count) { rows[byTicket[ticket]].notes = count; });
    session.each<std::int64_t, int>("SELECT member_id, sum(outbound) FROM ticket WHERE member_id IN (SELECT value FROM json_each(?)) GROUP BY member_id",
                                    binds(idList(members)), [&](std::int64_t member, int count) {
                                        for (const auto i : byMember[member])
                                            rows[i].memberExchanges = count;
                                    });
    session.each<std::int64_t, std::optional<double>>("SELECT id, followers FROM member WHERE id IN (SELECT value FROM json_each(?))",
                                                      binds(idList(members)), [&](std::int64_t member, std::optional<double> followers) {
                                                          for (const auto i : byMember[member])
                                                              rows[i].audience = followers.value_or(-1);
                                                      });
    return rows;
}

Result<std::vector<TicketRow>> Tickets::list(const TicketFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<TicketRow>> {
        VIGIE_TRY(auto asked, FilteredTickets::of(session, filter, tx_.now()));
        asked.where.end(" ORDER BY t.created_at DESC, t.id DESC LIMIT ?", asked.rest ? -1 : filter.limit);
        auto found = loadTickets(session, asked.where.sql(), asked.where.takeValues());
        asked.keep(session, found, [](const Ticket &ticket) { return ticket.latest; }, tx_.now());
        if (filter.limit >= 0 && found.size() > static_cast<std::size_t>(filter.limit))
            found.resize(static_cast<std::size_t>(filter.limit));
        return completeTickets(session, std::move(found));
    });
}

Result<std::vector<TicketRow>> Tickets::rows(std::span<const TicketId> ids)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto found = completeTickets(session, loadTickets(session, " WHERE t.id IN (SELECT value FROM json_each(?))", binds(idList(ids))));
        std::unordered_map<std::int64_t, std::size_t> where;
        for (std::size_t i = 0; i < found.size(); ++i)
            where[found[i].ticket.id.value] = i;
        std::vector<TicketRow> ordered;
        for (const auto id : ids)
            if (const auto at = where.find(id.value); at != where.end())
                ordered.push_back(found[at->second]);
        return ordered;
    });
}

} // namespace vigie::store
