// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/week_grid.hpp"

#include "ui/service/why_dialog.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kCells = 48, kCell = 30, kDay = 24 * 60, kRow = 20, kHead = 16;

/// Joined where they touch.
void tidy(DayHours &hours)
{
    std::sort(hours.begin(), hours.end());
    DayHours out;
    for (const auto &one : hours) {
        if (!out.empty() && one.from <= out.back().to)
            out.back().to = std::max(out.back().to, one.to);
        else
            out.push_back(one);
    }
    hours = out;
}

} // namespace

WeekGrid::WeekGrid(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Opening hours of the week"));
    tell();
}

void WeekGrid::setWeek(const std::array<DayHours, 7> &week)
{
    week_ = week;
    tell();
    update();
}

QSize WeekGrid::sizeHint() const
{
    const auto &theme = Theme::of(this);
    return {labelWidth() + theme.scaled(kCells * 9), theme.scaled(kHead + 7 * kRow)};
}

QSize WeekGrid::minimumSizeHint() const
{
    return {labelWidth() + kCells * 4, sizeHint().height()};
}

int WeekGrid::labelWidth() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextSize::Small));
    int widest = 0;
    for (int day = 1; day <= 7; ++day)
        widest = std::max(widest, metrics.horizontalAdvance(QLocale().standaloneDayName(day, QLocale::ShortFormat)));
    return widest + kGap;
}

QRect WeekGrid::dayRect(int day) const
{
    const auto &theme = Theme::of(this);
    return {labelWidth(), theme.scaled(kHead + day * kRow), width() - labelWidth() - 1, theme.scaled(kRow) - 3};
}

bool WeekGrid::isOpen(int day, int cell) const
{
    const int at = cell * kCell + kCell / 2;
    const auto &hours = week_[static_cast<std::size_t>(day)];
    return std::any_of(hours.begin(), hours.end(), [at](const OpenInterval &one) { return one.from <= at && at < one.to; });
}

void WeekGrid::setOpen(int day, int cell, bool open)
{
    if (isOpen(day, cell) == open)
        return;
    auto &hours = week_[static_cast<std::size_t>(day)];
    const auto from = static_cast<std::int16_t>(cell * kCell), to = static_cast<std::int16_t>((cell + 1) * kCell);
    if (open) {
        hours.push_back({from, to});
    } else {
        DayHours rest;
        for (const auto &one : hours) {
            if (one.from < from)
                rest.push_back({one.from, std::min(one.to, from)});
            if (one.to > to && one.from < kDay)
                rest.push_back({std::max(one.from, to), one.to});
        }
        std::erase_if(rest, [](const OpenInterval &one) { return one.to <= one.from || one.from >= kDay; });
        hours = rest;
    }
    tidy(hours);
    update();
    Q_EMIT edited();
}

void WeekGrid::moveTo(int day, int cell, bool paint)
{
    day_ = std::clamp(day, 0, 6);
    cell_ = std::clamp(cell, 0, kCells - 1);
    if (paint)
        setOpen(day_, cell_, painting_);
    tell();
    update();
}

/// What a screen reader says of the place one is at.
void WeekGrid::tell()
{
    const int from = cell_ * kCell;
    setAccessibleDescription(tr("%1, %2, %3. The day: %4.", "%1 a weekday, %2 a time, %3 open or closed, %4 its hours")
                                 .arg(QLocale().standaloneDayName(day_ + 1), QStringLiteral("%1:%2").arg(from / 60, 2, 10, QLatin1Char('0')).arg(from % 60, 2, 10, QLatin1Char('0')),
                                      isOpen(day_, cell_) ? tr("open", "a half-hour") : tr("closed", "a half-hour"), hoursText(week_[static_cast<std::size_t>(day_)])));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void WeekGrid::keyPressEvent(QKeyEvent *event)
{
    const bool paint = event->modifiers().testFlag(Qt::ShiftModifier);
    if (paint && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        setOpen(day_, cell_, painting_);
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(day_, cell_ - 1, paint);
    case Qt::Key_Right: return moveTo(day_, cell_ + 1, paint);
    case Qt::Key_Up: return moveTo(day_ - 1, cell_, paint);
    case Qt::Key_Down: return moveTo(day_ + 1, cell_, paint);
    case Qt::Key_Home: return moveTo(day_, 0, false);
    case Qt::Key_End: return moveTo(day_, kCells - 1, false);
    case Qt::Key_Space:
        painting_ = !isOpen(day_, cell_);
        setOpen(day_, cell_, painting_);
        return tell();
    case Qt::Key_C:
        if (day_ < 6) {
            week_[static_cast<std::size_t>(day_) + 1] = week_[static_cast<std::size_t>(day_)];
            moveTo(day_ + 1, cell_, false);
            Q_EMIT edited();
        }
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void WeekGrid::mousePressEvent(QMouseEvent *event)
{
    for (int day = 0; day < 7; ++day)
        if (const auto rect = dayRect(day); rect.contains(event->pos())) {
            const int cell = (event->pos().x() - rect.left()) * kCells / std::max(1, rect.width());
            painting_ = !isOpen(day, std::clamp(cell, 0, kCells - 1));
            moveTo(day, cell, true);
        }
}

void WeekGrid::mouseMoveEvent(QMouseEvent *event)
{
    const auto rect = dayRect(day_);
    if (event->buttons().testFlag(Qt::LeftButton) && event->pos().x() >= rect.left())
        moveTo(day_, (event->pos().x() - rect.left()) * kCells / std::max(1, rect.width()), true);
}

void WeekGrid::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    painter.setFont(theme.font(TextSize::Small));
    for (int day = 0; day < 7; ++day) {
        const auto rect = dayRect(day);
        painter.setPen(day >= 5 ? colors.muted : colors.fg);
        painter.drawText(QRect(0, rect.top(), labelWidth() - kGrid, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, QLocale().standaloneDayName(day + 1, QLocale::ShortFormat));
        painter.fillRect(rect, colors.chip);
        const auto draw = [&](const DayHours &hours, int shift) { // the night before reaches into this day
            for (const auto &one : hours) {
                const int from = std::max(0, one.from - shift), to = std::min(kDay, one.to - shift);
                if (from < to)
                    painter.fillRect(QRectF(rect.left() + rect.width() * double(from) / kDay, rect.top(), rect.width() * double(to - from) / kDay, rect.height()), colors.accent);
            }
        };
        draw(week_[static_cast<std::size_t>(day)], 0);
        draw(week_[static_cast<std::size_t>((day + 6) % 7)], kDay);
    }
    for (int hour = 0; hour <= 24; hour += 3) {
        const auto rect = dayRect(0);
        const int x = rect.left() + rect.width() * hour / 24;
        painter.setPen(colors.muted);
        const auto text = QString::number(hour);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(std::clamp(x - width / 2, rect.left(), rect.right() - width), rect.top() - 4, text);
        painter.setPen(colors.pane);
        painter.drawLine(x, rect.top(), x, dayRect(6).bottom());
    }
    if (hasFocus()) {
        const auto rect = dayRect(day_);
        painter.setPen(QPen(colors.fg, 2));
        painter.drawRect(QRectF(rect.left() + rect.width() * double(cell_) / kCells, rect.top() - 1, rect.width() / double(kCells), rect.height() + 1));
    }
}

} // namespace vigie::ui
