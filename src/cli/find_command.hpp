// SPDX-License-Identifier: GPL-3.0-or-later
// search --scope, --by: the one search over mentions, earlier texts, notes, members, answers and plans.
#pragma once

#include "cli/context.hpp"
#include "cli/relay_choice.hpp"

#include <vigie/store/find.hpp>

#include <string>
#include <vector>

namespace vigie::cli {

struct FindOptions {
    std::vector<store::FindScope> scopes;
    store::FindOrder order = store::FindOrder::Date;
    int limit = 20;
    bool countOnly = false;
    RelayChoice relays;
};
/// Of the scopes named ("all": every one).
[[nodiscard]] std::vector<store::FindScope> scopesNamed(const std::vector<std::string> &names);
/// "mentions", ..., "all".
[[nodiscard]] std::vector<std::string> scopeNames();

int findEverywhere(const Context &context, app::Workspace &workspace, const text::Query &query, const FindOptions &options);

} // namespace vigie::cli
