// SPDX-License-Identifier: GPL-3.0-or-later
// Actions, results and what can be taken back.
#include <vigie/store/objectives.hpp>

#include "store/objective_rows.hpp"

namespace vigie::store {

namespace {

struct StepRow {
    std::string kind;
    std::int64_t id = 0;
    std::string before, after;
};

std::vector<StepRow> rowsOf(Session &session, ObjectiveStepId step)
{
    std::vector<StepRow> out;
    session.each<std::string, std::int64_t, std::string, std::string>(
        "SELECT kind, row_id, before_json, after_json FROM objective_step_row WHERE step_id=? ORDER BY position DESC", binds(step),
        [&](std::string kind, std::int64_t id, std::string before, std::string after) { out.push_back({std::move(kind), id, std::move(before), std::move(after)}); });
    return out;
}

void addRow(Session &session, ObjectiveStepId step, std::int64_t id, const std::string &before, const std::string &after)
{
    if (step)
        session.exec("INSERT INTO objective_step_row(step_id, position, kind, row_id, before_json, after_json) "
                     "SELECT ?, coalesce(max(position), 0) + 1, 'action', ?, ?, ? FROM objective_step_row WHERE step_id=?",
                     step, id, before, after, step);
}

} // namespace

Result<IndicatorActionId> Objectives::link(const IndicatorAction &action)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<IndicatorActionId> {
        VIGIE_CHECK(indicator(action.indicator));
        const bool note = action.kind == IndicatorAction::Kind::Note;
        if (note && (action.name.empty() || !action.day))
            return fail(Errc::InvalidInput, "an action of one's own needs a name and a day");
        const std::string kind = toString(action.kind);
        if (!note)
            if (const auto known = session.one<IndicatorActionId>("SELECT id FROM indicator_action WHERE indicator_id=? AND kind=? AND row_id=? AND removed=0", action.indicator, kind, action.row))
                return *known;
        const auto id = session.insert("INSERT INTO indicator_action(indicator_id, kind, row_id, name, day, removed) VALUES(?,?,?,?,?,1)", action.indicator, kind, note ? 0 : action.row,
                                       note ? action.name : std::string(), note ? action.day : std::nullopt);
        const auto &row = objectiveRowKind("action");
        const auto before = objectiveRowJson(session, row, id);
        session.exec("UPDATE indicator_action SET removed=0 WHERE id=?", id);
        for (const auto &one : loadActions(session, action.indicator))
            if (one.id.value == id && one.gone)
                return fail(Errc::NotFound, "what the action leads to is not there");
        addRow(session, step_, id, before.value_or(""), objectiveRowJson(session, row, id).value_or(""));
        tx_.change().settings = true;
        return IndicatorActionId{id};
    });
}

Result<void> Objectives::unlink(IndicatorActionId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto &row = objectiveRowKind("action");
        const auto before = objectiveRowJson(session, row, id.value);
        if (session.exec("UPDATE indicator_action SET removed=1 WHERE id=? AND removed=0", id) == 0)
            return fail(Errc::NotFound, "no such action");
        addRow(session, step_, id.value, before.value_or(""), objectiveRowJson(session, row, id.value).value_or(""));
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Objectives::keep(IndicatorId id, const IndicatorResult &result)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO indicator_result(indicator_id, version, from_day, to_day, value, low, high, n, at) VALUES(?,?,?,?,?,?,?,?,?) "
                     "ON CONFLICT(indicator_id, version, to_day, from_day) DO UPDATE SET value=excluded.value, low=excluded.low, high=excluded.high, n=excluded.n, at=excluded.at",
                     id, result.version, result.fromDay, result.toDay, result.value, result.low, result.high, result.n, tx_.now());
    });
}

Result<std::string> Objectives::undo(std::optional<ObjectiveStepId> wanted)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::string> {
        const auto step = wanted ? session.one<ObjectiveStepId, std::string>("SELECT id, action FROM objective_step WHERE id=? AND undone=0", *wanted)
                                 : session.one<ObjectiveStepId, std::string>("SELECT id, action FROM objective_step WHERE undone=0 ORDER BY id DESC LIMIT 1");
        if (!step)
            return wanted ? Result<std::string>(fail(Errc::NotFound, "this was taken back already")) : Result<std::string>(std::string());
        const auto rows = rowsOf(session, std::get<0>(*step));
        for (const auto &row : rows) {
            const auto &kind = objectiveRowKind(row.kind);
            if (objectiveRowJson(session, kind, row.id) != row.after)
                return fail(Errc::Conflict, "something of it was changed since");
            writeObjectiveRow(session, kind, row.id, row.before);
        }
        session.exec("UPDATE objective_step SET undone=1 WHERE id=?", std::get<0>(*step));
        tx_.change().settings = true;
        return std::get<1>(*step);
    });
}

} // namespace vigie::store
