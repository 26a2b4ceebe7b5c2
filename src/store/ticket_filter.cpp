// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_filter.hpp"

#include "store/desk_facts.hpp"
#include "store/search_compile.hpp"

#include <vigie/text/fold.hpp>

namespace vigie::store {

namespace {

constexpr const char *kTagOrBelow =
    "EXISTS (SELECT 1 FROM ticket_item ti JOIN item_tag it ON it.item_id=ti.item_id WHERE ti.ticket_id=t.id AND it.tag_id IN ("
    "WITH RECURSIVE below(id) AS (SELECT id FROM tag WHERE name_folded=? UNION SELECT g.id FROM tag g JOIN below ON g.parent_id=below.id)"
    " SELECT id FROM below))";

Result<void> addSource(Session &session, const std::string &source, FilteredTickets &to, Instant now)
{
    VIGIE_TRY(const auto query, parsedAndBound(session, source, now));
    auto compiled = compileQuery(session, query, now);
    const std::string latest = "t.latest_item_id";
    if (!compiled.match.empty())
        to.where.add("t.latest_item_id IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)", compiled.match);
    if (compiled.from)
        to.where.add("(SELECT published_at FROM item WHERE id=t.latest_item_id) >= ?", *compiled.from);
    if (compiled.to)
        to.where.add("(SELECT published_at FROM item WHERE id=t.latest_item_id) < ?", *compiled.to);
    if (!compiled.condition.empty())
        to.where.addBound(conditionOn(compiled, latest), compiled.values);
    to.rest = std::move(compiled.rest);
    return {};
}

} // namespace

Result<FilteredTickets> FilteredTickets::of(Session &session, const QueueFilter &asked, Instant now)
{
    const auto &filter = asked.tickets;
    FilteredTickets out;
    auto &where = out.where;
    // Whoever asks for the ticket of an item wants it in whatever state it is.
    if (!filter.statuses.empty())
        where.addNames("t.status", filter.statuses);
    else if (!filter.involving)
        where.add("t.status IN ('new', 'open', 'waiting_inside', 'waiting_member')");
    if (filter.owner)
        where.add("t.owner=?", *filter.owner);
    if (filter.account)
        where.add("t.account_id=?", *filter.account);
    if (!filter.withSnoozed && !filter.involving)
        where.add("t.snooze_due_at IS NULL");
    if (!filter.tag.empty())
        where.add(kTagOrBelow, text::fold(filter.tag));
    if (!asked.lang.empty())
        where.add("(SELECT lang FROM item WHERE id=t.latest_item_id)=?", asked.lang);
    if (filter.involving)
        where.add("EXISTS (SELECT 1 FROM ticket_item ti WHERE ti.ticket_id=t.id AND ti.item_id=?)", *filter.involving);
    if (!asked.source.empty())
        VIGIE_CHECK(addSource(session, asked.source, out, now));
    return out;
}

} // namespace vigie::store
