// SPDX-License-Identifier: GPL-3.0-or-later
// The reviews that the practice workspace begins with are believable: two sites, two languages, an order in time that can be.
#include <vigie/practice/first_reviews.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace vigie;

namespace {
const Instant kNow{std::chrono::seconds{1772452800}};
}

TEST_CASE("first reviews: two sites in both languages, all stars, the same each time, at ages that do not move", "[reviews]")
{
    const auto all = practice::firstReviews(kNow);
    REQUIRE(all.size() >= 30);
    std::map<std::string, int> sites, langs;
    std::set<int> stars;
    for (const auto &one : all) {
        INFO(one.text);
        ++sites[one.site];
        ++langs[one.lang];
        stars.insert(one.stars);
        CHECK_FALSE(one.place.empty());
        CHECK_FALSE(one.author.empty());
        CHECK(one.text.size() > 5);
    }
    CHECK(sites.size() == 2);
    CHECK(langs.size() == 2);
    for (const auto &[name, count] : {*sites.begin(), *sites.rbegin(), *langs.begin(), *langs.rbegin()})
        CHECK(count >= 8);
    CHECK(stars == std::set<int>{1, 2, 3, 4, 5});
    CHECK(std::is_sorted(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.at < b.at; }));
    const auto later = practice::firstReviews(kNow + std::chrono::hours(24));
    REQUIRE(later.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        CHECK(later[i].at - all[i].at == std::chrono::hours(24));
}

TEST_CASE("first reviews: accounts are older than what they write, answers come after it, changes after the answer and before now", "[reviews]")
{
    int answered = 0, changed = 0, young = 0, old = 0;
    for (const auto &one : practice::firstReviews(kNow)) {
        INFO(one.text);
        CHECK(one.at < kNow);
        CHECK(one.joined < one.at);
        young += one.at - one.joined < std::chrono::hours(24 * 7);
        old += kNow - one.at > std::chrono::hours(24 * 731);
        if (one.answer) {
            ++answered;
            CHECK(one.answer->at > one.at);
            CHECK(one.answer->at < kNow);
        }
        if (!one.changed)
            continue;
        ++changed;
        REQUIRE(one.answer); // else nobody would have to look again
        CHECK(one.changed->at > one.answer->at);
        CHECK(one.changed->at < kNow);
        CHECK(one.changed->text.rfind(one.text, 0) == 0);
        CHECK(one.changed->stars != one.stars);
    }
    CHECK(answered >= 15);
    CHECK(changed >= 3);
    CHECK(young == 5);
    CHECK(old >= 2);
}
