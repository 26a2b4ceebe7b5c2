// SPDX-License-Identifier: GPL-3.0-or-later
// Objectives, indicators, what was measured and what was done. Whatever is changed under begin() is one step that undo() takes
// back, also after a restart; the last 50 are kept. What formulas mean is the business of insight.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no name, a circle, too deep), Conflict (undo: changed since).
#pragma once

#include <vigie/model/objective.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

using ObjectiveStepId = Id<struct ObjectiveStepTag>;

class Objectives {
public:
    explicit Objectives(Tx &tx) : tx_(tx) {}

    /// By parent, then place.
    Result<std::vector<Objective>> all();
    Result<Objective> get(ObjectiveId id);
    /// By objective, then place; curiosities first.
    Result<std::vector<Indicator>> indicators();
    Result<Indicator> indicator(IndicatorId id);
    /// Oldest first.
    Result<std::vector<IndicatorVersion>> versions(IndicatorId id);
    /// By version, then day.
    Result<std::vector<IndicatorResult>> results(IndicatorId id);
    /// By day, those without one last.
    Result<std::vector<IndicatorAction>> actions(IndicatorId id);

    /// What follows is one step. `action`: "add", "change", "move", "remove", "link", "unlink".
    Result<ObjectiveStepId> begin(const std::string &action);
    /// Inserts when the id is none, at the end of its neighbours; keeps the place otherwise.
    Result<ObjectiveId> save(const Objective &objective);
    /// Another formula is another version; the results of the earlier one stay under it.
    Result<IndicatorId> save(const Indicator &indicator);
    /// Before the neighbour at `position`, 0 the first.
    Result<void> move(ObjectiveId id, ObjectiveId parent, int position);
    Result<void> move(IndicatorId id, ObjectiveId objective, int position);
    /// With everything under it.
    Result<void> remove(ObjectiveId id);
    Result<void> remove(IndicatorId id);
    Result<IndicatorActionId> link(const IndicatorAction &action);
    Result<void> unlink(IndicatorActionId id);
    /// Replaces the value of the same version and days.
    Result<void> keep(IndicatorId id, const IndicatorResult &result);

    /// Takes back the step, else the newest; its action, empty: there was none. Nothing is taken back when something of it
    /// was changed since.
    Result<std::string> undo(std::optional<ObjectiveStepId> step = {});

private:
    Tx &tx_;
    ObjectiveStepId step_;
};

} // namespace vigie::store
