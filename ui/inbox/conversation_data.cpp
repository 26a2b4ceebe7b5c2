// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversation_data.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unordered_set>

namespace vigie::ui {

namespace {

Result<void> addMessages(store::Tx &tx, TicketId id, ToneSource &tone, Conversation &into)
{
    store::Items items(tx);
    VIGIE_TRY(const auto thread, items.thread(into.ticket.ticket.root));
    VIGIE_TRY(const auto linked, store::Tickets(tx).items(id));
    std::vector<ItemId> ids;
    std::unordered_set<ItemId> known;
    const auto add = [&](ItemId item) {
        if (item && known.insert(item).second)
            ids.push_back(item);
    };
    for (const auto &entry : thread)
        add(entry.id);
    for (const auto item : linked)
        add(item);
    add(into.ticket.ticket.root);
    add(into.ticket.ticket.latest);
    VIGIE_TRY(auto rows, items.rows(ids));
    for (auto &row : rows) {
        if (row.item.id == into.ticket.ticket.root)
            into.root = row;
        if (row.item.id == into.ticket.ticket.latest)
            into.latest = row;
        Entry entry;
        entry.kind = row.item.ours ? Entry::Kind::Ours : Entry::Kind::Message;
        entry.at = row.item.publishedAt;
        if (!row.item.ours)
            entry.words = tone.get().analyse(row.item.text, row.item.lang).words;
        entry.item = std::move(row);
        into.entries.push_back(std::move(entry));
    }
    // A message that was not seen stands just before the first one that answers it.
    for (std::size_t i = 0; i < thread.size(); ++i) {
        if (thread[i].id)
            continue;
        into.incomplete = true;
        Entry entry;
        entry.kind = Entry::Kind::Placeholder;
        entry.native = thread[i].native;
        entry.at = into.root.item.publishedAt - Micros(1);
        for (std::size_t child = i + 1; child < thread.size(); ++child) {
            const auto found = std::find_if(into.entries.begin(), into.entries.end(), [&](const Entry &candidate) {
                return thread[child].id && candidate.item.item.id == thread[child].id;
            });
            if (found != into.entries.end()) {
                entry.at = found->at - Micros(1);
                break;
            }
        }
        into.entries.push_back(std::move(entry));
    }
    return {};
}

Result<void> addOutbounds(store::Tx &tx, TicketId id, Conversation &into)
{
    store::OutboxFilter filter;
    filter.ticket = id;
    filter.states = {OutboundState::Planned, OutboundState::Sending, OutboundState::Accepted, OutboundState::Sent,
                     OutboundState::Unknown, OutboundState::Failed,  OutboundState::Missed};
    VIGIE_TRY(auto rows, store::Outbox(tx).list(filter));
    for (auto &row : rows) {
        if (row.kind != OutboundKind::Reply)
            continue;
        if (row.state == OutboundState::Sent || row.state == OutboundState::Accepted) {
            // Shown as ours once its echo is stored; until then it must not vanish from the conversation.
            const auto native = row.parts.empty() ? std::string{} : row.parts.front().nativeId;
            const bool stored = std::any_of(into.entries.begin(), into.entries.end(), [&](const Entry &entry) {
                return entry.kind == Entry::Kind::Ours && !native.empty() && entry.item.item.nativeId == native;
            });
            if (stored)
                continue;
        }
        Entry entry;
        entry.kind = Entry::Kind::Pending;
        entry.at = row.createdAt;
        entry.outbound = std::move(row);
        into.entries.push_back(std::move(entry));
    }
    return {};
}

Result<void> addAccounts(store::Tx &tx, Conversation &into)
{
    store::Accounts accounts(tx);
    VIGIE_TRY(const auto all, accounts.all());
    const auto &spokenTo = into.ticket.ticket.account;
    for (const auto &account : all) {
        const bool same = account.id == spokenTo;
        if (same)
            into.account = account;
        if (account.connector == into.latest.item.connector && account.capabilities.has(Capability::Reply)
            && (same || account.state == AccountState::Active))
            into.accounts.insert(same ? into.accounts.begin() : into.accounts.end(), account);
    }
    if (!into.account.id && spokenTo) {
        if (auto gone = accounts.get(spokenTo))
            into.account = std::move(*gone);
    }
    return {};
}

int oldestUnanswered(const std::vector<Entry> &entries)
{
    int found = -1;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto kind = entries[i].kind;
        if (kind == Entry::Kind::Ours || kind == Entry::Kind::Pending)
            found = -1;
        else if (kind == Entry::Kind::Message && found < 0)
            found = static_cast<int>(i);
    }
    return found;
}

Result<QJsonObject> notesBegun(store::Tx &tx)
{
    VIGIE_TRY(const auto kept, store::Settings(tx).get(app::kNotesBegun.key));
    return kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject{};
}

} // namespace

Result<void> saveNoteDraft(store::Tx &tx, TicketId ticket, const std::string &text)
{
    VIGIE_TRY(auto begun, notesBegun(tx));
    const auto key = QString::number(ticket.value);
    if (text.empty())
        begun.remove(key);
    else
        begun.insert(key, qs(text));
    return store::Settings(tx).set(app::kNotesBegun.key, QJsonDocument(begun).toJson(QJsonDocument::Compact).toStdString());
}

std::string Entry::key() const
{
    switch (kind) {
    case Kind::Message:
    case Kind::Ours: {
        std::string media;
        for (const auto &one : item.item.media)
            media += one.alt + "|";
        return "i" + std::to_string(item.item.id.value) + "|" + std::to_string(static_cast<int>(item.item.state)) + "|"
               + std::to_string(item.revisions) + "|" + std::to_string(item.relays) + "|" + media + item.item.warning + "|" + item.item.text;
    }
    case Kind::Note: return "n" + std::to_string(note.id.value) + "|" + note.text;
    case Kind::Pending:
        return "o" + std::to_string(outbound.id.value) + "|" + toString(outbound.state) + "|" + std::to_string(outbound.checks) + "|"
               + (outbound.error ? outbound.error->detail : std::string{});
    case Kind::Placeholder: return "p" + native;
    }
    return {};
}

Result<Conversation> loadConversation(store::Tx &tx, TicketId id, ToneSource &tone)
{
    Conversation result;
    store::Tickets tickets(tx);
    VIGIE_TRY(auto rows, tickets.rows({&id, 1}));
    if (rows.empty())
        return fail(Errc::NotFound, "the ticket is no longer here");
    result.ticket = std::move(rows.front());
    VIGIE_CHECK(addMessages(tx, id, tone, result));
    VIGIE_TRY(auto notes, tickets.notes(id));
    for (auto &note : notes) {
        Entry entry;
        entry.kind = Entry::Kind::Note;
        entry.at = note.at;
        entry.note = std::move(note);
        result.entries.push_back(std::move(entry));
    }
    VIGIE_CHECK(addOutbounds(tx, id, result));
    VIGIE_CHECK(addAccounts(tx, result));
    std::stable_sort(result.entries.begin(), result.entries.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
    result.firstUnread = oldestUnanswered(result.entries);
    VIGIE_TRY(result.draft, tickets.draft(id));
    VIGIE_TRY(const auto begun, notesBegun(tx));
    result.note = utf8(begun[QString::number(id.value)].toString());
    return result;
}

} // namespace vigie::ui
