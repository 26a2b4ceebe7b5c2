// SPDX-License-Identifier: GPL-3.0-or-later
// What may be shown and must not be kept: the last items of networks whose terms allow no storage, in memory, until the
// program ends.
// Thread: safe. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/model/item.hpp>

#include <map>
#include <mutex>
#include <vector>

namespace vigie::intake {

class Shelf {
public:
    /// Newest first in; the oldest beyond what a page of reading holds are dropped.
    void put(AccountId account, std::vector<Item> items);
    [[nodiscard]] std::vector<Item> of(AccountId account) const;
    void clear(AccountId account);

private:
    mutable std::mutex mutex_;
    std::map<AccountId, std::vector<Item>> items_;
};

} // namespace vigie::intake
