// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/items.hpp>
#include <vigie/store/sync.hpp>

#include "store/session.hpp"

namespace vigie::store {

namespace {

constexpr std::int64_t kSlotSeconds = 600;
constexpr std::int64_t kSlotIds = kSlotSeconds << kItemIdBits; ///< row ids grow with the time of publication

} // namespace

Result<std::vector<Instant>> Sync::pulse(const std::string &connector, const std::string &instance, Instant from)
{
    auto &session = tx_.session();
    return session.guard([&] {
        // Query 0 holds everything; its rows are narrow, in time order, and say whether an item is a mention of somebody else.
        const auto slots = session.column<std::int64_t>(
            "SELECT item_id / ?1 AS slot FROM query_match WHERE query_id=0 AND item_id>=?2 AND counted=1"
            " AND source_id=(SELECT id FROM source WHERE connector=?3 AND instance=?4) GROUP BY slot ORDER BY slot",
            kSlotIds, firstItemIdAt(from), connector, instance);
        std::vector<Instant> starts;
        starts.reserve(slots.size());
        for (const auto slot : slots)
            starts.push_back(fromMicros((slot * kSlotSeconds + kItemIdEpoch) * 1'000'000));
        return starts;
    });
}

} // namespace vigie::store
