// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_data.hpp"

#include <algorithm>
#include <unordered_map>

namespace vigie::ui {

namespace {

constexpr int kMostDone = 1000;

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

Result<std::vector<QueueEntry>> snoozedEntries(store::Tx &tx, const QueueQuestion &question)
{
    store::QueueFilter filter;
    filter.tickets.withSnoozed = true;
    filter.tickets.tag = question.tag;
    VIGIE_TRY(auto facts, store::Queue(tx).facts(filter));
    std::erase_if(facts, [](const store::QueueFacts &one) { return !one.snoozedUntil; });
    std::sort(facts.begin(), facts.end(), [](const store::QueueFacts &a, const store::QueueFacts &b) {
        return *a.snoozedUntil != *b.snoozedUntil ? *a.snoozedUntil < *b.snoozedUntil : a.ticket < b.ticket;
    });
    std::vector<QueueEntry> entries;
    entries.reserve(facts.size());
    for (const auto &one : facts)
        entries.push_back(QueueEntry{one.ticket, 0, {}});
    return entries;
}

Result<std::vector<QueueEntry>> savedEntries(store::Tx &tx, const QueueQuestion &question)
{
    store::DeskViews views(tx);
    VIGIE_TRY(const auto view, views.get(question.saved));
    VIGIE_TRY(auto filter, views.filter(view, question.person));
    if (!question.tag.empty())
        filter.tickets.tag = question.tag;
    return desk::ranked(tx, filter, view.order);
}

Result<std::vector<QueueEntry>> entriesOf(store::Tx &tx, const QueueQuestion &question)
{
    if (question.saved)
        return savedEntries(tx, question);
    if (question.view == QueueView::Snoozed)
        return snoozedEntries(tx, question);
    if (question.view == QueueView::Done)
        return doneEntries(tx, question);
    store::QueueFilter filter;
    filter.tickets.tag = question.tag;
    if (question.view == QueueView::Mine)
        filter.tickets.owner = question.person;
    else if (question.view == QueueView::Unassigned)
        filter.tickets.owner = std::string{};
    return desk::ranked(tx, filter);
}

} // namespace

Result<QueueAnswer> loadQueue(store::Tx &tx, const QueueQuestion &question)
{
    QueueAnswer answer;
    store::Queue queue(tx);
    VIGIE_TRY(auto totals, queue.totals(question.person));
    answer.open = totals.open;
    answer.mine = totals.mine;
    answer.unassigned = totals.unassigned;
    answer.snoozed = totals.snoozed;
    answer.tags = std::move(totals.tags);
    store::DeskViews views(tx);
    VIGIE_TRY(auto saved, views.all());
    VIGIE_TRY(const auto counts, views.counts(question.person));
    for (std::size_t i = 0; i < saved.size(); ++i)
        answer.saved.emplace_back(std::move(saved[i]), counts[i].second);
    VIGIE_TRY(answer.pins, queue.precision());
    VIGIE_TRY(answer.pinned, queue.pinned());
    VIGIE_TRY(answer.entries, entriesOf(tx, question));
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
    VIGIE_TRY(auto deadlines, loadDeadlines(tx, ids));
    std::vector<QueueRow> rows;
    rows.reserve(tickets.size());
    for (auto &ticket : tickets) {
        QueueRow row;
        const auto found = byId.find(ticket.ticket.latest);
        if (found != byId.end())
            row.latest = found->second;
        if (const auto due = deadlines.find(ticket.ticket.id); due != deadlines.end())
            row.deadline = due->second;
        row.ticket = std::move(ticket);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace vigie::ui
