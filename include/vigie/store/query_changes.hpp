// SPDX-License-Identifier: GPL-3.0-or-later
// When saved queries were made, or came to mean something else: what is compared across such a time is not the same thing.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>

namespace vigie::store {

class QueryChanges {
public:
    explicit QueryChanges(Tx &tx) : tx_(tx) {}
    /// The last change of any of these in (from, to); none: they are the same throughout, as far as it was kept. That the first of them were made,
    /// and what followed within a day, is their beginning and no change.
    Result<std::optional<Instant>> last(std::span<const QueryId> queries, Instant from, Instant to);

private:
    Tx &tx_;
};

} // namespace vigie::store
