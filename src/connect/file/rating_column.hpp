// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the scale of a column of ratings from all of its cells, and reads a cell by it.
// Thread: one at a time. Errors: none.
#pragma once

#include "connect/file/rating_cell.hpp"

#include <array>

namespace vigie::connect::file {

class RatingColumn {
public:
    void add(const std::string &cell);
    /// The scale that is given stands, what is beyond it is counted; Detect: the smallest that holds the numbers. Of two hundred
    /// numbers or more, one in two hundred may lie beyond: one slip of the keyboard does not turn five stars into per cent.
    [[nodiscard]] RatingReading reading(RatingScale given) const;

private:
    [[nodiscard]] RatingReading detected() const;
    [[nodiscard]] std::int64_t beyond(double best) const;

    static constexpr std::array<double, 4> kBest{5, 10, 20, 100};
    std::array<std::int64_t, kBest.size() + 1> within_{};  ///< bare numbers by the smallest scale that holds them; last: none
    std::array<double, kBest.size() + 1> highest_{};       ///< of each of these
    std::int64_t numbers_ = 0, own_ = 0, ownBeyond_ = 0, unread_ = 0, below_ = 0, minusOnes_ = 0, zeros_ = 0, ones_ = 0, parts_ = 0, aboveOne_ = 0;
    double lowest_ = 0, least_ = 0;                        ///< with and without those below zero
    bool any_ = false;
};

enum class RatingOutcome : std::uint8_t { None, Read, Beyond };
struct RatingValue {
    RatingOutcome outcome = RatingOutcome::None;
    double share = 0; ///< 0 to 1 of the scale
};
[[nodiscard]] RatingValue readRating(const std::string &cell, const RatingReading &reading);

} // namespace vigie::connect::file
