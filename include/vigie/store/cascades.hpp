// SPDX-License-Identifier: GPL-3.0-or-later
// Relays as edges: who took what from whom, for many originals at once. One cluster as people see it: relays.hpp.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <span>
#include <vector>

namespace vigie::store {

struct RelayEdge {
    ItemId root, item, parent;
    friend bool operator==(const RelayEdge &, const RelayEdge &) = default;
};

class Cascades {
public:
    explicit Cascades(Tx &tx) : tx_(tx) {}
    /// Of these originals, by original and item. Reactions are no relays; what is gone is left out.
    Result<std::vector<RelayEdge>> of(std::span<const ItemId> originals);

private:
    Tx &tx_;
};

} // namespace vigie::store
