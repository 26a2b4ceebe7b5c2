// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/store.hpp>

#include "store/backup.hpp"
#include "store/migrate.hpp"
#include "store/reader.hpp"
#include "store/upkeep.hpp"
#include "store/writer.hpp"

#include <vigie/base/log.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <system_error>

namespace vigie::store {

namespace {

constexpr int kReadConnections = 3;

/// A job that waits for another job of the same store would wait for itself.
thread_local int insideJob = 0;
struct InsideJob {
    InsideJob() { ++insideJob; }
    ~InsideJob() { --insideJob; }
    InsideJob(const InsideJob &) = delete;
    InsideJob &operator=(const InsideJob &) = delete;
};

struct Subscriber {
    Subscriber(Executor &executor, std::function<void(const Change &)> callback) : reply(executor), listener(std::move(callback)) {}
    Executor &reply;
    std::function<void(const Change &)> listener;
};

std::string pathOf(const std::string &url)
{
    if (url.rfind("file:", 0) != 0)
        return url;
    std::string path = url.substr(5, url.find('?') == std::string::npos ? std::string::npos : url.find('?') - 5);
    if (path.rfind("//", 0) == 0)
        path = path.substr(path.find('/', 2) == std::string::npos ? path.size() : path.find('/', 2));
    return path;
}

Result<void> checkPath(const std::string &path, const OpenOptions &options)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::is_directory(status))
        return fail(Errc::InvalidInput, "a folder, not a workspace file: " + path);
    if (std::filesystem::exists(status))
        return {};
    if (status.type() != std::filesystem::file_type::not_found)
        return fail(Errc::Storage, "cannot look at " + path + ": " + error.message());
    if (options.readOnly || !options.create)
        return fail(Errc::NotFound, "no workspace at " + path);
    return {};
}

Result<void> quickCheck(Session &session)
{
    return session.guard([&]() -> Result<void> {
        const auto finding = session.one<std::string>("PRAGMA quick_check(1)");
        if (finding && *finding != "ok")
            return fail(Errc::StorageDamaged, *finding);
        return {};
    });
}

/// Reading the whole of a large workspace at every start would cost seconds; one that was closed as it should be has no log
/// beside it. A page that went bad since is found when it is read, and all of them by checkIntegrity().
bool worthChecking(const std::string &path)
{
    constexpr std::uintmax_t kSmall = 64U << 20;
    std::error_code none;
    const auto size = std::filesystem::file_size(path, none);
    if (none || size <= kSmall)
        return true;
    const auto log = std::filesystem::file_size(path + "-wal", none);
    return !none && log > 0;
}

Result<void> ensureMeta(Session &session, Instant now)
{
    return session.guard([&] {
        if (session.one<int>("SELECT count(*) FROM meta WHERE key IN ('created_at', 'fold_version', 'rollup_zone')").value_or(0) == 3)
            return;
        const auto put = [&](const char *key, const std::string &value) {
            session.exec("INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT DO NOTHING", key, value);
        };
        put("created_at", std::to_string(toMicros(now)));
        put("fold_version", std::to_string(text::kFoldVersion));
        put("rollup_zone", "UTC");
    });
}

} // namespace

struct Store::Impl {
    std::string url, path;
    const Clock *clock = nullptr;
    int version = 0;
    std::mutex mutex; // of the list of subscribers
    std::vector<std::weak_ptr<Subscriber>> subscribers;
    std::uint64_t sequence = 0; // writer's thread
    std::unique_ptr<Readers> readers;
    std::unique_ptr<Writer> writer;

    void publish(Change change)
    {
        change.sequence = ++sequence;
        const auto shared = std::make_shared<const Change>(std::move(change));
        const std::lock_guard lock(mutex);
        subscribers.erase(std::remove_if(subscribers.begin(), subscribers.end(), [](const auto &weak) { return weak.expired(); }),
                          subscribers.end());
        for (const auto &weak : subscribers)
            if (const auto subscriber = weak.lock())
                subscriber->reply.post([weak = weak, shared] {
                    if (const auto alive = weak.lock())
                        alive->listener(*shared);
                });
    }
};

Store::Store() : impl_(std::make_unique<Impl>()) {}

Store::~Store()
{
    if (impl_->writer)
        impl_->writer->finish();
    // The last connection to go empties the WAL into the file, which only the writer's may do.
    impl_->readers.reset();
    impl_->writer.reset();
}

Result<std::unique_ptr<Store>> Store::open(const std::string &url, const Clock &clock, const OpenOptions &options)
{
    std::unique_ptr<Store> store(new Store);
    auto &impl = *store->impl_;
    impl.url = url;
    impl.path = pathOf(url);
    impl.clock = &clock;
    VIGIE_CHECK(checkPath(impl.path, options));
    const auto migrations = builtinMigrations();
    const auto mode = options.readOnly ? SessionMode::ReadOnly : options.create ? SessionMode::Create : SessionMode::ReadWrite;
    if (!options.readOnly && std::filesystem::exists(impl.path)) {
        // Looked at without writing first: a file of another program or a newer one is left as it was.
        VIGIE_TRY(auto look, Session::open(url, SessionMode::ReadOnly));
        VIGIE_TRY([[maybe_unused]] const int seen, checkSchema(*look, migrations));
    }
    // What people write in private is for the person at this desk; SQLite gives the same rights to the files beside it. A
    // workspace that is there stays as it is, and where a new one cannot be made, the opening that follows tells why.
    if (mode == SessionMode::Create)
        (void)createPrivate(impl.path);
    const bool check = options.integrityCheck && worthChecking(impl.path);
    VIGIE_TRY(auto first, Session::open(url, mode));
    if (check)
        VIGIE_CHECK(quickCheck(*first));
    if (options.readOnly) {
        VIGIE_TRY(impl.version, checkSchema(*first, migrations));
        if (impl.version != migrations.back().version)
            return fail(Errc::Unsupported, "schema version " + std::to_string(impl.version) + " must be migrated first");
    } else {
        VIGIE_TRY(impl.version, migrate(*first, impl.path, options.backupFolder, migrations));
        VIGIE_CHECK(ensureMeta(*first, clock.now()));
    }
    std::vector<std::unique_ptr<Session>> readers;
    for (int i = 0; i < kReadConnections; ++i) {
        VIGIE_TRY(auto reader, Session::open(url, SessionMode::ReadOnly));
        readers.push_back(std::move(reader));
    }
    impl.readers = std::make_unique<Readers>(std::move(readers), clock);
    if (!options.readOnly)
        impl.writer = std::make_unique<Writer>(std::move(first), clock, [&impl](Change change) { impl.publish(std::move(change)); }, upkeepSlice);
    return store;
}

Subscription Store::subscribe(Executor &reply, std::function<void(const Change &)> listener)
{
    auto subscriber = std::make_shared<Subscriber>(reply, std::move(listener));
    const std::lock_guard lock(impl_->mutex);
    impl_->subscribers.push_back(subscriber);
    return Subscription(std::move(subscriber));
}

Result<void> Store::runRead(const std::function<void(Tx &)> &job)
{
    if (insideJob > 0)
        return fail(Errc::Internal, "a job of the store waits for the store");
    return impl_->readers->runHere([&](Tx &tx) {
        const InsideJob mark;
        job(tx);
    }, {});
}

Result<void> Store::runWrite(const std::function<Result<void>(Tx &)> &job, Durability durability)
{
    if (insideJob > 0)
        return fail(Errc::Internal, "a job of the store waits for the store");
    if (!impl_->writer)
        return fail(Errc::Storage, "the workspace is open for reading only");
    std::mutex mutex;
    std::condition_variable done;
    std::optional<Result<void>> outcome;
    WriteJob write;
    write.durability = durability;
    write.job = [&](Tx &tx) {
        const InsideJob mark;
        return job(tx);
    };
    write.finish = [&](Result<void> result) {
        const std::lock_guard lock(mutex);
        outcome.emplace(std::move(result));
        done.notify_one();
    };
    impl_->writer->add(std::move(write));
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return outcome.has_value(); });
    return std::move(*outcome);
}

void Store::queueRead(std::function<void(Tx &)> job, std::stop_token stop, Executor &reply, std::function<void(Result<void>)> done)
{
    ReadJob read;
    read.job = [job = std::move(job)](Tx &tx) {
        const InsideJob mark;
        job(tx);
    };
    read.stop = std::move(stop);
    read.finish = [&reply, done = std::move(done)](Result<void> outcome) {
        reply.post([done, outcome = std::move(outcome)] { done(outcome); });
    };
    impl_->readers->add(std::move(read));
}

void Store::queueWrite(std::function<Result<void>(Tx &)> job, std::stop_token stop, Executor &reply,
                       std::function<void(Result<void>)> done, Durability durability)
{
    WriteJob write;
    write.job = [job = std::move(job)](Tx &tx) {
        const InsideJob mark;
        return job(tx);
    };
    write.stop = std::move(stop);
    write.durability = durability;
    write.finish = [&reply, done = std::move(done)](Result<void> outcome) {
        reply.post([done, outcome = std::move(outcome)] { done(outcome); });
    };
    if (!impl_->writer) {
        write.finish(fail(Errc::Storage, "the workspace is open for reading only"));
        return;
    }
    impl_->writer->add(std::move(write));
}

Result<void> Store::backupTo(const std::string &path, const std::function<bool(double share)> &progress)
{
    return impl_->readers->borrow([&](Session &session) { return copyTo(session, path, progress); });
}

Result<std::vector<std::string>> Store::verify()
{
    std::vector<std::string> findings;
    VIGIE_CHECK(impl_->readers->borrow([&](Session &session) -> Result<void> {
        VIGIE_TRY(findings, integrityFindings(session));
        return {};
    }));
    if (!impl_->writer)
        return findings;
    // The full-text table checks itself on command only, and a command is a write.
    auto index = runWrite([](Tx &tx) {
        return tx.session().guard([&] { tx.session().script("INSERT INTO item_fts(item_fts) VALUES('integrity-check')"); });
    }, Durability::Normal);
    if (!index) {
        if (index.error().code != Errc::StorageDamaged)
            return fail(std::move(index.error()));
        findings.push_back("the full-text index is damaged: " + index.error().detail);
    }
    return findings;
}

const std::string &Store::path() const
{
    return impl_->path;
}

int Store::schemaVersion() const
{
    return impl_->version;
}

const Clock &Store::clock() const
{
    return *impl_->clock;
}

} // namespace vigie::store
