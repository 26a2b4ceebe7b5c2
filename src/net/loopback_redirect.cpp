// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/oauth.hpp>

#include <vigie/base/html.hpp>

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

namespace vigie::net {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kMaxClients = 16;
constexpr std::size_t kMaxRequest = 16U << 10;
constexpr std::size_t kMostSaid = 300; ///< of what a stranger's error says
constexpr std::chrono::seconds kClientPatience{10};

std::string page(int status, std::string_view french, std::string_view english, std::string_view more = {})
{
    const std::string body = fmt::format(
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Vigie</title>"
        "<body style=\"font-family:sans-serif;margin:4em auto;max-width:34em\"><h1>Vigie</h1>"
        "<p>{}</p><p lang=\"en\">{}</p>{}</body></html>",
        french, english, more.empty() ? std::string() : "<p>" + escapeHtml(more.substr(0, kMostSaid)) + "</p>");
    const char *reason = status == 200 ? "OK" : status == 400 ? "Bad Request" : "Not Found";
    return fmt::format("HTTP/1.1 {} {}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n"
                       "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                       "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                       "Connection: close\r\n\r\n{}",
                       status, reason, body.size(), body);
}

struct Client {
    int fd = -1;
    std::string received, pending;
    bool ends = false; ///< the answer that is being written ends the wait
    Steady::time_point until;
};

std::string valueOf(const QueryPairs &pairs, std::string_view name)
{
    for (const auto &[key, value] : pairs)
        if (key == name)
            return value;
    return {};
}

} // namespace

struct LoopbackRedirect::Impl {
    std::string state;
    Steady::time_point until;
    Executor *reply = nullptr;
    std::function<void(Result<Secret>)> done;
    int listener = -1, wake = -1;
    std::uint16_t port = 0;
    std::vector<Client> clients;
    std::optional<Result<Secret>> outcome;
    std::thread thread;
    std::unique_ptr<std::stop_callback<std::function<void()>>> onStop;

    Impl() = default;
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;
    ~Impl()
    {
        onStop.reset();
        if (thread.joinable()) {
            poke();
            thread.join();
        }
        for (const Client &client : clients)
            ::close(client.fd);
        if (listener >= 0)
            ::close(listener);
        if (wake >= 0)
            ::close(wake);
    }

    void poke() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t put = ::write(wake, &one, sizeof one);
    }

    Result<void> listen(std::uint16_t wanted)
    {
        wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(wanted);
        const int again = 1; // a sign-in that was given up a moment ago must not block the next
        if (listener >= 0)
            ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (wake < 0 || listener < 0 || ::bind(listener, generic, size) != 0 || ::listen(listener, 16) != 0
            || ::getsockname(listener, generic, &size) != 0)
            return fail(Errc::Network, fmt::format("no port on this machine: {}", std::strerror(errno)));
        port = ntohs(address.sin_port);
        return {};
    }

    void run()
    {
        while (!outcome)
            step();
        // The page of the last client may not be written yet; the browser gets a moment, the program does not wait long.
        const auto end = Steady::now() + std::chrono::seconds(1);
        while (Steady::now() < end && std::any_of(clients.begin(), clients.end(), [](const Client &c) { return c.ends; }))
            writeLast();
        ::close(listener); // a browser that comes again is told at once that nobody listens any more
        listener = -1;
        reply->post([done = std::move(done), outcome = std::move(*outcome)] { done(outcome); });
    }

    void step()
    {
        std::vector<pollfd> polled{{wake, POLLIN, 0}, {listener, POLLIN, 0}};
        auto next = until;
        for (const Client &client : clients) {
            polled.push_back({client.fd, static_cast<short>(client.pending.empty() ? POLLIN : POLLOUT), 0});
            next = std::min(next, client.until);
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Steady::now()).count();
        ::poll(polled.data(), polled.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000)));
        if (polled[0].revents != 0) {
            outcome = Result<Secret>(fail(Errc::Cancelled, "stopped"));
            return;
        }
        const auto now = Steady::now();
        if (now >= until) {
            outcome = Result<Secret>(fail(Errc::Timeout, "nobody signed in"));
            return;
        }
        for (std::size_t i = 0; i < clients.size(); ++i)
            if (polled[i + 2].revents != 0 || clients[i].until <= now)
                serve(clients[i], now);
        dropClosed();
        if (polled[1].revents != 0)
            accept(now);
    }

    void accept(Steady::time_point now)
    {
        const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (fd < 0)
            return;
        if (clients.size() >= kMaxClients) {
            // Whoever waited longest without a request goes: a scanner must not keep the browser out.
            ::close(clients.front().fd);
            clients.erase(clients.begin());
        }
        Client client;
        client.fd = fd;
        client.until = now + kClientPatience;
        clients.push_back(std::move(client));
    }

    void dropClosed()
    {
        clients.erase(std::remove_if(clients.begin(), clients.end(), [](const Client &c) { return c.fd < 0; }), clients.end());
    }

    static void drop(Client &client)
    {
        ::close(client.fd);
        client.fd = -1;
        client.ends = false;
    }

    void serve(Client &client, Steady::time_point now)
    {
        if (client.until <= now)
            return drop(client);
        if (!client.pending.empty())
            return flush(client);
        char chunk[4096];
        const ssize_t got = ::recv(client.fd, chunk, sizeof chunk, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0)
            return drop(client);
        client.received.append(chunk, static_cast<std::size_t>(got));
        if (client.received.find("\r\n\r\n") != std::string::npos || client.received.find("\n\n") != std::string::npos) {
            client.pending = answerTo(client);
            return flush(client);
        }
        if (client.received.size() > kMaxRequest)
            drop(client);
    }

    static void flush(Client &client)
    {
        const ssize_t put = ::send(client.fd, client.pending.data(), client.pending.size(), MSG_NOSIGNAL);
        if (put < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (put < 0)
            return drop(client);
        client.pending.erase(0, static_cast<std::size_t>(put));
        if (client.pending.empty()) {
            ::shutdown(client.fd, SHUT_WR);
            drop(client);
        }
    }

    void writeLast()
    {
        for (Client &client : clients) {
            if (!client.ends)
                continue;
            pollfd polled{client.fd, POLLOUT, 0};
            ::poll(&polled, 1, 100);
            flush(client);
        }
        dropClosed();
    }

    std::string answerTo(Client &client)
    {
        const std::string_view line = std::string_view(client.received).substr(0, client.received.find_first_of("\r\n"));
        constexpr std::string_view kStart = "GET /callback?";
        const std::size_t end = line.rfind(" HTTP/");
        const std::string nothing = page(404, "Il n'y a rien ici.", "There is nothing here.");
        if (line.substr(0, kStart.size()) != kStart || end == std::string_view::npos || end < kStart.size())
            return nothing;
        const QueryPairs pairs = parseQuery(line.substr(kStart.size(), end - kStart.size()));
        // Without the right state this is not our sign-in: it must neither succeed nor put an end to the real one.
        if (!equalConstantTime(valueOf(pairs, "state"), state))
            return page(400, "Cette demande n'est pas celle de Vigie.", "This request is not Vigie's.");
        const std::string error = valueOf(pairs, "error"), code = valueOf(pairs, "code");
        if (error.empty() && code.empty())
            return nothing;
        client.ends = true;
        if (error.empty()) {
            outcome = Result<Secret>(Secret(code));
            return page(200, "Connexion faite. Vous pouvez fermer cette page.", "Signed in. You may close this page.");
        }
        const std::string said = valueOf(pairs, "error_description");
        const Errc meaning = error == "access_denied" ? Errc::Forbidden : Errc::Protocol;
        outcome = Result<Secret>(fail(meaning, fmt::format("{} {}", error.substr(0, 60), said.substr(0, 200))));
        return page(200, "La connexion n'a pas eu lieu. Vous pouvez fermer cette page.",
                    "You were not signed in. You may close this page.", said.empty() ? error : said);
    }
};

LoopbackRedirect::LoopbackRedirect(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

LoopbackRedirect::~LoopbackRedirect() = default;

Result<std::unique_ptr<LoopbackRedirect>> LoopbackRedirect::start(std::string state, std::chrono::milliseconds timeout,
                                                                  std::stop_token stop, Executor &reply,
                                                                  std::function<void(Result<Secret>)> done, std::uint16_t port)
{
    if (state.empty())
        return fail(Errc::InvalidInput, "a sign-in without a state");
    auto impl = std::make_unique<Impl>();
    VIGIE_CHECK(impl->listen(port));
    impl->state = std::move(state);
    impl->until = Steady::now() + timeout;
    impl->reply = &reply;
    impl->done = std::move(done);
    Impl *raw = impl.get();
    impl->onStop = std::make_unique<std::stop_callback<std::function<void()>>>(std::move(stop), [raw] { raw->poke(); });
    impl->thread = std::thread([raw] { raw->run(); });
    return std::unique_ptr<LoopbackRedirect>(new LoopbackRedirect(std::move(impl)));
}

std::string LoopbackRedirect::redirectUri() const
{
    return fmt::format("http://127.0.0.1:{}/callback", impl_->port);
}

} // namespace vigie::net
