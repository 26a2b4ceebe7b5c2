// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hot_statement.hpp"

namespace vigie::store {

using namespace sqlite_api;

HotStatement::HotStatement(sqlite3 *db, std::string_view sql) : db_(db)
{
    check(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

HotStatement::~HotStatement()
{
    sqlite3_finalize(statement_);
}

HotStatement &HotStatement::bindAll(const std::vector<Bound> &values)
{
    reset();
    int index = 0;
    for (const auto &value : values) {
        ++index;
        if (value.indicator == soci::i_null)
            putNull(index);
        else if (value.kind == Bound::Kind::Text)
            putText(index, value.text);
        else if (value.kind == Bound::Kind::Real)
            putReal(index, value.real);
        else
            putInteger(index, value.integer);
    }
    return *this;
}

void HotStatement::run()
{
    fresh_ = false;
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        check(code);
    reset();
}

bool HotStatement::next()
{
    fresh_ = false;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        check(code);
    reset();
    return false;
}

void HotStatement::reset()
{
    if (!fresh_)
        sqlite3_reset(statement_);
    fresh_ = true;
}

bool HotStatement::isNull(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

long long HotStatement::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}

double HotStatement::real(int column) const
{
    return sqlite3_column_double(statement_, column);
}

std::string_view HotStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement_, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string_view();
}

void HotStatement::putInteger(int index, long long value)
{
    check(sqlite3_bind_int64(statement_, index, value));
}

void HotStatement::putReal(int index, double value)
{
    check(sqlite3_bind_double(statement_, index, value));
}

void HotStatement::putText(int index, std::string_view value)
{
    // A null pointer would bind NULL where an empty text is meant.
    const char *bytes = value.data() ? value.data() : "";
    check(sqlite3_bind_text64(statement_, index, bytes, value.size(), nullptr, SQLITE_UTF8));
}

void HotStatement::putNull(int index)
{
    check(sqlite3_bind_null(statement_, index));
}

void HotStatement::check(int code) const
{
    if (code != SQLITE_OK)
        throw HotError(sqlite3_errmsg(db_), code);
}

} // namespace vigie::store
