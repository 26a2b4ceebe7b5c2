// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/charts.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/indicator_text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QDate>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

void colourAxis(QAbstractAxis &axis, const Theme &theme)
{
    axis.setLabelsColor(theme.colors().muted);
    axis.setLabelsFont(theme.font(TextSize::Small));
    axis.setGridLineColor(theme.colors().line);
    axis.setLinePenColor(theme.colors().line);
}

/// A round number above `most`, so that the axis ends at something one says aloud.
double roundAbove(double most)
{
    const double size = std::pow(10, std::floor(std::log10(std::max(most, 4.0))));
    for (const double factor : {1.0, 2.0, 4.0, 5.0, 10.0})
        if (size * factor >= most)
            return std::max(4.0, size * factor);
    return most;
}

qint64 momentOf(std::int32_t day)
{
    return QDate(1970, 1, 1).addDays(day).startOfDay().toMSecsSinceEpoch();
}

/// A few days written under the chart, the same for lines and bars.
QDateTimeAxis *dayAxis(QChart &chart, const insight::DashboardPage &page, const Theme &theme)
{
    auto *axis = new QDateTimeAxis(&chart);
    axis->setFormat(QStringLiteral("d MMM"));
    axis->setTickCount(std::clamp(static_cast<int>(page.days.size()), 2, 6));
    if (!page.days.empty())
        axis->setRange(QDateTime::fromMSecsSinceEpoch(momentOf(page.days.front().day)), QDateTime::fromMSecsSinceEpoch(momentOf(page.days.back().day)));
    colourAxis(*axis, theme);
    axis->setGridLineVisible(false);
    chart.addAxis(axis, Qt::AlignBottom);
    return axis;
}

QValueAxis *countAxis(QChart &chart, double most, const Theme &theme)
{
    auto *axis = new QValueAxis(&chart);
    axis->setRange(0, roundAbove(most));
    axis->setTickCount(5);
    axis->setLabelFormat(QStringLiteral("%.0f"));
    colourAxis(*axis, theme);
    chart.addAxis(axis, Qt::AlignLeft);
    return axis;
}

} // namespace

ChartCard::ChartCard(QWidget *parent) : QWidget(parent), title_(roleLabel(QStringLiteral("title"))), coverage_(roleLabel(QStringLiteral("muted"))), view_(new QChartView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGrid);
    layout->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->addWidget(title_);
    header->addStretch();
    header->addWidget(coverage_);
    layout->addLayout(header);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setMinimumHeight(160);
    view_->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(view_, 1);
    connect(&const_cast<Theme &>(Theme::of(this)), &Theme::changed, this, [this] { refill(); });
}

void ChartCard::setPage(const insight::DashboardPage &page)
{
    page_ = page;
    loaded_ = true;
    refill();
}

void ChartCard::refill()
{
    title_->setText(title());
    if (!loaded_)
        return;
    const auto &theme = Theme::of(this);
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, kGrid, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(theme.colors().muted);
    chart->legend()->setFont(theme.font(TextSize::Small));
    fill(*chart, page_);
    auto *before = view_->chart();
    view_->setChart(chart);
    delete before;
    coverage_->setText(IndicatorText::coverage(page_.coverage));
    view_->setAccessibleName(title());
    view_->setAccessibleDescription(spoken(page_));
    update();
}

void ChartCard::renderTo(QPainter &painter, const QRectF &rect)
{
    view_->render(&painter, rect, view_->viewport()->rect(), Qt::KeepAspectRatio);
}

void ChartCard::paintEvent(QPaintEvent *)
{
    const auto &colors = Theme::of(this).colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.pane);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void ChartCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QWidget::changeEvent(event);
}

QString ChartCard::dayName(std::int32_t day)
{
    return QLocale().toString(QDate(1970, 1, 1).addDays(day), QStringLiteral("d MMM"));
}

QString MentionsChart::title() const
{
    return tr("Mentions a day");
}

void MentionsChart::fill(QChart &chart, const insight::DashboardPage &page)
{
    const auto &theme = Theme::of(this);
    double most = 1;
    const auto series = [&](const std::vector<store::DayCell> &days, const QString &name, const QPen &pen) {
        auto *line = new QLineSeries(&chart);
        line->setName(name);
        line->setPen(pen);
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto total = static_cast<double>(days[i].total());
            most = std::max(most, total);
            line->append(static_cast<double>(momentOf(page.days[std::min(i, page.days.size() - 1)].day)), total);
        }
        chart.addSeries(line);
        return line;
    };
    auto *before = series(page.daysBefore, tr("Period before"), QPen(theme.colors().muted, 1.2, Qt::DashLine));
    auto *now = series(page.days, tr("This period"), QPen(theme.colors().accent, 2));
    auto *down = countAxis(chart, most, theme);
    auto *days = dayAxis(chart, page, theme);
    for (auto *line : {before, now}) {
        line->attachAxis(down);
        line->attachAxis(days);
    }
}

QString MentionsChart::spoken(const insight::DashboardPage &page) const
{
    QStringList lines;
    for (const auto &day : page.days)
        lines << tr("%1: %n mention(s)", "", static_cast<int>(day.total())).arg(dayName(day.day));
    return lines.join(QLatin1Char('\n'));
}

QString ToneChart::title() const
{
    return tr("Tone of each day");
}

void ToneChart::fill(QChart &chart, const insight::DashboardPage &page)
{
    const auto &theme = Theme::of(this);
    auto *bars = new QStackedBarSeries(&chart);
    auto *negative = new QBarSet(tr("▼ negative")), *neutral = new QBarSet(tr("● neutral")), *positive = new QBarSet(tr("▲ positive"));
    negative->setColor(theme.colors().neg);
    neutral->setColor(theme.colors().chip);
    positive->setColor(theme.colors().pos);
    double most = 1;
    QStringList names;
    // Weeks when the period is long: bars of a pixel say nothing.
    const std::size_t width = page.days.size() > 62 ? 7 : 1;
    const std::size_t bins = (page.days.size() + width - 1) / width;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        double down = 0, flat = 0, up = 0;
        for (std::size_t i = bin * width; i < std::min(page.days.size(), (bin + 1) * width); ++i) {
            down += static_cast<double>(page.days[i].negative);
            flat += static_cast<double>(page.days[i].neutral);
            up += static_cast<double>(page.days[i].positive);
        }
        *negative << down;
        *neutral << flat;
        *positive << up;
        most = std::max(most, down + flat + up);
        names << QString::number(bin);
    }
    for (auto *set : {negative, neutral, positive}) {
        set->setBorderColor(Qt::transparent);
        bars->append(set);
    }
    bars->setBarWidth(0.8);
    chart.addSeries(bars);
    auto *days = new QBarCategoryAxis(&chart);
    days->append(names);
    days->setVisible(false);
    chart.addAxis(days, Qt::AlignBottom);
    bars->attachAxis(days);
    dayAxis(chart, page, theme); // the bars' own axis would cut every name to the width of a bar
    bars->attachAxis(countAxis(chart, most, theme));
}

QString ToneChart::spoken(const insight::DashboardPage &page) const
{
    QStringList lines;
    for (const auto &day : page.days)
        if (day.total() > 0)
            lines << tr("%1: %2 positive, %3 neutral, %4 negative").arg(dayName(day.day)).arg(day.positive).arg(day.neutral).arg(day.negative);
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie::ui
