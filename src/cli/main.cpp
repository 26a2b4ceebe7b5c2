// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/calendar_commands.hpp"
#include "cli/context.hpp"
#include "cli/figure_commands.hpp"
#include "cli/formula_commands.hpp"
#include "cli/media_commands.hpp"
#include "cli/member_words.hpp"
#include "cli/publishing_commands.hpp"
#include "cli/service_commands.hpp"
#include "cli/desk_commands.hpp"
#include "cli/tone_commands.hpp"
#include "cli/reply_commands.hpp"
#include "cli/reviews_command.hpp"

#include <vigie/base/log.hpp>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace vigie;
    cli::Context context;
    cli::Context::installInterrupt();
    CLI::App app{"Vigie without its window: sync, search, answer, plan, publish and report from a shell or a timer."};
    app.set_version_flag("--version", "vigie-cli 0.1.0");
    app.require_subcommand(1);
    app.fallthrough();
    bool verbose = false;
    app.add_option("-w,--workspace", context.workspacePath, "workspace file (default: the one of this user)");
    app.add_flag("--practice", context.practice, "the practice workspace, with its network started");
    app.add_flag("--json", context.json, "machine-readable output");
    app.add_flag("-q,--quiet", context.quiet, "no progress");
    app.add_flag("-v,--verbose", verbose, "what is exchanged, without contents");
    app.add_option("--passphrase-fd", context.passphraseFd, "file descriptor to read the passphrase of the sealed secrets from");
    int code = cli::kOk;
    cli::addWorkspaceCommands(app, context, code);
    cli::addAccountCommands(app, context, code);
    cli::addConnectorCommand(app, context, code);
    cli::addImportCommand(app, context, code);
    cli::addReadCommands(app, context, code);
    cli::addQueryCommands(app, context, code);
    cli::addReplyCommands(app, context, code);
    cli::addWriteCommands(app, context, code);
    cli::addPublishingCommands(app, context, code);
    cli::addApprovalCommands(app, context, code);
    cli::addAuditCommand(app, context, code);
    cli::addEvidenceCommands(app, context, code);
    cli::addRelaysCommand(app, context, code);
    cli::addCoverageCommand(app, context, code);
    cli::addTrendsCommand(app, context, code);
    cli::addPostingCommands(app, context, code);
    cli::addReportCommands(app, context, code);
    cli::addFigureCommands(app, context, code);
    cli::addAlertCommands(app, context, code);
    cli::addRelevanceCommands(app, context, code);
    cli::addToneCommands(app, context, code);
    cli::addCharterCommands(app, context, code);
    cli::addModerationCommands(app, context, code);
    cli::addServiceCommands(app, context, code);
    cli::addCampaignCommands(app, context, code);
    cli::addAnswerCommands(app, context, code);
    cli::addViewCommands(app, context, code);
    cli::addTagCommands(app, context, code);
    cli::addMediaCommands(app, context, code);
    cli::addRuleCommands(app, context, code);
    cli::addWeightsCommand(app, context, code);
    cli::addMailCommands(app, context, code);
    cli::addPassingCommands(app, context, code);
    cli::addQuestionCommands(app, context, code);
    cli::addScopeCommands(app, context, code);
    cli::addHandoverCommands(app, context, code);
    cli::addMemberCommands(app, context, code);
    cli::addPromiseCommands(app, context, code);
    cli::addReviewsCommands(app, context, code);
    cli::addFigureExplainCommands(app, context, code);
    cli::addFormulaCommands(app, context, code);
    cli::addObjectiveCommands(app, context, code);
    app.parse_complete_callback([&] { log::init({{}, verbose ? log::Level::Info : log::Level::Error, true}); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int shown = app.exit(error);
        return shown == 0 ? 0 : static_cast<int>(cli::kUsage);
    }
    return code;
}
