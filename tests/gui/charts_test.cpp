// SPDX-License-Identifier: GPL-3.0-or-later
// Charts: what is drawn, said and put into the table is the same; keys alone reach every point; colours are told apart by all eyes.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_paint.hpp"
#include "ui/dashboard/chart_plot.hpp"
#include "ui/dashboard/chart_strokes.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTableWidget>
#include <QTest>
#include <QWheelEvent>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace vigie;
using namespace vigie::gui;
using ui::ChartData;
using ui::ChartLine;
using ui::ChartPlot;
using ui::ChartSpot;
using Shape = ChartData::Shape;

namespace {

ChartData sample(Shape shape, int lines, int places)
{
    ChartData data;
    data.shape = shape;
    for (int place = 0; place < places; ++place) {
        data.places << QStringLiteral("place %1").arg(place);
        data.axis << QString::number(place);
    }
    for (int line = 0; line < lines; ++line) {
        ChartLine one;
        one.name = QStringLiteral("line %1").arg(line);
        one.colour = line;
        for (int place = 0; place < places; ++place) {
            ui::ChartPoint point;
            if (place % 7 != 5 || shape != Shape::Lines) // a hole now and then
                point.value = 10 + (line * 13 + place * 7) % 29;
            point.rows = static_cast<std::int64_t>(point.value.value_or(0));
            one.points.push_back(point);
        }
        data.lines.push_back(std::move(one));
    }
    return data;
}

ui::ChartInk ink()
{
    return ui::ChartInk::paper(QApplication::font());
}

/// Pixels that are not ground.
int inked(const ChartData &data, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const auto frame = ui::frameOf(data, QRectF(QPointF(0, 0), size), ink(), {});
    ui::paintChart(painter, data, frame, ink());
    painter.end();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
    return count;
}

using Lab = std::array<double, 3>;

/// As eyes without one kind of cone see it (Machado, Oliveira and Fernandes 2009, severity 1), in CIE L*a*b*.
Lab seen(const QColor &color, const std::array<std::array<double, 3>, 3> &eye)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const std::array<double, 3> rgb{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = std::clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0.0, 1.0);
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.95047), y = root(0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]),
                 z = root((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

} // namespace

TEST_CASE("Every shape of chart leaves ink, small, large and without data", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    for (const auto shape : {Shape::Lines, Shape::Stacked, Shape::Shares, Shape::Heat, Shape::Columns, Shape::Funnel}) {
        INFO(static_cast<int>(shape));
        const auto data = sample(shape, shape == Shape::Columns || shape == Shape::Funnel ? 1 : 3, shape == Shape::Funnel ? 3 : 24);
        CHECK(inked(data, {640, 280}) > 1500);
        CHECK(inked(data, {160, 90}) > 100);
        CHECK(inked(data, {1, 1}) >= 0);
        auto none = data;
        for (auto &line : none.lines)
            for (auto &point : line.points)
                point.value.reset();
        CHECK(none.empty());
        CHECK(inked(none, {640, 280}) < inked(data, {640, 280}));
    }
}

TEST_CASE("A hundred thousand points leave the same outline as their least and most", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = sample(Shape::Lines, 1, 100'000);
    for (std::size_t i = 0; i < data.lines[0].points.size(); ++i)
        data.lines[0].points[i].value = i == 50'000 ? 1000 : 5;
    const auto frame = ui::frameOf(data, QRectF(0, 0, 800, 300), ink(), {});
    const auto top = ui::spotRect(data, frame, {0, 50'000}).center();
    QImage image(800, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintChart(painter, data, frame, ink());
    painter.end();
    int marked = 0; // the one point that stands out is drawn, in its place
    for (int x = static_cast<int>(top.x()) - 2; x <= static_cast<int>(top.x()) + 2; ++x)
        marked += image.pixel(x, static_cast<int>(top.y()) + 20) != qRgb(255, 255, 255) ? 1 : 0;
    CHECK(marked > 0);
}

TEST_CASE("Dashes go on around corners as along a straight line", "[charts]")
{
    const auto lengthOf = [](const QList<QLineF> &lines) {
        double all = 0;
        for (const auto &line : lines)
            all += line.length();
        return all;
    };
    const QPolygonF straight{{0, 0}, {100, 0}};
    QPolygonF bent; // the same way, in steps that end within dashes and within gaps
    for (int x = 0; x <= 50; ++x)
        bent << QPointF(x, 0);
    for (int y = 5; y <= 50; y += 5)
        bent << QPointF(50, y);
    const QList<double> pattern{4, 2};
    CHECK(lengthOf(ui::dashesOf(straight, pattern)) == Approx(16 * 4 + 4)); // 16 whole turns of 6 px, and 4 px of the next dash
    CHECK(lengthOf(ui::dashesOf(bent, pattern)) == Approx(16 * 4 + 4));
    CHECK(ui::dashesOf(straight, pattern).size() == 17);
    for (const QList<double> &none : {QList<double>{}, QList<double>{3, 0}}) {
        CHECK(ui::dashesOf(bent, none).size() == bent.size() - 1);
        CHECK(lengthOf(ui::dashesOf(bent, none)) == Approx(100));
    }
    CHECK(ui::dashesOf({{5, 5}}, pattern).isEmpty());
    CHECK(ui::dashesOf({{5, 5}, {5, 5}}, pattern).isEmpty());
}

TEST_CASE("The table behind a chart holds each of its values", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    for (const auto shape : {Shape::Lines, Shape::Stacked, Shape::Shares, Shape::Heat, Shape::Columns}) {
        const auto data = sample(shape, shape == Shape::Columns ? 1 : 4, 9);
        QTableWidget table;
        ui::ChartWords::fill(table, data);
        const bool heat = shape == Shape::Heat;
        REQUIRE(table.rowCount() == (heat ? static_cast<int>(data.lines.size()) : data.size()));
        for (int line = 0; line < static_cast<int>(data.lines.size()); ++line)
            for (int place = 0; place < data.size(); ++place) {
                const auto text = table.item(heat ? line : place, heat ? place : line)->text();
                const auto &value = data.at(line, place)->value;
                CHECK(text.contains(value ? ui::format::number(*value) : ui::ChartWords::value(data, {line, place})));
                CHECK(ui::ChartWords::point(data, {line, place}).contains(text));
            }
    }
}

TEST_CASE("Keys alone go to every point, say it, and open it", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    ChartPlot plot;
    plot.resize(600, 240);
    plot.setData(sample(Shape::Lines, 2, 12));
    plot.show();
    plot.setFocus();
    std::vector<ChartSpot> opened;
    QObject::connect(&plot, &ChartPlot::opened, &plot, [&](const ChartSpot &spot) { opened.push_back(spot); });
    std::set<int> reached;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(&plot, Qt::Key_Right);
        REQUIRE(plot.cursor());
        reached.insert(plot.cursor()->place);
        CHECK(plot.accessibleDescription() == ui::ChartWords::point(plot.data(), *plot.cursor()));
    }
    CHECK(reached.size() == 11); // place 5 is a hole: nothing to say
    CHECK(reached.count(5) == 0);
    QTest::keyClick(&plot, Qt::Key_Down);
    CHECK(plot.cursor()->line == 1);
    QTest::keyClick(&plot, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened.front() == *plot.cursor());
    QTest::keyClick(&plot, Qt::Key_Home);
    CHECK(plot.cursor()->place == 0);
    QTest::keyClick(&plot, Qt::Key_End);
    CHECK(plot.cursor()->place == 11);
}

TEST_CASE("A chart is zoomed by keys and by Ctrl with the wheel, around what is looked at, and back", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    ChartPlot plot;
    plot.resize(600, 240);
    plot.setData(sample(Shape::Stacked, 2, 60));
    plot.show();
    QTest::keyClick(&plot, Qt::Key_End);
    const int place = plot.cursor()->place;
    QTest::keyClick(&plot, Qt::Key_Plus);
    CHECK(plot.range().last - plot.range().first < 60);
    CHECK(plot.range().first <= place);
    CHECK(plot.range().last >= place + 1);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&plot, Qt::Key_Plus);
    CHECK(plot.range().last - plot.range().first >= 4); // no nearer than can be read
    QTest::keyClick(&plot, Qt::Key_0);
    CHECK(plot.range() == ui::ChartRange{});
    const auto wheel = [&](Qt::KeyboardModifiers keys) {
        QWheelEvent event(QPointF(300, 100), plot.mapToGlobal(QPointF(300, 100)), {}, QPoint(0, 120), Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
    };
    wheel(Qt::NoModifier); // the page scrolls
    CHECK(plot.range() == ui::ChartRange{});
    wheel(Qt::ControlModifier);
    CHECK(plot.range().last > 0);
}

TEST_CASE("What is pressed is the point that is drawn there", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    for (const auto shape : {Shape::Lines, Shape::Stacked, Shape::Shares, Shape::Heat, Shape::Funnel}) {
        INFO(static_cast<int>(shape));
        ChartPlot plot;
        plot.resize(640, 300);
        plot.setData(sample(shape, shape == Shape::Funnel ? 1 : 3, shape == Shape::Funnel ? 3 : 8));
        plot.show();
        std::vector<ChartSpot> opened;
        QObject::connect(&plot, &ChartPlot::opened, &plot, [&](const ChartSpot &spot) { opened.push_back(spot); });
        for (int line = 0; line < static_cast<int>(plot.data().lines.size()); ++line)
            for (int place = 0; place < plot.data().size(); ++place) {
                const ChartSpot spot{line, place};
                if (plot.rectOf(spot).isNull())
                    continue;
                opened.clear();
                QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.rectOf(spot).center().toPoint());
                REQUIRE(opened.size() == 1);
                CHECK(opened.front().place == place);
                if (shape != Shape::Lines) // two lines may meet in a point
                    CHECK(opened.front().line == line);
            }
    }
}

TEST_CASE("Colours of series are told apart by eyes that lack one kind of cone", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    const std::array<std::array<std::array<double, 3>, 3>, 4> eyes{{
        {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
        {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
    }};
    auto &theme = const_cast<ui::Theme &>(ui::Theme::of(qApp));
    for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        theme.setChoice(choice);
        const auto colours = ui::ChartInk::of(theme).series;
        for (const auto &eye : eyes)
            for (std::size_t a = 0; a < colours.size(); ++a)
                for (std::size_t b = a + 1; b < colours.size(); ++b) {
                    const auto one = seen(colours[a], eye), two = seen(colours[b], eye);
                    INFO(colours[a].name().toStdString() << " " << colours[b].name().toStdString());
                    CHECK(std::hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]) > 20); // CIE76; 2.3 is just noticeable
                }
    }
}
