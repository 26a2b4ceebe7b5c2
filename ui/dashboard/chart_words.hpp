// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in words: each point, the whole of it, and the table behind it.
// Thread: the window's.
#pragma once

#include "ui/dashboard/chart_data.hpp"

#include <QCoreApplication>
#include <QString>

class QTableWidget;

namespace vigie::ui {

class ChartWords {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::ChartWords)
public:
    /// "Sat 21 Nov, This period: 118 (96 to 143)"
    [[nodiscard]] static QString point(const ChartData &data, const ChartSpot &spot);
    /// What is at a place, a line each, with the marks that stand there: the tool tip.
    [[nodiscard]] static QString place(const ChartData &data, int place);
    /// Least, most and last of each line, and the marks: what a screen reader says of the chart first.
    [[nodiscard]] static QString summary(const ChartData &data);
    /// A row a place and a column a line; the heat map the other way round. Values are those of the chart.
    static void fill(QTableWidget &table, const ChartData &data);
    [[nodiscard]] static QString value(const ChartData &data, const ChartSpot &spot);
};

} // namespace vigie::ui
