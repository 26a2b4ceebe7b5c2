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
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ColumnView::trimRoom);
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, &ColumnView::touched);
}

void ColumnView::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height / 2);
}

int ColumnView::rowHeight() const
{
    return std::max(1, verticalHeader()->defaultSectionSize());
}

int ColumnView::firstVisibleRow() const
{
    return std::max(0, verticalScrollBar()->value()) / rowHeight();
}

int ColumnView::firstVisibleOffset() const
{
    return std::max(0, verticalScrollBar()->value()) % rowHeight();
}

int ColumnView::lastPlace() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return std::max(0, rows * rowHeight() - viewport()->height());
}

void ColumnView::scrollToRow(int row, int offset)
{
    above_ = below_ = 0;
    updateGeometries();
    verticalScrollBar()->setValue(row * rowHeight() + offset);
}

void ColumnView::setPlace(int place)
{
    above_ = std::max(0, -place);
    below_ = std::max(0, place - lastPlace());
    placing_ = true;
    updateGeometries();
    verticalScrollBar()->setValue(place);
    placing_ = false;
}

void ColumnView::putRow(int row, int y)
{
    setPlace(row * rowHeight() - y);
}

void ColumnView::shiftRows(int pixels)
{
    setPlace(verticalScrollBar()->value() - pixels);
}

void ColumnView::updateGeometries()
{
    auto *bar = verticalScrollBar();
    const int place = bar->value();
    const bool placing = std::exchange(placing_, true);
    QTableView::updateGeometries();
    bar->setRange(-above_, lastPlace() + below_);
    bar->setValue(place);
    placing_ = placing;
}

/// The person scrolls: room that is out of sight is given back.
void ColumnView::trimRoom()
{
    if (placing_ || (above_ == 0 && below_ == 0))
        return;
    const int place = verticalScrollBar()->value();
    above_ = std::min(above_, std::max(0, -place));
    below_ = std::min(below_, std::max(0, place - lastPlace()));
    verticalScrollBar()->setRange(-above_, lastPlace() + below_);
}

std::vector<std::pair<int, int>> ColumnView::places() const
{
    std::vector<std::pair<int, int>> out;
    if (model() == nullptr || model()->rowCount() == 0)
        return out;
    const int value = verticalScrollBar()->value(), height = rowHeight();
    const int last = std::min(model()->rowCount() - 1, (value + viewport()->height()) / height);
    for (int row = firstVisibleRow(); row <= last; ++row)
        out.emplace_back(row, row * height - value);
    const int chosen = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto rank = [&](const std::pair<int, int> &place) { return place.first == chosen ? 0 : place.second >= 0 ? 1 : 2; };
    std::stable_sort(out.begin(), out.end(), [&](const auto &one, const auto &other) { return rank(one) < rank(other); });
    return out;
}

void ColumnView::hold()
{
    held_.clear();
    for (const auto &[row, y] : places())
        held_.emplace_back(model()->index(row, 0), y);
}

void ColumnView::release()
{
    for (const auto &[index, y] : std::exchange(held_, {}))
        if (index.isValid())
            return putRow(index.row(), y);
}

void ColumnView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        // Whoever has not touched the column looks at its newest mention, not at the one that was newest when the window opened.
        if (anchored_ || verticalScrollBar()->value() > 0)
            hold();
    });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ColumnView::hold);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnView::release);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ColumnView::release);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        held_.clear();
        above_ = below_ = 0;
    });
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
