// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/spike_tail.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::size_t kLeastToJudge = 50, kLeastToFit = 20, kLeastInTail = 5, kFitAlwaysBelow = 200;
constexpr double kTailShare = 0.02;
constexpr double kLeastExcess = 2.25; ///< of the spread between median and ninth tenth: a tail of equal values is not a wall
constexpr double kSmallest = 1e-9;
constexpr int kFitEvery = 24;

} // namespace

double SpikeTail::rarity(double deviation) const
{
    if (sorted_.size() < kLeastToJudge || deviation <= from_)
        return 0;
    return -std::log10(share_) + (deviation - from_) / excess_ / std::log(10.0);
}

void SpikeTail::add(double deviation)
{
    sorted_.insert(std::upper_bound(sorted_.begin(), sorted_.end(), deviation), deviation);
    order_.push_back(deviation);
    if (order_.size() > memory_) {
        sorted_.erase(std::lower_bound(sorted_.begin(), sorted_.end(), order_.front()));
        order_.pop_front();
    }
    if (++sinceFit_ >= kFitEvery || sorted_.size() < kFitAlwaysBelow)
        fit();
}

void SpikeTail::fit()
{
    sinceFit_ = 0;
    const auto size = sorted_.size();
    if (size < kLeastToFit)
        return;
    const auto tail = std::min(std::max(kLeastInTail, static_cast<std::size_t>(kTailShare * static_cast<double>(size))), size - 1);
    from_ = sorted_[size - tail - 1];
    double sum = 0;
    for (auto at = size - tail; at < size; ++at)
        sum += sorted_[at] - from_;
    const double spread = sorted_[size * 9 / 10] - sorted_[size / 2];
    excess_ = std::max({sum / static_cast<double>(tail), spread * kLeastExcess, kSmallest});
    share_ = static_cast<double>(tail) / static_cast<double>(size);
}

} // namespace vigie::insight
