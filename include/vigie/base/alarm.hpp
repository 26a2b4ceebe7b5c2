// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeps until an instant of the machine's clock and not a moment less, or until it is rung. The sleep is told by the clock and not by
// a length: a machine that was suspended, or whose clock was set, wakes at once if the instant has passed by then.
// Thread: one thread waits; ring() may be called from any thread, also before the wait. Errors: none; without descriptors of the system
// it waits on a condition variable, and then a clock that is set is noticed at the instant only.
#pragma once

#include <vigie/base/time.hpp>

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace vigie {

class Alarm {
public:
    enum class Woken : std::uint8_t { Time, Rung, ClockSet };

    Alarm();
    ~Alarm();
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    [[nodiscard]] Woken wait(Instant at);
    void ring();

private:
    [[nodiscard]] Woken waitWithout(Instant at);

    int timer_ = -1, bell_ = -1;
    std::mutex mutex_; ///< guards what follows, for a system that gave no descriptors
    std::condition_variable wake_;
    bool rung_ = false;
};

} // namespace vigie
