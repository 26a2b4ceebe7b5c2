// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/publishing_desk.hpp"

#include "ui/approval/waiting_dialog.hpp"
#include "ui/command/registry.hpp"
#include "ui/publishing/held_dialog.hpp"
#include "ui/publishing/outbox_dialog.hpp"
#include "ui/publishing/pause_banner.hpp"
#include "ui/publishing/pause_dialog.hpp"
#include "ui/publishing/resume_dialog.hpp"
#include "ui/widget/toast.hpp"

namespace vigie::ui {

PublishingDesk::PublishingDesk(Shell &shell, PauseBanner &banner, QWidget *window) : QObject(window), shell_(shell), banner_(banner), window_(window)
{
    connect(&banner_, &PauseBanner::resumeWanted, this, &PublishingDesk::resume);
    connect(&banner_, &PauseBanner::decideWanted, this, &PublishingDesk::decide);
    registerCommands(shell_.commands);
}

void PublishingDesk::registerCommands(CommandRegistry &commands)
{
    const auto open = [this] { return shell_.bridge.state() == Bridge::State::Open; };
    commands.add({QStringLiteral("publishing.outbox"), [] { return tr("Outbox: what leaves, when, and what left"); }, QStringLiteral("send"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, nullptr, [this] { showOutbox(); }, open});
    commands.add({QStringLiteral("publishing.approval"), [] { return tr("Posts that wait for agreement..."); }, QStringLiteral("done"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, nullptr, [this] { showWaiting(); }, open});
    commands.add({QStringLiteral("publishing.pause"), [] { return tr("Pause publishing..."); }, QStringLiteral("pause"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, nullptr, [this] { pause(); }, open});
    commands.add({QStringLiteral("publishing.resume"), [] { return tr("Resume publishing..."); }, QStringLiteral("send"), {}, nullptr, [this] { resume(); },
                  [this, open] { return open() && !banner_.active().empty(); }});
    commands.add({QStringLiteral("publishing.decide"), [] { return tr("Decide about what a pause kept back..."); }, QStringLiteral("done"), {}, nullptr,
                  [this] { decide(); }, open});
}

void PublishingDesk::pause()
{
    (new PauseDialog(shell_, window_))->open();
}

void PublishingDesk::resume()
{
    auto *dialog = new ResumeDialog(shell_, window_);
    connect(dialog, &ResumeDialog::resumed, this, [this](int toDecide) {
        if (toDecide > 0)
            decide();
        else
            shell_.toasts.show(tr("Publishing goes on. Nothing had been kept back."));
    });
    dialog->open();
}

void PublishingDesk::showOutbox()
{
    auto *dialog = new OutboxDialog(shell_, window_);
    connect(dialog, &OutboxDialog::decideWanted, this, &PublishingDesk::decide);
    dialog->show();
}

void PublishingDesk::showWaiting()
{
    (new WaitingDialog(shell_, window_))->QDialog::show();
}

void PublishingDesk::decide()
{
    (new HeldDialog(shell_, window_))->open();
}

} // namespace vigie::ui
