// SPDX-License-Identifier: GPL-3.0-or-later
// What repeats, by the rules of RFC 5545 (libical), on the wall of a place: 09:00 stays 09:00 whatever the clocks do.
// Thread: pure functions. Errors: InvalidInput (not a rule, oftener than once a day, ends before it begins).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie::plan {

/// The rules that a person chooses by hand; others are kept and followed as they are written.
struct Repeat {
    enum class Every : std::uint8_t { Day, Week, Month, Year } every = Every::Week;
    int interval = 1;
    std::vector<int> weekdays;           ///< Week, and Month with `nth`: 1 is Monday; empty: the weekday it begins on
    int nth = 0;                         ///< Month: 1 to 4 or -1 (the last) of the weekday; 0: the same day of the month
    std::optional<int> count;            ///< so many times in all
    std::optional<std::int32_t> until;   ///< the last day, in days since 1970-01-01

    friend bool operator==(const Repeat &, const Repeat &) = default;
};

[[nodiscard]] std::string toRule(const Repeat &repeat);
/// None for a rule that says more than a Repeat can.
[[nodiscard]] std::optional<Repeat> repeatFrom(const std::string &rule);
Result<void> checkRule(const std::string &rule);
/// In [from, to), in order, at most `limit`. The rule counts from `start`, which is an occurrence only if the rule says so.
Result<std::vector<WallTime>> occurrences(const std::string &rule, const WallTime &start, const WallTime &from, const WallTime &to, std::size_t limit = 1000);
/// The same rule for an anchor that moved by whole days. InvalidInput for one that names days of the month.
Result<std::string> shiftedRule(const std::string &rule, int days);
/// The same rule with nothing after this day.
Result<std::string> endedRule(const std::string &rule, std::int32_t lastDay);

} // namespace vigie::plan
