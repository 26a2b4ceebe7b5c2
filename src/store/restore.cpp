// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/store.hpp>

#include "store/backup.hpp"

#include <filesystem>

namespace vigie::store {

Result<void> restoreFrom(const std::string &backup, const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::exists(backup, error))
        return fail(Errc::NotFound, "there is no backup at " + backup);
    {
        VIGIE_TRY(const auto session, Session::open(backup, SessionMode::ReadOnly));
        VIGIE_TRY(const auto findings, integrityFindings(*session));
        if (!findings.empty())
            return fail(Errc::StorageDamaged, "the backup itself is damaged: " + findings.front());
        VIGIE_TRY(const auto tables, session->guard([&] {
            return session->one<int>("SELECT count(*) FROM sqlite_schema WHERE name IN ('item', 'ticket', 'outbound')").value_or(0);
        }));
        if (tables != 3)
            return fail(Errc::InvalidInput, backup + " is not a Vigie workspace");
    }
    // The copy is whole beside the workspace before anything is moved.
    const auto fresh = path + ".restoring";
    fs::copy_file(backup, fresh, fs::copy_options::overwrite_existing, error);
    if (error)
        return fail(error == std::errc::no_space_on_device ? Errc::StorageFull : Errc::Storage, "the backup could not be copied: " + error.message());
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
    if (fs::exists(path, error)) {
        const auto kept = path + ".before-restore";
        // What the log beside the file holds belongs to the file: both move together.
        for (const auto *ending : {"", "-wal", "-shm"}) {
            fs::remove(kept + ending, error);
            if (fs::exists(path + ending, error)) {
                fs::rename(path + ending, kept + ending, error);
                if (error)
                    return fail(Errc::Storage, "the present workspace could not be put aside: " + error.message());
            }
        }
    }
    fs::rename(fresh, path, error);
    if (error)
        return fail(Errc::Storage, "the backup could not be put in place: " + error.message());
    return {};
}

} // namespace vigie::store
