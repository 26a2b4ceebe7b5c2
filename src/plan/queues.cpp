// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/queues.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/store/post_queues.hpp>

#include <algorithm>
#include <set>

namespace vigie::plan {

namespace {

constexpr int kDaysLooked = 2 * 366;

bool movable(const PlanItem &plan)
{
    return std::all_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) {
        return one.state == OutboundState::Draft || one.state == OutboundState::Planned || one.state == OutboundState::Cancelled || one.state == OutboundState::WaitingApproval
               || one.state == OutboundState::Held;
    });
}

/// Where the post stands on the wall of the queue.
Result<WallTime> wallIn(const PlanItem &plan, const PostQueue &queue)
{
    return plan.zone == queue.zone ? Result<WallTime>(*plan.wall) : toWall(plan.due, queue.zone);
}

Result<std::set<WallTime>> taken(store::Tx &tx, const PostQueue &queue)
{
    VIGIE_TRY(const auto posts, store::PostQueues(tx).posts(queue.id, tx.now(), tx.now() + std::chrono::days{kDaysLooked}));
    std::set<WallTime> out;
    for (const auto &post : posts) {
        VIGIE_TRY(const auto wall, wallIn(post, queue));
        out.insert(wall);
    }
    return out;
}

} // namespace

Result<std::vector<WallTime>> slotsAfter(const PostQueue &queue, Instant after, std::size_t count)
{
    if (queue.slots.empty())
        return fail(Errc::InvalidInput, "the queue has no slots");
    VIGIE_TRY(const auto today, toWall(after, queue.zone));
    const auto first = civilDay(today);
    std::vector<WallTime> out;
    for (int day = first; day < first + kDaysLooked && out.size() < count; ++day)
        for (const auto &slot : queue.slots) {
            if (slot.weekday != isoWeekday(day))
                continue;
            const auto wall = wallAt(day, slot.minute);
            VIGIE_TRY(const auto at, toInstant(wall, queue.zone));
            if (at.at > after && out.size() < count)
                out.push_back(wall);
        }
    return out;
}

Result<PostQueueId> QueueDesk::save(const PostQueue &given)
{
    auto queue = given;
    if (trimmed(queue.name).empty())
        return fail(Errc::InvalidInput, "the queue has no name");
    if (!zoneExists(queue.zone))
        return fail(Errc::InvalidInput, "unknown time zone \"" + queue.zone + "\"");
    for (const auto &slot : queue.slots)
        if (slot.weekday < 1 || slot.weekday > 7 || slot.minute < 0 || slot.minute > 1439)
            return fail(Errc::InvalidInput, "a slot is a weekday from 1 to 7 and a minute of the day");
    std::sort(queue.slots.begin(), queue.slots.end());
    queue.slots.erase(std::unique(queue.slots.begin(), queue.slots.end()), queue.slots.end());
    return store::PostQueues(tx_).save(queue);
}

Result<std::vector<WallTime>> QueueDesk::freeSlots(PostQueueId id, std::size_t count)
{
    VIGIE_TRY(const auto queue, store::PostQueues(tx_).get(id));
    VIGIE_TRY(const auto busy, taken(tx_, queue));
    VIGIE_TRY(auto slots, slotsAfter(queue, tx_.now(), count + busy.size()));
    std::erase_if(slots, [&](const WallTime &wall) { return busy.count(wall) > 0; });
    if (slots.size() > count)
        slots.resize(count);
    return slots;
}

Result<void> QueueDesk::place(const PlanItem &post, const PostQueue &queue, const WallTime &wall)
{
    Planner planner(tx_, networks_);
    auto placed = post;
    placed.queue = queue.id;
    if (placed.variants.empty())
        for (const auto account : queue.accounts) {
            PlanVariant variant;
            variant.account = account;
            placed.variants.push_back(std::move(variant));
        }
    placed.wall = wall;
    placed.zone = queue.zone;
    VIGIE_TRY(const auto id, planner.save(placed));
    if (placed.approved || !queue.planned)
        return {};
    // What the check before sending refuses keeps its slot as a draft.
    const auto approved = planner.approve(id);
    if (!approved && approved.error().code != Errc::InvalidInput && approved.error().code != Errc::PolicyRefused)
        return fail(approved.error());
    return {};
}

Result<store::CalendarStepId> QueueDesk::put(PlanId id, PostQueueId queueId)
{
    VIGIE_TRY(const auto queue, store::PostQueues(tx_).get(queueId));
    VIGIE_TRY(const auto post, store::Plans(tx_).get(id));
    if (!movable(post))
        return fail(Errc::Conflict, "it was already sent, or is being sent");
    VIGIE_TRY(const auto slots, freeSlots(queueId, 1));
    if (slots.empty())
        return fail(Errc::InvalidInput, "no free slot in the next two years");
    CalendarLog log(tx_, "queue");
    VIGIE_CHECK(place(post, queue, slots.front()));
    VIGIE_CHECK(log.changed(post));
    return log.id();
}

Result<int> QueueDesk::fill(PostQueueId id)
{
    VIGIE_TRY(const auto queue, store::PostQueues(tx_).get(id));
    VIGIE_TRY(const auto waiting, store::PostQueues(tx_).waiting(id));
    VIGIE_TRY(const auto slots, freeSlots(id, waiting.size()));
    CalendarLog log(tx_, "queue");
    int count = 0;
    for (std::size_t i = 0; i < waiting.size() && i < slots.size(); ++i, ++count) {
        VIGIE_CHECK(place(waiting[i], queue, slots[i]));
        VIGIE_CHECK(log.changed(waiting[i]));
    }
    return count;
}

Result<int> QueueDesk::closeUp(PostQueueId id)
{
    VIGIE_TRY(const auto queue, store::PostQueues(tx_).get(id));
    VIGIE_TRY(const auto posts, store::PostQueues(tx_).posts(id, tx_.now(), tx_.now() + std::chrono::days{kDaysLooked}));
    VIGIE_TRY(const auto slots, slotsAfter(queue, tx_.now(), posts.size()));
    CalendarLog log(tx_, "queue");
    int moved = 0;
    for (std::size_t i = 0; i < posts.size() && i < slots.size(); ++i) {
        VIGIE_TRY(const auto wall, wallIn(posts[i], queue));
        if (wall == slots[i] || !movable(posts[i]))
            continue;
        VIGIE_CHECK(Planner(tx_, networks_).move(posts[i].id, slots[i], queue.zone));
        VIGIE_CHECK(log.changed(posts[i]));
        ++moved;
    }
    return moved;
}

} // namespace vigie::plan
