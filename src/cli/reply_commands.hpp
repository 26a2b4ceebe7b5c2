// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of answers: one file sends and keeps, the other one checks a text.
// Thread: that of main(). Errors: as exit codes.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addReplyCommands(CLI::App &app, Context &context, int &code);
void addReplyCheckCommand(CLI::App &reply, Context &context, int &code);

} // namespace vigie::cli
