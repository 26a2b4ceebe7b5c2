// SPDX-License-Identifier: GPL-3.0-or-later
// Where a piece of work runs. Every asynchronous call of Vigie takes its request, a std::stop_token, a reply executor
// and a callback, and answers exactly once on that executor (also when stopped: Errc::Cancelled).
// Thread: post() may be called from any thread. Errors: none; a task must not throw.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace vigie {

using Task = std::function<void()>;

class Executor {
public:
    virtual ~Executor() = default;
    virtual void post(Task task) = 0;
};

/// Runs the task at once, on the calling thread.
class InlineExecutor final : public Executor {
public:
    void post(Task task) override { task(); }
};

/// Keeps tasks until somebody runs them; for tests and for programs without an event loop.
class ManualExecutor final : public Executor {
public:
    void post(Task task) override;
    /// Runs what is queued now; returns how many tasks ran.
    std::size_t runPending();
    /// Runs tasks until `done` says so or the deadline passes; returns what `done` said last.
    bool runUntil(const std::function<bool()> &done, std::chrono::milliseconds deadline);

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
};

/// One thread, one queue, first come first served. Destruction lets queued tasks run, then joins.
class SerialWorker final : public Executor {
public:
    explicit SerialWorker(std::string name);
    ~SerialWorker() override;
    SerialWorker(const SerialWorker &) = delete;
    SerialWorker &operator=(const SerialWorker &) = delete;

    void post(Task task) override;
    [[nodiscard]] bool onThisThread() const;
    [[nodiscard]] std::size_t pending() const;

private:
    void run(const std::stop_token &stop);

    std::string name_;
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Task> tasks_;
    std::jthread thread_;
};

} // namespace vigie
