// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Store::backupTo() and Store::verify() that need a connection.
// Thread: that of the session. Errors: Storage..., StorageFull, StorageDamaged, Cancelled.
#pragma once

#include "store/session.hpp"

#include <functional>
#include <string>
#include <vector>

namespace vigie::store {

/// A consistent, whole copy under `path`; progress answers whether to go on.
Result<void> copyTo(Session &session, const std::string &path, const std::function<bool(double share)> &progress);
/// Makes an empty file that is nobody else's from its first byte; what is there already is refused with Conflict.
Result<void> createPrivate(const std::string &path);
/// Waits until a file, or what a folder lists, is on the disk.
Result<void> flushFile(const std::string &path);
/// What PRAGMA integrity_check and foreign_key_check find; empty when sound. Reading only.
Result<std::vector<std::string>> integrityFindings(Session &session);

} // namespace vigie::store
