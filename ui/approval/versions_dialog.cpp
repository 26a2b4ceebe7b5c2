// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/versions_dialog.hpp"

#include "ui/approval/approval_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 640, kHeight = 520;
}

VersionsDialog::VersionsDialog(Bridge &bridge, PlanId plan, QWidget *parent)
    : QDialog(parent), bridge_(bridge), plan_(plan), before_(new QComboBox(this)), after_(new QComboBox(this)), text_(new QTextBrowser(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions of the post"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    auto *choice = new QHBoxLayout;
    const auto add = [&](const QString &name, QComboBox *box) {
        auto *label = roleLabel(QStringLiteral("muted"), name, this);
        label->setBuddy(box);
        box->setAccessibleName(name);
        choice->addWidget(label);
        choice->addWidget(box, 1);
    };
    add(tr("From"), before_);
    add(tr("to"), after_);
    layout->addLayout(choice);
    text_->setOpenLinks(false);
    text_->setAccessibleName(tr("What differs"));
    layout->addWidget(text_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(before_, &QComboBox::currentIndexChanged, this, &VersionsDialog::compare);
    connect(after_, &QComboBox::currentIndexChanged, this, &VersionsDialog::compare);
    resize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight));
    bridge_.read<Seen>(
        this,
        [plan](store::Tx &tx) -> Result<Seen> {
            Seen seen;
            VIGIE_TRY(seen.versions, store::Approvals(tx).versions(plan));
            VIGIE_TRY(seen.lines, store::Approvals(tx).lines(plan));
            VIGIE_TRY(seen.now, store::Plans(tx).get(plan));
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            for (const auto &one : accounts)
                seen.accounts[one.id.value] = qs(one.handle.empty() ? one.connector : one.handle);
            return seen;
        },
        [this](Result<Seen> seen) {
            if (!seen)
                return error_->setError(seen.error());
            show(std::move(*seen));
        });
}

void VersionsDialog::show(Seen seen)
{
    seen_ = std::move(seen);
    for (const auto &version : seen_.versions) {
        const auto when = format::dateTime(version.at, bridge_.zone());
        const auto name = version.person.empty() ? tr("Version %1, %2", "number, when").arg(QString::number(version.number), when)
                                                 : tr("Version %1, %2, %3", "number, when, who").arg(QString::number(version.number), when, qs(version.person));
        before_->addItem(name);
        after_->addItem(name);
    }
    after_->addItem(tr("as it is now"));
    before_->setCurrentIndex(std::max(0, before_->count() - 2));
    after_->setCurrentIndex(after_->count() - 1);
    compare();
}

Result<PlanItem> VersionsDialog::at(int index) const
{
    if (index < 0 || index >= static_cast<int>(seen_.versions.size()))
        return seen_.now;
    return plan::contentOf(seen_.versions[static_cast<std::size_t>(index)]);
}

QString VersionsDialog::history() const
{
    QString html;
    for (const auto &line : seen_.lines) {
        const auto who = qs(line.person).toHtmlEscaped(), when = format::dateTime(line.at, bridge_.zone()).toHtmlEscaped();
        const auto number = QString::number(line.version);
        QString said;
        switch (line.act) {
        case ApprovalAct::Asked: said = tr("%1 asked for agreement to version %2").arg(who, number); break;
        case ApprovalAct::Approved: said = tr("%1 agreed to version %2").arg(who, number); break;
        case ApprovalAct::Refused: said = tr("%1 asked to change version %2: %3").arg(who, number, qs(line.reason).toHtmlEscaped()); break;
        case ApprovalAct::Emergency: said = tr("%1 released version %2 as an emergency: %3").arg(who, number, qs(line.reason).toHtmlEscaped()); break;
        }
        html += QStringLiteral("<li>%1, %2</li>").arg(said, when);
    }
    return html.isEmpty() ? QString() : QStringLiteral("<h4>%1</h4><ul>%2</ul>").arg(tr("Who said what").toHtmlEscaped(), html);
}

void VersionsDialog::compare()
{
    if (seen_.versions.empty()) {
        text_->setPlainText(tr("No version yet: one is kept whenever somebody is asked to agree."));
        return;
    }
    const auto before = at(before_->currentIndex()), after = at(after_->currentIndex());
    if (!before || !after)
        return error_->setError(before ? after.error() : before.error());
    text_->setHtml(changesHtml(plan::versionChanges(*before, *after), seen_.accounts) + history());
}

} // namespace vigie::ui
