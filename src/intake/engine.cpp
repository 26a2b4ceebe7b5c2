// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/engine.hpp>

#include "intake/firehose.hpp"
#include "intake/stream_run.hpp"
#include "intake/upkeep.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace vigie::intake {

namespace {

constexpr std::chrono::hours kInsightsEvery{6};
constexpr int kDropsPerRun = 500;         ///< items whose words must go; a run never holds the writer for long
constexpr std::chrono::hours kProfileEvery{6}; ///< follower counts and server limits move slowly

/// Errors that mean the account, not the moment: they end the account's run.
bool endsAccount(Errc code)
{
    switch (code) {
    case Errc::AuthRevoked:
    case Errc::AuthExpired:
    case Errc::NoSecret:
    case Errc::RateLimited:
    case Errc::QuotaExhausted:
    case Errc::BudgetStop:
    case Errc::Network:
    case Errc::Tls: return true;
    default: return false;
    }
}

} // namespace

int SyncReport::inserted() const
{
    int sum = 0;
    for (const auto &stream : streams)
        sum += stream.inserted;
    return sum;
}

bool SyncReport::ok() const
{
    return std::none_of(streams.begin(), streams.end(), [](const StreamReport &stream) { return stream.error.has_value(); });
}

struct Engine::Impl {
    explicit Impl(EngineParts given) : parts(std::move(given)) {}

    EngineParts parts;
    EarlyDeletions early;
    FirehoseFilter firehose;
    std::map<AccountId, Instant> insightsAt;
    std::map<AccountId, Instant> profiledAt;

    Result<std::vector<Account>> accounts()
    {
        return parts.store.readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    }
    Result<void> noteAccount(const Account &account, const std::optional<Error> &error)
    {
        return parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
            store::Accounts table(tx);
            if (error && error->code == Errc::AuthRevoked && account.state == AccountState::Active)
                VIGIE_CHECK(table.setState(account.id, AccountState::ReconnectNeeded));
            return table.noteExchange(account.id, error);
        });
    }
    Result<void> runAccount(const Account &account, std::span<const Account> all, const RunOptions &options, std::stop_token stop,
                            SyncReport &report);
    Result<void> refreshProfile(const connect::Connector &connector, const Account &account, std::stop_token stop);
    Result<void> upkeep(const UpkeepJob &job);
    Result<PageOutcome> put(PageCommit commit) { return commitPage(parts, early, std::move(commit)); }
    /// Streams that ask for less than the account's rhythm wait for their own.
    bool isDue(const Account &account, const connect::StreamSpec &stream)
    {
        if (stream.every.count() == 0)
            return true;
        const auto now = parts.clock.now();
        auto &last = ranAt[StreamKey{account.id, stream.name}];
        if (last && now - *last < stream.every)
            return false;
        last = now;
        return true;
    }
    std::map<StreamKey, std::optional<Instant>> ranAt;
};

Result<void> Engine::Impl::refreshProfile(const connect::Connector &connector, const Account &account, std::stop_token stop)
{
    const auto now = parts.clock.now();
    const auto last = profiledAt.find(account.id);
    if (last != profiledAt.end() && now - last->second < kProfileEvery)
        return {};
    VIGIE_TRY(const auto who, parts.courier.whoAmI(connector, account, net::RatePriority::Background, stop));
    profiledAt[account.id] = now;
    return parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        // As it is now: it may have been paused or removed, or given other settings, while the network was asked.
        VIGIE_TRY(auto fresh, store::Accounts(tx).get(account.id));
        if (!who.author.handle.empty())
            fresh.handle = who.author.handle;
        if (!who.author.name.empty())
            fresh.name = who.author.name;
        fresh.avatarUrl = who.author.avatarUrl;
        fresh.capabilities = who.capabilities;
        fresh.limits = who.limits;
        if (!who.scopes.empty())
            fresh.session.scopes = who.scopes;
        fresh.session.apiSunset = who.apiSunset;
        for (const auto &[key, value] : who.settings)
            fresh.set(key, value);
        VIGIE_CHECK(store::Accounts(tx).save(fresh));
        return store::Figures(tx).addAccountMetrics(account.id, who.metrics);
    });
}

Result<void> Engine::Impl::upkeep(const UpkeepJob &job)
{
    VIGIE_CHECK(readPostCounts(job)); // first: what it looks up need not be looked up again
    VIGIE_CHECK(recheckItems(job));
    const auto now = parts.clock.now();
    const auto last = insightsAt.find(job.account.id);
    if (last == insightsAt.end() || now - last->second >= kInsightsEvery) {
        VIGIE_CHECK(collectInsights(job));
        insightsAt[job.account.id] = now;
    }
    VIGIE_CHECK(parts.store.writeNow<int>([](store::Tx &tx) { return store::Retention(tx).dropOverdue(kDropsPerRun); }));
    VIGIE_CHECK(parts.store.writeNow<int>([](store::Tx &tx) { return store::Evidence(tx).eraseOverdue(kDropsPerRun); }));
    return {};
}

Result<void> Engine::Impl::runAccount(const Account &account, std::span<const Account> all, const RunOptions &options,
                                      std::stop_token stop, SyncReport &report)
{
    const auto *connector = parts.catalogue.find(account.connector);
    if (connector == nullptr)
        return {}; // written by a Vigie that knew this network: left alone
    const auto failAccount = [&](const Error &error) {
        StreamReport line;
        line.key = StreamKey{account.id, "account"};
        line.error = error;
        report.streams.push_back(std::move(line));
        return noteAccount(account, error);
    };
    if (auto profile = refreshProfile(*connector, account, stop); !profile) {
        if (profile.error().code == Errc::Cancelled)
            return profile;
        if (endsAccount(profile.error().code))
            return failAccount(profile.error());
        log::warning("intake", "profile of {}: {}", account.handle, errcName(profile.error().code));
    }
    std::optional<Error> accountError;
    for (const auto &stream : connector->streams(account)) {
        if (stream.firehose || !isDue(account, stream))
            continue;
        StreamJob job{*connector, account, all, stream};
        VIGIE_TRY(const auto one, StreamRun(parts, early, std::move(job), options, stop).run());
        report.streams.push_back(one);
        if (one.error) {
            ranAt.erase(one.key); // what failed is not put off for its whole rhythm
            accountError = one.error;
            if (endsAccount(one.error->code))
                break;
        }
    }
    if (!accountError || !endsAccount(accountError->code))
        VIGIE_CHECK(upkeep({parts, early, *connector, account, all, stop}));
    return noteAccount(account, accountError);
}

Engine::Engine(EngineParts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}

Engine::~Engine() = default;

Result<SyncReport> Engine::runAll(const RunOptions &options, std::stop_token stop)
{
    VIGIE_TRY(const auto accounts, impl_->accounts());
    SyncReport report;
    for (const auto &account : accounts)
        if (account.state == AccountState::Active)
            VIGIE_CHECK(impl_->runAccount(account, accounts, options, stop, report));
    return report;
}

Result<SyncReport> Engine::runAccount(AccountId id, const RunOptions &options, std::stop_token stop)
{
    VIGIE_TRY(const auto accounts, impl_->accounts());
    SyncReport report;
    for (const auto &account : accounts)
        if (account.id == id) {
            VIGIE_CHECK(impl_->runAccount(account, accounts, options, stop, report));
            return report;
        }
    return fail(Errc::NotFound, "no such account");
}

Result<SyncReport> Engine::fillGaps(AccountId id, const FillOptions &options, std::stop_token stop)
{
    // A gap is filled by going back through history once more, as far as its far end: pages already held cost nothing
    // but their reading, and addSeen closes the gap as it is covered.
    VIGIE_TRY(const auto gaps, impl_->parts.store.readNow<std::vector<SyncWindow>>(
                                   [id](store::Tx &tx) { return store::Sync(tx).openGaps(id); }));
    if (gaps.empty() && !options.from)
        return SyncReport{};
    VIGIE_TRY(const auto accounts, impl_->accounts());
    const auto found = std::find_if(accounts.begin(), accounts.end(), [id](const Account &one) { return one.id == id; });
    if (found == accounts.end())
        return fail(Errc::NotFound, "no such account");
    const auto *connector = impl_->parts.catalogue.find(found->connector);
    if (connector == nullptr)
        return fail(Errc::Unsupported, "this network is not known to this version");
    SyncReport report;
    for (const auto &stream : connector->streams(*found)) {
        if (!options.stream.empty() && stream.name != options.stream)
            continue;
        auto farEnd = options.from;
        for (const auto &gap : gaps)
            if (!options.from && gap.key.stream == stream.name)
                farEnd = farEnd ? std::min(*farEnd, gap.from) : gap.from;
        if (!farEnd)
            continue;
        if (!stream.backfill || stream.firehose) { // what it gave once is all it gives
            StreamReport refused;
            refused.key = StreamKey{id, stream.name};
            refused.error = Error{Errc::Unsupported, "this network gives no history", 0, {}, {}};
            report.streams.push_back(std::move(refused));
            continue;
        }
        const auto now = impl_->parts.clock.now();
        GapRun run(impl_->parts, impl_->early, StreamJob{*connector, *found, accounts, stream}, *farEnd, stop);
        VIGIE_TRY(auto line, run.run([&](Instant reached) {
                      if (options.progress && now > *farEnd)
                          options.progress(stream.name, std::clamp(static_cast<double>((now - reached).count()) / static_cast<double>((now - *farEnd).count()), 0.0, 1.0));
                  }));
        report.streams.push_back(std::move(line));
    }
    return report;
}

Result<int> Engine::fetchThread(ItemId id, std::stop_token stop)
{
    auto &parts = impl_->parts;
    VIGIE_TRY(const auto item, parts.store.readNow<std::optional<Item>>([id](store::Tx &tx) { return store::Items(tx).get(id); }));
    if (!item)
        return fail(Errc::NotFound, "the mention is no longer here");
    VIGIE_TRY(const auto accounts, impl_->accounts());
    for (const auto &account : accounts) {
        const auto *connector = parts.catalogue.find(account.connector);
        if (connector == nullptr || account.connector != item->connector || account.instance != item->instance
            || account.state != AccountState::Active)
            continue;
        VIGIE_TRY(auto thread, parts.courier.ask<connect::ThreadAnswer>(
                                   *connector, account, net::RatePriority::User, stop,
                                   [&](const connect::Context &context) { return connector->buildThread(context, item->nativeId); },
                                   [&](const connect::Context &context, const net::Response &response) {
                                       return connector->parseThread(context, item->nativeId, response);
                                   }));
        connect::FetchPage page;
        page.items = std::move(thread.items);
        const int layer = parts.analysis.layer();
        auto items = takeItems(parts, impl_->early, accounts, page);
        PageCommit commit{account, StreamKey{account.id, "thread"}, page, std::move(items), true, {}, {}, {}, {}};
        commit.toneLayer = layer;
        VIGIE_TRY(const auto outcome, commitPage(parts, impl_->early, std::move(commit)));
        return outcome.inserted;
    }
    return fail(Errc::Unsupported, "no connected account can read this conversation");
}

Result<void> Engine::acceptLive(const Account &account, const connect::StreamSpec &stream, std::vector<connect::FetchPage> pages)
{
    auto &parts = impl_->parts;
    VIGIE_TRY(const auto accounts, impl_->accounts());
    connect::FetchPage page;
    for (auto &one : pages) {
        one.reasons.resize(one.items.size());
        std::move(one.items.begin(), one.items.end(), std::back_inserter(page.items));
        std::move(one.reasons.begin(), one.reasons.end(), std::back_inserter(page.reasons));
        std::move(one.signals.begin(), one.signals.end(), std::back_inserter(page.signals));
        if (!one.cursor.empty())
            page.cursor = std::move(one.cursor);
    }
    const StreamKey key{account.id, stream.name};
    PageCommit commit{account, key, page, {}, false, {}, {}, {}, {}};
    commit.toneLayer = parts.analysis.layer();
    if (stream.firehose) {
        VIGIE_CHECK(impl_->firehose.refresh(parts.store));
        impl_->firehose.keep(page, accounts);
        commit.rememberEarly = false; // nearly all that is deleted there was never ours to hear
        VIGIE_TRY(const auto stored, parts.store.readNow<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor(key); }));
        const auto now = parts.clock.now();
        auto cursor = stored.value_or(SyncCursor{});
        // One stretch as long as the stream is fed; a break is filled by its replay, or written as a gap by liveLost().
        const auto since = !cursor.forward.empty() && cursor.lastOkAt ? *cursor.lastOkAt : now - Micros{1};
        cursor.key = key;
        if (!page.cursor.empty())
            cursor.forward = page.cursor;
        cursor.lastRunAt = cursor.lastOkAt = now;
        cursor.backfillDone = true;
        cursor.first = false;
        cursor.lastError.reset();
        commit.cursor = std::move(cursor);
        commit.seen = PageCommit::Stretch{since, now};
    }
    commit.items = takeItems(parts, impl_->early, accounts, page);
    VIGIE_CHECK(impl_->put(std::move(commit)));
    return {};
}

Result<void> Engine::liveLost(const Account &account, const connect::StreamSpec &stream)
{
    const StreamKey key{account.id, stream.name};
    return impl_->parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        store::Sync sync(tx);
        VIGIE_TRY(auto cursor, sync.cursor(key));
        if (!cursor || cursor->forward.empty())
            return {};
        if (cursor->lastOkAt && *cursor->lastOkAt < tx.now())
            VIGIE_CHECK(sync.addGap(key, *cursor->lastOkAt, tx.now(), "cursor-too-old", MissCause::NotRunning));
        cursor->forward.clear();
        return sync.saveCursor(*cursor);
    });
}

} // namespace vigie::intake
