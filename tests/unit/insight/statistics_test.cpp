// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: scipy 1.10 and the R package rateratio.test.
#include <vigie/insight/statistics.hpp>

#include <catch2/catch.hpp>
#include <cmath>

using namespace vigie::insight;

namespace {
void near(double value, double expected, double margin)
{
    CHECK(value == Approx(expected).margin(margin));
}
} // namespace

TEST_CASE("Wilson bounds agree with the published vectors")
{
    struct Row { int k, n; double low, high; };
    for (const auto &row : {Row{0, 1, 0, .793451}, Row{1, 1, .206549, 1}, Row{0, 10, 0, .277533}, Row{1, 10, .017876, .404150},
                            Row{5, 10, .236593, .763407}, Row{10, 10, .722467, 1}, Row{9, 100, .048073, .162262},
                            Row{50, 100, .403832, .596168}, Row{2, 2, .342380, 1}}) {
        const auto bounds = wilson(row.k, row.n);
        REQUIRE(bounds);
        near(bounds->first, row.low, 1e-6);
        near(bounds->second, row.high, 1e-6);
    }
    CHECK_FALSE(wilson(0, 0));
}

TEST_CASE("exact Poisson bounds agree with Garwood's table")
{
    struct Row { int k; double low, high; };
    for (const auto &row : {Row{0, 0, 3.6889}, Row{1, .0253, 5.5716}, Row{3, .6187, 8.7673}, Row{10, 4.7954, 18.3904},
                            Row{50, 37.111, 65.9188}, Row{100, 81.364, 121.6268}}) {
        const auto bounds = poissonExact(row.k);
        near(bounds.first, row.low, 1e-3);
        near(bounds.second, row.high, 1e-3);
    }
}

TEST_CASE("two counts are compared exactly, and sixty against forty is not a change")
{
    struct Row { int now, before; double p, low, high; };
    for (const auto &row : {Row{2, 9, .06543, .0234, 1.0736}, Row{3, 9, .145996, .0580, 1.3357}, Row{5, 15, .041389, .0948, .9648},
                            Row{10, 20, .098737, .2090, 1.1192}, Row{1, 1, 1, .0127, 78.4968}, Row{12, 8, .503445, .5638, 4.2304},
                            Row{100, 130, .055614, .5867, 1.0061}, Row{40, 60, .056888, .4353, 1.0112}}) {
        const auto ratio = compareCounts(row.before, row.now);
        REQUIRE(ratio);
        near(ratio->p, row.p, 1e-5);
        near(ratio->low, row.low, 1e-4);
        near(ratio->high, row.high, 1e-3);
    }
    const auto none = compareCounts(5, 0);
    REQUIRE(none);
    near(none->p, .0625, 1e-9);
    CHECK(none->low == 0);
    near(none->high, 1.0913, 1e-4);
    CHECK_FALSE(compareCounts(0, 0));
    CHECK(std::isinf(compareCounts(0, 4)->ratio));
}

TEST_CASE("differences of shares, net sentiment and quantiles")
{
    const auto difference = newcombe(56, 70, 48, 80);
    REQUIRE(difference);
    near(difference->value, .200, 1e-9);
    near(difference->low, .052432, 1e-6);
    near(difference->high, .333873, 1e-6);
    const auto net = netSentiment(80, 100, 20);
    REQUIRE(net);
    near(net->value, 30.0, 1e-9);
    near(net->error, 4.5277, 1e-4);
    CHECK_FALSE(netSentiment(0, 0, 0));
    CHECK(netSentiment(0, 7, 0)->value == 0);
    CHECK_FALSE(quantile({}, .5));
    near(*quantile({4, 1, 3, 2}, .5), 2.5, 1e-12);
    near(*quantile({10}, .9), 10, 1e-12);
    near(*quantile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, .9), 9.1, 1e-12);
}
