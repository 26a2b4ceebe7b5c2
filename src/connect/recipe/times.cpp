// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/times.hpp"

#include "connect/feeds/feed.hpp"

#include <date/date.h>

#include <charconv>
#include <cmath>
#include <sstream>

namespace vigie::connect::recipe {

namespace {

constexpr double kFarSeconds = 253'402'300'799.0; // the year 9999

std::optional<double> numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const auto &text = value.get_ref<const std::string &>();
    double number = 0;
    const auto *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end && !text.empty() ? std::optional(number) : std::nullopt;
}

std::optional<Instant> fromSeconds(double seconds)
{
    if (!std::isfinite(seconds) || std::abs(seconds) > kFarSeconds)
        return std::nullopt;
    return fromMicros(static_cast<std::int64_t>(std::llround(seconds * 1e6)));
}

std::optional<Instant> fromWhole(const Json &value, std::int64_t microsPerUnit)
{
    if (value.is_number_float() || value.is_string()) {
        const auto number = numberOf(value);
        return number ? fromSeconds(*number * static_cast<double>(microsPerUnit) / 1e6) : std::nullopt;
    }
    if (!value.is_number_integer())
        return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        return std::nullopt;
    const auto amount = value.get<std::int64_t>();
    if (std::abs(static_cast<double>(amount)) * static_cast<double>(microsPerUnit) > kFarSeconds * 1e6)
        return std::nullopt;
    return fromMicros(amount * microsPerUnit);
}

std::optional<Instant> inZone(const WallTime &wall, const std::string &zone)
{
    const auto at = toInstant(wall, zone);
    return at ? std::optional(at->at) : std::nullopt;
}

std::optional<Instant> fromPattern(const std::string &text, const TimeSpec &spec)
{
    if (text.size() > 100)
        return std::nullopt;
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    date::local_time<Micros> local;
    std::string abbreviation;
    std::chrono::minutes offset{0};
    date::from_stream(in, spec.pattern.c_str(), local, &abbreviation, &offset);
    if (in.fail())
        return std::nullopt;
    if (spec.pattern.find("%z") != std::string::npos)
        return Instant{local.time_since_epoch() - offset};
    const auto day = date::floor<date::days>(local);
    const date::year_month_day ymd(day);
    const date::hh_mm_ss<Micros> clock(local - day);
    WallTime wall{static_cast<int>(ymd.year()), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day())),
                  static_cast<std::uint8_t>(clock.hours().count()), static_cast<std::uint8_t>(clock.minutes().count()), static_cast<std::uint8_t>(clock.seconds().count())};
    return inZone(wall, spec.zone);
}

} // namespace

std::optional<Instant> readTime(const Json &value, const TimeSpec &spec)
{
    switch (spec.format) {
    case TimeFormat::EpochS: return fromWhole(value, 1'000'000);
    case TimeFormat::EpochMs: return fromWhole(value, 1000);
    case TimeFormat::EpochUs: return fromWhole(value, 1);
    case TimeFormat::EpochFloat: {
        const auto number = numberOf(value);
        return number ? fromSeconds(*number) : std::nullopt;
    }
    case TimeFormat::SecondsNanos: {
        const auto seconds = intAt(value, "seconds");
        if (!seconds || std::abs(static_cast<double>(*seconds)) > kFarSeconds)
            return std::nullopt;
        return fromMicros(*seconds * 1'000'000 + intAt(value, "nanos").value_or(0) / 1000);
    }
    default: break;
    }
    if (!value.is_string())
        return std::nullopt;
    const auto &text = value.get_ref<const std::string &>();
    if (spec.format == TimeFormat::Rfc3339) {
        const auto at = parseRfc3339(text);
        return at ? std::optional(*at) : std::nullopt;
    }
    if (spec.format == TimeFormat::Rfc822) {
        const auto at = feeds::readDate(text);
        return at ? std::optional(at->at) : std::nullopt;
    }
    if (spec.format == TimeFormat::Wall) {
        auto iso = text.substr(0, text.find('.'));
        if (iso.size() > 10 && iso[10] == ' ')
            iso[10] = 'T';
        const auto wall = parseWallTime(iso);
        return wall ? inZone(*wall, spec.zone) : std::nullopt;
    }
    return fromPattern(text, spec);
}

std::string writeTime(Instant at, TimeAs as)
{
    switch (as) {
    case TimeAs::EpochS: return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    case TimeAs::EpochMs: return std::to_string(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
    case TimeAs::Date: return toRfc3339(at).substr(0, 10);
    case TimeAs::Wall: return toRfc3339(std::chrono::floor<std::chrono::seconds>(at)).substr(0, 19);
    case TimeAs::Rfc3339: break;
    }
    return toRfc3339(at);
}

} // namespace vigie::connect::recipe
