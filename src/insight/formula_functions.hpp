// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of formulas: how each is written, and which walk over the days of a period.
// Thread: pure. Errors: none.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

enum class FormulaFunction : unsigned char { If, Ratio, Share, Coalesce, Abs, Prev, Offset, PerDay, Ci, Sum, Avg, Min, Max, Median, P90 };
struct FunctionRow {
    FormulaFunction function;
    std::string_view name, signature;
    std::size_t arguments;
    bool overDays; ///< reads its argument once for each day
};
inline constexpr std::array kFunctions{
    FunctionRow{FormulaFunction::If, "if", "if(condition, then, else)", 3, false},
    FunctionRow{FormulaFunction::Ratio, "ratio", "ratio(part, whole)", 2, false},
    FunctionRow{FormulaFunction::Share, "share", "share(part, whole)", 2, false},
    FunctionRow{FormulaFunction::Coalesce, "coalesce", "coalesce(value, instead)", 2, false},
    FunctionRow{FormulaFunction::Abs, "abs", "abs(value)", 1, false},
    FunctionRow{FormulaFunction::Prev, "prev", "prev(value)", 1, false},
    FunctionRow{FormulaFunction::Offset, "offset", "offset(value, 7d)", 2, false},
    FunctionRow{FormulaFunction::PerDay, "per_day", "per_day(value)", 1, false},
    FunctionRow{FormulaFunction::Ci, "ci", "ci(value, low)", 2, false},
    FunctionRow{FormulaFunction::Sum, "sum", "sum(value)", 1, true},
    FunctionRow{FormulaFunction::Avg, "avg", "avg(value)", 1, true},
    FunctionRow{FormulaFunction::Min, "min", "min(value)", 1, true},
    FunctionRow{FormulaFunction::Max, "max", "max(value)", 1, true},
    FunctionRow{FormulaFunction::Median, "median", "median(value)", 1, true},
    FunctionRow{FormulaFunction::P90, "p90", "p90(value)", 1, true}};
[[nodiscard]] const FunctionRow *formulaFunction(std::string_view name);

/// Of `names`, the one nearest to what was typed; empty when none is near.
[[nodiscard]] std::string nearestName(std::string_view typed, const std::vector<std::string> &names);

} // namespace vigie::insight
