// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/backoff.hpp>

#include <algorithm>

namespace vigie::net {

std::chrono::milliseconds fullJitter(Sequence &sequence, int attempt, std::chrono::milliseconds base,
                                     std::chrono::milliseconds cap)
{
    std::int64_t ceiling = base.count();
    for (int i = 0; i < attempt && ceiling < cap.count(); ++i)
        ceiling *= 2;
    ceiling = std::clamp<std::int64_t>(ceiling, 0, cap.count());
    return std::chrono::milliseconds(static_cast<std::int64_t>(sequence.below(static_cast<std::uint64_t>(ceiling) + 1)));
}

} // namespace vigie::net
