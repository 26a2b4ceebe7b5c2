// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/erase_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/store/members.hpp>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

struct Asked {
    Member member;
    store::ErasurePlan plan;
};

} // namespace

EraseDialog::EraseDialog(Shell &shell, MemberId member, QWidget *parent)
    : QDialog(parent), shell_(shell), member_(member), intro_(wrappedLabel(QStringLiteral("strong"), tr("Looking through the whole workspace..."), this)),
      goes_(wrappedLabel({}, {}, this)), stays_(wrappedLabel(QStringLiteral("muted"), {}, this)), ask_(wrappedLabel(QStringLiteral("warn"), {}, this)),
      reasonName_(wrappedLabel({}, {}, this)), result_(wrappedLabel({}, {}, this)), reason_(new QLineEdit(this)), word_(new QLineEdit(this)), keepEvidence_(new QCheckBox(this)), takeInAgain_(new QCheckBox(this)),
      progress_(new QProgressBar(this)), error_(new ErrorBar(this)), buttons_(new QDialogButtonBox(QDialogButtonBox::Cancel, this)), erase_(roleButton(QStringLiteral("danger"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Forget this person"));
    build();
    connect(word_, &QLineEdit::textChanged, this, [this] { setStage(stage_); });
    connect(erase_, &QPushButton::clicked, this, &EraseDialog::erase);
    connect(buttons_, &QDialogButtonBox::rejected, this, &EraseDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(540), Theme::of(this).scaled(520)}));
    setStage(Stage::Reading);
    read();
}

void EraseDialog::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    outer->setSpacing(kMargin);
    auto *scroll = new QScrollArea(this); // at any text size
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(scroll);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin);
    scroll->setWidget(page);
    outer->addWidget(scroll, 1);
    for (auto *label : {intro_, goes_, stays_})
        layout->addWidget(label);
    intro_->setTextFormat(Qt::PlainText);
    stays_->setText(tr("What stays: that there was somebody, when something was said and on which network, in which language and tone, so that no figure changes. "
                       "Copies of the workspace made before, and the network itself, still hold what they held."));
    keepEvidence_->setText(tr("Keep what is kept as evidence (a legal claim)"));
    takeInAgain_->setText(tr("Take in again what they write later, as of somebody new"));
    for (auto *box : {keepEvidence_, takeInAgain_}) {
        box->setAccessibleName(box->text());
        layout->addWidget(box);
    }
    reasonName_->setText(tr("Reason, for the log"));
    layout->addWidget(reasonName_);
    reason_->setPlaceholderText(tr("Letter 12; never who it is"));
    reason_->setAccessibleName(tr("Reason, for the log"));
    layout->addWidget(reason_);
    ask_->setText(tr("There is no way back. To forget this person, type %1 here:").arg(deliberateWord()));
    layout->addWidget(ask_);
    word_->setAccessibleName(ask_->text());
    layout->addWidget(word_);
    progress_->setRange(0, 0);
    progress_->setAccessibleName(tr("Forgetting"));
    layout->addWidget(progress_);
    result_->setTextFormat(Qt::PlainText);
    layout->addWidget(result_);
    layout->addStretch(1);
    outer->addWidget(error_);
    erase_->setText(tr("Forget for good"));
    erase_->setAutoDefault(false);
    buttons_->addButton(erase_, QDialogButtonBox::ActionRole);
    buttons_->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    outer->addWidget(buttons_);
}

QString EraseDialog::goes() const
{
    return goes_->text();
}

QString EraseDialog::result() const
{
    return result_->text();
}

void EraseDialog::setStage(Stage stage)
{
    stage_ = stage;
    const bool asking = stage == Stage::Asking;
    for (auto *widget : {static_cast<QWidget *>(goes_), static_cast<QWidget *>(stays_), static_cast<QWidget *>(keepEvidence_), static_cast<QWidget *>(takeInAgain_),
                         static_cast<QWidget *>(reason_), static_cast<QWidget *>(ask_), static_cast<QWidget *>(word_)})
        widget->setEnabled(asking);
    keepEvidence_->setVisible(plan_ && plan_->evidence > 0);
    progress_->setVisible(stage == Stage::Reading || stage == Stage::Erasing);
    result_->setVisible(stage == Stage::Done);
    erase_->setVisible(stage != Stage::Done);
    erase_->setEnabled(asking && word_->text().trimmed().compare(deliberateWord(), Qt::CaseInsensitive) == 0);
    auto *close = buttons_->button(QDialogButtonBox::Cancel);
    close->setText(stage == Stage::Done ? tr("Close") : tr("Cancel"));
    close->setEnabled(stage != Stage::Erasing);
    if (asking && !word_->hasFocus() && !reason_->hasFocus())
        word_->setFocus();
}

void EraseDialog::reject()
{
    if (stage_ != Stage::Erasing) // the end of it has to be seen
        QDialog::reject();
}

void EraseDialog::read()
{
    shell_.bridge.read<Asked>(
        this,
        [member = member_](store::Tx &tx) -> Result<Asked> {
            Asked out;
            VIGIE_TRY(out.member, store::Members(tx).get(member));
            VIGIE_TRY(out.plan, store::Erasure(tx).plan(member));
            return out;
        },
        [this](Result<Asked> asked) {
            if (!asked) {
                setStage(Stage::Failed);
                return error_->setError(asked.error());
            }
            intro_->setText(tr("%1 (%2)", "a name, a handle").arg(nameOf(asked->member), qs(asked->member.profile.handle)));
            planned(std::move(asked->plan));
        });
}

void EraseDialog::planned(store::ErasurePlan plan)
{
    QStringList lines;
    lines << tr("name, handle, picture and profile of %n identity(ies)", nullptr, static_cast<int>(plan.identities.size()));
    lines << tr("the words of %n message(s) of theirs", nullptr, plan.items);
    if (plan.answers > 0)
        lines << tr("the words of %n answer(s) of ours to them; what has not left is cancelled", nullptr, plan.answers);
    if (plan.notes > 0)
        lines << tr("%n note(s)", nullptr, plan.notes);
    if (plan.questions > 0)
        lines << tr("%n question(s) to colleagues, with their answers", nullptr, plan.questions);
    if (!plan.mentions.empty())
        lines << tr("their name in %n message(s) of others", nullptr, static_cast<int>(plan.mentions.size()));
    if (plan.evidence > 0)
        lines << tr("%n entry(ies) kept as evidence, unless you keep them; that they were there, when and why they went stays in the chain", nullptr, plan.evidence);
    lines << tr("steps, consents, data they gave, what was promised to them; what touched them can no longer be undone");
    goes_->setText(tr("What will go:") + QStringLiteral("\n\u2022 ") + lines.join(QStringLiteral("\n\u2022 ")));
    plan_ = std::make_shared<const store::ErasurePlan>(std::move(plan));
    setStage(Stage::Asking);
}

void EraseDialog::erase()
{
    if (!erase_->isEnabled())
        return;
    error_->clear();
    setStage(Stage::Erasing);
    store::ErasureOptions options;
    const auto reason = utf8(reason_->text().trimmed());
    if (!reason.empty())
        options.reason = reason;
    options.who = whoWrites(shell_.bridge);
    options.keepEvidence = keepEvidence_->isChecked();
    options.takeInAgain = takeInAgain_->isChecked();
    shell_.bridge.write<store::ErasureReport>(
        this, [plan = plan_, options](store::Tx &tx) { return store::Erasure(tx).erase(*plan, options); },
        [this](Result<store::ErasureReport> done) {
            if (!done) {
                setStage(Stage::Asking);
                if (done.error().code == Errc::Conflict)
                    return error_->setMessage(tr("An answer to them is on its way. Wait until it has left, or take it back; nothing was erased."));
                return error_->setError(done.error());
            }
            report_ = *done;
            scrub();
        });
}

void EraseDialog::scrub()
{
    const auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr)
        return;
    shell_.bridge.work<bool>(
        this,
        [path = workspace->path()]() -> Result<bool> {
            VIGIE_CHECK(store::scrubFile(path));
            return true;
        },
        [this](Result<bool> done) {
            recount(done ? tr("The file was written anew: deleted words are in no page of it.")
                         : tr("The file could not be written anew now (%1); deleted words go from unused pages when it is next compacted.").arg(errorSentence(done.error())));
        });
}

void EraseDialog::recount(const QString &file)
{
    shell_.bridge.read<std::vector<store::Residue>>(this, [plan = plan_](store::Tx &tx) { return store::Erasure(tx).residue(*plan); }, [this, file](Result<std::vector<store::Residue>> left) {
        setStage(Stage::Done);
        QStringList lines;
        lines << tr("Forgotten: %n message(s),", nullptr, report_->items) + QLatin1Char(' ') + tr("%n answer(s), entry %1 of the log.", nullptr, report_->answers).arg(report_->id);
        lines << file;
        if (!left) {
            lines << tr("The recount could not be made: %1").arg(errorSentence(left.error()));
        } else if (left->empty()) {
            lines << tr("Recount over every text of every table: nothing is left.");
        } else {
            for (const auto &one : *left)
                lines << tr("Still there: %1 (%n row(s))", nullptr, one.rows).arg(qs(one.place));
        }
        result_->setText(lines.join(QLatin1Char('\n')));
        setRole(result_, left && left->empty() ? QStringLiteral("strong") : QStringLiteral("warn"));
        word_->clear();
        intro_->setText(tr("This person is forgotten here"));
        for (auto *widget : {static_cast<QWidget *>(goes_), static_cast<QWidget *>(ask_), static_cast<QWidget *>(word_), static_cast<QWidget *>(reasonName_), static_cast<QWidget *>(reason_), static_cast<QWidget *>(takeInAgain_),
                             static_cast<QWidget *>(keepEvidence_)})
            widget->hide();
    });
}

} // namespace vigie::ui
