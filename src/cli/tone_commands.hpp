// SPDX-License-Identifier: GPL-3.0-or-later
// tone: how right it is, what this workspace taught, why an item has the tone it has.
// Thread: main. Errors: exit codes (context.hpp).
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addToneCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
