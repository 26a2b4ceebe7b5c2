// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who speaks on a network, as kept in the workspace.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/item.hpp>

namespace vigie {

struct MemberHandle {
    std::string handle;
    Instant seenFrom, seenTo;
};

struct Member {
    MemberId id;
    std::string connector, instance;
    Author profile;                    ///< as last seen; metrics hold the latest counts
    Instant firstSeen, lastSeen;
    std::vector<MemberHandle> handles; ///< history, newest first: handles are re-assigned
};

/// What the card on the right shows. All computed from rows.
struct MemberCard {
    Member member;
    int mentions = 0;              ///< items of theirs that we hold
    int exchanges = 0;             ///< answers we gave them
    std::optional<Instant> lastExchangeAt;
    float meanTone = 0;
    std::vector<float> toneByMonth; ///< oldest first, the last 12 months; NaN where they said nothing
    std::vector<std::string> tags;
    std::vector<ItemId> recent;    ///< newest first, at most 20
};

} // namespace vigie
