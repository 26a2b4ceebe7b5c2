// SPDX-License-Identifier: GPL-3.0-or-later
// How far objectives are: each indicator's value, the path from where it began to its target, and what is said of it.
//
// Path: a straight line from the start value on the first day to the target at the end of the due day. Reached: the value is at
// the target or beyond. Late: the due day is over, or even the better end of the 95 % interval falls short of the path (without
// an interval: short by more than a tenth of the whole way). At risk: short of the path, but not late. On track: neither.
// Sums that must stay low (at most so many until due) are reached when the due day is over, and late once they are above.
// Without a due day the path stays at the start value. docs/objectives.md.
// Thread: pure; ObjectiveReader and ObjectiveDesk inside a store job. Errors: Storage..., NotFound, InvalidInput (formula).
#pragma once

#include <vigie/insight/formula_value.hpp>
#include <vigie/store/objectives.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

enum class ObjectiveState : std::uint8_t { NoData, Watched, Reached, OnTrack, AtRisk, Late }; ///< Watched: it has no target
[[nodiscard]] const char *toString(ObjectiveState state) noexcept; ///< "no_data", "watched", "reached", "on_track", "at_risk", "late"
/// Of several: the worst that is known.
[[nodiscard]] ObjectiveState worst(const std::vector<ObjectiveState> &states);

struct PathQuestion {
    std::optional<double> value;
    std::optional<Interval> interval;
    std::optional<double> target, startValue;  ///< no start value: the path stands at the target
    IndicatorDirection direction = IndicatorDirection::AtLeast;
    std::int32_t start = 0, today = 0;
    std::optional<std::int32_t> due;
    bool sums = false;                         ///< what grows by itself from the start on
};
struct PathAnswer {
    ObjectiveState state = ObjectiveState::NoData;
    std::optional<double> expected;            ///< the path today
};
[[nodiscard]] PathAnswer judge(const PathQuestion &question);
/// Of the path at the beginning of a day.
[[nodiscard]] std::optional<double> pathAt(const PathQuestion &question, std::int32_t day);
/// The days one value is of, seen from a day; none: it had not begun.
[[nodiscard]] std::optional<Period> periodAt(const vigie::Indicator &indicator, std::optional<std::int32_t> due, std::int32_t day);

struct IndicatorStanding {
    vigie::Indicator indicator;                ///< not insight::Indicator, a figure of the one-page dashboard
    std::optional<FormulaError> wrong;         ///< the formula no longer reads: a query or tag was renamed
    std::optional<std::int32_t> due;           ///< its own, else that of the nearest objective above
    std::optional<Period> period;
    FormulaValue value;
    PathQuestion path;
    PathAnswer answer;
    [[nodiscard]] bool isCuriosity() const { return !indicator.objective; }
};
struct ObjectiveStanding {
    Objective objective;
    ObjectiveState state = ObjectiveState::NoData;
    std::vector<ObjectiveStanding> children;
    std::vector<IndicatorStanding> indicators;
};
struct ObjectiveTree {
    std::int32_t today = 0;
    std::vector<ObjectiveStanding> objectives;
    std::vector<IndicatorStanding> curiosities;
};

struct CurvePoint {
    std::int32_t day = 0;                      ///< seen from the beginning of this day
    std::optional<double> value;
    std::optional<Interval> interval;
    int version = 0;                           ///< of the formula
    bool kept = false;                         ///< worked out then, not now
};
struct IndicatorCurve {
    IndicatorStanding standing;
    std::vector<CurvePoint> points;            ///< of the formula of today, by day
    std::vector<CurvePoint> earlier;           ///< kept results of earlier versions, by day
    std::vector<IndicatorVersion> versions;
    std::vector<IndicatorAction> actions;
};

/// Queries, tags and networks that formulas of this workspace may name.
[[nodiscard]] Result<FormulaNames> formulaNames(store::Tx &tx);
/// What an indicator's figures are narrowed to: its query, failing that the brand's.
[[nodiscard]] Result<FigureScope> indicatorScope(store::Tx &tx, const vigie::Indicator &indicator);
/// The workspace's day now.
[[nodiscard]] Result<std::int32_t> workspaceToday(store::Tx &tx);

class ObjectiveReader {
public:
    ObjectiveReader(store::Tx &tx, FigureSource &figures) : tx_(tx), figures_(figures) {}
    Result<ObjectiveTree> tree();
    Result<IndicatorStanding> standing(IndicatorId id);
    /// At most 60 points, worked out from the rows that are here now; of earlier versions what was kept.
    Result<IndicatorCurve> curve(IndicatorId id);
    /// The values of the last whole days of everything, to be kept.
    struct Measured {
        IndicatorId indicator;
        IndicatorResult result;
    };
    Result<std::vector<Measured>> measure();
    /// The same of the days since the first that was kept on which nothing was, each under the formula of that day; at most `most`
    /// values and 92 days back. None: nothing is missing. Of what was never kept, the last whole days only.
    Result<std::vector<Measured>> missed(std::size_t most);

private:
    struct Ground;
    Result<Ground> ground();
    /// None: the formula no longer reads.
    Result<std::optional<Measured>> measured(const Ground &ground, const vigie::Indicator &indicator, const IndicatorVersion &formula, const Period &period);
    Result<IndicatorStanding> standing(const Ground &ground, const vigie::Indicator &indicator);
    store::Tx &tx_;
    FigureSource &figures_;
};

struct SavedIndicator {
    IndicatorId id;
    store::ObjectiveStepId step;               ///< what takes it back
};
/// Changes that must hold together; each is one step that store::Objectives::undo() takes back.
class ObjectiveDesk {
public:
    ObjectiveDesk(store::Tx &tx, FigureSource &figures) : tx_(tx), figures_(figures) {}
    /// Checks the formula and keeps it in its canonical form. When it is another one, the value of the last whole days under the
    /// old one is kept first.
    Result<SavedIndicator> save(vigie::Indicator indicator);

private:
    store::Tx &tx_;
    FigureSource &figures_;
};

} // namespace vigie::insight
