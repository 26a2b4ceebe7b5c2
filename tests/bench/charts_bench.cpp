// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, offscreen at 1200 x 500: from new data to the painted widget, 5 x 365 and 100,000 points, beside a bare QCustomPlot with the
// same points in the same run, on which they stand; and eight charts of a page. Goals (speed.md 6.2): 3 ms, 4 ms, and 100 ms for the page.
//   bench_charts [any]  with an argument (as a test, beside others) goals are told, not binding
#include "bench/measure.hpp"

#include "ui/dashboard/chart_scene.hpp"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace vigie;
using namespace vigie::bench;
using ui::ChartData;

namespace {

constexpr int kRounds = 40, kLeastRounds = 3, kWide = 1200, kTall = 500;
constexpr double kLongEnoughMs = 4000; ///< what is slow is not painted forty times
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

/// `before` is not counted.
double median(const std::function<void(int)> &work, const std::function<void(int)> &before = [](int) {})
{
    std::vector<double> times;
    double all = 0;
    for (int round = 0; round < kRounds && (round < kLeastRounds || all < kLongEnoughMs); ++round) {
        before(round);
        times.push_back(threadSeconds([&] { work(round); }) * 1e3);
        all += times.back();
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

/// As a window does: the widget draws itself.
void paint(QImage &image, QWidget &widget)
{
    image.fill(Qt::white);
    widget.render(&image, {}, {}, QWidget::DrawChildren);
}

double ours(int lines, int places, const ui::ChartInk &ink)
{
    QImage image(kWide, kTall, QImage::Format_ARGB32_Premultiplied);
    ui::ChartScene scene;
    scene.setInk(ink);
    scene.resize(kWide, kTall);
    const auto data = curves(lines, places);
    ChartData fresh;
    return median(
        [&](int) {
            scene.setData(std::move(fresh));
            paint(image, scene);
        },
        [&](int round) {
            fresh = data;
            fresh.lines.front().points.front().value = round; // new data: nothing may be kept of the picture
        });
}

/// What it costs without what Vigie puts around: fixed axes, plain lines of one pixel, no legend.
double bare(int lines, int places)
{
    QCustomPlot plot;
    plot.resize(kWide, kTall);
    plot.setViewport(plot.rect());
    plot.setPlottingHint(QCP::phFastPolylines);
    plot.xAxis->setRange(0, places);
    plot.yAxis->setRange(0, 120);
    const auto data = curves(lines, places);
    for (int line = 0; line < lines; ++line)
        plot.addGraph();
    QImage image(kWide, kTall, QImage::Format_ARGB32_Premultiplied);
    return median([&](int round) {
        for (int line = 0; line < lines; ++line) {
            const auto &points = data.lines[static_cast<std::size_t>(line)].points;
            QVector<QCPGraphData> values;
            values.reserve(static_cast<qsizetype>(points.size()));
            for (std::size_t i = 0; i < points.size(); ++i)
                values.push_back({static_cast<double>(i), i == 0 ? round : *points[i].value});
            plot.graph(line)->data()->set(values, true);
        }
        plot.replot();
        paint(image, plot);
    });
}

void goal(const char *what, double figure, double limit, double peer)
{
    fmt::print("  {} {}: {:.2f} ms (goal {:g}; bare QCustomPlot {:.2f} ms, {:.1f} times that)\n", figure <= limit ? "ok  " : binding ? "FAIL" : "over", what, figure, limit, peer, figure / peer);
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
    goal("5 x 365 points, new data to widget", ours(5, 365, ink), 3, bare(5, 365));
    goal("100,000 points, new data to widget", ours(1, 100'000, ink), 4, bare(1, 100'000));
    std::vector<ChartData> page;
    std::vector<std::unique_ptr<ui::ChartScene>> scenes;
    for (const auto shape : {ChartData::Shape::Lines, ChartData::Shape::Stacked, ChartData::Shape::Shares, ChartData::Shape::Columns})
        for (const int places : {30, 52}) {
            page.push_back(curves(shape == ChartData::Shape::Columns ? 1 : 4, places));
            page.back().shape = shape;
            scenes.push_back(std::make_unique<ui::ChartScene>());
            scenes.back()->setInk(ink);
            scenes.back()->resize(600, 320);
        }
    QImage image(600, 320, QImage::Format_ARGB32_Premultiplied);
    const double eight = median([&](int) {
        for (std::size_t i = 0; i < page.size(); ++i) {
            scenes[i]->setData(page[i]);
            paint(image, *scenes[i]);
        }
    });
    fmt::print("  {} eight charts of a page, painted anew: {:.2f} ms (of the 100 from a click)\n", eight < 50 ? "ok  " : binding ? "FAIL" : "over", eight);
    missed += eight >= 50 && binding ? 1 : 0;
    return missed == 0 ? 0 : 1;
}
