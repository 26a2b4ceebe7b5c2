// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.hpp"

#include "store/column_changes.hpp"
#include "store/desk_matches.hpp"

#include <vigie/base/log.hpp>

#include <pthread.h>

#include <chrono>
#include <utility>

namespace vigie::store {

namespace {
/// A group stops taking jobs after this, so that an answer never waits long for others.
constexpr std::chrono::milliseconds kGroupTime{250};

/// Words to index, days to count anew.
bool leavesWork(const Change &change)
{
    return change.settings || !change.itemsAdded.empty() || !change.itemsChanged.empty() || !change.members.empty() || !change.tickets.empty()
           || !change.outbounds.empty() || !change.plans.empty();
}
} // namespace

Writer::Writer(std::unique_ptr<Session> session, const Clock &clock, std::function<void(Change)> published, Upkeep upkeep)
    : session_(std::move(session)), clock_(clock), published_(std::move(published)), upkeep_(std::move(upkeep)),
      thread_([this](const std::stop_token &stop) { run(stop); })
{
}

Writer::~Writer()
{
    finish();
}

void Writer::finish()
{
    thread_.request_stop();
    if (thread_.joinable())
        thread_.join();
}

void Writer::add(WriteJob job)
{
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    wake_.notify_one();
}

void Writer::run(const std::stop_token &stop)
{
    pthread_setname_np(pthread_self(), "vigie-writer");
    for (;;) {
        WriteJob job;
        {
            std::unique_lock lock(mutex_);
            if (jobs_.empty() && upkeepDue_ && !stop.stop_requested()) {
                lock.unlock();
                runUpkeep();
                continue;
            }
            if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); }))
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        runGroup(std::move(job));
    }
}

/// The next job if it may join a transaction of this durability.
bool Writer::next(Durability durability, WriteJob &job)
{
    const std::lock_guard lock(mutex_);
    if (jobs_.empty() || (durability == Durability::Normal && jobs_.front().durability == Durability::Full))
        return false;
    job = std::move(jobs_.front());
    jobs_.pop_front();
    return true;
}

Result<void> Writer::begin(Durability durability)
{
    return session_->guard([&] {
        // The pragma cannot change inside a transaction, and is only worth a statement when it differs.
        if (pragma_ != durability) {
            session_->script(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            pragma_ = durability;
        }
        session_->script("BEGIN IMMEDIATE");
        session_->transactionBegins();
        // Another process may write too; what was remembered of the tables is then worth nothing.
        const auto version = session_->one<std::int64_t>("PRAGMA data_version").value_or(0);
        if (version != dataVersion_)
            session_->dropCaches();
        otherWrote_ = otherWrote_ || (dataVersion_ != 0 && version != dataVersion_);
        dataVersion_ = version;
    });
}

Result<void> Writer::commit()
{
    auto done = session_->guard([&] { session_->script("COMMIT"); });
    if (!done)
        rollback();
    return done;
}

void Writer::rollback()
{
    session_->dropCaches();
    if (!sqlite_api::sqlite3_get_autocommit(session_->raw()))
        (void)session_->guard([&] { session_->script("ROLLBACK"); });
}

bool Writer::lostTransaction() const
{
    return sqlite_api::sqlite3_get_autocommit(session_->raw()) != 0;
}

/// `alone`: the first of its group, whose transaction nobody shares yet. It needs no savepoint, and is better without: beneath one SQLite
/// keeps a copy in memory of every page that changes, and walks through all of them at the end of each statement, so that an action
/// over thousands of rows costs several times its rows. When it fails, the transaction is still open and to be rolled back.
Result<void> Writer::runOne(const WriteJob &job, Change &change, bool alone)
{
    if (job.stop.stop_requested())
        return fail(Errc::Cancelled);
    if (!alone)
        VIGIE_CHECK(session_->guard([&] { session_->script("SAVEPOINT job"); }));
    Change own;
    auto outcome = session_->guard([&]() -> Result<void> {
        Tx tx(*session_, own, clock_.now());
        VIGIE_CHECK(job.job(tx));
        settleDeskMatches(tx);
        keepColumnChanges(tx);
        return {};
    });
    if (lostTransaction())
        return outcome ? Result<void>(fail(Errc::Storage, "the transaction was rolled back")) : outcome;
    auto ended = alone ? Result<void>{} : session_->guard([&] { session_->script(outcome ? "RELEASE job" : "ROLLBACK TO job; RELEASE job"); });
    if (!outcome) {
        session_->dropCaches();
        return outcome;
    }
    if (ended)
        change.merge(own);
    return ended;
}

void Writer::runGroup(WriteJob first)
{
    const Durability durability = first.durability;
    auto begun = begin(durability);
    if (!begun) {
        // Whoever waits behind this job would only wait for the same lock in turn: each asks for itself.
        first.finish(std::move(begun));
        return;
    }
    const auto until = std::chrono::steady_clock::now() + kGroupTime;
    std::vector<Answer> answers;
    Change change;
    Result<void> lost;
    WriteJob job = std::move(first);
    do {
        const bool alone = answers.empty();
        auto outcome = runOne(job, change, alone);
        if (alone && !outcome && !lostTransaction()) {
            rollback();
            job.finish(std::move(outcome));
            return; // whoever waits behind it begins anew
        }
        if (lostTransaction()) {
            lost = outcome;
            answers.push_back({std::move(job.finish), std::move(outcome)});
            break;
        }
        answers.push_back({std::move(job.finish), std::move(outcome)});
    } while (std::chrono::steady_clock::now() < until && next(durability, job));

    Result<void> committed = lost ? commit() : lost;
    if (!lost)
        rollback();
    if (committed && std::exchange(otherWrote_, false))
        change.queries = change.tags = change.settings = change.alerts = true; // nobody can tell what it was
    if (committed && !change.empty()) {
        upkeepDue_ = upkeepDue_ || leavesWork(change);
        published_(std::move(change));
    }
    for (auto &answer : answers) {
        // Nobody is told of success before it is in the file.
        if (answer.outcome && !committed)
            answer.outcome = fail(committed.error());
        answer.finish(std::move(answer.outcome));
    }
}

void Writer::runUpkeep()
{
    auto begun = begin(Durability::Normal);
    if (!begun) {
        upkeepDue_ = begun.error().code == Errc::Busy; // somebody else writes: again later
        return;
    }
    Change change;
    auto more = session_->guard([&]() -> Result<bool> {
        Tx tx(*session_, change, clock_.now());
        auto left = upkeep_(tx);
        if (left)
            keepColumnChanges(tx);
        return left;
    });
    upkeepDue_ = more && *more;
    if (!more) {
        log::error("store", "upkeep: {}", more.error().detail);
        rollback();
        return;
    }
    if (commit() && !change.empty())
        published_(std::move(change));
}

} // namespace vigie::store
