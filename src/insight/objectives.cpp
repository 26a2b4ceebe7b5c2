// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/objectives.hpp>

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

constexpr std::int32_t kMostPoints = 60, kWeek = 7, kUndatedWeeks = 26, kFirstDays = 7, kMostMissed = 92;

bool sums(const Indicator &indicator)
{
    return indicator.span == IndicatorSpan::Since || indicator.span == IndicatorSpan::UntilDue;
}

/// Whole days only: a sum is of the days before the one it is kept on.
std::optional<Period> seenFrom(const Indicator &indicator, std::optional<std::int32_t> due, std::int32_t day)
{
    return periodAt(indicator, due, sums(indicator) ? day - 1 : day);
}

CurvePoint pointOf(const IndicatorResult &result, std::int32_t day)
{
    CurvePoint point{day, result.value, std::nullopt, result.version, true};
    if (result.low && result.high)
        point.interval = Interval{*result.low, *result.high};
    return point;
}

} // namespace

/// What every standing of one reading needs.
struct ObjectiveReader::Ground {
    std::int32_t today = 0;
    FormulaNames names;
    QueryId brand;
    std::vector<Objective> objectives;

    [[nodiscard]] std::optional<std::int32_t> dueOf(const Indicator &indicator) const
    {
        if (indicator.due)
            return indicator.due;
        auto at = indicator.objective;
        for (int depth = 0; at && depth <= kMaxObjectiveDepth; ++depth) {
            const auto found = std::find_if(objectives.begin(), objectives.end(), [at](const Objective &one) { return one.id == at; });
            if (found == objectives.end())
                break;
            if (found->due)
                return found->due;
            at = found->parent;
        }
        return std::nullopt;
    }
    [[nodiscard]] FigureScope scopeOf(const Indicator &indicator) const
    {
        FigureScope scope;
        scope.query = indicator.query ? indicator.query : brand;
        return scope;
    }
};

Result<FormulaNames> formulaNames(store::Tx &tx)
{
    FormulaNames names;
    VIGIE_TRY(const auto queries, store::Queries(tx).all());
    for (const auto &query : queries)
        names.queries.emplace_back(query.name, query.id);
    VIGIE_TRY(const auto tags, store::Queries(tx).tags());
    for (const auto &tag : tags)
        names.tags.emplace_back(tag.name, tag.id);
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all(true));
    for (const auto &account : accounts)
        if (std::find(names.networks.begin(), names.networks.end(), account.connector) == names.networks.end())
            names.networks.push_back(account.connector);
    return names;
}

Result<FigureScope> indicatorScope(store::Tx &tx, const Indicator &indicator)
{
    FigureScope scope;
    scope.query = indicator.query;
    if (scope.query)
        return scope;
    VIGIE_TRY(const auto queries, store::Queries(tx).all());
    for (const auto &query : queries)
        if (query.role == QueryRole::Brand && !scope.query)
            scope.query = query.id;
    return scope;
}

Result<std::int32_t> workspaceToday(store::Tx &tx)
{
    VIGIE_TRY(const auto zone, store::Settings(tx).get("workspace.zone"));
    return localDay(tx.now(), zone.value_or("UTC"));
}

Result<ObjectiveReader::Ground> ObjectiveReader::ground()
{
    Ground ground;
    VIGIE_TRY(ground.today, workspaceToday(tx_));
    VIGIE_TRY(ground.names, formulaNames(tx_));
    VIGIE_TRY(const auto brand, indicatorScope(tx_, {}));
    ground.brand = brand.query;
    VIGIE_TRY(ground.objectives, store::Objectives(tx_).all());
    return ground;
}

Result<IndicatorStanding> ObjectiveReader::standing(const Ground &ground, const Indicator &indicator)
{
    IndicatorStanding out;
    out.indicator = indicator;
    out.due = ground.dueOf(indicator);
    out.path = {{}, {}, indicator.target, indicator.startValue, indicator.direction, indicator.start, ground.today, out.due, sums(indicator)};
    auto formula = checkFormula(indicator.formula, ground.names);
    if (!formula) {
        out.wrong = std::move(formula.error());
        out.answer = judge(out.path);
        return out;
    }
    out.value.unit = formula->unit();
    const auto scope = ground.scopeOf(indicator);
    out.period = periodAt(indicator, out.due, ground.today);
    if (out.period) {
        VIGIE_TRY(out.value, evaluate(*formula, scope, *out.period, figures_));
    }
    out.path.value = out.value.value;
    out.path.interval = out.value.interval;
    out.path.sums = sums(indicator) && formula->root.type.additive;
    if (indicator.target && !indicator.startValue) {
        if (out.path.sums) {
            out.path.startValue = 0;
        } else {
            const auto first = sums(indicator) ? Period{indicator.start, indicator.start + kFirstDays} : periodAt(indicator, out.due, indicator.start).value_or(Period{});
            VIGIE_TRY(const auto began, evaluate(*formula, scope, first, figures_));
            out.path.startValue = began.value;
        }
    }
    out.answer = judge(out.path);
    return out;
}

Result<IndicatorStanding> ObjectiveReader::standing(IndicatorId id)
{
    VIGIE_TRY(const auto known, ground());
    VIGIE_TRY(const auto indicator, store::Objectives(tx_).indicator(id));
    return standing(known, indicator);
}

Result<ObjectiveTree> ObjectiveReader::tree()
{
    VIGIE_TRY(const auto known, ground());
    VIGIE_TRY(const auto indicators, store::Objectives(tx_).indicators());
    ObjectiveTree out;
    out.today = known.today;
    std::vector<IndicatorStanding> standings;
    for (const auto &one : indicators) {
        VIGIE_TRY(auto standing, standing(known, one));
        standings.push_back(std::move(standing));
    }
    for (const auto &one : standings)
        if (one.isCuriosity())
            out.curiosities.push_back(one);
    const auto under = [&](const auto &self, ObjectiveId parent, int depth) -> std::vector<ObjectiveStanding> {
        std::vector<ObjectiveStanding> all;
        for (const auto &objective : known.objectives) {
            if (objective.parent != parent || depth > kMaxObjectiveDepth)
                continue;
            ObjectiveStanding one{objective, ObjectiveState::NoData, self(self, objective.id, depth + 1), {}};
            std::vector<ObjectiveState> states;
            for (const auto &child : one.children)
                states.push_back(child.state);
            for (const auto &standing : standings)
                if (standing.indicator.objective == objective.id) {
                    one.indicators.push_back(standing);
                    states.push_back(standing.answer.state);
                }
            one.state = worst(states);
            all.push_back(std::move(one));
        }
        return all;
    };
    out.objectives = under(under, ObjectiveId{}, 1);
    return out;
}

Result<IndicatorCurve> ObjectiveReader::curve(IndicatorId id)
{
    VIGIE_TRY(const auto known, ground());
    store::Objectives objectives(tx_);
    VIGIE_TRY(const auto indicator, objectives.indicator(id));
    IndicatorCurve out;
    VIGIE_TRY(out.standing, standing(known, indicator));
    VIGIE_TRY(out.versions, objectives.versions(id));
    VIGIE_TRY(out.actions, objectives.actions(id));
    VIGIE_TRY(const auto results, objectives.results(id));
    const auto shift = sums(indicator) ? 1 : 0; // a sum is of the day it is seen on, a week of the days before
    for (const auto &result : results)
        if (result.version != indicator.version)
            out.earlier.push_back(pointOf(result, result.toDay - shift));
    const auto formula = checkFormula(indicator.formula, known.names);
    if (!formula)
        return out;
    const auto scope = known.scopeOf(indicator);
    const auto last = indicator.span == IndicatorSpan::UntilDue && out.standing.due ? std::min(known.today, *out.standing.due) : known.today;
    const auto first = std::max(indicator.start, last - kUndatedWeeks * 2 * kWeek);
    const auto days = std::max(0, last - first);
    const auto step = days < kMostPoints ? 1 : (days / kMostPoints / kWeek + 1) * kWeek;
    for (auto day = last - days / step * step; day <= last; day += step) {
        const auto period = periodAt(indicator, out.standing.due, day);
        if (!period)
            continue;
        VIGIE_TRY(const auto value, evaluate(*formula, scope, *period, figures_));
        out.points.push_back({day, value.value, value.interval, indicator.version, false});
    }
    return out;
}

Result<std::optional<ObjectiveReader::Measured>> ObjectiveReader::measured(const Ground &ground, const Indicator &indicator, const IndicatorVersion &version, const Period &period)
{
    const auto formula = checkFormula(version.formula, ground.names);
    if (!formula)
        return std::optional<Measured>();
    VIGIE_TRY(const auto value, evaluate(*formula, ground.scopeOf(indicator), period, figures_));
    IndicatorResult result{version.version, period.fromDay, period.toDay, value.value, {}, {}, value.n, {}};
    if (value.interval) {
        result.low = value.interval->low;
        result.high = value.interval->high;
    }
    return std::optional(Measured{indicator.id, result});
}

Result<std::vector<ObjectiveReader::Measured>> ObjectiveReader::measure()
{
    VIGIE_TRY(const auto known, ground());
    VIGIE_TRY(const auto indicators, store::Objectives(tx_).indicators());
    std::vector<Measured> out;
    for (const auto &indicator : indicators) {
        const auto period = seenFrom(indicator, known.dueOf(indicator), known.today);
        if (!period)
            continue;
        VIGIE_TRY(auto one, measured(known, indicator, {indicator.version, indicator.formula, {}}, *period));
        if (one)
            out.push_back(std::move(*one));
    }
    return out;
}

Result<std::vector<ObjectiveReader::Measured>> ObjectiveReader::missed(std::size_t most)
{
    VIGIE_TRY(const auto known, ground());
    VIGIE_TRY(const auto zone, store::Settings(tx_).get("workspace.zone"));
    store::Objectives objectives(tx_);
    VIGIE_TRY(const auto indicators, objectives.indicators());
    std::vector<Measured> out;
    for (const auto &indicator : indicators) {
        VIGIE_TRY(const auto results, objectives.results(indicator.id));
        VIGIE_TRY(const auto versions, objectives.versions(indicator.id));
        std::set<std::int32_t> kept;
        for (const auto &result : results)
            kept.insert(result.toDay);
        for (auto day = kept.empty() ? known.today : std::max(*kept.begin() + 1, known.today - kMostMissed); day <= known.today && out.size() < most; ++day) {
            const auto period = seenFrom(indicator, known.dueOf(indicator), day);
            if (!period || !kept.insert(period->toDay).second) // what was due stands still: its last value is kept once
                continue;
            IndicatorVersion formula{indicator.version, indicator.formula, {}};
            if (day < known.today) {
                VIGIE_TRY(const auto begin, dayStart(day, zone.value_or("UTC")));
                for (const auto &version : versions)
                    if (version.since <= begin || &version == &versions.front())
                        formula = version;
            }
            VIGIE_TRY(auto one, measured(known, indicator, formula, *period));
            if (one)
                out.push_back(std::move(*one));
        }
    }
    return out;
}

Result<SavedIndicator> ObjectiveDesk::save(Indicator indicator)
{
    VIGIE_TRY(const auto names, formulaNames(tx_));
    const auto formula = checkFormula(indicator.formula, names);
    if (!formula)
        return fail(toError(formula.error()));
    indicator.formula = formula->source;
    store::Objectives objectives(tx_);
    if (indicator.id) {
        VIGIE_TRY(const auto before, objectives.indicator(indicator.id));
        if (before.formula != indicator.formula) {
            VIGIE_TRY(const auto measured, ObjectiveReader(tx_, figures_).measure());
            for (const auto &one : measured)
                if (one.indicator == indicator.id)
                    VIGIE_CHECK(objectives.keep(one.indicator, one.result));
        }
    }
    SavedIndicator saved;
    VIGIE_TRY(saved.step, objectives.begin(indicator.id ? "change" : "add"));
    VIGIE_TRY(saved.id, objectives.save(indicator));
    return saved;
}

} // namespace vigie::insight
