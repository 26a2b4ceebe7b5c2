// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands on promises and on opening hours share: a change is shown before, kept as one action, and can be undone.
// Thread: the program's own. Errors: those of the workspace.
#pragma once

#include "cli/context.hpp"

#include <vigie/desk/sla.hpp>

#include <functional>

namespace vigie::cli {

using SetupChange = std::function<Result<void>(desk::SlaSetup &)>;

/// Shows what the change does to open conversations; with `keep`, keeps it as well.
int changeSetup(const Context &context, const SetupChange &change, bool keep);
/// By number or by name; null: there is none.
[[nodiscard]] BusinessCalendar *calendarNamed(desk::SlaSetup &setup, const std::string &name);

void addServiceCommands(CLI::App &app, Context &context, int &code);
void addCalendarHoursCommands(CLI::App &app, Context &context, int &code);
void addServiceReportCommand(CLI::App &service, Context &context, int &code);

} // namespace vigie::cli
