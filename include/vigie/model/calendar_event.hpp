// SPDX-License-Identifier: GPL-3.0-or-later
// A fair, a launch, a live: something of the calendar that is not a post, and around which posts are planned.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <optional>
#include <string>

namespace vigie {

struct CalendarEvent {
    EventId id;
    std::string name, place, note;
    WallTime starts, ends;         ///< on the wall of the zone; all day: midnight to the midnight after the last day
    std::string zone;
    bool allDay = false;
    Instant startsAt, endsAt;      ///< resolved from wall and zone
    CampaignId campaign;
    std::optional<int> dayOffset;  ///< days from the campaign's day, with which it moves
    bool locked = false;           ///< it stays where it is when that day moves
    std::optional<int> expected;   ///< people
    std::string uid;               ///< of the iCalendar file it came from
    Instant createdAt, changedAt;
    std::optional<Instant> deletedAt;
};

} // namespace vigie
