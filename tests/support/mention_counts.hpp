// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated counts of mentions in stretches of five minutes, with the windows that the Numenta Anomaly Benchmark would draw
// around what stands out: a day and a week, slow and fast swings, counts that vary more than Poisson's, bursts of Pareto size that
// come down at once, within hours or within a day. The largest two to four for their kind of series are labelled, with noise,
// as people label; the rest stay in as what an alert must not ring for.
// Thread: pure. Errors: none. The same series for the same seed and standard library.
#pragma once

#include "support/nab.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace vigie::test {

/// Ranges that a series draws from.
struct MentionStyle {
    const char *name;
    double least, most;                 ///< mentions a stretch, in the middle of the day
    double fewBursts, manyBursts;       ///< a day
    double heavyTail, lightTail;        ///< of Pareto's law
    double labelNoise, fastSwing;
};
inline constexpr std::array<MentionStyle, 4> kMentionStyles{{{"brands", 0.4, 160, 0.2, 1.5, 0.9, 1.6, 0.5, 0.35},
                                                             {"restless brands", 0.4, 160, 1, 4, 1, 1.6, 0.5, 0.35},
                                                             {"brands without clear events", 0.4, 160, 0.5, 3, 1, 2, 0.7, 0.5},
                                                             {"small brands", 0.3, 4, 0.2, 3, 0.9, 1.6, 0.5, 0.35}}};

class MentionCounts {
public:
    MentionCounts(const MentionStyle &style, unsigned seed) : style_(style), random_(seed), base_(std::exp(between(std::log(style.least), std::log(style.most)))) {}

    nab::Series make()
    {
        nab::Series series{style_.name + std::string("/simulated"), {}, {}};
        makeRates();
        makeBursts();
        const double shape = std::exp(between(std::log(3), std::log(40)));
        for (std::size_t i = 0; i < kSteps; ++i) {
            const double mean = rates_[i] * gamma(shape) + extra_[i] * gamma(15);
            series.points.emplace_back(kBegin + kStep * static_cast<int>(i), static_cast<double>(std::poisson_distribution<long>(std::max(mean, 1e-9))(random_)));
        }
        label(series);
        return series;
    }

private:
    static constexpr std::size_t kSteps = 15'840, kDay = 288;
    static constexpr std::chrono::minutes kStep{5};
    static constexpr Instant kBegin{std::chrono::seconds{1'772'409'600}}; // 2026-03-02, a Monday
    struct Burst {
        std::size_t at;
        double standsOut;
    };

    double between(double least, double most) { return std::uniform_real_distribution<double>(least, most)(random_); }
    double normal() { return std::normal_distribution<double>()(random_); }
    double gamma(double shape) { return std::gamma_distribution<double>(shape, 1 / shape)(random_); }

    void makeRates()
    {
        const double day = between(0.3, 1), dayPhase = between(0, 2 * M_PI), half = between(0, 0.3), halfPhase = between(0, 2 * M_PI), weekend = between(0.5, 1.1);
        const double slowSwing = between(0.05, 0.3), slowSteps = between(1, 3) * kDay, fastSwing = between(0.1, style_.fastSwing), fastSteps = between(6, 36);
        double slow = 0, fast = 0;
        for (std::size_t i = 0; i < kSteps; ++i) {
            slow += slowSwing * std::sqrt(2 / slowSteps) * normal() - slow / slowSteps;
            fast += fastSwing * std::sqrt(2 / fastSteps) * normal() - fast / fastSteps;
            const double hour = static_cast<double>(i % kDay) / kDay * 2 * M_PI;
            const double rate = base_ * std::exp(day * std::sin(hour + dayPhase) + half * std::sin(2 * hour + halfPhase) + slow + fast);
            rates_.push_back(i / kDay % 7 >= 5 ? rate * weekend : rate);
        }
    }

    /// How long a burst takes to come down, in stretches: half of them are gone within a quarter of an hour.
    double fading()
    {
        const double kind = between(0, 1);
        return kind < 0.5 ? between(0.7, 3) : kind < 0.85 ? between(6, 24) : between(40, 160);
    }

    void makeBursts()
    {
        extra_.assign(kSteps, 0);
        const double aDay = std::exp(between(std::log(style_.fewBursts), std::log(style_.manyBursts)));
        const double tail = between(style_.heavyTail, style_.lightTail), scale = between(1, 3);
        for (double at = 0;;) {
            at += std::exponential_distribution<double>(aDay / kDay)(random_);
            if (at >= kSteps - 2)
                return;
            burst(static_cast<std::size_t>(at), std::min(base_ * scale * std::pow(1 - between(0, 1), -1 / tail), base_ * 400));
        }
    }

    void burst(std::size_t begin, double size)
    {
        const double fades = fading();
        if (fades > 30)
            size = std::min(size / 2, base_ * 40);
        const auto rise = between(0, 1) < 0.7 ? std::size_t{0} : static_cast<std::size_t>(between(3, 12));
        const auto peak = begin + rise;
        for (std::size_t i = begin; i < std::min(peak, kSteps); ++i)
            extra_[i] += size * static_cast<double>(i - begin + 1) / static_cast<double>(rise + 1);
        for (std::size_t i = peak; i < kSteps && static_cast<double>(i - peak) < fades * 8; ++i)
            extra_[i] += size * std::exp(-static_cast<double>(i - peak) / fades);
        bursts_.push_back({peak, size / std::sqrt((base_ + rates_[begin]) * base_) * std::pow(fades, 0.25) * std::exp(style_.labelNoise * normal())});
    }

    /// A tenth of the series is in windows, which do not overlap and lie behind the probation.
    void label(nab::Series &series)
    {
        std::sort(bursts_.begin(), bursts_.end(), [](const Burst &a, const Burst &b) { return a.standsOut > b.standsOut; });
        const auto wanted = 2 + static_cast<std::size_t>(between(0, 2.999)), width = kSteps / 10 / wanted;
        std::vector<std::size_t> picked;
        for (const auto &[at, standsOut] : bursts_) {
            const bool fits = at >= nab::probation(kSteps) + width / 2 && at + width / 2 < kSteps;
            if (picked.size() < wanted && fits
                && std::none_of(picked.begin(), picked.end(), [at = at, width](std::size_t other) { return std::max(at, other) - std::min(at, other) <= width; }))
                picked.push_back(at);
        }
        std::sort(picked.begin(), picked.end());
        for (const auto at : picked)
            series.windows.emplace_back(at - width / 2, at + width / 2);
    }

    MentionStyle style_;
    std::mt19937_64 random_;
    double base_;
    std::vector<double> rates_, extra_;
    std::vector<Burst> bursts_;
};

/// `each` series of every style.
inline std::vector<nab::Series> mentionCounts(unsigned seed, unsigned each)
{
    std::vector<nab::Series> all;
    for (std::size_t style = 0; style < kMentionStyles.size(); ++style)
        for (unsigned i = 0; i < each; ++i)
            all.push_back(MentionCounts(kMentionStyles[style], seed + static_cast<unsigned>(style) * 1000 + i).make());
    return all;
}

} // namespace vigie::test
