// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/writing_frame.hpp"

#include <QEvent>
#include <QLayout>

namespace vigie::ui {

bool WritingFrame::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return done;
}

void WritingFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitHeight();
}

void WritingFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WritingFrame::fitHeight()
{
    if (layout() != nullptr)
        setMinimumHeight(layout()->minimumHeightForWidth(width()));
}

} // namespace vigie::ui
