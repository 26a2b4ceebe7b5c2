// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/queue.hpp>

#include "store/hot_statement.hpp"
#include "store/queue_facts.hpp"
#include "store/row_image.hpp"
#include "store/ticket_filter.hpp"
#include "store/tickets_row.hpp"

#include <vigie/text/intent.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

namespace vigie::store {

namespace {

constexpr int kQuestion = 1, kComplaint = 2, kDirect = 4, kReview = 8;
constexpr const char *kOpen = "t.status IN ('new', 'open', 'waiting_inside', 'waiting_member')";

int intentBits(const QueueFacts &facts)
{
    return (facts.question ? kQuestion : 0) | (facts.complaint ? kComplaint : 0) | (facts.direct ? kDirect : 0) | (facts.review ? kReview : 0);
}

std::optional<Instant> instantAt(const HotStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMicros(row.integer(column)));
}

/// The static part; true when it is ready.
bool readFacts(const HotStatement &row, QueueFacts &out)
{
    out.ticket = TicketId{row.integer(0)};
    out.latest = ItemId{row.integer(1)};
    out.createdAt = fromMicros(row.integer(2));
    out.changedAt = fromMicros(row.integer(3));
    out.waitingSince = instantAt(row, 4);
    out.snoozedUntil = instantAt(row, 5);
    out.bump = row.isNull(6) ? 0 : row.real(6);
    if (row.isNull(7))
        return false;
    const auto intent = row.integer(7);
    out.question = (intent & kQuestion) != 0;
    out.complaint = (intent & kComplaint) != 0;
    out.direct = (intent & kDirect) != 0;
    out.review = (intent & kReview) != 0;
    out.tone = row.real(8);
    out.exchanges = static_cast<int>(row.integer(9));
    out.relays = static_cast<int>(row.integer(10));
    out.audience = row.real(11);
    return true;
}

/// Those that are not ready are worked out here and now.
void addMissing(Session &session, const std::vector<TicketId> &missing, std::vector<QueueFacts> &all)
{
    if (missing.empty())
        return;
    std::unordered_map<TicketId, QueueFacts> fresh;
    for (const auto &row : completeTickets(session, loadTickets(session, " WHERE t.id IN (SELECT value FROM json_each(?))", binds(idList(missing)))))
        fresh.emplace(row.ticket.id, factsOf(row));
    for (auto &facts : all)
        if (const auto found = fresh.find(facts.ticket); found != fresh.end()) {
            const double bump = facts.bump;
            facts = found->second;
            facts.bump = bump;
        }
}

} // namespace

QueueFacts factsOf(const TicketRow &row)
{
    QueueFacts out;
    out.ticket = row.ticket.id;
    out.latest = row.ticket.latest;
    out.createdAt = row.ticket.createdAt;
    out.changedAt = row.ticket.changedAt;
    out.waitingSince = row.ticket.waitingSince;
    if (row.ticket.snooze)
        out.snoozedUntil = row.ticket.snooze->due;
    const auto intent = text::intentOf(row.latestText, row.latestLang);
    out.question = intent.question;
    out.complaint = intent.complaint;
    out.direct = row.direct;
    out.review = row.review;
    out.tone = static_cast<double>(row.tone);
    out.exchanges = row.memberExchanges;
    out.relays = row.relays;
    out.audience = row.audience;
    return out;
}

bool fillQueueFacts(Session &session, int slice)
{
    const auto stale = session.column<TicketId>("SELECT ticket_id FROM queue_stale ORDER BY ticket_id LIMIT ?", slice);
    if (stale.empty())
        return false;
    for (const auto &row : completeTickets(session, loadTickets(session, " WHERE t.id IN (SELECT value FROM json_each(?))", binds(idList(stale))))) {
        const auto facts = factsOf(row);
        session.hot("INSERT INTO queue_fact(ticket_id, intent, tone, exchanges, relays, audience) VALUES(?,?,?,?,?,?) ON CONFLICT(ticket_id) DO UPDATE SET"
                    " intent=excluded.intent, tone=excluded.tone, exchanges=excluded.exchanges, relays=excluded.relays, audience=excluded.audience")
            .bind(facts.ticket, intentBits(facts), facts.tone, facts.exchanges, facts.relays, facts.audience)
            .run();
    }
    session.exec("DELETE FROM queue_stale WHERE ticket_id IN (SELECT value FROM json_each(?))", idList(stale));
    return static_cast<int>(stale.size()) == slice;
}

Result<std::vector<QueueFacts>> Queue::facts(const QueueFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<QueueFacts>> {
        VIGIE_TRY(auto asked, FilteredTickets::of(session, filter, tx_.now()));
        std::vector<QueueFacts> out;
        std::vector<TicketId> missing;
        HotStatement rows(session.raw(), "SELECT t.id, t.latest_item_id, t.created_at, t.changed_at, t.waiting_since_at, t.snooze_due_at, b.points, f.intent, f.tone,"
                                         " f.exchanges, f.relays, f.audience FROM ticket t LEFT JOIN queue_fact f ON f.ticket_id=t.id"
                                         " LEFT JOIN ticket_bump b ON b.ticket_id=t.id" + asked.where.sql());
        const auto values = asked.where.takeValues();
        rows.bindAll(values);
        while (rows.next()) {
            QueueFacts facts;
            if (!readFacts(rows, facts))
                missing.push_back(facts.ticket);
            out.push_back(facts);
        }
        asked.keep(session, out, [](const QueueFacts &facts) { return facts.latest; }, tx_.now());
        addMissing(session, missing, out);
        return out;
    });
}

Result<int> Queue::count(const QueueFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        VIGIE_TRY(auto asked, FilteredTickets::of(session, filter, tx_.now()));
        if (!asked.rest) {
            int found = 0;
            session.each<int>("SELECT count(*) FROM ticket t" + asked.where.sql(), asked.where.takeValues(), [&](int count) { found = count; });
            return found;
        }
        std::vector<ItemId> latest;
        session.each<ItemId>("SELECT t.latest_item_id FROM ticket t" + asked.where.sql(), asked.where.takeValues(), [&](ItemId id) { latest.push_back(id); });
        asked.keep(session, latest, [](ItemId id) { return id; }, tx_.now());
        return static_cast<int>(latest.size());
    });
}

Result<QueueTotals> Queue::totals(const std::string &person)
{
    auto &session = tx_.session();
    return session.guard([&] {
        QueueTotals out;
        session.each<std::string, bool, int>(std::string("SELECT t.owner, t.snooze_due_at IS NOT NULL, count(*) FROM ticket t WHERE ") + kOpen + " GROUP BY 1, 2", {},
                                             [&](const std::string &owner, bool sleeps, int count) {
                                                 if (sleeps) {
                                                     out.snoozed += count;
                                                     return;
                                                 }
                                                 out.open += count;
                                                 if (owner.empty())
                                                     out.unassigned += count;
                                                 else if (owner == person)
                                                     out.mine += count;
                                             });
        session.each<std::string, int>(std::string("SELECT g.name, count(DISTINCT t.id) FROM tag g CROSS JOIN item_tag it ON it.tag_id=g.id"
                                                   " CROSS JOIN ticket_item ti ON ti.item_id=it.item_id CROSS JOIN ticket t ON t.id=ti.ticket_id WHERE ") + kOpen + " GROUP BY g.id",
                                       {}, [&](std::string tag, int count) { out.tags.emplace(std::move(tag), count); });
        return out;
    });
}

Result<void> Queue::bump(TicketId ticket, double points, const std::string &rule)
{
    auto &session = tx_.session();
    return session.guard([&] {
        RowRecord record(tx_, Imaged::Bump, ticket.value);
        if (points == 0)
            session.exec("DELETE FROM ticket_bump WHERE ticket_id=?", ticket);
        else
            session.exec("INSERT INTO ticket_bump(ticket_id, points, rule) VALUES(?,?,?) ON CONFLICT(ticket_id) DO UPDATE SET points=excluded.points, rule=excluded.rule",
                         ticket, points, rule);
        record.done(ticket);
        tx_.change().tickets.push_back(ticket);
    });
}

Result<void> Queue::pin(TicketId ticket, const std::vector<TicketId> &first)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (!session.one<int>("SELECT 1 FROM ticket WHERE id=?", ticket))
            return fail(Errc::NotFound, "no such ticket");
        RowRecord record(tx_, Imaged::Pin, ticket.value);
        session.exec("INSERT INTO ticket_pin(ticket_id, at, first_json) VALUES(?,?,?) ON CONFLICT(ticket_id) DO NOTHING", ticket, tx_.now(),
                     idList(std::span(first).first(std::min(first.size(), kPinDepth))));
        record.done(ticket);
        tx_.change().tickets.push_back(ticket);
        return {};
    });
}

Result<void> Queue::unpin(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        RowRecord record(tx_, Imaged::Pin, ticket.value);
        session.exec("DELETE FROM ticket_pin WHERE ticket_id=?", ticket);
        record.done(ticket);
        tx_.change().tickets.push_back(ticket);
    });
}

Result<std::vector<TicketId>> Queue::pinned()
{
    return tx_.session().guard([&] { return tx_.session().column<TicketId>("SELECT ticket_id FROM ticket_pin ORDER BY at, ticket_id"); });
}

Result<PinPrecision> Queue::precision()
{
    auto &session = tx_.session();
    return session.guard([&] {
        PinPrecision out;
        const auto all = session.column<TicketId>("SELECT ticket_id FROM ticket_pin");
        const std::unordered_set<TicketId> pins(all.begin(), all.end());
        double sum = 0;
        int judged = 0;
        session.each<std::string>("SELECT first_json FROM ticket_pin", {}, [&](const std::string &json) {
            const auto first = nlohmann::json::parse(json, nullptr, false);
            if (!first.is_array() || first.empty())
                return;
            const auto hits = std::count_if(first.begin(), first.end(), [&](const auto &id) { return pins.count(TicketId{id.template get<std::int64_t>()}) > 0; });
            sum += static_cast<double>(hits) / static_cast<double>(first.size());
            ++judged;
        });
        out.pins = static_cast<int>(all.size());
        out.precision = judged > 0 ? sum / judged : 0;
        return out;
    });
}

} // namespace vigie::store
