// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/shelf.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {
constexpr std::size_t kMost = 200; ///< of one account
}

void Shelf::put(AccountId account, std::vector<Item> items)
{
    const std::lock_guard lock(mutex_);
    auto &held = items_[account];
    for (auto &item : items) {
        std::erase_if(held, [&item](const Item &one) { return one.nativeId == item.nativeId; });
        held.push_back(std::move(item));
    }
    std::stable_sort(held.begin(), held.end(), [](const Item &a, const Item &b) { return a.publishedAt > b.publishedAt; });
    if (held.size() > kMost)
        held.resize(kMost);
}

std::vector<Item> Shelf::of(AccountId account) const
{
    const std::lock_guard lock(mutex_);
    const auto found = items_.find(account);
    return found == items_.end() ? std::vector<Item>{} : found->second;
}

void Shelf::clear(AccountId account)
{
    const std::lock_guard lock(mutex_);
    items_.erase(account);
}

} // namespace vigie::intake
