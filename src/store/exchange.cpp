// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/exchange.hpp>

#include "store/session.hpp"

#include <vigie/base/digest.hpp>

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace vigie::store {

namespace {

const std::string kKey = "(s.connector || '|' || s.instance || '|' || i.native_id)";
const std::string kTicketRoot = " FROM ticket t JOIN item i ON i.id=t.root_item_id JOIN source s ON s.id=i.source_id";

std::string clockJson(const VersionVector &clock)
{
    return nlohmann::json(clock).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

VersionVector clockFrom(const std::string &json)
{
    VersionVector out;
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (object.is_object())
        for (const auto &[machine, count] : object.items())
            if (count.is_number_integer())
                out[machine] = count.get<std::int64_t>();
    return out;
}

void addNotes(Session &session, const std::unordered_map<std::int64_t, std::size_t> &at, std::vector<TicketFields> &out)
{
    session.each<TicketId, std::string, std::string, Instant>("SELECT ticket_id, text, author, at FROM note", {},
                                                              [&](TicketId ticket, const std::string &text, const std::string &author, Instant when) {
                                                                  const auto found = at.find(ticket.value);
                                                                  if (found == at.end())
                                                                      return;
                                                                  out[found->second].fields.insert(noteField(text, author, when));
                                                              });
}

} // namespace

std::pair<std::string, std::string> noteField(const std::string &text, const std::string &author, Instant at)
{
    const nlohmann::json note{{"text", text}, {"author", author}, {"at", toMicros(at)}};
    auto value = note.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return {"note:" + sha256(value, 16), std::move(value)};
}

Result<std::vector<TicketFields>> Exchange::tickets()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<TicketFields> out;
        std::unordered_map<std::int64_t, std::size_t> at;
        session.each<TicketId, std::string, std::string, std::string, std::string, std::string>(
            "SELECT t.id, " + kKey + ", t.status, t.owner, coalesce(t.snooze_wall, ''), coalesce(t.snooze_zone, '')" + kTicketRoot + " ORDER BY t.id", {},
            [&](TicketId id, std::string key, std::string status, std::string owner, const std::string &wall, const std::string &zone) {
                at[id.value] = out.size();
                out.push_back({id, std::move(key), {{"status", std::move(status)}, {"owner", std::move(owner)}, {"snooze", wall.empty() ? "" : wall + "|" + zone}}});
            });
        session.each<TicketId, std::string>("SELECT t.id, g.name FROM ticket t JOIN item_tag x ON x.item_id=t.latest_item_id JOIN tag g ON g.id=x.tag_id", {},
                                            [&](TicketId ticket, const std::string &tag) {
                                                if (const auto found = at.find(ticket.value); found != at.end())
                                                    out[found->second].fields["tag:" + tag] = "1";
                                            });
        addNotes(session, at, out);
        return out;
    });
}

Result<std::vector<ExchangeField>> Exchange::fields()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ExchangeField> out;
        session.each<std::string, std::string, std::string, std::string, std::string, bool>(
            "SELECT ticket_key, field, value, clock_json, author, applied FROM exchange_field ORDER BY ticket_key, field", {},
            [&](std::string ticket, std::string field, std::string value, const std::string &clock, std::string author, bool applied) {
                out.push_back({std::move(ticket), std::move(field), std::move(value), clockFrom(clock), std::move(author), applied});
            });
        return out;
    });
}

Result<void> Exchange::putField(const ExchangeField &field)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO exchange_field(ticket_key, field, value, clock_json, author, applied) VALUES(?,?,?,?,?,?) ON CONFLICT(ticket_key, field) DO UPDATE SET "
                     "value=excluded.value, clock_json=excluded.clock_json, author=excluded.author, applied=excluded.applied",
                     field.ticket, field.field, field.value, clockJson(field.clock), field.author, field.applied);
    });
}

Result<std::vector<ExchangeConflict>> Exchange::conflicts()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ExchangeConflict> out;
        session.each<std::string, std::string, std::string, std::string, std::string, Instant, std::string, std::string, TicketId>(
            "SELECT c.ticket_key, c.field, c.value, c.clock_json, c.author, c.at, coalesce(f.value, ''), coalesce(f.author, ''), coalesce((SELECT t.id" + kTicketRoot
                + " WHERE " + kKey + "=c.ticket_key LIMIT 1), 0) FROM exchange_conflict c LEFT JOIN exchange_field f ON f.ticket_key=c.ticket_key AND f.field=c.field "
                  "ORDER BY c.ticket_key, c.field",
            {},
            [&](std::string ticket, std::string field, std::string value, const std::string &clock, std::string author, Instant at, std::string ours, std::string oursBy,
                TicketId id) {
                out.push_back({{std::move(ticket), std::move(field), std::move(value), clockFrom(clock), std::move(author), true}, std::move(ours), std::move(oursBy), id, at});
            });
        return out;
    });
}

Result<void> Exchange::putConflict(const ExchangeField &theirs)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO exchange_conflict(ticket_key, field, value, clock_json, author, at) VALUES(?,?,?,?,?,?) ON CONFLICT(ticket_key, field) DO UPDATE SET "
                     "value=excluded.value, clock_json=excluded.clock_json, author=excluded.author, at=excluded.at",
                     theirs.ticket, theirs.field, theirs.value, clockJson(theirs.clock), theirs.author, tx_.now());
        tx_.change().settings = true;
    });
}

Result<void> Exchange::removeConflict(const std::string &ticket, const std::string &field)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (session.exec("DELETE FROM exchange_conflict WHERE ticket_key=? AND field=?", ticket, field) > 0)
            tx_.change().settings = true;
    });
}

} // namespace vigie::store
