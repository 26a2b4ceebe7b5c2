// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tickets_row.hpp"

#include "store/hot_statement.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

/// As nlohmann writes it; most texts of a ticket need no second look.
std::string quoted(const std::string &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    return plain ? '"' + text + '"' : Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string micros(const std::optional<Instant> &at)
{
    return at ? std::to_string(toMicros(*at)) : "null";
}

std::optional<Instant> instantAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    return fromMicros(found->get<std::int64_t>());
}

} // namespace

std::vector<Ticket> loadTickets(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Ticket> out;
    session.each<TicketId, ItemId, ItemId, MemberId, AccountId, std::string, std::string, std::optional<std::string>, std::optional<std::string>,
                 std::optional<Instant>, Instant, Instant, std::optional<Instant>, std::optional<Instant>, std::optional<Instant>, int, int, std::string>(
        "SELECT t.id, t.root_item_id, t.latest_item_id, t.member_id, t.account_id, t.status, t.owner, t.snooze_wall, t.snooze_zone, t.snooze_due_at, "
        "t.created_at, t.changed_at, t.first_inbound_at, t.first_reply_at, t.waiting_since_at, t.inbound, t.outbound, t.reason FROM ticket t"
            + where,
        std::move(values),
        [&](TicketId id, ItemId root, ItemId latest, MemberId member, AccountId account, const std::string &status, std::string owner,
            const std::optional<std::string> &wall, std::optional<std::string> zone, std::optional<Instant> due, Instant created, Instant changed,
            std::optional<Instant> inboundAt, std::optional<Instant> replyAt, std::optional<Instant> waiting, int inbound, int outbound, std::string reason) {
            Ticket ticket;
            ticket.id = id;
            ticket.root = root;
            ticket.latest = latest;
            ticket.member = member;
            ticket.account = account;
            ticket.status = ticketStatusFrom(status).value_or(TicketStatus::Open);
            ticket.owner = std::move(owner);
            if (wall && zone && due)
                if (const auto parsed = parseWallTime(*wall))
                    ticket.snooze = Snooze{*parsed, std::move(*zone), *due};
            ticket.createdAt = created;
            ticket.changedAt = changed;
            ticket.firstInboundAt = inboundAt;
            ticket.firstReplyAt = replyAt;
            ticket.waitingSince = waiting;
            ticket.inbound = inbound;
            ticket.outbound = outbound;
            ticket.reason = std::move(reason);
            out.push_back(std::move(ticket));
        });
    return out;
}

void writeTicket(Session &session, const Ticket &ticket)
{
    const auto wall = ticket.snooze ? std::optional(toString(ticket.snooze->wall)) : std::nullopt;
    const auto zone = ticket.snooze ? std::optional(ticket.snooze->zone) : std::nullopt;
    const auto due = ticket.snooze ? toMicros(ticket.snooze->due) : 0;
    session.hot("INSERT INTO ticket(id, root_item_id, latest_item_id, member_id, account_id, status, owner, snooze_wall, snooze_zone, snooze_due_at, "
                 "created_at, changed_at, first_inbound_at, first_reply_at, waiting_since_at, inbound, outbound, reason) "
                 "VALUES(?,?,?,?,?,?,?,?,?,nullif(?, 0),?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET root_item_id=excluded.root_item_id, "
                 "latest_item_id=excluded.latest_item_id, member_id=excluded.member_id, account_id=excluded.account_id, status=excluded.status, "
                 "owner=excluded.owner, snooze_wall=excluded.snooze_wall, snooze_zone=excluded.snooze_zone, snooze_due_at=excluded.snooze_due_at, "
                 "created_at=excluded.created_at, changed_at=excluded.changed_at, first_inbound_at=excluded.first_inbound_at, "
                 "first_reply_at=excluded.first_reply_at, waiting_since_at=excluded.waiting_since_at, inbound=excluded.inbound, "
                 "outbound=excluded.outbound, reason=excluded.reason")
        .bind(ticket.id, ticket.root, ticket.latest, ticket.member, ticket.account, toString(ticket.status), ticket.owner, wall, zone, due,
              ticket.createdAt, ticket.changedAt, ticket.firstInboundAt, ticket.firstReplyAt, ticket.waitingSince, ticket.inbound, ticket.outbound,
              ticket.reason)
        .run();
}

void updateTicket(Session &session, const Ticket &ticket)
{
    const auto wall = ticket.snooze ? std::optional(toString(ticket.snooze->wall)) : std::nullopt;
    const auto zone = ticket.snooze ? std::optional(ticket.snooze->zone) : std::nullopt;
    const auto due = ticket.snooze ? toMicros(ticket.snooze->due) : 0;
    session.hot("UPDATE ticket SET latest_item_id=?, member_id=?, account_id=?, status=?, owner=?, snooze_wall=?, snooze_zone=?, snooze_due_at=nullif(?, 0), changed_at=?,"
                " first_inbound_at=?, first_reply_at=?, waiting_since_at=?, inbound=?, outbound=? WHERE id=?")
        .bind(ticket.latest, ticket.member, ticket.account, toString(ticket.status), ticket.owner, wall, zone, due, ticket.changedAt, ticket.firstInboundAt,
              ticket.firstReplyAt, ticket.waitingSince, ticket.inbound, ticket.outbound, ticket.id)
        .run();
}

// By hand, and key by key in the order of the alphabet: an action over thousands makes two of each, and images are compared as text.
std::string ticketJson(const Ticket &ticket)
{
    std::string out;
    out.reserve(360);
    const auto add = [&out](const char *key, const std::string &value) { out.append(out.empty() ? "{\"" : ",\"").append(key).append("\":").append(value); };
    const auto number = [](auto value) { return std::to_string(value); };
    add("account", number(ticket.account.value));
    add("changed", micros(ticket.changedAt));
    add("created", micros(ticket.createdAt));
    add("first_inbound", micros(ticket.firstInboundAt));
    add("first_reply", micros(ticket.firstReplyAt));
    add("id", number(ticket.id.value));
    add("inbound", number(ticket.inbound));
    add("latest", number(ticket.latest.value));
    add("member", number(ticket.member.value));
    add("outbound", number(ticket.outbound));
    add("owner", quoted(ticket.owner));
    add("reason", quoted(ticket.reason));
    add("root", number(ticket.root.value));
    if (ticket.snooze)
        add("snooze", "{\"due\":" + micros(ticket.snooze->due) + ",\"wall\":" + quoted(toString(ticket.snooze->wall)) + ",\"zone\":" + quoted(ticket.snooze->zone) + "}");
    add("status", quoted(toString(ticket.status)));
    add("waiting", micros(ticket.waitingSince));
    return out + '}';
}

Ticket ticketFromJson(const std::string &json)
{
    const auto object = Json::parse(json); // written by ticketJson(): what throws here is a damaged base, caught by guard()
    Ticket ticket;
    ticket.id = TicketId{object.at("id").get<std::int64_t>()};
    ticket.root = ItemId{object.at("root").get<std::int64_t>()};
    ticket.latest = ItemId{object.at("latest").get<std::int64_t>()};
    ticket.member = MemberId{object.at("member").get<std::int64_t>()};
    ticket.account = AccountId{object.at("account").get<std::int64_t>()};
    ticket.status = ticketStatusFrom(object.at("status").get<std::string>()).value_or(TicketStatus::Open);
    ticket.owner = object.at("owner").get<std::string>();
    ticket.createdAt = fromMicros(object.at("created").get<std::int64_t>());
    ticket.changedAt = fromMicros(object.at("changed").get<std::int64_t>());
    ticket.firstInboundAt = instantAt(object, "first_inbound");
    ticket.firstReplyAt = instantAt(object, "first_reply");
    ticket.waitingSince = instantAt(object, "waiting");
    ticket.inbound = object.at("inbound").get<int>();
    ticket.outbound = object.at("outbound").get<int>();
    ticket.reason = object.at("reason").get<std::string>();
    if (const auto found = object.find("snooze"); found != object.end())
        if (const auto wall = parseWallTime(found->at("wall").get<std::string>()))
            ticket.snooze = Snooze{*wall, found->at("zone").get<std::string>(), fromMicros(found->at("due").get<std::int64_t>())};
    return ticket;
}

} // namespace vigie::store
