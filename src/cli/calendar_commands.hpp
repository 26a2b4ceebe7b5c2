// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, events, campaigns and files of the calendar.
// Thread: the program's own. Errors: those of the workspace.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

/// Under "calendar": list, export, import, undo, days.
void addCalendarCommands(CLI::App &calendar, Context &context, int &code);
/// Under "calendar": series begin, list, days, skip, keep.
void addSeriesCommands(CLI::App &calendar, Context &context, int &code);
/// Under "campaign": results, spend, unspend.
void addCampaignResultCommands(CLI::App &campaign, Context &context, int &code);
/// campaign list, coverage, day.
void addCampaignCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
