// SPDX-License-Identifier: GPL-3.0-or-later
// What clocks are worked out from, for many tickets in a handful of statements: messages at their own times, answers seen and sent,
// and what people decided.
#include <vigie/store/sla.hpp>

#include "store/session.hpp"

#include <vigie/model/item.hpp>
#include <vigie/model/outbound.hpp>

#include <set>
#include <unordered_map>

namespace vigie::store {

namespace {

using Kind = SlaMoment::Kind;
using Origins = std::unordered_map<std::int64_t, SlaOrigin>;

/// Messages that intake counted, beside those of the member: others who named us in the conversation.
std::set<std::pair<std::int64_t, std::string>> counted(Session &session, const std::string &ids)
{
    std::set<std::pair<std::int64_t, std::string>> out;
    session.each<std::int64_t, std::string>("SELECT ticket_id, to_value FROM ticket_event WHERE what='inbound' AND ticket_id IN (SELECT value FROM json_each(?))", binds(ids),
                                            [&](std::int64_t ticket, std::string item) { out.emplace(ticket, std::move(item)); });
    return out;
}

void addMessages(Session &session, const std::string &ids, Origins &origins)
{
    const auto named = counted(session, ids);
    session.each<std::int64_t, std::int64_t, Instant, std::optional<Instant>, int, bool, bool, bool, std::optional<Instant>, bool>(
        "SELECT ti.ticket_id, i.id, i.published_at, i.edited_at, i.kind, i.ours IS NOT NULL, coalesce(m.bot, 0), i.id=t.root_item_id OR i.author_id IS t.member_id,"
        " (SELECT max(p.published_at) FROM item_ref r JOIN item p ON p.id=r.target_id WHERE r.item_id=i.id AND r.relation IN (0, 4)),"
        " i.ours IS NOT NULL AND EXISTS(SELECT 1 FROM outbound_part o JOIN sla_automatic a ON a.outbound_id=o.outbound_id WHERE o.native_id=i.native_id AND o.account_id=i.ours)"
        " FROM ticket_item ti JOIN ticket t ON t.id=ti.ticket_id JOIN item i ON i.id=ti.item_id LEFT JOIN member m ON m.id=i.author_id"
        " WHERE ti.ticket_id IN (SELECT value FROM json_each(?))",
        binds(ids),
        [&](std::int64_t ticket, std::int64_t item, Instant at, std::optional<Instant> edited, int kind, bool ours, bool bot, bool theirs, std::optional<Instant> parent, bool automatic) {
            auto &moments = origins[ticket].moments;
            if (ours) {
                // A server whose clock is slow dates an answer before its question.
                const bool skewed = parent && at < *parent;
                if (!automatic)
                    moments.push_back({skewed ? *parent : at, Kind::Answer, {}, {}, skewed});
                if (!automatic && edited && *edited > at) // of a review: the answer that there is, given anew
                    moments.push_back({*edited, Kind::Answer, {}, {}, false});
                return;
            }
            if (bot || !(theirs || named.count({ticket, std::to_string(item)}) != 0))
                return;
            moments.push_back({at, Kind::Inbound, {}, {}, false});
            if (kind == static_cast<int>(ItemKind::Review) && edited && *edited > at) // changed in its place: it waits anew
                moments.push_back({*edited, Kind::Inbound, {}, {}, false});
        });
}

/// Answers that left and that no network has shown us yet.
void addSent(Session &session, const std::string &ids, Origins &origins)
{
    session.each<std::int64_t, Instant>(
        "SELECT o.ticket_id, coalesce((SELECT max(a.ended_at) FROM attempt a WHERE a.outbound_id=o.id), o.changed_at) FROM outbound o"
        " WHERE o.ticket_id<>0 AND o.kind='reply' AND o.state IN ('accepted', 'sent', 'unknown') AND o.ticket_id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS(SELECT 1 FROM sla_automatic a WHERE a.outbound_id=o.id) AND NOT EXISTS(SELECT 1 FROM outbound_part p"
        " JOIN ticket_item ti ON ti.ticket_id=o.ticket_id JOIN item i ON i.id=ti.item_id WHERE p.outbound_id=o.id AND p.native_id<>'' AND i.native_id=p.native_id)",
        binds(ids), [&](std::int64_t ticket, Instant at) { origins[ticket].moments.push_back({at, Kind::Answer, {}, {}, false}); });
}

void addStates(Session &session, const std::string &ids, Origins &origins)
{
    session.each<std::int64_t, Instant, std::string, std::optional<Instant>>(
        "SELECT ticket_id, at, status, snoozed_until FROM ticket_state WHERE ticket_id IN (SELECT value FROM json_each(?)) ORDER BY ticket_id, at, id", binds(ids),
        [&](std::int64_t ticket, Instant at, const std::string &status, std::optional<Instant> until) {
            origins[ticket].moments.push_back({at, Kind::State, ticketStatusFrom(status).value_or(TicketStatus::Open), until, false});
        });
}

} // namespace

Result<std::vector<SlaOrigin>> Sla::origins(std::span<const TicketId> tickets)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto ids = idList(tickets);
        Origins origins;
        session.each<TicketId, AccountId, std::string>("SELECT t.id, t.account_id, coalesce(s.connector, '') FROM ticket t LEFT JOIN item i ON i.id=t.root_item_id"
                                                       " LEFT JOIN source s ON s.id=i.source_id WHERE t.id IN (SELECT value FROM json_each(?))",
                                                       binds(ids), [&](TicketId ticket, AccountId account, std::string network) {
                                                           origins[ticket.value] = {ticket, account, std::move(network), {}};
                                                       });
        addMessages(session, ids, origins);
        addSent(session, ids, origins);
        addStates(session, ids, origins);
        std::vector<SlaOrigin> out;
        for (const auto ticket : tickets)
            if (const auto found = origins.find(ticket.value); found != origins.end() && found->second.ticket)
                out.push_back(std::move(found->second));
        return out;
    });
}

} // namespace vigie::store
