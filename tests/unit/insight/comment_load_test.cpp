// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/insight/comment_load.hpp>

#include <catch2/catch.hpp>

#include <cmath>

using namespace vigie;
using namespace vigie::insight;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr const char *kZone = "UTC";
constexpr Instant kBegin{std::chrono::seconds{1767571200}}; // 2026-01-05, a Monday, 00:00 UTC
const AccountId kOne{1}, kTwo{2};

/// Knuth's way, for small means.
int poisson(Sequence &random, double mean)
{
    const double limit = std::exp(-mean);
    int count = 0;
    for (double product = random.unit(); product > limit; product *= random.unit())
        ++count;
    return count;
}

/// Comments that come by an exponential of `usual` hours.
CommentedPost post(Sequence &random, AccountId account, Instant at, double comments, double usual)
{
    CommentedPost out{account, at, {}};
    for (int i = poisson(random, comments); i > 0; --i)
        out.comments.push_back(at + minutes{static_cast<int>(-std::log(1 - random.unit()) * usual * 60)});
    return out;
}

std::vector<CommentedPost> history(Sequence &random, int count, double comments, AccountId account = kOne)
{
    std::vector<CommentedPost> out;
    for (int i = 0; i < count; ++i)
        out.push_back(post(random, account, kBegin + hours{24 * i + 9 + i % 7}, comments, 5));
    return out;
}

constexpr Instant kAfter = kBegin + hours{24 * 400};

} // namespace

TEST_CASE("what posts brought is what the next one is expected to bring, when they brought it", "[insight][posting]")
{
    Sequence random(3);
    const auto known = history(random, 120, 20);
    const auto load = CommentLoad::fit(known, kZone, kAfter);
    CHECK(load.enough());
    CHECK(load.posts() == 120);
    const auto at = kAfter + hours{10};
    double sum = 0;
    for (int hour = 0; hour < kLoadHours; ++hour)
        sum += load.rate(kOne, at, at + hours{hour});
    CHECK(sum == Approx(20).margin(1.5));
    CHECK(load.rate(kOne, at, at) > 2 * load.rate(kOne, at, at + hours{6}));
    CHECK(load.rate(kOne, at, at - hours{1}) == 0);
    CHECK(load.rate(kOne, at, at + hours{kLoadHours}) == 0);
    const auto day = load.total(kOne, at);
    CHECK(day.value <= sum);
    CHECK(day.low < day.value);
    CHECK(day.high > day.value);
}

TEST_CASE("accounts differ, and one that is hardly known is taken for the others", "[insight][posting]")
{
    Sequence random(4);
    auto known = history(random, 60, 20);
    const auto more = history(random, 60, 4, kTwo);
    known.insert(known.end(), more.begin(), more.end());
    const auto load = CommentLoad::fit(known, kZone, kAfter);
    const auto at = kAfter + hours{10};
    CHECK(load.total(kOne, at).value > 3 * load.total(kTwo, at).value);
    const auto stranger = load.total(AccountId{9}, at).value;
    CHECK(stranger > load.total(kTwo, at).value);
    CHECK(stranger < load.total(kOne, at).value);
    CHECK(load.postsOf(AccountId{9}) == 0);
}

TEST_CASE("people sleep: the same post brings less at night", "[insight][posting]")
{
    Sequence random(8);
    std::vector<CommentedPost> known;
    for (int i = 0; i < 150; ++i) {
        auto one = post(random, kOne, kBegin + hours{24 * i + (i * 5) % 24}, 30, 10);
        std::erase_if(one.comments, [&](Instant at) { // nine in ten comments of the night are never written
            const auto hour = toWall(at, kZone)->hour;
            return hour < 6 && random.unit() < 0.9;
        });
        known.push_back(std::move(one));
    }
    const auto load = CommentLoad::fit(known, kZone, kAfter);
    const auto noon = kAfter + hours{12}, midnight = kAfter;
    CHECK(load.rate(kOne, noon, noon) > 4 * load.rate(kOne, midnight, midnight));
}

TEST_CASE("posts whose three days are not over teach nothing yet", "[insight][posting]")
{
    Sequence random(6);
    const auto known = history(random, 30, 10);
    const auto load = CommentLoad::fit(known, kZone, known.back().at + hours{1});
    CHECK(load.posts() == 26); // the 27th was published less than 72 hours before
    CHECK_FALSE(CommentLoad::fit(std::span(known).first(19), kZone, kAfter).enough());
    const auto nothing = CommentLoad::fit({}, kZone, kAfter);
    CHECK(nothing.rate(kOne, kAfter, kAfter) == 0);
    CHECK(nothing.total(kOne, kAfter).value == 0);
}

TEST_CASE("the forecast of what is over is held against what came", "[insight][posting]")
{
    Sequence random(7);
    auto known = history(random, 90, 24);
    const auto more = history(random, 90, 3, kTwo);
    known.insert(known.end(), more.begin(), more.end());
    const auto test = backTest(known, kZone, kAfter);
    CHECK(test.posts == 60);
    CHECK(test.meanActual > 5);
    CHECK(test.meanError < test.naiveError); // it tells the accounts apart
    CHECK(test.hourError < test.naiveHourError);
    CHECK(std::abs(test.bias) < 0.2 * test.meanActual);
    CHECK(test.covered > 0.8);
    CHECK(backTest(std::span(known).first(9), kZone, kAfter).posts == 0);
}
