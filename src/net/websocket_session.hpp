// SPDX-License-Identifier: GPL-3.0-or-later
// One WebSocket from its address to its end. All of it happens on the thread of the engine.
#pragma once

#include "net/address.hpp"

#include <vigie/net/http.hpp>
#include <vigie/net/url.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vigie::net {

namespace asio = boost::asio;
using boost::system::error_code;
using Tcp = asio::ip::tcp;

struct SocketJob {
    Request request;
    std::stop_token stop;
    Executor *reply = nullptr;
    std::shared_ptr<StreamHandlers> handlers;
    Url at;                        ///< of the request, as http or https
    std::string userAgent;
    bool allowPrivate = false, allowLoopback = false;
};

/// What closes, opens and tells; what is particular to TLS or its absence is in the subclass (websocket_session.cpp).
class SocketSession : public std::enable_shared_from_this<SocketSession> {
public:
    SocketSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended);
    virtual ~SocketSession() = default;
    SocketSession(const SocketSession &) = delete;
    SocketSession &operator=(const SocketSession &) = delete;

    void start();
    /// Ends it: `closed` is told once, whatever comes later.
    void end(Errc code, std::string detail, int httpStatus = 0, std::optional<std::chrono::seconds> retryAfter = {});

protected:
    using Endpoints = std::vector<Tcp::endpoint>;
    virtual void connect(const Endpoints &endpoints) = 0;
    virtual void read() = 0;
    virtual void ping() = 0;
    virtual void drop() = 0;       ///< the socket closes now, without a word

    void opened(const Response &response);
    void refused(const Response &response);
    void message(std::string text);
    void heard();                  ///< any frame, those of control as well
    void failed(const error_code &error, const char *during);
    void closedByServer(unsigned code, const std::string &reason);
    [[nodiscard]] bool over() const { return over_; }
    /// Reads on, or waits until the receiver has caught up.
    void readOn();

    asio::io_context &io_;
    SocketJob job_;

private:
    void resolved(const error_code &error, const Tcp::resolver::results_type &found);
    void watch();
    void watched();

    std::function<void(SocketSession *)> ended_;
    Tcp::resolver resolver_;
    asio::steady_timer timer_;
    std::chrono::steady_clock::time_point startedAt_, heardAt_;
    /// Messages handed over and not yet taken: a receiver that falls behind makes the server wait, not the memory grow.
    struct Flow {
        std::atomic<int> waiting{0};
        std::atomic<bool> paused{false};
    };
    std::shared_ptr<Flow> flow_ = std::make_shared<Flow>();
    bool sent_ = false, open_ = false, pinged_ = false, over_ = false;
    std::size_t messages_ = 0;
};

[[nodiscard]] std::shared_ptr<SocketSession> makePlainSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended);
[[nodiscard]] std::shared_ptr<SocketSession> makeTlsSession(asio::io_context &io, asio::ssl::context &tls, SocketJob job, std::function<void(SocketSession *)> ended);

} // namespace vigie::net
