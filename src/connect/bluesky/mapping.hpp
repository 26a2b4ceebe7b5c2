// SPDX-License-Identifier: GPL-3.0-or-later
// Records and views of the wire, turned into items and authors.
// Thread: pure functions. Errors: none; what is absent, null or of another type is left out, what cannot be an item is none.
#pragma once

#include "connect/bluesky/wire.hpp"

#include <optional>
#include <string>

namespace vigie::connect::bluesky {

/// What is needed around one answer.
struct Reading {
    const Account &account;
    Instant now;               ///< the server's clock where it told: ours may be hours off
    bool publicNetwork = true; ///< pictures known by their record alone can be had from the network's own store of them
};
[[nodiscard]] Reading reading(const Context &context, const net::Response *response = nullptr);

[[nodiscard]] Author toAuthor(const Json &profile, const Reading &reading);
/// From a record alone (Jetstream, a repository): no counts, and of its author the DID.
[[nodiscard]] std::optional<Item> fromRecord(const AtUri &uri, const Json &record, const Reading &reading);
/// app.bsky.feed.defs#postView, and an entry of listNotifications, which is alike but has no counts.
[[nodiscard]] std::optional<Item> toItem(const Json &view, const Reading &reading);

/// Whether it speaks to us, by its record alone: "mention", "reply", "quote" or "". A mention goes before a quote, a quote
/// before a reply, as the network itself has it.
[[nodiscard]] std::string concernOf(const Json &record, const Account &account);

} // namespace vigie::connect::bluesky
