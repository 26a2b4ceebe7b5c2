// SPDX-License-Identifier: GPL-3.0-or-later
// A report as tables: what CSV, XLSX and ODS hold, told once. Values stay numbers; words are the report's language.
// Thread: pure. Errors: none.
#pragma once

#include "insight/report/words.hpp"

#include <string>
#include <variant>
#include <vector>

namespace vigie::insight {

/// A day of the calendar.
struct SheetDay {
    std::int32_t day = 0;
};
/// Nothing, words, a number with its decimals, or a day.
struct SheetNumber {
    double value = 0;
    int decimals = 0;
};
using SheetCell = std::variant<std::monostate, std::string, SheetNumber, SheetDay>;

struct Sheet {
    std::string name;                    ///< at most 31 characters, without []:*?/\ (Excel)
    std::vector<std::string> columns;
    std::vector<double> widths;          ///< in characters
    std::vector<std::vector<SheetCell>> rows;
};
/// Figures, days, panel, members, definitions, about: those that have rows.
[[nodiscard]] std::vector<Sheet> sheetsOf(const Report &report, const ReportWords &words);
[[nodiscard]] SheetCell numberOr(const std::optional<double> &value, int decimals);

} // namespace vigie::insight
