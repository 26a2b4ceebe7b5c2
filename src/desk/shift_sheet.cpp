// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/shift_sheet.hpp>

#include <vigie/desk/late.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/shifts.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <array>

namespace vigie::desk {

namespace {

constexpr std::array kParts{"late", "promised", "hot", "inside", "planned"};
constexpr int kMostLines = 200;        // of each part: a sheet is read by a person
constexpr int kHotMessages = 3;
constexpr std::chrono::hours kAhead{24};

Result<ShiftLine> ticketLine(store::Tx &tx, ShiftPart part, TicketId id)
{
    ShiftLine out;
    out.part = part;
    out.ticket = id;
    const auto ticket = store::Tickets(tx).get(id);
    if (!ticket)
        return ticket.error().code == Errc::NotFound ? Result<ShiftLine>(out) : Result<ShiftLine>(fail(ticket.error()));
    out.owner = ticket->owner;
    VIGIE_TRY(const auto item, store::Items(tx).get(ticket->latest));
    if (item) {
        out.who = item->author.name.empty() ? item->author.handle : item->author.name;
        out.text = item->text;
    }
    return out;
}

Result<void> addLate(store::Tx &tx, ShiftSheet &sheet)
{
    VIGIE_TRY(const auto late, lateTickets(tx, kMostLines));
    for (const auto &one : late) {
        VIGIE_TRY(auto line, ticketLine(tx, ShiftPart::Late, one.ticket));
        line.at = one.due;
        line.late = true;
        line.promise = one.promise;
        sheet.lines.push_back(std::move(line));
    }
    return {};
}

Result<void> addPromised(store::Tx &tx, ShiftSheet &sheet)
{
    VIGIE_TRY(const auto open, store::Promises(tx).open({}, kMostLines));
    for (const auto &promise : open) {
        VIGIE_TRY(auto line, ticketLine(tx, ShiftPart::Promised, promise.ticket));
        if (promise.member) { // the answer of the last who wrote may not be theirs
            const auto member = store::Members(tx).get(promise.member);
            if (!member && member.error().code != Errc::NotFound)
                return fail(member.error());
            if (member)
                line.who = member->profile.name.empty() ? member->profile.handle : member->profile.name;
        }
        line.text = promise.text;
        line.at = promise.due;
        line.late = promise.isLate(tx.now());
        sheet.lines.push_back(std::move(line));
    }
    return {};
}

Result<void> addHot(store::Tx &tx, ShiftSheet &sheet)
{
    VIGIE_TRY(const auto busy, store::Shifts(tx).busy(sheet.since, kHotMessages, kMostLines));
    for (const auto &[ticket, count] : busy) {
        VIGIE_TRY(auto line, ticketLine(tx, ShiftPart::Hot, ticket));
        line.at = sheet.since;
        line.count = count;
        sheet.lines.push_back(std::move(line));
    }
    return {};
}

Result<void> addInside(store::Tx &tx, ShiftSheet &sheet)
{
    store::PassingFilter filter;
    filter.openOnly = true;
    filter.limit = kMostLines;
    VIGIE_TRY(auto open, store::Passings(tx).list(filter));
    std::sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return a.passing.dueAt < b.passing.dueAt; });
    for (const auto &row : open) {
        VIGIE_TRY(const auto department, store::Departments(tx).get(row.passing.department));
        VIGIE_TRY(auto line, ticketLine(tx, ShiftPart::Inside, row.question.ticket));
        line.who = department.nameFr == department.nameEn ? department.nameEn : department.nameEn + " / " + department.nameFr;
        line.text = row.question.subject;
        line.at = row.passing.dueAt;
        line.late = row.passing.dueAt < tx.now();
        line.count = row.reminders;
        sheet.lines.push_back(std::move(line));
    }
    return {};
}

Result<void> addPlanned(store::Tx &tx, ShiftSheet &sheet)
{
    VIGIE_TRY(auto plans, store::Plans(tx).between(tx.now(), tx.now() + kAhead));
    std::sort(plans.begin(), plans.end(), [](const auto &a, const auto &b) { return a.due < b.due; });
    for (const auto &plan : plans) {
        if (!plan.approved || plan.deletedAt)
            continue;
        ShiftLine line;
        line.part = ShiftPart::Planned;
        line.plan = plan.id;
        line.text = plan.text;
        line.at = plan.due;
        line.count = static_cast<int>(plan.variants.size());
        sheet.lines.push_back(std::move(line));
    }
    return {};
}

} // namespace

const char *toString(ShiftPart part) noexcept
{
    return kParts[static_cast<std::size_t>(part)];
}

Result<ShiftSheet> shiftSheet(store::Tx &tx, Instant since, const std::string &person)
{
    ShiftSheet sheet;
    sheet.since = since;
    sheet.made = tx.now();
    sheet.person = person;
    VIGIE_TRY(const auto zone, store::Settings(tx).get("workspace.zone"));
    sheet.zone = zone && zoneExists(*zone) ? *zone : systemZone();
    VIGIE_TRY(const auto counts, store::Shifts(tx).counts(since));
    sheet.arrived = counts.arrived;
    sheet.answered = counts.answered;
    sheet.closed = counts.closed;
    for (const auto add : {addLate, addPromised, addHot, addInside, addPlanned})
        VIGIE_CHECK(add(tx, sheet));
    return sheet;
}

} // namespace vigie::desk
