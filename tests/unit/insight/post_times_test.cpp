// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/insight/post_times.hpp>

#include <catch2/catch.hpp>

#include <cmath>

using namespace vigie;
using namespace vigie::insight;
using std::chrono::hours;

namespace {

constexpr const char *kZone = "Europe/Paris";

/// The same hour on the wall, so many days later.
Instant wallAt(int month, int day, int hour, int later = 0)
{
    const WallTime wall{2026, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), static_cast<std::uint8_t>(hour), 20, 0};
    return toInstant(plusDays(wall, later), kZone)->at;
}

/// Of ten weeks, at these hours of each day; `reactions` is asked for each.
template <class F>
std::vector<TimedPost> posts(const std::vector<int> &atHours, const F &reactions)
{
    std::vector<TimedPost> out;
    for (int day = 0; day < 70; ++day)
        for (const int hour : atHours) {
            out.push_back({wallAt(3, 2, hour, day), reactions(day % 7, hour), 1000, "text"}); // the second of March is a Monday
        }
    return out;
}

} // namespace

TEST_CASE("under twenty posts nothing is said of hours", "[insight][posting]")
{
    auto few = posts({9}, [](int, int) { return 20.0; });
    const auto now = wallAt(5, 20, 12);
    few.resize(kFewestPosts - 1);
    auto times = bestTimes(few, kZone, now);
    CHECK_FALSE(times.enough);
    CHECK(times.posts == 19);
    CHECK(times.hours.empty());
    few.push_back({wallAt(4, 30, 9), 20, 1000, "text"});
    times = bestTimes(few, kZone, now);
    CHECK(times.enough);
    CHECK_FALSE(times.hours.empty());
    CHECK(bestTimes({}, kZone, now).posts == 0);
}

TEST_CASE("an hour that does better is found, on the wall of its place, on both sides of a change of clocks", "[insight][posting]")
{
    Sequence random(11);
    const auto all = posts({9, 13, 18}, [&](int weekday, int hour) { return (weekday == 1 && hour == 18 ? 60.0 : 20.0) * (0.8 + 0.4 * random.unit()); });
    const auto times = bestTimes(all, kZone, wallAt(5, 20, 12));
    REQUIRE(times.enough);
    CHECK(times.rate);
    const auto &best = times.hours.front();
    CHECK(best.weekday == 1);
    CHECK(best.hour == 18); // the clocks changed in between: by UTC these would be two hours
    CHECK(best.distinguishable);
    CHECK(best.posts == 10);
    CHECK(best.low > times.usual);
    CHECK(best.value > 0.035);
    CHECK(best.value < 0.065);
    const auto *usual = times.at(3, 9);
    REQUIRE(usual != nullptr);
    CHECK(usual->value < best.low);
    CHECK(times.at(3, 3) == nullptr); // nobody ever posted there: nothing is said of it
}

TEST_CASE("where hours do not differ, hardly any is said to", "[insight][posting]")
{
    Sequence random(5);
    int said = 0, asked = 0;
    for (int round = 0; round < 40; ++round) {
        const auto all = posts({8, 12, 17, 20}, [&](int, int) { return std::exp(2 + random.unit() * 2); });
        for (const auto &hour : bestTimes(all, kZone, wallAt(5, 20, 12)).hours) {
            ++asked;
            said += hour.distinguishable ? 1 : 0;
        }
    }
    INFO(said << " of " << asked);
    CHECK(said < asked / 20);
}

TEST_CASE("where hardly an hour was tried twice, nothing is told apart", "[insight][posting]")
{
    Sequence random(9);
    std::vector<TimedPost> all;
    for (int i = 0; i < 28; ++i)
        all.push_back({wallAt(3, 2, 7 + i % 12, i % 23), std::exp(1 + random.unit() * 4), 1000, "text"});
    const auto times = bestTimes(all, kZone, wallAt(5, 20, 12));
    REQUIRE(times.enough);
    REQUIRE_FALSE(times.hours.empty());
    for (const auto &hour : times.hours)
        CHECK_FALSE(hour.distinguishable);
}

TEST_CASE("growth and the kind of posts are no merit of an hour", "[insight][posting]")
{
    Sequence random(2);
    std::vector<TimedPost> all;
    // Pictures do five times as well, and all of them are posted in the evening; there are more and more reactions as weeks go by.
    for (int day = 0; day < 70; ++day) {
        const auto chance = [&] { return 0.5 + random.unit(); };
        all.push_back({wallAt(3, 2, 9, day), (20 + day) * chance(), 1000, "text"});
        all.push_back({wallAt(3, 2, 19, day), (20 + day) * 5 * chance(), 1000, "picture"});
    }
    const auto times = bestTimes(all, kZone, wallAt(5, 20, 12));
    for (const auto &hour : times.hours)
        CHECK_FALSE(hour.distinguishable);
}

TEST_CASE("without followers it is reactions that are told, and old posts do not count", "[insight][posting]")
{
    auto all = posts({9}, [](int, int) { return 30.0; });
    all.front().followers.reset();
    all.push_back({wallAt(1, 1, 9) - hours{24 * 300}, 5000, 1000, "text"});
    const auto times = bestTimes(all, kZone, wallAt(5, 20, 12));
    CHECK_FALSE(times.rate);
    CHECK(times.posts == 70);
    CHECK(times.usual == Approx(30));
}
