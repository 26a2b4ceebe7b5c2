// SPDX-License-Identifier: GPL-3.0-or-later
// Passing on, as the inbox holds it: the slip, the line of what became of it, files that are dropped, and their commands.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <QObject>

#include <functional>

namespace vigie::ui {

class AnswerFiles;
class ChoicePopup;
class PassingStrip;
class SlipBox;

class PassingDesk final : public QObject {
    Q_OBJECT
public:
    PassingDesk(Shell &shell, ChoicePopup &popup, QWidget *panel);
    void setTicket(TicketId ticket);
    /// `hasOne`: one ticket is open. `startSlip` puts the slip where one writes.
    void registerCommands(CommandRegistry &commands, std::function<bool()> hasOne, std::function<void()> startSlip);

    [[nodiscard]] SlipBox &slip() const { return *slip_; }
    [[nodiscard]] PassingStrip &strip() const { return *strip_; }
    [[nodiscard]] AnswerFiles &files() const { return *files_; }

private:
    void writeAnswer();
    void showReport();

    Shell &shell_;
    QWidget *panel_;
    SlipBox *slip_;
    PassingStrip *strip_;
    AnswerFiles *files_;
};

} // namespace vigie::ui
