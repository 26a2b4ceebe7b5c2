// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of charts, for the window's theme or for paper. Series are told apart by eyes that do not see red, green or blue as
// well (gui.charts reckons it); signs stand beside the colours of tone.
// Thread: the window's.
#pragma once

#include "ui/dashboard/chart_data.hpp"

#include <QColor>
#include <QFont>

#include <array>

namespace vigie::ui {

class Theme;

struct ChartInk {
    QColor ground, fg, muted, line, accent, pos, neg, neutral, event;
    std::array<QColor, 6> series;
    QFont font;

    [[nodiscard]] static ChartInk of(const Theme &theme);
    [[nodiscard]] static ChartInk paper(const QFont &font);
    [[nodiscard]] QColor of(const ChartLine &line) const;
    /// Between ground and accent, 0..1: cells of a heat map.
    [[nodiscard]] QColor shade(double share) const;
};

} // namespace vigie::ui
