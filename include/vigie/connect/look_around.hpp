// SPDX-License-Identifier: GPL-3.0-or-later
// What a post leads to, asked before it is sent: the page behind a link, the person behind a mention.
// Thread: pure functions. Errors: personRequest: Unsupported (this network lets nobody be looked up). personThere: any Errc that the
// answer means.
#pragma once

#include <vigie/connect/connector.hpp>

#include <optional>
#include <string>

namespace vigie::connect {

/// As a stranger asks: no cookies, no account, a page of ordinary size.
[[nodiscard]] net::Request linkRequest(const std::string &url);

struct LinkCard {
    std::string title, description;
    std::string picture;                   ///< address; empty: none
};
/// What the page says of itself (Open Graph, else its title); none: it says nothing, or is no page.
[[nodiscard]] std::optional<LinkCard> linkCard(const net::Response &page);

/// `handle` as a mention names it, without its first @.
[[nodiscard]] Result<net::Request> personRequest(const Context &context, const std::string &handle);
/// False: the network says that there is nobody of that name.
[[nodiscard]] Result<bool> personThere(const Context &context, const std::string &handle, const net::Response &response);

} // namespace vigie::connect
