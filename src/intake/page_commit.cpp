// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/page_commit.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tones.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {

constexpr std::chrono::minutes kAhead{10}; ///< as far as a date may lie in the future
constexpr std::chrono::hours kNews{1}; ///< older items are history: nobody is told of them

std::string keyOf(const std::string &connector, const std::string &instance, const std::string &nativeId)
{
    return connector + '\n' + instance + '\n' + nativeId;
}

Result<void> applySignals(store::Tx &tx, EarlyDeletions &early, const PageCommit &commit)
{
    store::Items items(tx);
    for (const auto &signal : commit.page.signals) {
        if (signal.kind == connect::ItemSignal::Kind::AccountGone) {
            VIGIE_CHECK(items.setAuthorGone(commit.account.connector, commit.account.instance, signal.nativeId));
            continue;
        }
        auto found = items.findNative(commit.account.connector, commit.account.instance, signal.nativeId);
        if (!found) {
            if (found.error().code != Errc::NotFound)
                return fail(std::move(found.error()));
            if (commit.rememberEarly)
                early.add(commit.account.connector, commit.account.instance, signal.nativeId);
            continue;
        }
        VIGIE_CHECK(items.setState(*found, signal.kind == connect::ItemSignal::Kind::Deleted ? ItemState::DeletedByAuthor
                                                                                             : ItemState::Unavailable));
    }
    return {};
}

void reshelve(Shelf &shelf, const PageCommit &commit, std::vector<Item> shown)
{
    std::vector<std::string> gone;
    for (const auto &signal : commit.page.signals)
        if (signal.kind == connect::ItemSignal::Kind::AccountGone)
            shelf.takeAuthor(commit.account.id, signal.nativeId);
        else
            gone.push_back(signal.nativeId);
    shelf.put(commit.account.id, std::move(shown));
    shelf.take(commit.account.id, gone);
}

/// A source that moved for good is read at its new address from now on; its identity stays.
Result<void> rememberMove(store::Tx &tx, AccountId id, const std::string &address)
{
    store::Accounts accounts(tx);
    VIGIE_TRY(auto account, accounts.get(id));
    auto &settings = account.settings;
    settings.erase(std::remove_if(settings.begin(), settings.end(), [](const AccountSetting &one) { return one.key == "url"; }), settings.end());
    settings.push_back(AccountSetting{"url", address});
    VIGIE_CHECK(accounts.save(account));
    return {};
}

Result<void> tellDesk(store::Tx &tx, EngineParts &parts, const PageCommit &commit, const std::vector<store::StoredItem> &stored)
{
    if (!parts.absorb)
        return {};
    // Oldest first, so that a question is there before its answer.
    std::vector<std::size_t> order(stored.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&stored](std::size_t a, std::size_t b) { return stored[a].id < stored[b].id; });
    for (const auto i : order) {
        const auto &item = commit.items[i].item();
        const auto &reason = i < commit.page.reasons.size() ? commit.page.reasons[i] : std::string();
        if (reason.empty() && !item.ours)
            continue;
        const bool history = commit.history || item.publishedAt < tx.now() - kNews;
        VIGIE_CHECK(parts.absorb(tx, stored[i].id, commit.account.id, reason, history));
    }
    return parts.absorb(tx, ItemId{}, commit.account.id, {}, commit.history);
}

} // namespace

void EarlyDeletions::add(const std::string &connector, const std::string &instance, const std::string &nativeId)
{
    const std::lock_guard lock(mutex_);
    if (keys_.size() >= kMost)
        keys_.clear();
    keys_.insert(keyOf(connector, instance, nativeId));
}

bool EarlyDeletions::holds(const Item &item) const
{
    const std::lock_guard lock(mutex_);
    return keys_.count(keyOf(item.connector, item.instance, item.nativeId)) != 0;
}

std::vector<store::AnalysedItem> takeItems(EngineParts &parts, const EarlyDeletions &early, std::span<const Account> accounts,
                                           connect::FetchPage &page)
{
    page.reasons.resize(page.items.size());
    std::vector<Item> kept;
    std::vector<std::string> reasons;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        auto &item = page.items[i];
        if (early.holds(item))
            continue;
        for (const auto &account : accounts)
            if (!account.nativeId.empty() && account.connector == item.connector && account.instance == item.instance
                && account.nativeId == item.author.nativeId)
                item.ours = account.id;
        item.fetchedAt = parts.clock.now();
        // A clock far ahead, here or there, must not sort a post above all that is still to come.
        item.publishedAt = std::min(item.publishedAt, item.fetchedAt + kAhead);
        if (item.precision == TimePrecision::Unknown)
            item.publishedAt = item.fetchedAt;
        kept.push_back(std::move(item));
        reasons.push_back(std::move(page.reasons[i]));
    }
    page.items.clear();
    page.reasons = std::move(reasons);
    return parts.analysis.analyse(std::move(kept));
}

Result<PageOutcome> commitPage(EngineParts &parts, EarlyDeletions &early, PageCommit commit)
{
    if (commit.account.policy.persist == PersistRule::DisplayOnly) { // shown as long as the program runs, and nowhere written
        std::vector<Item> shown;
        for (const auto &analysed : commit.items)
            shown.push_back(analysed.item());
        commit.items.clear();
        if (parts.shelf != nullptr)
            reshelve(*parts.shelf, commit, std::move(shown));
    }
    return parts.store.writeNow<PageOutcome>([&](store::Tx &tx) -> Result<PageOutcome> {
        PageOutcome outcome;
        tx.change().history = commit.history;
        VIGIE_TRY(const auto stored, store::Items(tx).store(commit.items));
        VIGIE_CHECK(store::Tones(tx).arrived(stored, commit.toneLayer));
        for (const auto &one : stored) {
            outcome.inserted += one.outcome == store::Stored::Inserted ? 1 : 0;
            outcome.revised += one.outcome == store::Stored::Revised ? 1 : 0;
        }
        VIGIE_CHECK(tellDesk(tx, parts, commit, stored));
        if (commit.account.capabilities.has(Capability::Lookup)) {
            std::vector<ItemId> fresh;
            for (const auto &one : stored)
                if (one.outcome == store::Stored::Inserted)
                    fresh.push_back(one.id);
            VIGIE_CHECK(store::Rechecks(tx).add(commit.account.id, fresh));
        }
        VIGIE_CHECK(applySignals(tx, early, commit));
        store::Sync sync(tx);
        if (commit.seen && commit.seen->from < commit.seen->to)
            VIGIE_CHECK(sync.addSeen(commit.key, commit.seen->from, commit.seen->to));
        if (commit.gap && commit.gap->from < commit.gap->to)
            VIGIE_CHECK(sync.addGap(commit.key, commit.gap->from, commit.gap->to, commit.gapReason, commit.gapCause));
        if (commit.givenUp)
            VIGIE_CHECK(sync.giveUp(commit.key, commit.givenUp->from, commit.givenUp->to));
        if (commit.cursor)
            VIGIE_CHECK(sync.saveCursor(*commit.cursor));
        if (!commit.page.movedTo.empty())
            VIGIE_CHECK(rememberMove(tx, commit.account.id, commit.page.movedTo));
        return outcome;
    });
}

} // namespace vigie::intake
