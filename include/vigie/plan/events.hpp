// SPDX-License-Identifier: GPL-3.0-or-later
// Events of the calendar, with the posts before, during and after them.
// Thread: inside a store job. Errors: InvalidInput (no name, no such zone, ends before it begins), NotFound, Gone, Storage...
#pragma once

#include <vigie/model/calendar_event.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/campaigns.hpp>

namespace vigie::plan {

class EventDesk {
public:
    EventDesk(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// When an event that is there already begins on another day, its posts that are not locked move by as many days. One step.
    Result<EventId> save(const CalendarEvent &event);
    /// The same at another hour, with the same length on the wall.
    Result<DayChange> move(EventId id, const WallTime &starts);
    Result<store::CalendarStepId> remove(EventId id);

private:
    Result<DayChange> saveMoving(const CalendarEvent &event, EventId *saved);
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

/// Puts instants to the event's walls. InvalidInput as above.
Result<void> resolveEvent(CalendarEvent &event);

} // namespace vigie::plan
