// SPDX-License-Identifier: GPL-3.0-or-later
// How the reactions to our posts grew: every count that was ever read of them, with the time it was read at.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::store {

struct CounterStep {
    Instant at;
    double value = 0;                 ///< likes + reposts + replies + quotes
};
struct PostHistory {
    ItemId item;
    Instant publishedAt;
    std::vector<CounterStep> steps;   ///< ascending; empty: the network gave none of them
};

class CounterHistory {
public:
    explicit CounterHistory(Tx &tx) : tx_(tx) {}
    /// Our public posts that answer nobody, published in [from, to), by id.
    Result<std::vector<PostHistory>> of(Instant from, Instant to, const std::vector<std::string> &networks);

private:
    Tx &tx_;
};

} // namespace vigie::store
