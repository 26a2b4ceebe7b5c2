// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_line.hpp"

#include "ui/coverage/coverage_stretches.hpp"
#include "ui/coverage/coverage_words.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace vigie::ui {

namespace {
constexpr int kBar = 4, kAbove = 1;
}

CoverageLine::CoverageLine(QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&const_cast<Theme &>(Theme::of(this)), &Theme::changed, this, &QWidget::updateGeometry);
    retranslate();
}

QSize CoverageLine::sizeHint() const
{
    return {100, kBar + kAbove + QFontMetrics(Theme::of(this).font(TextSize::Small)).height() + 3};
}

QSize CoverageLine::minimumSizeHint() const
{
    return {20, sizeHint().height()};
}

QRect CoverageLine::barRect() const
{
    return {0, 0, width(), kBar};
}

void CoverageLine::setCoverage(Coverage coverage, std::string zone, const QString &sentence)
{
    coverage_ = std::move(coverage);
    zone_ = std::move(zone);
    sentence_ = sentence;
    stretches_ = stretchesOf(*coverage_);
    retranslate();
    update();
}

QString CoverageLine::words() const
{
    return coverage_ ? CoverageWords::sentences(*coverage_, zone_) : tr("Coverage is being looked up.");
}

QString CoverageLine::sentence() const
{
    if (!coverage_)
        return tr("Coverage is being looked up.");
    return sentence_.isEmpty() ? CoverageWords::sentence(*coverage_) : sentence_;
}

void CoverageLine::retranslate()
{
    setAccessibleName(coverage_ ? tr("Coverage: %1").arg(sentence()) : tr("Coverage"));
    setAccessibleDescription(words());
    setToolTip(words() + QLatin1Char('\n') + tr("Press to see every gap, and to fill it."));
}

void CoverageLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void CoverageLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CoverageLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    paint::coverage(painter, theme, barRect(), stretches_);
    const auto margins = contentsMargins(); // where the bar goes from edge to edge, and the words do not
    const QRect text(margins.left(), kBar + kAbove, width() - margins.left() - margins.right(), height() - kBar - kAbove);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(coverage_ && coverage_->openGaps > 0 ? colors.neg : underMouse() ? colors.fg : colors.muted);
    paint::elided(painter, text, sentence());
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, kBar, -1, -1));
    }
}

} // namespace vigie::ui
