// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/field_editor.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace vigie::ui {

FieldEditor::FieldEditor(connect::FieldSpec field, QWidget *parent)
    : QWidget(parent), field_(std::move(field)), label_(roleLabel(QStringLiteral("muted"), {}, this)), help_(roleLabel(QStringLiteral("small"), {}, this)),
      problem_(roleLabel(QStringLiteral("neg"), {}, this))
{
    using Kind = connect::FieldSpec::Kind;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    for (auto *label : {label_, help_, problem_})
        label->setWordWrap(true);
    layout->addWidget(label_);
    if (field_.kind == Kind::Choice) {
        box_ = new QComboBox(this);
        for (const auto &choice : field_.choices)
            box_->addItem(qs(choice), qs(choice));
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        layout->addWidget(box_);
    } else {
        line_ = new QLineEdit(this);
        line_->setPlaceholderText(qs(field_.example));
        if (field_.kind == Kind::Secret)
            line_->setEchoMode(QLineEdit::Password);
        connect(line_, &QLineEdit::returnPressed, this, &FieldEditor::submitted);
        connect(line_, &QLineEdit::textEdited, this, [this] { setProblem({}); });
        auto *row = new QHBoxLayout;
        row->addWidget(line_, 1);
        if (field_.kind == Kind::File) {
            browse_ = roleButton({}, this);
            row->addWidget(browse_);
            connect(browse_, &QPushButton::clicked, this, &FieldEditor::browse);
        }
        layout->addLayout(row);
    }
    label_->setBuddy(editor());
    problem_->hide();
    layout->addWidget(problem_);
    layout->addWidget(help_);
    setFocusProxy(editor());
    retranslate();
}

QWidget *FieldEditor::editor() const
{
    return line_ != nullptr ? static_cast<QWidget *>(line_) : box_;
}

QString FieldEditor::label() const
{
    return fieldWords(field_).label;
}

QString FieldEditor::text() const
{
    return line_ != nullptr ? line_->text() : box_->currentData().toString();
}

Secret FieldEditor::value() const
{
    return Secret(utf8(text()));
}

void FieldEditor::setText(const QString &text)
{
    if (line_ != nullptr)
        line_->setText(text);
    else if (const int row = box_->findData(text); row >= 0)
        box_->setCurrentIndex(row);
}

void FieldEditor::setProblem(const QString &sentence)
{
    problem_->setText(sentence);
    problem_->setVisible(!sentence.isEmpty());
    editor()->setProperty("invalid", !sentence.isEmpty());
    editor()->style()->unpolish(editor());
    editor()->style()->polish(editor());
    editor()->setAccessibleDescription(sentence.isEmpty() ? help_->text() : sentence);
    if (!sentence.isEmpty())
        editor()->setFocus();
}

void FieldEditor::browse()
{
    auto *dialog = new QFileDialog(this, label());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        setText(path);
        setProblem({});
    });
    dialog->open();
}

void FieldEditor::retranslate()
{
    const auto words = fieldWords(field_);
    label_->setText(field_.required ? words.label : tr("%1 (optional)").arg(words.label));
    help_->setText(words.help);
    help_->setVisible(!words.help.isEmpty());
    editor()->setAccessibleName(words.label);
    editor()->setAccessibleDescription(words.help);
    if (browse_ != nullptr) {
        browse_->setText(tr("Choose..."));
        browse_->setAccessibleName(tr("Choose: %1").arg(words.label));
    }
    for (int i = 0; box_ != nullptr && i < box_->count(); ++i)
        box_->setItemText(i, choiceWords(field_.key, field_.choices[static_cast<std::size_t>(i)]));
}

void FieldEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
