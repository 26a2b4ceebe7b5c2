// SPDX-License-Identifier: GPL-3.0-or-later
// Events of the calendar.
// Thread: inside a store job. Errors: Storage..., NotFound, Gone (edited after it was deleted).
#pragma once

#include <vigie/model/calendar_event.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

class CalendarEvents {
public:
    explicit CalendarEvents(Tx &tx) : tx_(tx) {}
    /// Any part of which lies in [from, to), by time.
    Result<std::vector<CalendarEvent>> between(Instant from, Instant to);
    Result<std::vector<CalendarEvent>> ofCampaign(CampaignId id);
    /// Those that begin at `from` or later, and the newest before, for a list to choose from.
    Result<std::vector<CalendarEvent>> around(Instant from, int limit);
    Result<CalendarEvent> get(EventId id);
    /// That came from this entry of an iCalendar file and was not deleted.
    Result<std::optional<EventId>> byUid(const std::string &uid);
    Result<EventId> save(const CalendarEvent &event);
    /// Its posts stay and belong to no event.
    Result<void> remove(EventId id);
    /// A deleted one comes back: what taking back an action needs.
    Result<void> restore(EventId id);
    /// Posts before and after it, by time.
    Result<std::vector<PlanItem>> posts(EventId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
