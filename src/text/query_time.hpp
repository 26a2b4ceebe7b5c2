// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the query language: since:, until:, date:. Days, months and years are whole ones of the person's zone, the last
// included; 7d, 24h, 2w, 3mo are counted back from now.
// Thread: pure. Errors: as a fault inside what is read.
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/text/query.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::text {

struct TimeText {
    QueryFault fault = QueryFault::None;
    std::string value; ///< canonical: "2026-11-21", "2026-11", "2026", "2026-11-21T10:30", "today", "7d", and "a..b" in date:
};
[[nodiscard]] TimeText readTime(QueryField field, std::string_view raw);
/// Counted from now, and so another stretch tomorrow.
[[nodiscard]] bool isRelativeTime(std::string_view value);
/// Microseconds UTC. `now` none: relative times cannot be placed, and hold nothing.
[[nodiscard]] QueryRange placeTime(QueryField field, std::string_view value, std::string_view zone, std::optional<Instant> now);

} // namespace vigie::text
