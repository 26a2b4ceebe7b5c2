// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_scene.hpp"

#include "ui/dashboard/chart_axes.hpp"
#include "ui/dashboard/chart_plottables.hpp"
#include "ui/dashboard/formula_words.hpp"
#include "ui/theme/theme.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::ui {

namespace {

constexpr int kMarks = 5, kDays = 6, kHead = 26, kNear = 14;
constexpr double kDot = 4, kPointSize = 10, kAir = 0.08;
constexpr auto kNothing = std::numeric_limits<double>::quiet_NaN();

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

/// On a day, so many pixels above the plot.
void above(QCPItemPosition &position, double day, double pixels, double top)
{
    position.setTypeX(QCPItemPosition::ptPlotCoords);
    position.setTypeY(QCPItemPosition::ptAbsolute);
    position.setCoords(day, top - pixels);
}

} // namespace

ObjectivesScene::ObjectivesScene(QWidget *parent) : PlotScene(parent)
{
    bareAxes(*this);
    upright_ = keepOver(new QCPItemLine(this));
    dot_ = keepOver(new QCPItemTracer(this));
    dot_->setStyle(QCPItemTracer::tsCircle);
    dot_->setSize(kPointSize);
}

void ObjectivesScene::setCurve(const insight::IndicatorCurve &curve)
{
    curve_ = curve;
    range_ = rangeOf();
    touch();
}

void ObjectivesScene::setPoint(std::optional<std::size_t> point)
{
    if (point == point_)
        return;
    point_ = point;
    if (!isDrawn())
        return; // it is placed when the scene is
    placePoint();
    redrawOver();
}

void ObjectivesScene::placePoint()
{
    const bool shown = point_ && *point_ < curve_.points.size();
    upright_->setVisible(shown);
    dot_->setVisible(shown && curve_.points[*point_].value.has_value());
    if (!shown)
        return;
    const auto &point = curve_.points[*point_];
    const auto &colors = Theme::of(this).colors();
    upright_->start->setCoords(point.day, range_.high);
    upright_->end->setCoords(point.day, range_.low);
    upright_->setPen(QPen(colors.fg, 1));
    dot_->position->setCoords(point.day, point.value.value_or(range_.low));
    dot_->setPen(QPen(colors.accent, 2));
    dot_->setBrush(colors.pane);
}

std::optional<std::size_t> ObjectivesScene::pointAt(const QPointF &pixel)
{
    settle();
    std::optional<std::size_t> best;
    double least = kNear;
    for (std::size_t i = 0; i < curve_.points.size(); ++i)
        if (const double away = std::abs(xAxis->coordToPixel(curve_.points[i].day) - pixel.x()); away < least) {
            least = away;
            best = i;
        }
    return best;
}

ObjectivesScene::Range ObjectivesScene::rangeOf() const
{
    const auto &standing = curve_.standing;
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
    std::for_each(curve_.points.begin(), curve_.points.end(), see);
    std::for_each(curve_.earlier.begin(), curve_.earlier.end(), see);
    if (standing.indicator.target) {
        values.push_back(*standing.indicator.target);
        values.push_back(standing.path.startValue.value_or(*standing.indicator.target));
        from = std::min<double>(from, standing.indicator.start);
        if (standing.due)
            to = std::max<double>(to, *standing.due + 1);
    }
    Range range{from, std::max(to, from + 1), 0, 1};
    if (!values.empty()) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const double air = *high > *low ? (*high - *low) * kAir : std::max(1.0, std::abs(*high) * kAir);
        const double from0 = *low >= 0 && *low - air < 0 ? 0 : *low - air; // counts do not go below nothing
        // One step less than there are marks: whatever the lowest mark is rounded to, all of it stays below the highest.
        const double step = roundStep((*high + air - from0) / (kMarks - 1), standing.value.unit == insight::FormulaUnit::of(insight::Unit::Seconds));
        range.low = std::floor(from0 / step) * step;
        range.high = range.low + kMarks * step;
    }
    return range;
}

void ObjectivesScene::build()
{
    const auto &colors = Theme::of(this).colors();
    dress();
    updateLayout();
    addBand();
    addPath();
    addLine(curve_.earlier, QPen(colors.muted, 1, Qt::DotLine));
    addLine(curve_.points, QPen(colors.accent, 2));
    addActions();
    placePoint();
}

void ObjectivesScene::dress()
{
    const auto &theme = Theme::of(this);
    const auto font = theme.font(TextSize::Small);
    const QFontMetricsF metrics(font);
    QMap<double, QString> values, days;
    double left = 0;
    for (int i = 0; i <= kMarks; ++i) {
        const double value = range_.low + (range_.high - range_.low) * i / kMarks;
        values.insert(value, FormulaWords::value(value, curve_.standing.value.unit));
        left = std::max(left, metrics.horizontalAdvance(values.last()));
    }
    const auto dayText = [](double day) { return FormulaWords::day(static_cast<std::int32_t>(day)); };
    const double wide = std::max(metrics.horizontalAdvance(dayText(range_.fromDay)), metrics.horizontalAdvance(dayText(range_.toDay))) + 2;
    left = std::max(left + kGap, wide / 2);
    const double room = (viewport().width() - left - wide / 2) / (wide + 2 * kMargin);
    const int steps = std::clamp(static_cast<int>(room), 1, kDays);
    for (int i = 0; i <= steps; ++i) {
        const double day = std::round(range_.fromDay + (range_.toDay - range_.fromDay) * i / steps);
        days.insert(day, dayText(day));
    }
    const auto put = [&](QCPAxis &axis, const QMap<double, QString> &ticks) {
        QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
        ticker->setTicks(ticks);
        axis.setTicker(ticker);
        axis.setTickLabelFont(font);
        axis.setTickLabelColor(theme.colors().muted);
        axis.grid()->setPen(QPen(theme.colors().line, 0));
    };
    put(*xAxis, days);
    put(*yAxis, values);
    xAxis->setTickLabelPadding(kGrid + 2);
    xAxis->setRange(range_.fromDay, range_.toDay);
    yAxis->setRange(range_.low, range_.high);
    axisRect()->setMargins({static_cast<int>(std::ceil(left)), theme.scaled(kHead), static_cast<int>(std::ceil(wide / 2)) + 1, static_cast<int>(std::ceil(metrics.height())) + 2 * kGrid});
}

QCPGraph *ObjectivesScene::graph(const QVector<QCPGraphData> &points, const QPen &pen)
{
    auto *curve = new ChartCurve(xAxis, yAxis);
    curve->data()->set(points, true);
    curve->setPen(pen);
    curve->setSelectable(QCP::stNone);
    return curve;
}

void ObjectivesScene::addBand()
{
    QVector<QCPGraphData> low, high;
    for (const auto &point : curve_.points) {
        low.push_back({static_cast<double>(point.day), point.interval ? point.interval->low : kNothing});
        high.push_back({static_cast<double>(point.day), point.interval ? point.interval->high : kNothing});
    }
    auto *below = graph(low, Qt::NoPen), *over = graph(high, Qt::NoPen);
    over->setBrush(Theme::of(this).colors().accentBg);
    over->setChannelFillGraph(below);
}

void ObjectivesScene::addPath()
{
    const auto &colors = Theme::of(this).colors();
    const auto &standing = curve_.standing;
    if (!standing.indicator.target)
        return;
    const double target = *standing.indicator.target;
    graph({{range_.fromDay, target}, {range_.toDay, target}}, QPen(colors.pos, 1));
    if (standing.due && standing.path.startValue)
        graph({{static_cast<double>(standing.indicator.start), *standing.path.startValue}, {*standing.due + 1.0, target}}, QPen(colors.muted, 1.5, Qt::DashLine));
}

void ObjectivesScene::addLine(const std::vector<insight::CurvePoint> &points, const QPen &pen)
{
    QVector<QCPGraphData> line;
    int version = points.empty() ? 0 : points.front().version;
    for (const auto &point : points) {
        if (!point.value || point.version != version) // a gap, or another formula: no line leads there
            line.push_back({point.day - 0.5, kNothing});
        version = point.version;
        if (point.value)
            line.push_back({static_cast<double>(point.day), *point.value});
    }
    graph(line, pen)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), kDot));
}

void ObjectivesScene::addActions()
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const auto font = theme.font(TextSize::Small);
    const QFontMetricsF metrics(font);
    const QRectF plot = area();
    double free = plot.left();
    for (const auto &action : curve_.actions) {
        if (!action.day || *action.day < range_.fromDay || *action.day > range_.toDay)
            continue;
        auto *line = new QCPItemLine(this), *head = new QCPItemLine(this);
        line->setPen(QPen(colors.warn, 1, Qt::DashDotLine));
        above(*line->start, *action.day, kGrid, plot.top());
        line->end->setCoords(*action.day, range_.low);
        head->setPen(QPen(colors.warn, 1));
        head->setHead(QCPLineEnding(QCPLineEnding::esFlatArrow, 2 * kGrid, 2 * kGrid));
        above(*head->start, *action.day, 2 * kGrid, plot.top());
        above(*head->end, *action.day, 0, plot.top());
        line->setClipToAxisRect(false);
        head->setClipToAxisRect(false);
        const double x = xAxis->coordToPixel(*action.day);
        if (x < free)
            continue; // its name is in the list below
        const auto name = QString::fromStdString(action.name);
        const double wide = metrics.horizontalAdvance(name) + kGap;
        const bool before = plot.right() - x < wide && x - wide > free; // near the end: before its line
        auto *text = new QCPItemText(this);
        above(*text->position, *action.day, 3 * kGrid, plot.top());
        text->setPositionAlignment((before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        text->setText(before ? name : metrics.elidedText(name, Qt::ElideRight, std::max(0.0, width() - x)));
        text->setFont(font);
        text->setColor(colors.fg);
        text->setClipToAxisRect(false);
        free = before ? x : x + wide;
    }
}

} // namespace vigie::ui
