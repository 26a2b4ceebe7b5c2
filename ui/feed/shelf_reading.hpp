// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of a mention that is shown only, and the two things that can be done with it without writing it down: open its
// page, copy its address.
// Thread: the window's.
#pragma once

#include "ui/feed/card.hpp"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace vigie::ui {

class EmptyState;
class PaneHeader;
class Shell;
class TextBlock;

class ShelfReading final : public QWidget {
    Q_OBJECT
public:
    explicit ShelfReading(Shell &shell, QWidget *parent = nullptr);
    void show(const CardPtr &card);
    [[nodiscard]] CardPtr card() const { return card_; }
    void focusText();
    /// A row of buttons for these commands, with their keys.
    void addActions(const QStringList &commands);

Q_SIGNALS:
    void left();

private:
    void build();
    void present();
    void retranslate();
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    CardPtr card_;
    bool unveiled_ = false;
    PaneHeader *header_;
    EmptyState *empty_;
    QScrollArea *scroll_;
    QLabel *notice_, *handle_, *veil_, *title_, *facts_;
    QPushButton *reveal_;
    TextBlock *text_;
    QWidget *foot_;
};

} // namespace vigie::ui
