// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/desk.hpp>
#include <vigie/desk/sla.hpp>

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr const char *kWeightsKey = "queue.weights";
constexpr const char *kPerson = "person";

Result<std::vector<Ticket>> load(store::Tx &tx, std::span<const TicketId> ids)
{
    store::Tickets tickets(tx);
    std::vector<Ticket> loaded;
    loaded.reserve(ids.size());
    for (const auto id : ids) {
        VIGIE_TRY(auto ticket, tickets.get(id));
        loaded.push_back(std::move(ticket));
    }
    return loaded;
}

/// One undoable action over many tickets: the change set is opened first, then every row is changed and saved.
template <class Change>
Result<ChangeSetId> changeAll(store::Tx &tx, std::span<const TicketId> ids, const char *action, const Change &change)
{
    if (ids.empty())
        return fail(Errc::InvalidInput, "no ticket was chosen");
    VIGIE_TRY(auto loaded, load(tx, ids));
    store::Tickets tickets(tx);
    VIGIE_TRY(const auto set, tickets.beginChangeSet(action));
    for (auto &ticket : loaded) {
        change(ticket);
        VIGIE_CHECK(tickets.save(ticket, kPerson));
    }
    return set;
}

/// None when nothing is promised or the clock stands still.
std::optional<double> hoursLeft(SlaDesk &levels, const std::unordered_map<TicketId, SlaClock> &clocks, TicketId ticket, Instant now)
{
    const auto found = clocks.find(ticket);
    if (found == clocks.end() || !found->second.dueAt)
        return std::nullopt;
    const auto time = levels.shelf().get(found->second.calendar, found->second.calendarVersion);
    return time ? std::optional(static_cast<double>(secondsLeft(found->second, **time, now)) / 3600) : std::nullopt;
}

const char *actionOf(TicketStatus status)
{
    switch (status) {
    case TicketStatus::Done: return "done";
    case TicketStatus::Ignored: return "ignore";
    case TicketStatus::New:
    case TicketStatus::Open: return "reopen";
    case TicketStatus::WaitingInside: return "waiting_inside";
    case TicketStatus::WaitingMember: return "waiting_member";
    }
    return "status";
}

} // namespace

Result<ChangeSetId> Desk::setStatus(std::span<const TicketId> tickets, TicketStatus status)
{
    return changeAll(tx_, tickets, actionOf(status), [status](Ticket &ticket) {
        ticket.status = status;
        ticket.snooze.reset();
        if (status == TicketStatus::Done || status == TicketStatus::Ignored)
            ticket.waitingSince.reset(); // nobody is kept waiting by a closed ticket
    });
}

Result<ChangeSetId> Desk::assign(std::span<const TicketId> tickets, const std::string &owner)
{
    return changeAll(tx_, tickets, "assign", [&owner](Ticket &ticket) {
        ticket.owner = owner;
        if (ticket.status == TicketStatus::New && !owner.empty())
            ticket.status = TicketStatus::Open;
    });
}

Result<ChangeSetId> Desk::snooze(std::span<const TicketId> tickets, const WallTime &wall, const std::string &zone)
{
    VIGIE_TRY(const auto due, toInstant(wall, zone));
    if (due.at <= tx_.now())
        return fail(Errc::InvalidInput, "the time to come back at has already passed");
    return changeAll(tx_, tickets, "snooze", [&](Ticket &ticket) { ticket.snooze = Snooze{wall, zone, due.at}; });
}

Result<ChangeSetId> Desk::tag(std::span<const TicketId> tickets, const std::string &tag, bool on)
{
    if (tickets.empty())
        return fail(Errc::InvalidInput, "no ticket was chosen");
    VIGIE_TRY(const auto loaded, load(tx_, tickets));
    std::vector<ItemId> items;
    items.reserve(loaded.size());
    for (const auto &ticket : loaded)
        items.push_back(ticket.latest);
    return tagItems(items, tag, on);
}

Result<ChangeSetId> Desk::tagItems(std::span<const ItemId> items, const std::string &tag, bool on)
{
    if (tag.empty())
        return fail(Errc::InvalidInput, "a tag needs a name");
    VIGIE_TRY(const auto set, store::Tickets(tx_).beginChangeSet(on ? "tag" : "untag"));
    store::Queries queries(tx_);
    VIGIE_TRY(const auto id, queries.ensureTag(tag));
    for (const auto item : items)
        VIGIE_CHECK(queries.setTag(item, id, on));
    return set;
}

Result<NoteId> Desk::note(TicketId ticket, const std::string &text, const std::string &author)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "an empty note was not kept");
    store::Tickets tickets(tx_);
    VIGIE_CHECK(tickets.beginChangeSet("note"));
    return tickets.addNote(Note{{}, ticket, text, author, tx_.now()});
}

Result<ChangeSetId> Desk::setTone(ItemId item, int label)
{
    if (label < -1 || label > 1)
        return fail(Errc::InvalidInput, "a tone is -1, 0 or 1");
    VIGIE_TRY(const auto set, store::Tickets(tx_).beginChangeSet("tone"));
    VIGIE_CHECK(store::Items(tx_).setTone(item, label));
    return set;
}

Result<store::ChangeSet> Desk::undo()
{
    return store::Tickets(tx_).undoLast();
}

Result<std::vector<TicketId>> Desk::wakeDue()
{
    store::Tickets tickets(tx_);
    VIGIE_TRY(const auto due, tickets.due(tx_.now()));
    std::vector<TicketId> woken;
    for (const auto id : due) {
        VIGIE_TRY(auto ticket, tickets.get(id));
        if (!ticket.snooze)
            continue;
        // The stored instant is a cache of wall and zone: a zone update may have moved it since.
        const auto again = toInstant(ticket.snooze->wall, ticket.snooze->zone);
        if (again && again->at > tx_.now()) {
            ticket.snooze->due = again->at;
        } else {
            ticket.snooze.reset();
            if (ticket.status == TicketStatus::Done)
                ticket.status = TicketStatus::Open;
            woken.push_back(id);
        }
        VIGIE_CHECK(tickets.save(ticket, "clock"));
    }
    return woken;
}

Result<QueueWeights> Desk::weights()
{
    VIGIE_TRY(const auto stored, store::Settings(tx_).get(kWeightsKey));
    if (!stored)
        return QueueWeights{};
    return QueueWeights::fromJson(*stored);
}

Result<void> Desk::setWeights(const QueueWeights &weights)
{
    return store::Settings(tx_).set(kWeightsKey, weights.toJson());
}

Result<std::vector<QueueEntry>> Desk::queue(const store::TicketFilter &filter)
{
    VIGIE_TRY(const auto use, weights());
    VIGIE_TRY(const auto rows, store::Tickets(tx_).list(filter));
    SlaDesk levels(tx_);
    VIGIE_TRY(const auto clocks, levels.clocks());
    struct Ranked {
        QueueEntry entry;
        Instant asked;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(rows.size());
    for (const auto &row : rows)
        ranked.push_back(Ranked{score(row, use, tx_.now(), hoursLeft(levels, clocks, row.ticket.id, tx_.now())), row.ticket.waitingSince.value_or(row.ticket.createdAt)});
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        if (a.entry.score != b.entry.score)
            return a.entry.score > b.entry.score;
        if (a.asked != b.asked)
            return a.asked < b.asked;
        return a.entry.ticket < b.entry.ticket;
    });
    std::vector<QueueEntry> entries;
    entries.reserve(ranked.size());
    for (auto &one : ranked)
        entries.push_back(std::move(one.entry));
    return entries;
}

} // namespace vigie::desk
