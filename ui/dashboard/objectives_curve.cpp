// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_curve.hpp"

#include "ui/dashboard/formula_words.hpp"
#include "ui/dashboard/objectives_scene.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kHeight = 220;

} // namespace

ObjectivesCurve::ObjectivesCurve(QWidget *parent) : QWidget(parent), scene_(new ObjectivesScene(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Curve of the indicator"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    scene_->hide();
    connect(&Theme::of(this), &Theme::changed, this, [this] {
        scene_->restyle();
        update();
    });
}

QSize ObjectivesCurve::sizeHint() const
{
    return {2 * Theme::of(this).scaled(kHeight), Theme::of(this).scaled(kHeight)};
}

void ObjectivesCurve::setCurve(const insight::IndicatorCurve &curve)
{
    const bool other = !curve_ || curve_->standing.indicator.id != curve.standing.indicator.id;
    curve_ = curve;
    scene_->setCurve(curve);
    scene_->show();
    moveTo(other || cursor_ >= static_cast<int>(curve.points.size()) ? static_cast<int>(curve.points.size()) - 1 : cursor_);
    update();
}

void ObjectivesCurve::clear()
{
    curve_.reset();
    cursor_ = -1;
    scene_->hide();
    setAccessibleDescription({});
    update();
}

void ObjectivesCurve::paintEvent(QPaintEvent *)
{
    if (curve_)
        return;
    QPainter painter(this);
    painter.setPen(Theme::of(this).colors().muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Choose an indicator to see its curve."));
}

void ObjectivesCurve::resizeEvent(QResizeEvent *)
{
    scene_->setGeometry(rect());
}

void ObjectivesCurve::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    showPoint();
}

void ObjectivesCurve::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    showPoint();
}

void ObjectivesCurve::showPoint()
{
    scene_->setPoint(hasFocus() && cursor_ >= 0 ? std::optional(static_cast<std::size_t>(cursor_)) : std::nullopt);
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
    showPoint();
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

void ObjectivesCurve::mousePressEvent(QMouseEvent *event)
{
    if (const auto point = curve_ ? scene_->pointAt(event->position()) : std::nullopt)
        moveTo(static_cast<int>(*point));
    QWidget::mousePressEvent(event);
}

bool ObjectivesCurve::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto point = curve_ ? scene_->pointAt(help->pos()) : std::nullopt;
        QToolTip::showText(help->globalPos(), point ? pointWords(static_cast<int>(*point)).toHtmlEscaped() : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vigie::ui
