// SPDX-License-Identifier: GPL-3.0-or-later
// Gives new items a row id that grows with their publication time: second and a sequence of 64; what comes to a full
// second moves on to the next that has room.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/items.hpp>

namespace vigie::store {

[[nodiscard]] ItemId allocateItemId(Session &session, Instant published);
/// The largest number of seconds an item ever moved on: id ranges made from instants are widened by it.
[[nodiscard]] std::int64_t maxSpillSeconds(Session &session);

/// The second an id names: that of publication, or up to maxSpillSeconds() behind it.
[[nodiscard]] constexpr Instant secondOfId(ItemId id)
{
    return Instant(std::chrono::seconds((id.value >> kItemIdBits) + kItemIdEpoch));
}

/// Ids that items published in [from, to) may have, and the part of them that needs no look at the exact time.
struct IdRange {
    ItemId first, last;         ///< [first, last)
    ItemId safeFirst, safeLast; ///< [safeFirst, safeLast) is inside for sure
};
[[nodiscard]] IdRange idRange(Session &session, std::optional<Instant> from, std::optional<Instant> to);

} // namespace vigie::store
