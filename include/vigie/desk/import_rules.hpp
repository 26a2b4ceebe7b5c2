// SPDX-License-Identifier: GPL-3.0-or-later
// Rules over what an import brought, when the person asked for it: imported mentions are history, so they are tagged, closed and
// noted, but no ticket is made and nothing is prepared for sending.
// Thread: inside a store job. Errors: those of the store.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/store/store.hpp>

namespace vigie::desk {

struct ImportRuled {
    ItemId above;      ///< where the next call goes on
    int seen = 0;      ///< mentions that were shown to the rules
    int changes = 0;   ///< what they did
    bool done = false;
};
/// The next slice of what was imported since then, as one undoable action. Several calls make the whole.
Result<void> ruleImported(store::Tx &tx, Instant since, int slice, ImportRuled &so);

} // namespace vigie::desk
