// SPDX-License-Identifier: GPL-3.0-or-later
// A whole round over every stream of every account: what was said until now is stored when it returns.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "gui/support/gui_harness.hpp"

#include <catch2/catch.hpp>

namespace vigie::gui {

inline void readAllNetworks(Harness &harness)
{
    auto &bridge = harness.bridge();
    bool done = false;
    bridge.workspace()->syncNow({}, bridge.stopFor(&harness.window()), bridge.executor(),
                                bridge.guarded<Result<intake::SyncReport>>(&harness.window(), [&done](const Result<intake::SyncReport> &) { done = true; }));
    REQUIRE(waitFor([&done] { return done; }, 60000));
}

} // namespace vigie::gui
