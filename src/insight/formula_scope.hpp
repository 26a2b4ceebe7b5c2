// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of a metric as a scope of figures, and two scopes as one.
// Thread: pure. Errors: of filters, with their place.
#pragma once

#include <vigie/insight/formula.hpp>

#include <optional>

namespace vigie::insight {

[[nodiscard]] tl::expected<FigureScope, FormulaError> formulaScope(std::string_view source, const std::vector<FormulaFilter> &filters, const FormulaNames &names);
/// What both let through; a query named by `inner` takes the place of that of `outer`. None: nothing is let through by both.
[[nodiscard]] std::optional<FigureScope> narrowed(const FigureScope &outer, const FigureScope &inner);

} // namespace vigie::insight
