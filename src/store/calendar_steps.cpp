// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/calendar_steps.hpp>

#include "store/session.hpp"

namespace vigie::store {

namespace {

constexpr int kKept = 50;

Result<CalendarStep> load(Session &session, const std::tuple<CalendarStepId, std::string, Instant> &head)
{
    CalendarStep step{std::get<0>(head), std::get<1>(head), std::get<2>(head), {}};
    session.each<std::string, std::int64_t, std::optional<std::string>, std::optional<std::string>>(
        "SELECT kind, row_id, before_json, after_json FROM calendar_step_row WHERE step_id=? ORDER BY position", binds(step.id),
        [&](std::string kind, std::int64_t row, std::optional<std::string> before, std::optional<std::string> after) {
            step.rows.push_back({std::move(kind), row, std::move(before), std::move(after)});
        });
    return step;
}

} // namespace

Result<CalendarStepId> CalendarSteps::begin(const std::string &action)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const CalendarStepId id{session.insert("INSERT INTO calendar_step(action, at) VALUES(?,?)", action, tx_.now())};
        session.exec("DELETE FROM calendar_step WHERE id <= ?", id.value - kKept);
        return id;
    });
}

Result<void> CalendarSteps::add(CalendarStepId step, const CalendarStepRow &row)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO calendar_step_row(step_id, position, kind, row_id, before_json, after_json) "
                     "SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? FROM calendar_step_row WHERE step_id=?",
                     step, row.kind, row.row, row.before, row.after, step);
    });
}

Result<std::optional<CalendarStep>> CalendarSteps::last()
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<CalendarStep>> {
        const auto head = session.one<CalendarStepId, std::string, Instant>("SELECT id, action, at FROM calendar_step WHERE undone=0 ORDER BY id DESC LIMIT 1");
        if (!head)
            return std::optional<CalendarStep>{};
        VIGIE_TRY(auto step, load(session, *head));
        return std::optional(std::move(step));
    });
}

Result<CalendarStep> CalendarSteps::get(CalendarStepId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CalendarStep> {
        const auto head = session.one<CalendarStepId, std::string, Instant>("SELECT id, action, at FROM calendar_step WHERE id=? AND undone=0", id);
        if (!head)
            return fail(Errc::NotFound, "this was taken back already");
        return load(session, *head);
    });
}

Result<void> CalendarSteps::markUndone(CalendarStepId id)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("UPDATE calendar_step SET undone=1 WHERE id=?", id); });
}

} // namespace vigie::store
