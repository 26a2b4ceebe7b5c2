// SPDX-License-Identifier: GPL-3.0-or-later
// What the check before sending found, as a sentence for the person.
// Thread: the window's.
#pragma once

#include <vigie/plan/planner.hpp>

#include <QString>

namespace vigie::ui {

[[nodiscard]] QString findingText(const plan::Finding &finding, const QString &networkName);

} // namespace vigie::ui
