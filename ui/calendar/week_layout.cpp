// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/week_layout.hpp"

#include <cstddef>

namespace vigie::ui::calendar {

std::vector<Slot> layoutDay(const std::vector<int> &tops, int height)
{
    std::vector<Slot> slots(tops.size());
    std::vector<int> laneEnds; // of the cluster at hand
    std::size_t first = 0;
    int clusterEnd = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            slots[i].lanes = static_cast<int>(laneEnds.size());
        laneEnds.clear();
        first = end;
    };
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (i > first && tops[i] >= clusterEnd)
            close(i);
        std::size_t lane = 0;
        while (lane < laneEnds.size() && laneEnds[lane] > tops[i])
            ++lane;
        if (lane == laneEnds.size())
            laneEnds.push_back(0);
        laneEnds[lane] = clusterEnd = tops[i] + height;
        slots[i].lane = static_cast<int>(lane);
    }
    close(tops.size());
    return slots;
}

} // namespace vigie::ui::calendar
