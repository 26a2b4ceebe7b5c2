// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/agenda_view.hpp"

#include "ui/calendar/agenda_delegate.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/row_table.hpp"

#include <QItemSelectionModel>
#include <QScopedValueRollback>

namespace vigie::ui {

namespace {
constexpr int kRow = 30, kAllColumnsFrom = 520, kNarrowState = 84;
}

AgendaView::AgendaView(CalendarData &source, QWidget *parent) : QTableView(parent), data_(source), model_(new AgendaModel(source, this))
{
    setModel(model_);
    showAsRows(*this, AgendaModel::Text);
    setItemDelegate(new AgendaDelegate(this));
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AgendaView::take);
}

const calendar::AgendaRow *AgendaView::besidePosts() const
{
    const auto *row = model_->at(currentIndex().row());
    return row != nullptr && !row->post && selectionModel()->isSelected(currentIndex()) ? row : nullptr;
}

void AgendaView::take(const QModelIndex &index)
{
    const auto *row = model_->at(index.row());
    if (row == nullptr || following_)
        return;
    const QScopedValueRollback<bool> quiet(following_, true);
    if (row->post) {
        chosen_.clear();
        data_.select(row->post->plan.id);
        return;
    }
    chosen_ = row->key();
    data_.setCursor(row->day, row->wholeDay() ? data_.time() : row->time);
}

void AgendaView::follow()
{
    if (following_)
        return;
    const QScopedValueRollback<bool> quiet(following_, true);
    int row = data_.selected() ? model_->rowOf(data_.selected()) : chosen_.isEmpty() ? -1 : model_->rowOf(chosen_);
    if (const auto *found = model_->at(row); found != nullptr && !found->post && found->day != data_.day())
        row = -1; // the cursor was moved elsewhere meanwhile
    if (row >= 0) {
        setCurrentIndex(model_->index(row, 0));
        return;
    }
    chosen_.clear();
    clearSelection();
}

void AgendaView::fit()
{
    const auto &theme = Theme::of(this);
    verticalHeader()->setDefaultSectionSize(theme.scaled(kRow));
    const bool narrow = width() < theme.scaled(kAllColumnsFrom);
    setColumnHidden(AgendaModel::Networks, narrow);
    horizontalHeader()->setSectionResizeMode(AgendaModel::State, narrow ? QHeaderView::Fixed : QHeaderView::ResizeToContents);
    if (narrow)
        horizontalHeader()->resizeSection(AgendaModel::State, theme.scaled(kNarrowState));
}

void AgendaView::retranslate()
{
    setAccessibleName(tr("Agenda"));
    model_->retranslate();
}

} // namespace vigie::ui
