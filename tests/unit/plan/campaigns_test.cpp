// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_fixture.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/campaigns.hpp>
#include <vigie/plan/events.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>

using namespace vigie;
using namespace vigie::plan;
using namespace std::chrono_literals;

namespace {


/// The clock stands at 2 March 2026.
struct Fair : test::PlanFixture {
    std::int32_t day = test::must(parseIsoDay("2026-04-20"));
    CampaignId campaign;

    Fair()
    {
        Campaign plan;
        plan.name = "Salon de Nantes";
        plan.zone = "Europe/Paris";
        plan.day = day;
        plan.channels = {one, two};
        for (const auto &phase : kStandardPhases)
            plan.phases.push_back({{}, phase.key, phase.fromDay, phase.toDay});
        std::vector<CampaignStep> steps;
        for (const auto &step : kStandardSteps)
            steps.push_back({step.key, step.day, step.minute, step.phase});
        campaign = store.write([&](store::Tx &tx) { return CampaignDesk(tx, networks).makeWith(plan, steps); });
    }
    std::vector<PlanItem> posts()
    {
        return store.read([&](store::Tx &tx) { return store::Campaigns(tx).posts(campaign); });
    }
    Campaign stored()
    {
        return store.read([&](store::Tx &tx) { return store::Campaigns(tx).get(campaign); });
    }
    DayChange setDay(std::int32_t to)
    {
        return store.write([&](store::Tx &tx) { return CampaignDesk(tx, networks).setDay(campaign, to); });
    }
    CalendarEvent event(const WallTime &from, const WallTime &to)
    {
        CalendarEvent event;
        event.name = "Stand 12";
        event.zone = "Europe/Paris";
        event.starts = from;
        event.ends = to;
        event.campaign = campaign;
        event.id = store.write([&](store::Tx &tx) { return EventDesk(tx, networks).save(event); });
        return store.read([&](store::Tx &tx) { return store::CalendarEvents(tx).get(event.id); });
    }
    UndoReport undo()
    {
        return store.write([&](store::Tx &tx) { return undoStep(tx, networks); });
    }
};

int offsetOf(const Fair &f, const PlanItem &post)
{
    return civilDay(*post.wall) - f.day;
}

} // namespace

TEST_CASE("a template makes drafts from thirty days before to seven after", "[plan][campaigns]")
{
    Fair f;
    const auto posts = f.posts();
    REQUIRE(posts.size() == kStandardSteps.size());
    for (std::size_t i = 0; i < posts.size(); ++i) {
        CHECK(offsetOf(f, posts[i]) == kStandardSteps[i].day);
        CHECK(posts[i].dayOffset == kStandardSteps[i].day);
        CHECK_FALSE(posts[i].approved);
        CHECK(posts[i].variants.size() == 2);
        CHECK(phaseOf(f.stored(), posts[i])->name == kStandardPhases[kStandardSteps[i].phase].key);
    }
    CHECK(toString(*posts.front().wall) == "2026-03-21T10:00:00");
    // The clocks change between these two: ten o'clock stays ten o'clock.
    CHECK(toRfc3339(posts[1].due) == "2026-03-30T08:00:00Z");
    CHECK(toRfc3339(posts[0].due) == "2026-03-21T09:00:00Z");
}

TEST_CASE("a new day moves what is not locked, not what was sent, and is taken back", "[plan][campaigns]")
{
    Fair f;
    auto posts = f.posts();
    posts[2].locked = true;
    f.add(posts[2]);
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(posts[0].id); });
    f.becomes(posts[0].id, OutboundState::Sent);
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(posts[4].id); });
    const auto trial = f.store.read([&](store::Tx &tx) { return CampaignDesk(tx, f.networks).tryDay(f.campaign, f.day + 10); });
    CHECK(trial.count(DayMove::What::Moves) == 7);
    CHECK(trial.count(DayMove::What::Locked) == 1);
    CHECK(trial.count(DayMove::What::Left) == 1);
    CHECK(f.get(posts[1].id).wall == posts[1].wall); // a trial writes nothing
    CHECK(f.stored().day == f.day);

    const auto change = f.setDay(f.day + 10);
    CHECK(change.count(DayMove::What::Moves) == 7);
    CHECK(f.get(posts[0].id).wall == posts[0].wall);
    CHECK(f.get(posts[2].id).wall == posts[2].wall);
    CHECK(f.get(posts[1].id).wall == plusDays(*posts[1].wall, 10));
    CHECK(f.get(posts[1].id).dayOffset == posts[1].dayOffset);
    // What was planned leaves on its new day.
    const auto moved = f.get(posts[4].id);
    const auto intent = f.store.read([&](store::Tx &tx) { return store::Outbox(tx).get(moved.variants.front().outbound); });
    CHECK(intent.dueAt == moved.due);
    CHECK(moved.wall == plusDays(*posts[4].wall, 10));

    const auto report = f.undo();
    CHECK(report.action == "campaign_day");
    CHECK(report.left == 0);
    CHECK(f.stored().day == f.day);
    CHECK(f.get(posts[1].id).wall == posts[1].wall);
    CHECK(f.get(posts[4].id).wall == posts[4].wall);
    CHECK(f.get(posts[4].id).variants.front().state == OutboundState::Planned);
}

TEST_CASE("what was planned does not move into the past", "[plan][campaigns]")
{
    Fair f;
    const auto posts = f.posts();
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(posts[0].id); });
    const auto change = f.setDay(f.day - 25); // D-30 would be 24 February
    CHECK(change.count(DayMove::What::Past) == 1);
    CHECK(f.get(posts[0].id).wall == posts[0].wall);
    CHECK(f.get(posts[0].id).variants.front().state == OutboundState::Planned);
    CHECK(f.get(posts[0].id).dayOffset == -30);
}

TEST_CASE("an event moves with the day and takes its posts along; a locked one stays with its own", "[plan][campaigns][events]")
{
    Fair f;
    const auto event = f.event({2026, 4, 20, 9, 0, 0}, {2026, 4, 20, 12, 45, 0});
    CHECK(event.dayOffset == 0);
    auto plan = f.draft("Doors open tomorrow", WallTime{2026, 4, 19, 17, 0, 0});
    plan.event = event.id;
    const auto post = f.add(plan);
    CHECK(f.get(post).campaign == f.campaign);
    CHECK(f.get(post).dayOffset == -1);
    f.setDay(f.day + 3);
    const auto moved = f.store.read([&](store::Tx &tx) { return store::CalendarEvents(tx).get(event.id); });
    CHECK(toString(moved.starts) == "2026-04-23T09:00:00");
    CHECK(toString(moved.ends) == "2026-04-23T12:45:00");
    CHECK(toString(*f.get(post).wall) == "2026-04-22T17:00:00");
    auto locked = moved;
    locked.locked = true;
    f.store.write([&](store::Tx &tx) { return EventDesk(tx, f.networks).save(locked); });
    f.setDay(f.day + 10);
    CHECK(toString(*f.get(post).wall) == "2026-04-22T17:00:00");
    // Moved by hand, its posts follow by their days.
    f.store.write([&](store::Tx &tx) { return EventDesk(tx, f.networks).move(event.id, {2026, 5, 2, 14, 0, 0}); });
    CHECK(toString(*f.get(post).wall) == "2026-05-01T17:00:00");
    CHECK(f.get(post).dayOffset == -1);
    CHECK(f.undo().restored == 2);
    CHECK(toString(*f.get(post).wall) == "2026-04-22T17:00:00");
}

TEST_CASE("an event that is deleted leaves its posts, and comes back", "[plan][events]")
{
    Fair f;
    const auto event = f.event({2026, 4, 20, 0, 0, 0}, {2026, 4, 20, 0, 0, 0});
    auto whole = event;
    whole.allDay = true;
    f.store.write([&](store::Tx &tx) { return EventDesk(tx, f.networks).save(whole); });
    CHECK(toString(f.store.read([&](store::Tx &tx) { return store::CalendarEvents(tx).get(event.id); }).ends) == "2026-04-21T00:00:00");
    auto plan = f.draft("at the stand", WallTime{2026, 4, 20, 17, 0, 0});
    plan.event = event.id;
    const auto post = f.add(plan);
    f.store.write([&](store::Tx &tx) { return EventDesk(tx, f.networks).remove(event.id); });
    CHECK(f.get(post).wall);
    const auto shown = [&] {
        return f.store.read([&](store::Tx &tx) { return store::CalendarEvents(tx).between(test::must(parseRfc3339("2026-04-20")), test::must(parseRfc3339("2026-04-21"))); }).size();
    };
    CHECK(shown() == 0);
    f.undo();
    CHECK(shown() == 1);
    for (const auto &bad : {CalendarEvent{}, [&] { auto e = event; e.ends = {2026, 4, 1, 0, 0, 0}; return e; }(), [&] { auto e = event; e.zone = "Mars"; return e; }()})
        CHECK(f.store->writeNow<EventId>([&](store::Tx &tx) { return EventDesk(tx, f.networks).save(bad); }).error().code == Errc::InvalidInput);
}

TEST_CASE("an embargo holds, by hand too, and whatever way a post comes to leave", "[plan][embargo]")
{
    Fair f;
    auto post = f.draft("secret", WallTime{2026, 3, 10, 9, 0, 0});
    post.embargo = test::must(parseRfc3339("2026-03-12T08:00:00Z"));
    const auto id = f.add(post);
    const auto tried = [&](const std::function<Result<void>(Planner &)> &how) {
        return f.store->writeNow<void>([&](store::Tx &tx) {
            Planner planner(tx, f.networks);
            return how(planner);
        });
    };
    CHECK(tried([&](Planner &p) { return p.approve(id); }).error().code == Errc::PolicyRefused);
    const auto stored = f.get(id);
    CHECK(tried([&](Planner &p) -> Result<void> {
              VIGIE_CHECK(p.publishNow(stored));
              return {};
          }).error().code == Errc::PolicyRefused);
    CHECK(f.get(id).variants.front().outbound == OutboundId{}); // nothing was begun
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).move(id, {2026, 3, 12, 9, 0, 0}, "Europe/Paris"); });
    CHECK(tried([&](Planner &p) { return p.approve(id); })); // nine in Paris is eight: the very instant
    CHECK(tried([&](Planner &p) { return p.move(id, {2026, 3, 12, 8, 45, 0}, "Europe/Paris"); }).error().code == Errc::PolicyRefused);
    CHECK(f.get(id).wall->hour == 9);
    f.becomes(id, OutboundState::Failed);
    const auto intent = f.get(id).variants.front().outbound;
    CHECK(tried([&](Planner &p) { return p.retry(intent); }).error().code == Errc::PolicyRefused);
    f.store.clock.advance(10 * 24h);
    CHECK(tried([&](Planner &p) { return p.retry(intent); }));
}

TEST_CASE("an embargo of the campaign takes planned posts back, and says how many", "[plan][embargo][campaigns]")
{
    Fair f;
    const auto posts = f.posts();
    for (const auto at : {0U, 8U})
        f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(posts[at].id); });
    auto campaign = f.stored();
    campaign.embargo = test::must(parseRfc3339("2026-04-10T00:00:00Z"));
    int taken = -1;
    f.store.write([&](store::Tx &tx) { return CampaignDesk(tx, f.networks).save(campaign, &taken); });
    CHECK(taken == 1);
    CHECK_FALSE(f.get(posts[0].id).approved);
    CHECK(f.get(posts[8].id).approved);
    CHECK(f.store->writeNow<void>([&](store::Tx &tx) { return Planner(tx, f.networks).approve(posts[0].id); }).error().code == Errc::PolicyRefused);
    const auto change = f.store.read([&](store::Tx &tx) { return CampaignDesk(tx, f.networks).tryDay(f.campaign, f.day - 20); });
    CHECK(change.count(DayMove::What::Embargo) == 1); // D+7 would be 7 April
}

TEST_CASE("the coverage table counts phase by channel and finds the holes", "[plan][campaigns]")
{
    Fair f;
    auto campaign = f.stored();
    auto posts = f.posts();
    CHECK(coverage(campaign, posts).holes(2) == 0);
    // The second account says nothing in the last phase, a third one is used without being meant.
    for (auto &post : posts)
        if (post.dayOffset && *post.dayOffset > 0)
            post.variants.pop_back();
    posts[0].variants.push_back({});
    posts[0].variants.back().account = AccountId{99};
    posts[0].variants.back().state = OutboundState::Sent;
    auto outside = posts[0];
    outside.phase = {};
    outside.wall = plusDays(*outside.wall, -40);
    posts.push_back(outside);
    const auto table = coverage(campaign, posts);
    REQUIRE(table.phases.size() == 5);
    REQUIRE(table.channels == std::vector<AccountId>{f.one, f.two, AccountId{99}});
    CHECK(table.holes(2) == 1);
    CHECK(table.cells[3][1].sum() == 0);
    CHECK(table.cells[3][0].drafts == 2);
    CHECK(table.cells[0][2].sent == 1);
    CHECK(table.cells[4][0].sum() == 1);
}

TEST_CASE("a campaign that goes leaves its posts, a phase that goes is taken off them", "[store][campaigns]")
{
    Fair f;
    auto campaign = f.stored();
    const auto posts = f.posts();
    const auto gone = campaign.phases.back().id;
    campaign.phases.pop_back();
    campaign.phases.push_back({{}, "late", 8, 12});
    f.store.write([&](store::Tx &tx) { return CampaignDesk(tx, f.networks).save(campaign); });
    CHECK(posts.back().phase == gone);
    CHECK(f.get(posts.back().id).phase == PhaseId{});
    CHECK(f.stored().phases.size() == 4);
    CHECK(f.stored().phases[0].id == campaign.phases[0].id);
    f.store.write([&](store::Tx &tx) { return store::Campaigns(tx).remove(f.campaign); });
    CHECK(f.get(posts[0].id).campaign == CampaignId{});
    CHECK_FALSE(f.get(posts[0].id).dayOffset);
    CHECK(f.get(posts[0].id).wall == posts[0].wall);
}

TEST_CASE("steps are taken back newest first, also after a restart, and what changed since is left", "[plan][undo]")
{
    Fair f;
    const auto posts = f.posts();
    f.setDay(f.day + 1);
    f.setDay(f.day + 2);
    f.store.reopen();
    auto changed = f.get(posts[5].id);
    changed.text = "written since";
    f.add(changed);
    const auto report = f.undo();
    CHECK(report.left == 1);
    CHECK(f.get(posts[5].id).text == "written since");
    CHECK(f.get(posts[4].id).wall == plusDays(*posts[4].wall, 1));
    f.undo();
    CHECK(f.get(posts[4].id).wall == posts[4].wall);
    CHECK(f.undo().action == "campaign"); // the making of it
    CHECK(f.get(posts[4].id).deletedAt);
    CHECK(f.stored().archived);
    CHECK(f.undo().action.empty());
}
