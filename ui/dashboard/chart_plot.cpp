// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_plot.hpp"

#include "ui/dashboard/chart_paint.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {
constexpr double kClosest = 4; ///< places in view at the nearest
constexpr int kLowest = 90, kNarrowest = 120;
constexpr double kZoomStep = 0.6;
} // namespace

ChartPlot::ChartPlot(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&const_cast<Theme &>(Theme::of(this)), &Theme::changed, this, &ChartPlot::restyle);
}

void ChartPlot::setData(ChartData data)
{
    if (data.size() != data_.size())
        range_ = {};
    data_ = std::move(data);
    hover_.reset();
    if (cursor_ && data_.at(cursor_->line, cursor_->place) == nullptr)
        cursor_.reset();
    setAccessibleDescription(cursor_ ? ChartWords::point(data_, *cursor_) : ChartWords::summary(data_));
    restyle();
}

void ChartPlot::restyle()
{
    drawn_ = {};
    updateGeometry();
    update();
}

ChartFrame ChartPlot::frame() const
{
    return frameOf(data_, QRectF(rect()).adjusted(0, 2, 0, -2), ChartInk::of(Theme::of(this)), range_);
}

QRectF ChartPlot::rectOf(const ChartSpot &spot) const
{
    return spotRect(data_, frame(), spot);
}

QSize ChartPlot::minimumSizeHint() const
{
    const auto &theme = Theme::of(this);
    return {theme.scaled(kNarrowest), theme.scaled(kLowest)};
}

void ChartPlot::setCursorSpot(std::optional<ChartSpot> spot)
{
    if (spot == cursor_)
        return;
    cursor_ = spot;
    if (cursor_ && range_.last > 0) { // what is spoken of is in view
        const double width = range_.last - range_.first, place = cursor_->place;
        if (place < range_.first || place + 1 > range_.last)
            zoomAt(place, 1);
        range_.last = range_.first + width;
        drawn_ = {};
    }
    setAccessibleDescription(cursor_ ? ChartWords::point(data_, *cursor_) : ChartWords::summary(data_));
    if (cursor_) {
        QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&spoken);
        QAccessibleValueChangeEvent value(this, ChartWords::point(data_, *cursor_));
        QAccessible::updateAccessibility(&value);
        const auto at = rectOf(*cursor_);
        QToolTip::showText(mapToGlobal(QPoint(static_cast<int>(at.right()), static_cast<int>(at.top()))), ChartWords::place(data_, cursor_->place).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), this);
    }
    update();
    Q_EMIT cursorMoved();
}

void ChartPlot::step(int places)
{
    if (data_.size() == 0 || data_.lines.empty())
        return;
    const int line = cursor_ ? cursor_->line : 0;
    int place = cursor_ ? cursor_->place + places : places > 0 ? 0 : data_.size() - 1;
    const int direction = places < 0 ? -1 : 1;
    place = std::clamp(place, 0, data_.size() - 1);
    // Holes are passed over; at an end without data the last point before it stays.
    for (; place >= 0 && place < data_.size(); place += direction)
        if (const auto *point = data_.at(line, place); point != nullptr && point->value) {
            setCursorSpot(ChartSpot{line, place});
            return;
        }
}

void ChartPlot::changeLine(int lines)
{
    if (!cursor_) {
        step(1);
        return;
    }
    for (int line = cursor_->line + lines; line >= 0 && line < static_cast<int>(data_.lines.size()); line += lines)
        if (const auto *point = data_.at(line, cursor_->place); point != nullptr && point->value) {
            setCursorSpot(ChartSpot{line, cursor_->place});
            return;
        }
}

void ChartPlot::zoomAt(double place, double factor)
{
    const double all = data_.size();
    if (data_.shape == ChartData::Shape::Heat || data_.shape == ChartData::Shape::Funnel || all < kClosest)
        return;
    const auto now = range_.last > 0 ? range_ : ChartRange{0, all};
    const double width = std::clamp((now.last - now.first) * factor, kClosest, all);
    if (width >= all) {
        range_ = {};
    } else {
        const double share = std::clamp((place - now.first) / (now.last - now.first), 0.0, 1.0);
        const double whole = std::floor(std::min(place, all - 1)); // what is looked at stays in view as a whole
        const double first = std::clamp(std::clamp(place - share * width, whole + 1 - width, whole), 0.0, all - width);
        range_ = {first, first + width};
    }
    drawn_ = {};
    update();
}

void ChartPlot::zoom(double factor)
{
    const auto now = range_.last > 0 ? range_ : ChartRange{0, static_cast<double>(data_.size())};
    zoomAt(cursor_ ? cursor_->place + 0.5 : (now.first + now.last) / 2, factor);
}

void ChartPlot::zoomReset()
{
    range_ = {};
    drawn_ = {};
    update();
}

bool ChartPlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto spot = spotAt(data_, frame(), help->pos());
        QToolTip::showText(help->globalPos(), spot ? ChartWords::place(data_, spot->place).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void ChartPlot::keyPressEvent(QKeyEvent *event)
{
    keys_ = true;
    switch (event->key()) {
    case Qt::Key_Right: step(1); return;
    case Qt::Key_Left: step(-1); return;
    case Qt::Key_Home: cursor_.reset(); step(1); return;
    case Qt::Key_End: cursor_.reset(); step(-1); return;
    case Qt::Key_Up: changeLine(data_.shape == ChartData::Shape::Heat || data_.shape == ChartData::Shape::Lines ? -1 : 1); return;
    case Qt::Key_Down: changeLine(data_.shape == ChartData::Shape::Heat || data_.shape == ChartData::Shape::Lines ? 1 : -1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!cursor_)
            step(1);
        else
            Q_EMIT opened(*cursor_);
        return;
    case Qt::Key_Plus: zoom(kZoomStep); return;
    case Qt::Key_Minus: zoom(1 / kZoomStep); return;
    case Qt::Key_0: zoomReset(); return;
    case Qt::Key_Escape:
        if (cursor_ || range_.last > 0) {
            setCursorSpot(std::nullopt);
            zoomReset();
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void ChartPlot::mouseMoveEvent(QMouseEvent *event)
{
    const auto spot = spotAt(data_, frame(), event->position());
    if (spot == hover_)
        return;
    hover_ = spot;
    QWidget::setCursor(spot ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (spot)
        QToolTip::showText(event->globalPosition().toPoint(), ChartWords::place(data_, spot->place).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), this);
    update();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    keys_ = false;
    if (const auto spot = spotAt(data_, frame(), event->position())) {
        setCursorSpot(spot);
        Q_EMIT opened(*spot);
    }
}

void ChartPlot::leaveEvent(QEvent *)
{
    hover_.reset();
    update();
}

void ChartPlot::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) { // without Ctrl the page scrolls
        event->ignore();
        return;
    }
    const auto now = frame();
    zoomAt(now.range.first + (event->position().x() - now.plot.left()) / now.slot(), event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    event->accept();
}

void ChartPlot::focusInEvent(QFocusEvent *event)
{
    keys_ = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void ChartPlot::resizeEvent(QResizeEvent *)
{
    drawn_ = {};
}

void ChartPlot::paintEvent(QPaintEvent *)
{
    const auto ink = ChartInk::of(Theme::of(this));
    const auto now = frame();
    if (drawn_.isNull()) {
        const double ratio = devicePixelRatioF();
        drawn_ = QPixmap(size() * ratio);
        drawn_.setDevicePixelRatio(ratio);
        drawn_.fill(Qt::transparent);
        QPainter painter(&drawn_);
        paintChart(painter, data_, now, ink);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, drawn_);
    if (hover_)
        paintSpot(painter, data_, now, ink, *hover_);
    if (cursor_ && hasFocus())
        paintSpot(painter, data_, now, ink, *cursor_);
    if (hasFocus() && keys_) {
        painter.setPen(QPen(ink.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

} // namespace vigie::ui
