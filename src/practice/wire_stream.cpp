// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/wire_stream.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

namespace vigie::practice {

namespace {

constexpr std::chrono::milliseconds kTurn{50};
constexpr std::chrono::milliseconds kReadTimeout{20'000};

void nameOf(const sockaddr_in &address, std::string &ip, int &port)
{
    char text[INET_ADDRSTRLEN] = {};
    inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
    ip = text;
    port = ntohs(address.sin_port);
}

} // namespace

bool WireStream::waitFor(short events, std::chrono::milliseconds most) const
{
    // In turns, so that stopping the server does not wait for a silent client.
    for (auto left = most; left.count() > 0 && !stopping_; left -= kTurn) {
        pollfd one{socket_, events, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::min(left, kTurn).count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

bool WireStream::is_readable() const { return waitFor(POLLIN, kReadTimeout); }

bool WireStream::is_writable() const
{
    if (stopping_)
        return false;
    pollfd one{socket_, POLLOUT | POLLRDHUP, 0};
    return ::poll(&one, 1, 1000) > 0 && (one.revents & (POLLRDHUP | POLLHUP | POLLERR)) == 0;
}

ssize_t WireStream::read(char *data, size_t size)
{
    if (!is_readable())
        return -1;
    ssize_t n = 0;
    do
        n = ::recv(socket_, data, size, 0);
    while (n < 0 && errno == EINTR);
    return n;
}

bool WireStream::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (!waitFor(POLLOUT, kReadTimeout))
            return false;
        const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (n <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

ssize_t WireStream::write(const char *data, size_t size)
{
    if (hold) {
        held.append(data, size);
        return static_cast<ssize_t>(size);
    }
    return send({data, size}) ? static_cast<ssize_t>(size) : -1;
}

bool WireStream::peekRequestLine(std::chrono::milliseconds idle, std::string *line)
{
    char buffer[9000];
    for (auto left = idle; left.count() > 0;) {
        if (!waitFor(POLLIN, left))
            return false;
        const ssize_t n = ::recv(socket_, buffer, sizeof buffer, MSG_PEEK | MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        const std::string_view seen(buffer, n > 0 ? static_cast<std::size_t>(n) : 0);
        const std::size_t end = seen.find("\r\n");
        if (end != std::string_view::npos || seen.size() == sizeof buffer) {
            line->assign(seen.substr(0, end));
            return true;
        }
        // Half a line: more is on its way, and the socket stays readable meanwhile.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        left -= std::chrono::milliseconds(1);
    }
    return false;
}

void WireStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (::getpeername(socket_, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        nameOf(address, ip, port);
}

void WireStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket_, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        nameOf(address, ip, port);
}

} // namespace vigie::practice
