// SPDX-License-Identifier: GPL-3.0-or-later
// Where cards stand in a day's column: cards that would cover each other share its width.
// Thread: pure.
#pragma once

#include <vector>

namespace vigie::ui::calendar {

struct Slot {
    int lane = 0, lanes = 1;
};
/// `tops` ascending; a card is `height` high.
[[nodiscard]] std::vector<Slot> layoutDay(const std::vector<int> &tops, int height);

} // namespace vigie::ui::calendar
