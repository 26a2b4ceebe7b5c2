// SPDX-License-Identifier: GPL-3.0-or-later
// Stands between a client and a server on loopback: hears what the client says, and cuts the line when it is told to.
// Thread: heard() and connections() from any thread; one connection is served at a time by a thread of the tap.
#pragma once

#include "support/listening_socket.hpp"

#include <atomic>
#include <limits>
#include <mutex>
#include <string>
#include <thread>

namespace vigie::test {

class Tap {
public:
    enum class Cut {
        Never,
        InTheMiddle, ///< after `bytes` of the client: the rest of them never arrives
        BeforeAnswer ///< after `bytes` of the client all goes on to the server, but no answer comes back; cut once there is one
    };
    Tap(std::string host, int port, Cut cut = Cut::Never, std::size_t bytes = std::numeric_limits<std::size_t>::max())
        : host_(std::move(host)), target_(port), cut_(cut), bytes_(bytes), socket_(host_), thread_([this] { run(); })
    {
    }
    ~Tap()
    {
        stopping_ = true;
        thread_.join();
    }
    Tap(const Tap &) = delete;
    Tap &operator=(const Tap &) = delete;

    [[nodiscard]] int port() const { return socket_.port(); }
    [[nodiscard]] int connections() const { return connections_; }
    [[nodiscard]] std::string heard() const
    {
        const std::lock_guard lock(mutex_);
        return heard_;
    }

private:
    static void put(int fd, const char *data, std::size_t size)
    {
        while (size > 0) {
            const auto done = ::send(fd, data, size, MSG_NOSIGNAL);
            if (done <= 0)
                return;
            data += done;
            size -= static_cast<std::size_t>(done);
        }
    }
    void run()
    {
        while (!stopping_) {
            const int client = socket_.accept();
            if (client < 0)
                continue;
            ++connections_;
            const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in address = ipv4(host_, target_);
            if (::connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
                pass(client, server);
            ::close(server);
            ::close(client);
        }
    }
    /// Until either side is gone, or the line is cut.
    void pass(int client, int server)
    {
        std::size_t said = 0;
        char chunk[4096];
        while (!stopping_) {
            pollfd polled[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
            if (::poll(polled, 2, 10) <= 0)
                continue;
            if ((polled[0].revents & (POLLIN | POLLHUP)) != 0) {
                const auto got = ::recv(client, chunk, sizeof chunk, 0);
                if (got <= 0)
                    return;
                said += static_cast<std::size_t>(got);
                {
                    const std::lock_guard lock(mutex_);
                    heard_.append(chunk, static_cast<std::size_t>(got));
                }
                if (cut_ == Cut::InTheMiddle && said > bytes_)
                    return;
                put(server, chunk, static_cast<std::size_t>(got));
            }
            if ((polled[1].revents & (POLLIN | POLLHUP)) != 0) {
                const auto got = ::recv(server, chunk, sizeof chunk, 0);
                if (got <= 0 || (cut_ == Cut::BeforeAnswer && said > bytes_))
                    return;
                put(client, chunk, static_cast<std::size_t>(got));
            }
        }
    }

    std::string host_;
    int target_;
    Cut cut_;
    std::size_t bytes_;
    ListeningSocket socket_;
    std::atomic<bool> stopping_{false};
    std::atomic<int> connections_{0};
    mutable std::mutex mutex_;
    std::string heard_;
    std::thread thread_;
};

} // namespace vigie::test
