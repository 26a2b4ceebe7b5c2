// SPDX-License-Identifier: GPL-3.0-or-later
// Is this post, read back from the network, the one that was sent?
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/connect/connector.hpp>

#include <string>
#include <string_view>

namespace vigie::plan {

/// How far the network's clock may be behind ours.
inline constexpr std::chrono::minutes kClockSkew{15};

/// Words alone: networks shorten links, rewrite mentions and change spaces. A text without words is compared as it is.
[[nodiscard]] std::string comparableText(std::string_view text);

struct Sought {
    std::string text, inReplyTo;
    std::size_t media = 0;
    Instant startedAt;
};
/// Same words, same parent, as many media, and not older than what a skewed clock explains.
[[nodiscard]] bool isSamePost(const connect::OwnPost &post, const Sought &sought);

} // namespace vigie::plan
