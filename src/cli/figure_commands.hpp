// SPDX-License-Identifier: GPL-3.0-or-later
// The commands about single figures.
// Thread: the program's. Errors: told by the exit code.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addFigureCommands(CLI::App &app, Context &context, int &code);
/// Below the command "figure".
void addFigureEnteredCommands(CLI::App &figure, Context &context, int &code);

} // namespace vigie::cli
