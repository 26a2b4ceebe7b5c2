// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.hpp"

namespace vigie::cli {

void addConnectorCommand(CLI::App &app, Context &context, int &code)
{
    auto *connector = app.add_subcommand("connector", "the networks Vigie speaks, and recipes for others");
    connector->require_subcommand(1);
    addConnectorCheckCommand(*connector, context, code);
    addConnectorListCommand(*connector, context, code);
    addConnectorRecordCommand(*connector, context, code);
}

} // namespace vigie::cli
