// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing brought to a stop and going on: nothing leaves in a pause, nothing leaves by resuming, and each post waits for its own
// decision. Two machines at once, clocks that jump, and the last gate.
#include "integration/house.hpp"

#include <vigie/plan/pausing.hpp>
#include <vigie/store/campaigns.hpp>

#include <thread>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

struct Held : House {
    PlanId plan(const std::string &text, std::chrono::minutes in, CampaignId campaign = {})
    {
        PlanItem plan;
        plan.text = text;
        plan.zone = "Europe/Paris";
        plan.wall = must(toWall(clock.now() + in, plan.zone));
        plan.campaign = campaign;
        plan.variants.push_back(PlanVariant{account, {}, false, {}, OutboundState::Draft, {}, {}});
        return write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, catalogue);
            VIGIE_TRY(const auto made, planner.save(plan));
            VIGIE_CHECK(planner.approve(made));
            return made;
        });
    }
    OutboundState stateOf(PlanId id)
    {
        return read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); }).variants.front().state;
    }
    PauseId pause(PauseScope scope = PauseScope::Everything, std::int64_t of = 0)
    {
        Pause wanted;
        wanted.scope = scope;
        wanted.of = of;
        wanted.reason = "an accident in the town";
        wanted.person = "Emma";
        return write<PauseId>([&](store::Tx &tx) { return plan::pause(tx, wanted); });
    }
    void resume(PauseId id)
    {
        must(store->writeNow<void>([id](store::Tx &tx) { return plan::resume(tx, id, "Emma"); }, store::Durability::Full));
    }
    std::vector<plan::HeldPost> heldPosts() { return read<std::vector<plan::HeldPost>>(plan::heldPosts); }
    OutboundState decide(const plan::HeldPost &post, plan::HeldDecision decision, std::optional<WallTime> to = {})
    {
        return write<OutboundState>([&](store::Tx &tx) { return plan::decideHeld(tx, catalogue, post, decision, to, "Europe/Paris"); });
    }
    const plan::HeldPost &of(const std::vector<plan::HeldPost> &posts, PlanId id)
    {
        const auto found = std::find_if(posts.begin(), posts.end(), [id](const plan::HeldPost &one) { return one.plan == id; });
        REQUIRE(found != posts.end());
        return *found;
    }
};

} // namespace

TEST_CASE("in a pause nothing leaves, over a restart too; resuming sends nothing, and each post is decided about by itself")
{
    Held house;
    const auto early = house.plan("early one", 10min), kept = house.plan("kept one", 50min), moved = house.plan("moved one", 20min),
               dropped = house.plan("dropped one", 30min), later = house.plan("later one", 5h);
    const auto pause = house.pause();
    CHECK(house.stateOf(early) == OutboundState::Held);
    house.clock.advance(40min);
    house.publish();
    house.restart();
    house.clock.advance(11min); // "kept one" is a minute late, the three before it are far too late
    const auto report = house.publish();
    CHECK(report.sent == 0);
    CHECK(house.server->brandPosts().empty());
    CHECK(house.stateOf(kept) == OutboundState::Held);
    const auto log = house.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).all(10); });
    REQUIRE(log.size() == 1);
    CHECK(log[0].reason == "an accident in the town");
    CHECK(log[0].person == "Emma");
    CHECK_FALSE(log[0].endedAt);

    auto posts = house.heldPosts();
    REQUIRE(posts.size() == 5);
    CHECK_FALSE(posts[0].free);
    const auto tooSoon = house.store->writeNow<OutboundState>(
        [&](store::Tx &tx) { return plan::decideHeld(tx, house.catalogue, posts[0], plan::HeldDecision::Keep); });
    REQUIRE_FALSE(tooSoon);
    CHECK(tooSoon.error().code == Errc::Conflict); // still paused

    house.resume(pause);
    house.settle(10min);
    CHECK(house.server->brandPosts().empty()); // not one by resuming
    posts = house.heldPosts();
    REQUIRE(posts.size() == 5);
    CHECK(posts[0].free);
    CHECK(house.decide(house.of(posts, early), plan::HeldDecision::Keep) == OutboundState::Missed);
    CHECK(house.decide(house.of(posts, kept), plan::HeldDecision::Keep) == OutboundState::Planned);
    CHECK(house.decide(house.of(posts, moved), plan::HeldDecision::Move, must(toWall(house.clock.now() + 2h, "Europe/Paris"))) == OutboundState::Planned);
    CHECK(house.decide(house.of(posts, dropped), plan::HeldDecision::Cancel) == OutboundState::Cancelled);
    house.publish();
    CHECK(house.seen("kept one") == 1);
    CHECK(house.seen("moved one") == 0);
    CHECK(house.stateOf(early) == OutboundState::Missed);
    CHECK(house.stateOf(later) == OutboundState::Held); // undecided is not sent, however late it gets
    house.clock.advance(6h);
    house.settle(2h);
    CHECK(house.stateOf(later) == OutboundState::Held);
    CHECK(house.seen("moved one") == 0); // its hour passed while nobody ran: missed
    CHECK(house.stateOf(moved) == OutboundState::Missed);
    CHECK_FALSE(house.read<PlanItem>([dropped](store::Tx &tx) { return store::Plans(tx).get(dropped); }).approved); // a draft again
    CHECK(house.server->brandPosts().size() == 1); // and nothing else was sent
}

TEST_CASE("a pause of one account or one campaign leaves the others alone, and two pauses are two")
{
    Held house;
    Campaign campaign;
    campaign.name = "Spring";
    const auto id = house.write<CampaignId>([&](store::Tx &tx) { return store::Campaigns(tx).save(campaign); });
    const auto spring = house.plan("spring sale", 10min, id), other = house.plan("opening hours", 10min);
    const auto ofCampaign = house.pause(PauseScope::Campaign, id.value);
    house.clock.advance(11min);
    house.publish();
    CHECK(house.seen("opening hours") == 1);
    CHECK(house.seen("spring sale") == 0);
    CHECK(house.stateOf(other) == OutboundState::Sent);

    const auto ofAccount = house.pause(PauseScope::Account, house.account.value);
    const auto twice = house.store->writeNow<PauseId>([&](store::Tx &tx) {
        Pause again;
        again.scope = PauseScope::Account;
        again.of = house.account.value;
        again.reason = "again";
        return plan::pause(tx, again);
    });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == Errc::Duplicate);
    house.resume(ofCampaign);
    CHECK_FALSE(house.heldPosts().front().free); // the account's pause covers it still
    house.resume(ofAccount);
    CHECK(house.heldPosts().front().free);
    CHECK(house.stateOf(spring) == OutboundState::Held);
}

TEST_CASE("a pause needs a reason, and what is planned in it is held when its hour comes")
{
    Held house;
    const auto none = house.store->writeNow<PauseId>([](store::Tx &tx) { return plan::pause(tx, Pause{}); });
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::InvalidInput);
    house.pause();
    const auto during = house.plan("planned in the pause", 5min);
    CHECK(house.stateOf(during) == OutboundState::Planned);
    house.clock.advance(6min);
    CHECK(house.publish().paused == 1);
    CHECK(house.stateOf(during) == OutboundState::Held);
    const auto missed = house.outbound(house.read<PlanItem>([during](store::Tx &tx) { return store::Plans(tx).get(during); }).variants.front().outbound);
    CHECK(missed.parts.front().state == OutboundPart::State::Waiting);
    CHECK(house.server->brandPosts().empty());
    house.resume(house.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).active(); }).front().id);
    house.decide(house.heldPosts().front(), plan::HeldDecision::Keep);
    CHECK(house.publish().sent == 1); // at once: its hour has passed by less than it may
}

TEST_CASE("a pause that begins between two parts of a thread stops it there, and it goes on from there")
{
    Held house;
    const auto id = house.post("one of three\n---\ntwo of three\n---\nthree of three");
    int sent = 0;
    house.publisher->onStep([&](std::string_view step) {
        if (step == "answered" && ++sent == 2)
            house.pause();
    });
    house.publish();
    auto row = house.outbound(id);
    CHECK(row.state == OutboundState::Held);
    REQUIRE(row.parts.size() == 3);
    CHECK(row.parts[1].state == OutboundPart::State::Sent);
    CHECK(row.parts[2].state == OutboundPart::State::Waiting);
    CHECK(house.server->brandPosts().size() == 2);
    house.publisher->onStep([](std::string_view) {});
    house.resume(house.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).active(); }).front().id);
    house.publish();
    CHECK(house.server->brandPosts().size() == 2);
    house.decide(house.heldPosts().front(), plan::HeldDecision::Keep);
    house.publish();
    const auto posts = house.server->brandPosts();
    REQUIRE(posts.size() == 3);
    CHECK(posts[2].inReplyTo == posts[1].id);
    CHECK(house.outbound(id).state == OutboundState::Sent);
}

TEST_CASE("what is asked for again in a pause is refused with its reason")
{
    Held house;
    house.fault(practice::Fault::Unprocessable);
    const auto id = house.post("refused once");
    house.publish();
    REQUIRE(house.outbound(id).state == OutboundState::Failed);
    house.pause();
    const auto again = house.store->writeNow<void>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).retry(id); });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Errc::PolicyRefused);
    CHECK(again.error().detail.find("an accident in the town") != std::string::npos);
    CHECK(house.outbound(id).state == OutboundState::Failed);
}

TEST_CASE("an embargo holds at the last gate, whatever the row says")
{
    Held house;
    const auto id = house.plan("not before noon", 5min);
    house.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> { // put there behind the planner's back
        VIGIE_TRY(auto plan, store::Plans(tx).get(id));
        plan.embargo = house.clock.now() + 12min;
        return store::Plans(tx).save(plan);
    });
    house.clock.advance(6min);
    CHECK(house.publish().sent == 0);
    CHECK(house.stateOf(id) == OutboundState::Planned);
    house.clock.advance(6min);
    CHECK(house.publish().sent == 1);
    const auto posts = house.server->brandPosts();
    REQUIRE(posts.size() == 1);
    CHECK(posts.front().at >= *house.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); }).embargo);
}

TEST_CASE("a clock that is set an hour ahead and back again neither doubles nor skips")
{
    Held house;
    const auto soon = house.plan("at half past", 30min), after = house.plan("in two hours", 120min);
    house.clock.advance(60min); // wrong by an hour
    house.publish();
    CHECK(house.stateOf(soon) == OutboundState::Missed);
    CHECK(house.seen("half past") == 0);
    house.clock.advance(-59min); // right again: its hour is still to come
    house.publish();
    CHECK(house.stateOf(soon) == OutboundState::Planned);
    house.clock.advance(29min);
    house.publish();
    CHECK(house.seen("half past") == 1);
    house.clock.advance(-60min); // and back by an hour: what was sent stays sent
    house.settle(65min);
    CHECK(house.seen("half past") == 1);
    house.clock.advance(150min + 1s);
    house.settle(10min);
    CHECK(house.stateOf(after) == OutboundState::Sent);
    CHECK(house.seen("in two hours") == 1);
    CHECK(house.server->brandPosts().size() == 2);
}

TEST_CASE("two machines that run at once send each post once")
{
    Held house;
    std::vector<OutboundId> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back(house.post("number " + std::to_string(i) + " of forty"));
    plan::Publisher other(plan::PublisherParts{*house.store, house.catalogue, *house.courier, house.clock});
    std::thread beside([&] { CHECK(other.runDue().has_value()); });
    const auto report = house.publisher->runDue();
    beside.join();
    CHECK(report.has_value());
    CHECK(house.server->brandPosts().size() == 40);
    for (const auto row : rows)
        CHECK(house.outbound(row).state == OutboundState::Sent);
}
