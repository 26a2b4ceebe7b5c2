// SPDX-License-Identifier: GPL-3.0-or-later
// The engine: one thread, one io_context, a set of sessions. Other threads only post to it.
#include <vigie/net/websocket.hpp>

#include "net/request_headers.hpp"
#include "net/websocket_session.hpp"

#include <vigie/base/log.hpp>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <pthread.h>

#include <map>
#include <thread>

namespace vigie::net {

namespace {

/// As the parser of addresses knows it: the two schemes differ from http and https in nothing but their names.
std::string asHttp(std::string_view url)
{
    return (url.substr(0, 4) == "wss:" ? "https" : "http") + std::string(url.substr(url.find(':')));
}

} // namespace

bool isWebSocketAddress(std::string_view url)
{
    return url.substr(0, 5) == "ws://" || url.substr(0, 6) == "wss://";
}

struct WebSocketEngine::Impl {
    EngineOptions options;
    asio::io_context io{1};
    asio::ssl::context tls{asio::ssl::context::tls_client};
    asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(io);
    bool noAuthority = false;              ///< the caFile cannot be read: no certificate can be right
    using StopCallback = std::stop_callback<std::function<void()>>;
    struct Entry {
        std::shared_ptr<SocketSession> session;
        std::unique_ptr<StopCallback> onStop;
    };
    std::map<SocketSession *, Entry> sessions; // of the thread
    std::thread thread;

    explicit Impl(EngineOptions given) : options(std::move(given))
    {
        error_code error;
        tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_sslv3);
        tls.set_verify_mode(asio::ssl::verify_peer);
        if (options.caFile.empty())
            tls.set_default_verify_paths(error);
        else
            tls.load_verify_file(options.caFile, error);
        noAuthority = error.failed();
        thread = std::thread([this] {
            pthread_setname_np(pthread_self(), "vigie-ws");
            io.run();
        });
    }
    ~Impl()
    {
        asio::post(io, [this] {
            while (!sessions.empty())
                sessions.begin()->second.session->end(Errc::Cancelled, "the engine stops");
            io.stop(); // a name that is still being looked up is not waited for
        });
        thread.join();
        io.restart();
        io.poll(); // what the ended sessions left to be let go
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    static void refuse(const SocketJob &job, const Error &error)
    {
        log::info("net", "stream {}", errcName(error.code));
        if (job.handlers->closed)
            job.reply->post([handlers = job.handlers, error] { handlers->closed(Failure{error, Sent::Nothing}); });
    }

    void start(SocketJob job)
    {
        if (job.stop.stop_requested())
            return refuse(job, Error{Errc::Cancelled, "stopped", 0, {}, {}});
        const bool secure = job.at.scheme == "https";
        if (secure && noAuthority)
            return refuse(job, Error{Errc::Tls, "the file with the certificate authority cannot be read", 0, {}, {}});
        const auto token = job.stop;
        const auto forget = [this](SocketSession *session) {
            // Not at once: it is one of its own functions that tells.
            const auto found = sessions.find(session);
            if (found == sessions.end())
                return;
            auto gone = std::make_shared<Entry>(std::move(found->second));
            sessions.erase(found);
            asio::post(io, [gone] {});
        };
        auto session = secure ? makeTlsSession(io, tls, std::move(job), forget) : makePlainSession(io, std::move(job), forget);
        auto &entry = sessions[session.get()];
        entry.session = session;
        session->start();
        // Last: a token that is stopped at this moment calls back from inside the constructor.
        auto onStop = std::make_unique<StopCallback>(token, [this, weak = std::weak_ptr(session)] {
            asio::post(io, [weak] {
                if (const auto alive = weak.lock())
                    alive->end(Errc::Cancelled, "stopped");
            });
        });
        if (const auto found = sessions.find(session.get()); found != sessions.end())
            found->second.onStop = std::move(onStop);
    }
};

WebSocketEngine::WebSocketEngine(EngineOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

WebSocketEngine::~WebSocketEngine() = default;

void WebSocketEngine::open(Request request, std::stop_token stop, Executor &reply, StreamHandlers handlers)
{
    SocketJob job{std::move(request), std::move(stop), &reply, std::make_shared<StreamHandlers>(std::move(handlers)), {}, impl_->options.userAgent, false, false};
    auto at = parseUrl(isWebSocketAddress(job.request.url) ? asHttp(job.request.url) : std::string{});
    if (!at)
        return Impl::refuse(job, Error{Errc::InvalidInput, "not the address of a WebSocket", 0, {}, {}});
    if (at->credentials)
        return Impl::refuse(job, Error{Errc::InvalidInput, "a password in an address", 0, {}, {}});
    if (const auto sound = checkHeaders(job.request); !sound)
        return Impl::refuse(job, sound.error());
    job.at = std::move(*at);
    job.allowPrivate = impl_->options.allowPrivateNetworks || job.request.privateNetwork;
    job.allowLoopback = isLoopbackHost(job.at.host);
    auto shared = std::make_shared<SocketJob>(std::move(job));
    asio::post(impl_->io, [impl = impl_.get(), shared] { impl->start(std::move(*shared)); });
}

} // namespace vigie::net
