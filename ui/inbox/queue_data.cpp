// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_data.hpp"

#include <algorithm>
#include <unordered_map>

namespace vigie::ui {

namespace {

constexpr int kMostDone = 1000;

bool hasTag(const store::TicketRow &row, const std::string &tag)
{
    return tag.empty() || std::find(row.tags.begin(), row.tags.end(), tag) != row.tags.end();
}

Result<std::vector<QueueEntry>> doneEntries(store::Tx &tx, const QueueQuestion &question)
{
    store::TicketFilter filter;
    filter.statuses = {TicketStatus::Done, TicketStatus::Ignored};
    filter.tag = question.tag;
    filter.withSnoozed = true;
    filter.limit = kMostDone;
    VIGIE_TRY(auto rows, store::Tickets(tx).list(filter));
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.ticket.changedAt != b.ticket.changedAt ? a.ticket.changedAt > b.ticket.changedAt : a.ticket.id > b.ticket.id;
    });
    std::vector<QueueEntry> entries;
    entries.reserve(rows.size());
    for (const auto &row : rows)
        entries.push_back(QueueEntry{row.ticket.id, 0, {}});
    return entries;
}

std::vector<QueueEntry> snoozedEntries(std::vector<store::TicketRow> rows, const QueueQuestion &question)
{
    std::erase_if(rows, [&](const auto &row) { return !row.ticket.snooze || !hasTag(row, question.tag); });
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.ticket.snooze->due != b.ticket.snooze->due ? a.ticket.snooze->due < b.ticket.snooze->due : a.ticket.id < b.ticket.id;
    });
    std::vector<QueueEntry> entries;
    entries.reserve(rows.size());
    for (const auto &row : rows)
        entries.push_back(QueueEntry{row.ticket.id, 0, {}});
    return entries;
}

} // namespace

Result<QueueAnswer> loadQueue(store::Tx &tx, const QueueQuestion &question)
{
    QueueAnswer answer;
    store::TicketFilter open;
    open.withSnoozed = true;
    VIGIE_TRY(auto rows, store::Tickets(tx).list(open));
    for (const auto &row : rows) {
        for (const auto &tag : row.tags)
            ++answer.tags[tag];
        if (row.ticket.snooze) {
            ++answer.snoozed;
            continue;
        }
        ++answer.open;
        if (row.ticket.owner.empty())
            ++answer.unassigned;
        else if (row.ticket.owner == question.person)
            ++answer.mine;
    }
    if (question.view == QueueView::Snoozed) {
        answer.entries = snoozedEntries(std::move(rows), question);
        return answer;
    }
    if (question.view == QueueView::Done) {
        VIGIE_TRY(answer.entries, doneEntries(tx, question));
        return answer;
    }
    store::TicketFilter filter;
    filter.tag = question.tag;
    if (question.view == QueueView::Mine)
        filter.owner = question.person;
    else if (question.view == QueueView::Unassigned)
        filter.owner = std::string{};
    VIGIE_TRY(answer.entries, desk::Desk(tx).queue(filter));
    return answer;
}

Result<std::vector<QueueRow>> loadQueueRows(store::Tx &tx, const std::vector<TicketId> &ids)
{
    VIGIE_TRY(auto tickets, store::Tickets(tx).rows(ids));
    std::vector<ItemId> latest;
    latest.reserve(tickets.size());
    for (const auto &row : tickets)
        latest.push_back(row.ticket.latest);
    VIGIE_TRY(auto items, store::Items(tx).rows(latest));
    std::unordered_map<ItemId, store::ItemRow> byId;
    for (auto &item : items)
        byId.emplace(item.item.id, std::move(item));
    std::vector<QueueRow> rows;
    rows.reserve(tickets.size());
    for (auto &ticket : tickets) {
        QueueRow row;
        const auto found = byId.find(ticket.ticket.latest);
        if (found != byId.end())
            row.latest = found->second;
        row.ticket = std::move(ticket);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace vigie::ui
