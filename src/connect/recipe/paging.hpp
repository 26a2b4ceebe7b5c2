// SPDX-License-Identifier: GPL-3.0-or-later
// Where the next page is, for each kind of paging (networks.md, 6.1).
// Thread: pure functions. Errors: PolicyRefused (a next page on another host).
#pragma once

#include "connect/recipe/item_map.hpp"
#include "connect/recipe/turn.hpp"

namespace vigie::connect::recipe {

struct PageContext {
    const Recipe &recipe;
    const Operation &operation;
    const CallVariables &variables;
    const Json &root;
    const net::Response &response;
};
struct NextPage {
    std::optional<Turn> turn;              ///< page, url, until, ids
    bool capped = false;                   ///< there is more, and the server will not show it
};
[[nodiscard]] Result<NextPage> pageAfter(const PageContext &where, const Turn &turn, const Mapped &mapped, const std::optional<Instant> &oldest);

} // namespace vigie::connect::recipe
