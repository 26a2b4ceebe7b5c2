// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of windows and gaps as shares of a strip.
// Thread: any.
#pragma once

#include "ui/widget/paint.hpp"

#include <vigie/model/sync.hpp>

#include <vector>

namespace vigie::ui {

[[nodiscard]] inline std::vector<paint::Stretch> stretchesOf(const Coverage &coverage)
{
    std::vector<paint::Stretch> stretches;
    const auto whole = static_cast<double>((coverage.to - coverage.from).count());
    if (whole <= 0)
        return stretches;
    const auto share = [&](Instant at) { return static_cast<double>((at - coverage.from).count()) / whole; };
    for (const auto state : {SyncWindow::State::Seen, SyncWindow::State::Gap}) // gaps last: they are drawn over what was seen
        for (const auto &window : coverage.windows)
            if (window.state == state)
                stretches.push_back({share(window.from), share(window.to),
                                     state == SyncWindow::State::Gap ? paint::Stretch::Kind::Gap : paint::Stretch::Kind::Seen});
    return stretches;
}

} // namespace vigie::ui
