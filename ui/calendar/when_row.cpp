// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/when_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr const char *kCommonZones[] = {"Europe/Paris",    "Europe/London",   "Europe/Dublin",       "Europe/Brussels", "Europe/Zurich",   "Europe/Berlin",
                                        "Europe/Madrid",   "Europe/Rome",     "Europe/Lisbon",       "Europe/Athens",   "America/Montreal", "America/New_York",
                                        "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Africa/Dakar",  "Africa/Casablanca", "Asia/Dubai",
                                        "Asia/Kolkata",    "Asia/Tokyo",      "Australia/Sydney",    "UTC"};
}

WhenRow::WhenRow(QWidget *parent)
    : QWidget(parent), has_(new QCheckBox(this)), date_(new QDateEdit(this)), time_(new QTimeEdit(this)), zones_(new QComboBox(this)),
      notice_(roleLabel(QStringLiteral("warn"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(has_);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(date_, 2);
    line->addWidget(time_, 1);
    layout->addLayout(line);
    layout->addWidget(zones_);
    layout->addWidget(notice_);
    notice_->setWordWrap(true);
    date_->setCalendarPopup(true);
    time_->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys step; the buttons are too small to aim at
    for (const auto *zone : kCommonZones)
        zones_->addItem(QString::fromLatin1(zone));
    zones_->setEditable(true);
    zones_->setInsertPolicy(QComboBox::NoInsert);
    zones_->setMinimumContentsLength(8);
    zones_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QStringList all;
    for (const auto &zone : QTimeZone::availableTimeZoneIds())
        all.append(QString::fromLatin1(zone));
    auto *completer = new QCompleter(all, zones_);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    zones_->setCompleter(completer);
    connect(has_, &QCheckBox::toggled, this, [this](bool on) {
        if (on) {
            const QSignalBlocker quietDate(date_), quietTime(time_);
            date_->setDate(calendar::dateOf(suggestion_));
            time_->setTime(calendar::timeOf(suggestion_));
        }
        refresh();
        Q_EMIT edited();
    });
    const auto changed = [this] {
        refresh();
        Q_EMIT edited();
    };
    connect(date_, &QDateEdit::dateChanged, this, changed);
    connect(time_, &QTimeEdit::timeChanged, this, changed);
    connect(zones_, &QComboBox::currentTextChanged, this, [this](const QString &text) {
        const auto known = zoneExists(utf8(text.trimmed()));
        zones_->lineEdit()->setProperty("invalid", !known);
        if (!known)
            return; // half a name is not a zone: the last one stays in force
        zone_ = utf8(text.trimmed());
        refresh();
        Q_EMIT edited();
    });
    retranslate();
}

void WhenRow::setWorkspaceZone(const std::string &zone)
{
    workspaceZone_ = zone;
    if (zones_->findText(qs(zone)) < 0) {
        const QSignalBlocker quiet(zones_);
        zones_->insertItem(0, qs(zone));
    }
}

void WhenRow::setWhen(const std::optional<WallTime> &wall, const std::string &zone, bool readOnly)
{
    const QSignalBlocker quietHas(has_), quietDate(date_), quietTime(time_), quietZones(zones_);
    readOnly_ = readOnly;
    has_->setChecked(wall.has_value());
    const auto shown = wall.value_or(suggestion_);
    date_->setDate(calendar::dateOf(shown));
    time_->setTime(calendar::timeOf(shown));
    zone_ = zone.empty() ? workspaceZone_ : zone;
    zones_->setCurrentText(qs(zone_));
    refresh();
}

std::optional<WallTime> WhenRow::wall() const
{
    if (!has_->isChecked())
        return std::nullopt;
    return calendar::wallOf(date_->date(), time_->time());
}

std::string WhenRow::zone() const
{
    return zone_.empty() ? workspaceZone_ : zone_;
}

void WhenRow::giveDay()
{
    has_->setChecked(true);
    date_->setFocus();
}

void WhenRow::refresh()
{
    const bool on = has_->isChecked();
    has_->setEnabled(!readOnly_);
    for (QWidget *widget : {static_cast<QWidget *>(date_), static_cast<QWidget *>(time_), static_cast<QWidget *>(zones_)}) {
        widget->setVisible(on);
        widget->setEnabled(!readOnly_);
    }
    QString text;
    if (on) {
        PlanItem plan;
        plan.wall = wall();
        plan.zone = zone();
        if (const auto at = toInstant(*plan.wall, plan.zone)) {
            text = calendar::clockNotice(plan, at->kind, at->at);
            if (text.isEmpty() && zone() != workspaceZone_)
                text = tr("%1 in the zone of the workspace (%2).").arg(format::dateTime(at->at, workspaceZone_), qs(workspaceZone_));
        }
    }
    notice_->setText(text);
    notice_->setVisible(!text.isEmpty());
}

void WhenRow::retranslate()
{
    has_->setText(tr("On a day, at an hour"));
    date_->setAccessibleName(tr("Day"));
    time_->setAccessibleName(tr("Hour"));
    zones_->setAccessibleName(tr("Time zone"));
    date_->setLocale(QLocale());
    date_->setDisplayFormat(tr("ddd d MMM yyyy", "date format of a field"));
    time_->setDisplayFormat(QStringLiteral("HH:mm"));
    refresh();
}

void WhenRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
