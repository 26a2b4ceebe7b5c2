// SPDX-License-Identifier: GPL-3.0-or-later
// What is written into a chart: events, campaigns, spikes, quantiles.
#include "ui/dashboard/chart_paint.hpp"

#include "ui/theme/theme.hpp"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace vigie::ui {

namespace {

constexpr float kWash = 0.82F;

/// Words beside a mark: below one another where they would meet, to the left where there is no room to the right.
class MarkWords {
public:
    MarkWords(QPainter &painter, const ChartFrame &frame, const ChartInk &ink) : painter_(painter), plot_(frame.plot), ground_(ink.ground), metrics_(ink.font)
    {
        ground_.setAlphaF(kWash); // words over bars are read all the same
    }

    void write(double x, double y, const QString &words, const QColor &color)
    {
        const double wide = std::min(metrics_.horizontalAdvance(words) + 2, plot_.width() * 0.6);
        const bool left = x + kGrid + wide > plot_.right() + 2;
        QRectF rect(left ? x - kGrid - wide : x + kGrid, y, wide, metrics_.height());
        rect.moveLeft(std::max(rect.left(), plot_.left()));
        while (std::any_of(taken_.begin(), taken_.end(), [&](const QRectF &one) { return one.intersects(rect); }) && rect.bottom() < plot_.bottom())
            rect.translate(0, metrics_.height());
        if (rect.bottom() > plot_.bottom())
            return; // it is in the table and one hover away
        taken_.push_back(rect);
        painter_.fillRect(QRectF(rect.left() - 1, rect.top(), std::min(wide, metrics_.horizontalAdvance(words)) + 2, rect.height()), ground_);
        painter_.setPen(color);
        painter_.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, metrics_.elidedText(words, Qt::ElideRight, wide));
    }

private:
    QPainter &painter_;
    QRectF plot_;
    QColor ground_;
    QFontMetricsF metrics_;
    std::vector<QRectF> taken_;
};

bool inView(const ChartMark &mark, const ChartFrame &frame)
{
    return mark.to >= frame.range.first - 0.5 && mark.from <= frame.range.last;
}

void paintUpright(QPainter &painter, const ChartMark &mark, const ChartFrame &frame, const ChartInk &ink, MarkWords &words)
{
    const double x = std::clamp(frame.xOf(mark.from), frame.plot.left(), frame.plot.right());
    if (mark.kind == ChartMark::Kind::Campaign && mark.to > mark.from) {
        auto wash = ink.event;
        wash.setAlphaF(0.07F);
        painter.fillRect(QRectF(QPointF(x, frame.plot.top()), QPointF(std::min(frame.xOf(mark.to), frame.plot.right()), frame.plot.bottom())), wash);
    }
    const bool value = mark.kind == ChartMark::Kind::Value;
    painter.setPen(value ? QPen(ink.fg, 1.2) : QPen(ink.muted, 1.2, Qt::DotLine));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    words.write(x, value ? frame.plot.top() : frame.plot.bottom() - 2.6 * QFontMetricsF(ink.font).height(), mark.words, value ? ink.fg : ink.muted);
}

} // namespace

void paintMarks(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    MarkWords words(painter, frame, ink);
    for (const auto &mark : data.marks) {
        if (!inView(mark, frame))
            continue;
        if (mark.kind != ChartMark::Kind::Spike) {
            paintUpright(painter, mark, frame, ink, words);
            continue;
        }
        const auto rect = spotRect(data, frame, {mark.line, static_cast<int>(mark.from)});
        if (rect.isNull())
            continue;
        painter.setPen(QPen(ink.ground, 1.5));
        painter.setBrush(ink.neg);
        painter.drawEllipse(rect.center(), 5, 5);
        painter.setBrush(Qt::NoBrush);
        words.write(rect.center().x() + kGrid, std::max(frame.plot.top(), rect.top() - QFontMetricsF(ink.font).height()), mark.words, ink.neg);
    }
}

} // namespace vigie::ui
