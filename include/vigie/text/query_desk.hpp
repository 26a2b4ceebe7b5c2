// SPDX-License-Identifier: GPL-3.0-or-later
// How the answer of a query to an item can change while the item stays as it is: by what people do at the desk, each time an
// event that can be followed, or by the clock and by other rows, at any time.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/text/query.hpp>

namespace vigie::text {

enum class DeskTie : std::uint8_t {
    None,   ///< the item alone decides
    Events, ///< tags put on it, the state or the owner of its ticket
    Always  ///< the clock, its author, what it quotes, what was answered
};
[[nodiscard]] DeskTie deskTie(const Query &query);

} // namespace vigie::text
