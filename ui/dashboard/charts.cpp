// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/charts.hpp"

#include "ui/coverage/coverage_line.hpp"

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
#include <QGraphicsScene>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

constexpr int kLowest = 190, kPaperFont = 11, kPaperWidth = 760; ///< pixels of the drawing, before it is scaled to the page

void colourAxis(QAbstractAxis &axis, const ChartInk &ink)
{
    axis.setLabelsColor(ink.muted);
    axis.setLabelsFont(ink.font);
    axis.setGridLineColor(ink.line);
    axis.setLinePenColor(ink.line);
}

/// A round number above `most`, so that the axis ends at something one says aloud.
double roundAbove(double most)
{
    for (double size = 1;; size *= 10)
        for (const double quarters : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0}) // four even steps, each a whole number
            if (size * quarters * 4 >= most)
                return size * quarters * 4;
}

qint64 momentOf(std::int32_t day)
{
    return QDate(1970, 1, 1).addDays(day).startOfDay().toMSecsSinceEpoch();
}

/// A few days written under the chart, the same for lines and bars.
QDateTimeAxis *dayAxis(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink)
{
    auto *axis = new QDateTimeAxis(&chart);
    axis->setFormat(QStringLiteral("d MMM"));
    axis->setTickCount(std::clamp(static_cast<int>(page.days.size()), 2, 6));
    if (!page.days.empty())
        axis->setRange(QDateTime::fromMSecsSinceEpoch(momentOf(page.days.front().day)), QDateTime::fromMSecsSinceEpoch(momentOf(page.days.back().day)));
    colourAxis(*axis, ink);
    axis->setGridLineVisible(false);
    chart.addAxis(axis, Qt::AlignBottom);
    return axis;
}

QValueAxis *countAxis(QChart &chart, double most, const ChartInk &ink)
{
    auto *axis = new QValueAxis(&chart);
    axis->setRange(0, roundAbove(most));
    axis->setTickCount(5);
    axis->setLabelFormat(QStringLiteral("%.0f"));
    colourAxis(*axis, ink);
    chart.addAxis(axis, Qt::AlignLeft);
    return axis;
}

} // namespace

ChartCard::ChartCard(QWidget *parent) : QWidget(parent), title_(roleLabel(QStringLiteral("title"))), coverage_(new CoverageLine(this)), view_(new QChartView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGrid);
    layout->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->addWidget(title_);
    layout->addLayout(header);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFocusPolicy(Qt::StrongFocus);
    view_->viewport()->setMouseTracking(true);
    view_->viewport()->setCursor(Qt::PointingHandCursor);
    view_->viewport()->installEventFilter(this);
    layout->addWidget(view_, 1);
    layout->addWidget(coverage_);
    connect(coverage_, &QAbstractButton::clicked, this, &ChartCard::coveragePressed);
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
    const auto &colors = Theme::of(this).colors();
    view_->setMinimumHeight(Theme::of(this).scaled(kLowest));
    auto *chart = draw({colors.muted, colors.line, colors.accent, colors.pos, colors.neg, colors.chip, Theme::of(this).font(TextSize::Small)});
    auto *before = view_->chart();
    view_->setChart(chart);
    delete before;
    coverage_->setCoverage(page_.coverage, page_.zone, IndicatorText::coverage(page_));
    view_->setAccessibleName(title());
    view_->setAccessibleDescription(spoken(page_));
    update();
}

std::optional<std::int32_t> ChartCard::dayAt(const QPointF &point) const
{
    const auto *chart = view_->chart();
    if (!loaded_ || chart == nullptr || page_.days.empty())
        return std::nullopt;
    const auto area = chart->plotArea();
    const auto at = chart->mapFromScene(view_->mapToScene(point.toPoint()));
    if (!area.adjusted(-4, 0, 4, 0).contains(at) || area.width() <= 0)
        return std::nullopt;
    const double share = std::clamp((at.x() - area.left()) / area.width(), 0.0, 1.0);
    return page_.days[placeOf(share, page_.days.size())].day;
}

bool ChartCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view_->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (const auto day = dayAt(mouse->position()); day && mouse->button() == Qt::LeftButton)
            Q_EMIT dayPressed(*day);
    } else if (watched == view_->viewport() && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto day = dayAt(help->pos());
        QToolTip::showText(help->globalPos(), day ? spokenDay(page_, *day).toHtmlEscaped() : QString(), view_->viewport());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QChart *ChartCard::draw(const ChartInk &ink)
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, kGrid, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(ink.muted);
    chart->legend()->setFont(ink.font);
    fill(*chart, page_, ink);
    return chart;
}

void ChartCard::renderTo(QPainter &painter, const QRectF &rect)
{
    if (!loaded_ || rect.height() <= 0)
        return;
    // On paper the ink is the same whatever the window looks like, and the drawing takes the shape of its place.
    auto font = Theme::of(this).font(TextSize::Small);
    font.setPixelSize(kPaperFont);
    QGraphicsScene scene;
    auto *chart = draw({QColor(0x5A, 0x64, 0x70), QColor(0xD9, 0xDF, 0xE5), QColor(0x0B, 0x6E, 0x8A), QColor(0x1D, 0x7F, 0x4B), QColor(0xB8, 0x35, 0x2E),
                        QColor(0xD3, 0xDA, 0xE1), font});
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    const QRectF drawn(0, 0, kPaperWidth, kPaperWidth * rect.height() / rect.width());
    chart->resize(drawn.size());
    scene.setSceneRect(drawn);
    scene.render(&painter, rect, drawn);
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

void MentionsChart::fill(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink)
{
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
    auto *before = series(page.daysBefore, tr("Period before"), QPen(ink.muted, 1.2, Qt::DashLine));
    auto *now = series(page.days, tr("This period"), QPen(ink.accent, 2));
    auto *down = countAxis(chart, most, ink);
    auto *days = dayAxis(chart, page, ink);
    for (auto *line : {before, now}) {
        line->attachAxis(down);
        line->attachAxis(days);
    }
}

std::size_t MentionsChart::placeOf(double share, std::size_t days) const
{
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(days - 1))); // points stand on the edges
}

QString MentionsChart::spokenDay(const insight::DashboardPage &page, std::int32_t day) const
{
    for (const auto &one : page.days)
        if (one.day == day)
            return tr("%1: %n mention(s)", "", static_cast<int>(one.total())).arg(dayName(day));
    return {};
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

void ToneChart::fill(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink)
{
    auto *bars = new QStackedBarSeries(&chart);
    auto *negative = new QBarSet(tr("▼ negative")), *neutral = new QBarSet(tr("● neutral")), *positive = new QBarSet(tr("▲ positive"));
    negative->setColor(ink.neg);
    neutral->setColor(ink.neutral);
    positive->setColor(ink.pos);
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
    dayAxis(chart, page, ink); // the bars' own axis would cut every name to the width of a bar
    bars->attachAxis(countAxis(chart, most, ink));
}

std::size_t ToneChart::placeOf(double share, std::size_t days) const
{
    return std::min(days - 1, static_cast<std::size_t>(share * static_cast<double>(days))); // bars stand between the edges
}

QString ToneChart::spokenDay(const insight::DashboardPage &page, std::int32_t day) const
{
    for (const auto &one : page.days)
        if (one.day == day)
            return tr("%1: %2 positive, %3 neutral, %4 negative").arg(dayName(day)).arg(one.positive).arg(one.neutral).arg(one.negative);
    return {};
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
