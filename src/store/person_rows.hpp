// SPDX-License-Identifier: GPL-3.0-or-later
// What several readers of people share.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/person.hpp>

#include <span>
#include <vector>

namespace vigie::store {

/// The smallest first; itself alone when it was never merged.
[[nodiscard]] std::vector<MemberId> identitiesOf(Session &session, MemberId member);

/// What rows say of some identities together.
struct SpokenFigures {
    int mentions = 0, exchanges = 0;
    std::optional<Instant> lastExchangeAt;
    float meanTone = 0;
    std::vector<float> toneByMonth;
    std::vector<std::string> tags;
};
[[nodiscard]] SpokenFigures spokenFigures(Session &session, std::span<const MemberId> members, Instant now);

} // namespace vigie::store
