// SPDX-License-Identifier: GPL-3.0-or-later
// What the labels of people taught about tones is learned now, or forgotten. The run behind then judges every mention anew, and the tiles
// say how far it is.
#include "ui/bridge/error_text.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/intake/tone_teaching.hpp>
#include <vigie/store/tickets.hpp>

#include <QMessageBox>
#include <QPushButton>

namespace vigie::ui {

namespace {
const char *const kForget = "forget_tones"; ///< the name of the action in the undo log
} // namespace

void DashboardPanel::registerTones(CommandRegistry &commands)
{
    commands.add({QStringLiteral("dashboard.learnTones"), [] { return tr("Learn tones from the labels so far"); }, QStringLiteral("done"), {QKeySequence(Qt::SHIFT | Qt::Key_M)}, this,
                  [this] { learnTones(); }, {}});
    commands.add({QStringLiteral("dashboard.forgetTones"), [] { return tr("Forget what was learned about tones…"); }, QStringLiteral("delete"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, this, [this] { askToForgetTones(); }, {}});
    commands.add({QStringLiteral("dashboard.recallTones"), [] { return tr("Take back what was forgotten about tones"); }, QStringLiteral("undo"), {}, this, [this] { recallTones(); }, {}});
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
    box->setInformativeText(tr("The labels stay with their mentions, and nothing is learned from them again. It can be taken back, also after a restart, as long as it is among the last 50 decisions."));
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
        this,
        [](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(kForget));
            return store::Tones(tx).reset();
        },
        [this](const Result<int> &forgotten) {
            if (!forgotten) {
                shell().toasts.show(errorSentence(forgotten.error()));
                return;
            }
            if (*forgotten > 0)
                shell().toasts.showUndo(tr("Forgotten: what %n label(s) had taught.", "", *forgotten), [this] { recallTones(); });
            else
                shell().toasts.show(tr("There was nothing to forget."));
            reload();
        });
}

void DashboardPanel::recallTones()
{
    enum class Back { Done, Nothing, Later };
    bridge().write<Back>(
        this,
        [](store::Tx &tx) -> Result<Back> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last)
                return Back::Nothing;
            if (last->action != kForget)
                return Back::Later;
            VIGIE_CHECK(store::Tickets(tx).undoLast());
            return Back::Done;
        },
        [this](const Result<Back> &back) {
            if (!back) {
                shell().toasts.show(errorSentence(back.error()));
                return;
            }
            shell().toasts.show(*back == Back::Done      ? tr("What was learned about tones is back. Mentions are judged anew.")
                                : *back == Back::Nothing ? tr("There is nothing to take back.")
                                                         : tr("Something else was decided since, or nothing was forgotten about tones. Decisions are taken back one by one with the undo key of the inbox."));
            reload();
        });
}

} // namespace vigie::ui
