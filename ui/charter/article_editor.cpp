// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/article_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/check_row.hpp"
#include "ui/widget/pieces.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {
constexpr int kMostNumber = 9999, kTextHeight = 76;
} // namespace

ArticleEditor::ArticleEditor(QWidget *parent)
    : QWidget(parent), checks_(new QVBoxLayout), number_(new QSpinBox(this)), moderates_(new QCheckBox(this)), titleFr_(new QLineEdit(this)), titleEn_(new QLineEdit(this)),
      textFr_(new QPlainTextEdit(this)), textEn_(new QPlainTextEdit(this)), numberLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      titleFrLabel_(roleLabel(QStringLiteral("muted"), {}, this)), titleEnLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      textFrLabel_(roleLabel(QStringLiteral("muted"), {}, this)), textEnLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      checksLabel_(roleLabel(QStringLiteral("strong"), {}, this)), add_(roleButton({}, this))
{
    build();
    retranslate();
    connect(number_, &QSpinBox::valueChanged, this, &ArticleEditor::say);
    connect(moderates_, &QCheckBox::toggled, this, &ArticleEditor::say);
    for (auto *field : {titleFr_, titleEn_})
        connect(field, &QLineEdit::textChanged, this, &ArticleEditor::say);
    for (auto *field : {textFr_, textEn_})
        connect(field, &QPlainTextEdit::textChanged, this, &ArticleEditor::say);
    connect(add_, &QPushButton::clicked, this, [this] {
        addCheck({});
        rows_.back()->setFocus(Qt::OtherFocusReason);
        say();
    });
}

void ArticleEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kGap);
    number_->setRange(1, kMostNumber);
    number_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (auto *field : {textFr_, textEn_}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(Theme::of(this).scaled(kTextHeight));
    }
    for (const auto &[label, field] : {std::pair(numberLabel_, static_cast<QWidget *>(number_)), {titleFrLabel_, titleFr_}, {textFrLabel_, textFr_}, {titleEnLabel_, titleEn_}, {textEnLabel_, textEn_}}) {
        label->setBuddy(field);
        form->addRow(label, field);
    }
    layout->addLayout(form);
    layout->addWidget(moderates_);
    layout->addWidget(checksLabel_);
    checks_->setSpacing(kGap);
    layout->addLayout(checks_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    layout->addStretch(1);
}

void ArticleEditor::say()
{
    if (!showing_)
        Q_EMIT edited();
}

void ArticleEditor::addCheck(const CharterCheck &check)
{
    auto *row = new CheckRow(check, this);
    connect(row, &CheckRow::edited, this, &ArticleEditor::say);
    connect(row, &CheckRow::removeWanted, this, [this, row] {
        rows_.erase(std::find(rows_.begin(), rows_.end(), row));
        row->deleteLater();
        row->hide();
        add_->setFocus(Qt::OtherFocusReason);
        say();
    });
    checks_->addWidget(row);
    rows_.push_back(row);
}

void ArticleEditor::show(const CharterArticle &article)
{
    showing_ = true;
    number_->setValue(article.number);
    moderates_->setChecked(article.moderates);
    titleFr_->setText(qs(article.title.fr));
    titleEn_->setText(qs(article.title.en));
    textFr_->setPlainText(qs(article.text.fr));
    textEn_->setPlainText(qs(article.text.en));
    for (auto *row : std::exchange(rows_, {})) {
        row->hide();
        row->deleteLater();
    }
    for (const auto &check : article.checks)
        addCheck(check);
    showing_ = false;
}

CharterArticle ArticleEditor::article() const
{
    CharterArticle out;
    out.number = number_->value();
    out.moderates = moderates_->isChecked();
    out.title = {utf8(titleFr_->text().trimmed()), utf8(titleEn_->text().trimmed())};
    out.text = {utf8(textFr_->toPlainText().trimmed()), utf8(textEn_->toPlainText().trimmed())};
    for (const auto *row : rows_)
        out.checks.push_back(row->check());
    return out;
}

void ArticleEditor::focusTitle()
{
    titleFr_->setFocus(Qt::OtherFocusReason);
}

void ArticleEditor::retranslate()
{
    for (const auto &[label, field, words] : {std::tuple(numberLabel_, static_cast<QWidget *>(number_), tr("Number")),
                                              {titleFrLabel_, static_cast<QWidget *>(titleFr_), tr("Title in French")},
                                              {textFrLabel_, static_cast<QWidget *>(textFr_), tr("Text in French")},
                                              {titleEnLabel_, static_cast<QWidget *>(titleEn_), tr("Title in English")},
                                              {textEnLabel_, static_cast<QWidget *>(textEn_), tr("Text in English")}}) {
        label->setText(words);
        field->setAccessibleName(words);
    }
    moderates_->setText(tr("We moderate by this article: it is offered as a reason, and stands on the information sheet"));
    checksLabel_->setText(tr("What is marked while somebody writes"));
    add_->setText(tr("Add a check"));
    add_->setAccessibleName(add_->text());
}

void ArticleEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
