// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a proof that anybody may have written: ids, times and kinds are those there can be, or nothing is read.
// Thread: pure. Errors: InvalidInput (names the cell).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/item.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight::cell {

inline constexpr std::int64_t kHighest = std::int64_t{1} << 46; ///< id of a post

template <class Number>
Result<Number> whole(const std::string &cell, Number low, Number high)
{
    Number value{};
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || value < low || value > high)
        return fail(Errc::InvalidInput, "not such a number: " + cell);
    return value;
}

inline Result<std::int64_t> id(const std::string &cell) { return whole<std::int64_t>(cell, 1, kHighest); }
template <class Id>
Result<Id> numbered(const std::string &cell)
{
    VIGIE_TRY(const auto value, id(cell));
    return Id{value};
}

/// By its word, of all up to the last one.
template <class Enum>
Result<Enum> named(const std::string &cell, Enum last)
{
    for (int one = 0; one <= static_cast<int>(last); ++one)
        if (cell == toString(static_cast<Enum>(one)))
            return static_cast<Enum>(one);
    return fail(Errc::InvalidInput, "no such word: " + cell);
}

Result<bool> yes(const std::string &cell);
/// None: empty.
Result<std::optional<double>> number(const std::string &cell);
Result<std::optional<Instant>> instant(const std::string &cell);
/// As countsCell() writes them.
Result<std::vector<MetricValue>> counts(std::string_view cell);

} // namespace vigie::insight::cell
