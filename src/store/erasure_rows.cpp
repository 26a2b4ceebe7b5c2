// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure_rows.hpp"

#include "store/erasure_sweep.hpp"
#include "store/found_docs.hpp"
#include "store/items_writer.hpp"
#include "store/queries_linked.hpp"

#include <vigie/model/person.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::size_t kSlice = 500;

Item silenced(const Item &item, bool ours)
{
    Item out = item;
    out.title.clear();
    out.text.clear();
    out.warning.clear();
    out.spans.clear();
    out.media.clear();
    out.refs.erase(std::remove_if(out.refs.begin(), out.refs.end(), [](const ItemRef &ref) { return ref.relation == Relation::LinksTo; }), out.refs.end());
    if (!ours) {
        out.uri.clear();
        out.permalink.clear();
        out.container.clear();
        out.author = {};
        out.author.nativeId = item.author.nativeId;
        out.author.name = kErasedName;
    }
    return out;
}

template <class F>
void eachSlice(Session &session, const std::vector<ItemId> &ids, const F &row)
{
    for (std::size_t from = 0; from < ids.size(); from += kSlice)
        for (const auto &one : loadItems(session, std::span(ids).subspan(from, std::min(kSlice, ids.size() - from))))
            row(one);
}

} // namespace

std::vector<ItemId> itemsNaming(Session &session, const std::vector<std::string> &keys, const std::vector<MemberId> &but)
{
    if (keys.empty())
        return {};
    // Anything that may hold one; which really does is told by whole words.
    std::string where;
    std::vector<Bound> values = binds(idList(but));
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto parameter = "?" + std::to_string(i + 2);
        for (const auto *column : {"i.text", "i.title", "i.warning", "i.spans", "i.container"})
            where += (where.empty() ? "" : " OR ") + ("instr(lower(" + std::string(column) + "), " + parameter + ")");
        where += " OR EXISTS(SELECT 1 FROM media m WHERE m.item_id=i.id AND instr(lower(m.alt), " + parameter + "))";
        values.push_back(binds(keys[i]).front());
    }
    std::vector<ItemId> out;
    session.each<ItemId>("SELECT i.id FROM item i WHERE (i.author_id IS NULL OR i.author_id NOT IN (SELECT value FROM json_each(?1))) AND (" + where + ")", std::move(values),
                         [&](ItemId id) { out.push_back(id); });
    return out;
}

void ErasedRows::items(const std::vector<ItemId> &items)
{
    ItemWriter writer(tx_);
    eachSlice(session_, items, [&](const StoredRow &row) { writer.replaceWords(row, silenced(row.item, false)); });
    const auto list = idList(items);
    const auto run = [&](const char *sql) { session_.exec(sql, list); };
    run("DELETE FROM item_revision WHERE item_id IN (SELECT value FROM json_each(?))");
    run("DELETE FROM media WHERE item_id IN (SELECT value FROM json_each(?))");
    run("DELETE FROM recheck WHERE item_id IN (SELECT value FROM json_each(?))");
    run("UPDATE item_ref SET target_native='erased:' || target_id WHERE target_id IN (SELECT value FROM json_each(?))");
    run("UPDATE item SET native_id='erased:' || id, author_handle=NULL, author_name=NULL WHERE id IN (SELECT value FROM json_each(?))");
}

int ErasedRows::answers(const std::vector<ItemId> &items, const std::vector<TicketId> &tickets)
{
    const auto theirs = idList(items), desk = idList(tickets);
    const auto ours = session_.column<ItemId>("SELECT DISTINCT i.id FROM item i WHERE i.ours IS NOT NULL AND i.id IN (SELECT item_id FROM ticket_item WHERE ticket_id IN (SELECT value FROM json_each(?))"
                                              " UNION SELECT item_id FROM item_ref WHERE relation IN (?, ?) AND target_id IN (SELECT value FROM json_each(?)))",
                                              desk, Relation::ReplyTo, Relation::AnswersReview, theirs);
    ItemWriter writer(tx_);
    eachSlice(session_, ours, [&](const StoredRow &row) { writer.replaceWords(row, silenced(row.item, true)); });
    const auto list = idList(ours);
    session_.exec("DELETE FROM item_revision WHERE item_id IN (SELECT value FROM json_each(?))", list);
    session_.exec("DELETE FROM media WHERE item_id IN (SELECT value FROM json_each(?))", list);
    constexpr const char *kTheirs = " (SELECT id FROM outbound WHERE ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?1)) OR target_item_id IN (SELECT value FROM json_each(?2)))";
    const auto of = [&](const std::string &sql) { session_.exec(sql + kTheirs, desk, theirs); };
    // What has not left never will: it has no words any more.
    session_.exec("UPDATE outbound SET state='cancelled', changed_at=?3, next_check_at=NULL WHERE state IN ('draft', 'waiting_approval', 'planned', 'held', 'failed', 'missed') AND id IN"
                      + std::string(kTheirs), desk, theirs, tx_.now());
    of("UPDATE outbound_part SET text='', media_json='[]' WHERE outbound_id IN");
    of("UPDATE outbound SET warning='', comment='', target_native='', error_json=NULL WHERE id IN");
    // What past answers are compared by, and what stood in their variables.
    of("DELETE FROM answered WHERE outbound_id<>0 AND outbound_id IN");
    of("UPDATE answer_use SET values_json='{}' WHERE outbound_id IN");
    session_.exec("DELETE FROM answered WHERE item_id IN (SELECT value FROM json_each(?1)) OR question_id IN (SELECT value FROM json_each(?2))", list, theirs);
    session_.exec("DELETE FROM answer_pick WHERE ticket_id IN (SELECT value FROM json_each(?))", desk);
    for (const auto id : session_.column<OutboundId>(std::string("SELECT id FROM outbound WHERE id IN") + kTheirs, desk, theirs))
        tx_.change().outbounds.push_back(id);
    return static_cast<int>(ours.size());
}

void ErasedRows::blankTicketTexts(const std::string &tickets)
{
    // Tables that hang on a ticket, also those made later: columns people write in.
    session_.each<std::string, std::string>(
        "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) k ON k.name='ticket_id' JOIN pragma_table_info(t.name) c ON c.name IN"
        " ('text', 'body', 'subject', 'question', 'answer', 'context', 'comment', 'history', 'note') AND upper(c.type)='TEXT' AND c.pk=0 WHERE t.type='table'",
        {}, [&](const std::string &table, const std::string &column) {
            session_.exec("UPDATE OR IGNORE \"" + table + "\" SET \"" + column + "\"='' WHERE ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?))", tickets);
        });
}

int ErasedRows::desk(const std::vector<TicketId> &tickets, const std::vector<MemberId> &members)
{
    const auto list = idList(tickets), own = idList(members);
    const auto run = [&](const char *sql, const std::string &ids) { return static_cast<int>(session_.exec(sql, ids)); };
    int notes = session_.one<int>("SELECT count(*) FROM note WHERE ticket_id IN (SELECT value FROM json_each(?))", list).value_or(0);
    run("DELETE FROM reply_draft WHERE ticket_id IN (SELECT value FROM json_each(?))", list);
    run("UPDATE question SET state='cancelled', due_at=NULL WHERE state='waiting' AND ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?))", list);
    blankTicketTexts(list);
    run("UPDATE question_reply SET subject='', text='', history='', attachments_json='[]' WHERE question_id IN"
        " (SELECT id FROM question WHERE ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?)))", list);
    // Half an action cannot be taken back: the whole of it is forgotten.
    run("DELETE FROM change_set WHERE id IN (SELECT change_set_id FROM change_row WHERE ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?)))", list);
    run("DELETE FROM change_set WHERE id IN (SELECT r.change_set_id FROM change_row r JOIN item i ON i.id=r.row_id WHERE r.kind IN ('tag', 'tone')"
        " AND i.author_id IN (SELECT value FROM json_each(?)))", own);
    // The images of what was written about them name the member second; promises may have no ticket.
    run("DELETE FROM change_set WHERE id IN (SELECT change_set_id FROM change_row WHERE kind IN ('member_note', 'member_step', 'member_consent', 'member_fact', 'promise')"
        " AND (before_json ->> 1 IN (SELECT value FROM json_each(?1)) OR after_json ->> 1 IN (SELECT value FROM json_each(?1))))", own);
    notes += run("DELETE FROM member_note WHERE member_id IN (SELECT value FROM json_each(?))", own);
    for (const auto *table : {"member_step", "member_consent", "member_fact", "member_avatar", "member_handle", "member_person"})
        session_.exec(std::string("DELETE FROM ") + table + " WHERE member_id IN (SELECT value FROM json_each(?))", own);
    run("UPDATE promise SET text='', state=iif(state='open', 'released', state), settled_at=coalesce(settled_at, made_at) WHERE member_id IN (SELECT value FROM json_each(?))", own);
    session_.exec("DELETE FROM member_merge WHERE one_id IN (SELECT value FROM json_each(?1)) OR other_id IN (SELECT value FROM json_each(?1))", own);
    session_.exec("DELETE FROM member_apart WHERE one_id IN (SELECT value FROM json_each(?1)) OR other_id IN (SELECT value FROM json_each(?1))", own);
    tx_.change().tickets.insert(tx_.change().tickets.end(), tickets.begin(), tickets.end());
    return notes;
}

void ErasedRows::members(const std::vector<MemberId> &members)
{
    const auto own = idList(members);
    session_.exec("DELETE FROM observation WHERE subject_kind=? AND subject_id IN (SELECT value FROM json_each(?))", Subject::Member, own);
    session_.exec("UPDATE member SET native_id='erased:' || id, handle='', name=?, bio='', avatar_url='', profile_url='', created_at=NULL, followers=NULL, metrics=NULL"
                  " WHERE id IN (SELECT value FROM json_each(?))", std::string(kErasedName), own);
    tx_.change().members.insert(tx_.change().members.end(), members.begin(), members.end());
}

bool ErasedRows::mention(ItemId item, const std::vector<std::string> &keys)
{
    const auto row = loadItem(session_, item);
    if (!row)
        return false;
    auto after = withoutKeys(row->item, keys);
    if (after.text == row->item.text && after.title == row->item.title && after.warning == row->item.warning && after.spans == row->item.spans && after.container == row->item.container
        && after.media == row->item.media)
        return false;
    ItemWriter(tx_).replaceWords(*row, after);
    return true;
}

void ErasedRows::finish()
{
    scrubItemsLater(session_);
    session_.dropCaches();
    forgetQueries(session_);
    tx_.change().queries = true;
}

} // namespace vigie::store
