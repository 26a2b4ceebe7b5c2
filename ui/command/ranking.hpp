// SPDX-License-Identifier: GPL-3.0-or-later
// How well what was typed fits a name: its beginning, then the beginning of its words, then letters in order.
// Thread: any. Pure.
#pragma once

#include <QString>

#include <optional>

namespace vigie::ui {

/// Letters without case and accents.
[[nodiscard]] QString foldForPalette(const QString &text);
/// Smaller is better: 0 prefix, 1 every typed word begins a word, 2 contained, 3 letters in order; none: does not fit.
[[nodiscard]] std::optional<int> paletteRank(const QString &typed, const QString &name);

} // namespace vigie::ui
