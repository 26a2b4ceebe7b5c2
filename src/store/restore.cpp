// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/store.hpp>

#include "store/backup.hpp"
#include "store/migrate.hpp"

#include <filesystem>

namespace vigie::store {

namespace {

namespace fs = std::filesystem;

constexpr int kWaitMillis = 200;

Result<void> checkBackup(Session &session)
{
    const auto migrations = builtinMigrations();
    VIGIE_TRY(const int version, checkSchema(session, migrations));
    if (version == 0)
        return fail(Errc::InvalidInput, "the backup is empty");
    VIGIE_TRY(const auto findings, integrityFindings(session));
    if (!findings.empty())
        return fail(Errc::StorageDamaged, "the backup itself is damaged: " + findings.front());
    return {};
}

/// Folds the log beside the file into it, which also tells whether somebody has it open. A file too damaged for that is
/// put aside as it is.
Result<void> settle(const std::string &path)
{
    auto session = Session::open(path, SessionMode::ReadWrite);
    if (!session)
        return session.error().code == Errc::Busy ? Result<void>(fail(session.error())) : Result<void>();
    sqlite_api::sqlite3_busy_timeout((*session)->raw(), kWaitMillis);
    auto done = (*session)->guard([&] { (*session)->one<std::string>("PRAGMA journal_mode=DELETE"); });
    if (!done && done.error().code == Errc::Busy)
        return fail(Errc::Busy, "the workspace is open");
    return {};
}

/// The present file gets a second name, so that there is a workspace under its own name at every moment.
Result<void> putAside(const std::string &path)
{
    const auto kept = path + ".before-restore";
    std::error_code error;
    for (const auto *ending : {"-wal", "-shm", ""}) {
        fs::remove(kept + ending, error);
        if (!fs::exists(path + ending, error))
            continue;
        if (*ending == 0)
            fs::create_hard_link(path, kept, error);
        if (*ending != 0 || error)
            fs::rename(path + ending, kept + ending, error);
        if (error)
            return fail(Errc::Storage, "the present workspace could not be put aside: " + error.message());
    }
    return {};
}

} // namespace

Result<void> restoreFrom(const std::string &backup, const std::string &path)
{
    std::error_code error;
    if (!fs::exists(backup, error))
        return fail(Errc::NotFound, "there is no backup at " + backup);
    if (fs::equivalent(backup, path, error))
        return fail(Errc::InvalidInput, "the backup is the workspace itself");
    const auto fresh = path + ".restoring";
    {
        VIGIE_TRY(const auto session, Session::open(backup, SessionMode::ReadOnly));
        VIGIE_CHECK(checkBackup(*session));
        if (fs::exists(path, error))
            VIGIE_CHECK(settle(path));
        // Whole beside the workspace before anything is moved.
        VIGIE_CHECK(copyTo(*session, fresh, {}));
    }
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
    VIGIE_CHECK(putAside(path));
    fs::rename(fresh, path, error);
    if (error)
        return fail(Errc::Storage, "the backup could not be put in place: " + error.message());
    const auto folder = fs::path(path).parent_path();
    return flushFile(folder.empty() ? "." : folder.string());
}

} // namespace vigie::store
