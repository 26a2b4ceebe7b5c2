// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of table item as Item values.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// An item as it stands in the table, with the number of its source.
struct StoredRow {
    Item item;
    std::int64_t source = 0;
    std::optional<Instant> stateAt;
};

/// In the order of `ids`; what is gone is left out. References, media and author included.
[[nodiscard]] std::vector<StoredRow> loadItems(Session &session, std::span<const ItemId> ids);
[[nodiscard]] std::optional<StoredRow> loadItem(Session &session, ItemId id);

/// Ours, deleted, hidden and spam are kept and found, but are not mentions to be counted.
[[nodiscard]] inline bool countsAsMention(const Item &item) { return !item.ours && item.state == ItemState::Visible; }
[[nodiscard]] inline bool isRelay(const Item &item) { return item.ref(Relation::RepostOf) != nullptr; }
[[nodiscard]] bool isGone(ItemState state);

} // namespace vigie::store
