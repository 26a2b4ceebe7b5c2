// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/writing_frame.hpp"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLowest = 72, kPadding = 12; // the padding of the style sheet
}

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

void WritingFrame::growWith(QPlainTextEdit &editor)
{
    const auto fit = [this, &editor] {
        const auto margins = 2 * (editor.frameWidth() + static_cast<int>(editor.document()->documentMargin())) + kPadding;
        const int lines = static_cast<int>(editor.document()->size().height()); // of a plain text: lines, wrapped ones as well
        const int most = std::max(kLowest, window()->height() / 3);
        editor.setMinimumHeight(std::clamp(lines * editor.fontMetrics().lineSpacing() + margins, kLowest, most));
    };
    connect(editor.document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, fit);
    fit();
}

} // namespace vigie::ui
