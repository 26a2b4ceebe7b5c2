// SPDX-License-Identifier: GPL-3.0-or-later
// reviews, reviews signals, reviews check; figure explain, figure sources.
// Thread: that of main. Errors: none.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addReviewsCommands(CLI::App &app, Context &context, int &code);
/// Below the command "figure", which is made where it is not there yet.
void addFigureExplainCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
