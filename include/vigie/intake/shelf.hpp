// SPDX-License-Identifier: GPL-3.0-or-later
// What may be shown and must not be kept: the last items of networks whose terms allow no storage, in memory, until the
// program ends.
// Thread: safe. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/model/item.hpp>

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace vigie::intake {

class Shelf {
public:
    /// Newest first in; the oldest beyond what a page of reading holds are dropped.
    void put(AccountId account, std::vector<Item> items);
    /// Of every account, newest first.
    [[nodiscard]] std::vector<Item> all() const;
    /// The network said that they are gone: what may only be shown is not shown any longer either.
    void take(AccountId account, const std::vector<std::string> &nativeIds);
    /// Everything of a member who is gone.
    void takeAuthor(AccountId account, const std::string &nativeId);
    void clear(AccountId account);
    /// Grows with every change: whoever shows it need not read it again for nothing.
    [[nodiscard]] std::uint64_t version() const;

private:
    mutable std::mutex mutex_;
    std::map<AccountId, std::vector<Item>> items_;
    std::uint64_t version_ = 0;
};

} // namespace vigie::intake
