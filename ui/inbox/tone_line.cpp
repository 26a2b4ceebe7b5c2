// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/tone_line.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

ToneLine::ToneLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ToneLine::setValues(const std::vector<float> &values)
{
    values_ = values;
    say();
    update();
}

bool ToneLine::hasValues() const
{
    return std::any_of(values_.begin(), values_.end(), [](float value) { return !std::isnan(value); });
}

QSize ToneLine::sizeHint() const
{
    return {200, 56};
}

void ToneLine::say()
{
    const auto last = std::find_if(values_.rbegin(), values_.rend(), [](float value) { return !std::isnan(value); });
    const auto text = last == values_.rend() ? tr("Tone over one year: nothing said")
                                             : tr("Tone over one year, last %1").arg(format::signedNumber(static_cast<double>(*last), 1));
    setAccessibleName(text);
    setToolTip(text);
}

void ToneLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &colors = Theme::of(this).colors();
    const QRectF box = QRectF(rect()).adjusted(4, 5, -6, -5);
    painter.setPen(colors.line);
    painter.drawLine(QPointF(0, box.center().y()), QPointF(width(), box.center().y()));
    const auto count = static_cast<double>(values_.size());
    const auto at = [&](std::size_t i) {
        const double x = count > 1 ? static_cast<double>(i) / (count - 1) : 1.0;
        const double tone = std::clamp(static_cast<double>(values_[i]), -1.0, 1.0);
        return QPointF(box.left() + x * box.width(), box.center().y() - tone * box.height() / 2);
    };
    QPainterPath path;
    std::size_t last = values_.size();
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (std::isnan(values_[i]))
            continue;
        const bool joined = i > 0 && !std::isnan(values_[i - 1]);
        const bool alone = !joined && (i + 1 == values_.size() || std::isnan(values_[i + 1]));
        if (joined)
            path.lineTo(at(i));
        else
            path.moveTo(at(i));
        if (alone) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.accent);
            painter.drawEllipse(at(i), 2, 2);
        }
        last = i;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    if (last < values_.size()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(values_[last] < -0.1F ? colors.neg : values_[last] > 0.1F ? colors.pos : colors.muted);
        painter.drawEllipse(at(last), 3.5, 3.5);
    }
}

void ToneLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
