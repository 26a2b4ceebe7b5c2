// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait before trying again when the server did not say: exponential, with full jitter.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/base/random.hpp>

#include <chrono>

namespace vigie::net {

inline constexpr std::chrono::milliseconds kBackoffBase{1'000};
inline constexpr std::chrono::milliseconds kBackoffCap{15 * 60 * 1'000};

/// Uniform in [0, min(cap, base * 2^attempt)]; `attempt` counts from 0.
[[nodiscard]] std::chrono::milliseconds fullJitter(Sequence &sequence, int attempt,
                                                   std::chrono::milliseconds base = kBackoffBase,
                                                   std::chrono::milliseconds cap = kBackoffCap);

class Backoff {
public:
    explicit Backoff(std::uint64_t seed, std::chrono::milliseconds base = kBackoffBase,
                     std::chrono::milliseconds cap = kBackoffCap)
        : sequence_(seed), base_(base), cap_(cap)
    {
    }
    std::chrono::milliseconds next() { return fullJitter(sequence_, attempts_++, base_, cap_); }
    void reset() { attempts_ = 0; }
    [[nodiscard]] int attempts() const { return attempts_; }

private:
    Sequence sequence_;
    std::chrono::milliseconds base_, cap_;
    int attempts_ = 0;
};

} // namespace vigie::net
