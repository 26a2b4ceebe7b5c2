// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/desk.hpp>
#include <vigie/desk/promises.hpp>
#include <vigie/desk/ranking.hpp>
#include <vigie/desk/rules.hpp>
#include <vigie/desk/sla.hpp>

#include <vigie/desk/inside_time.hpp>
#include <vigie/desk/relay_back.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tickets_many.hpp>

#include <algorithm>
#include <set>

namespace vigie::desk {

namespace {

constexpr const char *kWeightsKey = "queue.weights";
constexpr const char *kPerson = "person";

/// One undoable action over many tickets: the change set is opened first, then every row is changed and saved.
template <class Change>
Result<ChangeSetId> changeAll(store::Tx &tx, std::span<const TicketId> ids, const char *action, const Change &change)
{
    if (ids.empty())
        return fail(Errc::InvalidInput, "no ticket was chosen");
    store::Tickets tickets(tx);
    VIGIE_TRY(const auto before, store::loadAll(tx, ids));
    VIGIE_TRY(const auto set, tickets.beginChangeSet(action));
    auto after = before;
    for (auto &ticket : after)
        change(ticket);
    VIGIE_CHECK(store::saveAll(tx, before, after, kPerson));
    VIGIE_CHECK(RuleRun(tx).changed(ids)); // what they do goes back with the decision
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

/// What was promised in words presses like a deadline: from so many hours before it is due, and twice as much when it is late.
void addPromise(QueueEntry &entry, Instant due, const QueueWeights &weights, Instant now)
{
    const double left = std::chrono::duration<double, std::ratio<3600>>(due - now).count();
    const double share = weights.deadlineHours > 0 ? std::clamp((weights.deadlineHours - left) / weights.deadlineHours, 0.0, 2.0) : 0;
    const ScoreTerm term{"promise", left, weights.deadline * share}; // said even while it adds nothing: it is a reason to look
    entry.score += term.points;
    entry.terms.insert(std::find_if(entry.terms.begin(), entry.terms.end(), [&](const ScoreTerm &other) { return other.points < term.points; }), term);
}

/// What stands first has the largest key.
double keyOf(const store::QueueFacts &facts, double score, QueueOrder order)
{
    switch (order) {
    case QueueOrder::Priority: return score;
    case QueueOrder::Oldest: return -static_cast<double>(toMicros(facts.waitingSince.value_or(facts.createdAt)));
    case QueueOrder::Newest: return static_cast<double>(facts.latest.value);
    case QueueOrder::Changed: return static_cast<double>(toMicros(facts.changedAt));
    }
    return score;
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

/// What they do goes back with the decision.
Result<void> showToRules(store::Tx &tx, std::span<const ItemId> items)
{
    VIGIE_TRY(const auto rules, store::Rules(tx).active(RuleMoment::Changes));
    if (rules.empty())
        return {};
    std::set<TicketId> tickets;
    for (const auto item : items) {
        VIGIE_TRY(const auto ticket, store::Tickets(tx).forItem(item));
        if (ticket)
            tickets.insert(*ticket);
    }
    const std::vector<TicketId> changed(tickets.begin(), tickets.end());
    VIGIE_CHECK(RuleRun(tx).changed(changed));
    return {};
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
    VIGIE_TRY(const auto loaded, store::loadAll(tx_, tickets));
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
    VIGIE_CHECK(showToRules(tx_, items));
    return set;
}

Result<NoteId> Desk::note(TicketId ticket, const std::string &text, const std::string &author)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "an empty note was not kept");
    store::Tickets tickets(tx_);
    VIGIE_CHECK(tickets.beginChangeSet("note"));
    return tickets.addNote(Note{{}, ticket, NoteWords(text), author, tx_.now()});
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
    return ranked(tx_, filter);
}

Result<std::vector<QueueEntry>> ranked(store::Tx &tx, const store::QueueFilter &filter, QueueOrder order)
{
    VIGIE_TRY(const auto use, Desk(tx).weights());
    VIGIE_TRY(auto facts, store::Queue(tx).facts(filter));
    SlaDesk levels(tx);
    VIGIE_TRY(const auto clocks, levels.clocks());
    VIGIE_TRY(const auto promised, promisesDue(tx));
    VIGIE_TRY(const auto inside, lateInside(tx));
    struct Ranked {
        double score;
        std::size_t place;
    };
    std::vector<QueueEntry> scored;
    std::vector<Ranked> placed;
    scored.reserve(facts.size());
    placed.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        scored.push_back(score(facts[i], use, tx.now(), hoursLeft(levels, clocks, facts[i].ticket, tx.now())));
        if (const auto due = promised.find(facts[i].ticket); due != promised.end())
            addPromise(scored.back(), due->second, use, tx.now());
        if (const auto late = inside.find(facts[i].ticket); late != inside.end())
            addTerm(scored.back(), {"service_late", late->second, use.serviceLate});
        placed.push_back({keyOf(facts[i], scored.back().score, order), i});
    }
    std::sort(placed.begin(), placed.end(), [&facts](const Ranked &a, const Ranked &b) {
        if (a.score != b.score)
            return a.score > b.score;
        const auto &one = facts[a.place], &other = facts[b.place];
        const auto asked = one.waitingSince.value_or(one.createdAt), otherAsked = other.waitingSince.value_or(other.createdAt);
        return asked != otherAsked ? asked < otherAsked : one.ticket < other.ticket;
    });
    std::vector<QueueEntry> entries;
    entries.reserve(placed.size());
    for (const auto &one : placed)
        entries.push_back(std::move(scored[one.place]));
    VIGIE_CHECK(raiseAnswered(tx, entries));
    return entries;
}

} // namespace vigie::desk
