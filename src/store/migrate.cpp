// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrate.hpp"

#include "store/backup.hpp"

#include <vigie/base/log.hpp>
#include <vigie_embedded/sql.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace vigie::store {

namespace {

std::string backupName(const std::string &path, const std::string &folder, int version)
{
    std::filesystem::path target(path);
    if (!folder.empty())
        target = std::filesystem::path(folder) / target.filename();
    return target.string() + ".v" + std::to_string(version) + ".backup";
}

Result<void> applyOne(Session &session, const Migration &migration)
{
    auto applied = session.guard([&] {
        session.script("BEGIN IMMEDIATE");
        // Another process may have been faster while this one waited for the lock.
        if (session.one<int>("PRAGMA user_version").value_or(0) < migration.version) {
            session.script(migration.sql);
            session.script("PRAGMA user_version=" + std::to_string(migration.version));
            session.script("PRAGMA application_id=" + std::to_string(kApplicationId));
        }
        session.script("COMMIT");
    });
    if (!applied) {
        if (!sqlite_api::sqlite3_get_autocommit(session.raw()))
            (void)session.guard([&] { session.script("ROLLBACK"); });
        applied.error().detail = migration.name + ": " + applied.error().detail;
    }
    return applied;
}

} // namespace

std::vector<Migration> builtinMigrations()
{
    std::vector<Migration> out;
    for (const auto &file : embedded::sql) {
        Migration migration;
        migration.name = file.name;
        migration.version = std::atoi(file.name);
        migration.sql = file.data;
        out.push_back(std::move(migration));
    }
    std::sort(out.begin(), out.end(), [](const Migration &a, const Migration &b) { return a.version < b.version; });
    return out;
}

Result<int> schemaVersionOf(Session &session)
{
    return session.guard([&] { return session.one<int>("PRAGMA user_version").value_or(0); });
}

Result<int> checkSchema(Session &session, std::span<const Migration> migrations)
{
    VIGIE_TRY(const int version, schemaVersionOf(session));
    VIGIE_TRY(const int application, session.guard([&] { return session.one<int>("PRAGMA application_id").value_or(0); }));
    VIGIE_TRY(const int tables, session.guard([&] { return session.one<int>("SELECT count(*) FROM sqlite_master").value_or(0); }));
    if (application != kApplicationId && (application != 0 || tables > 0))
        return fail(Errc::InvalidInput, "the file is not a Vigie workspace");
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version > newest)
        return fail(Errc::SchemaTooNew, "schema version " + std::to_string(version) + ", this program knows " + std::to_string(newest));
    return version;
}

Result<int> migrate(Session &session, const std::string &path, const std::string &backupFolder,
                    std::span<const Migration> migrations)
{
    VIGIE_TRY(int version, checkSchema(session, migrations));
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version == newest)
        return version;
    if (version > 0)
        VIGIE_CHECK(copyTo(session, backupName(path, backupFolder, version), {}));
    for (const auto &migration : migrations) {
        if (migration.version <= version)
            continue;
        VIGIE_CHECK(applyOne(session, migration));
        log::info("store", "schema {} applied", migration.name);
        version = migration.version;
    }
    return version;
}

} // namespace vigie::store
