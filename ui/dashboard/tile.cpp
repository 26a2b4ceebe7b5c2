// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/tile.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_stretches.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/indicator_text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {
constexpr int kNarrowest = 140;
}

Tile::Tile(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::setIndicator(const insight::Indicator &indicator, const Coverage &coverage)
{
    indicator_ = indicator;
    coverage_ = coverage;
    loaded_ = true;
    retranslate();
    update();
}

void Tile::setLoading()
{
    loaded_ = false;
    update();
}

void Tile::retranslate()
{
    if (!loaded_)
        return;
    const QString name = IndicatorText::name(indicator_.key);
    const QString value = IndicatorText::value(indicator_.value, indicator_.unit);
    setAccessibleName(tr("%1: %2").arg(name, value));
    setAccessibleDescription(QStringList{IndicatorText::change(indicator_), IndicatorText::basis(indicator_), CoverageWords::sentence(coverage_)}.join(QStringLiteral(". ")));
    setToolTip(tr("%1\n\n%2\n\nPress to see the mentions behind it.").arg(IndicatorText::definition(indicator_.key), CoverageWords::sentence(coverage_)));
}

void Tile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

int Tile::wantedWidth() const
{
    const auto &theme = Theme::of(this);
    int width = theme.scaled(kNarrowest);
    if (loaded_) {
        const QFontMetrics small(theme.font(TextSize::Small)), figure(theme.font(TextSize::Figure, QFont::Bold));
        for (const auto &text : {IndicatorText::name(indicator_.key), IndicatorText::change(indicator_), IndicatorText::basis(indicator_)})
            width = std::max(width, small.horizontalAdvance(text) + 2 * kMargin + 4);
        width = std::max(width, figure.horizontalAdvance(IndicatorText::value(indicator_.value, indicator_.unit)) * 5 / 3 + 2 * kMargin + kGap);
    }
    return width;
}

QRect Tile::coverageRect() const
{
    const int height = QFontMetrics(Theme::of(this).font(TextSize::Small)).height() + kGap;
    return {kMargin, rect().bottom() - kGap - height + 1, width() - 2 * kMargin, height};
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCoverage = loaded_ && isDown() && coverageRect().contains(event->position().toPoint());
    if (onCoverage) {
        setDown(false);
        event->accept();
        Q_EMIT coveragePressed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

QSize Tile::sizeHint() const
{
    const auto &theme = Theme::of(this);
    const int text = QFontMetrics(theme.font(TextSize::Small)).height() * 4 + QFontMetrics(theme.font(TextSize::Figure)).height();
    return {theme.scaled(190), text + 6 * kGap};
}

QSize Tile::minimumSizeHint() const
{
    return {Theme::of(this).scaled(kNarrowest), sizeHint().height()};
}

void Tile::paintCurve(QPainter &painter, const QRectF &rect) const
{
    double low = 0, high = 0;
    bool any = false;
    for (const double value : indicator_.byDay) {
        if (!std::isfinite(value))
            continue;
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    }
    if (!any || indicator_.byDay.size() < 2)
        return;
    if (high - low < 1e-9)
        high = low + 1;
    const double step = rect.width() / static_cast<double>(indicator_.byDay.size() - 1);
    QPainterPath path;
    bool pen = false;
    for (std::size_t i = 0; i < indicator_.byDay.size(); ++i) {
        const double value = indicator_.byDay[i];
        if (!std::isfinite(value)) {
            pen = false; // a day without data is a hole in the line, not a zero
            continue;
        }
        const QPointF point(rect.left() + step * static_cast<double>(i), rect.bottom() - (value - low) / (high - low) * rect.height());
        if (pen)
            path.lineTo(point);
        else
            path.moveTo(point);
        pen = true;
    }
    painter.setPen(QPen(Theme::of(this).colors().accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void Tile::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? colors.accentBg : colors.pane);
    painter.drawRoundedRect(frame, kRadius, kRadius);
    QRect inner = rect().adjusted(kMargin, kGap, -kMargin, -kGap);
    const auto line = [&](TextSize size, QFont::Weight weight, const QColor &color, const QString &text, int right = 0) {
        painter.setFont(theme.font(size, weight));
        painter.setPen(color);
        const int height = painter.fontMetrics().height();
        paint::elided(painter, QRect(inner.left(), inner.top(), inner.width() - right, height), text);
        inner.setTop(inner.top() + height + 2);
    };
    if (!loaded_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.chip);
        painter.drawRoundedRect(QRect(inner.left(), inner.top() + 2, inner.width() / 2, 8), 4, 4);
        painter.drawRoundedRect(QRect(inner.left(), inner.top() + 24, inner.width() / 3, 16), 4, 4);
        return;
    }
    line(TextSize::Small, QFont::Normal, colors.muted, IndicatorText::name(indicator_.key));
    const int curve = std::max(40, inner.width() * 2 / 5);
    const QRectF curveRect(inner.right() - curve, inner.top() + 4, curve, QFontMetrics(theme.font(TextSize::Figure)).height() - 12);
    line(TextSize::Figure, QFont::Bold, indicator_.value ? colors.fg : colors.muted, IndicatorText::value(indicator_.value, indicator_.unit), curve + kGap);
    paintCurve(painter, curveRect);
    const int direction = IndicatorText::direction(indicator_);
    line(TextSize::Small, QFont::Normal, direction > 0 ? colors.pos : direction < 0 ? colors.neg : colors.muted, IndicatorText::change(indicator_));
    line(TextSize::Small, QFont::Normal, colors.muted, IndicatorText::basis(indicator_));
    const auto foot = coverageRect();
    paint::coverage(painter, theme, QRect(foot.left(), foot.top(), foot.width(), 3), stretchesOf(coverage_));
    painter.setPen(coverage_.openGaps > 0 ? colors.neg : colors.muted);
    paint::elided(painter, foot.adjusted(0, kGap, 0, 0), CoverageWords::sentence(coverage_));
}

} // namespace vigie::ui
