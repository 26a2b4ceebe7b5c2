// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/inside_time.hpp>

#include <vigie/desk/sla.hpp>
#include <vigie/store/departments.hpp>

#include <algorithm>

namespace vigie::desk {

Result<AnswerTime> answerDue(store::Tx &tx, const Department &department, Instant asked)
{
    AnswerTime out;
    out.due = asked + department.deadline;
    if (department.calendar.empty())
        return out;
    VIGIE_TRY(const auto calendars, store::Sla(tx).calendars());
    const auto own = std::find_if(calendars.begin(), calendars.end(), [&](const BusinessCalendar &one) { return one.name == department.calendar; });
    if (own == calendars.end())
        return out;
    VIGIE_TRY(const auto due, afterOpen(*own, asked, std::chrono::seconds(department.deadline).count()));
    if (!due)
        return fail(Errc::InvalidInput, "calendar: \"" + own->name + "\" is never open so long");
    out = {*due, own->id, own->version};
    return out;
}

Result<std::int64_t> answerTook(store::Tx &tx, const Passing &passing, Instant answered)
{
    const auto until = std::max(answered, passing.askedAt); // the colleague's clock may be slow
    if (!passing.calendar)
        return std::chrono::floor<std::chrono::seconds>(until - passing.askedAt).count();
    VIGIE_TRY(const auto calendar, store::Sla(tx).calendar(passing.calendar, passing.calendarVersion));
    VIGIE_TRY(const auto open, openBetween(calendar, passing.askedAt, until));
    return open.seconds;
}

Result<std::unordered_map<TicketId, double>> lateInside(store::Tx &tx)
{
    std::unordered_map<TicketId, double> out;
    VIGIE_TRY(const auto late, store::Passings(tx).late(tx.now()));
    CalendarShelf shelf(tx);
    for (const auto &one : late) {
        std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(tx.now() - one.dueAt).count();
        if (one.calendar) {
            VIGIE_TRY(const auto time, shelf.get(one.calendar, one.calendarVersion));
            seconds = time->between(one.dueAt, tx.now()).seconds;
        }
        auto &most = out[one.ticket];
        most = std::max(most, static_cast<double>(seconds) / 3600);
    }
    return out;
}

Result<void> renameCalendar(store::Tx &tx, const std::string &from, const std::string &to)
{
    store::Departments departments(tx);
    VIGIE_TRY(const auto all, departments.all(true));
    for (auto one : all) {
        if (one.calendar != from)
            continue;
        one.calendar = to;
        VIGIE_CHECK(departments.save(one));
    }
    return {};
}

} // namespace vigie::desk
