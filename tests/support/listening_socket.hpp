// SPDX-License-Identifier: GPL-3.0-or-later
// Listening on loopback: the socket, and the threads of those who come.
// Thread: port() and count() from any thread; connections are served on threads of the server.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace vigie::test {

inline sockaddr_in ipv4(const std::string &host, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
}

/// A client that hangs up must not end the test: OpenSSL writes without MSG_NOSIGNAL.
inline void blockSigpipe()
{
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}

/// A socket that listens on a port the system chose.
class ListeningSocket {
public:
    explicit ListeningSocket(const std::string &host = "127.0.0.1") : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = ipv4(host, 0);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(socket_, generic, size) != 0 || ::listen(socket_, 64) != 0 || ::getsockname(socket_, generic, &size) != 0)
            std::abort();
        port_ = ntohs(address.sin_port);
    }
    ~ListeningSocket() { ::close(socket_); }
    ListeningSocket(const ListeningSocket &) = delete;
    ListeningSocket &operator=(const ListeningSocket &) = delete;

    [[nodiscard]] int port() const { return port_; }
    /// The next connection; -1 when none came within a blink.
    [[nodiscard]] int accept() const
    {
        pollfd polled{socket_, POLLIN, 0};
        return ::poll(&polled, 1, 10) > 0 ? ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC) : -1;
    }

private:
    int socket_;
    int port_ = 0;
};

/// Serves every connection on a thread of its own, and closes it afterwards. The end cuts those that are open. To be the last
/// member of what it serves.
class ConnectionThreads {
public:
    using Serve = std::function<void(int fd, std::size_t index)>;

    explicit ConnectionThreads(Serve serve) : serve_(std::move(serve))
    {
        acceptor_ = std::thread([this] { acceptAll(); });
    }
    ~ConnectionThreads()
    {
        stopping_ = true;
        acceptor_.join();
        {
            const std::lock_guard lock(mutex_);
            for (const int fd : open_)
                ::shutdown(fd, SHUT_RDWR);
        }
        for (std::thread &thread : threads_)
            thread.join();
    }
    ConnectionThreads(const ConnectionThreads &) = delete;
    ConnectionThreads &operator=(const ConnectionThreads &) = delete;

    [[nodiscard]] int port() const { return socket_.port(); }
    /// Connections so far.
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] bool stopping() const { return stopping_; }

private:
    void acceptAll()
    {
        while (!stopping_) {
            const int fd = socket_.accept();
            if (fd < 0)
                continue;
            const std::size_t index = count_++;
            {
                const std::lock_guard lock(mutex_);
                open_.push_back(fd);
            }
            threads_.emplace_back([this, fd, index] { serve(fd, index); });
        }
    }
    void serve(int fd, std::size_t index)
    {
        blockSigpipe();
        serve_(fd, index);
        const std::lock_guard lock(mutex_);
        open_.erase(std::remove(open_.begin(), open_.end(), fd), open_.end());
        ::close(fd);
    }

    Serve serve_;
    ListeningSocket socket_;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> count_{0};
    std::mutex mutex_;
    std::vector<int> open_;
    std::vector<std::thread> threads_; // of the acceptor, until it ended
    std::thread acceptor_;
};

} // namespace vigie::test
