// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_image.hpp"

#include "store/undo.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace vigie::store {

namespace {

struct Table {
    Imaged id;
    const char *kind, *name;
    std::vector<std::string> columns; ///< the first is the key
};

const std::array<Table, 14> &tables()
{
    static const std::array<Table, 14> all{{
        {Imaged::View, "view", "desk_view", {"id", "name", "source", "statuses", "owner", "tag_id", "account_id", "lang", "snoozed", "sort", "position"}},
        {Imaged::Tag, "tag_row", "tag", {"id", "name", "name_folded", "colour", "parent_id", "mark"}},
        {Imaged::Rule, "rule", "rule", {"id", "name", "moment", "at_minute", "weekdays", "source", "account_id", "waiting_hours", "messages", "actions_json",
                                        "stop_after", "is_on", "position", "version"}},
        {Imaged::Bump, "bump", "ticket_bump", {"ticket_id", "points", "rule"}},
        {Imaged::Pin, "pin", "ticket_pin", {"ticket_id", "at", "first_json"}},
        {Imaged::Answer, "rule_answer", "rule_answer", {"id", "ticket_id", "item_id", "rule", "text", "delay_minutes", "at", "department_id"}},
        {Imaged::GoalEntry, "goal_entry", "goal_entry", {"id", "network", "from_day", "to_day", "visits", "goals"}},
        {Imaged::SurveyBatch, "survey_batch", "survey_batch", {"id", "file", "at"}},
        {Imaged::SurveyAnswer, "survey_answer", "survey_answer", {"id", "batch_id", "kind", "score", "at", "network", "ticket_id", "mark"}},
        {Imaged::MemberNote, "member_note", "member_note", {"id", "member_id", "text", "author", "at"}},
        {Imaged::MemberStep, "member_step", "member_step", {"id", "member_id", "text", "due_day", "who", "at", "done_at"}},
        {Imaged::MemberConsent, "member_consent", "member_consent", {"id", "member_id", "what", "granted", "source", "at", "who"}},
        {Imaged::MemberFact, "member_fact", "member_fact", {"id", "member_id", "kind", "value", "origin", "at", "who"}},
        {Imaged::Promise, "promise", "promise", {"id", "member_id", "ticket_id", "item_id", "outbound_id", "text", "wall", "zone", "due_at", "state", "made_at", "made_by",
                                                 "settled_at", "settled_by"}},
    }};
    return all;
}

const Table &tableOf(Imaged id)
{
    return tables()[static_cast<std::size_t>(id)];
}

/// The columns one after the other, each in what `each` makes of it.
template <class Each>
std::string listed(const Table &table, std::size_t from, const Each &each)
{
    std::string out;
    for (std::size_t i = from; i < table.columns.size(); ++i)
        out += (out.empty() ? "" : ", ") + each(i, table.columns[i]);
    return out;
}

std::string asArray(const Table &table)
{
    return "json_array(" + listed(table, 0, [](std::size_t, const std::string &column) { return column; }) + ")";
}

std::optional<std::string> image(Session &session, const Table &table, std::int64_t row)
{
    return session.one<std::string>("SELECT " + asArray(table) + " FROM " + table.name + " WHERE " + table.columns.front() + "=?", row);
}

void restoreTable(Session &session, const Table &table, ChangeSetId id)
{
    const std::string kind = table.kind, key = table.columns.front();
    session.exec(std::string("DELETE FROM ") + table.name + " WHERE " + key + " IN (SELECT row_id FROM change_row WHERE change_set_id=? AND kind='" + kind
                     + "' AND before_json IS NULL)", id);
    // Names that change places among rows must not stand in one another's way.
    if (table.columns[1] == "name")
        session.exec(std::string("UPDATE ") + table.name + " SET " + (table.id == Imaged::Tag ? "name_folded" : "name") + "=char(1)||id WHERE id IN "
                         "(SELECT row_id FROM change_row WHERE change_set_id=? AND kind='" + kind + "' AND before_json IS NOT NULL)", id);
    session.exec(std::string("INSERT INTO ") + table.name + "(" + listed(table, 0, [](std::size_t, const std::string &column) { return column; }) + ") SELECT "
                     + listed(table, 0, [](std::size_t i, const std::string &) { return "r.before_json ->> " + std::to_string(i); })
                     + " FROM change_row r WHERE r.change_set_id=? AND r.kind='" + kind + "' AND r.before_json IS NOT NULL ON CONFLICT(" + key + ") DO UPDATE SET "
                     + listed(table, 1, [](std::size_t, const std::string &column) { return column + "=excluded." + column; }), id);
}

/// Whose rows they were: the image names the member second.
void tellMembers(Tx &tx, const Table &table, ChangeSetId id)
{
    for (const auto member : tx.session().column<MemberId>("SELECT DISTINCT coalesce(before_json, after_json) ->> 1 FROM change_row WHERE change_set_id=? AND kind=?", id,
                                                           std::string_view(table.kind)))
        if (member)
            tx.change().members.push_back(member);
}

} // namespace

RowRecord::RowRecord(Tx &tx, Imaged table, std::int64_t row) : RowRecord(tx, table, row, image(tx.session(), tableOf(table), row)) {}

RowRecord RowRecord::made(Tx &tx, Imaged table, std::int64_t row)
{
    return {tx, table, row, std::nullopt};
}

void RowRecord::done(TicketId ticket)
{
    if (!tx_.changeSet())
        return;
    const auto &table = tableOf(table_);
    auto after = image(tx_.session(), table, row_);
    if (before_ == after)
        return;
    RowChange change;
    change.kind = table.kind;
    change.row = row_;
    change.ticket = ticket;
    change.before = before_;
    change.after = std::move(after);
    recordRow(tx_, change);
}

void removeRow(Tx &tx, Imaged table, std::int64_t row)
{
    RowRecord record(tx, table, row);
    tx.session().exec(std::string("DELETE FROM ") + tableOf(table).name + " WHERE " + tableOf(table).columns.front() + "=?", row);
    record.done();
}

void moveRow(Tx &tx, Imaged table, std::vector<std::int64_t> rows, std::int64_t row, int place)
{
    std::erase(rows, row);
    rows.insert(rows.begin() + std::clamp(place, 0, static_cast<int>(rows.size())), row);
    const auto update = std::string("UPDATE ") + tableOf(table).name + " SET position=? WHERE " + tableOf(table).columns.front() + "=?";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowRecord record(tx, table, rows[i]);
        tx.session().exec(update, i, rows[i]);
        record.done();
    }
}

int imagedChangedSince(Session &session, ChangeSetId id)
{
    int moved = 0;
    for (const auto &table : tables())
        moved += session.one<int>("SELECT count(*) FROM change_row r LEFT JOIN " + std::string(table.name) + " t ON t." + table.columns.front()
                                      + "=r.row_id WHERE r.change_set_id=? AND r.kind='" + table.kind + "' AND r.after_json IS NOT iif(t."
                                      + table.columns.front() + " IS NULL, NULL, json_array("
                                      + listed(table, 0, [](std::size_t, const std::string &column) { return "t." + column; }) + "))",
                                  id)
                     .value_or(0);
    return moved;
}

void restoreImaged(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    for (const auto &table : tables()) {
        const auto rows = session.one<int>("SELECT count(*) FROM change_row WHERE change_set_id=? AND kind=?", id, std::string_view(table.kind)).value_or(0);
        if (rows == 0)
            continue;
        restoreTable(session, table, id);
        tx.change().tags = tx.change().tags || table.id == Imaged::Tag;
        tx.change().settings = tx.change().settings || table.id == Imaged::View || table.id == Imaged::Rule || table.id == Imaged::GoalEntry || table.id == Imaged::SurveyBatch
                               || table.id == Imaged::SurveyAnswer;
        if (table.id >= Imaged::MemberNote)
            tellMembers(tx, table, id);
    }
}

} // namespace vigie::store
