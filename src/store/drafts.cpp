// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/drafts.hpp>

#include "store/session.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

std::vector<AnswerDraft> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<AnswerDraft> out;
    session.each<TicketId, AccountId, std::string, std::string, std::string, ItemId, int, ItemId, OutboundId, Instant>(
        "SELECT ticket_id, account_id, text, lang, visibility, known_item_id, known_revisions, known_ours_id, known_outbound_id, changed_at FROM reply_draft " + where,
        std::move(values),
        [&](TicketId ticket, AccountId account, std::string text, std::string lang, const std::string &visibility, ItemId target, int revisions, ItemId ours,
            OutboundId outbound, Instant at) {
            out.push_back({ticket, account, std::move(text), std::move(lang), visibilityFrom(visibility), {target, revisions, ours, outbound}, at});
        });
    return out;
}

} // namespace

Result<void> Drafts::save(const AnswerDraft &draft)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (draft.text.empty()) {
            session.exec("DELETE FROM reply_draft WHERE ticket_id=? AND account_id=?", draft.ticket, draft.account);
            return;
        }
        session.exec("INSERT INTO reply_draft(ticket_id, account_id, text, lang, visibility, known_item_id, known_revisions, known_ours_id, known_outbound_id, changed_at)"
                     " VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(ticket_id, account_id) DO UPDATE SET text=excluded.text, lang=excluded.lang, visibility=excluded.visibility,"
                     " known_item_id=excluded.known_item_id, known_revisions=excluded.known_revisions, known_ours_id=excluded.known_ours_id,"
                     " known_outbound_id=excluded.known_outbound_id, changed_at=excluded.changed_at",
                     draft.ticket, draft.account, draft.text, draft.lang, std::string(toString(draft.visibility)), draft.known.target, draft.known.revisions, draft.known.ours,
                     draft.known.outbound, tx_.now());
    });
}

Result<std::optional<AnswerDraft>> Drafts::get(TicketId ticket, AccountId account)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto found = load(session, "WHERE ticket_id=? AND account_id=?", binds(ticket, account));
        return found.empty() ? std::optional<AnswerDraft>() : std::optional<AnswerDraft>(std::move(found.front()));
    });
}

Result<std::vector<AnswerDraft>> Drafts::of(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, "WHERE ticket_id=? ORDER BY changed_at DESC, account_id", binds(ticket)); });
}

Result<AnswerKnown> Drafts::knownNow(TicketId ticket, ItemId target)
{
    AnswerKnown known;
    known.target = target;
    Items items(tx_);
    VIGIE_TRY(const auto rows, items.rows({&target, 1}));
    if (!rows.empty())
        known.revisions = rows.front().revisions;
    VIGIE_TRY(const auto linked, Tickets(tx_).items(ticket));
    for (const auto id : linked) {
        VIGIE_TRY(const auto item, items.get(id));
        if (item && item->ours)
            known.ours = std::max(known.ours, id);
    }
    auto &session = tx_.session();
    VIGIE_TRY(known.outbound, session.guard([&] { return session.one<OutboundId>("SELECT max(id) FROM outbound WHERE ticket_id=? HAVING max(id) IS NOT NULL", ticket).value_or(OutboundId{}); }));
    return known;
}

Result<std::vector<ItemId>> Drafts::answersBesides(TicketId ticket, ItemId since)
{
    VIGIE_TRY(const auto linked, Tickets(tx_).items(ticket));
    std::vector<ItemId> out;
    for (const auto id : linked) {
        if (id <= since)
            continue;
        VIGIE_TRY(const auto item, Items(tx_).get(id));
        if (!item || !item->ours)
            continue;
        VIGIE_TRY(const auto sent, Outbox(tx_).byNative(item->ours, item->nativeId));
        if (!sent)
            out.push_back(id);
    }
    return out;
}

Result<void> Drafts::noteSeen(OutboundId outbound, ItemId newestOurs)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO reply_seen(outbound_id, ours_item_id) VALUES(?,?) ON CONFLICT(outbound_id) DO UPDATE SET ours_item_id=excluded.ours_item_id", outbound, newestOurs);
    });
}

Result<std::optional<ItemId>> Drafts::seen(OutboundId outbound)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.one<ItemId>("SELECT ours_item_id FROM reply_seen WHERE outbound_id=?", outbound); });
}

} // namespace vigie::store
