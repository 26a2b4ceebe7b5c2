// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/promises.hpp>

#include <vigie/desk/business_time.hpp>
#include <vigie/desk/sla.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace vigie::desk {

namespace {

constexpr int kDayMinutes = 24 * 60, kMostOpen = 100'000;

struct Written {
    std::string text, lang;
    Instant at;
    OutboundId outbound;
};

Result<Written> newestAnswer(store::Tx &tx, TicketId ticket)
{
    Written out;
    store::OutboxFilter filter;
    filter.ticket = ticket;
    VIGIE_TRY(const auto rows, store::Outbox(tx).list(filter));
    for (const auto &row : rows)
        if (row.kind == OutboundKind::Reply && row.state != OutboundState::Cancelled && row.state != OutboundState::Failed && row.createdAt >= out.at) {
            out = {{}, row.lang, row.createdAt, row.id};
            for (const auto &part : row.parts)
                out.text += (out.text.empty() ? "" : "\n") + part.text;
        }
    return out;
}

/// Midnight of a local day and so many minutes, on the wall of another zone.
std::optional<WallTime> wallAt(std::int32_t day, int minutes, const std::string &from, const std::string &to)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day + minutes / kDayMinutes}}};
    const int rest = minutes % kDayMinutes;
    const WallTime wall{static_cast<int>(date.year()), static_cast<std::uint8_t>(static_cast<unsigned>(date.month())), static_cast<std::uint8_t>(static_cast<unsigned>(date.day())),
                        static_cast<std::uint8_t>(rest / 60), static_cast<std::uint8_t>(rest % 60), 0};
    if (from == to)
        return wall;
    const auto at = toInstant(wall, from);
    const auto there = at ? toWall(at->at, to) : Result<WallTime>(fail(at.error()));
    return there ? std::optional(*there) : std::nullopt;
}

std::int32_t dayNumberOf(const WallTime &wall)
{
    const std::chrono::sys_days day = std::chrono::year{wall.year} / std::chrono::month{wall.month} / std::chrono::day{wall.day};
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

} // namespace

Result<std::optional<BusinessCalendar>> houseCalendar(store::Tx &tx, TicketId ticket)
{
    SlaDesk levels(tx);
    if (ticket) {
        const std::array one{ticket};
        VIGIE_TRY(const auto clocks, levels.clocks(one));
        if (const auto clock = clocks.find(ticket); clock != clocks.end() && clock->second.calendar) {
            VIGIE_TRY(auto calendar, store::Sla(tx).calendar(clock->second.calendar));
            return std::optional(std::move(calendar));
        }
    }
    VIGIE_TRY(auto all, store::Sla(tx).calendars());
    return all.empty() ? std::optional<BusinessCalendar>() : std::optional(std::move(all.front()));
}

Result<text::DayEnd> houseDayEnd(store::Tx &tx, TicketId ticket, const std::string &zone)
{
    VIGIE_TRY(auto calendar, houseCalendar(tx, ticket));
    if (!calendar)
        return text::DayEnd(text::usualDayEnd);
    return text::DayEnd([zone, calendar = std::make_shared<const BusinessCalendar>(std::move(*calendar))](const WallTime &wall) -> std::optional<WallTime> {
        const auto day = dayNumberOf(wall);
        const auto plan = dayPlan(*calendar, day);
        int end = 0;
        for (const auto &open : plan.hours)
            end = std::max<int>(end, open.to);
        return end == 0 ? std::nullopt : wallAt(day, end, calendar->zone, zone);
    });
}

Result<std::vector<Promise>> promisesIn(store::Tx &tx, const std::string &words, const std::string &lang, TicketId ticket, Instant at, const std::string &zone)
{
    std::vector<Promise> out;
    const auto all = text::findPromises(words, lang, at, zone);
    if (all.empty())
        return out;
    VIGIE_TRY(const auto dayEnd, houseDayEnd(tx, ticket, zone));
    for (const auto &found : all) {
        Promise one;
        one.ticket = ticket;
        one.text = words.substr(found.begin, found.end - found.begin);
        one.zone = zone;
        one.madeAt = at;
        VIGIE_TRY(one.due, text::dueAt(found.due, at, zone, dayEnd));
        VIGIE_TRY(one.wall, toWall(one.due, zone));
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::vector<Promise>> proposedPromises(store::Tx &tx, TicketId ticket, const std::string &draft, const std::string &zone)
{
    Written written{draft, {}, tx.now(), {}};
    if (draft.empty()) {
        VIGIE_TRY(written, newestAnswer(tx, ticket));
    }
    VIGIE_TRY(const auto about, store::Tickets(tx).get(ticket));
    VIGIE_TRY(const auto known, store::Promises(tx).ofTicket(ticket));
    VIGIE_TRY(auto out, promisesIn(tx, written.text, written.lang, ticket, written.at, zone));
    std::erase_if(out, [&](const Promise &one) {
        return std::any_of(known.begin(), known.end(), [&](const Promise &other) { return other.text == one.text && other.due == one.due; });
    });
    for (auto &one : out) {
        one.member = about.member;
        one.outbound = written.outbound;
    }
    return out;
}

Result<std::unordered_map<TicketId, Instant>> promisesDue(store::Tx &tx)
{
    std::unordered_map<TicketId, Instant> out;
    VIGIE_TRY(const auto open, store::Promises(tx).open({}, kMostOpen));
    for (const auto &one : open)
        if (one.ticket)
            out.emplace(one.ticket, one.due); // the most urgent comes first
    return out;
}

Result<std::vector<TicketId>> reopenPromised(store::Tx &tx)
{
    std::vector<TicketId> out;
    VIGIE_TRY(const auto due, store::Promises(tx).open(tx.now(), kMostOpen));
    store::Tickets tickets(tx);
    for (const auto &promise : due) {
        if (!promise.ticket)
            continue;
        auto ticket = tickets.get(promise.ticket);
        if (!ticket && ticket.error().code != Errc::NotFound)
            return fail(ticket.error());
        // Closed again afterwards, it stays closed: the person knows.
        if (!ticket || ticket->status != TicketStatus::Done || ticket->changedAt >= promise.due)
            continue;
        ticket->status = TicketStatus::Open;
        VIGIE_CHECK(tickets.save(*ticket, "clock"));
        out.push_back(promise.ticket);
    }
    return out;
}

} // namespace vigie::desk
