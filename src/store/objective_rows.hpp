// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of objectives as values and as JSON of steps.
// Thread: inside a store job. Errors: thrown; callers stand in guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/objective.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// Kinds of rows that steps hold: each with its table and what is kept of it, in order.
struct ObjectiveRowKind {
    const char *name, *table;
    std::vector<const char *> columns;
};
[[nodiscard]] const ObjectiveRowKind &objectiveRowKind(std::string_view name);
/// The row as JSON, `removed` among it. None: there is no such row.
[[nodiscard]] std::optional<std::string> objectiveRowJson(Session &session, const ObjectiveRowKind &kind, std::int64_t id);
void writeObjectiveRow(Session &session, const ObjectiveRowKind &kind, std::int64_t id, const std::string &json);

[[nodiscard]] std::vector<Objective> loadObjectives(Session &session, const std::string &where, std::vector<Bound> values);
[[nodiscard]] std::vector<Indicator> loadIndicators(Session &session, const std::string &where, std::vector<Bound> values);
[[nodiscard]] std::vector<IndicatorAction> loadActions(Session &session, IndicatorId id);

} // namespace vigie::store
