// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/campaign_form.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/base/civil_day.hpp>

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWordLines = 2, kMostReach = 1'000'000'000, kMostDays = 999;
constexpr double kMostMoney = 1e9;
enum PhaseColumn { PhaseName, PhaseFrom, PhaseTo, PhaseColumns };

QPlainTextEdit *words(QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setTabChangesFocus(true);
    field->setFixedHeight(QFontMetrics(Theme::of(parent).font(TextSize::Body)).height() * kWordLines + kWideMargin);
    return field;
}

QSpinBox *offsetField(QWidget *parent, int value, const QString &name)
{
    auto *field = new QSpinBox(parent);
    field->setRange(-kMostDays, kMostDays);
    field->setValue(value);
    field->setFrame(false);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setAccessibleName(name);
    return field;
}

} // namespace

CampaignForm::CampaignForm(QWidget *parent)
    : QWidget(parent), name_(new QLineEdit(this)), owner_(new QLineEdit(this)), currency_(new QLineEdit(this)), objective_(words(this)), audience_(words(this)),
      messages_(words(this)), budget_(new QDoubleSpinBox(this)), reach_(new QSpinBox(this)), hasDay_(new QCheckBox(tr("is on"), this)),
      hasEmbargo_(new QCheckBox(tr("nothing leaves before"), this)), day_(new QDateEdit(this)), embargo_(new QDateTimeEdit(this)), phases_(new QTableWidget(0, PhaseColumns, this)),
      channels_(new QListWidget(this))
{
    build();
}

void CampaignForm::build()
{
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto beside = [this](std::initializer_list<QWidget *> widgets) {
        auto *row = new QHBoxLayout;
        for (auto *widget : widgets)
            row->addWidget(widget);
        return row;
    };
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Objective"), objective_);
    form->addRow(tr("Audience"), audience_);
    form->addRow(tr("Key messages, one per line"), messages_);
    form->addRow(tr("Looked after by"), owner_);
    form->addRow(tr("Budget"), beside({budget_, currency_}));
    form->addRow(tr("People to reach"), reach_);
    form->addRow(tr("Day D"), beside({hasDay_, day_}));
    form->addRow(tr("Embargo"), beside({hasEmbargo_, embargo_}));
    form->addRow(tr("Channels"), channels_);
    auto *add = roleButton(QStringLiteral("quiet"), this), *take = roleButton(QStringLiteral("quiet"), this);
    add->setText(tr("Add a phase"));
    take->setText(tr("Remove the phase"));
    form->addRow(tr("Phases, in days from D"), phases_);
    form->addRow(QString(), beside({add, take}));
    budget_->setRange(0, kMostMoney);
    budget_->setGroupSeparatorShown(true);
    budget_->setSpecialValueText(tr("not said"));
    reach_->setRange(0, kMostReach);
    reach_->setGroupSeparatorShown(true);
    reach_->setSpecialValueText(tr("not said"));
    currency_->setMaxLength(3);
    currency_->setAccessibleName(tr("Currency"));
    day_->setAccessibleName(tr("Day D"));
    embargo_->setAccessibleName(tr("Embargo"));
    for (auto *field : {static_cast<QDateTimeEdit *>(day_), embargo_}) {
        field->setCalendarPopup(true);
        field->setTimeSpec(Qt::UTC); // a wall, no instant of this machine
    }
    channels_->setFixedHeight(Theme::of(this).scaled(84));
    phases_->setFixedHeight(Theme::of(this).scaled(160));
    phases_->setHorizontalHeaderLabels({tr("Phase"), tr("From"), tr("To")});
    phases_->horizontalHeader()->setSectionResizeMode(PhaseName, QHeaderView::Stretch);
    phases_->verticalHeader()->hide();
    phases_->setTabKeyNavigation(false);
    phases_->setAccessibleName(tr("Phases, in days from D"));
    connect(hasDay_, &QCheckBox::toggled, day_, &QWidget::setEnabled);
    connect(hasEmbargo_, &QCheckBox::toggled, embargo_, &QWidget::setEnabled);
    connect(add, &QPushButton::clicked, this, &CampaignForm::addPhase);
    connect(take, &QPushButton::clicked, this, &CampaignForm::removePhase);
}

void CampaignForm::setPhaseRow(int row, const CampaignPhase &phase)
{
    auto *name = new QTableWidgetItem(qs(phase.name));
    name->setData(Qt::UserRole, static_cast<qlonglong>(phase.id.value));
    phases_->setItem(row, PhaseName, name);
    phases_->setCellWidget(row, PhaseFrom, offsetField(phases_, phase.fromDay, tr("First day of %1").arg(name->text())));
    phases_->setCellWidget(row, PhaseTo, offsetField(phases_, phase.toDay, tr("Last day of %1").arg(name->text())));
}

void CampaignForm::addPhase()
{
    const int row = phases_->rowCount();
    const auto *last = row > 0 ? qobject_cast<QSpinBox *>(phases_->cellWidget(row - 1, PhaseTo)) : nullptr;
    const int from = last != nullptr ? last->value() + 1 : 0;
    phases_->insertRow(row);
    setPhaseRow(row, {{}, utf8(tr("Phase %1").arg(row + 1)), from, from + 6});
    phases_->setCurrentCell(row, PhaseName);
}

void CampaignForm::removePhase()
{
    if (phases_->currentRow() >= 0)
        phases_->removeRow(phases_->currentRow());
}

void CampaignForm::setCampaign(const Campaign &campaign, const std::vector<Account> &accounts, const std::function<QString(const Account &)> &nameOf)
{
    campaign_ = campaign;
    name_->setText(qs(campaign.name));
    objective_->setPlainText(qs(campaign.objective));
    audience_->setPlainText(qs(campaign.audience));
    messages_->setPlainText(qs(campaign.messages));
    owner_->setText(qs(campaign.owner));
    budget_->setValue(static_cast<double>(campaign.budgetCents.value_or(0)) / 100.0);
    currency_->setText(qs(campaign.currency));
    reach_->setValue(static_cast<int>(std::min<std::int64_t>(campaign.reachTarget.value_or(0), kMostReach)));
    hasDay_->setChecked(campaign.day.has_value());
    day_->setEnabled(campaign.day.has_value());
    day_->setDate(campaign.day ? QDate(1970, 1, 1).addDays(*campaign.day) : QDate::currentDate().addDays(30));
    hasEmbargo_->setChecked(campaign.embargo.has_value());
    embargo_->setEnabled(campaign.embargo.has_value());
    const auto wall = campaign.embargo ? toWall(*campaign.embargo, campaign.zone).value_or(WallTime{}) : calendar::wallOf(day_->date(), QTime(8, 0));
    embargo_->setDateTime(QDateTime(calendar::dateOf(wall), calendar::timeOf(wall), Qt::UTC));
    phases_->setRowCount(static_cast<int>(campaign.phases.size()));
    for (std::size_t i = 0; i < campaign.phases.size(); ++i)
        setPhaseRow(static_cast<int>(i), campaign.phases[i]);
    channels_->clear();
    for (const auto &account : accounts) {
        const bool on = std::find(campaign.channels.begin(), campaign.channels.end(), account.id) != campaign.channels.end();
        if (!on && !account.capabilities.has(Capability::Publish))
            continue;
        auto *item = new QListWidgetItem(nameOf(account), channels_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(account.id.value));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
}

Campaign CampaignForm::campaign() const
{
    auto out = campaign_;
    out.name = utf8(name_->text().trimmed());
    out.objective = utf8(objective_->toPlainText());
    out.audience = utf8(audience_->toPlainText());
    out.messages = utf8(messages_->toPlainText());
    out.owner = utf8(owner_->text().trimmed());
    out.budgetCents = budget_->value() > 0 ? std::optional(static_cast<std::int64_t>(budget_->value() * 100.0 + 0.5)) : std::nullopt;
    out.currency = utf8(currency_->text().trimmed().toUpper());
    out.reachTarget = reach_->value() > 0 ? std::optional<std::int64_t>(reach_->value()) : std::nullopt;
    out.day = hasDay_->isChecked() ? std::optional(civilDay(calendar::wallOf(day_->date(), QTime(0, 0)))) : std::nullopt;
    out.embargo.reset();
    if (const auto at = toInstant(calendar::wallOf(embargo_->date(), embargo_->time()), out.zone); hasEmbargo_->isChecked() && at)
        out.embargo = at->at;
    out.phases.clear();
    for (int row = 0; row < phases_->rowCount(); ++row) {
        const auto *name = phases_->item(row, PhaseName);
        const auto *from = qobject_cast<QSpinBox *>(phases_->cellWidget(row, PhaseFrom)), *to = qobject_cast<QSpinBox *>(phases_->cellWidget(row, PhaseTo));
        if (name != nullptr && from != nullptr && to != nullptr)
            out.phases.push_back({PhaseId{name->data(Qt::UserRole).toLongLong()}, utf8(name->text().trimmed()), from->value(), to->value()});
    }
    std::stable_sort(out.phases.begin(), out.phases.end(), [](const CampaignPhase &a, const CampaignPhase &b) { return a.fromDay < b.fromDay; });
    out.channels.clear();
    for (int row = 0; row < channels_->count(); ++row)
        if (channels_->item(row)->checkState() == Qt::Checked)
            out.channels.push_back(AccountId{channels_->item(row)->data(Qt::UserRole).toLongLong()});
    return out;
}

} // namespace vigie::ui
