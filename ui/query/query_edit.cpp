// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_edit.hpp"

#include "ui/query/completion_list.hpp"
#include "ui/query/query_highlighter.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <QTextDocument>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLeastHeight = 56, kMostHeight = 240;
}

QueryEdit::QueryEdit(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), theme_(theme), completions_(new CompletionList(this))
{
    setTabChangesFocus(true);
    // First what is coloured moves along, then the highlighter paints it.
    connect(document(), &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        if (highlighter_ != nullptr)
            highlighter_->move(position, removed, added);
    });
    highlighter_ = new QueryHighlighter(theme, document());
    connect(completions_, &CompletionList::taken, this, &QueryEdit::take);
    connect(this, &QPlainTextEdit::textChanged, this, &QueryEdit::fit);
    connect(&theme, &Theme::changed, this, &QueryEdit::fit);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!typing_)
            closeList();
    });
    fit();
}

QueryEdit::~QueryEdit()
{
    delete completions_.data();
}

CompletionList &QueryEdit::completions() const
{
    return *completions_;
}

void QueryEdit::setStretches(std::vector<QueryStretch> stretches)
{
    const QSignalBlocker quiet(this); // colours are no change of the text
    highlighter_->setStretches(std::move(stretches));
}

void QueryEdit::offer(std::vector<QueryChoice> choices)
{
    completions_->offer(hasFocus() ? std::move(choices) : std::vector<QueryChoice>(), viewport(), cursorRect());
    announce(completions_->announcement());
}

void QueryEdit::markFault(int begin, int length)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (length > 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        const int size = document()->characterCount() - 1;
        mark.cursor.setPosition(std::min(begin, size));
        mark.cursor.setPosition(std::min(begin + length, size), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme_.colors().neg);
        mark.format.setBackground(theme_.colors().warnBg);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void QueryEdit::replace(int begin, int length, const QString &text)
{
    auto cursor = textCursor();
    const int size = document()->characterCount() - 1;
    cursor.setPosition(std::min(begin, size));
    cursor.setPosition(std::min(begin + length, size), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void QueryEdit::take()
{
    const auto *choice = completions_->chosen();
    if (choice == nullptr)
        return;
    const auto taken = *choice;
    closeList();
    typing_ = taken.text.endsWith(QLatin1Char(':')); // then the values come
    replace(taken.begin, taken.length, taken.text);
    typing_ = false;
}

void QueryEdit::closeList()
{
    if (completions_->isHidden())
        return;
    completions_->hide();
    announce({});
}

/// What is chosen in the list is the description of the field: screen readers read it out as it changes.
void QueryEdit::announce(const QString &what)
{
    if (what == property("chosen").toString())
        return;
    setProperty("chosen", what);
    setAccessibleDescription(what);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void QueryEdit::fit()
{
    const int lines = std::max(1, static_cast<int>(document()->size().height())); // a plain text's height is in lines
    const int wanted = lines * fontMetrics().lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth() + 2 * kGap;
    const int height = std::clamp(wanted, theme_.scaled(kLeastHeight), theme_.scaled(kMostHeight));
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

bool QueryEdit::keyForList(QKeyEvent *event)
{
    if (completions_->isHidden())
        return false;
    switch (event->key()) {
    case Qt::Key_Down: completions_->step(1); break;
    case Qt::Key_Up: completions_->step(-1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
            return false;
        take();
        return true;
    case Qt::Key_Escape: closeList(); return true;
    default: return false;
    }
    announce(completions_->announcement());
    return true;
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (keyForList(event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::AltModifier))
        return Q_EMIT fixWanted();
    if (enter && !event->modifiers().testFlag(Qt::ShiftModifier) && !event->modifiers().testFlag(Qt::ControlModifier))
        return Q_EMIT submitted();
    if (event->key() == Qt::Key_Escape || (enter && event->modifiers().testFlag(Qt::ControlModifier)))
        return event->ignore(); // the form's
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier))
        return Q_EMIT completionsWanted();
    typing_ = !event->text().isEmpty() && (event->text().front().isPrint() || event->key() == Qt::Key_Backspace);
    QPlainTextEdit::keyPressEvent(event);
    typing_ = false;
}

/// Tab comes this way, and not as a key.
bool QueryEdit::focusNextPrevChild(bool next)
{
    if (!next || completions_->isHidden())
        return QPlainTextEdit::focusNextPrevChild(next);
    take();
    return true;
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QPlainTextEdit::focusOutEvent(event);
}

void QueryEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

} // namespace vigie::ui
