// SPDX-License-Identifier: GPL-3.0-or-later
// Commands around the publish machine.
// Thread: main. Errors: their exit codes.
#pragma once

#include <CLI/CLI.hpp>

namespace vigie::cli {

class Context;
void addPublishingCommands(CLI::App &app, Context &context, int &code);
void addApprovalCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
