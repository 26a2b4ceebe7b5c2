// SPDX-License-Identifier: GPL-3.0-or-later
// A server on 127.0.0.1 that talks in lines, as mail servers do, in clear or in TLS from the first byte or from the moment
// the script says so. One thread per connection, each running the test's script.
// Thread: lines() and connections() from any thread; scripts run on the threads of the server.
#pragma once

#include "support/tls_server.hpp"

#include <algorithm>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::test {

class LineServer {
public:
    class Connection {
    public:
        Connection(int fd, LineServer &server, std::size_t index) : fd_(fd), server_(server), index_(index) {}
        ~Connection()
        {
            if (tls_ && !cut_)
                SSL_shutdown(tls_.get());
        }
        Connection(const Connection &) = delete;
        Connection &operator=(const Connection &) = delete;

        [[nodiscard]] std::size_t index() const { return index_; }
        /// The next line without its CRLF; empty as well when the client is gone (see gone()).
        std::string readLine()
        {
            std::size_t end = 0;
            while ((end = buffer_.find("\r\n")) == std::string::npos)
                if (!more())
                    return {};
            std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 2);
            server_.remember(line, tls_ != nullptr);
            return line;
        }
        [[nodiscard]] bool gone() const { return gone_; }
        bool write(std::string_view bytes)
        {
            while (!bytes.empty()) {
                const auto put = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                                      : static_cast<int>(::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
                if (put <= 0)
                    return false;
                bytes.remove_prefix(static_cast<std::size_t>(put));
            }
            return true;
        }
        bool say(std::string_view line) { return write(std::string(line) + "\r\n"); }
        bool startTls()
        {
            buffer_.clear();
            tls_.reset(SSL_new(server_.context_.get()));
            SSL_set_fd(tls_.get(), fd_);
            return SSL_accept(tls_.get()) == 1;
        }
        /// The client sees the connection end without a word.
        void cut()
        {
            cut_ = true;
            ::shutdown(fd_, SHUT_RDWR);
        }
        /// Until the client closes.
        void waitForClose()
        {
            while (more())
                buffer_.clear();
        }

    private:
        bool more()
        {
            char chunk[16'384];
            const auto got = tls_ ? SSL_read(tls_.get(), chunk, sizeof chunk) : static_cast<int>(::recv(fd_, chunk, sizeof chunk, 0));
            if (got <= 0) {
                gone_ = true;
                return false;
            }
            buffer_.append(chunk, static_cast<std::size_t>(got));
            return true;
        }

        int fd_;
        LineServer &server_;
        std::size_t index_;
        std::string buffer_;
        std::unique_ptr<SSL, OpenSslFree<&SSL_free>> tls_;
        bool gone_ = false, cut_ = false;
    };
    using Script = std::function<void(Connection &)>;
    struct Line {
        std::string text;
        bool encrypted = false;
    };

    LineServer(const Identity &identity, Script script)
        : script_(std::move(script)), context_(identity.serverContext()), threads_([this](int fd, std::size_t index) {
              Connection connection(fd, *this, index);
              script_(connection);
          })
    {
    }

    [[nodiscard]] int port() const { return threads_.port(); }
    [[nodiscard]] std::vector<Line> lines() const
    {
        const std::lock_guard lock(mutex_);
        return lines_;
    }
    /// Whether some line of the client begins so.
    [[nodiscard]] bool heard(std::string_view beginning) const
    {
        const auto all = lines();
        return std::any_of(all.begin(), all.end(), [&](const Line &line) { return line.text.compare(0, beginning.size(), beginning) == 0; });
    }
    [[nodiscard]] std::size_t connections() const { return threads_.count(); }

private:
    void remember(std::string line, bool encrypted)
    {
        const std::lock_guard lock(mutex_);
        lines_.push_back({std::move(line), encrypted});
    }

    Script script_;
    ServerContext context_;
    mutable std::mutex mutex_;
    std::vector<Line> lines_;
    ConnectionThreads threads_;
};

} // namespace vigie::test
