// SPDX-License-Identifier: GPL-3.0-or-later
// What the full-text index is taught beside what it knows: vigie_instances(item_fts), how often the words and phrases of a MATCH stand in a
// row, told from the index alone. Only statements of ours ask it, no schema does: any SQLite can open the file.
// Thread: that of the connection. Errors: throws HotError; callers are inside Session::guard().
#pragma once

#include "store/soci.hpp"

namespace vigie::store {

void addFtsFunctions(sqlite_api::sqlite3 *db);

} // namespace vigie::store
