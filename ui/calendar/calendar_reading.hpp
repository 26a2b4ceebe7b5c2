// SPDX-License-Identifier: GPL-3.0-or-later
// What the calendar asks the store for: plans of the days in view, drafts without a day, and what the accounts published
// there by themselves or from elsewhere, with the reactions that each has gathered.
// Thread: readCalendar() inside a store job, the rest values. Errors: Storage..., Cancelled.
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/calendar_event.hpp>
#include <vigie/model/campaign.hpp>
#include <vigie/model/item.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/model/post_queue.hpp>
#include <vigie/store/store.hpp>

#include <map>
#include <vector>

namespace vigie::ui {

/// As the network counted them, over all the variants of a post.
struct Reactions {
    double likes = 0, relays = 0, answers = 0;
    bool counted = false;               ///< false: the network gave no numbers yet
    [[nodiscard]] double sum() const { return likes + relays + answers; }
};

/// A post of ours that no plan of the calendar made.
struct PublishedPost {
    Item item;
    Reactions reactions;
};

struct CalendarReading {
    std::vector<PlanItem> plans, unplanned;
    std::vector<Account> accounts;
    std::vector<PlanId> missed;         ///< anywhere in time
    std::vector<PublishedPost> published;
    std::map<PlanId, Reactions> reactions;
    std::vector<CalendarEvent> events;  ///< of these days
    std::vector<Campaign> campaigns;    ///< those put away as well: their posts still name them
    std::vector<PostQueue> queues;
    bool repeats = false;               ///< there are series, of which posts may have to be made
    std::string regions, secondZone;    ///< settings
};

[[nodiscard]] Result<CalendarReading> readCalendar(store::Tx &tx, Instant from, Instant to);

} // namespace vigie::ui
