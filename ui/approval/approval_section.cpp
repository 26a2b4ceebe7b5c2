// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approval_section.hpp"

#include "ui/approval/approval_words.hpp"
#include "ui/approval/ask_dialog.hpp"
#include "ui/approval/versions_dialog.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/approvals.hpp>
#include <vigie/store/outbox.hpp>

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLongestWords = 2000;
}

ApprovalSection::ApprovalSection(Bridge &bridge, QWidget *parent)
    : PostSection(parent), bridge_(bridge), head_(roleLabel(QStringLiteral("muted"), {}, this)), state_(wrappedLabel(QStringLiteral("strong"), {}, this)),
      notes_(wrappedLabel(QStringLiteral("muted"), {}, this)), words_(new QLineEdit(this)), agree_(roleButton(QStringLiteral("primary"), this)), change_(roleButton({}, this)),
      note_(roleButton({}, this)), emergency_(roleButton(QStringLiteral("quiet"), this)), versions_(roleButton(QStringLiteral("link"), this)),
      outside_(roleButton(QStringLiteral("link"), this)), error_(new ErrorBar(this))
{
    build();
    connect(&bridge_, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || std::find(change.plans.begin(), change.plans.end(), plan_) != change.plans.end())
            ask();
    });
    retranslate();
}

void ApprovalSection::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(head_);
    layout->addWidget(error_);
    state_->setTextFormat(Qt::PlainText);
    layout->addWidget(state_);
    notes_->setTextFormat(Qt::PlainText);
    layout->addWidget(notes_);
    words_->setMaxLength(kLongestWords);
    layout->addWidget(words_);
    auto *rows = new QWidget(this);
    auto *flow = new FlowLayout(rows, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    for (auto *button : {agree_, change_, note_, emergency_, outside_, versions_})
        flow->addWidget(button);
    layout->addWidget(rows);
    connect(agree_, &QPushButton::clicked, this, &ApprovalSection::agree);
    connect(change_, &QPushButton::clicked, this, &ApprovalSection::askForChange);
    connect(note_, &QPushButton::clicked, this, &ApprovalSection::note);
    connect(emergency_, &QPushButton::clicked, this, &ApprovalSection::release);
    connect(versions_, &QPushButton::clicked, this, &ApprovalSection::showVersions);
    connect(outside_, &QPushButton::clicked, this, &ApprovalSection::askOutside);
    connect(words_, &QLineEdit::textChanged, this, &ApprovalSection::present);
}

void ApprovalSection::setPlan(const PlanItem &plan, bool readOnly)
{
    if (plan.id != plan_) {
        words_->clear();
        error_->clear();
        seen_ = {};
    }
    plan_ = plan.id;
    readOnly_ = readOnly;
    changed_ = false;
    approvedHere_ = plan.approved;
    ask();
}

void ApprovalSection::typed(const PlanItem &plan)
{
    const bool changed = seen_.known && plan::contentHash(plan) != seen_.hash;
    if (changed == changed_)
        return;
    changed_ = changed;
    present();
}

void ApprovalSection::ask()
{
    const auto number = asks_.next();
    if (!plan_ || plan_.value < 0) {
        seen_ = {};
        return present();
    }
    bridge_.read<Seen>(
        this,
        [plan = plan_](store::Tx &tx) -> Result<Seen> {
            Seen seen;
            VIGIE_TRY(const auto item, store::Plans(tx).get(plan));
            VIGIE_TRY(seen.standing, plan::approvalOf(tx, item));
            VIGIE_TRY(seen.notes, store::Approvals(tx).notes(plan));
            seen.hash = plan::contentHash(item);
            seen.waits = std::any_of(item.variants.begin(), item.variants.end(), [](const PlanVariant &one) { return one.state == OutboundState::WaitingApproval; });
            seen.known = true;
            return seen;
        },
        [this, number](Result<Seen> seen) {
            if (!asks_.is(number))
                return;
            seen_ = seen ? std::move(*seen) : Seen{};
            present();
        });
}

QString ApprovalSection::sentence() const
{
    return state_->text();
}

void ApprovalSection::present()
{
    const auto &standing = seen_.standing;
    setVisible(seen_.known);
    auto sentence = changed_ && standing.needed > 0 ? tr("These changes are not agreed to yet: whoever agrees is asked again when they are planned.")
                                                     : approvalSentence(standing, approvedHere_);
    state_->setText(sentence);
    setRole(state_, standing.needed > 0 && !standing.complete() ? QStringLiteral("warn") : QStringLiteral("muted"));
    QStringList lines;
    for (const auto &note : seen_.notes)
        lines << tr("%1, %2: %3", "who, when: note").arg(qs(note.author), format::dateTime(note.at, bridge_.zone()), qs(note.text.inside()));
    notes_->setText(lines.join(QLatin1Char('\n')));
    notes_->setVisible(!lines.isEmpty());
    const bool hasWords = !words_->text().trimmed().isEmpty(), waits = seen_.waits && !changed_ && !readOnly_;
    const auto me = bridge_.person();
    const bool mayAgree = waits && !me.empty() && standing.asker != me && std::find(standing.by.begin(), standing.by.end(), me) == standing.by.end();
    agree_->setVisible(mayAgree);
    change_->setVisible(waits);
    change_->setEnabled(hasWords);
    note_->setEnabled(hasWords);
    emergency_->setVisible(waits);
    emergency_->setEnabled(hasWords);
    outside_->setVisible(!readOnly_ && !changed_);
    setAccessibleName(head_->text() + QStringLiteral(". ") + state_->text());
}

plan::ApprovalWords ApprovalSection::said() const
{
    return {bridge_.person(), seen_.hash, utf8(words_->text().trimmed()), {}};
}

void ApprovalSection::perform(std::function<Result<bool>(store::Tx &)> job, bool clears)
{
    error_->clear();
    bridge_.write<bool>(this, std::move(job), [this, clears](Result<bool> done) {
        if (!done && done.error().code == Errc::Conflict)
            error_->setMessage(tr("The post was changed meanwhile, so nothing was agreed to. Read it again."));
        else if (!done && done.error().code == Errc::PolicyRefused)
            error_->setMessage(tr("You asked for this yourself: somebody else must agree."));
        else if (!done)
            error_->setError(done.error());
        else if (clears)
            words_->clear();
        ask();
    });
}

void ApprovalSection::agree()
{
    perform(
        [plan = plan_, said = said()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::approvePost(tx, plan, {said.person, said.hash, {}, {}}));
            return true;
        },
        false);
}

void ApprovalSection::askForChange()
{
    perform(
        [plan = plan_, said = said(), &networks = bridge_.networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::refusePost(tx, networks, plan, said));
            return true;
        },
        true);
}

void ApprovalSection::release()
{
    perform(
        [plan = plan_, said = said()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::releasePost(tx, plan, said));
            return true;
        },
        true);
}

void ApprovalSection::note()
{
    perform(
        [plan = plan_, said = said()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::noteOnPost(tx, plan, said.person, NoteWords(said.reason)));
            return true;
        },
        true);
}

void ApprovalSection::showVersions()
{
    (new VersionsDialog(bridge_, plan_, window()))->open();
}

void ApprovalSection::askOutside()
{
    (new AskDialog(bridge_, plan_, window()))->open();
}

void ApprovalSection::retranslate()
{
    head_->setText(tr("Agreement"));
    words_->setPlaceholderText(tr("A note for colleagues, what to change, or why it cannot wait"));
    words_->setAccessibleName(tr("Words for colleagues; they are never published"));
    const auto name = [](QPushButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
    };
    name(agree_, tr("Agree"), tr("To exactly these words, files and accounts: a change asks again"));
    name(change_, tr("Ask for a change"), tr("The post is a draft again, with these words beside it"));
    name(note_, tr("Note for colleagues"), tr("Stays inside, whatever becomes of the post"));
    name(emergency_, tr("Publish without agreement"), tr("An emergency: the reason goes on record"));
    name(outside_, tr("Ask somebody without Vigie..."), {});
    name(versions_, tr("Versions..."), tr("What differs between any two versions, and who said what"));
    present();
}

void ApprovalSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
