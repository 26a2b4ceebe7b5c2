// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a dashboard on paper and as a table: figures with their change and coverage, the charts as shown, the formulas.
// Thread: the window's (charts are drawn here).
#pragma once

#include "ui/dashboard/board_view.hpp"

#include <QString>

#include <string>

namespace vigie::ui {

/// False when the file cannot be written.
[[nodiscard]] bool writePagePdf(const QString &file, const QString &title, const BoardReading &reading, const std::vector<TileCard *> &cards);
/// RFC 4180, UTF-8, a line a figure: key, value, unit, n, low, high, before, change, change low, change high, coverage, from, to, zone, formula.
[[nodiscard]] std::string figuresCsv(const BoardReading &reading);

} // namespace vigie::ui
