// SPDX-License-Identifier: GPL-3.0-or-later
// Random keys and seeded sequences.
// Thread: randomKey() from any thread; a Sequence belongs to one. Errors: none.
#pragma once

#include <cstdint>
#include <string>

namespace vigie {

/// 128 random bits from the operating system as 32 hexadecimal digits: idempotency keys, OAuth state, session ids.
[[nodiscard]] std::string randomKey();

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed on every machine.
class Sequence {
public:
    explicit Sequence(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Uniform in [0, bound); 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1).
    double unit();

private:
    std::uint64_t state_;
};

} // namespace vigie
