// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/writing_marks.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/theme/theme.hpp"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {

constexpr int kRestMs = 300;

QColor colorOf(MarkKind kind, const Colors &colors)
{
    switch (kind) {
    case MarkKind::Charter:
    case MarkKind::Spelling: return colors.neg;
    case MarkKind::Contradiction:
    case MarkKind::Language:
    case MarkKind::Politeness: return colors.warn;
    case MarkKind::Typography:
    case MarkKind::Other: break;
    }
    return colors.accent;
}

/// Kinds differ by shape and not by colour alone.
QTextCharFormat::UnderlineStyle lineOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Spelling: return QTextCharFormat::WaveUnderline;
    case MarkKind::Typography: return QTextCharFormat::DotLine;
    case MarkKind::Charter:
    case MarkKind::Contradiction: return QTextCharFormat::SingleUnderline;
    case MarkKind::Language:
    case MarkKind::Politeness:
    case MarkKind::Other: break;
    }
    return QTextCharFormat::DashUnderline;
}

bool ofWhole(const WritingMark &mark)
{
    return mark.begin == mark.end;
}

} // namespace

WritingMarks::WritingMarks(Bridge &bridge, QPlainTextEdit &editor, QObject *parent)
    : QObject(parent), bridge_(bridge), editor_(editor), checks_(std::make_shared<std::vector<WritingCheck>>())
{
    timer_.setSingleShot(true);
    timer_.setInterval(kRestMs);
    connect(&timer_, &QTimer::timeout, this, &WritingMarks::run);
    connect(editor_.document(), &QTextDocument::contentsChange, this, &WritingMarks::shift);
    connect(&editor_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        visited_ = -1;
        draw();
        Q_EMIT changed();
    });
    connect(&Theme::of(this), &Theme::changed, this, &WritingMarks::draw);
}

void WritingMarks::add(WritingCheck check)
{
    // A run on its way keeps the list it began with.
    auto more = std::make_shared<std::vector<WritingCheck>>(*checks_);
    more->push_back(std::move(check));
    checks_ = std::move(more);
    recheck();
}

void WritingMarks::setSituation(const WritingInput &situation)
{
    const bool same = situation.lang == situation_.lang && situation.account == situation_.account && situation.ticket == situation_.ticket
                      && situation.answers == situation_.answers;
    situation_ = situation;
    if (!same)
        recheck();
}

void WritingMarks::recheck()
{
    timer_.start();
}

void WritingMarks::run()
{
    if (running_) {
        again_ = true;
        return;
    }
    auto input = situation_;
    input.text = editor_.toPlainText();
    if (input.text.trimmed().isEmpty() || checks_->empty()) {
        take({});
        return;
    }
    running_ = true;
    bridge_.read<QList<WritingMark>>(
        this,
        [input, checks = checks_](store::Tx &tx) -> Result<QList<WritingMark>> {
            QList<WritingMark> all;
            for (const auto &check : *checks)
                if (auto found = check(tx, input))
                    all.append(std::move(*found));
            return all;
        },
        [this, text = input.text](Result<QList<WritingMark>> found) {
            running_ = false;
            const bool outdated = text != editor_.toPlainText();
            if (found && !outdated)
                take(std::move(*found));
            if (std::exchange(again_, false) || outdated)
                timer_.start();
            Q_EMIT changed();
        });
}

void WritingMarks::take(QList<WritingMark> found)
{
    const int length = static_cast<int>(editor_.toPlainText().size());
    found.erase(std::remove_if(found.begin(), found.end(), [length](const WritingMark &mark) { return mark.begin < 0 || mark.end > length || mark.begin > mark.end; }),
                found.end());
    std::stable_sort(found.begin(), found.end(),
                     [](const WritingMark &a, const WritingMark &b) { return std::pair(a.begin, a.kind) < std::pair(b.begin, b.kind); });
    marks_ = std::move(found);
    visited_ = -1;
    draw();
    Q_EMIT changed();
}

void WritingMarks::shift(int position, int removed, int added)
{
    // What was typed over is judged anew; what stands behind moves along.
    marks_.erase(std::remove_if(marks_.begin(), marks_.end(),
                                [&](const WritingMark &mark) { return !ofWhole(mark) && mark.begin < position + removed && mark.end >= position; }),
                 marks_.end());
    for (auto &mark : marks_)
        if (!ofWhole(mark) && mark.begin >= position + removed) {
            mark.begin += added - removed;
            mark.end += added - removed;
        }
    visited_ = -1;
    timer_.start();
}

int WritingMarks::current() const
{
    if (visited_ >= 0 && visited_ < marks_.size())
        return visited_;
    const int at = editor_.textCursor().selectionStart();
    for (int i = 0; i < static_cast<int>(marks_.size()); ++i)
        if (!ofWhole(marks_[i]) && marks_[i].begin <= at && at <= marks_[i].end)
            return i;
    return -1;
}

bool WritingMarks::go(bool forward)
{
    const int count = static_cast<int>(marks_.size());
    if (count == 0)
        return false;
    int to = current();
    if (to >= 0) {
        to = (to + (forward ? 1 : count - 1)) % count;
    } else {
        const int at = editor_.textCursor().position();
        const auto behind = std::find_if(marks_.begin(), marks_.end(), [at](const WritingMark &mark) { return mark.begin >= at; });
        to = static_cast<int>(behind - marks_.begin());
        to = forward ? to % count : (to + count - 1) % count;
    }
    if (!ofWhole(marks_[to])) {
        auto cursor = editor_.textCursor();
        cursor.setPosition(marks_[to].begin);
        cursor.setPosition(marks_[to].end, QTextCursor::KeepAnchor);
        editor_.setTextCursor(cursor);
    }
    visited_ = to; // after the cursor has moved, which forgets it
    draw();
    Q_EMIT changed();
    return true;
}

void WritingMarks::fix(int mark, const QString &replacement)
{
    if (mark < 0 || mark >= marks_.size() || ofWhole(marks_[mark]))
        return;
    QTextCursor cursor(editor_.document());
    cursor.setPosition(marks_[mark].begin);
    cursor.setPosition(marks_[mark].end, QTextCursor::KeepAnchor);
    cursor.insertText(replacement);
    editor_.setTextCursor(cursor);
}

void WritingMarks::setBackground(const QList<QTextEdit::ExtraSelection> &background)
{
    background_ = background;
    draw();
}

void WritingMarks::draw()
{
    auto all = background_;
    const auto &colors = Theme::of(this).colors();
    const auto cursor = editor_.textCursor();
    for (int i = 0; i < static_cast<int>(marks_.size()); ++i) {
        const auto &mark = marks_[i];
        // The word that is being typed is not wrong yet.
        const bool unfinished = mark.kind == MarkKind::Spelling && i != visited_ && editor_.hasFocus() && cursor.position() == mark.end && !cursor.hasSelection();
        if (ofWhole(mark) || unfinished)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(editor_.document());
        selection.cursor.setPosition(mark.begin);
        selection.cursor.setPosition(mark.end, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(lineOf(mark.kind));
        selection.format.setUnderlineColor(colorOf(mark.kind, colors));
        all.append(selection);
    }
    editor_.setExtraSelections(all);
}

} // namespace vigie::ui
