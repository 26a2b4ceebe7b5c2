// SPDX-License-Identifier: GPL-3.0-or-later
// The page on paper: figures with their change and coverage, the two charts, the lists, the formulas.
// Thread: the window's (charts are drawn as shown).
#pragma once

#include <vigie/insight/dashboard.hpp>

#include <QString>

#include <vector>

namespace vigie::ui {

class ChartCard;

/// False when the file cannot be written.
[[nodiscard]] bool writeReport(const QString &file, const QString &workspace, const insight::DashboardPage &page, const std::vector<ChartCard *> &charts);

} // namespace vigie::ui
