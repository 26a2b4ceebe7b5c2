// SPDX-License-Identifier: GPL-3.0-or-later
// A pool of read connections, and two threads that run queued reads on them. Every read sees one snapshot.
// Thread: any. Errors: Cancelled, Storage...
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

struct ReadJob {
    std::function<void(Tx &)> job;
    std::stop_token stop;
    std::function<void(Result<void>)> finish;
};

class Readers {
public:
    Readers(std::vector<std::unique_ptr<Session>> sessions, const Clock &clock);
    /// Queued reads are answered Cancelled, running ones interrupted.
    ~Readers();
    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;

    void add(ReadJob job);
    /// On the calling thread, as soon as a connection is free.
    Result<void> runHere(const std::function<void(Tx &)> &job, const std::stop_token &stop);
    /// For work that is not a Tx: copies, checks.
    Result<void> borrow(const std::function<Result<void>(Session &)> &work);

private:
    class Loan;
    void run(const std::stop_token &stop);
    Result<void> runOn(Session &session, const std::function<void(Tx &)> &job, const std::stop_token &stop);

    const Clock &clock_;
    std::mutex mutex_;
    std::condition_variable_any wake_;   ///< a job came
    std::condition_variable returned_;   ///< a connection is free
    std::vector<std::unique_ptr<Session>> free_;
    std::deque<ReadJob> jobs_;
    std::stop_source ending_;
    std::vector<std::jthread> threads_;
};

} // namespace vigie::store
