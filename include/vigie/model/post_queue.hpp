// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of the week at which posts leave one after the other, each in the next one that is free.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>

#include <compare>
#include <string>
#include <vector>

namespace vigie {

/// On the wall of the queue's zone: 09:00 stays 09:00 on both sides of a change of clocks, wherever the person is.
struct PostSlot {
    int weekday = 1;               ///< 1 is Monday, 7 is Sunday
    int minute = 540;              ///< of the day, 0 to 1439

    friend auto operator<=>(const PostSlot &, const PostSlot &) = default;
};

struct PostQueue {
    PostQueueId id;
    std::string name, zone;
    bool planned = false;          ///< posts are planned as they take their slot; else they stay drafts
    int position = 0;
    bool retired = false;
    std::vector<PostSlot> slots;   ///< by weekday and minute
    std::vector<AccountId> accounts; ///< for a post that has none yet
};

} // namespace vigie
