// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_plot.hpp"

#include "ui/dashboard/chart_scene.hpp"
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

ChartPlot::ChartPlot(QWidget *parent) : QWidget(parent), scene_(new ChartScene(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&const_cast<Theme &>(Theme::of(this)), &Theme::changed, this, &ChartPlot::restyle);
    restyle();
}

const ChartData &ChartPlot::data() const
{
    return scene_->data();
}

void ChartPlot::setData(ChartData data)
{
    if (data.size() != scene_->data().size())
        setView({});
    if (hover_ && data.at(hover_->line, hover_->place) == nullptr) // a page that is read again keeps what is looked at
        hover_.reset();
    if (cursor_ && data.at(cursor_->line, cursor_->place) == nullptr)
        cursor_.reset();
    scene_->setData(std::move(data));
    setAccessibleDescription(cursor_ ? ChartWords::point(this->data(), *cursor_) : ChartWords::summary(this->data()));
    showSpots();
}

void ChartPlot::restyle()
{
    scene_->setInk(ChartInk::of(Theme::of(this)));
    updateGeometry();
    update();
}

void ChartPlot::setView(const ChartRange &range)
{
    range_ = range;
    scene_->setRange(range);
}

void ChartPlot::showSpots()
{
    scene_->setSpots(hover_, hasFocus() ? cursor_ : std::nullopt);
}

void ChartPlot::say(const QPoint &global, int place)
{
    QToolTip::showText(global, ChartWords::place(data(), place).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), this);
}

QRectF ChartPlot::rectOf(const ChartSpot &spot) const
{
    return scene_->rectOf(spot);
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
        if (range_.last > 0)
            setView({range_.first, range_.first + width});
    }
    setAccessibleDescription(cursor_ ? ChartWords::point(data(), *cursor_) : ChartWords::summary(data()));
    if (cursor_) {
        QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&spoken);
        QAccessibleValueChangeEvent value(this, ChartWords::point(data(), *cursor_));
        QAccessible::updateAccessibility(&value);
        const auto at = rectOf(*cursor_);
        say(mapToGlobal(QPoint(static_cast<int>(at.right()), static_cast<int>(at.top()))), cursor_->place);
    }
    showSpots();
    Q_EMIT cursorMoved();
}

void ChartPlot::step(int places)
{
    if (data().size() == 0 || data().lines.empty())
        return;
    const int line = cursor_ ? cursor_->line : 0;
    int place = cursor_ ? cursor_->place + places : places > 0 ? 0 : data().size() - 1;
    const int direction = places < 0 ? -1 : 1;
    place = std::clamp(place, 0, data().size() - 1);
    // Holes are passed over; at an end without data the last point before it stays.
    for (; place >= 0 && place < data().size(); place += direction)
        if (const auto *point = data().at(line, place); point != nullptr && point->value) {
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
    for (int line = cursor_->line + lines; line >= 0 && line < static_cast<int>(data().lines.size()); line += lines)
        if (const auto *point = data().at(line, cursor_->place); point != nullptr && point->value) {
            setCursorSpot(ChartSpot{line, cursor_->place});
            return;
        }
}

void ChartPlot::zoomAt(double place, double factor)
{
    const double all = data().size();
    if (data().shape == ChartData::Shape::Heat || data().shape == ChartData::Shape::Funnel || all < kClosest)
        return;
    const auto now = range_.last > 0 ? range_ : ChartRange{0, all};
    const double width = std::clamp((now.last - now.first) * factor, kClosest, all);
    if (width >= all) {
        setView({});
    } else {
        const double share = std::clamp((place - now.first) / (now.last - now.first), 0.0, 1.0);
        const double whole = std::floor(std::min(place, all - 1)); // what is looked at stays in view as a whole
        const double first = std::clamp(std::clamp(place - share * width, whole + 1 - width, whole), 0.0, all - width);
        setView({first, first + width});
    }
}

void ChartPlot::zoom(double factor)
{
    const auto now = range_.last > 0 ? range_ : ChartRange{0, static_cast<double>(data().size())};
    zoomAt(cursor_ ? cursor_->place + 0.5 : (now.first + now.last) / 2, factor);
}

void ChartPlot::zoomReset()
{
    setView({});
}

bool ChartPlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto spot = scene_->spotAt(help->pos()))
            say(help->globalPos(), spot->place);
        else
            QToolTip::hideText();
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
    case Qt::Key_Up: changeLine(data().shape == ChartData::Shape::Heat || data().shape == ChartData::Shape::Lines ? -1 : 1); return;
    case Qt::Key_Down: changeLine(data().shape == ChartData::Shape::Heat || data().shape == ChartData::Shape::Lines ? 1 : -1); return;
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
    const auto spot = scene_->spotAt(event->position());
    if (spot == hover_)
        return;
    hover_ = spot;
    QWidget::setCursor(spot ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (spot)
        say(event->globalPosition().toPoint(), spot->place);
    showSpots();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    keys_ = false;
    if (const auto spot = scene_->spotAt(event->position())) {
        setCursorSpot(spot);
        Q_EMIT opened(*spot);
    }
}

void ChartPlot::leaveEvent(QEvent *)
{
    hover_.reset();
    showSpots();
}

void ChartPlot::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) { // without Ctrl the page scrolls
        event->ignore();
        return;
    }
    zoomAt(scene_->placeAt(event->position()), event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    event->accept();
}

void ChartPlot::focusInEvent(QFocusEvent *event)
{
    keys_ = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    showSpots();
    update();
}

void ChartPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    showSpots();
    update();
}

void ChartPlot::resizeEvent(QResizeEvent *)
{
    scene_->setGeometry(rect());
}

void ChartPlot::paintEvent(QPaintEvent *)
{
    if (!hasFocus() || !keys_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).colors().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace vigie::ui
