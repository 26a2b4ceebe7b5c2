// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answer_editor.hpp"

#include "ui/answers/variables_table.hpp"
#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QDate>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

std::vector<std::string> tagsOf(const QString &line)
{
    std::vector<std::string> out;
    for (const auto &piece : line.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!piece.trimmed().isEmpty())
            out.push_back(utf8(piece.trimmed()));
    return out;
}

QString lineOf(const std::vector<std::string> &tags)
{
    QStringList list;
    for (const auto &tag : tags)
        list << qs(tag);
    return list.join(QStringLiteral(", "));
}

bool isDay(const QString &text)
{
    return text.trimmed().isEmpty() || QDate::fromString(text.trimmed(), Qt::ISODate).isValid();
}

} // namespace

AnswerEditor::AnswerEditor(QWidget *parent)
    : QWidget(parent), frenchLabel_(roleLabel(QStringLiteral("strong"), {}, this)), englishLabel_(roleLabel(QStringLiteral("strong"), {}, this)),
      variablesLabel_(wrappedLabel(QStringLiteral("small"), {}, this)), french_(new QPlainTextEdit(this)), english_(new QPlainTextEdit(this)), variables_(new VariablesTable(this))
{
    build();
    for (auto *editor : {french_, english_}) {
        editor->setTabChangesFocus(true);
        editor->setMinimumHeight(Theme::of(this).scaled(96));
        connect(editor, &QPlainTextEdit::textChanged, this, [this] {
            variables_->follow(utf8(french_->toPlainText()), utf8(english_->toPlainText()));
            Q_EMIT edited();
        });
    }
    connect(variables_, &VariablesTable::edited, this, &AnswerEditor::edited);
    retranslate();
}

QLineEdit *AnswerEditor::addLine(QFormLayout *form, QLabel *&label)
{
    auto *line = new QLineEdit(this);
    label = roleLabel({}, {}, this);
    label->setBuddy(line);
    form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &AnswerEditor::edited);
    return line;
}

void AnswerEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    auto *head = new QFormLayout;
    head->setRowWrapPolicy(QFormLayout::WrapLongRows);
    head->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    keyword_ = addLine(head, keywordLabel_);
    title_ = addLine(head, titleLabel_);
    layout->addLayout(head);
    auto *texts = new QGridLayout;
    texts->setSpacing(kGap);
    texts->addWidget(frenchLabel_, 0, 0);
    texts->addWidget(englishLabel_, 0, 1);
    texts->addWidget(french_, 1, 0);
    texts->addWidget(english_, 1, 1);
    frenchLabel_->setBuddy(french_);
    englishLabel_->setBuddy(english_);
    layout->addLayout(texts, 2);
    layout->addWidget(variablesLabel_);
    layout->addWidget(variables_, 1);
    auto *foot = new QFormLayout;
    foot->setRowWrapPolicy(QFormLayout::WrapLongRows);
    foot->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    from_ = addLine(foot, fromLabel_);
    until_ = addLine(foot, untilLabel_);
    owner_ = addLine(foot, ownerLabel_);
    service_ = addLine(foot, serviceLabel_);
    tags_ = addLine(foot, tagsLabel_);
    layout->addLayout(foot);
}

void AnswerEditor::setText(const AnswerText &text)
{
    const QSignalBlocker quiet(this);
    keyword_->setText(qs(text.keyword));
    title_->setText(qs(text.title));
    variables_->setVariables(text.variables);
    french_->setPlainText(qs(text.french));
    english_->setPlainText(qs(text.english));
    from_->setText(qs(text.validFrom));
    until_->setText(qs(text.validUntil));
    owner_->setText(qs(text.owner));
    service_->setText(qs(text.service));
    tags_->setText(lineOf(text.tags));
    given_ = this->text(); // what the fields make of it
}

AnswerText AnswerEditor::text() const
{
    AnswerText out;
    const auto line = [](const QLineEdit *edit) { return utf8(edit->text().trimmed()); };
    out.keyword = line(keyword_);
    out.title = line(title_);
    out.french = utf8(french_->toPlainText());
    out.english = utf8(english_->toPlainText());
    out.variables = variables_->variables();
    out.validFrom = line(from_);
    out.validUntil = line(until_);
    out.owner = line(owner_);
    out.service = line(service_);
    out.tags = tagsOf(tags_->text());
    return out;
}

QString AnswerEditor::fault() const
{
    if (keyword_->text().trimmed().isEmpty())
        return tr("It needs a keyword.");
    if (french_->toPlainText().trimmed().isEmpty() && english_->toPlainText().trimmed().isEmpty())
        return tr("It needs a text, in French or in English.");
    if (!isDay(from_->text()) || !isDay(until_->text()))
        return tr("A day is written like 2026-05-03.");
    if (!from_->text().trimmed().isEmpty() && !until_->text().trimmed().isEmpty() && until_->text().trimmed() < from_->text().trimmed())
        return tr("Its validity ends before it begins.");
    return {};
}

void AnswerEditor::retranslate()
{
    const auto name = [](QLabel *label, QWidget *field, const QString &words) {
        label->setText(words);
        field->setAccessibleName(words);
    };
    name(keywordLabel_, keyword_, tr("Keyword"));
    name(titleLabel_, title_, tr("Question it answers"));
    name(frenchLabel_, french_, tr("In French"));
    name(englishLabel_, english_, tr("In English"));
    name(fromLabel_, from_, tr("Valid from"));
    name(untilLabel_, until_, tr("Valid until"));
    name(ownerLabel_, owner_, tr("Owner"));
    name(serviceLabel_, service_, tr("Service that knows"));
    name(tagsLabel_, tags_, tr("Tags"));
    for (auto *day : {from_, until_})
        day->setPlaceholderText(tr("2026-05-03, or empty"));
    tags_->setPlaceholderText(tr("separated by commas"));
    variablesLabel_->setText(tr("{{a name}} in a text is a variable: what has no value keeps the reply from leaving."));
}

void AnswerEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
