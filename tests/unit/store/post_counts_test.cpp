// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/own_posts.hpp>
#include <vigie/store/post_counts.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::store;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct House {
    House()
    {
        Account own;
        own.connector = "mastodon";
        own.nativeId = "us";
        own.handle = "@us";
        account = store.write([&](Tx &tx) { return Accounts(tx).save(own); });
    }
    /// A post of ours, published so long ago.
    ItemId post(const std::string &native, minutes ago = minutes{0}, Visibility visibility = Visibility::Public, const std::string &answers = {})
    {
        auto item = test::item(native, "We open " + native, store.clock.now() - ago);
        item.ours = account;
        item.visibility = visibility;
        item.fetchedAt = store.clock.now();
        item.metrics = {{"likes", 3, ValueStatus::Ok}};
        if (!answers.empty())
            item = test::answering(item, answers);
        const std::vector<AnalysedItem> one{test::analysed(item)};
        return store.write([&](Tx &tx) { return Items(tx).store(one); }).front().id;
    }
    std::vector<DuePost> due()
    {
        return store.write([&](Tx &tx) { return PostCounts(tx).due(account, 100); });
    }
    void read(const std::vector<MetricValue> &counts)
    {
        for (const auto &post : due())
            store.write([&](Tx &tx) -> Result<int> {
                VIGIE_CHECK(PostCounts(tx).keep(post, counts));
                return 0;
            });
    }
    CountsOfPost of(ItemId item)
    {
        return store.read([&](Tx &tx) { return PostCounts(tx).of(item); });
    }
    std::vector<SeriesPoint> points(ItemId item, const std::string &key)
    {
        for (auto &series : of(item).metrics)
            if (series.key == key)
                return series.points;
        return {};
    }
    test::TempStore store;
    AccountId account;
};

} // namespace

TEST_CASE("ages are fixed, then weekly, without an end", "[store][counts]")
{
    std::vector<int> ages;
    for (int age = postAgeAfter(0); ages.size() < 9; age = postAgeAfter(age))
        ages.push_back(age);
    CHECK(ages == std::vector<int>{1, 6, 24, 72, 168, 720, 888, 1056, 1224});
    CHECK(postAgeUpTo(0) == 0);
    CHECK(postAgeUpTo(5) == 1);
    CHECK(postAgeUpTo(168) == 168);
    CHECK(postAgeUpTo(719) == 168);
    CHECK(postAgeUpTo(887) == 720);
    CHECK(postAgeUpTo(10'000) == 720 + 55 * 168);
    for (int hour = 1; hour < 3000; ++hour) {
        CHECK(postAgeUpTo(postAgeAfter(hour)) == postAgeAfter(hour));
        CHECK(postAgeUpTo(hour) <= hour);
        CHECK(postAgeAfter(hour) > hour);
    }
}

TEST_CASE("a post is read at each age, once, and what is lower than before is kept and marked", "[store][counts]")
{
    House house;
    const auto item = house.post("1");
    CHECK(house.due().empty());
    house.store.clock.advance(minutes{59});
    CHECK(house.due().empty());
    house.store.clock.advance(minutes{1});
    REQUIRE(house.due().size() == 1);
    CHECK(house.due().front().age == 1);
    CHECK(house.due().front().nativeId == "1");
    house.read({{"likes", 5, ValueStatus::Ok}, {"views", 100, ValueStatus::Estimated}});
    CHECK(house.due().empty());
    house.store.clock.advance(hours{5});
    house.read({{"likes", 4, ValueStatus::Ok}, {"views", 120, ValueStatus::Ok}});
    const auto likes = house.points(item, "likes");
    REQUIRE(likes.size() == 2);
    CHECK(likes[0].age == 1);
    CHECK(likes[0].value == 5);
    CHECK_FALSE(likes[0].lower);
    CHECK(likes[1].age == 6);
    CHECK(likes[1].value == 4);
    CHECK(likes[1].lower);
    CHECK(house.points(item, "views")[0].estimated);
    CHECK_FALSE(house.points(item, "views")[1].lower);
}

TEST_CASE("what is not given has a reason and is never 0", "[store][counts]")
{
    House house;
    const auto item = house.post("1");
    const auto later = [&](int age, const std::vector<MetricValue> &counts) {
        const auto now = house.store.clock.now();
        house.store.clock.advance(house.of(item).publishedAt + hours{age} - now);
        house.read(counts);
    };
    later(1, {{"likes", 5, ValueStatus::Ok}, {"quotes", 0, ValueStatus::Hidden}, {"views", 0, ValueStatus::Missing}});
    later(6, {{"quotes", 0, ValueStatus::NotApplicable}}); // likes are not spoken of any more
    house.store.clock.advance(hours{24});                  // the machine slept through the age of a day
    later(72, {{"likes", 0, ValueStatus::Ok}});
    const auto likes = house.points(item, "likes");
    REQUIRE(likes.size() == 4);
    CHECK(likes[0].why == NotGiven::Given);
    CHECK_FALSE(likes[1].value);
    CHECK(likes[1].why == NotGiven::Withdrawn);
    CHECK_FALSE(likes[2].value);
    CHECK(likes[2].age == 24);
    CHECK(likes[2].why == NotGiven::NotRead);
    CHECK(likes[3].value == 0); // that is a count
    CHECK(likes[3].lower);
    CHECK(house.points(item, "quotes")[0].why == NotGiven::Hidden);
    CHECK(house.points(item, "quotes")[1].why == NotGiven::NotApplicable);
    CHECK(house.points(item, "views")[0].why == NotGiven::Missing);
    CHECK(house.points(item, "views")[1].why == NotGiven::Missing); // it never gave it
}

TEST_CASE("an age that is long past is passed over, and what is older than our knowledge says so", "[store][counts]")
{
    House house;
    const auto item = house.post("1", hours{24 * 3 + 1}); // came here at the age of three days
    CHECK(house.due().empty());
    house.store.clock.advance(hours{24 * 4});
    REQUIRE(house.due().size() == 1);
    CHECK(house.due().front().age == 168);
    house.read({{"likes", 9, ValueStatus::Ok}});
    const auto likes = house.points(item, "likes");
    REQUIRE(likes.size() == 5);
    CHECK(likes[0].why == NotGiven::BeforeKnown);
    CHECK(likes[2].why == NotGiven::BeforeKnown);
    CHECK(likes[4].value == 9);
    // A late reading counts within the slack of its age, and not beyond.
    CHECK(postAgeSlack(1) == minutes{15});
    CHECK(postAgeSlack(24) == minutes{180});
    CHECK(postAgeSlack(5000) == minutes{24 * 60});
    const auto other = house.post("2");
    house.store.clock.advance(minutes{76});
    CHECK(house.due().empty());
    house.store.clock.advance(hours{5});
    REQUIRE(house.due().size() == 1);
    CHECK(house.due().front().item == other);
    CHECK(house.due().front().age == 6);
}

TEST_CASE("the series goes on week after week over years, and stays when the post is gone", "[store][counts]")
{
    House house;
    const auto item = house.post("1");
    for (int day = 0; day < 400; ++day) {
        house.store.clock.advance(hours{24});
        house.read({{"likes", static_cast<double>(day), ValueStatus::Ok}});
    }
    const auto given = [&] {
        const auto likes = house.points(item, "likes");
        return std::count_if(likes.begin(), likes.end(), [](const SeriesPoint &one) { return one.value.has_value(); });
    };
    CHECK(given() == 4 + (400 * 24 - 720) / 168); // a day, three, a week, thirty, and every week; an hour and six went by
    house.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(PostCounts(tx).end(item));
        return 0;
    });
    house.store.clock.advance(hours{24 * 365});
    CHECK(house.due().empty());
    CHECK(given() == 4 + (400 * 24 - 720) / 168);
    CHECK_FALSE(house.of(item).nextAt);
}

TEST_CASE("only posts are followed: no answers, nothing private, nothing of others", "[store][counts]")
{
    House house;
    house.post("1");
    house.post("2", {}, Visibility::Direct);
    house.post("3", {}, Visibility::Public, "1");
    const std::vector<AnalysedItem> theirs{test::analysed(test::item("4", "Hello"))};
    house.store.write([&](Tx &tx) { return Items(tx).store(theirs); });
    house.store.clock.advance(hours{1});
    REQUIRE(house.due().size() == 1);
    CHECK(house.due().front().nativeId == "1");
}

TEST_CASE("what was shown since an age came counts where nobody can ask", "[store][counts]")
{
    House house;
    const auto item = house.post("1");
    house.store.clock.advance(minutes{61});
    const auto due = house.due();
    REQUIRE(due.size() == 1);
    const auto keep = [&] { return house.store.write([&](Tx &tx) { return PostCounts(tx).keepKnown(due.front()); }); };
    CHECK_FALSE(keep()); // seen when it was new
    auto again = test::item("1", "We open 1", house.of(item).publishedAt);
    again.ours = house.account;
    again.fetchedAt = house.store.clock.now();
    again.metrics = {{"likes", 8, ValueStatus::Ok}};
    const std::vector<AnalysedItem> one{test::analysed(again)};
    house.store.write([&](Tx &tx) { return Items(tx).store(one); });
    CHECK(keep());
    CHECK(house.points(item, "likes").front().value == 8);
}

TEST_CASE("posts of an account are told with their reactions at one age, and with those of a week", "[store][counts]")
{
    House house;
    const auto first = house.post("1");
    house.store.clock.advance(hours{24});
    house.read({{"likes", 5, ValueStatus::Ok}, {"reposts", 2, ValueStatus::Ok}, {"views", 900, ValueStatus::Ok}});
    const auto second = house.post("2");
    house.store.clock.advance(hours{24});
    house.read({{"views", 10, ValueStatus::Ok}});
    auto day = house.store.read([&](Tx &tx) { return PostCounts(tx).atAge(house.account, 24, {}, house.store.clock.now()); });
    REQUIRE(day.size() == 2);
    CHECK(day[0].item == first);
    CHECK(day[0].engagements == 7);
    CHECK(day[1].item == second);
    CHECK_FALSE(day[1].engagements); // no count of it is not 0
    const auto own = [&] { return house.store.read([&](Tx &tx) { return OwnPosts(tx).published({}, house.store.clock.now()); }); };
    REQUIRE(own().size() == 2);
    CHECK_FALSE(own()[0].engagements); // not a week old
    house.store.clock.advance(hours{24 * 5});
    house.read({{"likes", 11, ValueStatus::Ok}});
    CHECK(own()[0].engagements == 11);
}
