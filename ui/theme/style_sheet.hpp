// SPDX-License-Identifier: GPL-3.0-or-later
// The one style sheet of the window, made from the theme.
// Thread: the window's.
#pragma once

#include <QString>

namespace vigie::ui {

class Theme;
/// Widgets are addressed by class or by the dynamic property "role": primary, quiet, danger, chip, pane, header, muted,
/// small, title, link, card.
[[nodiscard]] QString styleSheet(const Theme &theme);

} // namespace vigie::ui
