// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace vigie::store {

namespace {

constexpr int kStepsPerLook = 5'000;
constexpr int kMaxFindings = 100;

/// How far a copy has come, told by the size of what is written.
struct Watch {
    const std::function<bool(double)> &progress;
    std::string part;
    double whole = 1;
    bool refused = false;

    static int look(void *context)
    {
        auto &self = *static_cast<Watch *>(context);
        std::error_code none;
        const auto size = std::filesystem::file_size(self.part, none);
        self.refused = !self.progress(none ? 0.0 : std::min(0.99, static_cast<double>(size) / self.whole));
        return self.refused ? 1 : 0;
    }
};

} // namespace

Result<void> createPrivate(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return fail(errno == EEXIST ? Errc::Conflict : errno == ENOSPC ? Errc::StorageFull : Errc::Storage, path + ": " + std::strerror(errno));
    ::close(fd);
    return {};
}

Result<void> flushFile(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(Errc::Storage, path + ": " + std::strerror(errno));
    const bool done = ::fsync(fd) == 0;
    const int problem = errno;
    ::close(fd);
    if (!done)
        return fail(problem == ENOSPC ? Errc::StorageFull : Errc::Storage, path + ": " + std::strerror(problem));
    return {};
}

Result<void> copyTo(Session &session, const std::string &path, const std::function<bool(double share)> &progress)
{
    // A copy cut short never carries the name of a whole one.
    Watch watch{progress, path + ".part", 1, false};
    std::error_code ignored;
    std::filesystem::remove(watch.part, ignored);
    VIGIE_CHECK(createPrivate(watch.part)); // VACUUM INTO takes an empty file
    bool guarded = false;
    auto copied = session.guard([&] {
        // The copy counts as a write there, though the connection itself cannot write to the workspace.
        guarded = session.one<int>("PRAGMA query_only").value_or(0) != 0;
        session.script("PRAGMA query_only=OFF");
        watch.whole = std::max(1.0, session.one<double>("SELECT CAST(page_count AS REAL) * page_size FROM pragma_page_count(), pragma_page_size()").value_or(1));
        if (progress)
            sqlite_api::sqlite3_progress_handler(session.raw(), kStepsPerLook, Watch::look, &watch);
        session.exec("VACUUM INTO ?", watch.part);
    });
    if (guarded)
        (void)session.guard([&] { session.script("PRAGMA query_only=ON"); });
    sqlite_api::sqlite3_progress_handler(session.raw(), 0, nullptr, nullptr);
    if (!copied) {
        std::filesystem::remove(watch.part, ignored);
        if (watch.refused)
            return fail(Errc::Cancelled);
        return copied;
    }
    // VACUUM INTO does not wait for the disk.
    if (auto flushed = flushFile(watch.part); !flushed) {
        std::filesystem::remove(watch.part, ignored);
        return flushed;
    }
    std::error_code error;
    std::filesystem::rename(watch.part, path, error);
    if (error) {
        std::filesystem::remove(watch.part, ignored);
        return fail(Errc::Storage, "backup: " + error.message());
    }
    if (progress)
        progress(1);
    return {};
}

Result<std::vector<std::string>> integrityFindings(Session &session)
{
    return session.guard([&] {
        std::vector<std::string> out;
        session.each<std::string>("PRAGMA integrity_check(" + std::to_string(kMaxFindings) + ")", {}, [&](std::string finding) {
            if (finding != "ok")
                out.push_back(std::move(finding));
        });
        session.each<std::string, std::optional<std::int64_t>, std::string>(
            "PRAGMA foreign_key_check", {}, [&](const std::string &table, std::optional<std::int64_t> row, const std::string &parent) {
                if (out.size() < kMaxFindings)
                    out.push_back(table + " row " + std::to_string(row.value_or(0)) + " names a row of " + parent + " that is not there");
            });
        const auto unlisted = session.one<int>("SELECT count(*) FROM item i WHERE NOT EXISTS(SELECT 1 FROM query_match m WHERE m.query_id=0 AND m.item_id=i.id)");
        if (unlisted.value_or(0) > 0)
            out.push_back(std::to_string(*unlisted) + " items are missing from query_match");
        return out;
    });
}

} // namespace vigie::store
