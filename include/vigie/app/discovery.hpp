// SPDX-License-Identifier: GPL-3.0-or-later
// What a typed address or handle is: every network says what it makes of the words alone, then those that can ask are
// asked side by side, each at one address at a time, and what was recognised is ranked.
// Thread: discover() waits for answers, so never on the thread of a window (Workspace::discover answers on an executor).
// Errors: InvalidInput (nothing typed, or a password in the address), Cancelled. A server that does not answer is not an
// error: see Discovery::trouble.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/net/http.hpp>

#include <chrono>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace vigie::app {

struct DiscoverOptions {
    bool allowPrivate = false;               ///< the person says that the typed server is in a network of their own
    std::chrono::milliseconds patience{10'000}; ///< for all questions together
};

struct Discovery {
    std::vector<connect::Candidate> candidates; ///< surest first
    std::optional<Error> trouble;            ///< why the network told nothing: refused private address, unreachable, deadline
    bool complete = true;                    ///< false: somebody had not answered when the patience ended
};

[[nodiscard]] Result<Discovery> discover(const connect::Catalogue &catalogue, net::HttpClient &http, std::string_view typed,
                                         const DiscoverOptions &options = {}, std::stop_token stop = {});

} // namespace vigie::app
