// SPDX-License-Identifier: GPL-3.0-or-later
// What every command shares: the workspace it opens, how it speaks, and what it returns to the shell.
#pragma once

#include <vigie/app/workspace.hpp>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace vigie::cli {

/// Exit codes; docs/cli.md and the man page list them.
enum Exit : int {
    kOk = 0,
    kPartly = 1,      ///< some of it failed; the rest was done
    kUsage = 2,
    kNotFound = 3,
    kSignIn = 4,      ///< an account must be signed in again, or the secret store is closed
    kNetwork = 5,
    kStorage = 6,
    kBusy = 7,        ///< another process holds the workspace
    kRefused = 8,     ///< refused by a rule or by the network
    kInterrupted = 130
};
[[nodiscard]] int exitCodeOf(Errc code);

class Context {
public:
    std::string workspacePath;
    bool json = false;
    bool quiet = false;
    bool practice = false;
    int passphraseFd = -1;

    /// Of the workspace asked for: the one named, the practice workspace, or this user's own.
    Result<std::string> path() const;
    /// `engines`: syncs or sends, so it takes the lock and needs the secret store.
    Result<std::unique_ptr<app::Workspace>> open(bool engines) const;
    /// Prints the object with --json, else runs `plain`.
    void print(const nlohmann::json &object, const std::function<void()> &plain) const;
    /// A sentence on standard error (or {"error": ...}) and the code for the shell.
    int failed(const Error &error) const;
    /// One line on standard error that overwrites itself on a terminal.
    void progress(const std::string &line) const;
    void progressDone() const;
    /// Requested by Ctrl+C: long work stops at the next safe place.
    [[nodiscard]] static std::stop_token interrupted();
    static void installInterrupt();

private:
    Result<std::shared_ptr<net::SecretStore>> openSecrets() const;
};

/// Untrusted text on a terminal: no control characters, one line, at most `width` characters.
[[nodiscard]] std::string oneLine(std::string_view text, int width);

/// Each file of commands adds its own subcommands; the callback sets `code`.
void addWorkspaceCommands(CLI::App &app, Context &context, int &code);
void addAccountCommands(CLI::App &app, Context &context, int &code);
void addAccountAddCommands(CLI::App &account, Context &context, int &code);
void addAccountShowCommand(CLI::App &account, Context &context, int &code);
void addAccountPlaceCommand(CLI::App &account, Context &context, int &code);
void addImportCommand(CLI::App &app, Context &context, int &code);
void addReadCommands(CLI::App &app, Context &context, int &code);
void addQueryCommands(CLI::App &app, Context &context, int &code);
void addQueryHistoryCommands(CLI::App &query, Context &context, int &code);
void addWriteCommands(CLI::App &app, Context &context, int &code);
void addConnectorCommand(CLI::App &app, Context &context, int &code);
void addConnectorCheckCommand(CLI::App &connector, Context &context, int &code);
void addConnectorListCommand(CLI::App &connector, Context &context, int &code);
void addConnectorRecordCommand(CLI::App &connector, Context &context, int &code);
void addAuditCommand(CLI::App &app, Context &context, int &code);
void addEvidenceCommands(CLI::App &app, Context &context, int &code);
void addRelaysCommand(CLI::App &app, Context &context, int &code);
void addTrendsCommand(CLI::App &app, Context &context, int &code);
void addPostingCommands(CLI::App &app, Context &context, int &code);
void addReportCommands(CLI::App &app, Context &context, int &code);
void addCoverageCommand(CLI::App &app, Context &context, int &code);
void addAlertCommands(CLI::App &app, Context &context, int &code);
void addRelevanceCommands(CLI::App &app, Context &context, int &code);
void addCharterCommands(CLI::App &app, Context &context, int &code);
void addModerationCommands(CLI::App &app, Context &context, int &code);
void addAnswerCommands(CLI::App &app, Context &context, int &code);
void addAnswerFileCommands(CLI::App &answer, Context &context, int &code);
void addMailCommands(CLI::App &app, Context &context, int &code);
void addPassingCommands(CLI::App &app, Context &context, int &code);
void addQuestionCommands(CLI::App &app, Context &context, int &code);
void addScopeCommands(CLI::App &app, Context &context, int &code);
void addHandoverCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
