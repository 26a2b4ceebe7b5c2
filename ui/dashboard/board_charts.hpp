// SPDX-License-Identifier: GPL-3.0-or-later
// From what a tile read to the chart that shows it.
// Thread: the window's.
#pragma once

#include "ui/dashboard/board_reading.hpp"
#include "ui/dashboard/chart_data.hpp"

#include <QCoreApplication>

#include <functional>

namespace vigie::ui {

class BoardCharts {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::BoardCharts)
public:
    /// `networkName`: of a connector.
    using Namer = std::function<QString(const std::string &)>;
    [[nodiscard]] static ChartData chart(const BoardTile &tile, const TileReading &reading, const BoardReading &page, const Namer &networkName);
    /// Of how long answers took, in bins of even steps of the clock.
    [[nodiscard]] static ChartData times(const TileReading &reading);
    /// Upper ends of those bins, in seconds; the last one is open.
    [[nodiscard]] static const std::vector<double> &timeBins();
    [[nodiscard]] static QString stageName(const std::string &stage);

private:
    static ChartData hours(const TileReading &reading);
    static ChartData funnel(const TileReading &reading);
    static void placesOf(ChartData &data, const TileReading &reading, const BoardReading &page);
    static void marksOf(ChartData &data, const TileReading &reading, const BoardReading &page);
    [[nodiscard]] static QString lineName(const BoardTile &tile, const insight::Series::Line &line, const Namer &networkName);
};

} // namespace vigie::ui
