// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fts_functions.hpp"

#include "store/hot_statement.hpp"

namespace vigie::store {

using namespace sqlite_api;

namespace {

fts5_api *apiOf(sqlite3 *db)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    if (code == SQLITE_OK)
        (void)sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (api == nullptr)
        throw HotError("SQLite without FTS5", code == SQLITE_OK ? SQLITE_ERROR : code);
    return api;
}

void instances(const Fts5ExtensionApi *row, Fts5Context *context, sqlite3_context *answer, int, sqlite3_value **)
{
    int count = 0;
    if (const int code = row->xInstCount(context, &count); code != SQLITE_OK)
        return sqlite3_result_error_code(answer, code);
    sqlite3_result_int(answer, count);
}

} // namespace

void addFtsFunctions(sqlite3 *db)
{
    auto *api = apiOf(db);
    if (const int code = api->xCreateFunction(api, "vigie_instances", nullptr, instances, nullptr); code != SQLITE_OK)
        throw HotError(sqlite3_errmsg(db), code);
}

} // namespace vigie::store
