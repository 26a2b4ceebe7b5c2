// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_form.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/passing/passing_words.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/rules/rule_text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/departments.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kMostHours = 24 * 366, kMostMessages = 1000, kMostPoints = 1000, kMostMinutes = 60 * 24 * 30;
constexpr TicketStatus kStatuses[] = {TicketStatus::Open, TicketStatus::WaitingInside, TicketStatus::WaitingMember, TicketStatus::Done, TicketStatus::Ignored};

bool isText(RuleAction::Kind kind)
{
    using Kind = RuleAction::Kind;
    return kind != Kind::Status && kind != Kind::Snooze && kind != Kind::Bump && kind != Kind::ToInbox;
}

bool isNumber(RuleAction::Kind kind)
{
    using Kind = RuleAction::Kind;
    return kind == Kind::Snooze || kind == Kind::Bump || kind == Kind::Answer || kind == Kind::PassOn;
}

} // namespace

RuleActionRow::RuleActionRow(const RuleAction &action, const std::vector<Department> &services, QWidget *parent)
    : QWidget(parent), kind_(new QComboBox(this)), status_(new QComboBox(this)), service_(new QComboBox(this)), text_(new QLineEdit(qs(action.text), this)), number_(new QSpinBox(this))
{
    for (const auto kind : allRuleActions())
        kind_->addItem(actionText(kind));
    for (const auto status : kStatuses) {
        status_->addItem(statusText(status));
        if (status == action.status)
            status_->setCurrentIndex(status_->count() - 1);
    }
    kind_->setCurrentIndex(static_cast<int>(action.kind));
    kind_->setAccessibleName(tr("What is done"));
    status_->setAccessibleName(tr("State"));
    service_->setAccessibleName(tr("Service"));
    service_->addItem(QString(), QVariant::fromValue<qlonglong>(action.department.value)); // until they are read
    offer(services);
    text_->setAccessibleName(tr("Words"));
    number_->setAccessibleName(tr("Number"));
    auto *remove = roleButton(QStringLiteral("quiet"), this);
    remove->setIcon(Theme::of(this).icon(QStringLiteral("close")));
    remove->setAccessibleName(tr("Leave this out"));
    remove->setToolTip(tr("Leave this out"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(kind_);
    layout->addWidget(number_);
    layout->addWidget(status_);
    layout->addWidget(service_);
    layout->addWidget(text_, 1);
    layout->addStretch(0);
    layout->addWidget(remove);
    showFields();
    number_->setValue(static_cast<int>(action.number));
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(status_, &QComboBox::currentIndexChanged, this, &RuleActionRow::changed);
    connect(service_, &QComboBox::currentIndexChanged, this, &RuleActionRow::changed);
    connect(text_, &QLineEdit::textChanged, this, &RuleActionRow::changed);
    connect(number_, &QSpinBox::valueChanged, this, &RuleActionRow::changed);
    connect(remove, &QPushButton::clicked, this, &RuleActionRow::removeWanted);
}

void RuleActionRow::offer(const std::vector<Department> &services)
{
    if (services.empty())
        return;
    const QSignalBlocker quiet(service_);
    const auto chosen = service_->currentData();
    service_->clear();
    for (const auto &one : services)
        service_->addItem(serviceName(one), QVariant::fromValue<qlonglong>(one.id.value));
    service_->setCurrentIndex(std::max(0, service_->findData(chosen)));
}

void RuleActionRow::showFields()
{
    const auto kind = static_cast<RuleAction::Kind>(kind_->currentIndex());
    text_->setVisible(isText(kind));
    number_->setVisible(isNumber(kind));
    status_->setVisible(kind == RuleAction::Kind::Status);
    service_->setVisible(kind == RuleAction::Kind::PassOn);
    if (kind == RuleAction::Kind::Snooze)
        number_->setRange(1, kMostHours);
    else if (kind == RuleAction::Kind::Answer || kind == RuleAction::Kind::PassOn)
        number_->setRange(kLeastDelay, kMostMinutes);
    else
        number_->setRange(-kMostPoints, kMostPoints);
    text_->setPlaceholderText(kind == RuleAction::Kind::Assign ? tr("a colleague; empty: nobody") : kind == RuleAction::Kind::PassOn ? tr("what is asked") : QString());
}

RuleAction RuleActionRow::action() const
{
    RuleAction action;
    action.kind = static_cast<RuleAction::Kind>(kind_->currentIndex());
    if (isText(action.kind))
        action.text = utf8(text_->text().trimmed());
    if (action.kind == RuleAction::Kind::PassOn)
        action.department = DepartmentId{service_->currentData().toLongLong()};
    if (isNumber(action.kind))
        action.number = number_->value();
    if (action.kind == RuleAction::Kind::Status)
        action.status = kStatuses[static_cast<std::size_t>(std::max(status_->currentIndex(), 0))];
    return action;
}

RuleForm::RuleForm(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), form_(new QFormLayout), name_(new QLineEdit(this)), when_(new QComboBox(this)), at_(new QTimeEdit(this)), days_(new QWidget(this)),
      query_(new QueryEditor(shell, this)), waiting_(new QSpinBox(this)), messages_(new QSpinBox(this)), then_(new QVBoxLayout), add_(roleButton(QStringLiteral("link"), this)),
      stop_(new QCheckBox(tr("Where this rule holds, later ones do not run"), this))
{
    build();
    edit({});
    loadServices();
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || change.questions)
            loadServices();
    });
}

void RuleForm::loadServices()
{
    shell_.bridge.read<std::vector<Department>>(this, [](store::Tx &tx) { return store::Departments(tx).all(); }, [this](Result<std::vector<Department>> services) {
        if (!services)
            return;
        services_ = std::move(*services);
        for (auto *row : rows_)
            row->offer(services_);
    });
}

void RuleForm::build()
{
    for (const auto moment : {RuleMoment::Arrives, RuleMoment::Changes, RuleMoment::Late, RuleMoment::Daily})
        when_->addItem(momentText(moment));
    auto *week = new QHBoxLayout(days_);
    week->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < day_.size(); ++i) {
        day_[i] = new QCheckBox(QLocale().dayName(static_cast<int>(i) + 1, QLocale::ShortFormat), days_);
        day_[i]->setAccessibleName(QLocale().dayName(static_cast<int>(i) + 1));
        connect(day_[i], &QCheckBox::toggled, this, &RuleForm::changed);
        week->addWidget(day_[i]);
    }
    week->addStretch(1);
    waiting_->setRange(0, kMostHours);
    waiting_->setSpecialValueText(tr("any"));
    waiting_->setSuffix(tr(" h", "hours, behind a number"));
    messages_->setRange(0, kMostMessages);
    messages_->setSpecialValueText(tr("any"));
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto row = [this](const QString &words, QWidget *field) {
        form_->addRow(words, field);
        field->setAccessibleName(words);
    };
    row(tr("Name"), name_);
    row(tr("When"), when_);
    row(tr("At"), at_);
    row(tr("On"), days_);
    row(tr("Waits at least"), waiting_);
    row(tr("Messages at least"), messages_);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form_);
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("If it satisfies"), this));
    layout->addWidget(query_);
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("Then"), this));
    layout->addLayout(then_);
    add_->setText(tr("Do something else as well"));
    layout->addWidget(add_, 0, Qt::AlignLeft);
    layout->addWidget(stop_);
    layout->addStretch(1);
    connect(add_, &QPushButton::clicked, this, [this] { addAction(); });
    connect(name_, &QLineEdit::textChanged, this, &RuleForm::changed);
    connect(when_, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(at_, &QTimeEdit::timeChanged, this, &RuleForm::changed);
    connect(query_, &QueryEditor::changed, this, &RuleForm::changed);
    connect(waiting_, &QSpinBox::valueChanged, this, &RuleForm::changed);
    connect(messages_, &QSpinBox::valueChanged, this, &RuleForm::changed);
    connect(stop_, &QCheckBox::toggled, this, &RuleForm::changed);
}

void RuleForm::showFields()
{
    const bool daily = when_->currentIndex() == static_cast<int>(RuleMoment::Daily);
    for (auto *field : {static_cast<QWidget *>(at_), days_}) {
        field->setVisible(daily);
        form_->labelForField(field)->setVisible(daily);
    }
}

void RuleForm::edit(const Rule &rule)
{
    const QSignalBlocker quiet(this);
    rule_ = rule;
    name_->setText(qs(rule.name));
    when_->setCurrentIndex(static_cast<int>(rule.moment));
    at_->setTime(QTime(rule.atMinute / 60, rule.atMinute % 60));
    for (std::size_t i = 0; i < day_.size(); ++i)
        day_[i]->setChecked((rule.weekdays & (1 << i)) != 0);
    waiting_->setValue(rule.waitingHours);
    messages_->setValue(rule.messages);
    stop_->setChecked(rule.stopAfter);
    SavedQuery query;
    query.source = rule.source;
    query_->edit(query);
    for (auto *row : rows_)
        row->deleteLater();
    rows_.clear();
    for (const auto &action : rule.actions)
        addAction(action);
    if (rows_.empty())
        addAction();
    showFields();
}

void RuleForm::addAction(const RuleAction &action)
{
    auto *row = new RuleActionRow(action, services_, this);
    then_->addWidget(row);
    rows_.push_back(row);
    connect(row, &RuleActionRow::changed, this, &RuleForm::changed);
    connect(row, &RuleActionRow::removeWanted, this, [this, row] {
        std::erase(rows_, row);
        row->deleteLater();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

Rule RuleForm::rule() const
{
    auto rule = rule_;
    rule.name = utf8(name_->text().trimmed());
    rule.moment = static_cast<RuleMoment>(when_->currentIndex());
    rule.atMinute = at_->time().hour() * 60 + at_->time().minute();
    rule.weekdays = 0;
    for (std::size_t i = 0; i < day_.size(); ++i)
        rule.weekdays |= day_[i]->isChecked() ? 1 << i : 0;
    rule.waitingHours = waiting_->value();
    rule.messages = messages_->value();
    rule.stopAfter = stop_->isChecked();
    rule.source = utf8(query_->source());
    rule.actions.clear();
    for (const auto *row : rows_)
        rule.actions.push_back(row->action());
    return rule;
}

bool RuleForm::isValid() const
{
    const auto said = rule();
    return !said.name.empty() && !said.actions.empty() && (query_->source().isEmpty() || query_->isValid());
}

} // namespace vigie::ui
