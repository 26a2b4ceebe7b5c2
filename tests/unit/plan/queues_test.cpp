// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_fixture.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/queues.hpp>
#include <vigie/store/post_queues.hpp>

#include <random>
#include <set>

using namespace vigie;
using namespace vigie::plan;
using namespace std::chrono_literals;

namespace {

struct Queueing : test::PlanFixture {
    PostQueueId queue(std::vector<PostSlot> slots, bool planned = false, const std::string &zone = "Europe/Paris")
    {
        return store.write([&](store::Tx &tx) {
            PostQueue queue;
            queue.name = "Daily";
            queue.zone = zone;
            queue.planned = planned;
            queue.slots = std::move(slots);
            queue.accounts = {two};
            return QueueDesk(tx, networks).save(queue);
        });
    }
    void put(PlanId post, PostQueueId queue)
    {
        store.write([&](store::Tx &tx) { return QueueDesk(tx, networks).put(post, queue); });
    }
};

} // namespace

TEST_CASE("a post takes the next free slot, and the queue's accounts when it has none", "[plan][queues]")
{
    Queueing f;
    const auto queue = f.queue({{1, 9 * 60}, {1, 18 * 60}, {4, 12 * 60}});
    auto bare = f.draft("a", {});
    bare.variants.clear();
    const auto a = f.add(bare), b = f.add(f.draft("b", {})), c = f.add(f.draft("c", {}));
    f.put(a, queue);
    f.put(b, queue);
    f.put(c, queue);
    // Monday 2 March 2026, 13:00 in Paris: nine has passed.
    CHECK(toString(*f.get(a).wall) == "2026-03-02T18:00:00");
    CHECK(toString(*f.get(b).wall) == "2026-03-05T12:00:00");
    CHECK(toString(*f.get(c).wall) == "2026-03-09T09:00:00");
    REQUIRE(f.get(a).variants.size() == 1);
    CHECK(f.get(a).variants.front().account == f.two);
    CHECK(f.get(b).variants.front().account == f.one);
    CHECK_FALSE(f.get(a).approved);
    // What is taken back leaves its slot to the next.
    f.store.write([&](store::Tx &tx) { return undoStep(tx, f.networks); });
    CHECK_FALSE(f.get(c).wall);
    const auto free = f.store.read([&](store::Tx &tx) { return QueueDesk(tx, f.networks).freeSlots(queue, 2); });
    CHECK(toString(free.front()) == "2026-03-09T09:00:00");
}

TEST_CASE("ten years of slots stand at their hour on the wall, whatever the clocks do", "[plan][queues][recurrence]")
{
    for (const auto *zone : {"Europe/Paris", "America/New_York", "America/Montreal", "Australia/Sydney"}) {
        PostQueue queue;
        queue.name = "q";
        queue.zone = zone;
        queue.slots = {{2, 9 * 60}, {7, 2 * 60 + 30}};
        Instant at{std::chrono::seconds{1767225600}}; // 2026-01-01
        int weeks = 0, gaps = 0, doubles = 0;
        for (; weeks < 522; ++weeks) {
            const auto slots = test::must(slotsAfter(queue, at, 2));
            REQUIRE(slots.size() == 2);
            for (const auto &wall : slots) {
                const auto resolved = test::must(toInstant(wall, zone));
                const bool night = wall.hour == 2;
                CHECK(isoWeekday(civilDay(wall)) == (night ? 7 : 2));
                CHECK(minuteOf(wall) == (night ? 150 : 540));
                gaps += resolved.kind == ZonedInstant::Kind::Gap ? 1 : 0;
                doubles += resolved.kind == ZonedInstant::Kind::Double ? 1 : 0;
                CHECK(resolved.at > at);
                at = resolved.at;
            }
        }
        INFO(zone);
        // Europe and Sydney change on Sundays between two and three, America at two on Sundays back to one.
        CHECK(gaps == 10);
        CHECK(doubles == (std::string(zone).rfind("America", 0) == 0 ? 0 : 10));
    }
}

TEST_CASE("a person who moves to another zone changes nothing of the slots", "[plan][queues]")
{
    Queueing f;
    const auto queue = f.queue({{3, 9 * 60}}, false, "America/New_York");
    const auto id = f.add(f.draft("from Paris", {}, "Europe/Paris"));
    f.put(id, queue);
    CHECK(f.get(id).zone == "America/New_York");
    CHECK(toString(*f.get(id).wall) == "2026-03-04T09:00:00");
    CHECK(toRfc3339(f.get(id).due) == "2026-03-04T14:00:00Z");
}

TEST_CASE("waiting drafts fill the queue in their order, and close up after one goes", "[plan][queues]")
{
    Queueing f;
    const auto queue = f.queue({{1, 600}, {2, 600}, {3, 600}, {4, 600}, {5, 600}}, true);
    std::vector<PlanId> ids;
    for (int i = 0; i < 4; ++i) {
        auto plan = f.draft("post " + std::to_string(i), {});
        plan.queue = queue;
        ids.push_back(f.add(plan));
        f.store.clock.advance(1s);
    }
    CHECK(f.store.write([&](store::Tx &tx) { return QueueDesk(tx, f.networks).fill(queue); }) == 4);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        CHECK(f.get(ids[i]).wall->day == 3 + i);
        CHECK(f.get(ids[i]).approved);
    }
    CHECK(f.store.write([&](store::Tx &tx) { return QueueDesk(tx, f.networks).fill(queue); }) == 0);
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).remove(ids[1]); });
    CHECK(f.store.write([&](store::Tx &tx) { return QueueDesk(tx, f.networks).closeUp(queue); }) == 2);
    CHECK(f.get(ids[2]).wall->day == 4);
    CHECK(f.get(ids[3]).wall->day == 5);
    CHECK(f.get(ids[3]).variants.front().state == OutboundState::Planned);
}

TEST_CASE("no two posts of a queue ever share a slot", "[plan][queues]")
{
    Queueing f;
    std::mt19937 random(3);
    const auto number = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    std::vector<PostSlot> slots;
    for (int i = 0; i < 6; ++i)
        slots.push_back({number(1, 7), number(0, 95) * 15});
    const auto queue = f.queue(slots);
    std::vector<PlanId> there;
    for (int round = 0; round < 60; ++round) {
        if (!there.empty() && number(0, 3) == 0) {
            const auto at = static_cast<std::size_t>(number(0, static_cast<int>(there.size()) - 1));
            f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).remove(there[at]); });
            there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            there.push_back(f.add(f.draft("p", {})));
            f.put(there.back(), queue);
        }
        std::set<Instant> taken;
        for (const auto id : there)
            CHECK(taken.insert(f.get(id).due).second);
    }
}

TEST_CASE("a queue that cannot be is refused, one in use is only put away", "[plan][queues]")
{
    Queueing f;
    const auto tried = [&](PostQueue queue) { return f.store->writeNow<PostQueueId>([&](store::Tx &tx) { return QueueDesk(tx, f.networks).save(queue); }); };
    CHECK(tried({{}, "  ", "Europe/Paris", false, 0, false, {{1, 1}}, {}}).error().code == Errc::InvalidInput);
    CHECK(tried({{}, "q", "Europe/Atlantis", false, 0, false, {{1, 1}}, {}}).error().code == Errc::InvalidInput);
    CHECK(tried({{}, "q", "Europe/Paris", false, 0, false, {{8, 1}}, {}}).error().code == Errc::InvalidInput);
    const auto queue = f.queue({{1, 600}});
    const auto id = f.add(f.draft("a", {}));
    f.put(id, queue);
    f.store.write([&](store::Tx &tx) { return store::PostQueues(tx).remove(queue); });
    CHECK(f.store.read([&](store::Tx &tx) { return store::PostQueues(tx).get(queue); }).retired);
    CHECK(f.get(id).wall);
}
