// SPDX-License-Identifier: GPL-3.0-or-later
// Ends pauses. Nothing leaves by it: what they kept back is then decided about, post by post.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/publishing/pause_words.hpp"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class ResumeDialog final : public QDialog {
    Q_OBJECT
public:
    ResumeDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QListWidget &list() const { return *list_; }
    void resume();

Q_SIGNALS:
    /// They are over, and this many posts wait for a decision.
    void resumed(int toDecide);

private:
    void ask();
    Shell &shell_;
    std::vector<Pause> pauses_;
    QListWidget *list_;
    QPushButton *resume_;
    ErrorBar *error_;
};

} // namespace vigie::ui
