// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversation_data.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/conversation_tree.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tones.hpp>
#include <vigie/store/writing.hpp>
#include <vigie/text/tone_item.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace vigie::ui {

namespace {

Entry messageEntry(store::ItemRow row, const text::ToneAnalyser &tone)
{
    Entry entry;
    entry.kind = row.item.ours ? Entry::Kind::Ours : Entry::Kind::Message;
    entry.at = row.item.publishedAt;
    if (!row.item.ours)
        entry.words = tone.analyse(row.item.text, row.item.lang, text::toneKind(row.item.kind)).words;
    entry.item = std::move(row);
    return entry;
}

/// What messages quote, as far as it is here.
Result<void> addQuotes(store::Items &items, std::vector<Entry> &entries)
{
    std::vector<ItemId> wanted;
    for (const auto &entry : entries)
        if (const auto *quote = entry.item.item.ref(Relation::QuoteOf); quote != nullptr && quote->target)
            wanted.push_back(quote->target);
    if (wanted.empty())
        return {};
    VIGIE_TRY(const auto rows, items.rows(wanted));
    for (auto &entry : entries)
        if (const auto *quote = entry.item.item.ref(Relation::QuoteOf); quote != nullptr && quote->target)
            for (const auto &row : rows)
                if (row.item.id == quote->target)
                    entry.quoted = row;
    return {};
}

/// The thread in its own order with its depths, then what the ticket holds besides.
Result<void> addMessages(store::Tx &tx, TicketId id, ToneSource &tone, Conversation &into, std::vector<int> &depths)
{
    store::Items items(tx);
    VIGIE_TRY(auto layer, store::Tones(tx).layer());
    const auto here = tone.get().with(std::make_shared<const text::ToneLayer>(std::move(layer)));
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
    std::unordered_map<ItemId, store::ItemRow> byId;
    for (auto &row : rows) {
        if (row.item.id == into.ticket.ticket.root)
            into.root = row;
        if (row.item.id == into.ticket.ticket.latest)
            into.latest = row;
        byId.emplace(row.item.id, std::move(row));
    }
    const auto take = [&](ItemId item, int depth) {
        const auto found = byId.find(item);
        if (found == byId.end())
            return;
        into.entries.push_back(messageEntry(std::move(found->second), here));
        depths.push_back(depth);
        byId.erase(found);
    };
    for (const auto &step : thread) {
        if (step.id) {
            take(step.id, step.depth);
            continue;
        }
        into.incomplete = true;
        Entry entry;
        entry.kind = Entry::Kind::Placeholder;
        entry.native = step.native;
        entry.at = into.root.item.publishedAt - Micros(1);
        into.entries.push_back(std::move(entry));
        depths.push_back(step.depth);
    }
    std::sort(ids.begin(), ids.end()); // ids grow with time
    for (const auto item : ids)
        take(item, 0);
    return addQuotes(items, into.entries);
}

Result<void> addOutbounds(store::Tx &tx, TicketId id, Conversation &into)
{
    store::OutboxFilter filter;
    filter.ticket = id;
    filter.states = {OutboundState::Planned, OutboundState::Held, OutboundState::Sending, OutboundState::Accepted, OutboundState::Sent,
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
        const auto answered = std::find_if(into.entries.begin(), into.entries.end(),
                                           [&](const Entry &other) { return other.item.item.id && other.item.item.id == row.target; });
        entry.outbound = std::move(row);
        insertBehind(into.entries, static_cast<std::size_t>(answered - into.entries.begin()), std::move(entry));
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

/// What is being written, and how one addresses whom.
Result<void> addWriting(store::Tx &tx, TicketId id, Conversation &into)
{
    store::Drafts drafts(tx);
    VIGIE_TRY(into.drafts, drafts.of(id));
    VIGIE_TRY(into.now, drafts.knownNow(id, into.ticket.ticket.latest));
    for (const auto &entry : into.entries) {
        const bool theirs = entry.kind == Entry::Kind::Message && entry.item.item.authorId == into.ticket.ticket.member;
        if (const auto form = theirs ? text::addressOf(entry.item.item.text) : text::Address::None; form != text::Address::None)
            into.addressed = form;
    }
    store::WritingHabits habits(tx);
    for (const auto &account : into.accounts) {
        VIGIE_TRY(const auto form, habits.address(account.id));
        into.houses.push_back(form);
    }
    return {};
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

namespace {

std::string partStates(const Outbound &outbound)
{
    std::string states = "|";
    for (const auto &part : outbound.parts)
        states += static_cast<char>('0' + static_cast<int>(part.state));
    return states;
}

} // namespace

std::string Entry::key() const
{
    switch (kind) {
    case Kind::Message:
    case Kind::Ours: {
        std::string media;
        for (const auto &one : item.item.media)
            media += one.alt + "|";
        return "i" + std::to_string(item.item.id.value) + "|" + std::to_string(level) + "|" + (quoted ? std::to_string(quoted->item.id.value) : std::string{}) + "|" + std::to_string(static_cast<int>(item.item.state)) + "|"
               + std::to_string(item.revisions) + "|" + std::to_string(item.relays) + "|" + media + item.item.warning + "|" + item.item.text;
    }
    case Kind::Note: return "n" + std::to_string(note.id.value) + "|" + note.text.inside();
    case Kind::Pending:
        return "o" + std::to_string(outbound.id.value) + "|" + toString(outbound.state) + "|" + std::to_string(outbound.checks) + "|"
               + (outbound.error ? outbound.error->detail : std::string{}) + partStates(outbound);
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
    std::vector<int> depths;
    VIGIE_CHECK(addMessages(tx, id, tone, result, depths));
    setLevels(result.entries, depths);
    VIGIE_CHECK(addOutbounds(tx, id, result));
    VIGIE_TRY(auto notes, tickets.notes(id));
    for (auto &note : notes)
        insertNote(result.entries, std::move(note));
    VIGIE_CHECK(addAccounts(tx, result));
    result.firstUnread = oldestUnanswered(result.entries);
    VIGIE_CHECK(addWriting(tx, id, result));
    VIGIE_TRY(const auto begun, notesBegun(tx));
    result.note = utf8(begun[QString::number(id.value)].toString());
    return result;
}

} // namespace vigie::ui
