// SPDX-License-Identifier: GPL-3.0-or-later
// A client made of one socket, which sees exactly what the server sent.
// Thread: one per test. Errors: an empty answer.
#pragma once

#include <vigie/practice/server.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <arpa/inet.h>
#include <functional>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace vigie::test {

using Json = nlohmann::json;

struct Raw {
    std::string bytes; ///< all of it, status line included
    bool ended = false; ///< the server closed
    int status = 0;
    std::string head, body;
    std::size_t promised = 0; ///< Content-Length

    [[nodiscard]] Json json() const { return Json::parse(body, nullptr, false); }
    [[nodiscard]] std::string header(const std::string &name) const
    {
        const std::size_t at = head.find("\r\n" + name + ": ");
        return at == std::string::npos ? "" : head.substr(at + name.size() + 4, head.find("\r\n", at + 2) - at - name.size() - 4);
    }
};

class Connection {
public:
    explicit Connection(const std::string &url)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~Connection() { ::close(socket_); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool connected() const { return connected_; }
    void write(const std::string &text) { (void)!::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
    /// Reads until `enough`, the end, or the deadline.
    std::string readUntil(const std::function<bool(const std::string &)> &enough, bool *ended = nullptr, int seconds = 20)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        while (!enough(seen_) && std::chrono::steady_clock::now() < deadline) {
            pollfd one{socket_, POLLIN, 0};
            if (::poll(&one, 1, 100) <= 0)
                continue;
            char buffer[65536];
            const ssize_t n = ::recv(socket_, buffer, sizeof buffer, 0);
            if (n <= 0) {
                if (ended != nullptr)
                    *ended = true;
                break;
            }
            seen_.append(buffer, static_cast<std::size_t>(n));
        }
        return seen_;
    }

private:
    int socket_ = -1;
    bool connected_ = false;
    std::string seen_;
};

class Client {
public:
    explicit Client(const practice::Server &server) : url_(server.url()), token_(server.brandToken()) {}

    Raw send(const std::string &method, const std::string &target, const std::string &body = {},
             const std::string &more = {}, std::size_t most = SIZE_MAX) const
    {
        Connection connection(url_);
        std::string request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        if (more.find("User-Agent") == std::string::npos)
            request += "User-Agent: test\r\n";
        if (more.find("Authorization") == std::string::npos)
            request += "Authorization: Bearer " + token_ + "\r\n";
        if (!body.empty() && more.find("Content-Type") == std::string::npos)
            request += body[0] == '{' ? "Content-Type: application/json\r\n" : "Content-Type: application/x-www-form-urlencoded\r\n";
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
        connection.write(request);
        Raw raw;
        raw.bytes = connection.readUntil([&](const std::string &seen) { return seen.size() >= most || whole(seen); }, &raw.ended);
        split(raw);
        return raw;
    }
    Raw get(const std::string &target) const { return send("GET", target); }
    Json post(const std::string &text, const std::string &more = {}) const
    {
        return send("POST", "/api/v1/statuses", Json{{"status", text}}.dump(), more).json();
    }
    const std::string &url() const { return url_; }
    const std::string &token() const { return token_; }

private:
    static bool whole(const std::string &seen)
    {
        Raw raw;
        raw.bytes = seen;
        split(raw);
        return raw.status != 0 && !raw.head.empty() && raw.body.size() >= raw.promised
               && raw.head.find("Transfer-Encoding") == std::string::npos;
    }
    static void split(Raw &raw)
    {
        const std::size_t end = raw.bytes.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        raw.head = raw.bytes.substr(0, end + 2);
        raw.body = raw.bytes.substr(end + 4);
        raw.status = std::atoi(raw.head.c_str() + 9);
        raw.promised = static_cast<std::size_t>(std::atoll(raw.header("Content-Length").c_str()));
    }
    std::string url_, token_;
};

inline Instant someNoon() { return *parseRfc3339("2026-11-21T11:00:00Z"); }

inline std::unique_ptr<practice::Server> startServer(const Clock &clock, practice::Options options = {})
{
    auto server = practice::Server::start(clock, options);
    return server ? std::move(*server) : nullptr;
}
inline practice::Options quiet()
{
    practice::Options options;
    options.community = false;
    return options;
}

} // namespace vigie::test
