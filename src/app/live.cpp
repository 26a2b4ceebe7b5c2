// SPDX-License-Identifier: GPL-3.0-or-later
// Live streams, where a network offers them. Polling stays the baseline: a stream carries no ids to resume from, so after
// each reconnection the account is polled at once and what was missed is found that way.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/net/backoff.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

namespace vigie::app {

namespace {
constexpr int kMostFailures = 6; ///< after so many refusals in a row the stream is left alone until the next start
}

void Workspace::Impl::openStreams(const std::vector<Account> &accounts)
{
    if (stop.stop_requested())
        return;
    for (const auto &account : accounts) {
        const auto *connector = catalogue.find(account.connector);
        const bool live_ = connector != nullptr && account.state == AccountState::Active && account.capabilities.has(Capability::Stream);
        if (connector == nullptr)
            continue;
        for (const auto &stream : connector->streams(account)) {
            const StreamKey key{account.id, stream.name};
            bool start = false;
            {
                const std::lock_guard guard(mutex);
                const auto found = live.find(key);
                if (!live_) {
                    if (found != live.end() && found->second.wanted) {
                        found->second.stop.request_stop();
                        live.erase(found);
                    }
                    continue;
                }
                auto &entry = found == live.end() ? live[key] : found->second;
                const bool fresh = found == live.end();
                start = fresh || (entry.wanted && entry.reopenAt && *entry.reopenAt <= clock->now());
                if (start)
                    entry.reopenAt.reset();
            }
            if (start)
                openStream(account, stream);
        }
    }
}

void Workspace::Impl::openStream(const Account &account, const connect::StreamSpec &stream)
{
    const auto *connector = catalogue.find(account.connector);
    const StreamKey key{account.id, stream.name};
    const auto give_up = [&] {
        const std::lock_guard guard(mutex);
        live[key].wanted = false;
    };
    const auto credential = courier->credential(*connector, account, stop.get_token());
    if (!credential)
        return give_up();
    const auto cursor = store->readNow<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor(key); });
    const connect::Context context{account, credential->access, clock->now(), &*credential};
    auto request = connector->buildStream(context, stream.name, cursor && *cursor ? (*cursor)->forward : std::string{});
    if (!request)
        return give_up(); // this stream is only polled
    net::StreamHandlers handlers;
    handlers.opened = [this, key, id = account.id](const net::Response &) {
        {
            const std::lock_guard guard(mutex);
            live[key].open = true;
            live[key].failures = 0;
        }
        if (!stop.stop_requested())
            syncAccountLater(id); // what was said while nobody listened
    };
    handlers.event = [this, account, stream, connector](const net::StreamEvent &event) {
        if (stop.stop_requested())
            return;
        const connect::Context now{account, Secret{}, clock->now()};
        auto page = connector->parseStreamEvent(now, stream.name, event);
        if (!page || (page->items.empty() && page->signals.empty() && page->cursor.empty()))
            return; // events of a kind not known here are passed over
        bool first = false;
        {
            const std::lock_guard guard(mutex);
            auto &waiting = live[StreamKey{account.id, stream.name}].waiting;
            first = waiting.empty();
            waiting.push_back(std::move(*page));
        }
        // Under load the events that come while one batch is written make the next one.
        if (first)
            syncWorker->post([this, account, stream] { storeLive(account, stream); });
    };
    handlers.closed = [this, account, stream](const net::Failure &failure) { streamClosed(account, stream, failure); };
    std::stop_token token_;
    {
        const std::lock_guard guard(mutex);
        live[key].stop = std::stop_source();
        token_ = live[key].stop.get_token();
    }
    http->open(std::move(*request), token_, *eventWorker, std::move(handlers));
}

void Workspace::Impl::storeLive(const Account &account, const connect::StreamSpec &stream)
{
    std::vector<connect::FetchPage> pages;
    {
        const std::lock_guard guard(mutex);
        pages.swap(live[StreamKey{account.id, stream.name}].waiting);
    }
    if (stop.stop_requested() || pages.empty())
        return;
    const auto accepted = engine->acceptLive(account, stream, std::move(pages));
    if (!accepted)
        log::warning("live", "events of {} were not stored: {}", account.handle, accepted.error().detail);
}

void Workspace::Impl::streamClosed(const Account &account, const connect::StreamSpec &stream, const net::Failure &failure)
{
    const std::lock_guard guard(mutex);
    const auto found = live.find(StreamKey{account.id, stream.name});
    if (found == live.end() || failure.error.code == Errc::Cancelled)
        return;
    auto &entry = found->second;
    entry.open = false;
    ++entry.failures;
    const int status = failure.error.httpStatus;
    if (stream.firehose && status == 400 && entry.failures < kMostFailures) { // what it was asked to go on from is too old
        syncWorker->post([this, account, stream] {
            const auto lost = stop.stop_requested() ? Result<void>{} : engine->liveLost(account, stream);
            if (!lost)
                log::warning("live", "the gap of {} was not written: {}", account.handle, lost.error().detail);
        });
        nextSync[account.id] = clock->now(); // polling finds what can still be found
        entry.reopenAt = clock->now() + std::chrono::seconds{2};
        wake.ring();
        return;
    }
    // "Not here" and "not for you" are answers, not accidents: polling goes on alone.
    if (status == 400 || status == 401 || status == 403 || status == 404 || entry.failures >= kMostFailures) {
        entry.wanted = false;
        entry.reopenAt.reset();
        return;
    }
    Sequence sequence(static_cast<std::uint64_t>(toMicros(clock->now())));
    entry.reopenAt = clock->now() + net::fullJitter(sequence, entry.failures) + std::chrono::seconds{1};
    wake.ring();
}

} // namespace vigie::app
