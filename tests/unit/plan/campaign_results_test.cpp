// SPDX-License-Identifier: GPL-3.0-or-later
// What a campaign has cost and brought, out of the rows that publishing and reading leave behind.
#include "plan_fixture.hpp"

#include "support/builders.hpp"

#include <vigie/plan/campaign_results.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/post_counts.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::plan;
using namespace std::chrono_literals;

namespace {

/// The clock stands at Monday 2 March 2026, noon; day D is Wednesday.
struct Fair : test::PlanFixture {
    CampaignId campaign;

    Fair()
    {
        Campaign wanted;
        wanted.name = "Salon";
        wanted.zone = "Europe/Paris";
        wanted.day = 20516; // 2026-03-04
        wanted.phases = {{{}, "Before", -3, -1}, {{}, "Day", 0, 0}};
        wanted.channels = {one, two};
        wanted.budgetCents = 200'000;
        wanted.reachTarget = 1000;
        campaign = store.write([&](store::Tx &tx) { return CampaignDesk(tx, networks).save(wanted); });
    }
    /// A post that is out on an account, read an hour later with these counts.
    PlanId out(AccountId account, const std::string &native, std::uint8_t day, const std::vector<MetricValue> &counts)
    {
        auto plan = draft("Nous ouvrons " + native, WallTime{2026, 3, day, 18, 0, 0});
        plan.campaign = campaign;
        plan.variants[0].account = account;
        const auto id = add(plan, true);
        store.write([&](store::Tx &tx) -> Result<bool> {
            store::Outbox outbox(tx);
            VIGIE_TRY(auto row, outbox.get(store::Plans(tx).get(id)->variants.front().outbound));
            const auto before = row.state;
            row.state = OutboundState::Sent;
            row.parts.front().state = OutboundPart::State::Sent;
            row.parts.front().nativeId = native;
            VIGIE_CHECK(outbox.update(row, before));
            auto item = test::item(native, plan.text, tx.now());
            item.ours = account;
            const std::vector<store::AnalysedItem> items{test::analysed(item)};
            VIGIE_CHECK(store::Items(tx).store(items));
            return true;
        });
        store.clock.advance(1h);
        read(account, native, counts);
        return id;
    }
    void read(AccountId account, const std::string &native, const std::vector<MetricValue> &counts)
    {
        store.write([&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto due, store::PostCounts(tx).due(account, 100));
            for (const auto &post : due)
                if (post.nativeId == native)
                    VIGIE_CHECK(store::PostCounts(tx).keep(post, counts));
            return true;
        });
    }
    CampaignResult result()
    {
        return store.read([&](store::Tx &tx) { return readCampaignResult(tx, campaign); });
    }
    std::int64_t spend(std::int64_t cents, const std::string &what = "print", std::int64_t id = 0)
    {
        return store.write([&](store::Tx &tx) { return store::CampaignResults(tx).spend(campaign, {id, 20515, cents, what}); });
    }
};

MetricValue of(const char *key, double value, ValueStatus status = ValueStatus::Ok)
{
    return {key, value, status};
}

} // namespace

TEST_CASE("reach is summed over the posts that gave it, and says of how many; a count that is not given is none", "[plan][campaign]")
{
    Fair fair;
    CHECK(fair.result().all.posts == 0);
    fair.out(fair.one, "a", 3, {of("reach", 400), of("likes", 12), of("replies", 3), of("views", 900)});
    fair.out(fair.one, "b", 4, {of("reach", 0, ValueStatus::Missing), of("likes", 5), of("impressions", 70)});
    fair.out(fair.two, "c", 4, {of("reach", 250), of("likes", 0)});
    auto draft = fair.draft("Pas encore", WallTime{2026, 3, 4, 20, 0, 0});
    draft.campaign = fair.campaign;
    fair.add(draft, true); // planned, not out
    const auto result = fair.result();
    CHECK(result.all.posts == 3);
    CHECK(result.all.withReach == 2);
    CHECK(result.all.reach == 650);
    CHECK(result.all.withViews == 2);
    CHECK(result.all.views == 970); // impressions where there are no views
    CHECK(result.all.withReactions == 3);
    CHECK(result.all.reactions == 20);
    CHECK(result.reachTarget == 1000);
    // By channel, and by phase and channel, as the coverage table has them.
    REQUIRE(result.channels.size() == 2);
    CHECK(result.channels[0].posts == 2);
    CHECK(result.channels[0].reach == 400);
    CHECK(result.channels[1].reach == 250);
    REQUIRE(result.cells.size() == 2);
    CHECK(result.cells[0][0].reach == 400);
    CHECK(result.cells[0][1].posts == 0);
    CHECK(result.cells[1][0].withReach == 0);
    CHECK(result.cells[1][1].reach == 250);
}

TEST_CASE("the newest reading counts, also when it is lower, and one that failed does not wipe it out", "[plan][campaign]")
{
    Fair fair;
    fair.out(fair.one, "a", 3, {of("reach", 400)});
    fair.store.clock.advance(5h);
    fair.read(fair.one, "a", {of("reach", 390)});
    CHECK(fair.result().all.reach == 390);
    fair.store.clock.advance(18h);
    fair.read(fair.one, "a", {of("reach", 0, ValueStatus::Missing)});
    CHECK(fair.result().all.reach == 390);
    CHECK(fair.result().all.withReach == 1);
}

TEST_CASE("spending adds up against the budget, line by line, and what is taken away comes back as it was", "[plan][campaign]")
{
    Fair fair;
    const auto print = fair.spend(120'050), boost = fair.spend(90'000, "boost");
    fair.spend(-10'000, "paid back");
    CHECK(fair.result().spentCents == 200'050);
    CHECK(fair.result().budgetCents == 200'000);
    CHECK_FALSE(fair.result().centsPerThousand()); // nobody is known to be reached
    fair.out(fair.one, "a", 3, {of("reach", 500)});
    CHECK(fair.result().centsPerThousand() == Approx(400'100.0));
    const auto gone = fair.store.write([&](store::Tx &tx) { return store::CampaignResults(tx).unspend(fair.campaign, boost); });
    CHECK(gone.what == "boost");
    CHECK(fair.result().spentCents == 110'050);
    CHECK(fair.spend(gone.cents, gone.what, gone.id) == boost);
    CHECK(fair.result().spentCents == 200'050);
    const auto nothing = fair.store->writeNow<std::int64_t>([&](store::Tx &tx) { return store::CampaignResults(tx).spend(fair.campaign, {0, 20515, 0, "?"}); });
    CHECK(nothing.error().code == Errc::InvalidInput);
    const auto nowhere = fair.store->writeNow<std::int64_t>([&](store::Tx &tx) { return store::CampaignResults(tx).spend(CampaignId{99}, {0, 20515, 5, "?"}); });
    CHECK(nowhere.error().code == Errc::NotFound);
    const auto other = fair.store->writeNow<store::CampaignSpending>([&](store::Tx &tx) { return store::CampaignResults(tx).unspend(CampaignId{99}, print); });
    CHECK(other.error().code == Errc::NotFound); // a line of another campaign
}
