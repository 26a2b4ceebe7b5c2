// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_words.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_scale.hpp"
#include "ui/dashboard/figure_text.hpp"

#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

bool standsAt(const ChartMark &mark, int place)
{
    return std::lround(mark.from) <= place && place <= std::max(std::lround(mark.from), std::lround(mark.to));
}

} // namespace

QString ChartWords::value(const ChartData &data, const ChartSpot &spot)
{
    const auto *point = data.at(spot.line, spot.place);
    if (point == nullptr || !point->value)
        return tr("no data");
    auto words = FigureText::value(point->value, data.unit);
    if (data.shape == Shape::Shares)
        if (const double whole = stackOf(data, spot.place); whole > 0)
            words = tr("%1 (%2)", "share, count").arg(format::percent(*point->value / whole, 1), words);
    if (point->band && data.shape == Shape::Lines)
        words = tr("%1 (%2 to %3)", "value, bounds").arg(words, FigureText::value(point->band->first, data.unit), FigureText::value(point->band->second, data.unit));
    return words;
}

QString ChartWords::point(const ChartData &data, const ChartSpot &spot)
{
    const auto where = data.places.value(spot.place), name = spot.line < static_cast<int>(data.lines.size()) ? data.lines[static_cast<std::size_t>(spot.line)].name : QString();
    QStringList words{data.lines.size() > 1 ? tr("%1, %2: %3", "chart: place, line, value").arg(where, name, value(data, spot))
                                            : tr("%1: %2", "chart: place, value").arg(where, value(data, spot))};
    for (const auto &mark : data.marks)
        if (standsAt(mark, spot.place) && mark.kind != ChartMark::Kind::Value)
            words << mark.words;
    return words.join(QStringLiteral(". "));
}

QString ChartWords::place(const ChartData &data, int place)
{
    QStringList words{data.places.value(place)};
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line)
        words << (data.lines.size() > 1 ? tr("%1: %2", "chart: line, value").arg(data.lines[static_cast<std::size_t>(line)].name, value(data, {line, place}))
                                        : value(data, {line, place}));
    for (const auto &mark : data.marks)
        if (standsAt(mark, place) && mark.kind != ChartMark::Kind::Value)
            words << mark.words;
    return words.join(QLatin1Char('\n'));
}

QString ChartWords::summary(const ChartData &data)
{
    QStringList words;
    for (int line = 0; line < static_cast<int>(data.lines.size()) && line < 8; ++line) {
        int least = -1, most = -1, last = -1;
        for (int place = 0; place < data.size(); ++place) {
            const auto *point = data.at(line, place);
            if (point == nullptr || !point->value)
                continue;
            least = least < 0 || *point->value < *data.at(line, least)->value ? place : least;
            most = most < 0 || *point->value > *data.at(line, most)->value ? place : most;
            last = place;
        }
        const auto &name = data.lines[static_cast<std::size_t>(line)].name;
        if (last < 0) {
            words << tr("%1: no data", "chart line").arg(name);
            continue;
        }
        words << tr("%1: least %2 (%3), most %4 (%5), last %6", "chart line")
                     .arg(name, value(data, {line, least}), data.places.value(least), value(data, {line, most}), data.places.value(most), value(data, {line, last}));
    }
    for (const auto &mark : data.marks)
        words << mark.words;
    return words.join(QStringLiteral(". "));
}

void ChartWords::fill(QTableWidget &table, const ChartData &data)
{
    const bool heat = data.shape == Shape::Heat;
    const int rows = heat ? static_cast<int>(data.lines.size()) : data.size(), columns = heat ? data.size() : static_cast<int>(data.lines.size());
    table.clear();
    table.setRowCount(rows);
    table.setColumnCount(columns);
    QStringList names;
    for (const auto &line : data.lines)
        names << line.name;
    table.setHorizontalHeaderLabels(heat ? data.places : names);
    table.setVerticalHeaderLabels(heat ? names : data.places);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            auto *item = new QTableWidgetItem(value(data, heat ? ChartSpot{row, column} : ChartSpot{column, row}));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table.setItem(row, column, item);
        }
}

} // namespace vigie::ui
