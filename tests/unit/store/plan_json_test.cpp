// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/must.hpp"

#include <vigie/store/plan_json.hpp>

using namespace vigie;
using namespace vigie::store;

TEST_CASE("what a person wrote into a post comes back from its JSON, and no sending with it", "[store][plans]")
{
    PlanItem plan;
    plan.id = PlanId{9};
    plan.text = "Bonjour \xE2\x80\xAF! \"quoted\"\n---\nsecond";
    plan.warning = "w";
    plan.lang = "fr";
    plan.visibility = Visibility::Unlisted;
    plan.media = {{"/tmp/a.png", "image/png", "alt", "ff", "native", AssetId{3}}};
    plan.wall = WallTime{2026, 3, 29, 2, 30, 0};
    plan.zone = "Europe/Paris";
    plan.lateBy = std::chrono::minutes(40);
    plan.variants.resize(2);
    plan.variants[0].account = AccountId{1};
    plan.variants[0].outbound = OutboundId{4};
    plan.variants[0].state = OutboundState::Planned;
    plan.variants[1].account = AccountId{2};
    plan.variants[1].overridden = true;
    plan.variants[1].text = "own";
    plan.firstComment = "c";
    plan.owner = "Nora";
    plan.campaign = CampaignId{5};
    plan.phase = PhaseId{6};
    plan.event = EventId{7};
    plan.dayOffset = -3;
    plan.locked = true;
    plan.embargo = fromMicros(1'795'255'200'000'001);
    plan.series = SeriesId{8};
    plan.seriesDay = "2026-03-29";
    plan.queue = PostQueueId{10};
    const auto back = test::must(planFromJson(planToJson(plan)));
    CHECK(planToJson(back) == planToJson(plan));
    CHECK(back.embargo == plan.embargo);
    CHECK(back.media.front().asset == AssetId{3});
    CHECK(back.media.front().nativeId.empty());
    CHECK_FALSE(back.id);
    CHECK_FALSE(back.variants[0].outbound);

    auto words = back;
    words.text = "other";
    words.variants.erase(words.variants.begin() + 1);
    const auto merged = withWords(plan, words);
    CHECK(merged.id == plan.id);
    CHECK(merged.text == "other");
    REQUIRE(merged.variants.size() == 1);
    CHECK(merged.variants[0].outbound == OutboundId{4});
    for (const auto *bad : {"", "[]", "{}", "{\"text\":3}"})
        CHECK(planFromJson(bad).error().code == Errc::InvalidInput);
    auto broken = plan;
    broken.text = "\xFF\xFE";
    CHECK(planFromJson(planToJson(broken)));
}
