// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP server on 127.0.0.1 that sends exactly the bytes a test wrote down, so that a test may be a broken server: cut
// off, late, lying about lengths, endless. One thread per connection, each running the test's script.
// Thread: requests() and count() from any thread; scripts run on the threads of the server.
#pragma once

#include "support/listening_socket.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::test {

/// Closed until somebody opens it.
class Gate {
public:
    void open()
    {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    bool waitFor(std::chrono::milliseconds deadline)
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, deadline, [this] { return open_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
};

class RawServer {
public:
    class Connection {
    public:
        Connection(int fd, RawServer &server, std::size_t index) : fd_(fd), server_(server), index_(index) {}

        /// Which connection of the server this is, from 0.
        [[nodiscard]] std::size_t index() const { return index_; }
        /// A whole request, head and body (Content-Length or chunked); empty when the client went away.
        std::string readRequest()
        {
            std::string head = readUntil("\r\n\r\n");
            if (head.empty())
                return {};
            std::string lower = head;
            std::transform(lower.begin(), lower.end(), lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            std::string body;
            if (const auto at = lower.find("\r\ncontent-length:"); at != std::string::npos)
                body = readExactly(static_cast<std::size_t>(std::atoll(lower.c_str() + at + 17)));
            else if (lower.find("\r\ntransfer-encoding: chunked") != std::string::npos)
                body = readUntil("0\r\n\r\n");
            server_.remember(head + body);
            return head + body;
        }
        /// Exactly so many bytes as they come; fewer when the client went away.
        std::string readBytes(std::size_t size) { return readExactly(size); }
        /// False when the client is gone.
        bool write(std::string_view bytes)
        {
            while (!bytes.empty()) {
                const ssize_t put = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
                if (put <= 0)
                    return false;
                bytes.remove_prefix(static_cast<std::size_t>(put));
            }
            return true;
        }
        /// One piece of a chunked body; an empty one ends it.
        bool writeChunk(std::string_view bytes)
        {
            char size[32];
            std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
            return write(size + std::string(bytes) + "\r\n");
        }
        bool reply(int status, std::string_view headers, std::string_view body)
        {
            return write("HTTP/1.1 " + std::to_string(status) + " X\r\n" + std::string(headers)
                         + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
        }
        /// Waits for the gate, for the client to go, or for the end of the server; true when the gate opened.
        bool waitFor(Gate &gate)
        {
            while (!server_.threads_.stopping()) {
                if (gate.waitFor(std::chrono::milliseconds(5)))
                    return true;
                if (gone())
                    return false;
            }
            return false;
        }
        /// Until the client closes.
        void waitForClose()
        {
            Gate never;
            waitFor(never);
        }
        /// The client sees a reset instead of an orderly end.
        void reset()
        {
            const linger now{1, 0};
            ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        }
        [[nodiscard]] bool gone() const
        {
            pollfd polled{fd_, POLLIN, 0};
            char c = 0;
            return ::poll(&polled, 1, 0) > 0 && ::recv(fd_, &c, 1, MSG_PEEK) <= 0;
        }

    private:
        bool more()
        {
            char chunk[16'384];
            const ssize_t got = ::recv(fd_, chunk, sizeof chunk, 0);
            if (got <= 0)
                return false;
            buffer_.append(chunk, static_cast<std::size_t>(got));
            return true;
        }
        std::string take(std::size_t size)
        {
            std::string out = buffer_.substr(0, size);
            buffer_.erase(0, size);
            return out;
        }
        std::string readUntil(const std::string &mark)
        {
            std::size_t at = 0;
            while ((at = buffer_.find(mark)) == std::string::npos)
                if (!more())
                    return {};
            return take(at + mark.size());
        }
        std::string readExactly(std::size_t size)
        {
            while (buffer_.size() < size)
                if (!more())
                    break;
            return take(std::min(size, buffer_.size()));
        }

        int fd_;
        RawServer &server_;
        std::size_t index_;
        std::string buffer_;
    };
    using Script = std::function<void(Connection &)>;

    /// `script` runs for every connection; the connection closes when it returns.
    explicit RawServer(Script script)
        : script_(std::move(script)), threads_([this](int fd, std::size_t index) {
              Connection connection(fd, *this, index);
              script_(connection);
          })
    {
    }

    [[nodiscard]] int port() const { return threads_.port(); }
    [[nodiscard]] std::string url(std::string_view path = "/", std::string_view host = "127.0.0.1") const
    {
        return "http://" + std::string(host) + ':' + std::to_string(port()) + std::string(path);
    }
    [[nodiscard]] std::vector<std::string> requests() const
    {
        const std::lock_guard lock(mutex_);
        return requests_;
    }
    /// Connections so far.
    [[nodiscard]] std::size_t connections() const { return threads_.count(); }
    /// True once `count` requests were read.
    bool waitForRequests(std::size_t count, std::chrono::milliseconds deadline = std::chrono::seconds(10))
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, deadline, [this, count] { return requests_.size() >= count; });
    }

private:
    void remember(std::string request)
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
        changed_.notify_all();
    }
    Script script_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> requests_;
    ConnectionThreads threads_;
};

} // namespace vigie::test
