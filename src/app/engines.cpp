// SPDX-License-Identifier: GPL-3.0-or-later
// What runs by itself: one ticker that sleeps until something is due, the workers that do it, and the publishing beat.
#include "app/workspace_impl.hpp"

#include "app/repeats.hpp"
#include "app/rules.hpp"

#include <vigie/base/log.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/promises.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <pthread.h>

namespace vigie::app {

namespace {

constexpr std::chrono::seconds kLongestSleep{60};
constexpr std::chrono::milliseconds kShortestSleep{5};
constexpr std::chrono::milliseconds kPracticeStep{500};   ///< of real time: people of the practice network move
constexpr std::chrono::seconds kPracticeRhythm{5};
constexpr int kErasedAtOnce = 100;

} // namespace

void Workspace::start()
{
    auto &impl = *impl_;
    {
        const std::lock_guard guard(impl.mutex);
        if (impl.started || !impl.options.engines)
            return;
        impl.started = true;
    }
    impl.rematchLater();
    impl.relevanceLater();
    impl.relaysLater({});
    impl.tonesLater();
    impl.clocksLater();
    if (!impl.options.practice)
        impl.mail->start();
    impl.beat->start();
    impl.ticker = std::jthread([&impl](const std::stop_token &stop) { impl.runTicker(stop); });
}

void Workspace::Impl::runTicker(const std::stop_token &stopToken)
{
    pthread_setname_np(pthread_self(), "ticker");
    const std::stop_callback ring(stopToken, [this] { wake.ring(); });
    const SystemClock machine;
    while (!stopToken.stop_requested()) {
        tick();
        // What rings may have come too late for the tick or have nothing for it: only what is due by now makes another one.
        const auto latest = machine.now() + (practice ? kPracticeStep : kLongestSleep);
        auto next = latest;
        do
            next = std::min(nextTick(), latest);
        while (!stopToken.stop_requested() && next > machine.now() && wake.wait(next) == Alarm::Woken::Rung);
    }
}

std::chrono::seconds Workspace::Impl::rhythm(const Account &account)
{
    // What the person set makes it rarer than the network advises, never oftener. The caller holds the mutex.
    if (account.practice) // the community's clock may run fast; ours polls in real time
        return std::max(kPracticeRhythm, pollEvery) * (scaledClock ? scaledClock->factor() : 1);
    const auto *connector = catalogue.find(account.connector);
    return std::max(pollEvery, connector != nullptr ? connector->describe().rate.pollEvery : std::chrono::seconds{60});
}

void Workspace::Impl::tick()
{
    const auto now = clock->now();
    if (practice)
        practice->step();
    else
        beat->look(); // rows that another program planned in this workspace
    const auto accounts = store->readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    if (accounts) {
        for (const auto &account : *accounts) {
            bool due = false;
            {
                const std::lock_guard guard(mutex);
                if (account.state != AccountState::Active) { // it has no rhythm until it is back
                    nextSync.erase(account.id);
                    continue;
                }
                auto &next = nextSync.try_emplace(account.id, now).first->second;
                // A clock that jumped back must not silence an account for as long as it jumped.
                if (next > now + rhythm(account) * 2 && waitUntil[account.id] <= now)
                    next = now;
                due = next <= now && syncing.count(account.id) == 0;
            }
            if (due)
                syncAccountLater(account.id);
        }
        openStreams(*accounts);
    }
    fetchEvidenceLater();
    const auto ended = store->writeNow<int>([](store::Tx &tx) { return store::Evidence(tx).eraseOverdue(kErasedAtOnce); });
    if (!ended)
        log::error("app", "evidence at the end of its term cannot be erased: {}", ended.error().detail);
    judgeAlertsLater(now);
    reportsLater();
    resultsLater(now);
    runRules(*store, catalogue);
    if (!nextRepeats || *nextRepeats <= now || *nextRepeats > now + 2 * kRepeatsEvery) { // a clock that jumped back stops nothing
        nextRepeats = now + kRepeatsEvery;
        makeRepeats(*store, catalogue);
    }
    const auto woken = store->writeNow<std::vector<TicketId>>([](store::Tx &tx) -> Result<std::vector<TicketId>> {
        VIGIE_TRY(const auto due, store::Tickets(tx).due(tx.now()));
        if (due.empty())
            return due;
        return desk::Desk(tx).wakeDue();
    });
    if (!woken)
        log::error("app", "snoozed tickets cannot be woken: {}", woken.error().detail);
    const auto late = store->readNow<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto due, store::Promises(tx).open(tx.now(), 1));
        return !due.empty();
    });
    if (late && *late)
        if (const auto opened = store->writeNow<std::vector<TicketId>>(desk::reopenPromised); !opened)
            log::error("app", "what was promised there cannot be opened again: {}", opened.error().detail);
}

Instant Workspace::Impl::nextTick()
{
    std::optional<Instant> next;
    const auto consider = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    {
        const std::lock_guard guard(mutex);
        for (const auto &[account, at] : nextSync)
            if (syncing.count(account) == 0)
                consider(at);
        for (const auto &[key, stream] : live)
            if (stream.reopenAt)
                consider(*stream.reopenAt);
        if (lookAround)
            consider(clock->now());
        lookAround = false;
    }
    const auto soonest = SystemClock().now() + kShortestSleep;
    return next ? std::max(machineTime(*next, *clock, scaledClock.get()), soonest) : soonest + kLongestSleep;
}

void Workspace::Impl::syncAccountLater(AccountId account)
{
    {
        const std::lock_guard guard(mutex);
        if (!syncing.insert(account).second)
            return;
    }
    syncWorker->post([this, account] {
        const auto report = stop.stop_requested() ? Result<intake::SyncReport>(fail(Errc::Cancelled))
                                                  : engine->runAccount(account, {}, stop.get_token());
        const auto stored = store->readNow<Account>([account](store::Tx &tx) { return store::Accounts(tx).get(account); });
        const auto now = clock->now();
        if (stored && stored->state == AccountState::Removed)
            shelf.clear(account); // what came while it was taken away
        const std::lock_guard guard(mutex);
        syncing.erase(account);
        auto &next = nextSync[account];
        next = now + (stored ? rhythm(*stored) : std::chrono::seconds{60});
        waitUntil.erase(account);
        if (report) {
            bool network = false;
            for (const auto &stream : report->streams) {
                if (stream.retryAt && *stream.retryAt > next)
                    next = waitUntil[account] = *stream.retryAt;
                network = network || (stream.error && stream.error->code == Errc::Network);
            }
            online = !network;
        }
        wake.ring();
    });
}

void Workspace::Impl::onChange(const Change &change)
{
    if (change.settings) {
        readSettings();
        {
            const std::lock_guard guard(mutex);
            lookAround = true; // a shorter rhythm is not slept through
        }
        wake.ring();
    }
    if (!change.itemsAdded.empty())
        relaysLater(change.itemsAdded);
    if (options.engines && (!change.itemsChanged.empty() || change.settings))
        tonesLater(); // a tone may have been said by hand, or the layer learned or forgotten
    if (change.queries) {
        relevanceLater();
        rematchLater();
    }
    if (options.engines && (change.settings || change.tags || !change.tickets.empty()))
        clocksLater();
    if (!change.outbounds.empty() || !change.accounts.empty())
        beat->look();
    if (change.accounts.empty())
        return;
    {
        const std::lock_guard guard(mutex);
        for (const auto account : change.accounts)
            lookAround = lookAround || nextSync.count(account) == 0; // a new one, or one that is back
    }
    wake.ring();
}

void Workspace::syncNow(std::optional<AccountId> account, std::stop_token stop, Executor &reply,
                        std::function<void(Result<intake::SyncReport>)> done)
{
    impl_->run<intake::SyncReport>(*impl_->syncWorker, reply, [this, account, stop] { return syncAndWait(account, {}, stop); }, std::move(done));
}

Result<intake::SyncReport> Workspace::syncAndWait(std::optional<AccountId> account, const intake::RunOptions &options, std::stop_token stop)
{
    return account ? impl_->engine->runAccount(*account, options, stop) : impl_->engine->runAll(options, stop);
}

void Workspace::publishNow(std::stop_token stop, Executor &reply, std::function<void(Result<plan::PublishReport>)> done)
{
    impl_->run<plan::PublishReport>(
        *impl_->publishWorker, reply,
        [this, stop] {
            std::stop_source either; // who waits for the run of the beat must not begin one of its own when the program ends
            const auto end = [&either] { either.request_stop(); };
            const std::stop_callback theirs(stop, end), ours(impl_->stop.get_token(), end);
            return publishAndWait(either.get_token());
        },
        std::move(done));
}

Result<plan::PublishReport> Workspace::publishAndWait(std::stop_token stop)
{
    return impl_->publisher->runDue(stop);
}

void Workspace::fillGaps(AccountId account, intake::FillOptions options, std::stop_token stop, Executor &reply,
                         std::function<void(Result<intake::SyncReport>)> done)
{
    if (options.progress)
        options.progress = [&reply, tell = std::move(options.progress)](const std::string &stream, double share) {
            reply.post([tell, stream, share] { tell(stream, share); });
        };
    impl_->run<intake::SyncReport>(*impl_->syncWorker, reply, [this, account, options = std::move(options), stop] { return fillGapsAndWait(account, options, stop); },
                                   std::move(done));
}

Result<intake::SyncReport> Workspace::fillGapsAndWait(AccountId account, const intake::FillOptions &options, std::stop_token stop)
{
    return impl_->engine->fillGaps(account, options, std::move(stop));
}

std::vector<Item> Workspace::shelf() const
{
    return impl_->shelf.all();
}

std::uint64_t Workspace::shelfVersion() const
{
    return impl_->shelf.version();
}

void Workspace::fetchThread(ItemId item, std::stop_token stop, Executor &reply, std::function<void(Result<int>)> done)
{
    impl_->run<int>(*impl_->syncWorker, reply, [this, item, stop] { return impl_->engine->fetchThread(item, stop); }, std::move(done));
}

void Workspace::importFile(std::string path, connect::ImportMapping mapping, std::stop_token stop, Executor &reply,
                           std::function<void(const intake::ImportReport &, double share)> progress,
                           std::function<void(Result<intake::ImportReport>)> done)
{
    auto onReply = [&reply, progress = std::move(progress)](const intake::ImportReport &report, double share) {
        if (progress)
            reply.post([progress, report, share] { progress(report, share); });
    };
    impl_->run<intake::ImportReport>(
        *impl_->accountWorker, reply,
        [this, path = std::move(path), mapping = std::move(mapping), onReply = std::move(onReply), stop] { return importAndWait(path, mapping, onReply, stop); },
        std::move(done));
}

Result<intake::ImportReport> Workspace::importAndWait(const std::string &path, const connect::ImportMapping &mapping,
                                                      const std::function<void(const intake::ImportReport &, double)> &progress, std::stop_token stop)
{
    return intake::importFile(*impl_->store, impl_->analysis, path, mapping, progress, stop);
}

practice::Server *Workspace::practiceServer()
{
    return impl_->practice.get();
}

void Workspace::setPracticeSpeed(int factor)
{
    if (impl_->scaledClock)
        impl_->scaledClock->setFactor(std::clamp(factor, 1, 1000));
    impl_->beat->look();
    impl_->wake.ring();
}

int Workspace::practiceSpeed() const
{
    return impl_->scaledClock ? impl_->scaledClock->factor() : 1;
}

} // namespace vigie::app
