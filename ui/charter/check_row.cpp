// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/check_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kMostLimit = 1'000'000, kFieldWidth = 360, kMinutesPerHour = 60;
const QLatin1Char kBetween(';'); // a phrase may hold a comma

QString joined(const std::vector<std::string> &words)
{
    QStringList out;
    for (const auto &word : words)
        out << qs(word);
    return out.join(QStringLiteral("; "));
}

std::vector<std::string> apart(const QString &text)
{
    std::vector<std::string> out;
    for (const auto &word : text.split(kBetween))
        if (const auto trimmed = word.trimmed(); !trimmed.isEmpty())
            out.push_back(utf8(trimmed));
    return out;
}

bool hasWords(CharterCheckKind kind)
{
    return kind != CharterCheckKind::Address && kind != CharterCheckKind::Emoji && kind != CharterCheckKind::Delay;
}
bool hasWhen(CharterCheckKind kind)
{
    return kind == CharterCheckKind::Required || kind == CharterCheckKind::Answerer || kind == CharterCheckKind::Delay;
}
bool hasLimit(CharterCheckKind kind)
{
    return kind == CharterCheckKind::Emoji || kind == CharterCheckKind::Capitals || kind == CharterCheckKind::Links || kind == CharterCheckKind::Delay;
}

} // namespace

CheckRow::CheckRow(const CharterCheck &check, QWidget *parent)
    : QWidget(parent), kind_(new QComboBox(this)), lang_(new QComboBox(this)), address_(new QComboBox(this)), words_(new QLineEdit(this)), when_(new QLineEdit(this)),
      limit_(new QSpinBox(this)), remove_(roleButton(QStringLiteral("quiet"), this))
{
    auto *flow = new FlowLayout(this, kGap);
    for (auto *widget : {static_cast<QWidget *>(kind_), static_cast<QWidget *>(lang_), static_cast<QWidget *>(when_), static_cast<QWidget *>(words_),
                         static_cast<QWidget *>(address_), static_cast<QWidget *>(limit_), static_cast<QWidget *>(remove_)})
        flow->addWidget(widget);
    limit_->setRange(0, kMostLimit);
    address_->addItem(QStringLiteral("vous"), QStringLiteral("vous"));
    address_->addItem(QStringLiteral("tu"), QStringLiteral("tu"));
    for (auto *field : {words_, when_})
        field->setMinimumWidth(Theme::of(this).scaled(kFieldWidth));
    retranslate();
    fill(check);
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT edited();
    });
    connect(lang_, &QComboBox::currentIndexChanged, this, &CheckRow::edited);
    connect(address_, &QComboBox::currentIndexChanged, this, &CheckRow::edited);
    connect(words_, &QLineEdit::textEdited, this, &CheckRow::edited);
    connect(when_, &QLineEdit::textEdited, this, &CheckRow::edited);
    connect(limit_, &QSpinBox::valueChanged, this, &CheckRow::edited);
    connect(remove_, &QPushButton::clicked, this, &CheckRow::removeWanted);
}

CharterCheckKind CheckRow::kind() const
{
    return kCharterCheckKinds[static_cast<std::size_t>(std::clamp(kind_->currentIndex(), 0, static_cast<int>(kCharterCheckKinds.size()) - 1))];
}

void CheckRow::fill(const CharterCheck &check)
{
    kind_->setCurrentIndex(static_cast<int>(check.kind));
    lang_->setCurrentIndex(std::max(0, lang_->findData(qs(check.lang))));
    words_->setText(joined(check.words));
    when_->setText(joined(check.when));
    words_->setCursorPosition(0);
    when_->setCursorPosition(0);
    address_->setCurrentIndex(check.kind == CharterCheckKind::Address && !check.words.empty() && check.words.front() == "tu" ? 1 : 0);
    limit_->setValue(check.limit);
    follow();
}

CharterCheck CheckRow::check() const
{
    CharterCheck out;
    out.kind = kind();
    out.lang = utf8(lang_->currentData().toString());
    if (out.kind == CharterCheckKind::Address) {
        out.lang = "fr";
        out.words = {utf8(address_->currentData().toString())};
    }
    if (hasWords(out.kind))
        out.words = apart(words_->text());
    if (hasWhen(out.kind))
        out.when = apart(when_->text());
    if (hasLimit(out.kind))
        out.limit = limit_->value();
    return out;
}

void CheckRow::follow()
{
    const auto now = kind();
    words_->setVisible(hasWords(now));
    when_->setVisible(hasWhen(now));
    limit_->setVisible(hasLimit(now));
    address_->setVisible(now == CharterCheckKind::Address);
    lang_->setVisible(now == CharterCheckKind::Forbidden || now == CharterCheckKind::Required || now == CharterCheckKind::Capitals);
    limit_->setSuffix(now == CharterCheckKind::Delay ? QString(QChar(0x00A0)) + tr("min") : QString());
    limit_->setSingleStep(now == CharterCheckKind::Delay ? kMinutesPerHour : 1);
    QString words, when;
    switch (now) {
    case CharterCheckKind::Forbidden: words = tr("Words and phrases; word* for what follows"); break;
    case CharterCheckKind::Required:
        words = tr("One of these must stand there");
        when = tr("When one of these is said (empty: always)");
        break;
    case CharterCheckKind::Capitals: words = tr("Abbreviations that do not count"); break;
    case CharterCheckKind::Links: words = tr("Only to these hosts (empty: any)"); break;
    case CharterCheckKind::Answerer:
        words = tr("Who answers (empty: pass it on)");
        when = tr("Tags; question, complaint, direct, review");
        break;
    case CharterCheckKind::Delay: when = tr("Tags; question, complaint, direct, review (empty: everything)"); break;
    case CharterCheckKind::Address:
    case CharterCheckKind::Emoji: break;
    }
    for (const auto &[field, text] : {std::pair(words_, words), std::pair(when_, when)}) {
        field->setPlaceholderText(text);
        field->setToolTip(text);
        field->setAccessibleName(text.isEmpty() ? checkKindText(now) : text);
    }
}

void CheckRow::retranslate()
{
    const QSignalBlocker quietKind(kind_), quietLang(lang_);
    const int at = std::max(0, kind_->currentIndex());
    kind_->clear();
    for (const auto one : kCharterCheckKinds)
        kind_->addItem(checkKindText(one));
    kind_->setCurrentIndex(at);
    const auto lang = lang_->currentData();
    lang_->clear();
    lang_->addItem(tr("in both languages"), QString());
    lang_->addItem(tr("in French"), QStringLiteral("fr"));
    lang_->addItem(tr("in English"), QStringLiteral("en"));
    lang_->setCurrentIndex(std::max(0, lang_->findData(lang)));
    kind_->setAccessibleName(tr("What is checked"));
    lang_->setAccessibleName(tr("Language of the check"));
    address_->setAccessibleName(checkKindText(CharterCheckKind::Address));
    limit_->setAccessibleName(tr("At most"));
    remove_->setText(tr("Remove"));
    remove_->setAccessibleName(tr("Remove this check"));
    follow();
}

void CheckRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
