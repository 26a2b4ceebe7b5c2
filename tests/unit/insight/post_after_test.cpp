// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/post_after.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace vigie::insight;
using std::chrono::hours;

namespace {

const char *const kOil = "Oil your kitchen table twice a year: a soft cloth, two spoons of linseed oil, and a night without plates.";
const char *const kSale = "On Saturday 14 November our workshop sells its seconds, from 09:00 until the last chair has found a home.";

struct House {
    House()
    {
        Account own;
        own.connector = "mastodon";
        own.nativeId = "us";
        own.handle = "@us";
        account = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(own); });
    }
    ItemId post(const std::string &text, int daysAgo, double likes)
    {
        auto item = test::item("p" + std::to_string(++count), text, store.clock.now() - hours{24 * daysAgo});
        item.ours = account;
        item.fetchedAt = store.clock.now();
        item.metrics = {{"likes", likes, ValueStatus::Ok}};
        const std::vector<store::AnalysedItem> one{test::analysed(item)};
        return store.write([&](store::Tx &tx) { return store::Items(tx).store(one); }).front().id;
    }
    void fill(int posts)
    {
        const char *const things[] = {"drawers", "hinges", "planes", "varnish", "oak", "walnut", "clamps", "lamps"};
        for (int i = 0; i < posts; ++i)
            post(std::string("A morning in the workshop with ") + things[i % 8] + " and some more words about number " + std::to_string(i * 7919), 40 + i, 10);
    }
    PlanId plan(const std::string &text, std::optional<int> inDays = {})
    {
        return store.write([&](store::Tx &tx) -> Result<PlanId> {
            PlanItem plan;
            plan.text = text;
            plan.zone = "UTC";
            if (inDays) {
                VIGIE_TRY(plan.wall, toWall(tx.now() + hours{24 * *inDays}, "UTC"));
                plan.due = tx.now() + hours{24 * *inDays};
            }
            PlanVariant variant;
            variant.account = account;
            plan.variants.push_back(variant);
            return store::Plans(tx).save(plan);
        });
    }
    std::vector<UsedText> used(const std::string &text, PlanId except = {})
    {
        return store.read([&](store::Tx &tx) { return usedAlready(tx, text, except); });
    }
    std::vector<Evergreen> again()
    {
        return store.read([](store::Tx &tx) { return evergreens(tx); });
    }
    test::TempStore store;
    AccountId account;
    int count = 0;
};

} // namespace

TEST_CASE("a text that was used already is found, also touched up, and so is a planned one", "[insight][posting]")
{
    House house;
    const auto item = house.post(kOil, 50, 10);
    CHECK(house.used("Something else altogether that we never said before, about chairs and the sea").empty());
    auto found = house.used(std::string("Once more: ") + kOil + " https://dubreuil.test/oil");
    REQUIRE(found.size() == 1);
    CHECK(found.front().item == item);
    CHECK(found.front().account == house.account);
    CHECK(found.front().likeness >= 0.5);
    const auto planned = house.plan(kOil, 5), draft = house.plan(kOil);
    found = house.used(kOil);
    REQUIRE(found.size() == 3);
    CHECK(found[0].plan == planned); // the newest first, what has no day last
    CHECK(found[1].item == item);
    CHECK(found[2].plan == draft);
    CHECK(house.used(kOil, planned).size() == 2); // it does not warn of itself
}

TEST_CASE("what did well, names no day and was not said lately is suggested, with its figures", "[insight][posting]")
{
    House house;
    house.fill(18);
    const auto oil = house.post(kOil, 60, 40);
    CHECK(house.again().empty()); // nineteen posts say nothing
    house.post(kSale, 70, 90);    // it was for a day
    const auto suggested = house.again();
    REQUIRE(suggested.size() == 1);
    CHECK(suggested.front().post.item == oil);
    CHECK(suggested.front().usual == 10);
    CHECK(suggested.front().times == 4);
    CHECK(suggested.front().days == 60);
    CHECK(suggested.front().others == 20);
    const auto again = house.plan(kOil, 3);
    CHECK(house.again().empty()); // it is planned again
    house.store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(store::Plans(tx).remove(again));
        return 0;
    });
    CHECK(house.again().size() == 1);
    house.post(std::string(kOil) + " Really.", 10, 12);
    CHECK(house.again().empty()); // it was said ten days ago
}

TEST_CASE("a post is compared at its own age, with those of its account that were read at that age", "[insight][posting]")
{
    House house;
    std::vector<ItemId> posts;
    const auto read = [&](double likes) {
        house.store.write([&](store::Tx &tx) -> Result<int> {
            VIGIE_TRY(const auto due, store::PostCounts(tx).due(house.account, 10));
            const std::vector<MetricValue> counts{{"likes", likes, ValueStatus::Ok}, {"reposts", 1, ValueStatus::Ok}};
            for (const auto &one : due)
                VIGIE_CHECK(store::PostCounts(tx).keep(one, counts));
            return 0;
        });
    };
    for (int i = 0; i < 8; ++i) {
        posts.push_back(house.post("Number " + std::to_string(i), 0, 0));
        house.store.clock.advance(hours{1});
        read(i);
        house.store.clock.advance(hours{1});
    }
    const auto last = house.store.read([&](store::Tx &tx) { return postAfter(tx, posts.back()); });
    REQUIRE(last.ages.size() == 1);
    CHECK(last.ages[0].age == 1);
    CHECK(last.ages[0].engagements == 8);
    CHECK(last.ages[0].others == 7);
    CHECK(last.ages[0].median == 4); // 1 to 7
    CHECK(last.ages[0].better == 7);
    const auto first = house.store.read([&](store::Tx &tx) { return postAfter(tx, posts.front()); });
    REQUIRE(first.ages.size() == 2); // its sixth hour went by unread
    CHECK(first.ages[0].better == 0);
    CHECK_FALSE(first.ages[1].engagements);
    CHECK(house.store->readNow<PostAfter>([](store::Tx &tx) { return postAfter(tx, ItemId{77}); }).error().code == Errc::NotFound);
}
