// SPDX-License-Identifier: GPL-3.0-or-later
// Statuses and accounts of the wire, turned into items and authors.
// Thread: pure functions. Errors: none; what is absent, null or of another type is left out, what cannot be an item is none.
#pragma once

#include "connect/mastodon/wire.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vigie::connect::mastodon {

/// What is needed around one answer.
struct Reading {
    const Account &account;
    std::string domain;  ///< localDomain(account)
    Instant now;         ///< the server's clock where it told: ours may be hours off
};
[[nodiscard]] Reading reading(const Context &context, const net::Response *response = nullptr);

/// The id under which a post is kept: as it is, but for snac, whose ids begin with the ten digits of the time of the last
/// change. They change with every edit and every like, and are not looked at when the id comes back (seen with 2.75).
[[nodiscard]] std::string keptId(std::string id, const Reading &reading);

[[nodiscard]] Author toAuthor(const Json &account, const Reading &reading);
/// The status itself, without what it boosts. None without an id.
[[nodiscard]] std::optional<Item> toItem(const Json &status, const Reading &reading);
/// The status and, for a boost, the boosted one after it: two ids, two items. Empty when unreadable.
[[nodiscard]] std::vector<Item> toItems(const Json &status, const Reading &reading);

/// An entry of /api/v1/notifications. `item` is none for kinds that carry no post of somebody (a favourite, a follow,
/// a kind not known yet).
struct Notice {
    std::string id;
    std::optional<Item> item;
    std::string reason;   ///< "mention", "reply", "direct", "quote"; empty: not for the inbox
    std::optional<Instant> at;
    bool unreadable = false; ///< not an object, or without an id
};
[[nodiscard]] Notice toNotice(const Json &notification, const Reading &reading);

} // namespace vigie::connect::mastodon
