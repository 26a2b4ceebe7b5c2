// SPDX-License-Identifier: GPL-3.0-or-later
// The slip leaves: into the outbox with a moment to take it back, into a file, or onto the clipboard.
#include "ui/passing/slip_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/mail.hpp>

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kLongestHold = 60; // seconds

} // namespace

void SlipBox::pass()
{
    if (!pass_->isEnabled())
        return;
    if (known_.hasAccount)
        passAs(PassWay::Mail);
    else
        saveAs(PassWay::File);
}

void SlipBox::saveAs(PassWay way)
{
    auto *dialog = new QFileDialog(window(), tr("Pass on as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(way == PassWay::File ? QStringLiteral("eml") : way == PassWay::Markdown ? QStringLiteral("md") : QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("Vigie.") + dialog->defaultSuffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, way](const QString &file) { passAs(way, file); });
    dialog->open();
}

void SlipBox::passAs(PassWay way, const QString &file)
{
    if (busy_ || chosen() == nullptr)
        return;
    const int speed = shell_.bridge.workspace() != nullptr && shell_.bridge.workspace()->isPractice() ? shell_.bridge.workspace()->practiceSpeed() : 1;
    const auto wait = std::chrono::seconds(std::clamp(shell_.preferences.number(kUndoSeconds), 0, kLongestHold));
    const net::MailAddress sender{shell_.bridge.person(), utf8(from_->text().trimmed())};
    const bool keepSender = from_->isVisible() && !sender.address.empty();
    busy_ = true;
    look();
    shell_.bridge.write<app::PassedOn>(
        this,
        [request = request(), way, file, sender, keepSender, hold = wait * speed](store::Tx &tx) -> Result<app::PassedOn> {
            if (keepSender)
                VIGIE_CHECK(app::setPassingSender(tx, sender));
            VIGIE_TRY(auto passed, app::passSlip(tx, request, way, hold));
            if (!file.isEmpty()) // inside the transaction: what cannot be written was not passed on
                VIGIE_CHECK(writeFile(file, passed.bytes));
            return passed;
        },
        [this, way, file, wait](Result<app::PassedOn> passed) {
            busy_ = false;
            look();
            if (!passed) {
                const auto &detail = passed.error().detail;
                if (detail.rfind("sender", 0) == 0) {
                    from_->setVisible(true);
                    fromLabel_->setVisible(true);
                    error_->setMessage(tr("The file needs your own mail address, for the answer to come back to."));
                    return from_->setFocus();
                }
                if (detail.rfind("colleagues", 0) == 0)
                    return error_->setMessage(tr("This service has no colleague with a mail address yet. Enter one in the settings, or copy the text."));
                return error_->setError(passed.error());
            }
            done(way, *passed, file, wait);
        });
}

void SlipBox::done(PassWay way, const app::PassedOn &passed, const QString &file, std::chrono::milliseconds shown)
{
    const auto name = service_->currentText();
    begun_.remove(ticket_.value);
    editor_->clear();
    dueByHand_ = false;
    error_->clear();
    if (way == PassWay::Mail) {
        auto &mail = shell_.bridge.workspace()->mail();
        mail.wake();
        if (shown.count() == 0)
            shell_.toasts.show(tr("Passed on to %1").arg(name));
        else
            shell_.toasts.showUndo(tr("Passed on to %1").arg(name), [this, id = passed.question] {
                shell_.bridge.workspace()->mail().cancel(id, shell_.bridge.executor(), shell_.bridge.guarded<Result<void>>(this, [this](Result<void> back) {
                    if (back)
                        shell_.toasts.show(tr("Taken back: nothing was sent."));
                    else
                        shell_.toasts.showError(back.error());
                }));
            }, static_cast<int>(shown.count()));
    } else if (!file.isEmpty()) {
        shell_.toasts.show(tr("The question to %1 stands in %2").arg(name, file));
    } else {
        QGuiApplication::clipboard()->setText(qs(passed.bytes));
        shell_.toasts.show(tr("The question to %1 is on the clipboard").arg(name));
    }
    Q_EMIT this->passed(passed.question);
}

} // namespace vigie::ui
