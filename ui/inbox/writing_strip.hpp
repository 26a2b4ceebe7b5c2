// SPDX-License-Identifier: GPL-3.0-or-later
// One line under the editor that says what is marked: how many, the reason of the one at hand, and what can be done about it.
// Hidden while nothing is marked.
// Thread: the window's.
#pragma once

#include "ui/inbox/writing_marks.hpp"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;

namespace vigie::ui {

class WritingStrip final : public QFrame {
    Q_OBJECT
public:
    WritingStrip(Bridge &bridge, WritingMarks &marks, QPlainTextEdit &editor, QWidget *parent);

    /// What can be put in place of the mark at hand, and what else can be done about it; nothing when no mark is at hand.
    void openMenu();
    /// The editor's own menu, with the fixes of the mark under the mouse before it.
    void openContextMenu(const QPoint &global, int textPosition);
    [[nodiscard]] QString sentence() const;

private:
    void changeEvent(QEvent *event) override;
    void show(int mark);
    void refresh();
    void fill(QMenu &menu, int mark);
    void addFixes(QMenu &menu, int mark, const QStringList &fixes);

    Bridge &bridge_;
    WritingMarks &marks_;
    QPlainTextEdit &editor_;
    QLabel *kind_, *reason_;
    QPushButton *fix_, *more_, *next_;
};

/// "Spelling", "Charter" ...
[[nodiscard]] QString markKindText(MarkKind kind);

} // namespace vigie::ui
