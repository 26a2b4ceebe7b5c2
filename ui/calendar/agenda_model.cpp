// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/agenda_model.hpp"

#include "ui/theme/theme.hpp"

#include <QLocale>

#include <algorithm>

namespace vigie::ui {

using calendar::AgendaRow;

AgendaModel::AgendaModel(CalendarData &data, QObject *parent) : QAbstractTableModel(parent), data_(data), rows_(calendar::agendaRows(data))
{
    connect(&data_, &CalendarData::loadedChanged, this, &AgendaModel::take);
}

void AgendaModel::take()
{
    auto rows = calendar::agendaRows(data_);
    const bool same = rows.size() == rows_.size()
                      && std::equal(rows.begin(), rows.end(), rows_.begin(), [](const AgendaRow &a, const AgendaRow &b) { return a.key() == b.key(); });
    if (same) { // the same rows in the same order: selection and scroll position stay
        rows_ = std::move(rows);
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows_.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int AgendaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AgendaModel::words(const AgendaRow &row, int column) const
{
    switch (column) {
    case Day: return QLocale().toString(row.day, tr("ddd d MMM", "date format"));
    case Time: return row.post ? QLocale().toString(row.time, QStringLiteral("HH:mm")) : row.hours;
    case Networks: return row.post ? row.post->badges : row.place;
    case Text: return row.post ? row.post->title : row.text;
    case State: return calendar::agendaKind(row);
    default: return {};
    }
}

QVariant AgendaModel::tip(const AgendaRow &row, int column) const
{
    if (!row.post)
        return column == Text && !row.tip.isEmpty() ? QVariant(row.tip.toHtmlEscaped()) : QVariant();
    const auto &post = *row.post;
    if (column == Time) {
        const auto notice = calendar::clockNotice(post.plan, post.plan.dueKind, post.plan.due);
        return !notice.isEmpty() ? QVariant(notice) : !post.zone.isEmpty() ? QVariant(tr("planned in the zone %1").arg(post.zone)) : QVariant();
    }
    const auto late = column == State ? calendar::lateLine(post.plan) : QString();
    return late.isEmpty() ? QVariant() : QVariant(late);
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    const auto *row = at(index.row());
    if (!index.isValid() || row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return words(*row, index.column());
    case Qt::ForegroundRole:
        if (index.column() == State)
            return calendar::agendaColor(Theme::of(this), data_, *row);
        if (index.column() == Day && row->day == data_.today())
            return Theme::of(this).colors().accent;
        return row->post || row->kind == AgendaRow::Kind::Event ? QVariant() : QVariant(Theme::of(this).colors().muted);
    case Qt::ToolTipRole: return tip(*row, index.column());
    case Qt::AccessibleTextRole: return index.column() == 0 ? QVariant(calendar::spoken(*row)) : words(*row, index.column());
    case PlanRole: return row->post ? QVariant::fromValue<qlonglong>(row->post->plan.id.value) : QVariant();
    case StateRole: return row->post ? QVariant(static_cast<int>(row->post->state)) : QVariant();
    case KindRole: return static_cast<int>(row->kind);
    default: return {};
    }
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day: return tr("Day");
    case Time: return tr("Time");
    case Networks: return tr("Networks");
    case Text: return tr("Text");
    case State: return tr("State");
    default: return {};
    }
}

int AgendaModel::rowOf(PlanId id) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [id](const AgendaRow &row) { return row.post && row.post->plan.id == id; });
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

int AgendaModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const AgendaRow &row) { return row.key() == key; });
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

const AgendaRow *AgendaModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

void AgendaModel::retranslate()
{
    take(); // rows hold words of their own
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace vigie::ui
