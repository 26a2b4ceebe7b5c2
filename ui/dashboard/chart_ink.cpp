// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_ink.hpp"

#include "ui/theme/theme.hpp"

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr std::array<QRgb, 6> kLight{0x0B6E8A, 0xB07D35, 0x6CC796, 0x66283A, 0x7434B4, 0xCFA3E8};
constexpr std::array<QRgb, 6> kDark{0x5CB8D0, 0xDCC64A, 0xC93A70, 0x748622, 0xA244D0, 0xC1E6AC};

std::array<QColor, 6> coloursOf(const std::array<QRgb, 6> &values)
{
    std::array<QColor, 6> out;
    std::transform(values.begin(), values.end(), out.begin(), [](QRgb value) { return QColor(value); });
    return out;
}

} // namespace

ChartInk ChartInk::of(const Theme &theme)
{
    const auto &colors = theme.colors();
    // Neutral is quiet, and still stands off the ground: on a dark one a chip would not.
    const auto neutral = theme.isDark() ? colors.muted.darker(170) : colors.chip;
    return {colors.pane, colors.fg, colors.muted, colors.line, colors.accent, colors.pos, colors.neg, neutral, colors.warn,
            coloursOf(theme.isDark() ? kDark : kLight), theme.font(TextSize::Small)};
}

ChartInk ChartInk::paper(const QFont &font)
{
    return {Qt::white, QColor(0x1B, 0x24, 0x2D), QColor(0x5A, 0x64, 0x70), QColor(0xD9, 0xDF, 0xE5), QColor(0x0B, 0x6E, 0x8A), QColor(0x1D, 0x7F, 0x4B),
            QColor(0xB8, 0x35, 0x2E), QColor(0xD3, 0xDA, 0xE1), QColor(0x9A, 0x67, 0x00), coloursOf(kLight), font};
}

QColor ChartInk::of(const ChartLine &which) const
{
    switch (which.ink) {
    case ChartLine::Ink::Series: return series[static_cast<std::size_t>(which.colour) % series.size()];
    case ChartLine::Ink::Before: return muted;
    case ChartLine::Ink::Positive: return pos;
    case ChartLine::Ink::Neutral: return neutral;
    case ChartLine::Ink::Negative: return neg;
    case ChartLine::Ink::Shade: return shade(which.colour / 100.0);
    }
    return accent;
}

QColor ChartInk::shade(double share) const
{
    const double part = 0.05 + 0.95 * std::clamp(share, 0.0, 1.0);
    const auto mixed = [&](int from, int to) { return static_cast<int>(from + (to - from) * part); };
    return {mixed(ground.red(), accent.red()), mixed(ground.green(), accent.green()), mixed(ground.blue(), accent.blue())};
}

} // namespace vigie::ui
