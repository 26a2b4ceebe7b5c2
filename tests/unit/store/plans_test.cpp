// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

PlanItem sample(Instant due)
{
    PlanItem plan;
    plan.text = "base";
    plan.wall = WallTime{2026, 3, 29, 2, 30, 0};
    plan.zone = "Europe/Paris";
    plan.due = due;
    plan.dueKind = ZonedInstant::Kind::Gap;
    plan.lateBy = std::chrono::minutes(40);
    plan.media = {{"/tmp/a.png", "image/png", "alt", "ff", ""}};
    plan.variants.resize(2);
    plan.variants[0].account = AccountId{1};
    plan.variants[1].account = AccountId{2};
    plan.variants[1].text = "own words";
    plan.variants[1].overridden = true;
    plan.createdAt = plan.changedAt = due;
    return plan;
}
OutboundId intent(test::TempStore &store, PlanId plan, OutboundState state)
{
    return store.write([&](Tx &tx) {
        Outbound out;
        out.account = AccountId{1};
        out.state = state;
        out.plan = plan;
        out.parts.resize(1);
        out.parts[0].permalink = "https://social.example/1";
        out.createdAt = out.changedAt = tx.now();
        out.dueAt = tx.now();
        return Outbox(tx).add(out);
    });
}

} // namespace

TEST_CASE("what a post belongs to comes back with it", "[store][plans]")
{
    test::TempStore store;
    const auto id = store.write([&](Tx &tx) {
        auto plan = sample(tx.now());
        plan.firstComment = "the link is here";
        plan.owner = "Nora";
        plan.campaign = CampaignId{3};
        plan.phase = PhaseId{4};
        plan.event = EventId{5};
        plan.dayOffset = -30;
        plan.locked = true;
        plan.embargo = tx.now();
        plan.series = SeriesId{6};
        plan.seriesDay = "2026-03-29";
        plan.queue = PostQueueId{7};
        plan.media[0].asset = AssetId{8};
        return Plans(tx).save(plan);
    });
    store.write([&](Tx &tx) -> Result<PlanId> { // an edit keeps what it does not touch, and may take things off
        VIGIE_TRY(auto plan, Plans(tx).get(id));
        plan.owner.clear();
        plan.dayOffset.reset();
        return Plans(tx).save(plan);
    });
    store.reopen();
    const auto back = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    CHECK(back.firstComment == "the link is here");
    CHECK(back.owner.empty());
    CHECK(back.campaign == CampaignId{3});
    CHECK(back.phase == PhaseId{4});
    CHECK(back.event == EventId{5});
    CHECK_FALSE(back.dayOffset);
    CHECK(back.locked);
    CHECK(back.embargo == store.clock.now());
    CHECK(back.series == SeriesId{6});
    CHECK(back.seriesDay == "2026-03-29");
    CHECK(back.queue == PostQueueId{7});
    CHECK(back.media[0].asset == AssetId{8});
}

TEST_CASE("an occurrence of a series becomes a post once", "[store][plans]")
{
    test::TempStore store;
    store.write([&](Tx &tx) -> Result<void> {
        auto plan = sample(tx.now());
        plan.series = SeriesId{6};
        plan.seriesDay = "2026-03-29";
        VIGIE_TRY(const auto first, Plans(tx).save(plan));
        VIGIE_CHECK(Plans(tx).remove(first)); // deleting it does not bring it back
        CHECK_FALSE(Plans(tx).save(plan));
        plan.seriesDay = "2026-04-05";
        CHECK(Plans(tx).save(plan));
        return {};
    });
}

TEST_CASE("a post of the calendar comes back with its wall time and zone", "[store][plans]")
{
    test::TempStore store;
    const auto id = store.write([&](Tx &tx) { return Plans(tx).save(sample(tx.now())); });
    store.reopen();
    const auto back = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    CHECK(back.wall == WallTime{2026, 3, 29, 2, 30, 0});
    CHECK(back.zone == "Europe/Paris");
    CHECK(back.due == store.clock.now());
    CHECK(back.dueKind == ZonedInstant::Kind::Gap);
    CHECK(back.lateBy == std::chrono::minutes(40));
    REQUIRE(back.variants.size() == 2);
    CHECK(back.variants[1].text == "own words");
    CHECK(back.variants[0].state == OutboundState::Draft);
    CHECK(back.media[0].alt == "alt");
}

TEST_CASE("the calendar is asked by instant, drafts apart", "[store][plans]")
{
    test::TempStore store;
    const auto now = store.clock.now();
    const auto id = store.write([&](Tx &tx) { return Plans(tx).save(sample(now)); });
    auto draft = sample(now);
    draft.wall.reset();
    const auto unplanned = store.write([&](Tx &tx) { return Plans(tx).save(draft); });
    const auto hour = std::chrono::hours(1);
    const auto inside = store.read([&](Tx &tx) { return Plans(tx).between(now, now + hour); });
    REQUIRE(inside.size() == 1);
    CHECK(inside[0].id == id);
    CHECK(store.read([&](Tx &tx) { return Plans(tx).between(now - hour, now); }).empty());
    const auto drafts = store.read([](Tx &tx) { return Plans(tx).unplanned(); });
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].id == unplanned);
}

TEST_CASE("a variant shows the state of its intent", "[store][plans]")
{
    test::TempStore store;
    const auto id = store.write([&](Tx &tx) { return Plans(tx).save(sample(tx.now())); });
    const auto out = intent(store, id, OutboundState::Planned);
    auto plan = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    plan.variants[0].outbound = out;
    store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    CHECK(store.read([](Tx &tx) { return Plans(tx).withOpenIntent(); }).size() == 1);
    auto row = store.read([&](Tx &tx) { return Outbox(tx).get(out); });
    row.state = OutboundState::Failed;
    row.error = Error{Errc::ContentRefused, "too long", 422, std::nullopt, std::nullopt};
    store.write([&](Tx &tx) { return Outbox(tx).update(row, OutboundState::Planned); });
    const auto back = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    CHECK(back.variants[0].state == OutboundState::Failed);
    CHECK(back.variants[0].error == row.error);
    CHECK(back.variants[0].permalink == "https://social.example/1");
    CHECK(store.read([](Tx &tx) { return Plans(tx).withOpenIntent(); }).empty());
}

TEST_CASE("a removed post does not come back and does not leave", "[store][plans]")
{
    test::TempStore store;
    const auto id = store.write([&](Tx &tx) { return Plans(tx).save(sample(tx.now())); });
    const auto out = intent(store, id, OutboundState::Planned);
    auto plan = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    plan.variants[0].outbound = out;
    store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    store.write([&](Tx &tx) { return Plans(tx).remove(id); });
    const auto edit = store->writeNow<PlanId>([&](Tx &tx) { return Plans(tx).save(plan); });
    REQUIRE_FALSE(edit);
    CHECK(edit.error().code == Errc::Gone);
    CHECK(store.read([&](Tx &tx) { return Plans(tx).get(id); }).deletedAt == store.clock.now());
    CHECK(store.read([&](Tx &tx) { return Plans(tx).between(tx.now(), tx.now() + std::chrono::hours(1)); }).empty());
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(tx.now(), 10); }).empty());
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).get(out); }).state == OutboundState::Cancelled);
    plan.id = PlanId{99};
    CHECK(store->writeNow<PlanId>([&](Tx &tx) { return Plans(tx).save(plan); }).error().code == Errc::NotFound);
}

TEST_CASE("what is being sent is not removed", "[store][plans]")
{
    test::TempStore store;
    const auto id = store.write([&](Tx &tx) { return Plans(tx).save(sample(tx.now())); });
    auto plan = store.read([&](Tx &tx) { return Plans(tx).get(id); });
    plan.variants[1].outbound = intent(store, id, OutboundState::Sending);
    store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    const auto refused = store->writeNow<void>([&](Tx &tx) { return Plans(tx).remove(id); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Conflict);
    CHECK_FALSE(store.read([&](Tx &tx) { return Plans(tx).get(id); }).deletedAt);
}
