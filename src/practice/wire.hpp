// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP on a loopback socket: cpp-httplib reads and writes, a stream of our own stands between it and the socket so that
// an answer can be cut anywhere.
// Thread: listens and answers on threads of its own; `handler` is called from them. Errors: Network (no port).
#pragma once

#include "practice/api.hpp"

#include <vigie/practice/fault_plan.hpp>

#include <atomic>
#include <memory>
#include <thread>

namespace vigie::practice {

class Wire {
public:
    /// Answers a call; the fault is the wire's to perform, except where the handler is told of it.
    using Handler = std::function<Reply(Call &, Fault, std::chrono::milliseconds)>;

    Wire(FaultPlan &faults, StreamHub &hub, Handler handler);
    ~Wire();
    Result<int> listen(int port);
    void stop();
    [[nodiscard]] std::int64_t requestCount() const;

private:
    class Http;
    std::unique_ptr<Http> http_;
    std::thread thread_;
};

} // namespace vigie::practice
