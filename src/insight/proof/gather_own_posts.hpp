// SPDX-License-Identifier: GPL-3.0-or-later
// Posts of ours that a figure stands on, with what the network counted of them, once or over time.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include "insight/proof/gather.hpp"
#include "insight/proof/post_names.hpp"
#include "insight/scope_rows.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace vigie::insight {

struct OwnPostAsk {
    const std::vector<std::string> &networks; ///< connector ids; empty: all
    Stretch stretch;
    std::chrono::hours before;           ///< how far before the stretch the figure looks
    bool readings = false;               ///< every count that was ever read, also of posts of long before
};
Result<void> gatherOwnPosts(store::Tx &tx, const OwnPostAsk &ask, PostNames &names, GatheredProof &out);

} // namespace vigie::insight
