// SPDX-License-Identifier: GPL-3.0-or-later
// Changing hours and promises: what is wrong with them, what they would do to what is open, keeping them, and why a clock stands
// where it stands.
#include "desk/sla_case.hpp"

#include "desk/day_book.hpp"

#include <vigie/desk/inside_time.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::size_t kSlice = 500;
constexpr int kMostCaughtUp = 2000;
constexpr std::int64_t kLongest = 366LL * 24 * 3600;
constexpr const char *kKinds[] = {"direct", "review", "complaint", "question", "public"};

Error wrong(std::string why)
{
    return Error{Errc::InvalidInput, std::move(why), 0, std::nullopt, std::nullopt};
}

std::optional<Error> policyFault(const SlaPolicy &policy, const SlaSetup &setup)
{
    if (policy.name.find_first_not_of(' ') == std::string::npos)
        return wrong("a policy needs a name");
    if (std::none_of(setup.calendars.begin(), setup.calendars.end(), [&](const BusinessCalendar &calendar) { return calendar.id == policy.calendar; }))
        return wrong("the policy \"" + policy.name + "\" names a calendar that is not there");
    for (const auto target : kSlaTargets)
        if (const auto seconds = policy.promised(target); seconds && (*seconds < 60 || *seconds > kLongest))
            return wrong("a promise lasts from a minute to a year");
    if (policy.remindBefore < 0 || policy.remindBefore > kLongest)
        return wrong("a reminder cannot come so long before");
    for (const auto &kind : policy.scope.kinds)
        if (std::find(std::begin(kKinds), std::end(kKinds), kind) == std::end(kKinds))
            return wrong("kinds are direct, review, complaint, question and public");
    return std::nullopt;
}

bool isLate(const std::optional<Instant> &due, Instant now)
{
    return due && *due < now;
}

/// How bad a change is for us: what becomes late first, then by the time that is lost.
std::pair<int, std::int64_t> badness(const SlaShift &shift)
{
    const int rank = shift.lateAfter && !shift.lateBefore ? 0 : shift.promisedAfter && !shift.promisedBefore ? 1 : shift.lateBefore && !shift.lateAfter ? 3 : 2;
    return {rank, shift.before && shift.after ? toMicros(*shift.after) - toMicros(*shift.before) : 0};
}

void count(SlaPreview &preview, const SlaShift &shift)
{
    if (shift.promisedAfter != shift.promisedBefore)
        ++(shift.promisedAfter ? preview.begin : preview.end);
    if (shift.lateAfter != shift.lateBefore)
        ++(shift.lateAfter ? preview.becomeLate : preview.saved);
    else if (shift.before && shift.after && *shift.before != *shift.after)
        ++(*shift.after > *shift.before ? preview.gain : preview.lose);
}

/// Equal but for the number of the version: nothing to keep.
template <class Part>
bool sameAs(const Part &a, Part b)
{
    b.version = a.version;
    return a == b;
}

template <class Part, class PartId>
const Part *byId(const std::vector<Part> &parts, PartId id)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [id](const Part &part) { return part.id == id; });
    return found != parts.end() ? &*found : nullptr;
}

} // namespace

std::optional<Error> setupFault(const SlaSetup &setup)
{
    for (const auto &calendar : setup.calendars) {
        if (calendar.name.find_first_not_of(' ') == std::string::npos)
            return wrong("a calendar needs a name");
        if (auto fault = calendarFault(calendar))
            return fault;
    }
    for (const auto &policy : setup.policies)
        if (auto fault = policyFault(policy, setup))
            return fault;
    return std::nullopt;
}

Result<SlaPreview> SlaDesk::preview(const SlaSetup &given, const SlaProgress &progress)
{
    if (auto fault = setupFault(given))
        return fail(std::move(*fault));
    VIGIE_TRY(const auto now, setup());
    auto after = given;
    for (auto &calendar : after.calendars) {
        const auto *known = byId(now.calendars, calendar.id);
        if (known == nullptr || !sameAs(*known, calendar))
            calendar.version = -1; // of the shelf only
        if (calendar.version < 0)
            VIGIE_CHECK(shelf_.put(calendar));
    }
    VIGIE_TRY(const auto ids, store::Sla(tx_).openTickets());
    SlaPreview out;
    for (std::size_t from = 0; from < ids.size(); from += kSlice) {
        if (progress && !progress(static_cast<int>(from), static_cast<int>(ids.size())))
            return fail(Errc::Cancelled);
        const std::span<const TicketId> slice(ids.data() + from, std::min(kSlice, ids.size() - from));
        VIGIE_TRY(const auto all, cases(slice));
        for (const auto &one : all)
            for (const auto &spell : one.spells) {
                if (spell.until)
                    continue;
                ++out.open;
                VIGIE_TRY(const auto before, eventOf(spell, one, now, {}, true));
                VIGIE_TRY(const auto then, eventOf(spell, one, after, {}, true));
                const SlaShift shift{one.ticket, spell.target, before.dueAt, then.dueAt, static_cast<bool>(before.policy), static_cast<bool>(then.policy),
                                     isLate(before.dueAt, tx_.now()), isLate(then.dueAt, tx_.now())};
                count(out, shift);
                if (shift.before != shift.after || shift.promisedBefore != shift.promisedAfter)
                    out.shifts.push_back(shift);
            }
    }
    std::stable_sort(out.shifts.begin(), out.shifts.end(), [](const SlaShift &a, const SlaShift &b) { return badness(a) < badness(b); });
    if (out.shifts.size() > SlaPreview::kMostShifts)
        out.shifts.resize(SlaPreview::kMostShifts);
    return out;
}

Result<ChangeSetId> SlaDesk::apply(const SlaSetup &wanted)
{
    if (auto fault = setupFault(wanted))
        return fail(std::move(*fault));
    store::Sla sla(tx_);
    // What has ended and is not kept yet has ended by the rules of now.
    VIGIE_CHECK(catchUp(kMostCaughtUp));
    VIGIE_TRY(const auto now, setup());
    VIGIE_TRY(const auto set, store::Tickets(tx_).beginChangeSet("service"));
    for (const auto &policy : now.policies)
        if (byId(wanted.policies, policy.id) == nullptr)
            VIGIE_CHECK(sla.remove(policy.id));
    for (const auto &calendar : now.calendars) {
        const auto *kept = byId(wanted.calendars, calendar.id);
        if (kept == nullptr)
            VIGIE_CHECK(sla.remove(calendar.id));
        else if (kept->name != calendar.name)
            VIGIE_CHECK(renameCalendar(tx_, calendar.name, kept->name));
    }
    std::map<CalendarId, CalendarId> stored;
    for (auto calendar : wanted.calendars) {
        const auto id = calendar.id;
        if (id.value < 0)
            calendar.id = {};
        VIGIE_TRY(stored[id], sla.save(calendar));
    }
    std::vector<SlaPolicyId> order, before;
    for (auto policy : wanted.policies) {
        if (policy.id.value < 0)
            policy.id = {};
        policy.calendar = stored[policy.calendar];
        VIGIE_TRY(const auto id, sla.save(policy));
        order.push_back(id);
    }
    for (const auto &policy : now.policies)
        if (byId(wanted.policies, policy.id) != nullptr)
            before.push_back(policy.id);
    if (order != before)
        VIGIE_CHECK(sla.order(order));
    return set;
}

Result<std::vector<SlaExplained>> SlaDesk::explain(TicketId ticket)
{
    VIGIE_TRY(const auto now, setup());
    std::vector<SlaExplained> out;
    VIGIE_TRY(const auto all, cases({&ticket, 1}));
    if (all.empty())
        return fail(Errc::NotFound, "no such ticket");
    VIGIE_TRY(const auto kept, store::Sla(tx_).events({&ticket, 1}));
    for (const auto &spell : all.front().spells) {
        SlaExplained one;
        VIGIE_TRY(one.event, eventOf(spell, all.front(), now, kept, false));
        if (!one.event.policy) {
            out.push_back(std::move(one));
            continue;
        }
        VIGIE_TRY(const auto policy, store::Sla(tx_).policy(one.event.policy, one.event.policyVersion));
        VIGIE_TRY(const auto time, shelf_.get(one.event.calendar, one.event.calendarVersion));
        one.policy = policy.name;
        one.calendar = time->calendar();
        auto ran = spell.counted;
        if (spell.runningSince && *spell.runningSince < tx_.now())
            ran.push_back({*spell.runningSince, tx_.now()});
        for (const auto &stretch : ran)
            for (const auto &open : time->stretches(stretch.from, stretch.to))
                one.counted.push_back(open);
        SlaClock clock;
        clock.dueAt = one.event.state == SlaState::Running ? one.event.dueAt : std::nullopt;
        clock.secondsLeft = one.event.promised - one.event.used;
        one.secondsLeft = desk::secondsLeft(clock, *time, tx_.now());
        DayBook book(time->calendar());
        const auto first = localDay(spell.from, one.calendar.zone), last = localDay(spell.until.value_or(std::max(tx_.now(), one.event.dueAt.value_or(tx_.now()))), one.calendar.zone);
        for (auto day = first ? *first : 0; first && last && day <= *last; ++day)
            if (const auto plan = book.plan(day); plan.holiday || plan.changed) {
                one.daysOff.push_back(plan);
                one.daysOffAt.push_back(day);
            }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace vigie::desk
