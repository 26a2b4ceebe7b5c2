// SPDX-License-Identifier: GPL-3.0-or-later
// Finds originals and their relays: holds what comes in against the newest items (explicit relations, addresses, nearly the
// same words) and writes what belongs together. It runs beside intake, never in its transactions. What a crash left undone
// is found again at the next warming up: every item is judged anew in passing, and what is known already stays as it is.
// Thread: one at a time. Errors: Storage..., Cancelled; what was written stays.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>

namespace vigie::intake {

struct RelayReport {
    int judged = 0, compared = 0, placed = 0; ///< items, texts held against another, items that found their original
};

class RelayRun {
public:
    /// Relays are looked for among the newest `window` items; a full window takes 50 MB.
    explicit RelayRun(store::Store &store, std::size_t window = 500'000);
    ~RelayRun();

    Result<RelayReport> judge(std::span<const ItemId> items, const std::stop_token &stop = {});
    /// Takes in the next items of the window, oldest first. False: it is warm.
    Result<bool> warmUp(const std::stop_token &stop = {});
    [[nodiscard]] std::size_t memory() const; ///< bytes

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::intake
