// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/policy_form.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace vigie::ui {

namespace {

constexpr int kLongest = 366 * 24 * 60, kStep = 15;
constexpr const char *kKinds[] = {"direct", "review", "complaint", "question", "public"};

QString joined(const std::vector<std::string> &values)
{
    QStringList out;
    for (const auto &value : values)
        out.append(qs(value));
    return out.join(QStringLiteral(", "));
}

std::vector<std::string> split(const QString &text)
{
    std::vector<std::string> out;
    for (const auto &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const auto word = part.trimmed(); !word.isEmpty())
            out.push_back(utf8(word));
    return out;
}

const QRegularExpression &hoursAndMinutes()
{
    static const QRegularExpression kPattern(QStringLiteral("^\\s*(\\d{0,4})(?:\\s*[:h]\\s*(\\d{0,2}))?\\s*$"));
    return kPattern;
}

} // namespace

PromiseBox::PromiseBox(QWidget *parent) : QSpinBox(parent)
{
    setRange(0, kLongest);
    setSingleStep(kStep);
    setSpecialValueText(tr("no promise"));
    setToolTip(tr("Opening hours and minutes, as 4:30"));
}

void PromiseBox::setSeconds(const std::optional<std::int64_t> &seconds)
{
    setValue(static_cast<int>(seconds.value_or(0) / 60));
}

std::optional<std::int64_t> PromiseBox::seconds() const
{
    return value() > 0 ? std::optional(std::int64_t{value()} * 60) : std::nullopt;
}

QString PromiseBox::textFromValue(int value) const
{
    return QStringLiteral("%1:%2").arg(value / 60).arg(value % 60, 2, 10, QLatin1Char('0'));
}

int PromiseBox::valueFromText(const QString &text) const
{
    const auto match = hoursAndMinutes().match(text);
    return match.hasMatch() ? std::min(kLongest, match.captured(1).toInt() * 60 + match.captured(2).toInt()) : 0;
}

QValidator::State PromiseBox::validate(QString &text, int & /*at*/) const
{
    return text == specialValueText() || hoursAndMinutes().match(text).hasMatch() ? QValidator::Acceptable : QValidator::Intermediate;
}

PolicyForm::PolicyForm(QWidget *parent)
    : QWidget(parent), form_(new QFormLayout(this)), name_(nullptr), calendar_(new QComboBox(this)), account_(new QComboBox(this)), first_(new PromiseBox(this)),
      next_(new PromiseBox(this)), resolution_(new PromiseBox(this)), remind_(new PromiseBox(this)), points_(new QSpinBox(this)),
      anytime_(new QCheckBox(tr("Also outside opening hours"), this))
{
    form_->setContentsMargins(kGrid, 0, kWideMargin, 0);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto changed = [this] {
        if (!showing_)
            Q_EMIT edited();
    };
    const auto add = [this](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form_->addRow(label, field);
    };
    name_ = words(tr("Name"), {});
    add(tr("Hours"), calendar_);
    add(tr("First answer within"), first_);
    add(tr("Next answer within"), next_);
    add(tr("Resolution within"), resolution_);
    add(tr("For the account"), account_);
    networks_ = words(tr("Only networks"), tr("all; or mastodon, bluesky"));
    languages_ = words(tr("Only languages"), tr("all; or fr, en"));
    tags_ = words(tr("Only tags"), tr("all; or one of these, with commas"));
    const QStringList kindNames{tr("private messages"), tr("reviews"), tr("complaints"), tr("questions"), tr("public messages")};
    for (const auto &name : kindNames) {
        auto *box = new QCheckBox(name, this);
        form_->addRow(kinds_.isEmpty() ? tr("Only") : QString(), box);
        connect(box, &QCheckBox::toggled, this, changed);
        kinds_.append(box);
    }
    points_->setRange(-1, 1000);
    points_->setSpecialValueText(tr("any", "points in the queue"));
    add(tr("From so many points in the queue on"), points_);
    remind_->setSpecialValueText(tr("when it is late"));
    add(tr("Remind before it is due"), remind_);
    form_->addRow(QString(), anytime_);
    for (auto *box : {static_cast<QSpinBox *>(first_), static_cast<QSpinBox *>(next_), static_cast<QSpinBox *>(resolution_), static_cast<QSpinBox *>(remind_), points_})
        connect(box, &QSpinBox::valueChanged, this, changed);
    for (auto *box : {calendar_, account_})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    connect(anytime_, &QCheckBox::toggled, this, changed);
    setAccounts({});
}

QLineEdit *PolicyForm::words(const QString &label, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(label);
    form_->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, [this] {
        if (!showing_)
            Q_EMIT edited();
    });
    return field;
}

void PolicyForm::setAccounts(const std::vector<Account> &accounts)
{
    showing_ = true;
    account_->clear();
    account_->addItem(tr("all accounts"), QVariant::fromValue<qint64>(0));
    for (const auto &account : accounts)
        account_->addItem(qs(account.handle.empty() ? account.instance : account.handle), QVariant::fromValue<qint64>(account.id.value));
    showing_ = false;
}

void PolicyForm::setPolicy(const SlaPolicy &policy, const desk::SlaSetup &setup)
{
    showing_ = true;
    policy_ = policy;
    calendar_->clear();
    for (const auto &calendar : setup.calendars)
        calendar_->addItem(qs(calendar.name), QVariant::fromValue<qint64>(calendar.id.value));
    calendar_->setCurrentIndex(std::max(0, calendar_->findData(QVariant::fromValue<qint64>(policy.calendar.value))));
    if (name_->text() != qs(policy.name))
        name_->setText(qs(policy.name));
    first_->setSeconds(policy.first);
    next_->setSeconds(policy.next);
    resolution_->setSeconds(policy.resolution);
    const auto &scope = policy.scope;
    // Several accounts can be named on the command line; here they stay as they are until another choice is made.
    const auto account = scope.accounts.empty() ? 0 : scope.accounts.front().value;
    account_->setCurrentIndex(std::max(0, account_->findData(QVariant::fromValue<qint64>(account))));
    networks_->setText(joined(scope.networks));
    languages_->setText(joined(scope.languages));
    tags_->setText(joined(scope.tags));
    for (int i = 0; i < kinds_.size(); ++i)
        kinds_[i]->setChecked(std::find(scope.kinds.begin(), scope.kinds.end(), kKinds[i]) != scope.kinds.end());
    points_->setValue(scope.points ? static_cast<int>(*scope.points) : -1);
    remind_->setSeconds(policy.remindBefore);
    anytime_->setChecked(policy.remindAnytime);
    showing_ = false;
}

SlaPolicy PolicyForm::policy() const
{
    auto out = policy_;
    out.name = utf8(name_->text().trimmed());
    out.calendar = CalendarId{calendar_->currentData().toLongLong()};
    out.first = first_->seconds();
    out.next = next_->seconds();
    out.resolution = resolution_->seconds();
    const AccountId account{account_->currentData().toLongLong()};
    if (!account)
        out.scope.accounts.clear();
    else if (std::find(out.scope.accounts.begin(), out.scope.accounts.end(), account) == out.scope.accounts.end())
        out.scope.accounts = {account};
    out.scope.networks = split(networks_->text());
    out.scope.languages = split(languages_->text());
    out.scope.tags = split(tags_->text());
    out.scope.kinds.clear();
    for (int i = 0; i < kinds_.size(); ++i)
        if (kinds_[i]->isChecked())
            out.scope.kinds.emplace_back(kKinds[i]);
    out.scope.points = points_->value() >= 0 ? std::optional(double(points_->value())) : std::nullopt;
    out.remindBefore = remind_->seconds().value_or(0);
    out.remindAnytime = anytime_->isChecked();
    return out;
}

} // namespace vigie::ui
