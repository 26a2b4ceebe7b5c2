// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/spike.hpp>

#include "support/nab.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <random>

using namespace vigie;
using namespace vigie::insight;
using namespace std::chrono_literals;

namespace {

constexpr int kDay = 288;                       // stretches of five minutes
const Instant kMonday = parseRfc3339("2026-03-02T00:00:00Z").value();

using Counts = std::vector<std::pair<Instant, double>>;

/// A brand that is loud by day and calm at night, with the noise of real counts.
Counts brand(int days, double perStretch, std::uint64_t seed = 11)
{
    std::mt19937_64 random(seed);
    Counts out;
    for (int i = 0; i < days * kDay; ++i) {
        const double hour = static_cast<double>(i % kDay) / 12;
        const double rate = perStretch * (1 - 0.8 * std::cos(hour * M_PI / 12));
        const double lively = std::gamma_distribution<double>(20, rate / 20)(random);
        out.emplace_back(kMonday + 5min * i, static_cast<double>(std::poisson_distribution<int>(std::max(lively, 1e-6))(random)));
    }
    return out;
}

std::vector<std::size_t> ringsOf(const Counts &counts, const SpikeOptions &options = {})
{
    SpikeDetector detector(options);
    std::vector<std::size_t> rings;
    const auto steps = localSteps(counts, "UTC");
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (detector.add(steps[i]).rings)
            rings.push_back(i);
    return rings;
}

} // namespace

TEST_CASE("what a detector says of a stretch does not change with what comes after it")
{
    auto counts = brand(6, 8);
    for (std::size_t i = 1200; i < 1230; ++i)
        counts[i].second += 90;
    const auto whole = localSteps(counts, "UTC");
    SpikeDetector all;
    std::vector<SpikeVerdict> verdicts;
    for (const auto &step : whole)
        verdicts.push_back(all.add(step));
    for (const std::size_t length : {std::size_t{60}, std::size_t{700}, std::size_t{1201}, std::size_t{1500}}) {
        SpikeDetector part;
        SpikeVerdict last;
        for (std::size_t i = 0; i < length; ++i)
            last = part.add(whole[i]);
        CHECK(last.rarity == verdicts[length - 1].rarity);
        CHECK(last.rings == verdicts[length - 1].rings);
    }
}

TEST_CASE("an event rings at once, and once")
{
    auto counts = brand(20, 10);
    const std::size_t begins = 17 * kDay + 120;
    for (std::size_t i = 0; i < 24; ++i)
        counts[begins + i].second += 150 * std::exp(-static_cast<double>(i) / 12);
    const auto rings = ringsOf(counts);
    const auto in = [&](std::size_t i) { return i >= begins && i < begins + kDay; };
    const auto first = std::find_if(rings.begin(), rings.end(), in);
    REQUIRE(first != rings.end());
    CHECK(*first <= begins + 2);
    CHECK(std::count_if(rings.begin(), rings.end(), in) <= 2);
}

TEST_CASE("the rush of every noon is no alert, the same rush at night is")
{
    auto counts = brand(28, 12);
    const auto noon = 27 * kDay + 144, night = 27 * kDay + 6;
    CHECK(std::none_of(ringsOf(counts).begin(), ringsOf(counts).end(), [&](std::size_t i) { return std::abs(static_cast<int>(i) - noon) < 24; }));
    for (int i = night; i < night + 12; ++i)
        counts[static_cast<std::size_t>(i)].second = 22; // what noon has
    const auto rings = ringsOf(counts);
    CHECK(std::any_of(rings.begin(), rings.end(), [&](std::size_t i) { return static_cast<int>(i) >= night && static_cast<int>(i) < night + 12; }));
}

TEST_CASE("nothing rings in silence, in a constant, or before anything is known")
{
    Counts flat;
    for (int i = 0; i < 10 * kDay; ++i)
        flat.emplace_back(kMonday + 5min * i, 0);
    CHECK(ringsOf(flat).empty());
    for (auto &point : flat)
        point.second = 7;
    CHECK(ringsOf(flat).empty());
    Counts young = brand(1, 5);
    young.resize(40);
    young.back().second = 5000;
    CHECK(ringsOf(young).empty());
}

TEST_CASE("a time that was not read is neither zero nor a reason to ring when reading goes on")
{
    const auto counts = brand(14, 10);
    Counts holed;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (i < 9 * kDay + 30 || i >= 9 * kDay + 170)
            holed.push_back(counts[i]);
    for (const auto ring : ringsOf(holed, {.falls = true}))
        CHECK_FALSE((holed[ring].first >= kMonday + 24h * 9 + 14h && holed[ring].first < kMonday + 24h * 9 + 16h));
}

TEST_CASE("the usual hour is that of the weekday, then that of working days")
{
    Counts counts;
    // Twelve stretches an hour: 4 each on Mondays, 6 on other days; ten in the last hour of the last Monday.
    for (int i = 0; i < 28 * kDay + 132; ++i)
        counts.emplace_back(kMonday + 5min * i, (i / kDay) % 7 == 0 ? 4 : 6);
    for (std::size_t i = counts.size() - 12; i < counts.size(); ++i)
        counts[i].second = 10;
    auto beside = hourBeside(localSteps(counts, "UTC"));
    CHECK(beside.count == 120);
    REQUIRE(beside.usual);
    CHECK(beside.usual->sameWeekday);
    CHECK(beside.usual->low == 48);
    CHECK(beside.usual->high == 48);
    CHECK(beside.usual->hours == 12); // four Mondays, at the hour and half an hour to either side
    counts.erase(counts.begin(), counts.begin() + 21 * kDay);
    counts.erase(counts.begin(), counts.begin() + kDay); // the Mondays before are gone
    beside = hourBeside(localSteps(counts, "UTC"));
    REQUIRE(beside.usual);
    CHECK_FALSE(beside.usual->sameWeekday);
    CHECK(beside.usual->low == 72);
    CHECK_FALSE(hourBeside(localSteps(std::span(counts).last(12), "UTC")).usual);
}

TEST_CASE("local time follows the clock of the place over a change of it")
{
    // Paris goes from +1 to +2 at 01:00 UTC on 2026-03-29, a Sunday.
    const auto night = parseRfc3339("2026-03-29T00:55:00Z").value();
    const auto steps = localSteps(Counts{{night, 1}, {night + 5min, 2}, {night + 24h * 5, 3}}, "Europe/Paris");
    CHECK(steps[0].minute == 115);
    CHECK(steps[1].minute == 180);
    CHECK(steps[0].weekday == 0);
    CHECK(steps[2].weekday == 5);
    CHECK(steps[2].minute == 175);
}

TEST_CASE("the scorer gives what the benchmark's definition gives by hand")
{
    nab::Series series{"x/y.csv", {}, {{40, 49}, {80, 89}}};
    for (int i = 0; i < 100; ++i)
        series.points.emplace_back(kMonday + 5min * i, 0);
    const auto &standard = nab::kProfiles[0];
    const auto scored = [&](std::initializer_list<std::size_t> at, const nab::Profile &profile) {
        std::vector<bool> rings(100, false);
        for (const auto i : at)
            rings[i] = true;
        return nab::normalised(nab::score(series, rings, profile), profile);
    };
    CHECK(nab::probation(100) == 15);
    CHECK(nab::probation(22'695) == 750);
    CHECK(scored({}, standard) == Approx(0));
    CHECK(scored({40, 80}, standard) == Approx(100));
    CHECK(scored({40, 41, 45, 80}, standard) == Approx(100)); // later ones in a window earn nothing and cost nothing
    CHECK(scored({3, 40, 80}, standard) == Approx(100));      // not judged yet
    // One false alarm far from any window costs its weight: 100 - 100 * 0.11 / 4.
    CHECK(scored({20, 40, 80}, standard) == Approx(97.25));
    CHECK(scored({20, 40, 80}, nab::kProfiles[1]) == Approx(94.5));
    CHECK(scored({20, 40, 80}, nab::kProfiles[2]) == Approx(100 - 100 * 0.11 / 6));
    // A miss: the other window alone.
    CHECK(scored({40}, standard) == Approx(50));
    // The last point of a window: position -1/10, 2 / (1 + exp(-0.5)) - 1 = 0.2449187 of 0.9866143.
    CHECK(scored({49, 80}, standard) == Approx(100 * (0.2449187 / 0.9866143 + 1 + 2) / 4).epsilon(1e-6));
    // Three points after a window of ten: 3/9 past it, 2 / (1 + exp(5/3)) - 1 = -0.6822618.
    CHECK(scored({40, 52, 80}, standard) == Approx(100 - 100 * 0.11 * 0.6822618 / 4).epsilon(1e-6));
}
