// SPDX-License-Identifier: GPL-3.0-or-later
// What the meter of one's own work keeps. On this machine and not in the workspace: a workspace may be shared, and this is for
// nobody else.
// Thread: constants.
#pragma once

#include "ui/settings/settings_table.hpp"

namespace vigie::ui {

inline constexpr MachineSetting kEffort{"desk.effort", "{}"}; // JSON, see ui/effort/effort_book.hpp

} // namespace vigie::ui
