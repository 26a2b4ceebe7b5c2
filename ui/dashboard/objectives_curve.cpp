// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_curve.hpp"

#include "ui/dashboard/formula_words.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

constexpr int kHeight = 220, kMarks = 5, kLabelRoom = 72, kFoot = 22, kHead = 26, kDot = 3, kNear = 14;
constexpr double kAir = 0.08;

/// A step that one says aloud, at least `least`; times in steps of clocks.
double roundStep(double least, bool time)
{
    if (time)
        for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 5400.0, 7200.0, 10'800.0, 14'400.0, 21'600.0, 43'200.0, 86'400.0})
            if (step >= least)
                return step;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (power * factor >= least)
            return power * factor;
    return power * 10;
}

} // namespace

ObjectivesCurve::ObjectivesCurve(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Curve of the indicator"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::of(this), &Theme::changed, this, [this] { update(); });
}

QSize ObjectivesCurve::sizeHint() const
{
    return {2 * Theme::of(this).scaled(kHeight), Theme::of(this).scaled(kHeight)};
}

void ObjectivesCurve::setCurve(const insight::IndicatorCurve &curve)
{
    const bool other = !curve_ || curve_->standing.indicator.id != curve.standing.indicator.id;
    curve_ = curve;
    measure();
    moveTo(other || cursor_ >= static_cast<int>(curve.points.size()) ? static_cast<int>(curve.points.size()) - 1 : cursor_);
    update();
}

void ObjectivesCurve::clear()
{
    curve_.reset();
    cursor_ = -1;
    setAccessibleDescription({});
    update();
}

void ObjectivesCurve::measure()
{
    const auto &standing = curve_->standing;
    std::vector<double> values;
    double from = standing.path.today - 1, to = standing.path.today;
    const auto see = [&](const insight::CurvePoint &point) {
        from = std::min<double>(from, point.day);
        to = std::max<double>(to, point.day);
        if (point.value)
            values.push_back(*point.value);
        if (point.interval) {
            values.push_back(point.interval->low);
            values.push_back(point.interval->high);
        }
    };
    std::for_each(curve_->points.begin(), curve_->points.end(), see);
    std::for_each(curve_->earlier.begin(), curve_->earlier.end(), see);
    if (standing.indicator.target) {
        values.push_back(*standing.indicator.target);
        values.push_back(standing.path.startValue.value_or(*standing.indicator.target));
        from = std::min<double>(from, standing.indicator.start);
        if (standing.due)
            to = std::max<double>(to, *standing.due + 1);
    }
    range_ = {from, std::max(to, from + 1), 0, 1};
    if (!values.empty()) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const double air = *high > *low ? (*high - *low) * kAir : std::max(1.0, std::abs(*high) * kAir);
        const double from0 = *low >= 0 && *low - air < 0 ? 0 : *low - air; // counts do not go below nothing
        // One step less than there are marks: whatever the lowest mark is rounded to, all of it stays below the highest.
        const double step = roundStep((*high + air - from0) / (kMarks - 1), standing.value.unit == insight::FormulaUnit::of(insight::Unit::Seconds));
        range_.low = std::floor(from0 / step) * step;
        range_.high = range_.low + kMarks * step;
    }
}

QRectF ObjectivesCurve::plot() const
{
    const auto &theme = Theme::of(this);
    return QRectF(rect()).adjusted(theme.scaled(kLabelRoom), theme.scaled(kHead), -kMargin, -theme.scaled(kFoot));
}

QPointF ObjectivesCurve::at(double day, double value) const
{
    const auto area = plot();
    return {area.left() + (day - range_.fromDay) / (range_.toDay - range_.fromDay) * area.width(), area.bottom() - (value - range_.low) / (range_.high - range_.low) * area.height()};
}

void ObjectivesCurve::paintAxes(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const auto area = plot();
    painter.setFont(theme.font(TextSize::Small));
    for (int i = 0; i <= kMarks; ++i) {
        const double value = range_.low + (range_.high - range_.low) * i / kMarks;
        const double y = at(range_.fromDay, value).y();
        painter.setPen(colors.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.muted);
        painter.drawText(QRectF(0, y - kFoot, area.left() - kGrid, 2 * kFoot), Qt::AlignRight | Qt::AlignVCenter, FormulaWords::value(value, curve_->standing.value.unit));
    }
    const auto below = QRectF(area.left(), area.bottom() + 2, area.width(), height() - area.bottom() - 2);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, FormulaWords::day(static_cast<std::int32_t>(range_.fromDay)));
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, FormulaWords::day(static_cast<std::int32_t>(range_.toDay)));
}

void ObjectivesCurve::paintBand(QPainter &painter) const
{
    QPolygonF upper, lower;
    const auto close = [&] {
        std::reverse(lower.begin(), lower.end());
        painter.drawPolygon(upper + lower);
        upper.clear();
        lower.clear();
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).colors().accentBg);
    for (const auto &point : curve_->points) {
        if (!point.interval) {
            close();
            continue;
        }
        upper << at(point.day, point.interval->high);
        lower << at(point.day, point.interval->low);
    }
    close();
}

void ObjectivesCurve::paintLines(QPainter &painter) const
{
    const auto &colors = Theme::of(this).colors();
    const auto &standing = curve_->standing;
    if (standing.indicator.target) {
        painter.setPen(QPen(colors.pos, 1, Qt::SolidLine));
        painter.drawLine(at(range_.fromDay, *standing.indicator.target), at(range_.toDay, *standing.indicator.target));
        if (standing.due && standing.path.startValue) {
            painter.setPen(QPen(colors.muted, 1.5, Qt::DashLine));
            painter.drawLine(at(standing.indicator.start, *standing.path.startValue), at(*standing.due + 1, *standing.indicator.target));
        }
    }
    const auto line = [&](const std::vector<insight::CurvePoint> &points, const QPen &pen) {
        QPolygonF stretch;
        int version = points.empty() ? 0 : points.front().version;
        const auto draw = [&] {
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(stretch);
            painter.setBrush(pen.color());
            for (const auto &place : stretch)
                painter.drawEllipse(place, kDot - 1, kDot - 1);
            stretch.clear();
        };
        for (const auto &point : points) {
            if (!point.value || point.version != version) // a gap, or another formula: no line leads there
                draw();
            version = point.version;
            if (point.value)
                stretch << at(point.day, *point.value);
        }
        draw();
    };
    line(curve_->earlier, QPen(colors.muted, 1, Qt::DotLine));
    line(curve_->points, QPen(colors.accent, 2));
}

void ObjectivesCurve::paintActions(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const auto area = plot();
    painter.setFont(theme.font(TextSize::Small));
    double free = area.left();
    for (const auto &action : curve_->actions) {
        if (!action.day || *action.day < range_.fromDay || *action.day > range_.toDay)
            continue;
        const double x = at(*action.day, range_.low).x();
        painter.setPen(QPen(colors.warn, 1, Qt::DashDotLine));
        painter.drawLine(QPointF(x, area.top() - kGrid), QPointF(x, area.bottom()));
        painter.setBrush(colors.warn);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF() << QPointF(x - kGrid, area.top() - 2 * kGrid) << QPointF(x + kGrid, area.top() - 2 * kGrid) << QPointF(x, area.top()));
        if (x < free)
            continue; // its name is in the list below
        painter.setPen(colors.fg);
        const auto name = QString::fromStdString(action.name);
        const int top = static_cast<int>(area.top()) - kGrid, width = painter.fontMetrics().horizontalAdvance(name) + kGap;
        if (area.right() - x < width && x - width > free) { // near the end: before its line
            painter.drawText(QRectF(x - width - kGrid, 0, width, top), Qt::AlignRight | Qt::AlignVCenter, name);
            free = x;
            continue;
        }
        const QRect room(static_cast<int>(x) + kGrid + 2, 0, static_cast<int>(area.right() - x), top);
        free = x + kGap + paint::elided(painter, room, name);
    }
}

void ObjectivesCurve::paintCursor(QPainter &painter) const
{
    if (!hasFocus() || cursor_ < 0 || cursor_ >= static_cast<int>(curve_->points.size()))
        return;
    const auto &point = curve_->points[static_cast<std::size_t>(cursor_)];
    const auto &colors = Theme::of(this).colors();
    const auto place = at(point.day, point.value.value_or(range_.low));
    painter.setPen(QPen(colors.fg, 1));
    painter.drawLine(QPointF(place.x(), plot().top()), QPointF(place.x(), plot().bottom()));
    painter.setBrush(colors.pane);
    painter.setPen(QPen(colors.accent, 2));
    if (point.value)
        painter.drawEllipse(place, kDot + 2, kDot + 2);
}

void ObjectivesCurve::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &theme = Theme::of(this);
    if (!curve_) {
        painter.setPen(theme.colors().muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Choose an indicator to see its curve."));
        return;
    }
    paintAxes(painter);
    paintBand(painter);
    paintLines(painter);
    paintActions(painter);
    paintCursor(painter);
}

QString ObjectivesCurve::pointWords(int index) const
{
    if (!curve_ || index < 0 || index >= static_cast<int>(curve_->points.size()))
        return {};
    const auto &point = curve_->points[static_cast<std::size_t>(index)];
    const auto &unit = curve_->standing.value.unit;
    auto words = tr("%1: %2", "a day, the value").arg(FormulaWords::day(point.day), FormulaWords::value(point.value, unit));
    if (point.interval)
        words += tr(", between %1 and %2", "an interval").arg(FormulaWords::value(point.interval->low, unit), FormulaWords::value(point.interval->high, unit));
    if (const auto path = insight::pathAt(curve_->standing.path, point.day))
        words += tr("; the path stands at %1").arg(FormulaWords::value(*path, unit));
    for (const auto &action : curve_->actions)
        if (action.day == point.day)
            words += QStringLiteral("; ") + FormulaWords::action(action.kind) + QStringLiteral(": ") + QString::fromStdString(action.name);
    return words;
}

void ObjectivesCurve::moveTo(int point)
{
    cursor_ = point;
    const auto words = pointWords(point);
    if (words != accessibleDescription()) {
        setAccessibleDescription(words);
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    update();
}

void ObjectivesCurve::keyPressEvent(QKeyEvent *event)
{
    const int last = curve_ ? static_cast<int>(curve_->points.size()) - 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(std::max(std::min(0, last), cursor_ - 1));
    case Qt::Key_Right: return moveTo(std::min(last, cursor_ + 1));
    case Qt::Key_Home: return moveTo(std::min(0, last));
    case Qt::Key_End: return moveTo(last);
    default: QWidget::keyPressEvent(event);
    }
}

int ObjectivesCurve::nearest(const QPointF &place) const
{
    int best = -1;
    double least = kNear * kNear;
    for (std::size_t i = 0; curve_ && i < curve_->points.size(); ++i) {
        const double away = at(curve_->points[i].day, range_.low).x() - place.x();
        if (away * away < least) {
            least = away * away;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void ObjectivesCurve::mousePressEvent(QMouseEvent *event)
{
    if (const int point = nearest(event->position()); point >= 0)
        moveTo(point);
    QWidget::mousePressEvent(event);
}

bool ObjectivesCurve::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), pointWords(nearest(help->pos())).toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vigie::ui
