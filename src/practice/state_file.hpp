// SPDX-License-Identifier: GPL-3.0-or-later
// The practice network on disk, so that it goes on where it was.
// Thread: under the server's mutex. Errors: Storage, StorageFull; a file that cannot be read is as good as none.
#pragma once

#include "practice/json_views.hpp"

#include <vigie/base/result.hpp>

namespace vigie::practice {

[[nodiscard]] Json saveNetwork(const Network &network);
/// False, and the network empty, when `state` is not what saveNetwork() makes.
bool loadNetwork(const Json &state, Network &network);
/// Whole or not at all: written beside, synced, renamed.
Result<void> writeWhole(const std::string &path, const std::string &text);
[[nodiscard]] Json readState(const std::string &path);

} // namespace vigie::practice
