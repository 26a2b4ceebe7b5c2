// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/shelf.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {

constexpr std::size_t kMost = 200; ///< of one account

bool newerFirst(const Item &a, const Item &b)
{
    return a.publishedAt > b.publishedAt;
}

} // namespace

void Shelf::put(AccountId account, std::vector<Item> items)
{
    if (items.empty())
        return;
    const std::lock_guard lock(mutex_);
    ++version_;
    auto &held = items_[account];
    for (auto &item : items) {
        std::erase_if(held, [&item](const Item &one) { return one.nativeId == item.nativeId; });
        held.push_back(std::move(item));
    }
    std::stable_sort(held.begin(), held.end(), newerFirst);
    if (held.size() > kMost)
        held.resize(kMost);
}

std::vector<Item> Shelf::all() const
{
    std::vector<Item> all;
    {
        const std::lock_guard lock(mutex_);
        for (const auto &[account, items] : items_)
            all.insert(all.end(), items.begin(), items.end());
    }
    std::stable_sort(all.begin(), all.end(), newerFirst);
    return all;
}

void Shelf::take(AccountId account, const std::vector<std::string> &nativeIds)
{
    const std::lock_guard lock(mutex_);
    if (const auto held = items_.find(account); held != items_.end()) {
        const auto gone = [&nativeIds](const Item &item) { return std::find(nativeIds.begin(), nativeIds.end(), item.nativeId) != nativeIds.end(); };
        version_ += std::erase_if(held->second, gone);
    }
}

void Shelf::takeAuthor(AccountId account, const std::string &nativeId)
{
    const std::lock_guard lock(mutex_);
    if (const auto held = items_.find(account); held != items_.end())
        version_ += std::erase_if(held->second, [&nativeId](const Item &item) { return item.author.nativeId == nativeId; });
}

void Shelf::clear(AccountId account)
{
    const std::lock_guard lock(mutex_);
    version_ += items_.erase(account);
}

std::uint64_t Shelf::version() const
{
    const std::lock_guard lock(mutex_);
    return version_;
}

} // namespace vigie::intake
