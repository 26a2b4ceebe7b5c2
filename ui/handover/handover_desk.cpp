// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handover_desk.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/command/registry.hpp"
#include "ui/handover/claim_strip.hpp"
#include "ui/handover/conflicts_dialog.hpp"
#include "ui/handover/shift_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/handover.hpp>
#include <vigie/desk/scopes.hpp>

#include <QFile>
#include <QFileDialog>

namespace vigie::ui {

namespace {

constexpr qint64 kMostBytes = 512LL << 20;

Result<std::string> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return fail(Errc::InvalidInput, utf8(file.errorString()));
    return file.readAll().toStdString();
}

} // namespace

HandoverDesk::HandoverDesk(Shell &shell, QWidget *panel) : QObject(panel), shell_(shell), panel_(panel), claim_(new ClaimStrip(shell, panel)) {}

void HandoverDesk::setTicket(TicketId ticket)
{
    claim_->setTicket(ticket);
}

void HandoverDesk::registerCommands(CommandRegistry &commands, std::function<bool()> hasOne)
{
    const auto add = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, std::function<void()> run,
                         std::function<bool()> enabled) {
        commands.add({QStringLiteral("inbox.") + QLatin1String(verb), std::move(text), QLatin1String(icon), keys, panel_, std::move(run), std::move(enabled)});
    };
    add("claim", [] { return tr("Take the ticket, or give it back"); }, "person", {Qt::Key_L}, [this] { claim_->toggle(); }, std::move(hasOne));
    add("shiftSheet", [] { return tr("Shift sheet"); }, "report", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, [this] { showSheet(); }, {});
    add("distribute", [] { return tr("Give open tickets their owners by scope"); }, "assign", {}, [this] { distribute(); }, {});
    add("exportBundle", [] { return tr("Save a bundle for another machine"); }, "export", {}, [this] { chooseExport(); }, {});
    add("importBundle", [] { return tr("Take in a bundle from another machine"); }, "import", {}, [this] { chooseImport(); }, {});
    add("conflicts", [] { return tr("Conflicts of bundles"); }, "warning", {}, [this] { showConflicts(); }, {});
}

void HandoverDesk::showSheet()
{
    auto *dialog = new ShiftDialog(shell_, panel_->window());
    dialog->QDialog::show();
}

void HandoverDesk::showConflicts()
{
    auto *dialog = new ConflictsDialog(shell_, panel_->window());
    dialog->QDialog::show();
}

void HandoverDesk::distribute()
{
    shell_.bridge.write<desk::Distributed>(this, [](store::Tx &tx) { return desk::distribute(tx); }, [this](Result<desk::Distributed> done) {
        if (!done) {
            shell_.toasts.showError(done.error());
            return;
        }
        shell_.toasts.show(tr("%Ln ticket(s) given an owner", nullptr, done->assigned) + QStringLiteral("  \u00B7  ")
                           + tr("%Ln handed on", nullptr, done->handedOn) + QStringLiteral("  \u00B7  ") + tr("%Ln left", nullptr, done->left));
    });
}

void HandoverDesk::chooseExport()
{
    auto *dialog = new QFileDialog(panel_->window(), tr("Save a bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("vigie-bundle"));
    connect(dialog, &QFileDialog::fileSelected, this, &HandoverDesk::exportTo);
    dialog->open();
}

void HandoverDesk::chooseImport()
{
    auto *dialog = new QFileDialog(panel_->window(), tr("Take in a bundle"), {}, tr("Bundles") + QStringLiteral(" (*.vigie-bundle);;") + tr("All files") + QStringLiteral(" (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &HandoverDesk::importFrom);
    dialog->open();
}

void HandoverDesk::exportTo(const QString &path)
{
    if (shell_.bridge.workspace() == nullptr)
        return;
    shell_.bridge.write<std::string>(
        this, [here = app::exchangerOf(*shell_.bridge.workspace())](store::Tx &tx) { return desk::exportBundle(tx, here); },
        [this, path](Result<std::string> bytes) {
            if (!bytes) {
                shell_.toasts.showError(bytes.error());
                return;
            }
            shell_.bridge.work<bool>(this, [path, bytes = std::move(*bytes)] { return writeFile(path, bytes); }, [this, path](Result<bool> done) {
                if (done)
                    shell_.toasts.show(tr("The bundle stands in %1").arg(path));
                else
                    shell_.toasts.showError(done.error());
            });
        });
}

void HandoverDesk::importFrom(const QString &path)
{
    shell_.bridge.work<std::string>(this, [path] { return bytesOf(path); }, [this](Result<std::string> bytes) {
        if (!bytes || shell_.bridge.workspace() == nullptr) {
            if (!bytes)
                shell_.toasts.showError(bytes.error());
            return;
        }
        shell_.bridge.write<desk::BundleOutcome>(
            this, [bytes = std::move(*bytes), here = app::exchangerOf(*shell_.bridge.workspace())](store::Tx &tx) { return desk::importBundle(tx, bytes, here); },
            [this](Result<desk::BundleOutcome> done) {
                if (!done) {
                    shell_.toasts.show(done.error().code == Errc::Protocol ? tr("The bundle was damaged on its way: nothing was taken in.")
                                                                            : tr("This file is no bundle that can be read: nothing was taken in."));
                    return;
                }
                const auto words = tr("%Ln change(s) of %1 taken in", nullptr, done->taken).arg(qs(done->person));
                if (done->conflicts == 0)
                    shell_.toasts.show(words);
                else
                    shell_.toasts.showAction(words + QStringLiteral("  \u00B7  ") + tr("%Ln conflict(s)", nullptr, done->conflicts), tr("Show"), [this] { showConflicts(); });
            });
    });
}

} // namespace vigie::ui
