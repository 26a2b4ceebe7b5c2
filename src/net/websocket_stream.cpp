// SPDX-License-Identifier: GPL-3.0-or-later
// The two kinds of sessions, in clear and in TLS, over Boost.Beast.
#include "net/websocket_session.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/rfc2818_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <fmt/core.h>

#include <strings.h>

namespace vigie::net {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
namespace http = beast::http;

namespace {

// Once the last word of the closing is said, Beast would wait for the server to hang up first, which a broken one never
// does. Both streams are only told apart from its own so that this waiting can be left out.
class TcpStream : public beast::tcp_stream {
public:
    using beast::tcp_stream::tcp_stream;
};
class TlsStream : public beast::ssl_stream<TcpStream> {
public:
    using beast::ssl_stream<TcpStream>::ssl_stream;
};

template <class Stream, class Handler>
void endAtOnce(Stream &stream, Handler &&handler)
{
    asio::post(stream.get_executor(), beast::bind_front_handler(std::forward<Handler>(handler), error_code{}));
}
template <class Handler>
void async_teardown(beast::role_type, TcpStream &stream, Handler &&handler)
{
    endAtOnce(stream, std::forward<Handler>(handler));
}
template <class Handler>
void async_teardown(beast::role_type, TlsStream &stream, Handler &&handler)
{
    endAtOnce(stream, std::forward<Handler>(handler));
}

Response responseOf(const websocket::response_type &answer, const std::string &url)
{
    Response response;
    response.status = static_cast<int>(answer.result_int());
    for (const auto &field : answer)
        response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    response.body = answer.body();
    response.finalUrl = url;
    return response;
}

template <class Stream>
class BeastSession : public SocketSession {
public:
    template <class... Args>
    BeastSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended, Args &&...args)
        : SocketSession(io, std::move(job), std::move(ended)), socket_(io, std::forward<Args>(args)...)
    {
    }

protected:
    void connect(const Endpoints &endpoints) override
    {
        beast::get_lowest_layer(socket_).expires_after(job_.request.connectTimeout);
        beast::get_lowest_layer(socket_).async_connect(endpoints, [this, self = shared_from_this()](const error_code &error, const Tcp::endpoint &) {
            if (over())
                return;
            if (error == beast::error::timeout)
                return end(Errc::Timeout, "no connection in time");
            if (error)
                return failed(error, "no connection");
            secure();
        });
    }
    /// TLS, where there is any; then shakeHands().
    virtual void secure() = 0;

    void shakeHands()
    {
        beast::get_lowest_layer(socket_).expires_never();
        // Its own timer asks the server twice and then gives up; here silence is watched for all streams alike.
        socket_.set_option(websocket::stream_base::timeout{websocket::stream_base::none(), websocket::stream_base::none(), false});
        socket_.set_option(websocket::stream_base::decorator([this](websocket::request_type &request) { addHeaders(request); }));
        socket_.read_message_max(job_.request.maxBody);
        socket_.control_callback([this](websocket::frame_type, beast::string_view) { heard(); });
        const bool usual = job_.at.port == (job_.at.scheme == "https" ? 443 : 80);
        const auto name = job_.at.host.find(':') == std::string::npos ? job_.at.host : "[" + job_.at.host + "]";
        const auto host = usual ? name : fmt::format("{}:{}", name, job_.at.port);
        const auto target = job_.at.query.empty() ? job_.at.path : job_.at.path + "?" + job_.at.query;
        socket_.async_handshake(answer_, host, target, [this, self = shared_from_this()](const error_code &error) { shaken(error); });
    }

    void read() override
    {
        socket_.async_read(buffer_, [this, self = shared_from_this()](const error_code &error, std::size_t) { arrived(error); });
    }
    void ping() override
    {
        socket_.async_ping({}, [self = shared_from_this()](const error_code &) {}); // the reading side tells when it fails
    }
    void drop() override
    {
        error_code ignored;
        beast::get_lowest_layer(socket_).socket().close(ignored);
    }

    websocket::stream<Stream> socket_;

private:
    void addHeaders(websocket::request_type &request) const
    {
        request.set(http::field::user_agent, job_.userAgent.empty() ? "Vigie" : job_.userAgent);
        for (const auto &header : job_.request.headers)
            request.set(header.name, header.value);
        if (!job_.request.bearer.empty()) {
            std::string line = fmt::format("Bearer {}", job_.request.bearer.reveal());
            request.set(http::field::authorization, line);
            explicit_bzero(line.data(), line.size());
        }
        for (const auto &secret : job_.request.secretHeaders)
            request.set(secret.name, std::string(secret.value.reveal()));
    }

    void shaken(const error_code &error)
    {
        if (over())
            return;
        const auto response = responseOf(answer_, job_.request.url);
        if (error == websocket::error::upgrade_declined)
            return refused(response);
        if (error && error.category() == make_error_code(websocket::error::closed).category())
            return end(Errc::Protocol, "the answer is not a WebSocket: " + error.message(), response.status);
        if (error)
            return failed(error, "no handshake");
        opened(response);
    }

    void arrived(const error_code &error)
    {
        if (over())
            return;
        heard();
        if (error == websocket::error::closed)
            return closedByServer(socket_.reason().code, std::string(socket_.reason().reason.data(), socket_.reason().reason.size()));
        if (error == websocket::error::message_too_big || error == websocket::error::buffer_overflow)
            return end(Errc::TooLarge, fmt::format("a message of more than {} bytes", job_.request.maxBody));
        if (error && error.category() == make_error_code(websocket::error::closed).category())
            return end(Errc::Protocol, "broken frames: " + error.message());
        if (error)
            return failed(error, "connection lost");
        if (socket_.got_text())
            message(beast::buffers_to_string(buffer_.data()));
        buffer_.consume(buffer_.size());
        readOn();
    }

    beast::flat_buffer buffer_;
    websocket::response_type answer_;
};

class PlainSession final : public BeastSession<TcpStream> {
public:
    PlainSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended) : BeastSession(io, std::move(job), std::move(ended)) {}

private:
    void secure() override { shakeHands(); }
};

class TlsSession final : public BeastSession<TlsStream> {
public:
    TlsSession(asio::io_context &io, asio::ssl::context &tls, SocketJob job, std::function<void(SocketSession *)> ended) : BeastSession(io, std::move(job), std::move(ended), tls) {}

private:
    void secure() override
    {
        auto &tls = socket_.next_layer();
        const bool literal = job_.at.host.find(':') != std::string::npos || job_.at.host.find_first_not_of("0123456789.") == std::string::npos;
        if (!literal && SSL_set_tlsext_host_name(tls.native_handle(), job_.at.host.c_str()) != 1)
            return end(Errc::Tls, "the name of the server cannot be told");
        tls.set_verify_callback(asio::ssl::rfc2818_verification(job_.at.host));
        tls.async_handshake(asio::ssl::stream_base::client, [this, self = shared_from_this()](const error_code &error) {
            if (over())
                return;
            if (error)
                return end(Errc::Tls, "certificate or handshake refused: " + error.message());
            shakeHands();
        });
    }
};

} // namespace

std::shared_ptr<SocketSession> makePlainSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended)
{
    return std::make_shared<PlainSession>(io, std::move(job), std::move(ended));
}

std::shared_ptr<SocketSession> makeTlsSession(asio::io_context &io, asio::ssl::context &tls, SocketJob job, std::function<void(SocketSession *)> ended)
{
    return std::make_shared<TlsSession>(io, tls, std::move(job), std::move(ended));
}

} // namespace vigie::net
