// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/websocket_session.hpp"

#include "net/transfer.hpp"

#include <vigie/base/log.hpp>
#include <vigie/net/rate.hpp>

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/error.hpp>
#include <fmt/core.h>

#include <algorithm>

namespace vigie::net {

namespace {

constexpr int kMostWaiting = 4096, kFewWaiting = 1024;
constexpr std::size_t kLongestWord = 200;

/// One line of printable ASCII: what a stranger's server said, for the log and the diagnosis.
std::string word(std::string_view text)
{
    std::string line;
    for (const char c : text.substr(0, kLongestWord))
        line += c >= 0x20 && c < 0x7f ? c : ' ';
    return line;
}

} // namespace

SocketSession::SocketSession(asio::io_context &io, SocketJob job, std::function<void(SocketSession *)> ended)
    : io_(io), job_(std::move(job)), ended_(std::move(ended)), resolver_(io), timer_(io), startedAt_(std::chrono::steady_clock::now()), heardAt_(startedAt_)
{
}

void SocketSession::start()
{
    watch();
    resolver_.async_resolve(job_.at.host, std::to_string(job_.at.port), Tcp::resolver::numeric_service,
                            [self = shared_from_this()](const error_code &error, const Tcp::resolver::results_type &found) { self->resolved(error, found); });
}

void SocketSession::resolved(const error_code &error, const Tcp::resolver::results_type &found)
{
    if (over_)
        return;
    if (error)
        return end(Errc::Network, "name not found: " + error.message());
    // Judged are the very addresses that are connected to, so a name that answers differently the second time gains nothing.
    Endpoints allowed;
    for (const auto &entry : found) {
        const auto endpoint = entry.endpoint();
        const auto reach = reachOf(endpoint.data());
        if (reach == Reach::Public || job_.allowPrivate || (reach == Reach::Loopback && job_.allowLoopback))
            allowed.push_back(endpoint);
    }
    if (allowed.empty())
        return end(Errc::PolicyRefused, kPrivateAddressRefused);
    sent_ = true;
    connect(allowed);
}

void SocketSession::watch()
{
    const auto now = std::chrono::steady_clock::now();
    const auto silence = job_.handlers->silence;
    auto next = open_ ? heardAt_ + (pinged_ ? silence : silence / 2) : std::min(startedAt_ + std::chrono::duration_cast<std::chrono::steady_clock::duration>(job_.request.timeout), heardAt_ + silence);
    timer_.expires_at(std::max(next, now));
    timer_.async_wait([self = shared_from_this()](const error_code &error) {
        if (!error && !self->over_)
            self->watched();
    });
}

void SocketSession::watched()
{
    const auto now = std::chrono::steady_clock::now();
    if (!open_)
        return end(Errc::Timeout, "no answer in time");
    const auto quiet = now - heardAt_;
    if (flow_->paused) { // it is we who do not listen
        heardAt_ = now;
    } else if (quiet >= job_.handlers->silence) {
        return end(Errc::Timeout, "the server fell silent");
    } else if (!pinged_ && quiet >= job_.handlers->silence / 2) {
        pinged_ = true; // a quiet stream and a dead one look alike until one of them is asked
        ping();
    }
    watch();
}

void SocketSession::heard()
{
    heardAt_ = std::chrono::steady_clock::now();
    pinged_ = false;
}

void SocketSession::opened(const Response &response)
{
    open_ = true;
    heard();
    timer_.cancel();
    watch();
    if (job_.handlers->opened)
        job_.reply->post([handlers = job_.handlers, response] { handlers->opened(response); });
    readOn();
}

void SocketSession::refused(const Response &response)
{
    const auto now = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    if (response.status < 300)
        return end(Errc::Protocol, "the answer is not a WebSocket", response.status);
    auto detail = fmt::format("HTTP {}", response.status);
    if (!response.body.empty())
        detail += ": " + log::redacted(word(response.body));
    end(codeOfStatus(response.status), std::move(detail), response.status, retryAfterOf(response, now));
}

void SocketSession::message(std::string text)
{
    ++messages_;
    if (!job_.handlers->event)
        return;
    ++flow_->waiting;
    job_.reply->post([handlers = job_.handlers, flow = flow_, weak = weak_from_this(), &io = io_, text = std::move(text)]() mutable {
        handlers->event(StreamEvent{"message", std::move(text), {}});
        if (--flow->waiting > kFewWaiting || !flow->paused)
            return;
        if (const auto self = weak.lock(); self && flow->paused.exchange(false))
            asio::post(io, [self] { self->readOn(); });
    });
}

void SocketSession::readOn()
{
    if (over_)
        return;
    if (flow_->waiting >= kMostWaiting) {
        flow_->paused = true;
        // The receiver may have caught up between the two lines above.
        if (flow_->waiting > kFewWaiting || !flow_->paused.exchange(false))
            return;
    }
    read();
}

void SocketSession::failed(const error_code &error, const char *during)
{
    if (over_)
        return;
    const auto detail = fmt::format("{}: {}", during, error.message());
    const bool tls = error.category() == asio::error::get_ssl_category() || error.category() == asio::ssl::error::get_stream_category();
    end(tls && !open_ ? Errc::Tls : Errc::Network, detail);
}

void SocketSession::closedByServer(unsigned code, const std::string &reason)
{
    constexpr unsigned kNone = 1005, kPolicy = 1008, kTooBig = 1009;
    auto detail = fmt::format("the server closed the stream: {}", code == 0 ? kNone : code);
    if (!reason.empty())
        detail += " " + log::redacted(word(reason));
    end(code == kPolicy ? Errc::PolicyRefused : code == kTooBig ? Errc::TooLarge : Errc::Network, std::move(detail));
}

void SocketSession::end(Errc code, std::string detail, int httpStatus, std::optional<std::chrono::seconds> retryAfter)
{
    if (over_)
        return;
    over_ = true;
    timer_.cancel();
    resolver_.cancel();
    drop();
    const auto where = job_.request.secretUrl ? job_.at.host : job_.at.origin() + job_.at.path;
    log::info("net", "stream {} {} status={} messages={}", where, errcName(code), httpStatus, messages_);
    if (job_.handlers->closed)
        job_.reply->post([handlers = job_.handlers, failure = Failure{Error{code, std::move(detail), httpStatus, retryAfter, {}}, sent_ ? Sent::Maybe : Sent::Nothing}] {
            handlers->closed(failure);
        });
    ended_(this);
}

} // namespace vigie::net
