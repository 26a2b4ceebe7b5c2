// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace file: one writer thread that groups queued jobs into transactions, a small pool of read connections, and
// the change feed. SQL lives in src/store only; repositories (items.hpp, tickets.hpp ...) are made from a Tx.
// Thread: Store may be used from any thread. readNow/writeNow wait and are for engine threads, programs without a window
// and tests; never call them on a window's thread or inside a job (a job that queues and waits for itself never ends).
// Errors: Storage, StorageFull, StorageDamaged, SchemaTooNew, Busy, Cancelled, and what the job itself returns.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/base/executor.hpp>
#include <vigie/base/result.hpp>
#include <vigie/model/change.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

class Session; // a connection; src/store only

/// A transaction in progress. Valid only inside the job it was given to.
class Tx {
public:
    Tx(Session &session, Change &change, Instant now) : session_(session), change_(change), now_(now) {}
    [[nodiscard]] Session &session() { return session_; }
    /// What this transaction changes; repositories fill it, the store publishes it after the commit.
    [[nodiscard]] Change &change() { return change_; }
    [[nodiscard]] Instant now() const { return now_; }
    /// The undoable action that changes are recorded under, see Tickets::beginChangeSet(); none: nothing is recorded.
    [[nodiscard]] ChangeSetId changeSet() const { return changeSet_; }
    void setChangeSet(ChangeSetId id) { changeSet_ = id; }

private:
    Session &session_;
    Change &change_;
    Instant now_;
    ChangeSetId changeSet_;
};

enum class Durability : std::uint8_t {
    Normal, ///< survives the death of the program (mentions can be fetched again after a power cut)
    Full    ///< on the disk before the answer: drafts, notes, everything that is sent
};

struct OpenOptions {
    bool create = true;
    bool readOnly = false;
    std::string backupFolder;      ///< where the copy before a migration goes; empty: beside the file
    bool integrityCheck = false;   ///< PRAGMA quick_check at opening, of a small file or one that was not closed properly
};

class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<void> token) : token_(std::move(token)) {}
    void cancel() { token_.reset(); }

private:
    std::shared_ptr<void> token_;
};

class Store {
public:
    /// `url`: a file path, or "file:..." ; the clock must outlive the store.
    static Result<std::unique_ptr<Store>> open(const std::string &url, const Clock &clock, const OpenOptions &options = {});
    ~Store();

    template <class T>
    Result<T> readNow(const std::function<Result<T>(Tx &)> &job)
    {
        Result<T> result = fail(Errc::Internal, "job did not run");
        auto outcome = runRead([&](Tx &tx) { result = job(tx); });
        if (!outcome)
            return fail(std::move(outcome.error()));
        return result;
    }
    /// The job's changes are committed when this returns a value; an error from the job rolls back the job alone.
    template <class T>
    Result<T> writeNow(const std::function<Result<T>(Tx &)> &job, Durability durability = Durability::Normal)
    {
        Result<T> result = fail(Errc::Internal, "job did not run");
        auto outcome = runWrite([&](Tx &tx) -> Result<void> {
            result = job(tx);
            if (!result)
                return fail(result.error());
            return {};
        }, durability);
        if (!outcome)
            return fail(std::move(outcome.error()));
        return result;
    }
    template <class T>
    void read(std::function<Result<T>(Tx &)> job, std::stop_token stop, Executor &reply, std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<Result<T>>(fail(Errc::Cancelled));
        queueRead([job = std::move(job), result](Tx &tx) { *result = job(tx); }, std::move(stop), reply,
                  [result, done = std::move(done)](Result<void> outcome) {
                      if (!outcome)
                          *result = fail(std::move(outcome.error()));
                      done(std::move(*result));
                  });
    }
    template <class T>
    void write(std::function<Result<T>(Tx &)> job, std::stop_token stop, Executor &reply, std::function<void(Result<T>)> done,
               Durability durability = Durability::Full)
    {
        auto result = std::make_shared<Result<T>>(fail(Errc::Cancelled));
        queueWrite(
            [job = std::move(job), result](Tx &tx) -> Result<void> {
                *result = job(tx);
                if (!*result)
                    return fail(result->error());
                return {};
            },
            std::move(stop), reply,
            [result, done = std::move(done)](Result<void> outcome) {
                if (!outcome)
                    *result = fail(std::move(outcome.error()));
                done(std::move(*result));
            },
            durability);
    }

    /// Called on `reply` after each commit, in order. The subscription ends when the returned object goes.
    [[nodiscard]] Subscription subscribe(Executor &reply, std::function<void(const Change &)> listener);

    /// A consistent copy while running (VACUUM INTO / backup API).
    Result<void> backupTo(const std::string &path, const std::function<bool(double share)> &progress = {});
    /// Full integrity check of base and full-text index; the value is a list of findings, empty when sound.
    Result<std::vector<std::string>> verify();
    [[nodiscard]] const std::string &path() const;
    [[nodiscard]] int schemaVersion() const;
    [[nodiscard]] const Clock &clock() const;

private:
    Store();
    Result<void> runRead(const std::function<void(Tx &)> &job);
    Result<void> runWrite(const std::function<Result<void>(Tx &)> &job, Durability durability);
    void queueRead(std::function<void(Tx &)> job, std::stop_token stop, Executor &reply, std::function<void(Result<void>)> done);
    void queueWrite(std::function<Result<void>(Tx &)> job, std::stop_token stop, Executor &reply,
                    std::function<void(Result<void>)> done, Durability durability);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Replaces the workspace at `path` by the copy at `backup`, after checking it; the old file is kept beside it with the
/// suffix ".before-restore". The workspace must not be open.
Result<void> restoreFrom(const std::string &backup, const std::string &path);

/// One process may sync and publish a workspace at a time; others may read. Held until the object goes; released by the
/// system when the process dies. Errors: Busy (with the holder's name and process id in the detail).
class WorkspaceLock {
public:
    static Result<WorkspaceLock> acquire(const std::string &workspacePath, std::string_view holder);
    WorkspaceLock(WorkspaceLock &&) noexcept;
    WorkspaceLock &operator=(WorkspaceLock &&) noexcept;
    ~WorkspaceLock();

private:
    explicit WorkspaceLock(int fd) : fd_(fd) {}
    int fd_ = -1;
};

} // namespace vigie::store
