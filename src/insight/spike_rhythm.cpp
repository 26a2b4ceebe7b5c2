// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/spike_rhythm.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::size_t kLately = 24, kLeastOfDay = 3, kLeastOfKind = 12, kMostPerSlot = 600;
constexpr std::chrono::hours kNotToday{12};
constexpr std::chrono::hours kRemember{24 * 28};
constexpr double kErrorFloor = 1e-6, kUnknownIsWorse = 1.5;
constexpr double kErrorCap = 2, kErrorMargin = 0.05;   ///< one spike does not cost a good guess its good name
constexpr double kPaceShare = 0.02, kLongestStep = 3600, kLeastPerDay = 24, kDay = 86400;

bool isWeekend(int weekday)
{
    return weekday == 0 || weekday == 6;
}

double middleOf(std::vector<double> &values)
{
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    return *half;
}

double weight(double error)
{
    return 1 / (error * error + kErrorFloor);
}

} // namespace

void SpikeRhythm::collect(const SpikeStep &step)
{
    sameTime_.clear();
    sameKind_.clear();
    const int slot = step.minute * kSlots / (24 * 60);
    for (const int beside : {slot + kSlots - 1, slot, slot + 1})
        for (const auto &past : slots_[static_cast<std::size_t>(beside % kSlots)]) {
            if (step.at - past.at < kNotToday || step.at - past.at >= kRemember)
                continue;
            sameTime_.push_back(past.level);
            if (past.weekend == isWeekend(step.weekday))
                sameKind_.push_back(past.level);
        }
}

double SpikeRhythm::expect(const SpikeStep &step, double fallback)
{
    knowsLately_ = !lately_.empty();
    middle_.assign(lately_.begin(), lately_.end());
    local_.value = knowsLately_ ? middleOf(middle_) : fallback;
    collect(step);
    knowsDay_ = sameTime_.size() >= kLeastOfDay;
    daily_.value = knowsDay_ ? middleOf(sameTime_) : local_.value;
    kind_.value = sameKind_.size() >= kLeastOfKind ? middleOf(sameKind_) : daily_.value;
    const double local = knowsLately_ || !knowsDay_ ? weight(local_.error) : 0;
    const double daily = knowsDay_ ? weight(daily_.error) : 0, kind = knowsDay_ ? weight(kind_.error) : 0;
    return (local * local_.value + daily * daily_.value + kind * kind_.value) / (local + daily + kind);
}

void SpikeRhythm::learnErrors(double level)
{
    if (!knowsLately_)
        return;
    const double most = kErrorCap * (std::min({local_.error, daily_.error, kind_.error}) + kErrorMargin);
    const auto learn = [&](Guess &guess) { guess.error += (std::min(std::abs(level - guess.value), most) - guess.error) / stepsPerDay_; };
    learn(local_);
    if (knowsDay_) {
        learn(daily_);
        learn(kind_);
    } else {
        daily_.error = kind_.error = local_.error * kUnknownIsWorse;
    }
}

void SpikeRhythm::learnPace(Instant at)
{
    if (last_ && at > *last_)
        stepSeconds_ += kPaceShare * (std::min(std::chrono::duration<double>(at - *last_).count(), kLongestStep) - stepSeconds_);
    last_ = at;
    stepsPerDay_ = std::max(kLeastPerDay, kDay / stepSeconds_);
}

void SpikeRhythm::learn(const SpikeStep &step, double level)
{
    learnPace(step.at);
    learnErrors(level);
    lately_.push_back(level);
    if (lately_.size() > kLately)
        lately_.pop_front();
    auto &slot = slots_[static_cast<std::size_t>(step.minute * kSlots / (24 * 60))];
    slot.push_back({step.at, level, isWeekend(step.weekday)});
    while (slot.size() > kMostPerSlot || step.at - slot.front().at > kRemember)
        slot.pop_front();
}

} // namespace vigie::insight
