// SPDX-License-Identifier: GPL-3.0-or-later
// The scale on which a file gives its ratings: one for the whole column, found by looking at all of it, or said by the
// person; so that a 4 among sevens is not read as four stars.
// Thread: any. Errors: none.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vigie::connect {

/// What a bare number is out of. A cell that says its own scale ("8/10", "80 %", four stars drawn) is read by what it says.
enum class RatingScale : std::uint8_t {
    Detect,   ///< look at the whole column
    Stars,    ///< 0 to 5, halves and tenths as they stand
    Ten,      ///< 0 to 10
    Twenty,   ///< 0 to 20
    Hundred,  ///< per cent
    One,      ///< 0 to 1
    Thumbs    ///< 1 is up; 0 or -1 is down
};
inline constexpr std::array kRatingScales{RatingScale::Detect,  RatingScale::Stars, RatingScale::Ten,   RatingScale::Twenty,
                                          RatingScale::Hundred, RatingScale::One,   RatingScale::Thumbs};
/// "detect", "5", "10", "20", "100", "1", "thumbs": as in a kept mapping and on the command line.
[[nodiscard]] const char *toString(RatingScale scale) noexcept;
[[nodiscard]] std::optional<RatingScale> ratingScaleOf(std::string_view name) noexcept;

/// What was found in the column of ratings of a whole file.
struct RatingReading {
    enum class Reason : std::uint8_t {
        Given,    ///< by the person, or by a kept mapping
        Highest,  ///< the smallest scale that holds the highest number
        Shares,   ///< nothing above 1, and parts of it that are no half stars
        TwoWays,  ///< only up and down
        TooHigh,  ///< no scale goes that far: bare numbers are no ratings until the person says of what
        NoNumbers ///< every rating says its own scale, or there is none
    };
    RatingScale scale = RatingScale::Stars; ///< never Detect, but where `reason` is TooHigh
    Reason reason = Reason::NoNumbers;
    double lowest = 0, highest = 0;         ///< of the bare numbers; of those within the scale where a few are beyond it
    std::int64_t numbers = 0;               ///< bare ones
    std::int64_t own = 0;                   ///< cells that say their own scale
    std::int64_t unread = 0;                ///< cells with something that is no rating ("n/a"): their lines have none
    std::int64_t beyond = 0;                ///< outside of the scale: their lines are not imported, reason "rating"
    bool negative = false;                  ///< down is -1, so that 0 is neither

    bool operator==(const RatingReading &) const = default;
};

} // namespace vigie::connect
