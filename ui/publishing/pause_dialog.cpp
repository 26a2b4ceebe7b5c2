// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/pause_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/publishing/pause_words.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/pausing.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kScope = Qt::UserRole, kOf = Qt::UserRole + 1, kWidth = 520, kLongestReason = 200;
}

PauseDialog::PauseDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), what_(new QComboBox(this)), reason_(new QLineEdit(this)), answers_(new QCheckBox(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Pause publishing"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("Nothing more leaves from the moment you press the button. What is kept back waits for your decision afterwards, post by post; "
                                                               "resuming sends nothing."), this));
    layout->addWidget(error_);
    const auto field = [&](const QString &name, QWidget *widget) {
        auto *label = roleLabel(QStringLiteral("muted"), name, this);
        label->setBuddy(widget);
        widget->setAccessibleName(name);
        layout->addWidget(label);
        layout->addWidget(widget);
    };
    field(tr("What is paused"), what_);
    field(tr("Why"), reason_);
    reason_->setMaxLength(kLongestReason);
    reason_->setPlaceholderText(tr("Whoever resumes must know: an accident, a day of mourning..."));
    answers_->setText(tr("People are still answered"));
    answers_->setAccessibleName(answers_->text());
    answers_->setToolTip(tr("Posts are kept back, answers in conversations leave as usual."));
    layout->addWidget(answers_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    pause_ = buttons->addButton(tr("Pause now"), QDialogButtonBox::AcceptRole);
    pause_->setProperty("role", "danger");
    pause_->setEnabled(false);
    layout->addWidget(buttons);
    connect(reason_, &QLineEdit::textChanged, this, [this](const QString &text) { pause_->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PauseDialog::pause);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(Theme::of(this).scaled(kWidth), sizeHint().height());
    reason_->setFocus();
    fill();
}

void PauseDialog::fill()
{
    what_->addItem(pauseScopeText({}, {}));
    what_->setItemData(0, static_cast<int>(PauseScope::Everything), kScope);
    shell_.bridge.read<PauseNames>(this, readPauseNames, [this](Result<PauseNames> names) {
        if (!names)
            return error_->setError(names.error());
        const auto add = [this, &names](PauseScope scope, std::int64_t of) {
            Pause one;
            one.scope = scope;
            one.of = of;
            what_->addItem(pauseScopeText(one, *names));
            what_->setItemData(what_->count() - 1, static_cast<int>(scope), kScope);
            what_->setItemData(what_->count() - 1, QVariant::fromValue<qlonglong>(of), kOf);
        };
        for (const auto &[id, name] : names->accounts)
            add(PauseScope::Account, id);
        for (const auto &[id, name] : names->campaigns)
            add(PauseScope::Campaign, id);
    });
}

void PauseDialog::pause()
{
    Pause wanted;
    wanted.scope = static_cast<PauseScope>(what_->currentData(kScope).toInt());
    wanted.of = what_->currentData(kOf).toLongLong();
    wanted.reason = utf8(reason_->text().trimmed());
    wanted.person = shell_.bridge.person();
    wanted.answersLeave = answers_->isChecked();
    if (wanted.reason.empty())
        return;
    pause_->setEnabled(false);
    shell_.bridge.write<PauseId>(
        this, [wanted](store::Tx &tx) { return plan::pause(tx, wanted); },
        [this](Result<PauseId> done) {
            pause_->setEnabled(true);
            if (!done && done.error().code == Errc::Duplicate)
                return error_->setMessage(tr("This is paused already. The line at the top of the window says since when and why."));
            if (!done)
                return error_->setError(done.error());
            shell_.toasts.show(tr("Paused. Nothing leaves until you resume and decide."));
            accept();
        });
}

} // namespace vigie::ui
