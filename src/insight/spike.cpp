// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/spike.hpp>

#include "insight/spike_rhythm.hpp"
#include "insight/spike_tail.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::size_t kShort = 6;           ///< stretches of the second, calmer look
constexpr int kGapSteps = 6;                ///< a longer time without a stretch is a time that was not read
constexpr double kLetGo = 0.2;              ///< of `quiet`: how soon the raised bar comes down after it
constexpr std::chrono::hours kTired{96};    ///< how soon an alert no longer weighs on the next

/// The noise of counts is the same at any level on this scale (Anscombe 1948); below zero it is mirrored.
double evenNoise(double count)
{
    return count < 0 ? -2 * std::sqrt(0.375 - count) : 2 * std::sqrt(count + 0.375);
}

/// Of both looks, nearer to the one that finds it stranger: a lone point counts less than a swell that begins with a jump, but
/// what one look finds very strange needs little of the other.
double together(double look, double calmLook)
{
    return std::cbrt((look * look * look + calmLook * calmLook * calmLook) / 2);
}

} // namespace

struct SpikeDetector::Impl {
    explicit Impl(const SpikeOptions &wanted)
        : options(wanted), up(wanted.memory), upShort(wanted.memory), down(wanted.memory), downShort(wanted.memory)
    {
    }

    SpikeOptions options;
    SpikeRhythm rhythm;
    SpikeTail up, upShort, down, downShort;
    std::deque<double> recent;
    std::optional<Instant> last, rangAt;
    double rangWith = 0, alerts = 0; ///< of the last days, each the lighter the longer ago: as of rangAt

    double shortMean(double deviation)
    {
        recent.push_back(deviation);
        if (recent.size() > kShort)
            recent.pop_front();
        double sum = 0;
        for (const double one : recent)
            sum += one;
        return sum / static_cast<double>(recent.size());
    }

    [[nodiscard]] double bar(Instant at) const
    {
        if (!rangAt)
            return options.rarity;
        const double tired = options.fatigue * alertsAt(at);
        const double since = std::chrono::duration<double>(at - *rangAt) / std::chrono::duration<double>(options.quiet);
        if (since < 1)
            return std::max(options.rarity, rangWith + options.growth) + tired;
        return options.rarity + std::max(0.0, rangWith - options.rarity) * std::exp(-(since - 1) / kLetGo) + tired;
    }

    [[nodiscard]] double alertsAt(Instant at) const
    {
        return rangAt ? alerts * std::exp(-(std::chrono::duration<double>(at - *rangAt) / std::chrono::duration<double>(kTired))) : 0;
    }

    void ring(Instant at, double rarity)
    {
        alerts = alertsAt(at) + 1;
        rangAt = at;
        rangWith = rarity;
    }
};

SpikeDetector::SpikeDetector(const SpikeOptions &options) : impl_(std::make_unique<Impl>(options)) {}
SpikeDetector::SpikeDetector(SpikeDetector &&) noexcept = default;
SpikeDetector &SpikeDetector::operator=(SpikeDetector &&) noexcept = default;
SpikeDetector::~SpikeDetector() = default;

SpikeVerdict SpikeDetector::add(const SpikeStep &step)
{
    auto &in = *impl_;
    const std::chrono::duration<double> stretch(24 * 3600 / in.rhythm.stepsPerDay());
    if (in.last && step.at - *in.last > stretch * kGapSteps) {
        in.rhythm.forgetLately();
        in.recent.clear();
    }
    in.last = step.at;
    const double level = evenNoise(step.count);
    const double deviation = level - in.rhythm.expect(step, level);
    const double calm = in.shortMean(deviation);
    double rarity = together(in.up.rarity(deviation), in.upShort.rarity(calm));
    in.up.add(deviation);
    in.upShort.add(calm);
    if (in.options.falls) {
        rarity = std::max(rarity, together(in.down.rarity(-deviation), in.downShort.rarity(-calm)));
        in.down.add(-deviation);
        in.downShort.add(-calm);
    }
    in.rhythm.learn(step, level);
    SpikeVerdict verdict{rarity, rarity >= in.bar(step.at)};
    if (verdict.rings)
        in.ring(step.at, rarity);
    return verdict;
}

} // namespace vigie::insight
