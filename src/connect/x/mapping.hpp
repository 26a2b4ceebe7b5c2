// SPDX-License-Identifier: GPL-3.0-or-later
// Posts of the wire with what is sent beside them (authors, media), turned into items.
// Thread: pure functions. Errors: none; what is absent, null or of another type is left out, what cannot be an item is none.
#pragma once

#include "connect/x/wire.hpp"

#include <map>
#include <optional>
#include <string>

namespace vigie::connect::x {

/// `includes`, by key.
struct Beside {
    std::map<std::string, const Json *> users, media, posts;
    static Beside of(const Json &body);
};
struct Reading {
    const Account &account;
    Instant now;
    const Beside &beside;
};

[[nodiscard]] Author toAuthor(const Json &user);
[[nodiscard]] std::optional<Item> toItem(const Json &post, const Reading &reading);
/// The text with its shortened links written out, as it was typed more or less.
[[nodiscard]] std::string writtenOut(const Json &post);
/// Did its author call for us: by naming us, or by quoting one of our posts?
[[nodiscard]] bool callsForUs(const Json &post, const Reading &reading);
/// "mention", "reply", "quote".
[[nodiscard]] std::string reasonOf(const Json &post, const Reading &reading);
/// What the answer cost: posts at `postPrice`, people at theirs.
[[nodiscard]] std::int64_t priceOf(const Json &body, std::int64_t postPrice);

} // namespace vigie::connect::x
