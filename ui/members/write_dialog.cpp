// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/write_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <vigie/model/person.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie::ui {

QString factWord(const std::string &kind)
{
    if (kind == "email")
        return WriteDialog::tr("E-mail address");
    if (kind == "phone")
        return WriteDialog::tr("Telephone");
    if (kind == "place")
        return WriteDialog::tr("Place");
    if (kind == "name")
        return WriteDialog::tr("Name");
    if (kind == "language")
        return WriteDialog::tr("Language");
    if (kind == "order")
        return WriteDialog::tr("Order");
    if (kind == kStaffFact)
        return WriteDialog::tr("Works for us");
    if (kind == kPaidFact)
        return WriteDialog::tr("Is paid by us");
    if (kind == kUnrankedFact)
        return WriteDialog::tr("Asked not to be ranked");
    return WriteDialog::tr("Something else");
}

WriteDialog::WriteDialog(Kind kind, QWidget *parent) : QDialog(parent), kind_(kind)
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    setMinimumWidth(Theme::of(this).scaled(420));
    look();
}

void WriteDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto row = [&](const QString &name, QWidget *field) {
        field->setAccessibleName(name);
        form->addRow(name, field);
    };
    const auto line = [&](const QString &name, const QString &hint) {
        auto *field = new QLineEdit(this);
        field->setPlaceholderText(hint);
        connect(field, &QLineEdit::textChanged, this, &WriteDialog::look);
        row(name, field);
        return field;
    };
    switch (kind_) {
    case Kind::Note:
        setWindowTitle(tr("Note about this person"));
        words_ = new QPlainTextEdit(this);
        words_->setTabChangesFocus(true);
        words_->setPlaceholderText(tr("It stays in the house. They can ask to read it."));
        connect(words_, &QPlainTextEdit::textChanged, this, &WriteDialog::look);
        row(tr("Note"), words_);
        break;
    case Kind::Step:
        setWindowTitle(tr("Next step with this person"));
        line_ = line(tr("What"), tr("Invite to the workshop"));
        withDay_ = new QCheckBox(tr("On a day"), this);
        withDay_->setChecked(true);
        day_ = new QDateEdit(this);
        day_->setCalendarPopup(true);
        connect(withDay_, &QCheckBox::toggled, day_, &QWidget::setEnabled);
        row(tr("When"), withDay_);
        row(tr("Day"), day_);
        break;
    case Kind::Consent:
        setWindowTitle(tr("What this person agreed to"));
        line_ = line(tr("To what"), tr("Quote with name"));
        what_ = new QComboBox(this);
        what_->addItem(tr("They agree"), true);
        what_->addItem(tr("They refuse, or take it back"), false);
        row(tr("Answer"), what_);
        source_ = line(tr("Where that was said"), tr("Message of 12 March, form ..."));
        break;
    case Kind::Fact:
        setWindowTitle(tr("Something this person gave us"));
        what_ = new QComboBox(this);
        for (const auto *kind : kFactKinds)
            what_->addItem(factWord(kind), QString::fromLatin1(kind));
        row(tr("What"), what_);
        line_ = line(tr("Value"), {});
        source_ = line(tr("Where it comes from"), tr("Told in a message, by telephone ..."));
        break;
    }
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    keep_ = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep_->setProperty("role", "primary");
    keep_->setDefault(true);
    keep_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    (words_ != nullptr ? static_cast<QWidget *>(words_) : line_)->setFocus();
}

void WriteDialog::setToday(const QDate &today)
{
    if (day_ == nullptr)
        return;
    day_->setMinimumDate(today);
    day_->setDate(today.addDays(1));
}

void WriteDialog::look()
{
    if (keep_ != nullptr)
        keep_->setEnabled(!text().empty() && (source_ == nullptr || !source().empty()));
}

std::string WriteDialog::text() const
{
    return utf8((words_ != nullptr ? words_->toPlainText() : line_->text()).trimmed());
}

std::string WriteDialog::day() const
{
    return day_ != nullptr && withDay_->isChecked() ? utf8(day_->date().toString(Qt::ISODate)) : std::string();
}

std::string WriteDialog::source() const
{
    return source_ != nullptr ? utf8(source_->text().trimmed()) : std::string();
}

std::string WriteDialog::factKind() const
{
    return what_ != nullptr ? utf8(what_->currentData().toString()) : std::string();
}

bool WriteDialog::granted() const
{
    return what_ == nullptr || what_->currentData().toBool();
}

} // namespace vigie::ui
