// SPDX-License-Identifier: GPL-3.0-or-later
// The template of a campaign and the effect of another day, in words.
// Thread: the window's.
#pragma once

#include <vigie/plan/campaigns.hpp>

#include <QString>

#include <vector>

namespace vigie::ui::calendar {

[[nodiscard]] QString phaseWord(const char *key);
/// What the post of a step of the template is to say, as a first line for whoever writes it.
[[nodiscard]] QString stepWord(const char *key);
[[nodiscard]] std::vector<CampaignPhase> standardPhases();
[[nodiscard]] std::vector<plan::CampaignStep> standardSteps();
/// "7 move, 1 is locked, 1 was sent already".
[[nodiscard]] QString effectWords(const plan::DayChange &change);
/// "2 planned, 1 draft"; a hole in words.
[[nodiscard]] QString cellWords(const plan::CoverageCell &cell);

} // namespace vigie::ui::calendar
