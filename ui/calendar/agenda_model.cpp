// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/agenda_model.hpp"

#include "ui/theme/theme.hpp"

#include <QLocale>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

AgendaModel::AgendaModel(CalendarData &data, QObject *parent) : QAbstractTableModel(parent), data_(data), rows_(data.posts())
{
    connect(&data_, &CalendarData::loadedChanged, this, &AgendaModel::take);
}

void AgendaModel::take()
{
    const auto &posts = data_.posts();
    const bool same = posts.size() == rows_.size()
                      && std::equal(posts.begin(), posts.end(), rows_.begin(), [](const Post &a, const Post &b) { return a.plan.id == b.plan.id; });
    if (same) { // the same posts in the same order: selection and scroll position stay
        rows_ = posts;
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows_.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    rows_ = posts;
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

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &post = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Day: return QLocale().toString(post.day, tr("ddd d MMM", "date format"));
        case Time: return QLocale().toString(post.time, QStringLiteral("HH:mm"));
        case Networks: return post.badges;
        case Text: return post.title;
        case State: return calendar::stateLine(post);
        default: return {};
        }
    case Qt::ForegroundRole:
        if (index.column() == State)
            return calendar::stateColor(Theme::of(this), post.state);
        if (index.column() == Day && post.day == data_.today())
            return Theme::of(this).colors().accent;
        return {};
    case Qt::ToolTipRole: {
        const auto notice = calendar::clockNotice(post.plan, post.plan.dueKind, post.plan.due);
        if (index.column() == Time && !notice.isEmpty())
            return notice;
        if (index.column() == State && !calendar::lateLine(post.plan).isEmpty())
            return calendar::lateLine(post.plan);
        return index.column() == Time && !post.zone.isEmpty() ? QVariant(tr("planned in the zone %1").arg(post.zone)) : QVariant();
    }
    case Qt::AccessibleTextRole: return index.column() == 0 ? calendar::spoken(post) : data(index, Qt::DisplayRole);
    case PlanRole: return QVariant::fromValue<qlonglong>(post.plan.id.value);
    case StateRole: return static_cast<int>(post.state);
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
    const auto found = std::find_if(rows_.begin(), rows_.end(), [id](const Post &post) { return post.plan.id == id; });
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

PlanId AgendaModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].plan.id : PlanId{};
}

void AgendaModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace vigie::ui
