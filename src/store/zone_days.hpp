// SPDX-License-Identifier: GPL-3.0-or-later
// Instants to local days of one zone, remembering where the days last asked for begin and end.
// Thread: one at a time. Errors: none; a zone that does not exist counts as UTC.
#pragma once

#include <vigie/base/time.hpp>

#include <map>
#include <string>

namespace vigie::store {

class ZoneDays {
public:
    /// Forgets what it knows when the zone is another one.
    void setZone(const std::string &zone);
    [[nodiscard]] const std::string &zone() const { return zone_; }
    [[nodiscard]] std::int32_t dayOf(Instant t);
    [[nodiscard]] Instant begin(std::int32_t day);

private:
    std::string zone_ = "UTC";
    std::map<std::int64_t, std::pair<std::int64_t, std::int32_t>> known_; ///< begin -> (end, day), microseconds
};

} // namespace vigie::store
