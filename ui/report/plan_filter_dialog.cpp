// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/plan_filter_dialog.hpp"

#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 480;
} // namespace

PlanFilterDialog::PlanFilterDialog(Shell &shell, const QString &plan, const insight::FigureScope &scope, const ScopeChoices &choices, QWidget *parent)
    : QDialog(parent), fields_(new ScopeFields(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("planFilter"));
    setWindowTitle(tr("Filter of %1", "a report").arg(plan));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("The next report counts only these mentions. Reports that were made stay as they are."), this));
    layout->addWidget(error_);
    fields_->setScope(scope);
    fields_->setChoices(choices);
    layout->addWidget(fields_);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanFilterDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(fields_, &ScopeFields::changed, error_, &ErrorBar::clear);
    connect(&shell.bridge, &Bridge::closed, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), sizeHint().height()}));
    fields_->queryBox()->setFocus();
}

void PlanFilterDialog::save()
{
    if (const auto problem = fields_->problem(); !problem.isEmpty()) {
        error_->setMessage(tr("The filter is not saved. %1").arg(problem));
        fields_->wordsField()->setFocus();
        return;
    }
    Q_EMIT chosen(fields_->scope());
    accept();
}

} // namespace vigie::ui
