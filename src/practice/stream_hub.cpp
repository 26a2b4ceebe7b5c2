// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_hub.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {
constexpr std::size_t kMostFrames = 10'000;
}

StreamHub::Handle StreamHub::open(std::string channel)
{
    auto listener = std::make_shared<Listener>();
    listener->channel = std::move(channel);
    const std::lock_guard lock(mutex_);
    open_.push_back(listener);
    return listener;
}

void StreamHub::close(const Handle &listener)
{
    const std::lock_guard lock(mutex_);
    open_.erase(std::remove(open_.begin(), open_.end(), listener), open_.end());
}

void StreamHub::publish(const std::string &channel, const std::string &event, const std::string &payload)
{
    const std::string frame = "event: " + event + "\ndata: " + payload + "\n\n";
    {
        const std::lock_guard lock(mutex_);
        for (const Handle &listener : open_) {
            if (listener->channel != channel)
                continue;
            if (listener->frames.size() >= kMostFrames)
                listener->frames.pop_front();
            listener->frames.push_back(frame);
        }
    }
    wake_.notify_all();
}

std::string StreamHub::take(const Handle &listener, std::chrono::milliseconds wait, bool *closed)
{
    std::unique_lock lock(mutex_);
    // The system clock: the sanitizers of gcc 12 do not see waits on the steady one.
    wake_.wait_until(lock, std::chrono::system_clock::now() + wait,
                     [&] { return listener->closed || !listener->frames.empty(); });
    *closed = listener->closed;
    std::string out;
    for (const std::string &frame : listener->frames)
        out += frame;
    listener->frames.clear();
    return out;
}

void StreamHub::closeAll()
{
    {
        const std::lock_guard lock(mutex_);
        for (const Handle &listener : open_)
            listener->closed = true;
    }
    wake_.notify_all();
}

std::size_t StreamHub::listeners() const
{
    const std::lock_guard lock(mutex_);
    return open_.size();
}

} // namespace vigie::practice
