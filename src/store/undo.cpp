// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/undo.hpp"

#include "store/alerts_row.hpp"
#include "store/answers_row.hpp"
#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/items_writer.hpp"
#include "store/query_image.hpp"
#include "store/relay_rows.hpp"
#include "store/relevance_rows.hpp"
#include "store/row_image.hpp"
#include "store/session.hpp"
#include "store/setting_image.hpp"
#include "store/sla_parts.hpp"
#include "store/tickets_row.hpp"
#include "store/tone_layer_image.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

constexpr int kKeptActions = 50;

const std::string kNoteImage = "json_object('ticket_id', n.ticket_id, 'text', n.text, 'author', n.author, 'at', n.at)";

struct Recorded {
    std::int64_t row = 0;
    std::optional<std::string> before, after;
};
std::vector<Recorded> recorded(Session &session, ChangeSetId id, const char *kind)
{
    std::vector<Recorded> out;
    session.each<std::int64_t, std::optional<std::string>, std::optional<std::string>>(
        "SELECT row_id, before_json, after_json FROM change_row WHERE change_set_id=? AND kind=?", binds(id, kind),
        [&](std::int64_t row, std::optional<std::string> before, std::optional<std::string> after) {
            out.push_back({row, std::move(before), std::move(after)});
        });
    return out;
}

/// Rows of one kind that are no longer as the action left them.
int moved(const std::vector<Recorded> &rows, const std::unordered_map<std::int64_t, std::string> &now)
{
    int count = 0;
    for (const auto &row : rows) {
        const auto it = now.find(row.row);
        count += row.after ? (it == now.end() || it->second != *row.after) : it != now.end();
    }
    return count;
}

int ticketsChanged(Session &session, ChangeSetId id, const std::vector<Recorded> &rows)
{
    std::unordered_map<std::int64_t, std::string> now;
    for (const auto &ticket : loadTickets(session, " WHERE t.id IN (SELECT row_id FROM change_row WHERE change_set_id=? AND kind='ticket')", binds(id)))
        now.emplace(ticket.id.value, ticketJson(ticket));
    // A ticket that the action made, and that others built upon since, counts as changed too.
    const auto built = session.one<int>("SELECT count(*) FROM change_row r WHERE r.change_set_id=? AND r.kind='ticket' AND r.before_json IS NULL AND ("
                                        "EXISTS(SELECT 1 FROM outbound o WHERE o.ticket_id=r.row_id) OR EXISTS(SELECT 1 FROM note n WHERE n.ticket_id=r.row_id"
                                        " AND NOT EXISTS(SELECT 1 FROM change_row c WHERE c.change_set_id=r.change_set_id AND c.kind='note' AND c.row_id=n.id)))",
                                        id);
    return moved(rows, now) + built.value_or(0);
}

int tonesChanged(Session &session, const std::vector<Recorded> &rows)
{
    std::unordered_map<std::int64_t, std::string> now;
    for (const auto &row : rows)
        if (const auto item = loadItem(session, ItemId{row.row}))
            now.emplace(row.row, toneImage(item->item));
    return moved(rows, now);
}

int relaysChanged(Tx &tx, const std::vector<Recorded> &rows)
{
    RelayRows now(tx);
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&now](const Recorded &row) { return now.image(ItemId{row.row}) != row.after.value_or(""); }));
}

void restoreRelays(Tx &tx, ChangeSetId id)
{
    std::vector<RelayRows::Kept> kept;
    for (const auto &row : recorded(tx.session(), id, "relay"))
        kept.push_back({ItemId{row.row}, row.before.value_or("")});
    RelayRows rows(tx);
    rows.restore(kept);
    rows.flush();
}

int changedSince(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    const auto count = [&](const std::string &sql) { return session.one<int>(sql, id).value_or(0); };
    return ticketsChanged(session, id, recorded(session, id, "ticket")) + tonesChanged(session, recorded(session, id, "tone"))
           + relaysChanged(tx, recorded(session, id, "relay"))
           + alertsChangedSince(session, id)
           + queriesChangedSince(session, id)
           + relevanceChangedSince(session, id)
           + slaChangedSince(session, id)
           + answersChangedSince(session, id)
           + imagedChangedSince(session, id)
           + settingsChangedSince(session, id)
           + layerChangedSince(session, id)
           + count("SELECT count(*) FROM change_row r LEFT JOIN note n ON n.id=r.row_id WHERE r.change_set_id=? AND r.kind='note'"
                   " AND r.after_json IS NOT iif(n.id IS NULL, NULL, " + kNoteImage + ")")
           + count("SELECT count(*) FROM change_row r LEFT JOIN ticket_item l ON l.ticket_id=r.row_id AND l.item_id=r.other_id"
                   " WHERE r.change_set_id=? AND r.kind='link' AND (r.after_json IS NULL) IS NOT (l.ticket_id IS NULL)")
           + count("SELECT count(*) FROM change_row r LEFT JOIN item_tag g ON g.item_id=r.row_id AND g.tag_id=r.other_id"
                   " WHERE r.change_set_id=? AND r.kind='tag' AND (r.after_json IS NULL) IS NOT (g.item_id IS NULL)");
}

void restoreTickets(Session &session, ChangeSetId id)
{
    for (const auto &row : recorded(session, id, "ticket")) {
        if (row.before)
            writeTicket(session, ticketFromJson(*row.before));
        else
            session.exec("DELETE FROM ticket WHERE id=?", row.row);
    }
}

void restoreTones(Tx &tx, ChangeSetId id)
{
    for (const auto &row : recorded(tx.session(), id, "tone")) {
        const auto stored = loadItem(tx.session(), ItemId{row.row});
        const auto image = Json::parse(row.before.value_or("{}"), nullptr, false);
        if (!stored || !image.is_object())
            continue;
        Item after = stored->item;
        after.tone = image.value("tone", after.tone);
        after.toneLabel = static_cast<std::int8_t>(image.value("label", 0));
        after.toneManual = image.value("manual", false);
        ItemWriter(tx).rewrite(*stored, std::move(after));
    }
}

/// What was done stays in the history; that it was taken back is one more line.
void writeHistory(Tx &tx, ChangeSetId id, const std::string &action)
{
    tx.session().exec("INSERT INTO ticket_event(ticket_id, at, what, from_value, to_value, actor) SELECT DISTINCT t.id, ?, 'undo', ?, '', 'person'"
                      " FROM change_row r JOIN ticket t ON t.id=r.ticket_id WHERE r.change_set_id=?",
                      tx.now(), action, id);
}

void publish(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    auto &change = tx.change();
    for (const auto ticket : session.column<TicketId>("SELECT DISTINCT ticket_id FROM change_row WHERE change_set_id=? AND ticket_id<>0", id))
        change.tickets.push_back(ticket);
    for (const auto item : session.column<ItemId>("SELECT DISTINCT row_id FROM change_row WHERE change_set_id=? AND kind IN ('tag', 'tone')", id)) {
        change.itemsChanged.push_back(item);
        change.tags = true;
    }
}

constexpr const char *kNewest =
    "SELECT s.id, s.action, s.at, (SELECT count(DISTINCT iif(ticket_id<>0, ticket_id, -row_id)) FROM change_row r WHERE r.change_set_id=s.id)"
    " FROM change_set s WHERE s.undone=0 AND EXISTS(SELECT 1 FROM change_row r WHERE r.change_set_id=s.id) ORDER BY s.id DESC LIMIT 1";

std::optional<ChangeSet> newest(Session &session)
{
    const auto row = session.one<ChangeSetId, std::string, Instant, int>(kNewest);
    if (!row)
        return std::nullopt;
    ChangeSet out;
    std::tie(out.id, out.action, out.at, out.tickets) = *row;
    return out;
}

} // namespace

std::optional<std::string> ticketImage(Session &session, TicketId id)
{
    const auto found = loadTickets(session, " WHERE t.id=?", binds(id));
    return found.empty() ? std::nullopt : std::optional(ticketJson(found.front()));
}

std::optional<std::string> noteImage(Session &session, NoteId id)
{
    return session.one<std::string>("SELECT " + kNoteImage + " FROM note n WHERE n.id=?", id);
}

std::string toneImage(const Item &item)
{
    return Json{{"tone", item.tone}, {"label", static_cast<int>(item.toneLabel)}, {"manual", item.toneManual}}.dump();
}

void recordRow(Tx &tx, const RowChange &change)
{
    if (!tx.changeSet())
        return;
    tx.session()
        .hot("INSERT INTO change_row(change_set_id, kind, row_id, other_id, ticket_id, before_json, after_json) VALUES(?,?,?,?,?,?,?)"
             " ON CONFLICT DO UPDATE SET after_json=excluded.after_json")
        .bind(tx.changeSet(), change.kind, change.row, change.other, change.ticket, change.before, change.after)
        .run();
}

void recordTagChange(Tx &tx, ItemId item, TagId tag, bool before, bool after, const std::string &actor)
{
    auto &session = tx.session();
    const auto ticket = session.one<TicketId>("SELECT ticket_id FROM ticket_item WHERE item_id=? ORDER BY ticket_id DESC LIMIT 1", item);
    if (ticket) {
        const auto name = session.one<std::string>("SELECT name FROM tag WHERE id=?", tag).value_or("");
        session.exec("INSERT INTO ticket_event(ticket_id, at, what, from_value, to_value, actor) VALUES(?,?,?,?,?,?)", *ticket, tx.now(),
                     after ? "tag" : "untag", before ? name : std::string(), after ? name : std::string(), actor);
        tx.change().tickets.push_back(*ticket);
    }
    RowChange change;
    change.kind = "tag";
    change.row = item.value;
    change.other = tag.value;
    change.ticket = ticket.value_or(TicketId{});
    if (before)
        change.before = session.one<std::string>("SELECT json_object('added_at', added_at) FROM item_tag WHERE item_id=? AND tag_id=?", item, tag)
                            .value_or("{\"added_at\":" + std::to_string(toMicros(tx.now())) + "}");
    if (after)
        change.after = "{}";
    recordRow(tx, change);
}

Result<ChangeSetId> Tickets::beginChangeSet(const std::string &action)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("DELETE FROM change_set WHERE id NOT IN (SELECT id FROM change_set WHERE undone=0"
                     " AND EXISTS(SELECT 1 FROM change_row r WHERE r.change_set_id=change_set.id) ORDER BY id DESC LIMIT ?)",
                     kKeptActions - 1);
        const ChangeSetId id{session.insert("INSERT INTO change_set(action, at) VALUES(?,?)", action, tx_.now())};
        tx_.setChangeSet(id);
        return id;
    });
}

Result<std::optional<ChangeSet>> Tickets::lastUndoable()
{
    return tx_.session().guard([&] { return newest(tx_.session()); });
}

Result<ChangeSet> Tickets::undoLast()
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ChangeSet> {
        auto last = newest(session);
        if (!last)
            return fail(Errc::NotFound, "nothing to undo");
        if (const int moved = changedSince(tx_, last->id); moved > 0)
            return fail(Errc::Conflict, std::to_string(moved) + " rows were changed since \"" + last->action + "\"");
        publish(tx_, last->id);
        const auto id = last->id;
        session.exec("DELETE FROM item_tag WHERE (item_id, tag_id) IN (SELECT row_id, other_id FROM change_row WHERE change_set_id=? AND kind='tag')", id);
        restoreImaged(tx_, id); // a tag must be there before it is put on anything
        session.exec("INSERT INTO item_tag(item_id, tag_id, added_at) SELECT r.row_id, r.other_id, r.before_json ->> '$.added_at' FROM change_row r"
                     " WHERE r.change_set_id=? AND r.kind='tag' AND r.before_json IS NOT NULL", id);
        session.exec("DELETE FROM note WHERE id IN (SELECT row_id FROM change_row WHERE change_set_id=? AND kind='note')", id);
        session.exec("DELETE FROM ticket_item WHERE (ticket_id, item_id) IN (SELECT row_id, other_id FROM change_row WHERE change_set_id=? AND kind='link')", id);
        restoreTickets(session, id);
        restoreTones(tx_, id);
        restoreRelays(tx_, id);
        VIGIE_CHECK(restoreQueries(tx_, id));
        restoreRelevance(tx_, id);
        restoreSla(tx_, id);
        restoreAnswers(tx_, id);
        restoreSettings(tx_, id);
        restoreLayer(tx_, id);
        tx_.change().alerts = restoreAlerts(session, id) || tx_.change().alerts;
        session.exec("INSERT INTO note(id, ticket_id, text, author, at) SELECT r.row_id, r.before_json ->> '$.ticket_id', r.before_json ->> '$.text',"
                     " r.before_json ->> '$.author', r.before_json ->> '$.at' FROM change_row r"
                     " WHERE r.change_set_id=? AND r.kind='note' AND r.before_json IS NOT NULL", id);
        session.exec("INSERT OR IGNORE INTO ticket_item(ticket_id, item_id) SELECT r.row_id, r.other_id FROM change_row r"
                     " WHERE r.change_set_id=? AND r.kind='link' AND r.before_json IS NOT NULL", id);
        writeHistory(tx_, id, last->action);
        session.exec("UPDATE change_set SET undone=1 WHERE id=?", id);
        last->undone = true;
        return *last;
    });
}

} // namespace vigie::store
