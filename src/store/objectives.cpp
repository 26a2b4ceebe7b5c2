// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/objectives.hpp>

#include "store/objective_rows.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kKeptSteps = 50;

/// Does `work` to a row and writes down in the step how it was and how it became. No step: nothing is written down.
template <class F>
void recorded(Session &session, ObjectiveStepId step, const char *kindName, std::int64_t id, F &&work)
{
    const auto &kind = objectiveRowKind(kindName);
    const auto before = objectiveRowJson(session, kind, id);
    work();
    const auto after = objectiveRowJson(session, kind, id);
    if (step && before && after && *before != *after)
        session.exec("INSERT INTO objective_step_row(step_id, position, kind, row_id, before_json, after_json) "
                     "SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? FROM objective_step_row WHERE step_id=?",
                     step, kindName, id, *before, *after, step);
}

void setPlace(Session &session, ObjectiveStepId step, const char *kind, std::int64_t id, std::int64_t parent, int position)
{
    const bool objective = std::string_view(kind) == "objective";
    recorded(session, step, kind, id, [&] {
        session.exec(objective ? "UPDATE objective SET parent_id=?, position=? WHERE id=?" : "UPDATE indicator SET objective_id=?, position=? WHERE id=?", parent, position, id);
    });
}

/// Puts `id` among the children of `parent`, and numbers them from 0.
void place(Session &session, ObjectiveStepId step, const char *kind, std::int64_t id, std::int64_t parent, int position)
{
    const bool objective = std::string_view(kind) == "objective";
    auto children = session.column<std::int64_t>(objective ? "SELECT id FROM objective WHERE parent_id=? AND removed=0 AND id<>? ORDER BY position, id"
                                                           : "SELECT id FROM indicator WHERE objective_id=? AND removed=0 AND id<>? ORDER BY position, id",
                                                 parent, id);
    children.insert(children.begin() + std::clamp<std::ptrdiff_t>(position, 0, static_cast<std::ptrdiff_t>(children.size())), id);
    for (std::size_t i = 0; i < children.size(); ++i)
        setPlace(session, step, kind, children[i], parent, static_cast<int>(i));
}

/// How deep a parent stands, itself counted; an error when it is gone, stands under `child`, or is too deep for what is under `child`.
Result<void> fits(const std::vector<Objective> &all, ObjectiveId child, ObjectiveId parent)
{
    const auto of = [&](ObjectiveId id) { return std::find_if(all.begin(), all.end(), [id](const Objective &one) { return one.id == id; }); };
    int above = 0;
    for (auto at = parent; at; ++above) {
        const auto found = of(at);
        if (found == all.end())
            return fail(Errc::NotFound, "no such objective");
        if (at == child)
            return fail(Errc::InvalidInput, "an objective cannot stand under itself");
        at = found->parent;
    }
    int below = 0;
    for (const auto &one : all) {
        int depth = 1;
        for (auto at = one.id; at && at != child; ++depth)
            at = of(at) == all.end() ? ObjectiveId{} : of(at)->parent;
        bool under = false;
        for (auto at = one.id; at && !under; at = of(at) == all.end() ? ObjectiveId{} : of(at)->parent)
            under = at == child;
        if (under)
            below = std::max(below, depth);
    }
    if (above + std::max(below, 1) > kMaxObjectiveDepth)
        return fail(Errc::InvalidInput, "objectives stand six deep at most");
    return {};
}

} // namespace

Result<std::vector<Objective>> Objectives::all()
{
    auto &session = tx_.session();
    return session.guard([&] { return loadObjectives(session, "", {}); });
}

Result<Objective> Objectives::get(ObjectiveId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Objective> {
        auto found = loadObjectives(session, " AND id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such objective");
        return std::move(found.front());
    });
}

Result<std::vector<Indicator>> Objectives::indicators()
{
    auto &session = tx_.session();
    return session.guard([&] { return loadIndicators(session, "", {}); });
}

Result<Indicator> Objectives::indicator(IndicatorId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Indicator> {
        auto found = loadIndicators(session, " AND i.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such indicator");
        return std::move(found.front());
    });
}

Result<std::vector<IndicatorVersion>> Objectives::versions(IndicatorId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<IndicatorVersion> out;
        session.each<int, std::string, Instant>("SELECT version, formula, since FROM indicator_version WHERE indicator_id=? ORDER BY version", binds(id),
                                                [&](int version, std::string formula, Instant since) { out.push_back({version, std::move(formula), since}); });
        return out;
    });
}

Result<std::vector<IndicatorResult>> Objectives::results(IndicatorId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<IndicatorResult> out;
        session.each<int, std::int32_t, std::int32_t, std::optional<double>, std::optional<double>, std::optional<double>, std::int64_t, Instant>(
            "SELECT version, from_day, to_day, value, low, high, n, at FROM indicator_result WHERE indicator_id=? ORDER BY version, to_day, from_day", binds(id),
            [&](int version, std::int32_t from, std::int32_t to, std::optional<double> value, std::optional<double> low, std::optional<double> high, std::int64_t n, Instant at) {
                out.push_back({version, from, to, value, low, high, n, at});
            });
        return out;
    });
}

Result<std::vector<IndicatorAction>> Objectives::actions(IndicatorId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadActions(session, id); });
}

Result<ObjectiveStepId> Objectives::begin(const std::string &action)
{
    auto &session = tx_.session();
    return session.guard([&] {
        step_ = ObjectiveStepId{session.insert("INSERT INTO objective_step(action, at) VALUES(?,?)", action, tx_.now())};
        session.exec("DELETE FROM objective_step WHERE id <= ?", step_.value - kKeptSteps);
        return step_;
    });
}

Result<ObjectiveId> Objectives::save(const Objective &objective)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ObjectiveId> {
        if (objective.name.empty())
            return fail(Errc::InvalidInput, "an objective needs a name");
        VIGIE_CHECK(fits(loadObjectives(session, "", {}), objective.id, objective.parent));
        auto id = objective.id.value;
        if (id == 0) // not there yet: what is taken back takes it away again
            id = session.insert("INSERT INTO objective(parent_id, position, name, created_at, changed_at, removed) VALUES(?, "
                                "(SELECT coalesce(max(position), -1) + 1 FROM objective WHERE parent_id=? AND removed=0), ?, ?, ?, 1)",
                                objective.parent, objective.parent, objective.name, tx_.now(), tx_.now());
        else if (!session.one<int>("SELECT 1 FROM objective WHERE id=? AND removed=0", id))
            return fail(Errc::NotFound, "no such objective");
        recorded(session, step_, "objective", id, [&] {
            session.exec("UPDATE objective SET parent_id=?, name=?, note=?, owner=?, due_day=?, changed_at=?, removed=0 WHERE id=?", objective.parent, objective.name, objective.note,
                         objective.owner, objective.due, tx_.now(), id);
        });
        tx_.change().settings = true;
        return ObjectiveId{id};
    });
}

Result<IndicatorId> Objectives::save(const Indicator &indicator)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<IndicatorId> {
        if (indicator.name.empty() || indicator.formula.empty())
            return fail(Errc::InvalidInput, "an indicator needs a name and a formula");
        if (indicator.objective && !session.one<int>("SELECT 1 FROM objective WHERE id=? AND removed=0", indicator.objective))
            return fail(Errc::NotFound, "no such objective");
        auto id = indicator.id.value;
        if (id == 0) {
            id = session.insert("INSERT INTO indicator(objective_id, position, name, version, span, direction, start_day, created_at, changed_at, removed) VALUES(?, "
                                "(SELECT coalesce(max(position), -1) + 1 FROM indicator WHERE objective_id=? AND removed=0), ?, 1, '', '', 0, ?, ?, 1)",
                                indicator.objective, indicator.objective, indicator.name, tx_.now(), tx_.now());
            session.exec("INSERT INTO indicator_version(indicator_id, version, formula, since) VALUES(?,1,?,?)", id, indicator.formula, tx_.now());
        } else if (!session.one<int>("SELECT 1 FROM indicator WHERE id=? AND removed=0", id)) {
            return fail(Errc::NotFound, "no such indicator");
        }
        auto version = session.one<int>("SELECT version FROM indicator WHERE id=?", id).value_or(1);
        if (session.one<std::string>("SELECT formula FROM indicator_version WHERE indicator_id=? AND version=?", id, version) != indicator.formula) {
            version = session.one<int>("SELECT max(version) + 1 FROM indicator_version WHERE indicator_id=?", id).value_or(1);
            session.exec("INSERT INTO indicator_version(indicator_id, version, formula, since) VALUES(?,?,?,?)", id, version, indicator.formula, tx_.now());
        }
        recorded(session, step_, "indicator", id, [&] {
            session.exec("UPDATE indicator SET objective_id=?, name=?, owner=?, version=?, query_id=?, span=?, direction=?, target=?, start_value=?, start_day=?, due_day=?, changed_at=?, "
                         "removed=0 WHERE id=?",
                         indicator.objective, indicator.name, indicator.owner, version, indicator.query, std::string(toString(indicator.span)), std::string(toString(indicator.direction)),
                         indicator.target, indicator.startValue, indicator.start, indicator.due, tx_.now(), id);
        });
        tx_.change().settings = true;
        return IndicatorId{id};
    });
}

Result<void> Objectives::move(ObjectiveId id, ObjectiveId parent, int position)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(get(id));
        VIGIE_CHECK(fits(loadObjectives(session, "", {}), id, parent));
        place(session, step_, "objective", id.value, parent.value, position);
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Objectives::move(IndicatorId id, ObjectiveId objective, int position)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(indicator(id));
        if (objective)
            VIGIE_CHECK(get(objective));
        place(session, step_, "indicator", id.value, objective.value, position);
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Objectives::remove(ObjectiveId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(get(id));
        std::vector<std::int64_t> open{id.value};
        while (!open.empty()) {
            const auto one = open.back();
            open.pop_back();
            for (const auto child : session.column<std::int64_t>("SELECT id FROM objective WHERE parent_id=? AND removed=0", one))
                open.push_back(child);
            for (const auto under : session.column<IndicatorId>("SELECT id FROM indicator WHERE objective_id=? AND removed=0", one))
                VIGIE_CHECK(remove(under));
            recorded(session, step_, "objective", one, [&] { session.exec("UPDATE objective SET removed=1 WHERE id=?", one); });
        }
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Objectives::remove(IndicatorId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(indicator(id));
        recorded(session, step_, "indicator", id.value, [&] { session.exec("UPDATE indicator SET removed=1 WHERE id=?", id); });
        tx_.change().settings = true;
        return {};
    });
}

} // namespace vigie::store
