// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_view.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kAskBeforeEnd = 200; // rows
}

ColumnView::ColumnView(QWidget *parent) : QTableView(parent)
{
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ColumnView::checkEnd);
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, &ColumnView::touched);
}

void ColumnView::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height / 2);
}

int ColumnView::firstVisibleRow() const
{
    return verticalScrollBar()->value() / std::max(1, verticalHeader()->defaultSectionSize());
}

int ColumnView::firstVisibleOffset() const
{
    return verticalScrollBar()->value() % std::max(1, verticalHeader()->defaultSectionSize());
}

void ColumnView::scrollToRow(int row, int offset)
{
    updateGeometries();
    verticalScrollBar()->setValue(row * verticalHeader()->defaultSectionSize() + offset);
}

void ColumnView::focusRow(int row)
{
    if (model() == nullptr || row < 0 || row >= model()->rowCount())
        return;
    setCurrentIndex(model()->index(row, 0));
    // Twice the same scroll is cheap; the first may act on a range of before.
    scrollTo(currentIndex(), EnsureVisible);
}

void ColumnView::step(int rows)
{
    if (model() == nullptr || model()->rowCount() == 0)
        return;
    Q_EMIT touched();
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    focusRow(std::clamp(from + rows, 0, model()->rowCount() - 1));
}

void ColumnView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int height = verticalHeader()->defaultSectionSize();
    const int value = verticalScrollBar()->value();
    const int before = model()->rowCount() - (end - start + 1);
    // Whoever has not touched the column looks at its newest mention, not at the one that was newest when the window opened.
    const bool above = before > 0 && start <= firstVisibleRow() && (anchored_ || value > 0);
    QTableView::rowsInserted(parent, start, end);
    if (above) {
        updateGeometries();
        verticalScrollBar()->setValue(value + (end - start + 1) * height);
    }
}

void ColumnView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int height = verticalHeader()->defaultSectionSize();
    const int gone = std::max(0, std::min(end + 1, firstVisibleRow()) - start);
    const int value = verticalScrollBar()->value();
    QTableView::rowsAboutToBeRemoved(parent, start, end);
    if (gone > 0)
        verticalScrollBar()->setValue(value - gone * height);
}

void ColumnView::keyPressEvent(QKeyEvent *event)
{
    const int last = model() != nullptr ? model()->rowCount() - 1 : -1;
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) {
        QTableView::keyPressEvent(event);
        return;
    }
    const int page = std::max(1, viewport()->height() / std::max(1, verticalHeader()->defaultSectionSize()));
    switch (event->key()) {
    case Qt::Key_Up: step(-1); break;
    case Qt::Key_Down: step(1); break;
    case Qt::Key_PageUp: step(-page); break;
    case Qt::Key_PageDown: step(page); break;
    case Qt::Key_Home:
        Q_EMIT touched();
        focusRow(0);
        break;
    case Qt::Key_End:
        Q_EMIT touched();
        focusRow(last);
        break;
    case Qt::Key_Left: Q_EMIT sideways(-1); break;
    case Qt::Key_Right: Q_EMIT sideways(1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT opened(); break;
    default: event->ignore(); return;
    }
    event->accept();
}

void ColumnView::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT touched();
    QTableView::mousePressEvent(event);
}

void ColumnView::wheelEvent(QWheelEvent *event)
{
    Q_EMIT touched();
    QTableView::wheelEvent(event);
}

void ColumnView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
    Q_EMIT focusChanged();
}

void ColumnView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void ColumnView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    setColumnWidth(0, viewport()->width());
    checkEnd();
}

void ColumnView::checkEnd()
{
    if (model() == nullptr || model()->rowCount() == 0)
        return;
    const int visible = viewport()->height() / std::max(1, verticalHeader()->defaultSectionSize());
    if (firstVisibleRow() + visible + kAskBeforeEnd >= model()->rowCount())
        Q_EMIT nearEnd();
}

} // namespace vigie::ui
