// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a file into the library: first what would happen, then, by the person's decision, as one undoable action.
// Thread: planImport is pure; applyImport inside a store job. Errors: InvalidInput, Storage...
#pragma once

#include <vigie/model/answer.hpp>
#include <vigie/model/answer_row.hpp>
#include <vigie/store/store.hpp>

#include <span>
#include <string>
#include <vector>

namespace vigie::desk {

struct ImportStep {
    enum class What : std::uint8_t { Add, Change, Same, Skip } what = What::Skip;
    std::int64_t line = 0;
    std::string keyword;
    /// Skip: "no-keyword", "no-text", "variables", "date", "validity", "twice", or the fault of the line.
    std::string reason;
    std::vector<AnswerField> changed; ///< Change
    AnswerId answer;                  ///< Change, Same
    AnswerText text;                  ///< as it would be
};
struct ImportPlan {
    std::vector<ImportStep> steps;    ///< one per line
    [[nodiscard]] int count(ImportStep::What what) const;
};

/// Writes nothing. Days may be written 2026-05-03 or 03/05/2026.
[[nodiscard]] ImportPlan planImport(std::span<const Answer> library, std::span<const AnswerRow> rows);
/// Plans again against the library of now and carries it out, under one undoable action ("answer_import").
Result<ImportPlan> applyImport(store::Tx &tx, std::span<const AnswerRow> rows, const std::string &who);

} // namespace vigie::desk
