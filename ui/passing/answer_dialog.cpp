// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/answer_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/passing.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace vigie::ui {

AnswerDialog::AnswerDialog(Shell &shell, const std::vector<PassedRow> &rows, QWidget *parent)
    : QDialog(parent), shell_(shell), question_(new QComboBox(this)), who_(new QLineEdit(this)), text_(new QPlainTextEdit(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Write down an answer"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const auto &row : rows)
        question_->addItem(QStringLiteral("%1  \u00B7  %2").arg(serviceName(row.department), qs(row.row.question.subject)), QVariant::fromValue<qlonglong>(row.row.question.id.value));
    form->addRow(tr("Question"), question_);
    form->addRow(tr("Who answered"), who_);
    form->addRow(tr("Answer"), text_);
    question_->setAccessibleName(tr("Question"));
    question_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    who_->setAccessibleName(tr("Who answered"));
    text_->setAccessibleName(tr("Answer"));
    text_->setTabChangesFocus(true);
    text_->setPlaceholderText(tr("Paste or type what was said; it becomes a note on the ticket"));
    layout->addLayout(form);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    keep_ = buttons->addButton(tr("Keep the answer"), QDialogButtonBox::AcceptRole);
    keep_->setProperty("role", "primary");
    keep_->setEnabled(false);
    layout->addWidget(buttons);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] { keep_->setEnabled(!text_->toPlainText().trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AnswerDialog::keep);
    setMinimumWidth(Theme::of(this).scaled(460));
    text_->setFocus();
}

void AnswerDialog::keep()
{
    keep_->setEnabled(false);
    shell_.bridge.write<app::Attached>(
        this,
        [id = QuestionId{question_->currentData().toLongLong()}, who = utf8(who_->text().trimmed()), text = utf8(text_->toPlainText())](store::Tx &tx) {
            return app::answerByHand(tx, id, who, text);
        },
        [this](Result<app::Attached> done) {
            if (done)
                return accept();
            keep_->setEnabled(true);
            error_->setError(done.error());
        });
}

} // namespace vigie::ui
