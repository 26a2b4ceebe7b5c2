// SPDX-License-Identifier: GPL-3.0-or-later
// The Link header (RFC 8288), which carries the next page of Mastodon, GitHub and WordPress.
// Thread: pure functions. Errors: none; what cannot be read is skipped.
#pragma once

#include <vigie/net/http.hpp>

namespace vigie::net {

struct Link {
    std::string target; ///< as written, maybe relative
    std::vector<Header> params;

    /// First parameter of that name, whatever its case.
    [[nodiscard]] std::string_view param(std::string_view name) const;
    /// `rel` holds a list of words.
    [[nodiscard]] bool hasRel(std::string_view rel) const;
};

[[nodiscard]] std::vector<Link> parseLinkHeader(std::string_view value);
/// Absolute address of the first link with that relation in any Link header of `response`; empty when there is none.
[[nodiscard]] std::string linkOf(const Response &response, std::string_view rel);

} // namespace vigie::net
