// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that a change of is one step of the undo log: whole, as they were. One that is to be undoable is one line in setting_image.cpp.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

#include <optional>
#include <string>

namespace vigie::store {

/// To be called when it has changed; nothing happens of a setting that is not undoable, and without an open action.
void recordSetting(Tx &tx, const std::string &key, const std::optional<std::string> &before, const std::string &after);

/// Settings of an action that are no longer as it left them.
[[nodiscard]] int settingsChangedSince(Session &session, ChangeSetId id);
/// Puts the settings of an action back; the transaction's change says so.
void restoreSettings(Tx &tx, ChangeSetId id);

} // namespace vigie::store
