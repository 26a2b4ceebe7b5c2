// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas and objectives by command, and what both print.
#pragma once

#include "cli/context.hpp"

#include <vigie/insight/formula_value.hpp>

namespace vigie::cli {

void addFormulaCommands(CLI::App &app, Context &context, int &code);
void addObjectiveCommands(CLI::App &app, Context &context, int &code);

/// value, unit, interval, method, n, notes.
[[nodiscard]] nlohmann::json toJson(const insight::FormulaValue &value);
/// fault, begin, end, column, sentence in that language.
[[nodiscard]] nlohmann::json toJson(const insight::FormulaError &error, const std::string &lang);
/// "12.5 count (9 to 16)"; "no data".
[[nodiscard]] std::string shown(const insight::FormulaValue &value);
[[nodiscard]] std::string shown(double value, const insight::FormulaUnit &unit);
template <class T>
[[nodiscard]] nlohmann::json orNull(const std::optional<T> &value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}
[[nodiscard]] nlohmann::json dayOrNull(const std::optional<std::int32_t> &day);

} // namespace vigie::cli
