// SPDX-License-Identifier: GPL-3.0-or-later
// What the labels of people taught about tones is learned now, or forgotten. The run behind then judges every mention anew, and the tiles
// say how far it is.
#include "ui/bridge/error_text.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/intake/tone_teaching.hpp>

#include <QMessageBox>
#include <QPushButton>

namespace vigie::ui {

void DashboardPanel::registerTones(CommandRegistry &commands)
{
    commands.add({QStringLiteral("dashboard.learnTones"), [] { return tr("Learn tones from the labels so far"); }, QStringLiteral("done"), {QKeySequence(Qt::SHIFT | Qt::Key_M)}, this,
                  [this] { learnTones(); }, {}});
    commands.add({QStringLiteral("dashboard.forgetTones"), [] { return tr("Forget what was learned about tones…"); }, QStringLiteral("delete"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, this, [this] { askToForgetTones(); }, {}});
}

void DashboardPanel::learnTones()
{
    bridge().read<intake::Taught>(
        this, [](store::Tx &tx) { return intake::taughtNow(tx); },
        [this](Result<intake::Taught> taught) -> void {
            if (!taught) {
                shell().toasts.show(errorSentence(taught.error()));
                return;
            }
            const int lessons = taught->lessons;
            if (lessons < text::kLeastToneLessons) {
                shell().toasts.show(tr("Nothing was learned: %n label(s) by hand, at least %1 are needed. Say the tone of more mentions.", "", lessons).arg(text::kLeastToneLessons));
                return;
            }
            bridge().write<void>(
                this, [taught = *taught](store::Tx &tx) { return store::Tones(tx).keepLayer(taught.layer, taught.lessons); },
                [this, lessons](const Result<void> &kept) {
                    if (!kept) {
                        shell().toasts.show(errorSentence(kept.error()));
                        return;
                    }
                    shell().toasts.show(tr("Learned from %n label(s). Mentions are judged anew.", "", lessons));
                    reload();
                });
        });
}

void DashboardPanel::askToForgetTones()
{
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("forgetTones"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Forget what was learned about tones"));
    box->setText(tr("The words that were learned from labels by hand are forgotten, and mentions are judged anew without them."));
    box->setInformativeText(tr("The labels stay with their mentions, and nothing is learned from them again. This cannot be taken back."));
    auto *forget = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, forget](QAbstractButton *pressed) {
        if (pressed == forget)
            forgetTones();
    });
    box->open();
}

void DashboardPanel::forgetTones()
{
    bridge().write<int>(
        this, [](store::Tx &tx) { return store::Tones(tx).reset(); },
        [this](const Result<int> &forgotten) {
            if (!forgotten) {
                shell().toasts.show(errorSentence(forgotten.error()));
                return;
            }
            shell().toasts.show(*forgotten > 0 ? tr("Forgotten: what %n label(s) had taught.", "", *forgotten) : tr("There was nothing to forget."));
            reload();
        });
}

} // namespace vigie::ui
