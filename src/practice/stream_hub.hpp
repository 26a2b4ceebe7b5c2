// SPDX-License-Identifier: GPL-3.0-or-later
// Hands events to the open streams.
// Thread: safe. Errors: none; a listener that does not read loses its oldest events after 10,000.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace vigie::practice {

class StreamHub {
public:
    struct Listener {
        std::string channel; ///< "user", "user:notification", "hashtag:cafe"
        std::deque<std::string> frames;
        bool closed = false;
    };
    using Handle = std::shared_ptr<Listener>;

    Handle open(std::string channel);
    void close(const Handle &listener);
    void publish(const std::string &channel, const std::string &event, const std::string &payload);
    /// Joined frames that are there, or that come within `wait`; `closed` when the stream must end.
    std::string take(const Handle &listener, std::chrono::milliseconds wait, bool *closed);
    void closeAll();
    [[nodiscard]] std::size_t listeners() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Handle> open_;
};

} // namespace vigie::practice
