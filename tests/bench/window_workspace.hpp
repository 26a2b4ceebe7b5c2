// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace that the window is measured over: mentions and members of the generator, four columns, a queue of open
// tickets, and one conversation with many replies.
// Thread: one at a time. Errors: throws.
#pragma once

#include "bench/generator.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace vigie::bench {

inline constexpr int kReplies = 400;
inline constexpr std::int64_t kFewTickets = 2000, kManyTickets = 50'000, kMany = 500'000; ///< many tickets from so many items on
inline constexpr const char *kThreadRoot = "thread-root";

template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(errcName(result.error().code)) + " " + result.error().detail);
    return std::move(*result);
}

class WindowWorkspace {
public:
    WindowWorkspace(const std::string &path, std::int64_t items)
        : items_(items), generator_(20261121, items, std::max<std::int64_t>(items / 5, 1)), store_(must(store::Store::open(path, clock_)))
    {
    }

    void make()
    {
        addQueries();
        addAccount();
        addMentions();
        addThread();
    }

private:
    void addQueries()
    {
        int order = 0;
        for (const auto &[name, source] : {std::pair("Brand", "velora"), std::pair("Service", "service"),
                                           std::pair("Complaints", "velora sentiment:negative"), std::pair("French", "lang:fr")})
            must(store_->writeNow<QueryId>([&, name = name, source = source](store::Tx &tx) {
                SavedQuery query;
                query.name = name;
                query.source = source;
                query.order = order++;
                query.role = order == 1 ? QueryRole::Brand : QueryRole::Column;
                return store::Queries(tx).save(query);
            }));
    }

    void addAccount()
    {
        Account account; // paused: nothing is asked of any network
        account.connector = "mastodon";
        account.instance = "https://mastodon.example";
        account.nativeId = account.handle = account.name = "velora";
        account.state = AccountState::Paused;
        account.capabilities.set(Capability::Reply);
        account_ = must(store_->writeNow<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); }));
    }

    std::vector<store::StoredItem> store(std::vector<Item> items)
    {
        const auto ready = analysis_.analyse(std::move(items));
        return must(store_->writeNow<std::vector<store::StoredItem>>([&](store::Tx &tx) { return store::Items(tx).store(ready); }));
    }

    void absorb(const std::vector<ItemId> &ids)
    {
        must(store_->writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
            for (const auto id : ids)
                VIGIE_CHECK(desk::Desk(tx).absorb(id, account_, "mention"));
            return true;
        }));
    }

    void addMentions()
    {
        constexpr std::int64_t kBatch = 5000;
        for (std::int64_t done = 0; done < items_; done += kBatch) {
            std::vector<Item> batch;
            for (std::int64_t i = done; i < std::min(done + kBatch, items_); ++i)
                batch.push_back(generator_.next());
            const auto stored = store(std::move(batch));
            std::vector<ItemId> tickets; // of the newest ones
            const auto first = items_ - std::min(items_ / 2, items_ >= kMany ? kManyTickets : kFewTickets);
            for (std::size_t i = 0; i < stored.size(); ++i)
                if (done + static_cast<std::int64_t>(i) >= first)
                    tickets.push_back(stored[i].id);
            if (tickets.empty())
                continue;
            absorb(tickets);
        }
    }

    void addThread()
    {
        std::vector<Item> thread;
        for (int number = 0; number <= kReplies; ++number) {
            auto item = generator_.next();
            item.connector = "mastodon";
            item.instance = "https://mastodon.example";
            item.nativeId = number == 0 ? kThreadRoot : "thread-" + std::to_string(number);
            item.refs.clear();
            if (number > 0) // half answer the root, half one another
                item.refs.push_back({Relation::ReplyTo, number % 2 == 0 || number < 3 ? kThreadRoot : "thread-" + std::to_string(number - 2), {}});
            item.publishedAt = generator_.last() + std::chrono::seconds(60 + number);
            thread.push_back(std::move(item));
        }
        absorb({store(std::move(thread)).front().id});
    }

    std::int64_t items_;
    Generator generator_;
    SystemClock clock_;
    std::unique_ptr<store::Store> store_;
    intake::Analysis analysis_;
    AccountId account_;
};

} // namespace vigie::bench
