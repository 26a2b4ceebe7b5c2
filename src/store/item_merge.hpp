// SPDX-License-Identifier: GPL-3.0-or-later
// A row and what the network shows of it now: what it becomes, and what of it is different.
// Thread: pure. Errors: none.
#pragma once

#include "store/items_row.hpp"

#include <vigie/model/item.hpp>

namespace vigie::store {

/// What the stored row becomes when the network shows it again.
[[nodiscard]] Item merged(const StoredRow &row, const Item &seen);

[[nodiscard]] bool sameWords(const Item &a, const Item &b);
/// Equal but for what the tables resolve themselves.
[[nodiscard]] bool sameRefs(const std::vector<ItemRef> &a, const std::vector<ItemRef> &b);
[[nodiscard]] bool sameBesidesCounts(const Item &a, const Item &b);

} // namespace vigie::store
