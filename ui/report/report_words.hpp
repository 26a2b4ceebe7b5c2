// SPDX-License-Identifier: GPL-3.0-or-later
// Names of depths, forms and days of reports in the person's language.
// Thread: the window's.
#pragma once

#include <vigie/model/board.hpp>
#include <vigie/model/report.hpp>

#include <QString>

namespace vigie::ui::reports {

[[nodiscard]] QString depthName(ReportDepth depth);
[[nodiscard]] QString formatName(ReportFormat format);
/// Of a page of the dashboard; those that Vigie brings are named in the person's language.
[[nodiscard]] QString pageName(const Board &page);
/// "Each Monday at 08:00", "The 3rd of each month at 08:00".
[[nodiscard]] QString whenWords(const ReportPlan &plan);

/// Where reports go before anybody chose: the person's documents, else the home folder.
[[nodiscard]] QString usualFolder();

} // namespace vigie::ui::reports
