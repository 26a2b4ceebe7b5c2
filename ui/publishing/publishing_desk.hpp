// SPDX-License-Identifier: GPL-3.0-or-later
// What concerns all that leaves, wherever it was written: the outbox, agreement, pausing, resuming, deciding about what was kept back.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <QObject>

namespace vigie::ui {

class CommandRegistry;
class PauseBanner;

class PublishingDesk final : public QObject {
    Q_OBJECT
public:
    /// `window`: what dialogs stand over; `banner` belongs to whoever lays it out.
    PublishingDesk(Shell &shell, PauseBanner &banner, QWidget *window);
    void registerCommands(CommandRegistry &commands);
    void pause();
    void resume();
    void decide();
    void showOutbox();
    void showWaiting();

private:
    Shell &shell_;
    PauseBanner &banner_;
    QWidget *window_;
};

} // namespace vigie::ui
