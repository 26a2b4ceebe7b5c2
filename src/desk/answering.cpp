// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/answering.hpp>

#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

using What = Meanwhile::What;

std::string nameOf(const Author &author)
{
    return author.name.empty() ? author.handle : author.name;
}

Result<void> addTarget(store::Tx &tx, const store::AnswerKnown &known, std::vector<Meanwhile> &out)
{
    VIGIE_TRY(const auto rows, store::Items(tx).rows({&known.target, 1}));
    if (rows.empty())
        return {};
    const auto &item = rows.front().item;
    if (item.state == ItemState::DeletedByAuthor || item.state == ItemState::AccountGone || item.state == ItemState::RemovedByModeration)
        out.push_back({What::Deleted, item.id, {}, nameOf(item.author), item.text, item.fetchedAt});
    else if (rows.front().revisions > known.revisions)
        out.push_back({What::Edited, item.id, {}, nameOf(item.author), item.text, item.editedAt.value_or(item.fetchedAt)});
    return {};
}

Result<void> addColleagues(store::Tx &tx, TicketId ticket, const store::AnswerKnown &known, std::vector<Meanwhile> &out)
{
    VIGIE_TRY(const auto besides, store::Drafts(tx).answersBesides(ticket, known.ours));
    VIGIE_TRY(const auto rows, store::Items(tx).rows(besides));
    for (const auto &row : rows)
        out.push_back({What::ColleagueSent, row.item.id, {}, nameOf(row.item.author), row.item.text, row.item.publishedAt});
    return {};
}

Result<void> addWaiting(store::Tx &tx, TicketId ticket, const store::AnswerKnown &known, std::vector<Meanwhile> &out)
{
    store::OutboxFilter filter;
    filter.ticket = ticket;
    filter.states = {OutboundState::Planned, OutboundState::Held, OutboundState::Sending, OutboundState::Accepted, OutboundState::Sent, OutboundState::Unknown};
    VIGIE_TRY(const auto rows, store::Outbox(tx).list(filter));
    for (const auto &row : rows)
        if (row.id > known.outbound && row.kind == OutboundKind::Reply)
            out.push_back({What::AnswerWaits, {}, row.id, {}, row.parts.empty() ? std::string() : row.parts.front().text, row.createdAt});
    return {};
}

} // namespace

Result<std::vector<Meanwhile>> meanwhile(store::Tx &tx, TicketId id, const store::AnswerKnown &known)
{
    std::vector<Meanwhile> out;
    VIGIE_TRY(const auto ticket, store::Tickets(tx).get(id));
    VIGIE_CHECK(addTarget(tx, known, out));
    VIGIE_CHECK(addColleagues(tx, id, known, out));
    VIGIE_CHECK(addWaiting(tx, id, known, out));
    if (ticket.latest > known.target) {
        VIGIE_TRY(const auto newest, store::Items(tx).get(ticket.latest));
        if (newest)
            out.push_back({What::NewerMessage, ticket.latest, {}, nameOf(newest->author), newest->text, newest->publishedAt});
    }
    std::stable_sort(out.begin(), out.end(), [](const Meanwhile &a, const Meanwhile &b) { return a.what < b.what; });
    return out;
}

const char *toString(What what) noexcept
{
    switch (what) {
    case What::Deleted: return "deleted";
    case What::ColleagueSent: return "colleague_sent";
    case What::AnswerWaits: return "answer_waits";
    case What::NewerMessage: return "newer_message";
    case What::Edited: return "edited";
    }
    return "";
}

} // namespace vigie::desk
