// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/belonging_section.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/campaigns.hpp>
#include <vigie/plan/conflicts.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/outbox.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <set>

namespace vigie::ui {

namespace {

constexpr int kEventsOffered = 20;

template <class T>
void select(QComboBox *box, Id<T> id)
{
    box->setCurrentIndex(std::max(0, box->findData(static_cast<qlonglong>(id.value))));
}

template <class T>
Id<T> chosen(const QComboBox *box)
{
    return Id<T>{box->currentData().toLongLong()};
}

} // namespace

BelongingSection::BelongingSection(CalendarData &source, QWidget *parent)
    : PostSection(parent), data_(source), form_(new QFormLayout(this)), campaign_(new QComboBox(this)), phase_(new QComboBox(this)), event_(new QComboBox(this)),
      owner_(new QComboBox(this)), queue_(new QComboBox(this)), locked_(new QCheckBox(this)), hasEmbargo_(new QCheckBox(this)), embargo_(new QDateTimeEdit(this)),
      campaignLabel_(new QLabel(this)), phaseLabel_(new QLabel(this)), eventLabel_(new QLabel(this)), ownerLabel_(new QLabel(this)), queueLabel_(new QLabel(this)),
      says_(wrappedLabel(QStringLiteral("muted"), {}, this)), inTheWay_(wrappedLabel(QStringLiteral("warn"), {}, this))
{
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->addRow(campaignLabel_, campaign_);
    form_->addRow(phaseLabel_, phase_);
    form_->addRow(eventLabel_, event_);
    form_->addRow(ownerLabel_, owner_);
    form_->addRow(queueLabel_, queue_);
    form_->addRow(locked_);
    auto *embargoed = new QHBoxLayout;
    embargoed->addWidget(hasEmbargo_);
    embargoed->addWidget(embargo_, 1);
    form_->addRow(embargoed);
    form_->addRow(says_);
    form_->addRow(inTheWay_);
    inTheWay_->hide();
    owner_->setEditable(true);
    owner_->setInsertPolicy(QComboBox::NoInsert);
    embargo_->setCalendarPopup(true);
    embargo_->setTimeSpec(Qt::UTC); // a wall, no instant of this machine
    for (auto *box : {campaign_, phase_, event_, queue_, owner_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    connect(campaign_, &QComboBox::currentIndexChanged, this, [this] {
        fillPhases();
        changed();
    });
    for (auto *box : {phase_, event_, queue_})
        connect(box, &QComboBox::currentIndexChanged, this, &BelongingSection::changed);
    connect(owner_, &QComboBox::currentTextChanged, this, &BelongingSection::changed);
    connect(locked_, &QCheckBox::toggled, this, &BelongingSection::changed);
    connect(hasEmbargo_, &QCheckBox::toggled, this, [this](bool on) {
        embargo_->setVisible(on);
        changed();
    });
    connect(embargo_, &QDateTimeEdit::dateTimeChanged, this, &BelongingSection::changed);
    connect(&data_, &CalendarData::loadedChanged, this, [this] { // campaigns and queues may be others
        if (plan_.id && campaign_->count() != static_cast<int>(data_.campaigns().size()) + 1)
            setPlan(plan_, readOnly_);
    });
    retranslate();
}

void BelongingSection::setPlan(const PlanItem &plan, bool readOnly)
{
    plan_ = plan;
    readOnly_ = readOnly;
    loading_ = true;
    fillCampaigns();
    fillPhases();
    std::set<std::string> names{data_.bridge().person()};
    for (const auto &post : data_.posts())
        names.insert(post.plan.owner);
    owner_->clear();
    for (const auto &name : names)
        if (!name.empty())
            owner_->addItem(qs(name));
    owner_->setCurrentText(qs(plan.owner));
    queue_->clear();
    queue_->addItem(tr("no queue"), qlonglong{0});
    for (const auto &queue : data_.queues())
        queue_->addItem(qs(queue.name), static_cast<qlonglong>(queue.id.value));
    if (plan.queue && queue_->findData(static_cast<qlonglong>(plan.queue.value)) < 0)
        queue_->addItem(tr("a queue that was put away"), static_cast<qlonglong>(plan.queue.value));
    select(queue_, plan.queue);
    locked_->setChecked(plan.locked);
    hasEmbargo_->setChecked(plan.embargo.has_value());
    embargo_->setVisible(plan.embargo.has_value());
    const auto zone = plan.zone.empty() ? data_.zone() : plan.zone;
    const auto wall = plan.embargo ? toWall(*plan.embargo, zone).value_or(WallTime{}) : plan.wall.value_or(calendar::wallOf(data_.today(), QTime(9, 0)));
    embargo_->setDateTime(QDateTime(calendar::dateOf(wall), calendar::timeOf(wall), Qt::UTC));
    loading_ = false;
    fillEvents();
    for (auto *widget : std::initializer_list<QWidget *>{campaign_, phase_, event_, owner_, queue_, locked_, hasEmbargo_, embargo_})
        widget->setEnabled(!readOnly);
    say();
}

void BelongingSection::fillCampaigns()
{
    campaign_->clear();
    campaign_->addItem(tr("no campaign"), qlonglong{0});
    for (const auto &campaign : data_.campaigns())
        if (!campaign.archived || campaign.id == plan_.campaign)
            campaign_->addItem(qs(campaign.name), static_cast<qlonglong>(campaign.id.value));
    select(campaign_, plan_.campaign);
}

void BelongingSection::fillPhases()
{
    const QSignalBlocker quiet(phase_);
    phase_->clear();
    phase_->addItem(tr("by its day"), qlonglong{0});
    const auto *campaign = data_.campaign(chosen<CampaignTag>(campaign_));
    if (campaign != nullptr)
        for (const auto &phase : campaign->phases)
            phase_->addItem(qs(phase.name), static_cast<qlonglong>(phase.id.value));
    select(phase_, plan_.phase);
    phase_->setVisible(campaign != nullptr);
    phaseLabel_->setVisible(campaign != nullptr);
}

/// Those to come first, then those that have been.
void BelongingSection::fillEvents()
{
    data_.bridge().read<std::vector<CalendarEvent>>(
        this,
        [now = data_.bridge().now(), wanted = plan_.event](store::Tx &tx) -> Result<std::vector<CalendarEvent>> {
            VIGIE_TRY(auto events, store::CalendarEvents(tx).around(now, kEventsOffered));
            const bool there = std::any_of(events.begin(), events.end(), [wanted](const CalendarEvent &one) { return one.id == wanted; });
            if (wanted && !there)
                if (const auto event = store::CalendarEvents(tx).get(wanted); event && !event->deletedAt)
                    events.push_back(*event);
            return events;
        },
        [this, id = plan_.id](const Result<std::vector<CalendarEvent>> &events) {
            if (!events || plan_.id != id)
                return;
            events_ = *events;
            const QSignalBlocker quiet(event_);
            event_->clear();
            event_->addItem(tr("no event"), qlonglong{0});
            for (const auto &one : events_)
                event_->addItem(tr("%1, %2", "event, its day").arg(qs(one.name), QLocale().toString(calendar::dateOf(one.starts), tr("d MMM", "date format"))),
                                static_cast<qlonglong>(one.id.value));
            select(event_, plan_.event);
            say();
        });
}

void BelongingSection::typed(const PlanItem &plan)
{
    plan_.wall = plan.wall;
    plan_.zone = plan.zone;
    say();
    askConflicts(plan);
}

void BelongingSection::askConflicts(const PlanItem &typed)
{
    const auto number = conflicts_.next();
    auto asked = typed;
    const auto due = asked.wall ? toInstant(*asked.wall, asked.zone) : Result<ZonedInstant>(fail(Errc::InvalidInput));
    if (!due || readOnly_) {
        inTheWay_->hide();
        return;
    }
    asked.due = due->at;
    struct Found {
        std::vector<plan::PostConflict> conflicts;
        std::vector<PlanItem> others;
    };
    data_.bridge().read<Found>(
        this,
        [asked](store::Tx &tx) -> Result<Found> {
            Found found;
            VIGIE_TRY(found.others, store::Plans(tx).between(asked.due - plan::kSameLinkWithin, asked.due + plan::kSameLinkWithin + std::chrono::minutes(1)));
            found.conflicts = plan::conflictsOf(asked, found.others);
            return found;
        },
        [this, number](const Result<Found> &found) {
            if (!conflicts_.is(number) || !found)
                return;
            QStringList lines;
            for (const auto &conflict : found->conflicts) {
                const auto other = std::find_if(found->others.begin(), found->others.end(), [&](const PlanItem &one) { return one.id == conflict.other; });
                if (other == found->others.end())
                    continue;
                const auto when = format::dateTime(other->due, data_.zone());
                lines.append(conflict.what == plan::PostConflict::What::SameLink ? tr("The same link leaves on %1: %2").arg(when, qs(conflict.link))
                                                                                 : tr("Another post of the same account leaves on %1, less than a quarter of an hour away.").arg(when));
            }
            lines.removeDuplicates();
            inTheWay_->setText(lines.join(QLatin1Char('\n')));
            inTheWay_->setVisible(!lines.isEmpty());
        });
}

void BelongingSection::write(PlanItem &plan) const
{
    plan.campaign = chosen<CampaignTag>(campaign_);
    plan.phase = plan.campaign ? chosen<PhaseTag>(phase_) : PhaseId{};
    if (event_->count() > 0) // until the events have come, the post keeps its own
        plan.event = chosen<EventTag>(event_);
    plan.owner = utf8(owner_->currentText().trimmed());
    plan.queue = chosen<PostQueueTag>(queue_);
    plan.locked = locked_->isChecked();
    plan.embargo.reset();
    if (!hasEmbargo_->isChecked())
        return;
    if (const auto at = toInstant(calendar::wallOf(embargo_->date(), embargo_->time()), plan.zone.empty() ? data_.zone() : plan.zone))
        plan.embargo = at->at;
}

void BelongingSection::changed()
{
    if (loading_)
        return;
    write(plan_);
    say();
    Q_EMIT edited();
}

void BelongingSection::say()
{
    QStringList lines;
    const auto *campaign = data_.campaign(plan_.campaign);
    if (campaign != nullptr && campaign->day && plan_.wall) {
        const auto offset = static_cast<int>(QDate(1970, 1, 1).addDays(*campaign->day).daysTo(calendar::dateOf(*plan_.wall)));
        const auto *phase = plan::phaseOf(*campaign, plan_);
        const auto day = offset == 0 ? tr("day D") : tr("D%1", "distance from day D").arg(QString::asprintf("%+d", offset));
        lines.append(phase != nullptr ? tr("%1, %2", "distance from day D, phase").arg(day, qs(phase->name)) : day);
    }
    auto embargo = plan_.embargo;
    if (campaign != nullptr && campaign->embargo && (!embargo || *campaign->embargo > *embargo))
        embargo = campaign->embargo;
    if (embargo) {
        const auto due = plan_.wall ? toInstant(*plan_.wall, plan_.zone.empty() ? data_.zone() : plan_.zone) : Result<ZonedInstant>(fail(Errc::InvalidInput));
        const auto until = format::dateTime(*embargo, data_.zone());
        lines.append(due && due->at < *embargo ? tr("Under embargo until %1: it cannot be planned at its hour.").arg(until) : tr("Under embargo until %1.").arg(until));
    }
    if (plan_.queue && !plan_.wall)
        lines.append(tr("It waits for a slot of its queue."));
    says_->setText(lines.join(QLatin1Char('\n')));
    says_->setVisible(!lines.isEmpty());
}

void BelongingSection::retranslate()
{
    const auto name = [](QLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        label->setProperty("role", "muted");
        field->setAccessibleName(text);
    };
    name(campaignLabel_, campaign_, tr("Campaign"));
    name(phaseLabel_, phase_, tr("Phase"));
    name(eventLabel_, event_, tr("Event"));
    name(ownerLabel_, owner_, tr("Looked after by"));
    name(queueLabel_, queue_, tr("Queue"));
    locked_->setText(tr("Fixed when day D moves"));
    locked_->setToolTip(tr("The post stays where it is when day D of its campaign, or its event, moves."));
    hasEmbargo_->setText(tr("Embargo until"));
    embargo_->setAccessibleName(tr("Embargo until"));
    embargo_->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm"));
}

void BelongingSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setPlan(plan_, readOnly_);
    }
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
