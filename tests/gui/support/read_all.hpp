// SPDX-License-Identifier: GPL-3.0-or-later
// Practice that holds still: what was said until now is stored, and nothing more arrives.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "gui/support/gui_harness.hpp"

#include <vigie/store/members.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

namespace vigie::gui {

/// A whole round over every stream of every account.
inline void readAllNetworks(Harness &harness)
{
    auto &bridge = harness.bridge();
    bool done = false;
    bridge.workspace()->syncNow({}, bridge.stopFor(&harness.window()), bridge.executor(),
                                bridge.guarded<Result<intake::SyncReport>>(&harness.window(), [&done](const Result<intake::SyncReport> &) { done = true; }));
    REQUIRE(waitFor([&done] { return done; }, 60000));
}

inline void holdStill(Harness &harness)
{
    readAllNetworks(harness);
    const auto accounts = harness.read<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    REQUIRE(accounts.has_value());
    for (const auto &account : *accounts)
        REQUIRE(harness.write<int>([id = account.id](store::Tx &tx) -> Result<int> {
                           VIGIE_CHECK(store::Accounts(tx).setState(id, AccountState::Paused));
                           return 1;
                       }).has_value());
    REQUIRE(waitFor([&] {
        const auto status = harness.bridge().workspace()->statusNow();
        return status && std::none_of(status->accounts.begin(), status->accounts.end(), [](const auto &line) { return line.syncing; });
    }));
}

} // namespace vigie::gui
