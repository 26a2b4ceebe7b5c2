// SPDX-License-Identifier: GPL-3.0-or-later
// The sync engine: runs every stream of every account, page by page; each page and its cursor are one transaction.
// Thread: runAll()/runAccount() on one engine thread at a time. Errors: a run over six streams returns six outcomes;
// only Storage... and Cancelled end it.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/intake/shelf.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::intake {

struct StreamReport {
    StreamKey key;
    int pages = 0, inserted = 0, revised = 0, seen = 0, unreadable = 0;
    bool backfillDone = false;
    std::optional<Error> error;
    std::optional<Instant> retryAt;
};
struct SyncReport {
    std::vector<StreamReport> streams;
    [[nodiscard]] int inserted() const;
    [[nodiscard]] bool ok() const;
};

/// How a stored page becomes work for the desk; given by the app so that intake need not know the desk. Runs in the same
/// transaction as the page; at its end once more, for no item. `history`: from a first sync or older than an hour: nobody is to be told.
using Absorb = std::function<Result<void>(store::Tx &, ItemId, AccountId, const std::string &reason, bool history)>;

struct EngineParts {
    store::Store &store;
    const connect::Catalogue &catalogue;
    connect::Courier &courier;
    const Clock &clock;
    Analysis &analysis;
    Absorb absorb;
    Shelf *shelf = nullptr;               ///< where networks that allow no storage are shown; none: their items are dropped
};

struct RunOptions {
    int maxPagesPerStream = 200;          ///< forward pages of one run; beyond it a gap is written
    int backfillPages = 5;                ///< per run and stream
    std::chrono::hours backfillHorizon{24 * 90};
    std::function<void(const StreamReport &)> progress;
};

/// Which stretches are to be read again.
struct FillOptions {
    std::string stream;                   ///< of the account; empty: all of them
    std::optional<Instant> from;          ///< as far back as this, written down as missing or not; none: to the oldest open gap
    std::function<void(const std::string &stream, double share)> progress;
};

class Engine {
public:
    explicit Engine(EngineParts parts);
    ~Engine();
    Result<SyncReport> runAll(const RunOptions &options = {}, std::stop_token stop = {});
    Result<SyncReport> runAccount(AccountId account, const RunOptions &options = {}, std::stop_token stop = {});
    /// Reads the stretches of open gaps again where the network still has them. Pages read before it is stopped stay. A stream
    /// that gives no history is Unsupported in the report; what is too far back is written down as a gap for good.
    Result<SyncReport> fillGaps(AccountId account, const FillOptions &options = {}, std::stop_token stop = {});
    /// Missing parents and fresh counts of a conversation, for a person who is looking at it.
    Result<int> fetchThread(ItemId item, std::stop_token stop = {});
    /// Stores what a live stream delivered; of a firehose only what concerns us, with the cursor of the newest page.
    Result<void> acceptLive(const Account &account, const connect::StreamSpec &stream, std::vector<connect::FetchPage> pages);
    /// A stream that could resume no longer can: its cursor is dropped, and what was missed is a gap.
    Result<void> liveLost(const Account &account, const connect::StreamSpec &stream);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::intake
