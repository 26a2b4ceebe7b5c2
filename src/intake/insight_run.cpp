// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/upkeep.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tones.hpp>

#include <algorithm>
#include <sstream>

namespace vigie::intake {

namespace {

constexpr std::chrono::hours kPostsOf{24 * 30};
constexpr std::size_t kPostsPerRun = 50;
constexpr const char *kWithout = "insights.without"; ///< setting of the account: names the network has refused

std::vector<std::string> splitNames(const std::string &list)
{
    std::vector<std::string> names;
    std::istringstream stream(list);
    for (std::string name; std::getline(stream, name, ',');)
        if (!name.empty())
            names.push_back(name);
    return names;
}

} // namespace

/// Asks; where the network refuses a name, once more without it, and remembers.
Result<connect::InsightAnswer> askInsights(const UpkeepJob &job, connect::InsightSpec &spec)
{
    for (int again = 0;; ++again) {
        VIGIE_TRY(auto answer, job.parts.courier.ask<connect::InsightAnswer>(
                                   job.connector, job.account, net::RatePriority::Background, job.stop,
                                   [&](const connect::Context &context) { return job.connector.buildInsights(context, spec); },
                                   [&](const connect::Context &context, const net::Response &response) { return job.connector.parseInsights(context, spec, response); }));
        if (answer.unknown.empty() || again == 3)
            return answer;
        std::string without;
        for (const auto &name : answer.unknown) {
            log::warning("intake", "{} no longer gives the figure {}", job.connector.describe().name, name);
            if (std::find(spec.without.begin(), spec.without.end(), name) == spec.without.end())
                spec.without.push_back(name);
        }
        for (const auto &name : spec.without)
            without += (without.empty() ? "" : ",") + name;
        VIGIE_CHECK(job.parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
            store::Accounts accounts(tx);
            VIGIE_TRY(auto account, accounts.get(job.account.id));
            account.set(kWithout, without);
            VIGIE_CHECK(accounts.save(account));
            return {};
        }));
    }
}

namespace {

/// What the network tells beside the counts that came with the post.
Result<void> keepOfPosts(const UpkeepJob &job, const connect::InsightAnswer &answer)
{
    std::vector<Item> items;
    for (const auto &line : answer.lines) {
        VIGIE_TRY(const auto item, job.parts.store.readNow<std::optional<Item>>([&](store::Tx &tx) -> Result<std::optional<Item>> {
            const auto id = store::Items(tx).findNative(job.account.connector, job.account.instance, line.nativeId);
            if (!id)
                return id.error().code == Errc::NotFound ? Result<std::optional<Item>>(std::optional<Item>()) : Result<std::optional<Item>>(fail(id.error()));
            return store::Items(tx).get(*id);
        }));
        if (!item)
            continue;
        auto seen = *item;
        seen.fetchedAt = job.parts.clock.now();
        seen.metrics = line.metrics; // the store lays them over what it has
        items.push_back(std::move(seen));
    }
    if (items.empty())
        return {};
    const int layer = job.parts.analysis.layer();
    const auto analysed = job.parts.analysis.analyse(std::move(items));
    return job.parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        VIGIE_TRY(const auto stored, store::Items(tx).store(analysed));
        VIGIE_CHECK(store::Tones(tx).arrived(stored, layer));
        return {};
    });
}

} // namespace

std::vector<std::string> namesRefused(const Account &account)
{
    return splitNames(account.setting(kWithout));
}

Result<void> collectInsights(const UpkeepJob &job)
{
    if (!job.account.capabilities.has(Capability::Insights))
        return {};
    const auto now = job.parts.clock.now();
    connect::InsightSpec spec{{}, now - std::chrono::hours{24}, now, namesRefused(job.account)};
    const auto left = [&](const Error &error) -> Result<void> {
        if (error.code == Errc::Cancelled)
            return fail(error);
        log::info("intake", "figures of {} could not be read: {}", job.account.handle, errcName(error.code));
        return {};
    };
    auto account = askInsights(job, spec);
    if (!account)
        return left(account.error());
    for (const auto &line : account->lines)
        VIGIE_CHECK(job.parts.store.writeNow<void>([&](store::Tx &tx) { return store::Figures(tx).addAccountMetrics(job.account.id, line.metrics); }));
    VIGIE_TRY(const auto own, job.parts.store.readNow<std::vector<std::string>>([&](store::Tx &tx) -> Result<std::vector<std::string>> {
        VIGIE_TRY(const auto posts, store::Figures(tx).ownPosts(now - kPostsOf, now, {job.account.connector}));
        std::vector<std::string> ids;
        for (const auto &post : posts)
            if (post.account == job.account.id && ids.size() < kPostsPerRun) {
                VIGIE_TRY(const auto item, store::Items(tx).get(post.item));
                if (item)
                    ids.push_back(item->nativeId);
            }
        return ids;
    }));
    if (own.empty())
        return {};
    spec.posts = own;
    auto posts = askInsights(job, spec);
    if (!posts)
        return posts.error().code == Errc::Unsupported ? Result<void>{} : left(posts.error());
    return keepOfPosts(job, *posts);
}

} // namespace vigie::intake
