// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching the pictures of what is kept as evidence: what a post shows lives elsewhere and goes with it. The engines of a workspace
// do so by themselves.
// Thread: an engine's, or a program's without a window: it waits. Errors: Storage..., Cancelled; what a server refuses is written into the
// chain.
#pragma once

#include <vigie/net/http.hpp>
#include <vigie/store/store.hpp>

#include <stop_token>

namespace vigie::app {

/// How many were dealt with.
Result<int> fetchEvidence(store::Store &store, net::HttpClient &http, const std::stop_token &stop);
/// The same with a network loop of its own.
Result<int> fetchEvidence(store::Store &store, const std::stop_token &stop);

} // namespace vigie::app
