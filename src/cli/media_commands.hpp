// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the media library.
#pragma once

#include "cli/context.hpp"

namespace vigie::cli {

void addMediaCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
