// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of 400 or more means, and the one readable line in it.
// Thread: pure functions. Errors: none; they make errors.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/base/time.hpp>
#include <vigie/net/http.hpp>

namespace vigie::connect {

/// The sentence in an error body: "error" as text or object, "error_description", "message", an HTML title or heading,
/// plain text. One line, at most 300 bytes, no markup; empty when the body says nothing.
[[nodiscard]] std::string sentenceOf(const net::Response &response);

/// The usual meaning of the status. A network with other habits looks at the response first. The detail never holds
/// `token`.
[[nodiscard]] Error httpError(const net::Response &response, const Secret &token, Instant now);

/// A refused write that may have taken effect all the same.
[[nodiscard]] inline bool mayHaveTakenEffect(int status) { return status >= 500 && status != 501 && status != 503; }

} // namespace vigie::connect
