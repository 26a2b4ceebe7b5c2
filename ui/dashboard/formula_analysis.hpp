// SPDX-License-Identifier: GPL-3.0-or-later
// What the field of a formula shows as it is typed. It speaks to the same field as queries do, in the same terms.
// Thread: any.
#pragma once

#include "ui/query/query_analysis.hpp"

#include <vigie/insight/formula.hpp>

#include <QString>

#include <optional>
#include <vector>

namespace vigie::ui {

struct FormulaAnalysis {
    QString source;
    std::vector<QueryStretch> stretches;
    std::vector<QueryChoice> choices;              ///< for the place asked about
    std::optional<insight::FormulaError> mistake;
    int faultBegin = 0, faultLength = 0;           ///< of the mistake, in UTF-16 units; at least one letter where there is one
    std::optional<insight::TypedFormula> formula;  ///< none when it is wrong
    QString about;                                 ///< what stands at the cursor: its name and definition
};
/// `cursor`: in UTF-16 units. `typing`: completions are wanted there.
[[nodiscard]] FormulaAnalysis analyseFormula(const QString &source, int cursor, bool typing, const insight::FormulaNames &names);

} // namespace vigie::ui
