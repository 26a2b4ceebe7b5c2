// SPDX-License-Identifier: GPL-3.0-or-later
// Where the clocks of a place change: stretches of time in which the wall differs from UTC by one offset. For reckoning
// with opening hours only; offsets are never stored.
// Thread: safe. Errors: InvalidInput (unknown zone, instant out of range).
#pragma once

#include <vigie/base/time.hpp>

namespace vigie {

struct ZoneStretch {
    Instant from, to;            ///< half-open; `to` is far in the future where nothing more is known to change
    std::chrono::seconds offset; ///< wall minus UTC
};

/// The stretch that holds `t`.
Result<ZoneStretch> zoneStretch(Instant t, std::string_view zone);

} // namespace vigie
