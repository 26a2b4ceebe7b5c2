// SPDX-License-Identifier: GPL-3.0-or-later
// The publishing beat: a thread of its own that sleeps until the hour at which something is to leave, so that nothing else that the
// program does makes a post late. It looks at the outbox when it is told that something changed there, and when the clock was set.
// Thread: look() from any thread; the rest from the workspace's owner. Errors: none; what stops a run is logged, and tried again.
#pragma once

#include <vigie/base/alarm.hpp>
#include <vigie/base/clock.hpp>
#include <vigie/plan/publisher.hpp>

#include <thread>

namespace vigie::app {

/// When `at` of `clock` comes by the machine's clock; `scaled`: the practice clock, when it is the one that counts.
[[nodiscard]] Instant machineTime(Instant at, const Clock &clock, const ScaledClock *scaled);

class PublishBeat {
public:
    PublishBeat(plan::Publisher &publisher, const Clock &clock, const ScaledClock *scaled);
    ~PublishBeat();
    void start();
    void look();

private:
    void run(const std::stop_token &stop);
    [[nodiscard]] Instant publish(const std::stop_token &stop);

    plan::Publisher &publisher_;
    const Clock &clock_;
    const ScaledClock *scaled_;
    Alarm alarm_;
    std::jthread thread_; ///< since start(); it uses the others
};

} // namespace vigie::app
