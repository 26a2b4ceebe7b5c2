// SPDX-License-Identifier: GPL-3.0-or-later
// What signing in with a browser takes on every network that does it (RFC 6749).
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/net/http.hpp>
#include <vigie/net/url.hpp>

#include <string>

namespace vigie::connect {

/// A form to the address of tokens; it is followed nowhere else, for it holds secrets.
[[nodiscard]] net::Request tokenForm(const std::string &url, const net::QueryPairs &form);
/// The code in the address that the browser was sent to; what was typed itself where it is no such address.
[[nodiscard]] std::string codeIn(const std::string &typed);

} // namespace vigie::connect
