// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the desk: views, tags, rules, weights.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addViewCommands(CLI::App &app, Context &context, int &code);
void addTagCommands(CLI::App &app, Context &context, int &code);
void addRuleCommands(CLI::App &app, Context &context, int &code);
void addWeightsCommand(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
