// SPDX-License-Identifier: GPL-3.0-or-later
// Where "now" comes from. Passed in, never global, so that tests and the practice network drive time.
// Thread: now() may be called from any thread. Errors: none.
#pragma once

#include <vigie/base/time.hpp>

#include <atomic>
#include <chrono>
#include <mutex>

namespace vigie {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// Stands still until told to move; for tests.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start) : now_(toMicros(start)) {}
    [[nodiscard]] Instant now() const override { return fromMicros(now_.load()); }
    void advance(Micros by) { now_ += by.count(); }
    void set(Instant t) { now_ = toMicros(t); }

private:
    std::atomic<std::int64_t> now_;
};

/// Runs `factor` times as fast as `base` from the moment of the last setFactor(); never goes back.
class ScaledClock final : public Clock {
public:
    ScaledClock(const Clock &base, Instant start, int factor);
    [[nodiscard]] Instant now() const override;
    void setFactor(int factor);
    [[nodiscard]] int factor() const;

private:
    [[nodiscard]] Instant nowLocked() const;

    const Clock &base_;
    mutable std::mutex mutex_; // three values that only make sense together
    Instant baseAt_, scaledAt_;
    mutable Instant last_;
    int factor_;
};

} // namespace vigie
