// SPDX-License-Identifier: GPL-3.0-or-later
// Jetstream: all that is posted on the network, as JSON over a WebSocket, in its two generations. Both give the same events.
//
// The place in the stream is kept as a time in microseconds, which both generations understand and every server of them: the
// numbers of v2 belong to one server, and one that it has forgotten is refused instead of being caught up with.
// Thread: pure functions. Errors: Unsupported (switched off), PolicyRefused (not protected by TLS), InvalidInput (address).
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace vigie::connect::bluesky {

enum class Generation : std::uint8_t { Off, V1, V2 };
/// Of the account's setting "live".
[[nodiscard]] Generation generationOf(const Account &account);

/// What happened, whichever generation told it. `record` points into the frame.
struct JetEvent {
    enum class Kind : std::uint8_t { Other, Written, Deleted, AccountGone, AccountBack, Renamed } kind = Kind::Other;
    std::string did, collection, rkey, cid;
    const Json *record = nullptr;
    std::string handle;                      ///< Renamed
    std::optional<std::int64_t> micros;      ///< place in the stream; none for notes that have none
};
[[nodiscard]] JetEvent readFrame(const Json &frame);

[[nodiscard]] Result<net::Request> liveRequest(const Context &context, const std::string &cursor);
[[nodiscard]] Result<FetchPage> liveEvent(const Context &context, const net::StreamEvent &event);

} // namespace vigie::connect::bluesky
