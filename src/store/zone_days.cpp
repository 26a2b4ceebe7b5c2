// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/zone_days.hpp"

namespace vigie::store {

namespace {
constexpr std::size_t kMaxKnown = 4000;
}

void ZoneDays::setZone(const std::string &zone)
{
    const std::string next = zoneExists(zone) ? zone : "UTC";
    if (next == zone_)
        return;
    zone_ = next;
    known_.clear();
}

std::int32_t ZoneDays::dayOf(Instant t)
{
    const std::int64_t at = toMicros(t);
    if (auto it = known_.upper_bound(at); it != known_.begin()) {
        --it;
        if (at < it->second.first)
            return it->second.second;
    }
    const auto day = localDay(t, zone_);
    if (!day) // out of the range of the calendar: its UTC day, so that the row still belongs somewhere
        return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(t).time_since_epoch().count());
    if (known_.size() > kMaxKnown)
        known_.clear();
    const auto from = dayStart(*day, zone_), to = dayStart(*day + 1, zone_);
    if (from && to && *from <= t && t < *to)
        known_[toMicros(*from)] = {toMicros(*to), *day};
    return *day;
}

Instant ZoneDays::begin(std::int32_t day)
{
    const auto start = dayStart(day, zone_);
    return start ? *start : Instant{std::chrono::days{day}};
}

} // namespace vigie::store
