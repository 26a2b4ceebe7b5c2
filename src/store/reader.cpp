// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.hpp"

#include "store/step_watch.hpp"

#include <pthread.h>

#include <utility>

namespace vigie::store {

namespace {

constexpr int kReadThreads = 2;

} // namespace

/// A connection for as long as it lives.
class Readers::Loan {
public:
    explicit Loan(Readers &pool) : pool_(pool)
    {
        std::unique_lock lock(pool_.mutex_);
        pool_.returned_.wait(lock, [this] { return !pool_.free_.empty(); });
        session_ = std::move(pool_.free_.back());
        pool_.free_.pop_back();
    }
    ~Loan()
    {
        const std::lock_guard lock(pool_.mutex_);
        pool_.free_.push_back(std::move(session_));
        pool_.returned_.notify_one();
    }
    Loan(const Loan &) = delete;
    Loan &operator=(const Loan &) = delete;
    Session &session() { return *session_; }

private:
    Readers &pool_;
    std::unique_ptr<Session> session_;
};

Readers::Readers(std::vector<std::unique_ptr<Session>> sessions, const Clock &clock) : clock_(clock), free_(std::move(sessions))
{
    for (int i = 0; i < kReadThreads; ++i)
        threads_.emplace_back([this](const std::stop_token &stop) { run(stop); });
}

Readers::~Readers()
{
    ending_.request_stop();
    for (auto &thread : threads_)
        thread.request_stop();
    for (auto &thread : threads_)
        thread.join();
    for (auto &job : jobs_)
        job.finish(fail(Errc::Cancelled));
}

void Readers::add(ReadJob job)
{
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    wake_.notify_one();
}

void Readers::run(const std::stop_token &stop)
{
    pthread_setname_np(pthread_self(), "vigie-reader");
    for (;;) {
        ReadJob job;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); }) || stop.stop_requested())
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job.finish(job.stop.stop_requested() ? Result<void>(fail(Errc::Cancelled)) : runHere(job.job, job.stop));
    }
}

Result<void> Readers::runHere(const std::function<void(Tx &)> &job, const std::stop_token &stop)
{
    Loan loan(*this);
    return runOn(loan.session(), job, stop);
}

Result<void> Readers::runOn(Session &session, const std::function<void(Tx &)> &job, const std::stop_token &stop)
{
    const auto end = ending_.get_token();
    Result<void> outcome;
    {
        // Both are needed: the interrupt reaches statements inside the full-text table, the watch those that start later.
        const StepWatch watch(session, [&] { return stop.stop_requested() || end.stop_requested(); });
        const std::stop_callback onStop(stop, [&session] { session.interrupt(); });
        const std::stop_callback onEnd(end, [&session] { session.interrupt(); });
        outcome = session.guard([&] {
            session.script("BEGIN");
            session.transactionBegins();
            Change unused;
            Tx tx(session, unused, clock_.now());
            job(tx);
        });
    }
    if (!sqlite_api::sqlite3_get_autocommit(session.raw()))
        (void)session.guard([&] { session.script("ROLLBACK"); });
    if (stop.stop_requested() || end.stop_requested())
        return fail(Errc::Cancelled);
    return outcome;
}

Result<void> Readers::borrow(const std::function<Result<void>(Session &)> &work)
{
    Loan loan(*this);
    return work(loan.session());
}

} // namespace vigie::store
