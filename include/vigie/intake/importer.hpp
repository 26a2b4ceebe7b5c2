// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a file into the workspace: bounded memory, bad lines reported by number and reason, twice adds nothing.
// Thread: an engine thread. Errors: those of the reader and of the store; what was committed stays.
#pragma once

#include <vigie/connect/file_import.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace vigie::intake {

struct ImportReport {
    std::int64_t read = 0, added = 0, known = 0, changed = 0, badCount = 0;
    std::int64_t undated = 0;            ///< of those read: no date in the file, so they stand at the moment of the import
    std::vector<connect::BadLine> bad;   ///< the first 1,000
    bool cancelled = false;
};

Result<ImportReport> importFile(store::Store &store, Analysis &analysis, const std::string &path,
                                const connect::ImportMapping &mapping,
                                const std::function<void(const ImportReport &, double share)> &progress = {},
                                std::stop_token stop = {});
/// Mappings kept in the workspace by name.
Result<std::vector<connect::ImportMapping>> savedMappings(store::Tx &tx);
Result<void> saveMapping(store::Tx &tx, const connect::ImportMapping &mapping);

} // namespace vigie::intake
