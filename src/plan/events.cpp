// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/events.hpp>

#include "plan/day_moves.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>

namespace vigie::plan {

Result<void> resolveEvent(CalendarEvent &event)
{
    if (trimmed(event.name).empty())
        return fail(Errc::InvalidInput, "the event has no name");
    if (event.allDay) { // whole days, midnight to midnight
        const bool partly = minuteOf(event.ends) != 0 || event.ends <= event.starts;
        event.starts = wallAt(civilDay(event.starts));
        event.ends = wallAt(civilDay(event.ends) + (partly ? 1 : 0));
    }
    if (event.ends < event.starts)
        return fail(Errc::InvalidInput, "the event ends before it begins");
    VIGIE_TRY(const auto starts, toInstant(event.starts, event.zone));
    VIGIE_TRY(const auto ends, toInstant(event.ends, event.zone));
    event.startsAt = starts.at;
    event.endsAt = ends.at;
    return {};
}

Result<DayChange> EventDesk::saveMoving(const CalendarEvent &given, EventId *saved)
{
    store::CalendarEvents events(tx_);
    auto event = given;
    VIGIE_CHECK(resolveEvent(event));
    event.dayOffset.reset();
    if (event.campaign) {
        VIGIE_TRY(const auto campaign, store::Campaigns(tx_).get(event.campaign));
        if (campaign.day)
            event.dayOffset = civilDay(event.starts) - *campaign.day;
    }
    CalendarLog log(tx_, "event");
    DayChange change;
    if (!event.id) {
        VIGIE_TRY(*saved, events.save(event));
        VIGIE_CHECK(log.made(*saved));
        change.step = log.id();
        return change;
    }
    VIGIE_TRY(const auto before, events.get(event.id));
    VIGIE_TRY(*saved, events.save(event));
    VIGIE_CHECK(log.changed(before));
    if (const int days = civilDay(event.starts) - civilDay(before.starts); days != 0) {
        DayMover mover(tx_, networks_, &log, days);
        VIGIE_TRY(const auto posts, events.posts(event.id));
        for (const auto &post : posts)
            VIGIE_CHECK(mover.move(post));
        change.moves = mover.take();
    }
    change.step = log.id();
    return change;
}

Result<EventId> EventDesk::save(const CalendarEvent &event)
{
    EventId id;
    VIGIE_CHECK(saveMoving(event, &id));
    return id;
}

Result<DayChange> EventDesk::move(EventId id, const WallTime &starts)
{
    VIGIE_TRY(auto event, store::CalendarEvents(tx_).get(id));
    const int minutes = (civilDay(event.ends) - civilDay(event.starts)) * 24 * 60 + minuteOf(event.ends) - minuteOf(event.starts);
    event.starts = event.allDay ? wallAt(civilDay(starts)) : starts;
    event.ends = plusMinutes(event.starts, minutes);
    return saveMoving(event, &id);
}

Result<store::CalendarStepId> EventDesk::remove(EventId id)
{
    store::CalendarEvents events(tx_);
    VIGIE_TRY(const auto before, events.get(id));
    CalendarLog log(tx_, "delete");
    VIGIE_CHECK(events.remove(id));
    VIGIE_CHECK(log.removed(before));
    return log.id();
}

} // namespace vigie::plan
