// SPDX-License-Identifier: GPL-3.0-or-later
// The entities of the Mastodon API, as JSON.
// Thread: under the server's mutex. Errors: none.
#pragma once

#include "practice/network.hpp"

#include <nlohmann/json.hpp>

namespace vigie::practice {

using Json = nlohmann::json;

/// Compact; broken UTF-8 is replaced.
[[nodiscard]] std::string dump(const Json &json);
/// "2026-11-21T07:44:00.000Z"
[[nodiscard]] std::string isoMillis(Instant t);

[[nodiscard]] Json emojiJson(const Network &network, const std::string &code);
/// Those of the server's emoji whose short codes stand in `text`.
[[nodiscard]] Json emojisIn(const Network &network, const std::string &text);
[[nodiscard]] Json accountJson(Network &network, const Account &account);
[[nodiscard]] Json mediaJson(const Network &network, const Media &media);
[[nodiscard]] Json pollJson(const Network &network, const Poll &poll, Key viewer);
[[nodiscard]] Json statusJson(Network &network, const Status &status, Key viewer);
[[nodiscard]] Json notificationJson(Network &network, const Notification &notification);
[[nodiscard]] Json historyJson(Network &network, const Status &status);
[[nodiscard]] Json relationshipJson(const Network &network, const Account &account);
[[nodiscard]] Json instanceJson(Network &network, bool v2, bool streams);

} // namespace vigie::practice
