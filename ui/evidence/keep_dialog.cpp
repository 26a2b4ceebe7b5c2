// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/keep_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kLongestReason = 500;
} // namespace

KeepDialog::KeepDialog(const app::EvidenceTerm &term, const QString &refusal, QWidget *parent) : QDialog(parent), years_(new QSpinBox(this)), ground_(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keep as evidence"));
    const auto &theme = Theme::of(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *words = roleLabel(refusal.isEmpty() ? QString() : QStringLiteral("warn"),
                            refusal.isEmpty() ? tr("What is kept as evidence names a ground and an end. It is asked once; both are written into each capture.") : refusal, this);
    words->setWordWrap(true);
    layout->addWidget(words);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    years_->setRange(1, app::kEvidenceYearsMost);
    years_->setValue(term.years);
    years_->setSuffix(tr(" years"));
    years_->setAccessibleName(tr("Keep for"));
    form->addRow(tr("Keep for"), years_);
    ground_->setMaxLength(kLongestReason);
    ground_->setText(term.ground.empty() ? tr("establishment, exercise or defence of legal claims") : qs(term.ground));
    ground_->setAccessibleName(tr("Ground"));
    form->addRow(tr("Ground"), ground_);
    if (!refusal.isEmpty()) {
        reason_ = new QLineEdit(this);
        reason_->setMaxLength(kLongestReason);
        reason_->setPlaceholderText(tr("A complaint was filed on ..."));
        reason_->setAccessibleName(tr("Why it must be kept all the same"));
        form->addRow(tr("Why it must be kept all the same"), reason_);
        connect(reason_, &QLineEdit::textChanged, this, &KeepDialog::look);
    }
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    keep_ = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep_->setProperty("role", "primary");
    keep_->setDefault(true);
    layout->addWidget(buttons);
    connect(ground_, &QLineEdit::textChanged, this, &KeepDialog::look);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT kept();
        accept();
    });
    setMinimumWidth(theme.scaled(420));
    (reason_ != nullptr ? static_cast<QWidget *>(reason_) : years_)->setFocus();
    look();
}

void KeepDialog::look()
{
    keep_->setEnabled(!ground_->text().trimmed().isEmpty() && (reason_ == nullptr || !reason_->text().trimmed().isEmpty()));
}

app::EvidenceTerm KeepDialog::term() const
{
    return {years_->value(), utf8(ground_->text().trimmed())};
}

std::string KeepDialog::reason() const
{
    return reason_ == nullptr ? std::string() : utf8(reason_->text().trimmed());
}

} // namespace vigie::ui
