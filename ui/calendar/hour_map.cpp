// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/hour_map.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/posting_reading.hpp"
#include "ui/theme/theme.hpp"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kHours = 24, kDays = 7, kCell = 22, kEvery = 3;
constexpr double kNothing = 0.02; ///< so near to the usual it has no colour of its own
constexpr double kFull = 1.0; ///< twice the usual, or nothing at all: the full colour

} // namespace

HourMap::HourMap(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Hours of the week"));
}

void HourMap::setTimes(const insight::PostTimes &times)
{
    times_ = times;
    QStringList better;
    for (const auto &hour : times_.hours)
        if (hour.distinguishable && hour.value > times_.usual)
            better << posting::hourName(hour.weekday, hour.hour);
    setAccessibleDescription(better.isEmpty() ? tr("No hour stands out.") : tr("Better than usual: %1.", "hours").arg(better.join(QStringLiteral(", "))));
    update();
}

QSize HourMap::sizeHint() const
{
    const auto &theme = Theme::of(this);
    return {theme.scaled(kCell * (kHours + 3)), theme.scaled(kCell * (kDays + 1)) + kGap};
}

QSize HourMap::minimumSizeHint() const
{
    return {Theme::of(this).scaled(kCell * 12), sizeHint().height()};
}

QRectF HourMap::cell(int weekday, int hour) const
{
    const double names = QFontMetricsF(Theme::of(this).font(TextSize::Small)).horizontalAdvance(QStringLiteral("Mmmm")) + kGap;
    const double width = (this->width() - names) / kHours, height = Theme::of(this).scaled(kCell);
    return {names + hour * width, height * (weekday + 1), width, height};
}

const insight::HourOfWeek *HourMap::under(const QPointF &at) const
{
    for (const auto &hour : times_.hours)
        if (cell(hour.weekday, hour.hour).contains(at))
            return &hour;
    return nullptr;
}

void HourMap::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const QLocale locale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(colors.muted);
    for (int hour = 0; hour < kHours; hour += kEvery)
        painter.drawText(cell(-1, hour).adjusted(0, 0, cell(-1, hour).width() * (kEvery - 1), 0), Qt::AlignLeft | Qt::AlignVCenter, QString::number(hour));
    for (int day = 0; day < kDays; ++day) {
        const auto first = cell(day, 0);
        painter.setPen(colors.muted);
        painter.drawText(QRectF(0, first.top(), first.left() - kGrid, first.height()), Qt::AlignLeft | Qt::AlignVCenter, locale.dayName(day + 1, QLocale::ShortFormat));
        for (int hour = 0; hour < kHours; ++hour) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.chip);
            painter.drawRoundedRect(cell(day, hour).adjusted(1, 1, -1, -1), 3, 3);
        }
    }
    for (const auto &hour : times_.hours) {
        const auto place = cell(hour.weekday, hour.hour).adjusted(1, 1, -1, -1);
        const bool better = hour.value >= times_.usual;
        const double strength = times_.usual > 0 ? std::min(std::abs(hour.value / times_.usual - 1) / kFull, 1.0) : 0;
        auto color = strength < kNothing ? colors.muted : better ? colors.accent : colors.warn;
        color.setAlphaF(static_cast<float>(0.12 + 0.7 * strength));
        painter.setPen(hour.distinguishable ? QPen(colors.fg, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(color);
        painter.drawRoundedRect(place, 3, 3);
        if (!hour.distinguishable)
            continue;
        painter.setPen(colors.fg); // a shape as well as a colour
        painter.drawText(place, Qt::AlignCenter, better ? QStringLiteral("+") : QStringLiteral("\u2212"));
    }
}

void HourMap::mousePressEvent(QMouseEvent *event)
{
    if (const auto *hour = under(event->position()))
        Q_EMIT hourPressed(hour->weekday, hour->hour);
}

bool HourMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const auto *hour = under(help->pos());
        QToolTip::showText(help->globalPos(),
                           hour == nullptr ? QString() : (posting::hourName(hour->weekday, hour->hour) + QStringLiteral("\n") + posting::hourSentence(times_, *hour)).toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vigie::ui
