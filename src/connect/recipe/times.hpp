// SPDX-License-Identifier: GPL-3.0-or-later
// Times as networks write them.
// Thread: pure functions. Errors: none; what cannot be read is no time.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/base/time.hpp>

namespace vigie::connect::recipe {

enum class TimeFormat : std::uint8_t { Rfc3339, EpochS, EpochMs, EpochUs, EpochFloat, SecondsNanos, Rfc822, Wall, Pattern };

struct TimeSpec {
    TimeFormat format = TimeFormat::Rfc3339;
    std::string pattern;                   ///< Pattern: of strftime ("%d/%m/%Y %H:%M")
    std::string zone = "UTC";              ///< Wall and Pattern: where that is
};
[[nodiscard]] std::optional<Instant> readTime(const Json &value, const TimeSpec &spec);

enum class TimeAs : std::uint8_t { Rfc3339, EpochS, EpochMs, Date, Wall };
/// Seconds are rounded down: a window that begins a little early misses nothing.
[[nodiscard]] std::string writeTime(Instant at, TimeAs as);

} // namespace vigie::connect::recipe
