// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/unplanned_list.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/plan_drag.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QListView>
#include <QMimeData>
#include <QSize>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

UnplannedModel::UnplannedModel(CalendarData &data, QObject *parent) : QAbstractListModel(parent), data_(data), rows_(data.unplanned())
{
    connect(&data_, &CalendarData::loadedChanged, this, [this] {
        beginResetModel();
        rows_ = data_.unplanned();
        endResetModel();
    });
}

int UnplannedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant UnplannedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &post = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return post.title;
    if (role == Qt::SizeHintRole)
        return QSize(0, Theme::of(this).scaled(26));
    if (role == Qt::AccessibleTextRole)
        return calendar::spoken(post);
    return {};
}

Qt::ItemFlags UnplannedModel::flags(const QModelIndex &index) const
{
    const auto usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

QStringList UnplannedModel::mimeTypes() const
{
    return {calendar::kPlanMime};
}

QMimeData *UnplannedModel::mimeData(const QModelIndexList &indexes) const
{
    return indexes.isEmpty() ? nullptr : calendar::dragOf(idAt(indexes.front().row()));
}

PlanId UnplannedModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].plan.id : PlanId{};
}

int UnplannedModel::rowOf(PlanId id) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [id](const Post &post) { return post.plan.id == id; });
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

UnplannedList::UnplannedList(CalendarData &source, QWidget *parent)
    : QWidget(parent), data_(source), model_(new UnplannedModel(source, this)), header_(new PaneHeader(this)), view_(new QListView(this)),
      none_(roleLabel(QStringLiteral("muted"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(none_);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(kMargin, kGap, kGrid, 0);
    inset->addWidget(view_);
    layout->addLayout(inset, 1);
    none_->setWordWrap(true);
    none_->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    view_->setModel(model_);
    view_->setUniformItemSizes(true);
    view_->setDragEnabled(true);
    view_->setDragDropMode(QAbstractItemView::DragOnly);
    view_->setTextElideMode(Qt::ElideRight);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex &index) {
        if (const auto id = model_->idAt(index.row()))
            data_.select(id);
    };
    connect(view_, &QListView::clicked, this, choose);
    connect(view_, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto id = model_->idAt(index.row())) {
            data_.select(id);
            Q_EMIT editWanted(id);
        }
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, choose](const QModelIndex &index) {
        if (view_->hasFocus())
            choose(index);
    });
    const auto follow = [this] {
        const int row = model_->rowOf(data_.selected());
        if (row >= 0)
            view_->setCurrentIndex(model_->index(row));
        else
            view_->clearSelection();
    };
    connect(&data_, &CalendarData::cursorChanged, this, follow);
    connect(&data_, &CalendarData::loadedChanged, this, [this, follow] {
        refresh();
        follow();
    });
    refresh();
}

void UnplannedList::refresh()
{
    header_->setTitle(tr("Without a day"));
    header_->setCount(format::number(model_->rowCount()));
    view_->setAccessibleName(tr("Drafts without a day"));
    none_->setText(tr("Drafts that wait for a day stand here. Drag one onto the calendar to give it an hour."));
    none_->setVisible(data_.loaded() && model_->rowCount() == 0);
    view_->setVisible(model_->rowCount() > 0 || !data_.loaded());
}

void UnplannedList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
