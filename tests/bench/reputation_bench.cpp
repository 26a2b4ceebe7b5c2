// SPDX-License-Identifier: GPL-3.0-or-later
// The e-reputation index and its interval, beside the bootstrap as it is written first: draw authors, look up each one's mentions
// and weigh them anew. Goal: the interval of a year of a brand's mentions within 50 ms (docs/measures.md).
// usage: bench_reputation [MENTIONS]
#include "bench/measure.hpp"

#include <vigie/base/random.hpp>
#include <vigie/insight/reputation.hpp>

#include <cmath>
#include <map>

using namespace vigie;
using namespace vigie::insight;

namespace {

constexpr double kGoalMs = 50;

/// Few people say much: author numbers by the square of a uniform draw.
std::vector<ReputationMention> year(std::int64_t count)
{
    Sequence random(9);
    const auto authors = static_cast<double>(count) / 3;
    std::vector<ReputationMention> out;
    for (std::int64_t i = 0; i < count; ++i) {
        ReputationMention one;
        const double u = random.unit();
        one.author = static_cast<std::int64_t>(u * u * authors);
        one.tone = std::round((2 * random.unit() - 1) * 100) / 100;
        one.reach = std::pow(10, 5 * random.unit());
        one.ageDays = 365 * random.unit();
        one.relay = random.below(4) == 0;
        out.push_back(one);
    }
    return out;
}

/// The interval from whole lists of mentions, the weights reckoned in each draw.
std::pair<double, double> naive(const std::vector<ReputationMention> &mentions, int draws)
{
    std::map<std::int64_t, std::vector<ReputationMention>> byAuthor;
    for (const auto &one : mentions)
        byAuthor[one.author].push_back(one);
    std::vector<const std::vector<ReputationMention> *> authors;
    for (const auto &[author, said] : byAuthor)
        authors.push_back(&said);
    Sequence random(1);
    std::vector<double> values;
    for (int draw = 0; draw < draws; ++draw) {
        double weighted = 0, weight = 10;
        for (std::size_t i = 0; i < authors.size(); ++i)
            for (const auto &one : *authors[random.below(authors.size())]) {
                const double w = std::log2(2 + one.reach) * one.sourceWeight * std::exp2(-one.ageDays / 7) * (one.relay ? 0.25 : 1);
                weighted += w * one.tone;
                weight += w;
            }
        values.push_back(100 * weighted / weight);
    }
    return {bench::percentile(values, 0.025), bench::percentile(values, 0.975)};
}

/// Milliseconds of this thread, the middle of nine runs.
double middleOf(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i)
        times.push_back(bench::threadSeconds(work) * 1000);
    return bench::percentile(times, 0.5);
}

} // namespace

int main(int argc, char **argv)
{
    const auto count = bench::itemsAsked(argc, argv, 300'000);
    const auto mentions = year(count);
    std::optional<ReputationIndex> index;
    const double middle = middleOf([&] { index = reputationIndex(mentions); });
    auto options = ReputationOptions{};
    options.draws = 1;
    const double without = middleOf([&] { (void)reputationIndex(mentions, options); });
    constexpr int kNaiveDraws = 20; // of 1,000: the others would take as long each
    std::pair<double, double> bounds;
    const double peer = bench::threadSeconds([&] { bounds = naive(mentions, kNaiveDraws); }) * 1000 * 1000 / kNaiveDraws;
    fmt::print("{} mentions, {} authors: index {:.3f} [{:.2f}, {:.2f}]\n", index->mentions, index->authors, index->value, index->interval->first, index->interval->second);
    fmt::print("  index and interval {:.1f} ms, of it the interval {:.1f} ms; goal of the interval {:.0f} ms (time of the processor)\n", middle, middle - without, kGoalMs);
    fmt::print("  naive bootstrap of 1,000 draws {:.0f} ms ({} draws taken): [{:.2f}, {:.2f}]; {:.0f} times as long\n", peer, kNaiveDraws, bounds.first, bounds.second, peer / std::max(middle, 0.001));
    bench::goal(fmt::format("interval within {:.0f} ms", kGoalMs), middle - without <= kGoalMs, count >= 100'000);
    bench::goal("at least 3 times as fast as the naive one", peer >= 3 * middle, true);
    return bench::verdict();
}
