// SPDX-License-Identifier: GPL-3.0-or-later
// The socket as cpp-httplib sees it. While `hold` is set, what is written is kept for the fault to cut.
// Thread: one. Errors: a negative count, as the library expects.
#pragma once

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <string>

namespace vigie::practice {

class WireStream final : public httplib::Stream {
public:
    WireStream(int socket, const std::atomic<bool> &stopping) : socket_(socket), stopping_(stopping) {}

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return socket_; }

    /// Waits for the first line of a request without taking it; false when there will be none.
    bool peekRequestLine(std::chrono::milliseconds idle, std::string *line);
    bool send(std::string_view bytes);

    bool hold = false;
    std::string held;

private:
    bool waitFor(short events, std::chrono::milliseconds most) const;
    int socket_;
    const std::atomic<bool> &stopping_;
};

} // namespace vigie::practice
