// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/writing_strip.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kMostFixes = 7;

QString shownFix(const QString &fix)
{
    if (fix.isEmpty())
        return WritingStrip::tr("Take it away");
    // Spaces that do not break are what many fixes are about: they are made visible.
    QString shown = fix;
    shown.replace(QChar(0x202F), QChar(0x2423)).replace(QChar(0x00A0), QChar(0x2423));
    return shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

QString markKindText(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Charter: return WritingStrip::tr("Charter");
    case MarkKind::Contradiction: return WritingStrip::tr("Contradiction");
    case MarkKind::Language: return WritingStrip::tr("Language");
    case MarkKind::Politeness: return WritingStrip::tr("Form of address");
    case MarkKind::Spelling: return WritingStrip::tr("Spelling");
    case MarkKind::Typography: return WritingStrip::tr("Typography");
    case MarkKind::Other: break;
    }
    return WritingStrip::tr("Hint");
}

WritingStrip::WritingStrip(Bridge &bridge, WritingMarks &marks, QPlainTextEdit &editor, QWidget *parent)
    : QFrame(parent), bridge_(bridge), marks_(marks), editor_(editor), kind_(roleLabel(QStringLiteral("chip"), {}, this)),
      reason_(wrappedLabel(QStringLiteral("small"), {}, this)), fix_(roleButton(QStringLiteral("chip"), this)),
      more_(roleButton(QStringLiteral("link"), this)), next_(roleButton(QStringLiteral("link"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(kind_, 0, Qt::AlignTop);
    row->addWidget(reason_, 1);
    for (auto *button : {fix_, more_, next_})
        row->addWidget(button, 0, Qt::AlignTop);
    connect(&marks_, &WritingMarks::changed, this, &WritingStrip::refresh);
    connect(next_, &QPushButton::clicked, this, [this] {
        marks_.go(true);
        editor_.setFocus(Qt::OtherFocusReason);
    });
    connect(fix_, &QPushButton::clicked, this, [this] {
        const int at = std::max(marks_.current(), 0);
        if (at < marks_.marks().size() && !marks_.marks()[at].fixes.isEmpty())
            marks_.fix(at, marks_.marks()[at].fixes.first());
        editor_.setFocus(Qt::OtherFocusReason);
    });
    connect(more_, &QPushButton::clicked, this, &WritingStrip::openMenu);
    refresh();
}

QString WritingStrip::sentence() const
{
    return reason_->text();
}

void WritingStrip::refresh()
{
    const auto count = static_cast<int>(marks_.marks().size());
    setVisible(count > 0);
    if (count > 0)
        show(std::max(marks_.current(), 0));
}

void WritingStrip::show(int at)
{
    const auto &mark = marks_.marks()[at];
    kind_->setText(markKindText(mark.kind));
    reason_->setText(mark.reason);
    const bool one = !mark.fixes.isEmpty() && mark.begin < mark.end;
    fix_->setVisible(one);
    if (one) {
        fix_->setText(shownFix(mark.fixes.first()));
        fix_->setAccessibleName(tr("Write \"%1\" instead").arg(mark.fixes.first()));
    }
    more_->setVisible(mark.fixes.size() > 1 || !mark.actions.empty() || mark.suggest);
    more_->setText(tr("Fix\u2026  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_Period).toString(QKeySequence::NativeText)));
    more_->setAccessibleName(tr("What can be done about it"));
    next_->setText(tr("%1 of %2  %3", "which mark of how many, then the key that goes to the next")
                       .arg(at + 1)
                       .arg(marks_.marks().size())
                       .arg(QKeySequence(Qt::Key_F8).toString(QKeySequence::NativeText)));
    next_->setAccessibleName(tr("Go to the next mark; this is %1 of %2").arg(at + 1).arg(marks_.marks().size()));
    setAccessibleName(tr("%1: %2", "kind of mark, its reason").arg(kind_->text(), mark.reason));
}

void WritingStrip::addFixes(QMenu &menu, int at, const QStringList &fixes)
{
    const auto mark = marks_.marks()[at];
    auto *before = menu.actions().isEmpty() ? nullptr : menu.actions().constFirst();
    for (const auto &fix : fixes) {
        auto *action = new QAction(shownFix(fix), &menu);
        connect(action, &QAction::triggered, this, [this, fix, begin = mark.begin, end = mark.end] {
            for (int i = 0; i < static_cast<int>(marks_.marks().size()); ++i) // it may have moved in the list meanwhile
                if (marks_.marks()[i].begin == begin && marks_.marks()[i].end == end) {
                    marks_.fix(i, fix);
                    return;
                }
        });
        menu.insertAction(before, action);
    }
}

void WritingStrip::fill(QMenu &menu, int at)
{
    const auto mark = marks_.marks()[at];
    for (const auto &action : mark.actions) {
        auto *entry = menu.addAction(QString(action.text).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(entry, &QAction::triggered, this, action.run);
    }
    addFixes(menu, at, mark.fixes.mid(0, kMostFixes));
    if (!mark.suggest)
        return;
    auto *wait = new QAction(tr("Looking for suggestions\u2026"), &menu);
    wait->setEnabled(false);
    menu.insertAction(menu.actions().isEmpty() ? nullptr : menu.actions().constFirst(), wait);
    bridge_.work<QStringList>(
        &menu, [suggest = mark.suggest]() -> Result<QStringList> { return suggest(); },
        [this, &menu, wait, begin = mark.begin](Result<QStringList> found) {
            const auto &all = marks_.marks();
            const auto place = std::find_if(all.begin(), all.end(), [begin](const WritingMark &one) { return one.begin == begin; });
            if (!found || found->isEmpty() || place == all.end()) {
                wait->setText(tr("No suggestion"));
                return;
            }
            menu.removeAction(wait);
            addFixes(menu, static_cast<int>(place - all.begin()), found->mid(0, kMostFixes));
            menu.setActiveAction(menu.actions().constFirst());
        });
}

void WritingStrip::openMenu()
{
    const int at = marks_.current() >= 0 ? marks_.current() : marks_.marks().isEmpty() ? -1 : 0;
    if (at < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("What can be done about it"));
    fill(*menu, at);
    auto cursor = editor_.textCursor();
    cursor.setPosition(marks_.marks()[at].begin);
    menu->popup(editor_.viewport()->mapToGlobal(editor_.cursorRect(cursor).bottomLeft()));
}

void WritingStrip::openContextMenu(const QPoint &global, int textPosition)
{
    auto *menu = editor_.createStandardContextMenu();
    menu->setParent(this, Qt::Popup);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto &all = marks_.marks();
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        if (all[i].begin < all[i].end && all[i].begin <= textPosition && textPosition <= all[i].end) {
            menu->insertSeparator(menu->actions().isEmpty() ? nullptr : menu->actions().constFirst());
            fill(*menu, i);
            break;
        }
    menu->popup(global);
}

void WritingStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        marks_.recheck(); // reasons come in the new language
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
