// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the desk where they meet the engines: what comes in is shown to them, the clock is, and answers they prepared go
// into the outbox.
// Thread: ruled() inside a store job. Errors: those of the store.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>

namespace vigie::app {

/// What this transaction took in, and what it found edited.
[[nodiscard]] Result<void> ruled(store::Tx &tx, AccountId account, bool history);

/// What the clock sets off, and prepared answers into the outbox. To be called now and then, from an engine's thread.
void runRules(store::Store &store, const connect::Catalogue &networks);

} // namespace vigie::app
