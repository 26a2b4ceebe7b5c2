// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/calendar_form.hpp"

#include "ui/bridge/text.hpp"
#include "ui/service/week_grid.hpp"
#include "ui/service/why_dialog.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/desk/holidays.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeZone>

#include <algorithm>
#include <chrono>

namespace vigie::ui {

namespace {

constexpr int kDayRole = Qt::UserRole, kHolidayRole = Qt::UserRole + 1;

std::chrono::year_month_day dateOf(std::int32_t day)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

bool isOn(const DayChange &change, std::int32_t day)
{
    const auto date = dateOf(day);
    return change.month == static_cast<unsigned>(date.month()) && change.day == static_cast<unsigned>(date.day()) && (change.year == 0 || change.year == static_cast<int>(date.year()));
}

} // namespace

std::optional<DayHours> hoursTyped(const QString &text)
{
    static const QRegularExpression kInterval(QStringLiteral("^(\\d{1,2})(?::(\\d{2}))?\\s*-\\s*(\\d{1,2})(?::(\\d{2}))?$"));
    DayHours out;
    for (const auto &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto match = kInterval.match(part.trimmed());
        const int from = match.captured(1).toInt() * 60 + match.captured(2).toInt(), to = match.captured(3).toInt() * 60 + match.captured(4).toInt();
        if (!match.hasMatch() || from >= 24 * 60 || to > 24 * 60)
            return std::nullopt;
        out.push_back({static_cast<std::int16_t>(from), static_cast<std::int16_t>(to <= from ? to + 24 * 60 : to)});
    }
    std::sort(out.begin(), out.end());
    return out;
}

CalendarForm::CalendarForm(QWidget *parent)
    : QWidget(parent), name_(new QLineEdit(this)), hours_(new QLineEdit(this)), dayName_(new QLineEdit(this)), zone_(new QComboBox(this)), region_(new QComboBox(this)),
      grid_(new WeekGrid(this)), year_(new QSpinBox(this)), days_(new QListWidget(this)), date_(new QDateEdit(this)), everyYear_(new QCheckBox(tr("every year"), this)),
      add_(roleButton({}, this)), remove_(roleButton({}, this)), fault_(wrappedLabel(QStringLiteral("small"), {}, this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(kGrid, 0, kWideMargin, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [form](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    add(tr("Name"), name_);
    zone_->setEditable(true);
    zone_->setInsertPolicy(QComboBox::NoInsert);
    for (const auto &id : QTimeZone::availableTimeZoneIds())
        zone_->addItem(QString::fromLatin1(id));
    zone_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    zone_->completer()->setFilterMode(Qt::MatchContains);
    zone_->lineEdit()->setAccessibleName(tr("Time zone"));
    add(tr("Time zone"), zone_);
    form->addRow(grid_);
    form->addRow(wrappedLabel(QStringLiteral("small"), tr("Arrows move, Space opens or closes half an hour, Shift and arrows a stretch, C copies the day to the one below."), this));
    region_->addItem(tr("no holidays"), QString());
    const bool french = QLocale().language() == QLocale::French;
    for (const auto &region : desk::holidayRegions())
        region_->addItem(QString::fromUtf8(french ? region.french : region.english), QString::fromLatin1(region.code));
    add(tr("Holidays of"), region_);
    year_->setRange(1970, 2400);
    add(tr("Days off in"), year_);
    days_->setMinimumHeight(130);
    days_->setAccessibleName(tr("Days off of the year; a ticked holiday is kept"));
    form->addRow(days_);
    auto *row = new QHBoxLayout;
    date_->setCalendarPopup(true);
    date_->setAccessibleName(tr("Day"));
    hours_->setPlaceholderText(tr("closed; or 9:00-12:00"));
    hours_->setAccessibleName(tr("Hours of that day"));
    dayName_->setPlaceholderText(tr("what for"));
    dayName_->setAccessibleName(tr("What for"));
    add_->setText(tr("Add this day"));
    remove_->setText(tr("Remove the day"));
    for (QWidget *field : {static_cast<QWidget *>(date_), static_cast<QWidget *>(everyYear_), static_cast<QWidget *>(hours_), static_cast<QWidget *>(dayName_)})
        row->addWidget(field);
    form->addRow(row);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    form->addRow(buttons);
    fault_->hide();
    form->addRow(fault_);
    connectAll();
}

void CalendarForm::connectAll()
{
    connect(name_, &QLineEdit::textChanged, this, &CalendarForm::changed);
    connect(zone_, &QComboBox::currentTextChanged, this, &CalendarForm::changed);
    connect(grid_, &WeekGrid::edited, this, &CalendarForm::changed);
    connect(region_, &QComboBox::currentIndexChanged, this, [this] {
        changed();
        showDays();
    });
    connect(year_, &QSpinBox::valueChanged, this, &CalendarForm::showDays);
    connect(add_, &QPushButton::clicked, this, &CalendarForm::addDay);
    connect(remove_, &QPushButton::clicked, this, &CalendarForm::removeDay);
    connect(days_, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!showing_ && item->data(kHolidayRole).toBool())
            keepHoliday(days_->row(item), item->checkState() == Qt::Checked);
    });
    connect(days_, &QListWidget::currentRowChanged, this, [this](int at) { remove_->setEnabled(at >= 0 && !days_->item(at)->data(kHolidayRole).toBool()); });
}

void CalendarForm::setCalendar(const BusinessCalendar &calendar, int year)
{
    showing_ = true;
    calendar_ = calendar;
    if (name_->text() != qs(calendar.name))
        name_->setText(qs(calendar.name));
    zone_->setCurrentText(qs(calendar.zone));
    grid_->setWeek(calendar.week);
    region_->setCurrentIndex(std::max(0, region_->findData(qs(calendar.holidays))));
    year_->setValue(year);
    date_->setDate(QDate(year, 12, 24));
    showing_ = false;
    showDays();
}

void CalendarForm::changed()
{
    if (showing_)
        return;
    calendar_.name = utf8(name_->text().trimmed());
    calendar_.zone = utf8(zone_->currentText().trimmed());
    calendar_.week = grid_->week();
    calendar_.holidays = utf8(region_->currentData().toString());
    Q_EMIT edited();
}

/// Holidays with a tick, and days of one's own.
void CalendarForm::showDays()
{
    const bool before = std::exchange(showing_, true);
    days_->clear();
    const bool french = QLocale().language() == QLocale::French;
    std::vector<std::pair<std::int32_t, QListWidgetItem *>> rows;
    for (const auto &one : desk::holidaysOf(calendar_.holidays, year_->value())) {
        auto *item = new QListWidgetItem(QStringLiteral("%1  %2").arg(dayText(one.day), QString::fromUtf8(french ? one.french : one.english)));
        const bool kept = std::none_of(calendar_.changes.begin(), calendar_.changes.end(), [&](const DayChange &change) { return isOn(change, one.day); });
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(kept ? Qt::Checked : Qt::Unchecked);
        item->setData(kDayRole, one.day);
        item->setData(kHolidayRole, true);
        rows.emplace_back(one.day, item);
    }
    for (std::size_t i = 0; i < calendar_.changes.size(); ++i) {
        const auto &change = calendar_.changes[i];
        const QDate date(change.year == 0 ? year_->value() : change.year, change.month, change.day);
        if (change.kind == DayChange::Kind::AsUsual || !date.isValid() || date.year() != year_->value())
            continue;
        const auto day = static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date));
        const auto hours = change.kind == DayChange::Kind::Hours ? hoursText(change.hours) : hoursText({});
        auto *item = new QListWidgetItem(QStringLiteral("%1  %2  %3").arg(dayText(day), hours, qs(change.name)));
        item->setData(kDayRole, static_cast<int>(i));
        item->setData(kHolidayRole, false);
        rows.emplace_back(day, item);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[day, item] : rows)
        days_->addItem(item);
    if (rows.empty())
        (new QListWidgetItem(tr("No day off in this year."), days_))->setFlags(Qt::NoItemFlags);
    remove_->setEnabled(false);
    showing_ = before;
}

void CalendarForm::keepHoliday(int row, bool kept)
{
    const auto day = days_->item(row)->data(kDayRole).toInt();
    std::erase_if(calendar_.changes, [day](const DayChange &change) { return isOn(change, day); });
    const auto date = dateOf(day);
    if (!kept) // of this year: next year it may be another day of the week
        calendar_.changes.push_back({static_cast<std::int16_t>(static_cast<int>(date.year())), static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                                     static_cast<std::uint8_t>(static_cast<unsigned>(date.day())), DayChange::Kind::AsUsual, {}, {}});
    Q_EMIT edited();
}

void CalendarForm::addDay()
{
    const auto hours = hoursTyped(hours_->text());
    fault_->setVisible(!hours);
    if (!hours) {
        fault_->setText(tr("Hours are written as 9:00-12:30, 14:00-18:00. The day was not added."));
        return;
    }
    const auto date = date_->date();
    DayChange change{static_cast<std::int16_t>(everyYear_->isChecked() ? 0 : date.year()), static_cast<std::uint8_t>(date.month()), static_cast<std::uint8_t>(date.day()),
                     hours->empty() ? DayChange::Kind::Closed : DayChange::Kind::Hours, *hours, utf8(dayName_->text().trimmed())};
    std::erase_if(calendar_.changes, [&](const DayChange &one) { return one.year == change.year && one.month == change.month && one.day == change.day; });
    calendar_.changes.push_back(std::move(change));
    if (year_->value() != date.year())
        year_->setValue(date.year());
    showDays();
    Q_EMIT edited();
}

void CalendarForm::removeDay()
{
    const auto *item = days_->currentItem();
    if (item == nullptr || item->data(kHolidayRole).toBool() || !item->data(kDayRole).isValid())
        return;
    calendar_.changes.erase(calendar_.changes.begin() + item->data(kDayRole).toInt());
    showDays();
    Q_EMIT edited();
}

} // namespace vigie::ui
