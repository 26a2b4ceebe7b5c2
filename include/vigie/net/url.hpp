// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses: taken apart, put together, compared and encoded. The parser is libcurl's, so that what is checked is what
// is later connected to.
// Thread: pure functions. Errors: InvalidInput (not an absolute http or https address).
#pragma once

#include <vigie/base/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::net {

using QueryPairs = std::vector<std::pair<std::string, std::string>>;

/// For a path segment or a query value: all but letters, digits and "-._~" is percent-encoded.
[[nodiscard]] std::string encodeComponent(std::string_view text);
/// Undoes percent-encoding; broken escapes stay as they are. `plusIsSpace` for query strings.
[[nodiscard]] std::string decodeComponent(std::string_view text, bool plusIsSpace = false);
/// application/x-www-form-urlencoded (spaces as '+').
[[nodiscard]] std::string formEncode(const QueryPairs &pairs);
[[nodiscard]] QueryPairs parseQuery(std::string_view query);
/// `url` with `pairs` added to its query (percent-encoded, spaces as %20), before any fragment.
[[nodiscard]] std::string withQuery(std::string_view url, const QueryPairs &pairs);

struct Url {
    std::string scheme; ///< "http" or "https"
    std::string host;   ///< lower case, punycode; IPv6 without brackets
    int port = 0;       ///< the scheme's own when none is written
    std::string path;   ///< at least "/"
    std::string query, fragment;
    bool credentials = false; ///< user:password@ was there

    /// "https://host" or "https://host:8443".
    [[nodiscard]] std::string origin() const;
    friend bool operator==(const Url &, const Url &) = default;
};

Result<Url> parseUrl(std::string_view text);
/// What a Location, a Link or an href means, seen from `base`.
Result<std::string> resolveUrl(std::string_view base, std::string_view reference);
/// Same host and same port, whatever the scheme.
[[nodiscard]] bool sameHost(const Url &a, const Url &b);
[[nodiscard]] bool sameOrigin(const Url &a, const Url &b);
/// localhost, *.localhost, 127.0.0.0/8, ::1.
[[nodiscard]] bool isLoopbackHost(std::string_view host);
/// A literal address (IPv6 without brackets) that is neither the internet's nor loopback: 10.0.0.1, 192.168.1.20, fd00::1.
[[nodiscard]] bool isPrivateLiteral(const std::string &host);
/// Scheme, host and path: never a query, a fragment or a password; for the log.
[[nodiscard]] std::string urlForLog(std::string_view text);

} // namespace vigie::net
