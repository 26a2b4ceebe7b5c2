// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/passing_desk.hpp"

#include "ui/command/registry.hpp"
#include "ui/passing/answer_dialog.hpp"
#include "ui/passing/answer_files.hpp"
#include "ui/passing/passing_strip.hpp"
#include "ui/passing/report_dialog.hpp"
#include "ui/passing/slip_box.hpp"

namespace vigie::ui {

PassingDesk::PassingDesk(Shell &shell, ChoicePopup &popup, QWidget *panel)
    : QObject(panel), shell_(shell), panel_(panel), slip_(new SlipBox(shell, panel)), strip_(new PassingStrip(shell, panel)), files_(new AnswerFiles(shell, popup, panel))
{
    connect(slip_, &SlipBox::servicesRequested, this, [this] { Q_EMIT shell_.openPanel(QStringLiteral("settings/services")); });
}

void PassingDesk::setTicket(TicketId ticket)
{
    slip_->setTicket(ticket);
    strip_->setTicket(ticket);
}

void PassingDesk::registerCommands(CommandRegistry &commands, std::function<bool()> hasOne, std::function<void()> startSlip)
{
    const auto add = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, std::function<void()> run,
                         std::function<bool()> enabled) {
        commands.add({QStringLiteral("inbox.") + QLatin1String(verb), std::move(text), QLatin1String(icon), keys, panel_, std::move(run), std::move(enabled)});
    };
    add("passOn", [] { return tr("Pass on to a service"); }, "forward", {Qt::Key_H}, std::move(startSlip), hasOne);
    add("remindService", [] { return tr("Remind the service"); }, "bell", {QKeySequence(Qt::CTRL | Qt::Key_H)}, [this] { strip_->remind(); },
        [this, hasOne] { return hasOne() && strip_->canRemind(); });
    add("turnAnswer", [] { return tr("Turn the service's answer into a reply"); }, "reply", {QKeySequence(Qt::ALT | Qt::Key_H)}, [this] { strip_->turn(); },
        [this, hasOne] { return hasOne() && strip_->canTurn(); });
    add("writeAnswer", [] { return tr("Write down a service's answer"); }, "edit", {}, [this] { writeAnswer(); }, [this, hasOne] { return hasOne() && !strip_->rows().empty(); });
    add("openAnswer", [] { return tr("Open an answer saved as a mail"); }, "file", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] { files_->choose(); }, {});
    add("serviceReport", [] { return tr("How the services answer"); }, "report", {}, [this] { showReport(); }, {});
}

void PassingDesk::writeAnswer()
{
    auto *dialog = new AnswerDialog(shell_, strip_->rows(), panel_->window());
    dialog->open();
}

void PassingDesk::showReport()
{
    auto *dialog = new PassingReportDialog(shell_, panel_->window());
    dialog->setObjectName(QStringLiteral("serviceReport"));
    dialog->QDialog::show();
}

} // namespace vigie::ui
