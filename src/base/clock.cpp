// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/clock.hpp>

#include <algorithm>

namespace vigie {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

ScaledClock::ScaledClock(const Clock &base, Instant start, int factor)
    : base_(base), baseAt_(base.now()), scaledAt_(start), last_(start), factor_(std::max(factor, 0))
{
}

Instant ScaledClock::now() const
{
    const std::lock_guard lock(mutex_);
    return nowLocked();
}

void ScaledClock::setFactor(int factor)
{
    const std::lock_guard lock(mutex_);
    // Read both clocks at one moment, so that a change of speed is not a jump.
    const Instant base = base_.now();
    scaledAt_ = std::max(last_, scaledAt_ + (base - baseAt_) * factor_);
    last_ = scaledAt_;
    baseAt_ = base;
    factor_ = std::max(factor, 0);
}

int ScaledClock::factor() const
{
    const std::lock_guard lock(mutex_);
    return factor_;
}

Instant ScaledClock::nowLocked() const
{
    // The base is the machine's clock: an NTP step may take it back, this one stands still meanwhile.
    last_ = std::max(last_, scaledAt_ + (base_.now() - baseAt_) * factor_);
    return last_;
}

} // namespace vigie
