// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/rating_column.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace vigie::connect {

namespace {

constexpr std::array<std::pair<RatingScale, const char *>, kRatingScales.size()> kScaleNames{{{RatingScale::Detect, "detect"},
                                                                                          {RatingScale::Stars, "5"},
                                                                                          {RatingScale::Ten, "10"},
                                                                                          {RatingScale::Twenty, "20"},
                                                                                          {RatingScale::Hundred, "100"},
                                                                                          {RatingScale::One, "1"},
                                                                                          {RatingScale::Thumbs, "thumbs"}}};
constexpr std::array kByBest{RatingScale::Stars, RatingScale::Ten, RatingScale::Twenty, RatingScale::Hundred};
constexpr std::int64_t kOneSlipIn = 200;

double bestOf(RatingScale scale)
{
    switch (scale) {
    case RatingScale::Stars: return 5;
    case RatingScale::Ten: return 10;
    case RatingScale::Twenty: return 20;
    case RatingScale::Hundred: return 100;
    case RatingScale::One:
    case RatingScale::Thumbs: return 1;
    case RatingScale::Detect: break;
    }
    return 0;
}

} // namespace

const char *toString(RatingScale scale) noexcept
{
    for (const auto &name : kScaleNames)
        if (name.first == scale)
            return name.second;
    return "detect";
}

std::optional<RatingScale> ratingScaleOf(std::string_view name) noexcept
{
    for (const auto &one : kScaleNames)
        if (name == one.second)
            return one.first;
    return std::nullopt;
}

namespace file {

void RatingColumn::add(const std::string &cell)
{
    const auto read = readRatingCell(cell);
    if (!read) {
        unread_ += cell.find_first_not_of(" \t") != std::string::npos ? 1 : 0;
        return;
    }
    if (read->outOf > 0) {
        ++own_;
        ownBeyond_ += read->value < 0 || read->value > read->outOf ? 1 : 0;
        return;
    }
    const double value = read->value;
    ++numbers_;
    lowest_ = numbers_ == 1 ? value : std::min(lowest_, value);
    minusOnes_ += value == -1 ? 1 : 0;
    zeros_ += value == 0 ? 1 : 0;
    ones_ += value == 1 ? 1 : 0;
    if (value < 0) {
        ++below_;
        return;
    }
    least_ = std::exchange(any_, true) ? std::min(least_, value) : value;
    aboveOne_ += value > 1 ? 1 : 0;
    parts_ += value < 1 && std::fmod(value, 0.5) != 0 ? 1 : 0;
    const auto place = static_cast<std::size_t>(std::find_if(kBest.begin(), kBest.end(), [&](double best) { return value <= best; }) - kBest.begin());
    ++within_[place];
    highest_[place] = std::max(highest_[place], value);
}

std::int64_t RatingColumn::beyond(double best) const
{
    std::int64_t count = below_;
    for (std::size_t i = 0; i < within_.size(); ++i)
        count += i == kBest.size() || kBest[i] > best ? within_[i] : 0;
    return count;
}

RatingReading RatingColumn::detected() const
{
    RatingReading reading;
    if (numbers_ == 0)
        return reading;
    const bool ways = minusOnes_ + zeros_ + ones_ == numbers_;
    if (ways && (minusOnes_ > 0 || (zeros_ > 0 && ones_ > 0))) {
        reading.scale = RatingScale::Thumbs;
        reading.reason = RatingReading::Reason::TwoWays;
        return reading;
    }
    if (aboveOne_ == 0 && below_ == 0 && parts_ > 0) {
        reading.scale = RatingScale::One;
        reading.reason = RatingReading::Reason::Shares;
        return reading;
    }
    reading.reason = RatingReading::Reason::Highest;
    for (std::size_t i = 0; i < kBest.size(); ++i)
        if (beyond(kBest[i]) - below_ <= numbers_ / kOneSlipIn) {
            reading.scale = kByBest[i];
            return reading;
        }
    reading.scale = RatingScale::Detect;
    reading.reason = RatingReading::Reason::TooHigh;
    return reading;
}

RatingReading RatingColumn::reading(RatingScale given) const
{
    auto reading = given == RatingScale::Detect ? detected() : RatingReading{given, RatingReading::Reason::Given};
    reading.numbers = numbers_;
    reading.own = own_;
    reading.unread = unread_;
    reading.negative = minusOnes_ > 0;
    const double best = bestOf(reading.scale);
    if (reading.scale == RatingScale::Thumbs) {
        reading.beyond = ownBeyond_ + numbers_ - minusOnes_ - zeros_ - ones_;
        reading.lowest = reading.negative ? -1 : zeros_ > 0 || ones_ == 0 ? 0 : 1;
        reading.highest = ones_ > 0 ? 1 : 0;
        return reading;
    }
    reading.beyond = ownBeyond_ + (reading.scale == RatingScale::Detect ? 0 : reading.scale == RatingScale::One ? aboveOne_ + below_ : beyond(best));
    reading.lowest = reading.scale == RatingScale::Detect ? lowest_ : least_;
    for (std::size_t i = 0; i < highest_.size(); ++i) // of what is within, where a few are not
        if (reading.reason != RatingReading::Reason::Highest || (i < kBest.size() && kBest[i] <= best))
            reading.highest = std::max(reading.highest, highest_[i]);
    return reading;
}

RatingValue readRating(const std::string &cell, const RatingReading &reading)
{
    const auto read = readRatingCell(cell);
    if (!read || (read->outOf == 0 && reading.scale == RatingScale::Detect))
        return {};
    const bool thumbs = read->outOf == 0 && reading.scale == RatingScale::Thumbs;
    if (thumbs) {
        if (read->value == 0 && reading.negative)
            return {}; // neither up nor down
        const bool way = read->value == 1 || read->value == 0 || read->value == -1;
        return {way ? RatingOutcome::Read : RatingOutcome::Beyond, read->value == 1 ? 1.0 : 0.0};
    }
    const double best = read->outOf > 0 ? read->outOf : bestOf(reading.scale);
    if (read->value < 0 || read->value > best)
        return {RatingOutcome::Beyond, 0};
    return {RatingOutcome::Read, read->value / best};
}

} // namespace file

} // namespace vigie::connect
