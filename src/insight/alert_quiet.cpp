// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/alerts.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr int kDayMinutes = 24 * 60, kWeek = 7, kThursday = 4; ///< the first day of 1970

bool begins(const QuietHours &hours, int day)
{
    const int weekday = ((day + kThursday) % kWeek + kWeek) % kWeek;
    return (hours.days >> weekday & 1) != 0;
}

} // namespace

bool isQuiet(const QuietHours &hours, Instant now, std::string_view zone)
{
    // The clock on the wall decides: an hour that comes twice is quiet twice, one that is skipped is not waited for.
    const auto wall = toWall(now, zone);
    const auto day = localDay(now, zone);
    if (!hours.on || !wall || !day)
        return false;
    const int minute = wall->hour * 60 + wall->minute;
    if (hours.from < hours.to)
        return begins(hours, *day) && minute >= hours.from && minute < hours.to;
    return (minute >= hours.from && begins(hours, *day)) || (minute < hours.to && begins(hours, *day - 1));
}

std::string toJson(const QuietHours &hours)
{
    return nlohmann::json{{"on", hours.on}, {"from", hours.from}, {"to", hours.to}, {"days", hours.days}}.dump();
}

QuietHours quietHoursFrom(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    QuietHours hours;
    const auto number = [&](const char *key, int fallback, int most) {
        const auto it = json.find(key);
        return it != json.end() && it->is_number_integer() ? static_cast<int>(std::clamp<std::int64_t>(it->get<std::int64_t>(), 0, most)) : fallback;
    };
    if (!json.is_object())
        return hours;
    const auto on = json.find("on");
    hours.on = on != json.end() && on->is_boolean() && on->get<bool>();
    hours.from = number("from", hours.from, kDayMinutes - 1);
    hours.to = number("to", hours.to, kDayMinutes - 1);
    hours.days = static_cast<std::uint8_t>(number("days", hours.days, 0x7f));
    return hours;
}

} // namespace vigie::insight
