// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/insight/reputation.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

using namespace vigie;
using namespace vigie::insight;

namespace {

ReputationMention said(double tone, double reach, std::int64_t author, std::int64_t group = 0)
{
    return {tone, reach, 1, 0, false, author, group};
}

/// Many people of some groups, the loudest a hundred times as loud as the others.
std::vector<ReputationMention> crowd(std::uint64_t seed, int count, double mood)
{
    Sequence random(seed);
    std::vector<ReputationMention> mentions;
    for (int i = 0; i < count; ++i) {
        auto one = said(random.unit() < mood ? 1 : -random.unit(), static_cast<double>(random.below(100'000)), static_cast<std::int64_t>(random.below(60)),
                        static_cast<std::int64_t>(random.below(7)));
        one.ageDays = static_cast<double>(random.below(30));
        one.relay = random.below(4) == 0;
        mentions.push_back(std::move(one));
    }
    return mentions;
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

TEST_CASE("the index has its published check value", "[reputation]")
{
    const std::vector mentions{said(1, 1000, 1), said(-1, 100'000, 2), said(0, 10, 3)};
    const auto weights = reputationWeights(mentions);
    CHECK(weights[0] == Approx(9.96866).margin(5e-6));
    CHECK(weights[1] == Approx(16.60967).margin(5e-6));
    CHECK(weights[2] == Approx(3.58496).margin(5e-6));
    const auto index = reputationIndex(mentions);
    REQUIRE(index);
    CHECK(index->value == Approx(-16.535).margin(5e-4));
    REQUIRE(index->interval);
    CHECK(index->interval->first < index->value);
    CHECK(index->interval->second > index->value);
}

TEST_CASE("no mention is no value, and neutral mentions alone are zero", "[reputation]")
{
    CHECK_FALSE(reputationIndex({}));
    const auto neutral = reputationIndex(std::vector{said(0, 50, 1), said(0, 70'000, 2)});
    REQUIRE(neutral);
    CHECK(neutral->value == 0);
    CHECK(neutral->interval == Bounds{0, 0});
}

TEST_CASE("what is a week older weighs half, and a relay a quarter", "[reputation]")
{
    auto old = said(1, 1000, 1);
    old.ageDays = 7;
    auto relay = said(1, 1000, 1);
    relay.relay = true;
    const auto weights = reputationWeights(std::vector{said(1, 1000, 1), old, relay});
    CHECK(weights[1] == Approx(weights[0] / 2));
    CHECK(weights[2] == Approx(weights[0] / 4));
}

TEST_CASE("nobody weighs more than a tenth where more than ten people speak", "[reputation]")
{
    std::vector<ReputationMention> mentions;
    for (std::int64_t author = 1; author <= 30; ++author)
        mentions.push_back(said(1, 100, author));
    for (int i = 0; i < 500; ++i)
        mentions.push_back(said(-1, 100, 99)); // somebody who never stops
    for (int i = 0; i < 20; ++i)
        mentions.push_back(said(-1, 100, 98));
    const auto weights = reputationWeights(mentions);
    std::map<std::int64_t, double> byAuthor;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        byAuthor[mentions[i].author] += weights[i];
    const double all = sum(weights);
    CHECK(byAuthor[99] == Approx(all / 10));
    CHECK(byAuthor[98] == Approx(all / 10));
    CHECK(byAuthor[1] == Approx(reputationWeights(std::vector{said(1, 100, 1)})[0]));
    const auto index = reputationIndex(mentions);
    REQUIRE(index);
    CHECK(index->authors == 32);
    CHECK(index->value > 0);

    mentions.resize(10); // ten people: each is a tenth or more whatever one does
    CHECK(reputationWeights(mentions) == std::vector<double>(10, byAuthor[1]));
}

TEST_CASE("the parts add up to both indexes and to their change", "[reputation]")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto before = crowd(seed, 50 + static_cast<int>(seed) * 7, 0.6), now = crowd(seed + 1000, 400, 0.4);
        const auto parts = explainReputation(before, now);
        double was = 0, is = 0;
        for (const auto &part : parts) {
            was += part.before;
            is += part.now;
        }
        CHECK(was == Approx(reputationIndex(before)->value).margin(1e-9));
        CHECK(is == Approx(reputationIndex(now)->value).margin(1e-9));
        CHECK(std::is_sorted(parts.begin(), parts.end(),
                             [](const auto &a, const auto &b) { return std::abs(a.change()) > std::abs(b.change()); }));
    }
}

TEST_CASE("a group that fell silent is part of the change", "[reputation]")
{
    const auto parts = explainReputation(std::vector{said(-1, 100, 1, 3)}, std::vector{said(1, 100, 2, 8)});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].change() > 0);
    CHECK(parts[1].change() > 0);
    CHECK(parts[0].group == 3); // equal changes by number
    CHECK(parts[0].now == 0);
}

TEST_CASE("the interval is the same every time, and narrower with more people", "[reputation]")
{
    std::vector<ReputationMention> few, many;
    Sequence random(7);
    for (std::int64_t author = 0; author < 5000; ++author) {
        const auto one = said(random.unit() < 0.6 ? 1 : -1, 100, author);
        many.push_back(one);
        if (author < 50)
            few.push_back(one);
    }
    const auto narrow = reputationIndex(many), again = reputationIndex(many), wide = reputationIndex(few);
    REQUIRE((narrow && again && wide));
    const auto width = [](const ReputationIndex &index) { return index.interval->second - index.interval->first; };
    REQUIRE((narrow->interval && wide->interval));
    CHECK(narrow->interval == again->interval);
    CHECK(width(*wide) > 4 * width(*narrow));
    // Of 5,000 equal voices the standard error is known: 100 * 2 * sqrt(p * (1 - p) / n), and an interval is 3.92 of them wide.
    CHECK(width(*narrow) == Approx(3.92 * 200 * std::sqrt(0.24 / 5000)).epsilon(0.12));
}

TEST_CASE("what weighs nothing is nobody's voice", "[reputation]")
{
    // Twelve people, of whom the source of seven weighs nothing: five cannot be held to a tenth each.
    std::vector<ReputationMention> mentions;
    for (std::int64_t author = 1; author <= 12; ++author) {
        mentions.push_back(said(1, 1000, author));
        mentions.back().sourceWeight = author <= 5 ? 1 : 0;
    }
    const auto index = reputationIndex(mentions);
    REQUIRE(index);
    CHECK(index->authors == 5);
    CHECK(index->value == Approx(100 * 5 * 9.96866 / (5 * 9.96866 + 10)).epsilon(1e-6));
    for (auto &mention : mentions)
        mention.sourceWeight = 0;
    CHECK_FALSE(reputationIndex(mentions));
}

TEST_CASE("one person alone has no interval", "[reputation]")
{
    const auto alone = reputationIndex(std::vector{said(1, 100, 1), said(-1, 100, 1)});
    REQUIRE(alone);
    CHECK_FALSE(alone->interval);
}
