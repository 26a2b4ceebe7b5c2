// SPDX-License-Identifier: GPL-3.0-or-later
// Says for as long as it is so that publishing is paused, since when, by whom and why; and, once it is resumed, how many posts
// wait for a decision.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/publishing/pause_words.hpp"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace vigie::ui {

class PauseBanner final : public QFrame {
    Q_OBJECT
public:
    PauseBanner(Shell &shell, QWidget *parent);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] const std::vector<Pause> &active() const { return now_.active; }
    [[nodiscard]] int toDecide() const { return now_.toDecide; }

Q_SIGNALS:
    void resumeWanted();
    void decideWanted();

private:
    struct Now {
        std::vector<Pause> active;
        PauseNames names;
        int held = 0, toDecide = 0;
    };
    void changeEvent(QEvent *event) override;
    void ask();
    void present();
    Shell &shell_;
    Now now_;
    QLabel *words_;
    QPushButton *resume_, *decide_;
};

} // namespace vigie::ui
