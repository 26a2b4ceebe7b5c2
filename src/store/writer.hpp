// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread that writes: takes queued jobs in order, runs them in a common transaction (each but the first in a savepoint
// of its own), answers after the commit. While nothing is queued it does the store's own upkeep, a slice at a time.
// Thread: add() from any; all else on its own thread. Errors: those of the jobs and of the commit.
#pragma once

#include "store/session.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/store/store.hpp>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace vigie::store {

struct WriteJob {
    std::function<Result<void>(Tx &)> job;
    std::stop_token stop;
    std::function<void(Result<void>)> finish;
    Durability durability = Durability::Normal;
};

/// A slice of upkeep; false when there is nothing left to do.
using Upkeep = std::function<Result<bool>(Tx &)>;

class Writer {
public:
    /// `published` is called on the writer's thread after each commit that changed something.
    Writer(std::unique_ptr<Session> session, const Clock &clock, std::function<void(Change)> published, Upkeep upkeep);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void add(WriteJob job);
    /// Lets queued jobs run and ends the thread; the connection stays until the object goes.
    void finish();
    [[nodiscard]] bool onThisThread() const { return std::this_thread::get_id() == thread_.get_id(); }

private:
    struct Answer {
        std::function<void(Result<void>)> finish;
        Result<void> outcome;
    };

    void run(const std::stop_token &stop);
    void runGroup(WriteJob first);
    void runUpkeep();
    Result<void> runOne(const WriteJob &job, Change &change, bool alone);
    [[nodiscard]] bool lostTransaction() const;
    Result<void> begin(Durability durability);
    Result<void> commit();
    void rollback();
    bool next(Durability durability, WriteJob &job);

    std::unique_ptr<Session> session_;
    const Clock &clock_;
    std::function<void(Change)> published_;
    Upkeep upkeep_;
    bool upkeepDue_ = true;
    Durability pragma_ = Durability::Normal;
    std::int64_t dataVersion_ = 0;
    bool otherWrote_ = false;          ///< another process did, and nobody was told yet
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<WriteJob> jobs_;
    std::jthread thread_;
};

} // namespace vigie::store
