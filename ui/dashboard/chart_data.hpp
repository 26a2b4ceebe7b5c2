// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart shows, whatever its shape: lines of points over places in a row, with what is to be marked. The picture, the words
// for a screen reader and the table behind it are made from the same values.
// Thread: values. Errors: none.
#pragma once

#include <vigie/insight/figure.hpp>

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vigie::ui {

/// Places in view, [first, last); the whole chart while last is 0.
struct ChartRange {
    double first = 0, last = 0;
    friend bool operator==(const ChartRange &, const ChartRange &) = default;
};

/// A point: of which line, at which place.
struct ChartSpot {
    int line = 0, place = 0;
    friend bool operator==(const ChartSpot &, const ChartSpot &) = default;
};

struct ChartPoint {
    std::optional<double> value;                     ///< none: no data, drawn as a hole
    std::optional<std::pair<double, double>> band;   ///< 95 %
    std::int64_t rows = 0;                           ///< behind it
};

struct ChartLine {
    enum class Ink : std::uint8_t { Series, Before, Positive, Neutral, Negative, Shade };
    QString name;
    Ink ink = Ink::Series;
    int colour = 0;                                  ///< of ChartInk::series, for Ink::Series; percent of the full shade, for Ink::Shade
    std::vector<ChartPoint> points;                  ///< one a place
    std::int64_t id = 0;                             ///< of the query, tag or member it is about
    std::string part;                                ///< the same as it is kept: connector, language, "-1"
};

struct ChartMark {
    enum class Kind : std::uint8_t { Event, Campaign, Spike, Value };
    Kind kind = Kind::Event;
    double from = 0, to = 0;                         ///< places, with fractions; one place: the same twice
    QString words;
    int line = 0;                                    ///< Spike: on which line
};

struct ChartData {
    enum class Shape : std::uint8_t { Lines, Stacked, Shares, Heat, Columns, Funnel };
    Shape shape = Shape::Lines;
    insight::Unit unit = insight::Unit::Count;
    QStringList places;                              ///< in full: "Sat 21 Nov", "Monday"; Heat: of the columns, lines are its rows
    QStringList axis;                                ///< as written below, short; as many as places
    std::vector<ChartLine> lines;
    std::vector<ChartMark> marks;
    std::vector<std::pair<std::int64_t, std::int64_t>> stretches; ///< instants [from, to) in microseconds of each place, where places are stretches of time

    [[nodiscard]] bool empty() const
    {
        for (const auto &line : lines)
            for (const auto &point : line.points)
                if (point.value)
                    return false;
        return true;
    }
    [[nodiscard]] int size() const { return static_cast<int>(places.size()); }
    [[nodiscard]] const ChartPoint *at(int line, int place) const
    {
        if (line < 0 || line >= static_cast<int>(lines.size()) || place < 0)
            return nullptr;
        const auto &points = lines[static_cast<std::size_t>(line)].points;
        return place < static_cast<int>(points.size()) ? &points[static_cast<std::size_t>(place)] : nullptr;
    }
};

} // namespace vigie::ui
