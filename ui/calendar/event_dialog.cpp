// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/event_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/plan/events.hpp>
#include <vigie/store/calendar_events.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kMostPeople = 1'000'000, kNoteLines = 3;

QDateTime fieldOf(const WallTime &wall)
{
    return {calendar::dateOf(wall), calendar::timeOf(wall), Qt::UTC}; // a wall is no instant: no zone of the machine may touch it
}

WallTime wallOf(const QDateTime &field)
{
    return calendar::wallOf(field.date(), field.time());
}

} // namespace

EventDialog::EventDialog(Shell &shell, CalendarData &source, const CalendarEvent &event, QWidget *parent)
    : QDialog(parent), shell_(shell), data_(source), event_(event), name_(new QLineEdit(this)), place_(new QLineEdit(this)), starts_(new QDateTimeEdit(this)),
      ends_(new QDateTimeEdit(this)), allDay_(new QCheckBox(tr("All day"), this)), locked_(new QCheckBox(tr("Stays where it is when day D of the campaign moves"), this)),
      campaign_(new QComboBox(this)), expected_(new QSpinBox(this)), note_(new QPlainTextEdit(this)), posts_(wrappedLabel(QStringLiteral("muted"), {}, this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("eventDialog"));
    setWindowTitle(event_.id ? tr("Event") : tr("New event"));
    build();
    fill();
    if (event_.id)
        askPosts();
    resize(sizeInRoom(*this, QSize(Theme::of(parent).scaled(520), Theme::of(parent).scaled(480))));
}

void EventDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Place"), place_);
    form->addRow(tr("Begins"), starts_);
    form->addRow(tr("Ends"), ends_);
    form->addRow(QString(), allDay_);
    form->addRow(tr("Campaign"), campaign_);
    form->addRow(QString(), locked_);
    form->addRow(tr("People expected"), expected_);
    form->addRow(tr("Note"), note_);
    layout->addLayout(form);
    layout->addWidget(posts_);
    layout->addStretch(1);
    expected_->setRange(0, kMostPeople);
    expected_->setSpecialValueText(tr("not said"));
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(QFontMetrics(Theme::of(this).font(TextSize::Body)).height() * kNoteLines + kWideMargin);
    for (auto *field : {starts_, ends_})
        field->setCalendarPopup(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    if (event_.id) {
        auto *away = buttons->addButton(tr("Delete the event"), QDialogButtonBox::DestructiveRole);
        connect(away, &QPushButton::clicked, this, &EventDialog::remove);
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EventDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(allDay_, &QCheckBox::toggled, this, &EventDialog::showHours);
    connect(starts_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &at) {
        if (ends_->dateTime() < at)
            ends_->setDateTime(at.addSecs(3600));
    });
    connect(campaign_, &QComboBox::currentIndexChanged, this, [this](int row) { locked_->setEnabled(row > 0); });
}

void EventDialog::fill()
{
    name_->setText(qs(event_.name));
    place_->setText(qs(event_.place));
    starts_->setTimeSpec(Qt::UTC);
    ends_->setTimeSpec(Qt::UTC);
    starts_->setDateTime(fieldOf(event_.starts));
    ends_->setDateTime(fieldOf(event_.allDay ? plusMinutes(event_.ends, -1) : event_.ends)); // the last day, not the midnight after it
    allDay_->setChecked(event_.allDay);
    locked_->setChecked(event_.locked);
    expected_->setValue(event_.expected.value_or(0));
    note_->setPlainText(qs(event_.note));
    campaign_->addItem(tr("no campaign"), qlonglong{0});
    for (const auto &campaign : data_.campaigns())
        if (!campaign.archived || campaign.id == event_.campaign)
            campaign_->addItem(qs(campaign.name), static_cast<qlonglong>(campaign.id.value));
    campaign_->setCurrentIndex(std::max(0, campaign_->findData(static_cast<qlonglong>(event_.campaign.value))));
    locked_->setEnabled(campaign_->currentIndex() > 0);
    showHours();
}

void EventDialog::showHours()
{
    const auto day = QLocale().dateFormat(QLocale::ShortFormat), format = allDay_->isChecked() ? day : day + QStringLiteral(" HH:mm");
    starts_->setDisplayFormat(format);
    ends_->setDisplayFormat(format);
    starts_->setToolTip(tr("In the zone %1.").arg(qs(event_.zone)));
}

CalendarEvent EventDialog::current() const
{
    auto event = event_;
    event.name = utf8(name_->text().trimmed());
    event.place = utf8(place_->text().trimmed());
    event.note = utf8(note_->toPlainText());
    event.allDay = allDay_->isChecked();
    event.starts = wallOf(starts_->dateTime());
    event.ends = wallOf(ends_->dateTime());
    if (event.allDay) {
        event.starts = calendar::wallOf(starts_->date(), QTime(0, 0));
        event.ends = calendar::wallOf(ends_->date().addDays(1), QTime(0, 0));
    }
    event.campaign = CampaignId{campaign_->currentData().toLongLong()};
    event.locked = locked_->isChecked();
    event.expected = expected_->value() > 0 ? std::optional(expected_->value()) : std::nullopt;
    return event;
}

void EventDialog::askPosts()
{
    shell_.bridge.read<std::vector<PlanItem>>(
        this, [id = event_.id](store::Tx &tx) { return store::CalendarEvents(tx).posts(id); },
        [this](const Result<std::vector<PlanItem>> &posts) {
            if (!posts)
                return;
            QStringList lines;
            for (const auto &plan : *posts) {
                const auto post = data_.toPost(plan);
                const auto when = plan.dayOffset ? tr("day %1", "distance from an event: day -3").arg(QString::asprintf("%+d", *plan.dayOffset)) : tr("no day yet");
                lines.append(tr("%1: %2; %3", "distance: words of a post; its state").arg(when, post.title, calendar::stateWord(post.state)));
            }
            posts_->setText(lines.isEmpty() ? tr("No post belongs to it yet: a post is given to an event in its editor.") : tr("Posts around it") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
        });
}

void EventDialog::save()
{
    const auto event = current();
    if (event.name.empty()) {
        error_->setMessage(tr("The event is not saved: give it a name."));
        name_->setFocus();
        return;
    }
    if (event.ends < event.starts) {
        error_->setMessage(tr("The event is not saved: it ends before it begins."));
        ends_->setFocus();
        return;
    }
    shell_.bridge.write<EventId>(
        this, [event, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::EventDesk(tx, networks).save(event); },
        [this](const Result<EventId> &saved) {
            if (saved)
                accept();
            else
                error_->setError(saved.error());
        });
}

void EventDialog::remove()
{
    shell_.bridge.write<store::CalendarStepId>(
        this, [id = event_.id, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::EventDesk(tx, networks).remove(id); },
        [this](const Result<store::CalendarStepId> &step) {
            if (!step) {
                error_->setError(step.error());
                return;
            }
            Q_EMIT doneWith(tr("Event deleted; its posts stay."), *step);
            accept();
        });
}

} // namespace vigie::ui
