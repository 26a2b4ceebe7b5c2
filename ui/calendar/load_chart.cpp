// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/load_chart.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kHeight = 170, kFoot = 22, kHead = 18, kLeast = 320;
}

LoadChart::LoadChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Comments to expect, hour by hour"));
}

void LoadChart::setForecast(app::LoadForecast forecast, const std::string &zone, bool dutyKnown)
{
    forecast_ = std::move(forecast);
    zone_ = zone;
    dutyKnown_ = dutyKnown;
    setAccessibleDescription(tr("%1 comments in the coming week.").arg(format::number(forecast_.total)));
    update();
}

QSize LoadChart::sizeHint() const
{
    const auto &theme = Theme::of(this);
    return {theme.scaled(680), theme.scaled(kHeight)};
}

QSize LoadChart::minimumSizeHint() const
{
    return {Theme::of(this).scaled(kLeast), sizeHint().height()};
}

QRectF LoadChart::plot() const
{
    const auto &theme = Theme::of(this);
    return QRectF(0, theme.scaled(kHead), width(), height() - theme.scaled(kHead + kFoot));
}

void LoadChart::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const auto area = plot();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextSize::Small));
    if (forecast_.hours.empty())
        return;
    const double step = area.width() / static_cast<double>(forecast_.hours.size());
    double most = 1;
    for (const auto &hour : forecast_.hours)
        most = std::max(most, hour.expected);
    const QLocale locale;
    for (std::size_t i = 0; i < forecast_.hours.size(); ++i) {
        const auto &hour = forecast_.hours[i];
        const QRectF column(area.left() + static_cast<double>(i) * step, area.top(), step, area.height());
        if (!hour.onDuty)
            painter.fillRect(column, colors.chip);
        const auto local = format::local(hour.from, zone_);
        if (local.time().hour() == 0 || i == 0) {
            painter.setPen(colors.line);
            painter.drawLine(column.topLeft(), column.bottomLeft());
            painter.setPen(colors.muted);
            const QRectF name(column.left() + kGrid, area.bottom(), step * (24 - local.time().hour()) - kGrid, height() - area.bottom());
            if (name.width() > painter.fontMetrics().horizontalAdvance(QStringLiteral("Mmm 00")))
                painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, locale.toString(local.date(), tr("ddd d", "day under a chart")));
        }
        const double tall = area.height() * hour.expected / most;
        const QRectF bar(column.left() + 0.5, area.bottom() - tall, std::max(step - 1, 1.0), tall);
        painter.fillRect(bar, hour.onDuty ? QBrush(colors.accent) : QBrush(colors.warn));
        if (!hour.onDuty)
            painter.fillRect(bar, QBrush(colors.pane, Qt::BDiagPattern)); // told apart without colours, too
    }
    painter.setPen(colors.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(colors.muted);
    painter.drawText(QRectF(0, 0, width(), area.top()), Qt::AlignLeft | Qt::AlignVCenter,
                     dutyKnown_ ? tr("Up to %1 an hour; hatched on grey: nobody is on duty", "comments").arg(format::number(most, most < 10 ? 1 : 0))
                                : tr("Up to %1 an hour", "comments").arg(format::number(most, most < 10 ? 1 : 0)));
}

bool LoadChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !forecast_.hours.empty()) {
        auto *help = static_cast<QHelpEvent *>(event);
        const auto area = plot();
        const auto place = static_cast<std::size_t>(std::clamp((help->pos().x() - area.left()) / area.width(), 0.0, 0.9999) * static_cast<double>(forecast_.hours.size()));
        const auto &hour = forecast_.hours[place];
        const auto words = tr("%1: %2 comments", "a time, a number").arg(format::dateTime(hour.from, zone_), format::number(hour.expected, 1));
        QToolTip::showText(help->globalPos(), hour.onDuty ? words : words + QLatin1Char('\n') + tr("nobody is on duty"), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vigie::ui
