// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/star_bars.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kRow = 22, kLabel = 84, kNumber = 96, kBar = 12, kWidth = 320;

} // namespace

StarBars::StarBars(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Distribution of stars"));
}

void StarBars::setDistribution(const std::array<std::int64_t, 11> &distribution)
{
    bars_.clear();
    all_ = most_ = 0;
    for (int halves = 10; halves >= 0; --halves) {
        const auto count = distribution[static_cast<std::size_t>(halves)];
        const bool always = halves % 2 == 0 && halves > 0; // half stars and thumbs down only where somebody gave them
        if (count == 0 && !always)
            continue;
        bars_.push_back({halves, count});
        all_ += count;
        most_ = std::max(most_, count);
    }
    current_ = std::min(current_, static_cast<int>(bars_.size()) - 1);
    setAccessibleDescription(spoken());
    updateGeometry();
    update();
}

int StarBars::rowHeight() const
{
    return std::max(Theme::of(this).scaled(kRow), fontMetrics().height() + kGrid);
}

QSize StarBars::sizeHint() const
{
    return {Theme::of(this).scaled(kWidth), rowHeight() * static_cast<int>(std::max<std::size_t>(bars_.size(), 5))};
}

QString StarBars::label(const Bar &bar) const
{
    return bar.halves % 2 == 0 ? tr("%n star(s)", "", bar.halves / 2) : tr("%1 stars", "a half number").arg(format::number(bar.halves / 2.0, 1));
}

QString StarBars::spoken() const
{
    if (bars_.empty() || current_ < 0 || all_ == 0)
        return tr("no stars given");
    const auto &bar = bars_[static_cast<std::size_t>(current_)];
    return QStringLiteral("%1: %2, %3").arg(label(bar), format::number(static_cast<double>(bar.count)), format::percent(static_cast<double>(bar.count) / static_cast<double>(all_)));
}

void StarBars::speak()
{
    setAccessibleDescription(spoken());
    setToolTip(spoken());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void StarBars::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    speak();
}

void StarBars::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(bars_.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up: current_ = std::max(0, current_ - 1); break;
    case Qt::Key_Down: current_ = std::min(last, current_ + 1); break;
    case Qt::Key_Home: current_ = 0; break;
    case Qt::Key_End: current_ = last; break;
    default: return QWidget::keyPressEvent(event);
    }
    speak();
}

void StarBars::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextSize::Small));
    const int row = rowHeight(), left = theme.scaled(kLabel), right = theme.scaled(kNumber), tall = theme.scaled(kBar);
    const int room = std::max(0, width() - left - right);
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const auto &bar = bars_[i];
        const QRect line(0, static_cast<int>(i) * row, width(), row);
        if (hasFocus() && static_cast<int>(i) == current_) {
            painter.setPen(QPen(colors.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(line).adjusted(0.5, 0.5, -0.5, -0.5), kGrid, kGrid);
        }
        painter.setPen(colors.fg);
        painter.drawText(line.adjusted(kGrid, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, label(bar));
        const QRectF whole(left, line.top() + (row - tall) / 2.0, room, tall);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.chip);
        painter.drawRoundedRect(whole, 3, 3);
        if (bar.count > 0) {
            auto filled = whole;
            filled.setWidth(std::max(2.0, whole.width() * static_cast<double>(bar.count) / static_cast<double>(most_)));
            painter.setBrush(colors.accent);
            painter.drawRoundedRect(filled, 3, 3);
        }
        painter.setPen(colors.muted);
        const auto share = all_ > 0 ? format::percent(static_cast<double>(bar.count) / static_cast<double>(all_)) : QString();
        painter.drawText(line.adjusted(left + room + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("%1  %2").arg(format::number(static_cast<double>(bar.count)), share));
    }
}

} // namespace vigie::ui
