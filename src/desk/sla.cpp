// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sla_case.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/intent.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr int kLiveMarks = 200; ///< so many are worked out while somebody waits; more of them show what is kept

/// What makes a ticket urgent by itself: terms that only grow with time are left out, or a policy would change by waiting.
double standingPoints(const store::TicketRow &row, const QueueWeights &weights, Instant now)
{
    double points = 0;
    for (const auto &term : score(row, weights, now).terms)
        if (term.key != "waiting" && term.key != "deadline")
            points += term.points;
    return points;
}

const SlaEvent *find(const std::map<TicketId, std::vector<SlaEvent>> &kept, TicketId ticket, SlaTarget target, int sequence)
{
    const auto of = kept.find(ticket);
    if (of == kept.end())
        return nullptr;
    const auto found = std::find_if(of->second.begin(), of->second.end(), [&](const SlaEvent &event) { return event.target == target && event.sequence == sequence; });
    return found != of->second.end() ? &*found : nullptr;
}

std::vector<TicketId> ticketsOf(std::span<const store::SlaMark> marks)
{
    std::vector<TicketId> ids;
    for (const auto &mark : marks)
        ids.push_back(mark.ticket);
    return ids;
}

} // namespace

Result<std::shared_ptr<BusinessTime>> CalendarShelf::get(CalendarId id, int version)
{
    auto &known = known_[{id, version}];
    if (!known) {
        VIGIE_TRY(auto calendar, store::Sla(tx_).calendar(id, version));
        VIGIE_TRY(auto time, BusinessTime::of(std::move(calendar)));
        known = std::make_shared<BusinessTime>(std::move(time));
    }
    return known;
}

Result<void> CalendarShelf::put(const BusinessCalendar &calendar)
{
    VIGIE_TRY(auto time, BusinessTime::of(calendar));
    known_[{calendar.id, calendar.version}] = std::make_shared<BusinessTime>(std::move(time));
    return {};
}

Result<SlaSetup> SlaDesk::setup()
{
    SlaSetup out;
    VIGIE_TRY(out.calendars, store::Sla(tx_).calendars());
    VIGIE_TRY(out.policies, store::Sla(tx_).policies());
    return out;
}

Result<std::vector<SlaDesk::Case>> SlaDesk::cases(std::span<const TicketId> ids)
{
    VIGIE_TRY(const auto rows, store::Tickets(tx_).rows(ids));
    VIGIE_TRY(auto origins, store::Sla(tx_).origins(ids));
    VIGIE_TRY(const auto weights, Desk(tx_).weights());
    std::unordered_map<TicketId, store::SlaOrigin *> byTicket;
    for (auto &origin : origins)
        byTicket[origin.ticket] = &origin;
    std::vector<Case> out;
    for (const auto &row : rows) {
        const auto origin = byTicket.find(row.ticket.id);
        if (origin == byTicket.end())
            continue;
        const auto intent = text::intentOf(row.latestText, row.latestLang);
        Case one{row.ticket.id, {row.ticket.account, origin->second->network, row.latestLang, row.tags, row.direct, row.review, intent.complaint, intent.question,
                                 standingPoints(row, weights, tx_.now())}, spellsOf(std::move(origin->second->moments), tx_.now())};
        out.push_back(std::move(one));
    }
    return out;
}

Result<SlaEvent> SlaDesk::judgedBy(const SlaSpell &spell, TicketId ticket, const SlaPolicy &policy, int calendarVersion)
{
    VIGIE_TRY(const auto time, shelf_.get(policy.calendar, calendarVersion));
    auto event = judge(spell, policy.promised(spell.target).value_or(0), *time);
    event.ticket = ticket;
    event.policy = policy.id;
    event.policyVersion = policy.version;
    event.calendar = policy.calendar;
    event.calendarVersion = time->calendar().version;
    return event;
}

Result<SlaEvent> SlaDesk::eventOf(const SlaSpell &spell, const Case &one, const SlaSetup &setup, const std::map<TicketId, std::vector<SlaEvent>> &kept, bool anew)
{
    auto free = judgeFree(spell);
    free.ticket = one.ticket;
    const auto *before = find(kept, one.ticket, spell.target, spell.sequence);
    if (spell.until && before != nullptr && (before->endedAt || !anew)) {
        // It is over: by what it was counted by when it ended, whatever was changed since.
        if (!before->policy)
            return free;
        VIGIE_TRY(const auto policy, store::Sla(tx_).policy(before->policy, before->policyVersion));
        return judgedBy(spell, one.ticket, policy, before->calendarVersion);
    }
    const auto *policy = policyFor(setup.policies, one.facts, spell.target);
    if (policy == nullptr)
        return free;
    if (spell.until) { // what had ended before anything was promised was promised nothing
        const auto since = store::Sla(tx_).policySince(policy->id);
        if (!since || *since > *spell.until)
            return free;
    }
    const auto calendar = std::find_if(setup.calendars.begin(), setup.calendars.end(), [&](const BusinessCalendar &c) { return c.id == policy->calendar; });
    return judgedBy(spell, one.ticket, *policy, calendar != setup.calendars.end() ? calendar->version : 0);
}

Result<std::vector<SlaEvent>> SlaDesk::eventsOf(const Case &one, const SlaSetup &setup, const std::map<TicketId, std::vector<SlaEvent>> &kept, bool anew)
{
    Events out;
    for (const auto &spell : one.spells) {
        VIGIE_TRY(auto event, eventOf(spell, one, setup, kept, anew));
        out.push_back(event);
    }
    return out;
}

Result<void> SlaDesk::workOut(std::span<const store::SlaMark> marks, const SlaSetup &setup, const std::function<Result<void>(TicketId, Events)> &take)
{
    const auto ids = ticketsOf(marks);
    VIGIE_TRY(const auto all, cases(ids));
    VIGIE_TRY(const auto kept, store::Sla(tx_).events(ids));
    std::unordered_map<TicketId, bool> anew;
    for (const auto &mark : marks)
        anew[mark.ticket] = mark.anew;
    for (const auto &one : all) {
        VIGIE_TRY(auto events, eventsOf(one, setup, kept, anew[one.ticket]));
        VIGIE_CHECK(take(one.ticket, std::move(events)));
    }
    return {};
}

Result<int> SlaDesk::catchUp(int limit)
{
    store::Sla sla(tx_);
    VIGIE_TRY(const auto marks, sla.marks(limit));
    if (marks.empty())
        return 0;
    VIGIE_TRY(const auto now, setup());
    VIGIE_CHECK(workOut(marks, now, [&](TicketId ticket, Events events) {
        return sla.keep(ticket, events, store::clockOf(events));
    }));
    for (const auto &mark : marks)
        if (mark.anew) // others were shown as they are now from the moment they changed
            tx_.change().tickets.push_back(mark.ticket);
    return static_cast<int>(marks.size());
}

Result<std::unordered_map<TicketId, SlaClock>> SlaDesk::clocks()
{
    store::Sla sla(tx_);
    std::unordered_map<TicketId, SlaClock> out;
    VIGIE_TRY(const auto now, setup());
    if (now.policies.empty())
        return out;
    VIGIE_TRY(const auto kept, sla.clocks());
    out.reserve(kept.size());
    for (const auto &clock : kept)
        out.emplace(clock.ticket, clock);
    VIGIE_TRY(const auto marks, sla.marks(kLiveMarks + 1));
    if (marks.empty() || marks.size() > kLiveMarks)
        return out;
    VIGIE_CHECK(workOut(marks, now, [&out](TicketId ticket, const Events &events) -> Result<void> {
        if (const auto clock = store::clockOf(events))
            out[ticket] = *clock;
        else
            out.erase(ticket);
        return {};
    }));
    return out;
}

Result<std::unordered_map<TicketId, SlaClock>> SlaDesk::clocks(std::span<const TicketId> ids)
{
    // For rows in sight: few, and worked out there and then they are right whatever is still to be caught up with.
    std::vector<store::SlaMark> marks;
    for (const auto id : ids)
        marks.push_back({id, false});
    VIGIE_TRY(const auto now, setup());
    std::unordered_map<TicketId, SlaClock> out;
    if (now.policies.empty())
        return out;
    VIGIE_CHECK(workOut(marks, now, [&out](TicketId ticket, const Events &events) -> Result<void> {
        if (const auto clock = store::clockOf(events))
            out.emplace(ticket, *clock);
        return {};
    }));
    return out;
}

} // namespace vigie::desk
