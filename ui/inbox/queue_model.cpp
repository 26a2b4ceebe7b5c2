// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_model.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kCachedRows = 600;
constexpr int kReloadEveryMs = 250;
constexpr int kGoesOnMs = 20'000; // ages and remaining times are in minutes
constexpr int kRowByRow = 50; // more changes than this are made in one step
} // namespace

QueueModel::QueueModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge), rows_(kCachedRows)
{
    fetchTimer_.setSingleShot(true);
    fetchTimer_.setInterval(0);
    connect(&fetchTimer_, &QTimer::timeout, this, &QueueModel::fetch);
    reloadTimer_.setSingleShot(true);
    reloadTimer_.setInterval(kReloadEveryMs);
    connect(&reloadTimer_, &QTimer::timeout, this, [this] { reload(false); });
    connect(&bridge, &Bridge::changed, this, &QueueModel::onChange);
    auto *goesOn = new QTimer(this);
    connect(goesOn, &QTimer::timeout, this, [this] {
        if (!spine_.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(spine_.size()) - 1), {Qt::DisplayRole});
    });
    goesOn->start(kGoesOnMs);
}

void QueueModel::setQuestion(const QueueQuestion &question)
{
    question_ = question;
    replaceNext_ = true;
    reload(true);
}

void QueueModel::reload(bool reorder)
{
    reloadTimer_.stop();
    const auto number = generation_.next();
    if (replaceNext_ && stage_ != Stage::Loading) {
        stage_ = Stage::Loading;
        Q_EMIT stageChanged();
    }
    bridge_.read<QueueAnswer>(
        this, [question = question_](store::Tx &tx) { return loadQueue(tx, question); },
        [this, number, reorder](Result<QueueAnswer> result) {
            if (generation_.is(number))
                answer(std::move(result), reorder);
        });
}

void QueueModel::answer(Result<QueueAnswer> result, bool reorder)
{
    if (!result) {
        if (result.error().code == Errc::Cancelled)
            return;
        error_ = result.error();
        stage_ = Stage::Failed;
        Q_EMIT stageChanged();
        return;
    }
    auto entries = std::move(result->entries);
    result->entries.clear();
    counts_ = std::move(*result);
    std::erase_if(entries, [this](const QueueEntry &entry) { return leaving_.contains(entry.ticket.value); });
    if (reorder || replaceNext_)
        replace(std::move(entries));
    else
        merge(std::move(entries));
    replaceNext_ = false;
    stage_ = Stage::Ready;
    Q_EMIT stageChanged();
    Q_EMIT countsChanged();
    Q_EMIT settled();
}

void QueueModel::replace(std::vector<QueueEntry> entries)
{
    beginResetModel();
    spine_ = std::move(entries);
    renumber();
    endResetModel();
}

void QueueModel::merge(std::vector<QueueEntry> entries)
{
    QHash<qint64, const QueueEntry *> fresh;
    for (const auto &entry : entries)
        fresh.insert(entry.ticket.value, &entry);
    const auto stays = [&](const QueueEntry &entry) { return fresh.contains(entry.ticket.value) || entry.ticket == pinned_; };
    const auto leaving = std::count_if(spine_.begin(), spine_.end(), [&](const QueueEntry &entry) { return !stays(entry); });
    const auto coming = std::count_if(entries.begin(), entries.end(), [&](const QueueEntry &entry) { return !places_.contains(entry.ticket.value); });
    for (auto &entry : spine_)
        if (const auto *news = fresh.value(entry.ticket.value, nullptr))
            entry = *news;
    if (leaving + coming > kRowByRow) {
        replace(merged(entries, stays)); // in one step: a thousand single ones would be felt
        return;
    }
    for (int row = static_cast<int>(spine_.size()) - 1; row >= 0; --row)
        if (!stays(spine_[static_cast<std::size_t>(row)]))
            removeRow(row);
    // Each newcomer stands behind the nearest ticket that ranks before it and is already here.
    TicketId before;
    for (const auto &entry : entries) {
        if (!places_.contains(entry.ticket.value)) {
            const int row = before ? rowOf(before) + 1 : 0;
            beginInsertRows({}, row, row);
            spine_.insert(spine_.begin() + row, entry);
            renumber();
            endInsertRows();
        }
        before = entry.ticket;
    }
    if (!spine_.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(spine_.size()) - 1));
}

std::vector<QueueEntry> QueueModel::merged(const std::vector<QueueEntry> &entries, const std::function<bool(const QueueEntry &)> &stays) const
{
    QHash<qint64, std::vector<const QueueEntry *>> behind; // newcomers by the ticket they follow, 0 for the head
    qint64 before = 0;
    for (const auto &entry : entries) {
        if (places_.contains(entry.ticket.value))
            before = entry.ticket.value;
        else
            behind[before].push_back(&entry);
    }
    std::vector<QueueEntry> result;
    result.reserve(entries.size() + 1);
    const auto addBehind = [&](qint64 ticket) {
        for (const auto *entry : behind.value(ticket))
            result.push_back(*entry);
    };
    addBehind(0);
    for (const auto &entry : spine_) {
        if (stays(entry))
            result.push_back(entry);
        addBehind(entry.ticket.value);
    }
    return result;
}

void QueueModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    spine_.erase(spine_.begin() + row);
    renumber();
    endRemoveRows();
}

void QueueModel::renumber()
{
    places_.clear();
    places_.reserve(static_cast<qsizetype>(spine_.size()));
    int row = 0;
    for (const auto &entry : spine_)
        places_.insert(entry.ticket.value, row++);
}

void QueueModel::takeAway(const std::vector<TicketId> &tickets)
{
    QSet<qint64> gone;
    for (const auto ticket : tickets) {
        leaving_.insert(ticket.value);
        gone.insert(ticket.value);
        if (ticket == pinned_)
            pinned_ = {};
    }
    if (tickets.size() > static_cast<std::size_t>(kRowByRow)) {
        auto rest = spine_;
        std::erase_if(rest, [&](const QueueEntry &entry) { return gone.contains(entry.ticket.value); });
        replace(std::move(rest));
    } else {
        for (int row = static_cast<int>(spine_.size()) - 1; row >= 0; --row)
            if (gone.contains(spine_[static_cast<std::size_t>(row)].ticket.value))
                removeRow(row);
    }
    Q_EMIT stageChanged();
}

void QueueModel::settle(const std::vector<TicketId> &tickets)
{
    for (const auto ticket : tickets) {
        leaving_.remove(ticket.value);
        if (rows_.contains(ticket.value))
            ask(ticket);
    }
    reload(false);
}

TicketId QueueModel::ticketAt(int row) const
{
    const auto *entry = entryAt(row);
    return entry != nullptr ? entry->ticket : TicketId{};
}

int QueueModel::rowOf(TicketId ticket) const
{
    return places_.value(ticket.value, -1);
}

const QueueEntry *QueueModel::entryAt(int row) const
{
    return row >= 0 && row < static_cast<int>(spine_.size()) ? &spine_[static_cast<std::size_t>(row)] : nullptr;
}

const QueueRow *QueueModel::rowAt(int row) const
{
    const auto *entry = entryAt(row);
    if (entry == nullptr)
        return nullptr;
    const auto *found = rows_.object(entry->ticket.value);
    if (found == nullptr)
        ask(entry->ticket);
    return found;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(spine_.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto *row = rowAt(index.row());
    if (row == nullptr)
        return tr("Loading");
    if (role == Qt::AccessibleTextRole)
        return accessibleText(index.row());
    const auto &author = row->latest.item.author;
    return qs(author.name.empty() ? author.handle : author.name);
}

QString QueueModel::accessibleText(int row) const
{
    const auto *shown = rowAt(row);
    const auto &item = shown->latest.item;
    const auto name = qs(item.author.name.empty() ? item.author.handle : item.author.name);
    if (shown->deadline && !shown->deadline->clock.dueAt) // one that runs is among the reasons
        return tr("%1, %2: %3. Why it is here: %4. Status: %5. %6.")
            .arg(name, format::ago(item.publishedAt, bridge_.now()), qs(item.text), reasonLine(spine_[static_cast<std::size_t>(row)]), statusText(shown->ticket.ticket.status),
                 deadlineText(*shown->deadline, bridge_.now()));
    return tr("%1, %2: %3. Why it is here: %4. Status: %5.")
        .arg(name, format::ago(item.publishedAt, bridge_.now()), qs(item.text), reasonLine(spine_[static_cast<std::size_t>(row)]),
             statusText(shown->ticket.ticket.status));
}

void QueueModel::ask(TicketId ticket) const
{
    if (asked_.contains(ticket.value))
        return;
    asked_.insert(ticket.value);
    wanted_.insert(ticket.value);
    if (!fetchTimer_.isActive())
        fetchTimer_.start();
}

void QueueModel::fetch()
{
    std::vector<TicketId> ids;
    for (const auto id : std::as_const(wanted_))
        ids.push_back(TicketId{id});
    wanted_.clear();
    bridge_.read<std::vector<QueueRow>>(
        this, [ids](store::Tx &tx) { return loadQueueRows(tx, ids); },
        [this, ids](Result<std::vector<QueueRow>> result) {
            for (const auto id : ids)
                asked_.remove(id.value);
            if (!result)
                return;
            for (auto &row : *result) {
                const auto id = row.ticket.ticket.id;
                rows_.insert(id.value, new QueueRow(std::move(row)));
                if (const int place = rowOf(id); place >= 0)
                    Q_EMIT dataChanged(index(place), index(place));
            }
        });
}

void QueueModel::onChange(const Change &change)
{
    if (change.tickets.empty() && change.itemsChanged.empty() && !change.tags && !change.settings)
        return;
    for (const auto ticket : change.tickets)
        if (rows_.contains(ticket.value))
            ask(ticket); // the old row stays in sight until the new one is here
    if (!change.itemsChanged.empty()) {
        const QSet<qint64> changed = [&] {
            QSet<qint64> ids;
            for (const auto item : change.itemsChanged)
                ids.insert(item.value);
            return ids;
        }();
        for (const auto ticket : rows_.keys())
            if (const auto *row = rows_.object(ticket); row != nullptr && changed.contains(row->latest.item.id.value))
                ask(TicketId{ticket});
    }
    if ((!change.tickets.empty() || change.tags || change.settings) && !reloadTimer_.isActive())
        reloadTimer_.start();
}

} // namespace vigie::ui
