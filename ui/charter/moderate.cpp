// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/moderate.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/evidence/keep.hpp"
#include "ui/evidence/keep_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/moderation.hpp>
#include <vigie/base/random.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/tickets.hpp>

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kUndoMs = 7000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Moderation)
};

struct Known {
    Charter charter;
    std::vector<int> last;                   ///< articles, the one applied last first
    std::optional<app::EvidenceTerm> term;
};

/// What the person has decided so far.
struct Decision {
    ModerationAsk ask;
    int article = 0;
    std::string despite, without;
    app::EvidenceTerm term;                  ///< how evidence is kept here
    bool settled = false;                    ///< ... and that was said just now
    std::string token = randomKey();         ///< one decision is one act, however often it is tried
};

void act(const Decision &decision);

/// The evidence cannot be kept: nothing was done yet.
void askHow(const Decision &decision, const Error &refused)
{
    const auto context = decision.ask.context;
    auto *box = new QMessageBox(QMessageBox::Question, QStringLiteral("Vigie"), Words::tr("The message cannot be kept as evidence."), QMessageBox::NoButton, context);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(keepRefusal(refused) + QLatin1Char(' ') + Words::tr("Nothing was done yet."));
    auto *without = box->addButton(Words::tr("Go on without evidence"), QMessageBox::DestructiveRole);
    auto *despite = refused.detail != store::kRefusedDisplayOnly ? box->addButton(Words::tr("Keep it all the same..."), QMessageBox::AcceptRole) : nullptr;
    auto *stay = box->addButton(Words::tr("Do nothing"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::buttonClicked, context, [decision, refused, without, despite, context](const QAbstractButton *pressed) {
        auto next = decision;
        if (pressed == without) {
            next.without = refused.detail;
            act(next);
        } else if (despite != nullptr && pressed == despite) {
            auto *dialog = new KeepDialog(next.term, keepRefusal(refused), context);
            QObject::connect(dialog, &KeepDialog::kept, context, [next, dialog] {
                auto kept = next;
                kept.despite = dialog->reason();
                act(kept);
            });
            dialog->open();
        }
    });
    box->open();
}

void act(const Decision &decision)
{
    auto &shell = *decision.ask.shell;
    const auto person = shell.bridge.person();
    shell.bridge.write<app::Moderated>(
        decision.ask.context,
        [decision, person, &networks = shell.bridge.networks()](store::Tx &tx) -> Result<app::Moderated> {
            if (decision.settled)
                VIGIE_CHECK(app::setEvidenceTerm(tx, decision.term));
            VIGIE_TRY(const auto ticket, store::Tickets(tx).get(decision.ask.ticket));
            app::Moderation wanted;
            wanted.account = ticket.account;
            wanted.item = ticket.latest;
            wanted.act = decision.ask.act;
            wanted.article = decision.article;
            wanted.person = person;
            wanted.despiteTerms = decision.despite;
            wanted.withoutEvidence = decision.without;
            wanted.clientToken = decision.token;
            return app::moderate(tx, networks, wanted);
        },
        [decision](Result<app::Moderated> done) {
            auto &own = *decision.ask.shell;
            if (!done)
                return void(own.toasts.showError(done.error()));
            if (done->refused)
                return askHow(decision, *done->refused);
            own.toasts.showUndo(moderatedText(decision.ask.act, decision.article), [ask = decision.ask, line = done->line] {
                if (ask.context)
                    takeModerationBack(*ask.shell, ask.context, line);
            }, kUndoMs);
        });
}

/// How long and on what ground evidence is kept is asked once, before the first act.
void settle(const Decision &decision, const std::optional<app::EvidenceTerm> &term)
{
    if (term) {
        auto known = decision;
        known.term = *term;
        return act(known);
    }
    auto *dialog = new KeepDialog({}, {}, decision.ask.context);
    QObject::connect(dialog, &KeepDialog::kept, decision.ask.context, [decision, dialog] {
        auto settled = decision;
        settled.term = dialog->term();
        settled.settled = true;
        act(settled);
    });
    dialog->open();
}

void choose(const ModerationAsk &ask, const Known &known)
{
    std::vector<const CharterArticle *> articles;
    for (const auto &article : known.charter.articles)
        if (article.moderates)
            articles.push_back(&article);
    if (articles.empty()) {
        ask.shell->toasts.showAction(Words::tr("No article of the charter is one that we moderate by."), Words::tr("Open the charter"),
                                     [shell = ask.shell] { Q_EMIT shell->openPanel(QStringLiteral("charter")); });
        return;
    }
    const auto used = [&](const CharterArticle *one) { return std::find(known.last.begin(), known.last.end(), one->number) - known.last.begin(); };
    std::stable_sort(articles.begin(), articles.end(), [&](const auto *a, const auto *b) { return used(a) < used(b); });
    ChoicePopup::Question question;
    question.title = Words::tr("%1: under which article?").arg(moderationText(ask.act));
    question.placeholder = Words::tr("A number or a word of the article");
    for (const auto *article : articles)
        question.choices.append({articleName(*article), {}, QString::number(article->number), false});
    question.chosen = [ask, term = known.term](const QString &value, bool) {
        Decision decision;
        decision.ask = ask;
        decision.article = value.toInt();
        settle(decision, term);
    };
    ask.popup->ask(question, ask.backTo);
}

} // namespace

void askModeration(const ModerationAsk &ask)
{
    if (!ask.ticket)
        return;
    ask.shell->bridge.read<Known>(
        ask.context,
        [](store::Tx &tx) -> Result<Known> {
            Known known;
            VIGIE_TRY(auto now, app::charterNow(tx));
            known.charter = std::move(now.charter);
            VIGIE_TRY(known.last, store::ModerationLog(tx).lastArticles());
            VIGIE_TRY(known.term, app::evidenceTerm(tx));
            return known;
        },
        [ask](Result<Known> known) {
            if (!known)
                ask.shell->toasts.showError(known.error());
            else if (ask.popup)
                choose(ask, *known);
        });
}

void takeModerationBack(Shell &shell, QWidget *context, std::int64_t line)
{
    shell.bridge.write<void>(
        context,
        [line, person = shell.bridge.person(), token = randomKey(), &networks = shell.bridge.networks()](store::Tx &tx) {
            return app::takeModerationBack(tx, networks, line, person, token);
        },
        [&shell](Result<void> done) {
            if (done)
                shell.toasts.show(Words::tr("Taken back; the log says so."), 3000);
            else if (done.error().code == Errc::Unsupported)
                shell.toasts.show(Words::tr("The network has no way back for this."));
            else if (done.error().code == Errc::Conflict)
                shell.toasts.show(Words::tr("It was taken back already."));
            else
                shell.toasts.showError(done.error());
        });
}

} // namespace vigie::ui
