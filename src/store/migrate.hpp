// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a workspace file to the schema of this program: numbered files, each applied in one transaction that also
// writes the version; a copy is made before an existing file is touched.
// Thread: that of the session, before anybody else has the file. Errors: SchemaTooNew, InvalidInput (a file of another
// program), Storage...
#pragma once

#include "store/session.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::store {

struct Migration {
    int version = 0;         ///< from the number in the file's name
    std::string name;
    std::string_view sql;
};

/// "VIGI": tells a workspace from the files of other programs.
inline constexpr int kApplicationId = 0x56494749;

/// The files built into the program, in order.
[[nodiscard]] std::vector<Migration> builtinMigrations();
/// Version of the schema in the file.
Result<int> schemaVersionOf(Session &session);
/// Refuses what is not a workspace or too new, without writing anything.
Result<int> checkSchema(Session &session, std::span<const Migration> migrations);
/// `path` is where the copy is named after; `backupFolder` empty: beside the file. Returns the version reached.
Result<int> migrate(Session &session, const std::string &path, const std::string &backupFolder,
                    std::span<const Migration> migrations);

} // namespace vigie::store
