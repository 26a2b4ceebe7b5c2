// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_parts.hpp"

#include "ui/feed/column.hpp"
#include "ui/widget/pieces.hpp"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <utility>

namespace vigie::ui {

namespace {
constexpr int kGripWidth = 6;
}

QVBoxLayout *columnLayout(QFrame &column)
{
    column.setProperty("role", "sidepane");
    column.setFocusPolicy(Qt::ClickFocus);
    auto *layout = new QVBoxLayout(&column);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    return layout;
}

QHBoxLayout *headLayout(QFrame &head, ElidedLabel &name)
{
    head.setProperty("role", "header");
    name.setTextFormat(Qt::PlainText);
    name.setProperty("role", "strong");
    auto *layout = new QHBoxLayout(&head);
    layout->setContentsMargins(kMargin, 0, kGrid, 0);
    layout->setSpacing(kGap);
    layout->addWidget(&name);
    return layout;
}

void ColumnHeader::mousePressEvent(QMouseEvent *event)
{
    pressed_ = event->button() == Qt::LeftButton;
    dragging_ = false;
    from_ = event->globalPosition().toPoint();
    event->accept();
}

void ColumnHeader::mouseMoveEvent(QMouseEvent *event)
{
    const auto at = event->globalPosition().toPoint();
    if (!pressed_ || (!dragging_ && (at - from_).manhattanLength() < QApplication::startDragDistance()))
        return;
    if (!std::exchange(dragging_, true)) {
        setCursor(Qt::ClosedHandCursor);
        setFocus(); // Escape comes here
    }
    Q_EMIT dragged(at);
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent *event)
{
    pressed_ = false;
    unsetCursor();
    if (std::exchange(dragging_, false))
        Q_EMIT dropped(event->globalPosition().toPoint());
}

void ColumnHeader::keyPressEvent(QKeyEvent *event)
{
    if (!dragging_ || event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    pressed_ = dragging_ = false;
    unsetCursor();
    Q_EMIT dragStopped();
}

ColumnGrip::ColumnGrip(Column &column) : QWidget(&column), column_(column)
{
    setCursor(Qt::SplitHCursor);
}

void ColumnGrip::place()
{
    setGeometry(column_.width() - kGripWidth, 0, kGripWidth, column_.header().height());
    raise();
}

void ColumnGrip::mousePressEvent(QMouseEvent *event)
{
    from_ = event->globalPosition().toPoint().x();
    width_ = column_.width();
}

void ColumnGrip::mouseMoveEvent(QMouseEvent *event)
{
    const int wanted = width_ + event->globalPosition().toPoint().x() - from_;
    column_.setColumnWidth(wanted * 100 / Theme::of(this).scaled(100));
}

void ColumnGrip::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    Q_EMIT column_.widthChosen();
}

void ColumnGrip::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    column_.setColumnWidth(0);
    Q_EMIT column_.widthChosen();
}

} // namespace vigie::ui
