// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations that a figure of care stands on, with what became of them and their clocks: numbers and times, nothing of what was said.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include "insight/proof/gather.hpp"
#include "insight/scan.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace vigie::insight {

struct ConversationAsk {
    const std::vector<std::string> &networks; ///< connector ids; empty: all
    Stretch stretch;
    std::chrono::hours before;           ///< how far before the stretch the figure looks
    bool clocks = false, moments = false;
};
Result<void> gatherConversations(store::Tx &tx, const ConversationAsk &ask, GatheredProof &out);

} // namespace vigie::insight
