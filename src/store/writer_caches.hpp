// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer connection remembers of the tables between jobs, to spare look-ups in the intake loop.
// Thread: the writer's. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstddef>
#include <string>
#include <unordered_map>

namespace vigie::store {

struct CachedMember {
    MemberId id;
    std::size_t profile = 0;  ///< hash of the stored profile: an unchanged one is not written again
    Instant lastSeen;
    Instant lastSeenWritten;
};

struct WriterCaches {
    std::unordered_map<std::string, CachedMember> members; ///< by connector, instance and native id
    bool suppressionRead = false, suppressionAny = false;
};

/// Entries beyond this are dropped all at once: a cache that is simply refilled needs no ordering.
inline constexpr std::size_t kMaxCachedMembers = 200'000;

} // namespace vigie::store
