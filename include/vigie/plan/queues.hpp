// SPDX-License-Identifier: GPL-3.0-or-later
// Posts that take the next free slot. A slot is a weekday and an hour on the wall of the queue's zone; it becomes an instant
// when a post takes it, and again after a time-zone update.
// Thread: inside a store job. Errors: InvalidInput (no slots, unknown zone), NotFound, Conflict (sent or being sent), Storage...
#pragma once

#include <vigie/model/post_queue.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <cstddef>
#include <vector>

namespace vigie::plan {

/// Slots of the queue at or after `after`, in order, with the instants they stand for.
Result<std::vector<WallTime>> slotsAfter(const PostQueue &queue, Instant after, std::size_t count);

class QueueDesk {
public:
    QueueDesk(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// InvalidInput: no name, no such zone, an hour that no day has.
    Result<PostQueueId> save(const PostQueue &queue);
    /// Slots after now in which no post of the queue stands.
    Result<std::vector<WallTime>> freeSlots(PostQueueId id, std::size_t count);
    /// The post takes the next free slot of this queue, and its accounts when it has none.
    Result<store::CalendarStepId> put(PlanId post, PostQueueId id);
    /// Drafts that wait for a slot of the queue take the next ones, oldest first; how many did. One step.
    Result<int> fill(PostQueueId id);
    /// Posts that stand in its future slots move up into the first free ones, keeping their order; how many moved. One step.
    Result<int> closeUp(PostQueueId id);

private:
    Result<void> place(const PlanItem &post, const PostQueue &queue, const WallTime &wall);
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

} // namespace vigie::plan
