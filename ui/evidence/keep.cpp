// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/keep.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/evidence/keep_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/evidence.hpp>

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

struct Kept {
    EvidenceEntry entry;
    bool before = false; ///< it was kept already
};
struct Asking {
    Shell *shell;
    QPointer<QWidget> context;
    ItemId item;
};

void keep(const Asking &asking, const app::EvidenceTerm &term, const std::string &despite, bool remember);

void ask(const Asking &asking, const app::EvidenceTerm &term, const QString &refusal)
{
    auto *dialog = new KeepDialog(term, refusal, asking.context);
    QObject::connect(dialog, &KeepDialog::kept, asking.context, [asking, dialog, remember = refusal.isEmpty()] { keep(asking, dialog->term(), dialog->reason(), remember); });
    dialog->open();
}

void takeBack(const Asking &asking)
{
    const auto person = asking.shell->bridge.person();
    asking.shell->bridge.write<int>(
        asking.context,
        [item = asking.item, person](store::Tx &tx) {
            return store::Evidence(tx).erase(std::vector{item}, ErasureReason::Mistake, {}, person.empty() ? "person" : person);
        },
        [shell = asking.shell](Result<int> done) {
            if (!done)
                shell->toasts.showError(done.error());
            else
                shell->toasts.show(Words::tr("Erased. That it was kept, when, and that it was a mistake stays in the chain."));
        });
}

void say(const Asking &asking, const Kept &kept)
{
    auto &toasts = asking.shell->toasts;
    if (kept.before) {
        toasts.show(Words::tr("Kept already, as entry %1. Edits and deletions are added by themselves.").arg(format::number(static_cast<double>(kept.entry.number))));
        return;
    }
    toasts.showAction(Words::tr("Kept as evidence: entry %1").arg(format::number(static_cast<double>(kept.entry.number))), Words::tr("Take back"), [asking] {
        if (asking.context)
            takeBack(asking);
    });
}

void keep(const Asking &asking, const app::EvidenceTerm &term, const std::string &despite, bool remember)
{
    const auto person = asking.shell->bridge.person();
    asking.shell->bridge.write<Kept>(
        asking.context,
        [item = asking.item, term, despite, remember, person](store::Tx &tx) -> Result<Kept> {
            VIGIE_TRY(const auto mark, store::Evidence(tx).mark(item));
            auto how = app::evidenceKeep(term, tx.now(), person.empty() ? "person" : person);
            how.despiteTerms = despite;
            if (remember)
                VIGIE_CHECK(app::setEvidenceTerm(tx, term));
            VIGIE_TRY(auto entry, store::Evidence(tx).capture(item, how));
            return Kept{std::move(entry), mark.has_value()};
        },
        [asking, term](Result<Kept> kept) {
            if (!asking.context)
                return;
            if (kept)
                return say(asking, *kept);
            const bool reasonHelps = kept.error().code == Errc::PolicyRefused && kept.error().detail != store::kRefusedDisplayOnly;
            if (reasonHelps)
                return ask(asking, term, keepRefusal(kept.error()));
            asking.shell->toasts.show(keepRefusal(kept.error()));
        });
}

} // namespace

QString keepRefusal(const Error &error)
{
    if (error.code != Errc::PolicyRefused)
        return errorSentence(error);
    if (error.detail == store::kRefusedDisplayOnly)
        return Words::tr("Not kept: the network's terms let nothing of it be kept.");
    if (error.detail == store::kRefusedTakenBack)
        return Words::tr("It was taken back, and the network's terms ask that it goes here, too.");
    if (error.detail == store::kRefusedForgotten)
        return Words::tr("Its author asked to be forgotten.");
    return Words::tr("The network's terms no longer let its words be kept.");
}

void keepAsEvidence(Shell &shell, QWidget *context, ItemId item)
{
    if (!item)
        return;
    const Asking asking{&shell, context, item};
    shell.bridge.read<std::optional<app::EvidenceTerm>>(
        context, [](store::Tx &tx) { return app::evidenceTerm(tx); },
        [asking](Result<std::optional<app::EvidenceTerm>> term) {
            if (!term)
                asking.shell->toasts.showError(term.error());
            else if (!*term)
                ask(asking, {}, {});
            else
                keep(asking, **term, {}, false);
        });
}

} // namespace vigie::ui
