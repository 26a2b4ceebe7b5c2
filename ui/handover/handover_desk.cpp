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
#include <vigie/app/workspace.hpp>
#include <vigie/desk/scopes.hpp>
#include <vigie/net/signing.hpp>

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

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
            if (!bytes)
                return fault(bytes.error());
            seal(path, std::move(*bytes));
        });
}

/// The keyring may take its time, so beside the window; the workspace ends on the same worker, after this.
void HandoverDesk::seal(const QString &path, std::string bytes)
{
    auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr)
        return;
    shell_.bridge.work<QString>(
        this,
        [path, workspace, bytes = std::move(bytes)]() -> Result<QString> {
            const auto key = app::bundleKey(workspace->secrets(), app::exchangerOf(*workspace));
            if (!key && key.error().code != Errc::NoSecret)
                return fail(key.error());
            auto sealed = key ? app::sealBundle(bytes, *key) : Result<std::string>(bytes);
            if (!sealed)
                return fail(sealed.error());
            VIGIE_TRY(const bool written, writeFile(path, *sealed));
            (void)written;
            return key ? qs(net::keyFingerprint(key->publicKey)) : QString();
        },
        [this, path](Result<QString> done) {
            if (!done)
                shell_.toasts.showError(done.error());
            else if (done->isEmpty())
                shell_.toasts.show(tr("The bundle stands in %1. It is not signed: there is no keyring to keep a key in.").arg(path));
            else
                shell_.toasts.show(tr("The bundle stands in %1, signed by %2. Whoever takes it in compares this once.").arg(path, *done), 15'000);
        });
}

void HandoverDesk::importFrom(const QString &path)
{
    auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr)
        return;
    shell_.bridge.work<Incoming>(
        this,
        [path, workspace]() -> Result<Incoming> {
            Incoming in;
            VIGIE_TRY(in.bytes, bytesOf(path));
            if (const auto key = app::bundleKey(workspace->secrets(), app::exchangerOf(*workspace)))
                in.ownKey = key->publicKey;
            return in;
        },
        [this](Result<Incoming> in) {
            if (!in)
                return fault(in.error());
            lookAt(std::move(*in));
        });
}

void HandoverDesk::lookAt(Incoming in)
{
    shell_.bridge.read<app::BundleOrigin>(this, [bytes = in.bytes, own = in.ownKey](store::Tx &tx) { return app::bundleOrigin(tx, bytes, own); },
                                          [this, in](Result<app::BundleOrigin> origin) {
                                              if (!origin)
                                                  return refused(origin.error());
                                              if (origin->seal == app::BundleSeal::None || origin->seal == app::BundleSeal::Unknown)
                                                  return askOrigin(in, *origin);
                                              takeIn(in, app::BundleAccept::Trusted);
                                          });
}

/// Who made it cannot be known from the file alone: a person says whether it is to be believed.
void HandoverDesk::askOrigin(const Incoming &in, const app::BundleOrigin &origin)
{
    auto *box = new QMessageBox(panel_->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("bundleOrigin"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Take in a bundle"));
    const bool unsignedOne = origin.seal == app::BundleSeal::None;
    const auto person = origin.person.empty() ? tr("somebody without a name") : qs(origin.person);
    box->setText(unsignedOne ? tr("This bundle is not signed. It says that %1 made it, and anybody may have written that.").arg(person)
                             : tr("This bundle says that %1 made it. It is signed by a machine that nobody here has trusted yet.").arg(person));
    box->setInformativeText(unsignedOne ? tr("Take it in only if you know where it comes from. One undo does not take it back.")
                                        : tr("Its fingerprint is\n%1\nCompare it with what the other machine says when it saves a bundle. One undo does not take it back.").arg(qs(origin.fingerprint)));
    auto *once = box->addButton(tr("Take in this one"), QMessageBox::AcceptRole);
    auto *always = unsignedOne ? nullptr : box->addButton(tr("Trust the machine and take it in"), QMessageBox::AcceptRole);
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, in, once, always](QAbstractButton *pressed) {
        if (pressed == once)
            takeIn(in, app::BundleAccept::Once);
        else if (always != nullptr && pressed == always)
            takeIn(in, app::BundleAccept::AndTrust);
    });
    box->open();
}

void HandoverDesk::takeIn(const Incoming &in, app::BundleAccept accept)
{
    if (shell_.bridge.workspace() == nullptr)
        return;
    shell_.bridge.write<desk::BundleOutcome>(
        this, [in, accept, here = app::exchangerOf(*shell_.bridge.workspace())](store::Tx &tx) { return app::takeBundle(tx, in.bytes, here, in.ownKey, accept); },
        [this](Result<desk::BundleOutcome> done) {
            if (!done)
                return refused(done.error());
            const auto words = tr("%Ln change(s) of %1 taken in", nullptr, done->taken).arg(qs(done->person));
            if (done->conflicts == 0)
                shell_.toasts.show(words);
            else
                shell_.toasts.showAction(words + QStringLiteral("  \u00B7  ") + tr("%Ln conflict(s)", nullptr, done->conflicts), tr("Show"), [this] { showConflicts(); });
        });
}

void HandoverDesk::fault(const Error &error)
{
    shell_.toasts.showError(error);
}

void HandoverDesk::refused(const Error &error)
{
    if (error.code == Errc::Protocol)
        shell_.toasts.show(tr("The bundle was damaged or changed on its way: nothing was taken in."));
    else if (error.code == Errc::InvalidInput || error.code == Errc::SchemaTooNew)
        shell_.toasts.show(tr("This file is no bundle that can be read: nothing was taken in."));
    else
        shell_.toasts.showError(error);
}

} // namespace vigie::ui
