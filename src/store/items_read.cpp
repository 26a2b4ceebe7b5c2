// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/items.hpp>

#include "store/items_row.hpp"
#include "store/relay_rows.hpp"

#include <unordered_map>

namespace vigie::store {

namespace {

/// Originals with what belongs to them; an item whose cluster is not found yet keeps the reposts that name it.
template <class With>
void decorateRelays(Session &session, const std::string &list, const With &with)
{
    session.each<ItemId, int>("SELECT y.item_id, y.how FROM json_each(?) j CROSS JOIN relay y ON y.item_id=j.value", binds(list),
                              [&](ItemId id, int how) { with(id, [&](ItemRow &row) { row.relay = how != static_cast<int>(RelayHow::Reaction); }); });
    std::vector<ItemId> originals;
    session.each<ItemId, int, int>("SELECT y.root_id, sum(y.how<>5), sum(y.how=5) FROM json_each(?) j CROSS JOIN relay y ON y.root_id=j.value GROUP BY y.root_id",
                                   binds(list), [&](ItemId id, int relays, int reactions) {
                                       originals.push_back(id);
                                       with(id, [&](ItemRow &row) {
                                           row.relays = relays;
                                           row.reactions = reactions;
                                       });
                                   });
    for (const auto id : originals)
        with(id, [&](ItemRow &row) { row.reactions += answersTo(session, id); });
}

/// What other tables say of the items of one page, one statement each.
void decorate(Session &session, const std::string &list, std::unordered_map<ItemId, ItemRow *> &rows)
{
    const auto with = [&](ItemId id, auto &&apply) {
        if (const auto it = rows.find(id); it != rows.end())
            apply(*it->second);
    };
    session.each<ItemId, TicketId, std::string, std::optional<Instant>>(
        "SELECT ti.item_id, t.id, t.status, t.snooze_due_at FROM json_each(?) j CROSS JOIN ticket_item ti ON ti.item_id=j.value"
        " JOIN ticket t ON t.id=ti.ticket_id ORDER BY t.id",
        binds(list), [&](ItemId id, TicketId ticket, const std::string &status, std::optional<Instant> snoozed) {
            with(id, [&](ItemRow &row) {
                row.ticket = ticket;
                row.status = snoozed ? "snoozed" : status;
            });
        });
    session.each<ItemId, std::string>(
        "SELECT it.item_id, t.name FROM json_each(?) j CROSS JOIN item_tag it ON it.item_id=j.value JOIN tag t ON t.id=it.tag_id"
        " ORDER BY it.item_id, t.name_folded",
        binds(list), [&](ItemId id, std::string name) { with(id, [&](ItemRow &row) { row.tags.push_back(std::move(name)); }); });
    session.each<ItemId, int>(
        "SELECT r.target_id, count(*) FROM json_each(?) j CROSS JOIN item_ref r ON r.target_id=j.value WHERE r.relation=? GROUP BY r.target_id",
        binds(list, Relation::RepostOf), [&](ItemId id, int relays) { with(id, [&](ItemRow &row) { row.relays = relays; }); });
    decorateRelays(session, list, with);
    session.each<ItemId, int>(
        "SELECT v.item_id, count(*) FROM json_each(?) j CROSS JOIN item_revision v ON v.item_id=j.value GROUP BY v.item_id",
        binds(list), [&](ItemId id, int revisions) { with(id, [&](ItemRow &row) { row.revisions = revisions; }); });
}

} // namespace

Result<std::vector<ItemRow>> Items::rows(std::span<const ItemId> ids)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ItemRow> out;
        out.reserve(ids.size());
        for (auto &row : loadItems(session, ids)) {
            ItemRow decorated;
            decorated.item = std::move(row.item);
            out.push_back(std::move(decorated));
        }
        std::unordered_map<ItemId, ItemRow *> places;
        for (auto &row : out)
            places.emplace(row.item.id, &row);
        if (!out.empty())
            decorate(session, idList(ids), places);
        return out;
    });
}

} // namespace vigie::store
