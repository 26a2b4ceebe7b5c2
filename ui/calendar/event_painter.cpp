// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/event_painter.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

constexpr int kBar = 4, kCorner = 5, kDot = 6;

QColor colorOf(const Theme &theme, const Campaign *campaign)
{
    return campaign != nullptr ? campaignColor(theme, *campaign) : theme.seriesColor(3);
}

QColor ground(const Theme &theme, QColor color)
{
    color.setAlphaF(theme.isDark() ? 0.22F : 0.12F);
    return color;
}

} // namespace

QColor campaignColor(const Theme &theme, const Campaign &campaign)
{
    return theme.seriesColor(campaign.hue);
}

void drawBlock(QPainter &painter, const Theme &theme, const QRect &rect, const EventShown &shown, const Campaign *campaign)
{
    const auto color = colorOf(theme, campaign);
    const auto &c = theme.colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    painter.fillPath(shape, c.pane);
    painter.fillPath(shape, ground(theme, color));
    painter.setPen(QPen(c.line, 1));
    painter.drawPath(shape);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.fillRect(QRect(rect.left(), rect.top(), kBar, rect.height()), color);
    const auto small = theme.font(TextSize::Small), body = theme.font(TextSize::Body, QFont::DemiBold);
    const int left = rect.left() + kBar + 6, width = rect.width() - kBar - 10;
    int top = rect.top() + 3;
    painter.setFont(small);
    painter.setPen(c.muted);
    paint::elided(painter, QRect(left, top, width, painter.fontMetrics().height()), QLocale().toString(shown.starts, QStringLiteral("HH:mm")));
    top += painter.fontMetrics().height();
    painter.setFont(body);
    painter.setPen(c.fg);
    paint::elided(painter, QRect(left, top, width, painter.fontMetrics().height()), qs(shown.event.name));
    top += painter.fontMetrics().height();
    painter.setFont(small);
    painter.setPen(c.muted);
    QStringList more;
    if (!shown.event.place.empty())
        more.append(qs(shown.event.place));
    if (shown.event.expected)
        more.append(Words::tr("%n expected", "people at an event", *shown.event.expected));
    paint::elided(painter, QRect(left, top, width, painter.fontMetrics().height()), more.join(QStringLiteral(", ")));
    painter.restore();
}

void drawBanner(QPainter &painter, const Theme &theme, const QRect &rect, const EventShown &shown, const Campaign *campaign)
{
    const auto color = colorOf(theme, campaign);
    painter.save();
    painter.fillRect(rect, ground(theme, color));
    painter.fillRect(QRect(rect.left(), rect.top(), kBar - 1, rect.height()), color);
    painter.setFont(theme.font(TextSize::Small, QFont::DemiBold));
    painter.setPen(theme.colors().fg);
    paint::elided(painter, rect.adjusted(kBar + 4, 0, -2, 0), qs(shown.event.name));
    painter.restore();
}

void drawMark(QPainter &painter, const Theme &theme, const QRect &rect, const DayMark &mark)
{
    const auto &c = theme.colors();
    const bool holiday = mark.kind == DayMark::Kind::Holiday;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(holiday ? c.accent : c.muted, 1.2));
    painter.setBrush(holiday ? QBrush(c.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(rect.left() + 3, rect.center().y() - kDot / 2.0 + 0.5, kDot, kDot));
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(holiday ? c.fg : c.muted);
    paint::elided(painter, rect.adjusted(kDot + 7, 0, -2, 0), mark.place.isEmpty() ? mark.name : mark.name + QStringLiteral(" (") + mark.place + QLatin1Char(')'));
    painter.restore();
}

} // namespace vigie::ui::calendar
