// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, offscreen at 1200 x 500: from new data to the painted picture, 5 x 365 and 100,000 points, beside Qt Charts with the same
// points in the same run; and eight charts of a page. Goals (speed.md 6.2): 3 ms, 4 ms, and 100 ms for the page.
//   bench_charts [any]  with an argument (as a test, beside others) goals are told, not binding
#include "bench/measure.hpp"

#include "ui/dashboard/chart_paint.hpp"

#include <QApplication>
#include <QChart>
#include <QGraphicsScene>
#include <QImage>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace vigie;
using namespace vigie::bench;
using ui::ChartData;

namespace {

constexpr int kRounds = 40, kLeastRounds = 3, kWide = 1200, kTall = 500;
constexpr double kLongEnoughMs = 4000; ///< a slow peer is not painted forty times: of 100,000 points Qt Charts paints one in seconds
int missed = 0;
bool binding = true;

ChartData curves(int lines, int places)
{
    ChartData data;
    for (int place = 0; place < places; ++place) {
        data.places << QString::number(place);
        data.axis << QString::number(place);
    }
    for (int line = 0; line < lines; ++line) {
        ui::ChartLine one;
        one.name = QStringLiteral("line %1").arg(line);
        one.colour = line;
        for (int place = 0; place < places; ++place)
            one.points.push_back({50 + 40 * std::sin(place * 0.05 + line) + (place * 7919 + line * 104729) % 17, {}, 1});
        data.lines.push_back(std::move(one));
    }
    return data;
}

double median(const std::function<void(int)> &work)
{
    std::vector<double> times;
    double all = 0;
    for (int round = 0; round < kRounds && (round < kLeastRounds || all < kLongEnoughMs); ++round) {
        times.push_back(threadSeconds([&] { work(round); }) * 1e3);
        all += times.back();
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

void paint(QImage &image, const ChartData &data, const ui::ChartInk &ink)
{
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintChart(painter, data, ui::frameOf(data, QRectF(0, 0, image.width(), image.height()), ink, {}), ink);
}

double ours(int lines, int places, const ui::ChartInk &ink)
{
    QImage image(kWide, kTall, QImage::Format_ARGB32_Premultiplied);
    auto data = curves(lines, places);
    return median([&](int round) {
        data.lines.front().points.front().value = round; // new data: nothing may be kept of the picture
        paint(image, data, ink);
    });
}

double qtCharts(int lines, int places)
{
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(kWide, kTall);
    const auto data = curves(lines, places);
    std::vector<QLineSeries *> series;
    for (int line = 0; line < lines; ++line) {
        series.push_back(new QLineSeries(chart));
        chart->addSeries(series.back());
    }
    chart->createDefaultAxes();
    QImage image(kWide, kTall, QImage::Format_ARGB32_Premultiplied);
    return median([&](int round) {
        for (std::size_t line = 0; line < series.size(); ++line) {
            QList<QPointF> points;
            for (std::size_t i = 0; i < data.lines[line].points.size(); ++i)
                points << QPointF(static_cast<double>(i), i == 0 ? round : *data.lines[line].points[i].value);
            series[line]->replace(points);
        }
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        scene.render(&painter);
    });
}

void goal(const char *what, double figure, double limit, double peer)
{
    fmt::print("  {} {}: {:.2f} ms (goal {:g}; Qt Charts {:.2f} ms, {:.1f} times)\n", figure <= limit ? "ok  " : binding ? "FAIL" : "over", what, figure, limit, peer, peer / figure);
    std::fflush(stdout);
    missed += figure > limit && binding ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    binding = argc < 2;
    const auto ink = ui::ChartInk::paper(QApplication::font());
    goal("5 x 365 points, new data to picture", ours(5, 365, ink), 3, qtCharts(5, 365));
    goal("100,000 points, new data to picture", ours(1, 100'000, ink), 4, qtCharts(1, 100'000));
    std::vector<ChartData> page;
    for (const auto shape : {ChartData::Shape::Lines, ChartData::Shape::Stacked, ChartData::Shape::Shares, ChartData::Shape::Columns})
        for (const int places : {30, 52}) {
            page.push_back(curves(shape == ChartData::Shape::Columns ? 1 : 4, places));
            page.back().shape = shape;
        }
    QImage image(600, 320, QImage::Format_ARGB32_Premultiplied);
    const double eight = median([&](int) {
        for (const auto &chart : page)
            paint(image, chart, ink);
    });
    fmt::print("  {} eight charts of a page, painted anew: {:.2f} ms (of the 100 from a click)\n", eight < 50 ? "ok  " : binding ? "FAIL" : "over", eight);
    missed += eight >= 50 && binding ? 1 : 0;
    return missed == 0 ? 0 : 1;
}
