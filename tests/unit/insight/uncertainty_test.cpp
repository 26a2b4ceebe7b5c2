// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: scipy 1.10, the R package rateratio.test, and sums done by hand where they are written out.
#include "insight/uncertainty.hpp"

#include <vigie/insight/statistics.hpp>

#include <catch2/catch.hpp>
#include <cmath>

using namespace vigie::insight;

TEST_CASE("two counts over unequal time agree with rateratio.test", "[uncertainty]")
{
    const auto ratio = compareRates({9, 16660}, {2, 17877});
    REQUIRE(ratio);
    CHECK(ratio->p == Approx(.050106).margin(1e-5));
    CHECK(ratio->low == Approx(.0218).margin(1e-4));
    CHECK(ratio->high == Approx(1.0005).margin(1e-4));
}

TEST_CASE("over equal time they are the exact comparison of counts", "[uncertainty]")
{
    for (const auto &[now, before] : {std::pair{2, 9}, std::pair{3, 9}, std::pair{5, 15}, std::pair{10, 20}, std::pair{0, 5}, std::pair{1, 1}, std::pair{12, 8}, std::pair{100, 130}, std::pair{40, 60}}) {
        const auto rates = compareRates({static_cast<double>(before), 1}, {static_cast<double>(now), 1});
        const auto counts = compareCounts(before, now);
        REQUIRE(rates);
        CHECK(rates->p == Approx(counts->p).margin(1e-9));
        CHECK(rates->low == Approx(counts->low).margin(1e-9));
        CHECK(rates->high == Approx(counts->high).margin(1e-9));
    }
    CHECK_FALSE(compareRates({0, 1}, {0, 1}));
    CHECK_FALSE(compareRates({5, 0}, {5, 1}));
    CHECK(std::isinf(compareRates({0, 1}, {4, 1})->ratio));
}

TEST_CASE("counts that vary more than chance are worth less", "[uncertainty]")
{
    const auto chance = compareRates({100, 1}, {140, 1}), wild = compareRates({100, 1}, {140, 1}, 4);
    CHECK(chance->low > 1);  // 40 % more is a change when posts come one by one
    CHECK(wild->low < 1);    // and none when they come in bursts
    CHECK(wild->ratio == chance->ratio);
    const auto quarter = compareCounts(25, 35);
    CHECK(wild->low == Approx(quarter->low));
    CHECK(wild->high == Approx(quarter->high));
}

TEST_CASE("dispersion is that of a weekday, at least one", "[uncertainty]")
{
    std::vector<std::int64_t> weekly, even(56, 10), wild;
    for (int day = 0; day < 56; ++day) {
        weekly.push_back(day % 7 < 5 ? 20 : 2); // nothing but the week
        wild.push_back(day % 14 < 7 ? 4 : 16);  // each weekday 4 and 16 by turns: mean 10, chi 56 x 36 / 10 over 49
    }
    CHECK(dispersion(weekly, 0) == 1);
    CHECK(dispersion(even, 3) == 1);
    CHECK(dispersion(wild, 0) == Approx(56 * 3.6 / 49));
    CHECK(dispersion(std::vector<std::int64_t>(20, 5), 0) == 1);
    std::vector<std::int64_t> rare(56, 0);
    rare[3] = 9;
    CHECK(dispersion(rare, 0) == 1); // nine in eight weeks say nothing of how they vary
}

TEST_CASE("a difference of shares by its bounds is Newcombe's", "[uncertainty]")
{
    for (const auto &[k1, n1, k2, n2] : {std::tuple{56, 70, 48, 80}, std::tuple{9, 10, 3, 10}}) {
        const auto a = wilson(k1, n1), b = wilson(k2, n2);
        const auto bounds = difference(static_cast<double>(k1) / n1, {a->first, a->second}, static_cast<double>(k2) / n2, {b->first, b->second});
        const auto wanted = newcombe(k1, n1, k2, n2);
        CHECK(bounds.low == Approx(wanted->low));
        CHECK(bounds.high == Approx(wanted->high));
    }
}

TEST_CASE("rates of sums, means, and none for nothing", "[uncertainty]")
{
    const std::vector<std::pair<double, double>> pairs{{1, 10}, {3, 10}, {2, 20}};
    const auto ratio = sumRatio(pairs);
    REQUIRE(ratio);
    CHECK(ratio->value == Approx(6.0 / 40)); // not the mean of 0.1, 0.3 and 0.1
    // residuals -0.5, 1.5, -1: sum of squares 3.5, times 3/2, root, over 40
    CHECK(ratio->interval->high - ratio->value == Approx(1.959964 * std::sqrt(5.25) / 40));
    CHECK_FALSE(sumRatio(std::vector<std::pair<double, double>>{{1, 0}}));
    CHECK_FALSE(sumRatio({}));
    CHECK_FALSE(sumRatio(std::vector<std::pair<double, double>>{{1, 2}})->interval);
    const std::vector<double> values{1, 2, 3, 4};
    CHECK(meanOf(values)->value == 2.5);
    CHECK(meanOf(values)->interval->low == Approx(2.5 - 1.959964 * std::sqrt(5.0 / 3 / 4)));
    CHECK_FALSE(meanOf({}));
}

TEST_CASE("bounds of a median by ranks", "[uncertainty]")
{
    std::vector<double> values;
    for (int i = 1; i <= 10; ++i)
        values.push_back(i);
    const auto ten = quantileBounds(values, .5); // binomial(10, 1/2): 2nd and 9th hold it with 97.9 %
    REQUIRE(ten);
    CHECK(ten->low == 2);
    CHECK(ten->high == 9);
    CHECK_FALSE(quantileBounds(std::vector<double>{1, 2, 3, 4, 5}, .5)); // 5 values hold it with 93.75 % at the most
    CHECK(quantileBounds(std::vector<double>{1, 2, 3, 4, 5, 6}, .5)->low == 1);
    CHECK_FALSE(quantileBounds(values, .9)); // the largest of ten lies below it one time in three
}

TEST_CASE("what has not ended holds the median up", "[uncertainty]")
{
    // Ended after 1, 2, 4; still open after 3 and 5: 4/5, 3/5, then 3/5 x 1/2.
    const std::vector<Lasting> times{{1, true}, {2, true}, {3, false}, {4, true}, {5, false}};
    CHECK(survivalQuantile(times, .5) == 4.0);
    CHECK(survivalQuantile(times, .2) == 1.0);
    CHECK_FALSE(survivalQuantile(times, .9)); // not known yet
    CHECK_FALSE(survivalQuantile({}, .5));
    CHECK(survivalQuantile({{7, true}}, .5) == 7.0);
}

TEST_CASE("the vectors of shares, counts and differences that are not in the other tables", "[uncertainty]")
{
    const auto share = wilson(100, 101);
    CHECK(share->first == Approx(.946033).margin(1e-6));
    CHECK(share->second == Approx(.998250).margin(1e-6));
    for (const auto &[count, low, high] : {std::tuple{2, .2422, 7.2247}, std::tuple{5, 1.6235, 11.6683}, std::tuple{20, 12.2165, 30.8884}}) {
        const auto bounds = poissonExact(count);
        CHECK(bounds.first == Approx(low).margin(1e-4));
        CHECK(bounds.second == Approx(high).margin(1e-4));
    }
    const auto difference = newcombe(9, 10, 3, 10);
    CHECK(difference->value == Approx(.6));
    CHECK(difference->low == Approx(.170523).margin(1e-6));
    CHECK(difference->high == Approx(.809018).margin(1e-6));
}
