// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/writing_split.hpp"

#include <QEvent>

namespace vigie::ui {

ComposerStack::ComposerStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize ComposerStack::sizeHint() const
{
    return minimumSizeHint();
}

QSize ComposerStack::minimumSizeHint() const
{
    const auto *page = currentWidget();
    return page == nullptr ? QStackedWidget::minimumSizeHint() : page->minimumSizeHint().expandedTo(page->minimumSize());
}

WritingSplit::WritingSplit(QWidget *parent) : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { drawn_ = true; });
}

QByteArray WritingSplit::keep() const
{
    return drawn_ ? saveState() : QByteArray();
}

void WritingSplit::restore(const QByteArray &kept)
{
    drawn_ = !kept.isEmpty() && restoreState(kept);
    settle();
}

bool WritingSplit::event(QEvent *event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        settle();
    return done;
}

void WritingSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    settle();
}

void WritingSplit::settle()
{
    if (!drawn_ && count() > 1)
        setSizes({height(), 1}); // a size below the smallest possible becomes that one
}

} // namespace vigie::ui
