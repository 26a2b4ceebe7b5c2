// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/figure_card.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_stretches.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/chart_ink.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/numbers/own_numbers.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

FigureCard::FigureCard(Shell &shell, BoardTile tile, QWidget *parent) : TileCard(shell, std::move(tile), parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    coverageButton()->hide();
    column()->addStretch(1);
    column()->setContentsMargins(kMargin, kGap, kMargin, kWideMargin); // what stands at the foot is above the line of coverage
}

QString FigureCard::changeWords() const
{
    if (reading().error)
        return errorSentence(*reading().error);
    if (!reading().change)
        return FigureText::interval(reading().figure);
    return FigureText::change(*reading().change);
}

QString FigureCard::basisWords() const
{
    QStringList words;
    if (reading().target)
        words << tr("objective %1").arg(FigureText::value(reading().target, reading().figure.unit));
    words << FigureText::basis(reading().figure);
    if (const auto note = FigureText::shortNote(reading().figure); !note.isEmpty())
        words << note;
    return words.join(QStringLiteral(", "));
}

void FigureCard::retranslate()
{
    TileCard::retranslate();
    coverageButton()->hide();
    titleLabel()->clear(); // painted with the rest; the head holds the buttons of editing
    if (!isLoaded())
        return;
    const auto name = TileWords::title(tile());
    setAccessibleName(tr("%1: %2").arg(name, FigureText::value(reading().figure)));
    if (!isEditing())
        setAccessibleDescription(QStringList{changeWords(), basisWords(), CoverageWords::sentence(page().coverage)}.join(QStringLiteral(". ")));
    QStringList words{FigureText::definition(tile().metric)};
    if (const auto interval = FigureText::interval(reading().figure); !interval.isEmpty())
        words << interval;
    for (const auto &note : reading().figure.notes)
        words << FigureText::note(note, page().zone);
    if (asksForNumbers())
        words << OwnNumbers::of(tile().metric)->emptyWords().value(1);
    if (tellsTone(tile()) && page().accuracy && page().tones)
        words << FigureText::tones(*page().accuracy, *page().tones);
    words << CoverageWords::sentence(page().coverage) << tr("Press to see what is behind it.");
    setToolTip(QStringLiteral("<p>%1</p>").arg(words.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("</p><p>"))));
}

void FigureCard::showReading()
{
    retranslate();
}

QRect FigureCard::coverageRect() const
{
    return {kMargin, rect().bottom() - kMargin - 2, width() - 2 * kMargin, kMargin};
}

void FigureCard::open()
{
    if (isLoaded() && !reading().error)
        Q_EMIT behindWanted(behindTile(tile(), reading(), page()));
}

void FigureCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (isEditing()) {
        TileCard::mouseReleaseEvent(event);
        return;
    }
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    if (isLoaded() && coverageRect().contains(event->position().toPoint()))
        Q_EMIT coverageWanted();
    else
        open();
}

void FigureCard::keyPressEvent(QKeyEvent *event)
{
    if (!isEditing() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        open();
    else
        TileCard::keyPressEvent(event);
}

void FigureCard::resizeEvent(QResizeEvent *event)
{
    TileCard::resizeEvent(event);
    update();
}

void FigureCard::paintCurve(QPainter &painter, const QRectF &rect) const
{
    if (reading().series.lines.empty())
        return;
    const auto &points = reading().series.lines.front().points;
    double low = 0, high = 0;
    bool any = false;
    for (const auto &point : points)
        if (point.value) {
            low = any ? std::min(low, *point.value) : *point.value;
            high = any ? std::max(high, *point.value) : *point.value;
            any = true;
        }
    if (!any || points.size() < 2)
        return;
    if (high - low < 1e-9)
        high = low + 1;
    const double step = rect.width() / static_cast<double>(points.size() - 1);
    QPainterPath path;
    bool pen = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].value) {
            pen = false; // a day without data is a hole in the line, not a zero
            continue;
        }
        const QPointF at(rect.left() + step * static_cast<double>(i), rect.bottom() - (*points[i].value - low) / (high - low) * rect.height());
        pen ? path.lineTo(at) : path.moveTo(at);
        pen = true;
    }
    painter.setPen(QPen(Theme::of(this).colors().accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void FigureCard::paintEvent(QPaintEvent *event)
{
    if (!isLoaded()) {
        TileCard::paintEvent(event);
        return;
    }
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    paintFrame(painter);
    QRect inner = rect().adjusted(kMargin, kGap, -kMargin, -kGap);
    const auto line = [&](TextSize size, QFont::Weight weight, const QColor &color, const QString &text, int right = 0) {
        painter.setFont(theme.font(size, weight));
        painter.setPen(color);
        const int height = QFontMetrics(painter.font()).height();
        paint::elided(painter, QRect(inner.left(), inner.top(), inner.width() - right, height), text);
        inner.setTop(inner.top() + height + 2);
    };
    line(TextSize::Small, QFont::Normal, colors.muted, TileWords::title(tile()), isEditing() ? head()->sizeHint().width() : 0);
    const auto value = FigureText::value(reading().figure);
    const QFontMetrics figure(theme.font(TextSize::Figure, QFont::Bold));
    const int curve = std::min(inner.width() * 2 / 5, inner.width() - figure.horizontalAdvance(value) - kGap - kGrid);
    const bool curved = !isEditing() && curve >= theme.scaled(32); // the number comes first where there is no room for both, and so do the buttons of editing
    const QRectF curveRect(inner.right() - curve, inner.top() + 4, curve, figure.height() - 12);
    line(TextSize::Figure, QFont::Bold, reading().figure.value ? colors.fg : colors.muted, value, curved ? curve + kGap : 0);
    if (curved)
        paintCurve(painter, curveRect);
    const int direction = reading().change ? FigureText::direction(*reading().change) : 0;
    line(TextSize::Small, QFont::Normal, direction > 0 ? colors.pos : direction < 0 || reading().error ? colors.neg : colors.muted, changeWords());
    line(TextSize::Small, QFont::Normal, colors.muted, basisWords());
    const auto foot = coverageRect();
    paint::coverage(painter, theme, QRect(foot.left(), foot.top() + 4, foot.width(), 3), stretchesOf(page().coverage));
    const int height = QFontMetrics(painter.font()).height();
    if (foot.top() - height < inner.top() || asksForNumbers())
        return; // its words are one hover away
    painter.setPen(page().coverage.openGaps > 0 ? colors.neg : colors.muted);
    paint::elided(painter, QRect(foot.left(), foot.top() - height, foot.width(), height), CoverageWords::sentence(page().coverage));
}

} // namespace vigie::ui
