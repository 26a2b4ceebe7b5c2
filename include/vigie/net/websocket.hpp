// SPDX-License-Identifier: GPL-3.0-or-later
// Streams over a WebSocket (RFC 6455): every text message of the server is one StreamEvent of the type "message". After the
// handshake nothing is sent but what the protocol itself asks for (pongs, closing) and a ping where the server is quiet;
// binary messages are passed over.
// Thread: open() from any thread; one thread of its own does all the work. Errors: those of StreamHandlers::closed - Network
// (with the close code in the detail), Timeout, Tls, TooLarge (a message beyond Request::maxBody), Protocol (not a
// WebSocket, broken frames), PolicyRefused (private address; close code 1008), AuthExpired, Forbidden, NotFound,
// RateLimited, Server (the upgrade was refused; httpStatus says how, the detail what the server said), Cancelled.
#pragma once

#include <vigie/net/http.hpp>

#include <memory>
#include <string_view>

namespace vigie::net {

/// "ws://..." and "wss://...": what WebSocketEngine opens.
[[nodiscard]] bool isWebSocketAddress(std::string_view url);

class WebSocketEngine final : public StreamClient {
public:
    /// Of the options: userAgent, allowPrivateNetworks, caFile.
    explicit WebSocketEngine(EngineOptions options);
    ~WebSocketEngine() override; ///< every open stream is closed with Cancelled
    /// The rules for addresses, certificates and headers are those of CurlEngine; redirects are refusals.
    void open(Request request, std::stop_token stop, Executor &reply, StreamHandlers handlers) override;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::net
