// SPDX-License-Identifier: GPL-3.0-or-later
// Charts: what is drawn, said and put into the table is the same; keys alone reach every point; colours are told apart by all eyes.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_plot.hpp"
#include "ui/dashboard/chart_scale.hpp"
#include "ui/dashboard/chart_scene.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QMouseEvent>
#include <QPdfWriter>
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

/// A chart on white, and where its points stand.
struct Drawn {
    Drawn(const ChartData &data, const QSize &size, const ui::ChartRange &range = {}) : image(size, QImage::Format_RGB32)
    {
        image.fill(Qt::white);
        scene.setInk(ink());
        scene.setRange(range);
        scene.setData(data);
        QCPPainter painter(&image);
        scene.paintOn(painter, size);
    }
    /// Pixels within `rect` that are `colour`, but for what smoothing of edges does.
    int count(const QRectF &rect, const QColor &colour, int tolerance = 12)
    {
        int found = 0;
        const auto within = rect.toAlignedRect().intersected(image.rect());
        for (int y = within.top(); y <= within.bottom(); ++y)
            for (int x = within.left(); x <= within.right(); ++x) {
                const auto pixel = image.pixelColor(x, y);
                found += std::abs(pixel.red() - colour.red()) <= tolerance && std::abs(pixel.green() - colour.green()) <= tolerance && std::abs(pixel.blue() - colour.blue()) <= tolerance ? 1 : 0;
            }
        return found;
    }
    int grounds() { return count(image.rect(), Qt::white, 0); }
    int inked() { return image.width() * image.height() - grounds(); }
    /// A strip of the plot, `half` pixels to either side of the middle of a place.
    QRectF strip(double place, double half)
    {
        const auto area = scene.area();
        const double x = scene.xAxis->coordToPixel(place);
        return {QPointF(x - half, area.top() - 3), QPointF(x + half, area.bottom() - 2)}; // with a stroke along the top, without the line of 0
    }

    QImage image;
    ui::ChartScene scene;
};

int inked(const ChartData &data, const QSize &size)
{
    return Drawn(data, size).inked();
}

ChartData flat(int places, double value)
{
    auto data = sample(Shape::Lines, 1, places);
    for (auto &point : data.lines[0].points)
        point.value = value;
    return data;
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
    auto data = flat(100'000, 5);
    data.lines[0].points[50'000].value = 1000;
    Drawn drawn(data, {800, 300});
    const auto top = drawn.scene.rectOf({0, 50'000}).center();
    // The one point that stands out is drawn, in its place and nowhere else.
    CHECK(drawn.count({top.x() - 2, top.y() + 20, 4, 100}, ink().series[0]) > 50);
    CHECK(drawn.count({top.x() - 40, top.y() + 20, 36, 100}, ink().series[0]) == 0);
    CHECK(drawn.count({top.x() + 5, top.y() + 20, 36, 100}, ink().series[0]) == 0);
}

TEST_CASE("Holes smaller than a pixel hide nothing, larger ones are seen", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = flat(100'000, 5);
    for (std::size_t i = 0; i < data.lines[0].points.size(); ++i)
        if (i % 7 == 0 || (i > 60'000 && i < 63'000))
            data.lines[0].points[i].value.reset();
    Drawn drawn(data, {800, 300});
    const auto area = drawn.scene.area();
    int without = 0;
    for (int x = static_cast<int>(area.left()) + 1; x < static_cast<int>(area.right()) - 1; ++x)
        if (drawn.count(QRectF(x, area.top(), 0.5, area.height() - 2), ink().series[0]) == 0) {
            ++without;
            const double place = drawn.scene.placeAt(QPointF(x, area.center().y()));
            CHECK(place > 59'800);
            CHECK(place < 63'200);
        }
    CHECK(without > 20); // of about 23
}

TEST_CASE("A line leads to where there is data, and a day between two without is a point", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = flat(24, 20);
    for (const std::size_t hole : {5U, 11U, 13U})
        data.lines[0].points[hole].value.reset();
    Drawn drawn(data, {640, 280});
    const auto colour = ink().series[0];
    for (int place = 0; place < 24; ++place) {
        INFO(place);
        CHECK((drawn.count(drawn.strip(place, 2), colour, 40) > 0) == data.at(0, place)->value.has_value());
    }
    CHECK(drawn.count(drawn.strip(8.5, 1), colour, 40) > 0);   // between two days that have data
    CHECK(drawn.count(drawn.strip(11.5, 1), colour, 40) == 0); // and not from the one that stands alone
    CHECK(drawn.count(drawn.strip(12.5, 1), colour, 40) == 0);
}

TEST_CASE("A pace that is negative is drawn on the ground, and said as it is", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = flat(12, 20);
    data.lines[0].points[6].value = -8;
    CHECK(ui::scaleOf(data, ui::viewOf(data, {})).low < 0); // of other units nothing is hidden
    data.unit = insight::Unit::PerHour;
    CHECK(ui::scaleOf(data, ui::viewOf(data, {})).low == 0);
    Drawn drawn(data, {640, 280});
    CHECK(drawn.scene.rectOf({0, 6}).center().y() == Approx(drawn.scene.yAxis->coordToPixel(0)).margin(1));
    CHECK(drawn.scene.rectOf({0, 5}).center().y() == Approx(drawn.scene.yAxis->coordToPixel(20)).margin(1));
    CHECK(ui::ChartWords::value(data, {0, 6}).contains(QStringLiteral("8")));
    CHECK_FALSE(ui::ChartWords::value(data, {0, 5}).contains(QStringLiteral("8")));
}

TEST_CASE("Bars and cells have the colour of their line where they are said to stand", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    for (const auto shape : {Shape::Stacked, Shape::Shares, Shape::Columns, Shape::Heat, Shape::Funnel}) {
        INFO(static_cast<int>(shape));
        const auto data = sample(shape, shape == Shape::Columns || shape == Shape::Funnel ? 1 : 3, shape == Shape::Funnel ? 3 : 10);
        Drawn drawn(data, {700, 320});
        for (int line = 0; line < static_cast<int>(data.lines.size()); ++line)
            for (int place = 0; place < data.size(); ++place) {
                const auto rect = drawn.scene.rectOf({line, place});
                const double step = shape == Shape::Heat ? drawn.scene.yAxis->range().size() : 0; // rows are drawn evenly
                CAPTURE(line, place, step);
                REQUIRE(rect.height() > 3);
                const auto colour = shape == Shape::Heat     ? ink().shade(*data.at(line, place)->value / 40.0) // the next round number above the most, 38
                                    : shape == Shape::Funnel ? ink().shade(0.95 - 0.14 * place)
                                                             : ink().of(data.lines[static_cast<std::size_t>(line)]);
                const auto inner = rect.adjusted(2, 1, -2, -1);
                const double share = drawn.count(inner, colour) / (inner.toAlignedRect().width() * static_cast<double>(inner.toAlignedRect().height()));
                CHECK(share > 0.4); // a hatch lies over some
                if (shape == Shape::Stacked || shape == Shape::Columns) // as tall as its value
                    CHECK(rect.height() == Approx(*data.at(line, place)->value / drawn.scene.yAxis->range().size() * drawn.scene.area().height()).margin(1.5));
            }
    }
}

TEST_CASE("Marks stand at their days, bands between their bounds", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = flat(30, 20);
    for (auto &point : data.lines[0].points)
        point.band = {12, 28};
    data.marks.push_back({ui::ChartMark::Kind::Event, 8, 8, QStringLiteral("answer"), 0});
    data.marks.push_back({ui::ChartMark::Kind::Spike, 21, 21, QStringLiteral("storm"), 0});
    Drawn drawn(data, {800, 300});
    const auto upright = [&](double place) { return drawn.count(drawn.strip(place, 1), ink().muted, 70); };
    CHECK(upright(8) > 20);
    for (const int place : {3, 6, 14, 25})
        CHECK(upright(place) < 6); // where it crosses the line that is smoothed
    CHECK(drawn.count(drawn.scene.rectOf({0, 21}), ink().neg, 30) > 20);
    CHECK(drawn.count(drawn.scene.rectOf({0, 15}), ink().neg, 30) == 0);
    const auto at = [&](double place, double value) { return drawn.image.pixelColor(static_cast<int>(drawn.scene.xAxis->coordToPixel(place)), static_cast<int>(drawn.scene.yAxis->coordToPixel(value))); };
    CHECK(at(14.5, 26).red() < 235); // washed
    CHECK(at(14.5, 13.5).red() < 235);
    CHECK(at(14.5, 28.8) == QColor(Qt::white));
    CHECK(at(14.5, 11.2) == QColor(Qt::white));
}

TEST_CASE("No name below a chart is cut off at its edges, at any width", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    auto data = flat(31, 3);
    for (int place = 0; place < 31; ++place)
        data.axis[place] = QStringLiteral("%1 November").arg(place + 1);
    const QFontMetricsF metrics(ink().font);
    for (int width = 140; width < 1300; width += 37) {
        Drawn drawn(data, {width, 200});
        const auto ticks = drawn.scene.xAxis->tickVector();
        const auto names = drawn.scene.xAxis->tickVectorLabels();
        REQUIRE(!ticks.isEmpty());
        double before = -1;
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            CAPTURE(width, names[i].toStdString());
            const double x = drawn.scene.xAxis->coordToPixel(ticks[i]), half = metrics.horizontalAdvance(names[i]) / 2;
            CHECK(x - half > before);
            CHECK(x + half < width);
            before = x + half;
        }
    }
}

TEST_CASE("On paper a chart is lines and letters, not a picture", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    for (const auto shape : {Shape::Lines, Shape::Stacked, Shape::Heat, Shape::Funnel}) {
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        QPdfWriter writer(&file);
        QCPPainter painter;
        painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNonCosmetic);
        REQUIRE(painter.begin(&writer));
        ui::ChartScene scene;
        scene.setInk(ink());
        scene.setData(sample(shape, shape == Shape::Funnel ? 1 : 3, shape == Shape::Funnel ? 3 : 24));
        scene.paintOn(painter, {700, 300});
        painter.end();
        CHECK(file.data().contains("/Font"));
        CHECK_FALSE(file.data().contains("/Subtype /Image"));
    }
}

TEST_CASE("A chart is drawn when its data, size or colours change, not when the pointer or the keys move over it", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    ChartPlot plot;
    plot.resize(600, 240);
    plot.setData(sample(Shape::Lines, 5, 365));
    plot.show();
    auto *scene = plot.findChild<QCustomPlot *>();
    REQUIRE(scene != nullptr);
    int drawn = 0;
    QObject::connect(scene, &QCustomPlot::afterReplot, &plot, [&] { ++drawn; });
    const auto before = plot.grab().toImage();
    QCoreApplication::processEvents(); // what a new widget has still to do
    const int once = drawn;
    CHECK(once >= 1);
    plot.setFocus();
    std::vector<QImage> looks{before};
    for (int i = 0; i < 4; ++i) {
        QTest::mouseMove(&plot, plot.rectOf({0, 100 + i * 7}).center().toPoint());
        QTest::keyClick(&plot, Qt::Key_Right);
        looks.push_back(plot.grab().toImage());
        CHECK(looks[looks.size() - 1] != looks[looks.size() - 2]); // and it is seen
    }
    CHECK(drawn == once);
    QTest::keyClick(&plot, Qt::Key_Plus);
    plot.grab();
    CHECK(drawn == once + 1);
    plot.resize(640, 240);
    plot.grab();
    CHECK(drawn == once + 2);
    plot.setData(sample(Shape::Lines, 5, 365));
    plot.grab();
    CHECK(drawn == once + 3);
}

TEST_CASE("What the pointer looks at is drawn, and stays when the page is read again", "[charts]")
{
    Harness harness({.practice = false, .open = false});
    ChartPlot plot;
    plot.resize(600, 240);
    const auto data = sample(Shape::Lines, 2, 12);
    plot.setData(data);
    plot.show();
    const auto none = plot.grab().toImage();
    const auto at = plot.rectOf({0, 8}).center();
    QMouseEvent move(QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&plot, &move);
    const auto looked = plot.grab().toImage();
    CHECK(looked != none);
    plot.setData(data);
    CHECK(plot.grab().toImage() == looked);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&plot, &leave);
    CHECK(plot.grab().toImage() == none);
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
