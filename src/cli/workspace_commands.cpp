// SPDX-License-Identifier: GPL-3.0-or-later
// workspace, doctor, backup, restore
#include "cli/context.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/plan/media_shelf.hpp>
#include <vigie/store/members.hpp>

#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace vigie::cli {

namespace {

void pause(std::chrono::milliseconds span, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, span, [] { return false; });
}

int practiceFor(Context &context, int seconds, int speed)
{
    context.practice = true;
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    auto &ws = **workspace;
    ws.setPracticeSpeed(speed);
    const auto end = ws.clock().now() + std::chrono::seconds{seconds};
    int stored = 0;
    std::size_t failures = 0;
    const auto stop = Context::interrupted();
    do {
        if (auto *server = ws.practiceServer())
            server->step();
        intake::RunOptions options;
        options.backfillPages = 50;
        const auto report = ws.syncAndWait({}, options, stop);
        if (!report)
            return context.failed(report.error());
        stored += report->inserted();
        failures = 0;
        for (const auto &stream : report->streams)
            failures += stream.error ? 1 : 0;
        const auto left = std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(end - ws.clock().now()).count());
        context.progress("practice network: " + std::to_string(stored) + " mentions stored, " + std::to_string(left) + " s of its time left");
        if (ws.clock().now() < end)
            pause(std::chrono::milliseconds{500}, stop);
    } while (ws.clock().now() < end && !stop.stop_requested());
    context.progressDone();
    context.print({{"stored", stored}, {"failed_streams", failures}, {"workspace", ws.path()}},
                  [&] { std::printf("Practice network synced: %d mentions stored in %s\n", stored, ws.path().c_str()); });
    return failures == 0 ? kOk : kPartly;
}

int doctor(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto findings = (*workspace)->store().verify();
    if (!findings)
        return context.failed(findings.error());
    const auto status = (*workspace)->statusNow();
    if (!status)
        return context.failed(status.error());
    nlohmann::json accounts = nlohmann::json::array();
    for (const auto &line : status->accounts)
        accounts.push_back({{"id", line.account.id.value}, {"network", line.account.connector}, {"handle", line.account.handle},
                            {"state", toString(line.account.state)}, {"open_gaps", line.openGaps},
                            {"seen_up_to", line.seenUpTo ? nlohmann::json(toRfc3339(*line.seenUpTo)) : nlohmann::json()},
                            {"last_error", line.account.lastError ? nlohmann::json(errcName(line.account.lastError->code)) : nlohmann::json()}});
    const bool zones = zoneExists("Europe/Paris");
    const nlohmann::json object{{"path", (*workspace)->path()}, {"schema", (*workspace)->store().schemaVersion()}, {"findings", *findings},
                                {"time_zones", zones}, {"accounts", accounts}, {"unknown", status->unknown}, {"failed", status->failed}, {"missed", status->missed}};
    context.print(object, [&] {
        std::printf("workspace   %s (schema %d)\n", (*workspace)->path().c_str(), (*workspace)->store().schemaVersion());
        std::printf("integrity   %s\n", findings->empty() ? "sound" : "DAMAGED");
        for (const auto &finding : *findings)
            std::printf("            %s\n", oneLine(finding, 120).c_str());
        std::printf("time zones  %s\n", zones ? "present" : "missing: install tzdata; plans cannot be turned into instants");
        for (const auto &line : status->accounts)
            std::printf("account %lld %s %s: %s%s%s\n", static_cast<long long>(line.account.id.value), line.account.connector.c_str(),
                        oneLine(line.account.handle, 60).c_str(), toString(line.account.state),
                        line.openGaps > 0 ? (", " + std::to_string(line.openGaps) + " gap(s)").c_str() : "",
                        line.account.lastError ? (std::string(", last error: ") + errcName(line.account.lastError->code)).c_str() : "");
        std::printf("outbox      %d on their way, %d unknown, %d failed, %d missed\n", status->onTheirWay, status->unknown, status->failed, status->missed);
    });
    return findings->empty() && zones ? kOk : kPartly;
}

int create(Context &context)
{
    if (context.workspacePath.empty()) {
        const auto folder = app::dataFolder();
        if (!folder)
            return context.failed(folder.error());
        context.workspacePath = *folder + "/workspace.vigie";
    }
    const SystemClock clock;
    const auto opened = store::Store::open(context.workspacePath, clock);
    if (!opened)
        return context.failed(opened.error());
    const int version = (*opened)->schemaVersion();
    context.print({{"workspace", context.workspacePath}, {"schema", version}},
                  [&] { std::printf("Workspace %s (schema %d)\n", context.workspacePath.c_str(), version); });
    return kOk;
}

int backup(const Context &context, const std::string &target)
{
    const auto opened = context.open(false);
    if (!opened)
        return context.failed(opened.error());
    const auto done = (*opened)->store().backupTo(target, [&](double share) {
        context.progress("backup: " + std::to_string(static_cast<int>(share * 100)) + " %");
        return !Context::interrupted().stop_requested();
    });
    context.progressDone();
    if (!done)
        return context.failed(done.error());
    const auto files = plan::copyShelf((*opened)->path(), target);
    if (!files)
        return context.failed(files.error());
    context.print({{"backup", target}, {"media", *files}}, [&] { std::printf("The workspace was copied to %s\n", target.c_str()); });
    return kOk;
}

int restore(const Context &context, const std::string &source)
{
    const auto path = context.path();
    if (!path)
        return context.failed(path.error());
    const auto lock = store::WorkspaceLock::acquire(*path, "vigie-cli restore");
    if (!lock)
        return context.failed(lock.error());
    const auto done = store::restoreFrom(source, *path);
    if (!done)
        return context.failed(done.error());
    if (const auto files = plan::copyShelf(source, *path); !files)
        return context.failed(files.error());
    context.print({{"restored", *path}, {"kept", *path + ".before-restore"}},
                  [&] { std::printf("%s now holds the backup; what was there is beside it (.before-restore)\n", path->c_str()); });
    return kOk;
}

} // namespace

void addWorkspaceCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::string file;
        int seconds = 60, speed = 1;
    };
    auto options = std::make_shared<Options>();
    auto *workspace = app.add_subcommand("workspace", "make a workspace, or tell what is in one")->require_subcommand(1);
    workspace->add_subcommand("create", "make an empty workspace")->callback([&] { code = create(context); });
    workspace->add_subcommand("info", "the same as doctor")->callback([&] { code = doctor(context); });
    auto *practice = workspace->add_subcommand("practice", "sync the practice network for a while of its time");
    practice->add_option("--path", context.workspacePath, "where the practice workspace is kept");
    practice->add_option("--for", options->seconds, "seconds of the network's time")->check(CLI::Range(1, 86'400));
    practice->add_option("--speed", options->speed, "how fast its clock runs")->check(CLI::Range(1, 1000));
    practice->callback([&code, &context, options] { code = practiceFor(context, options->seconds, options->speed); });

    app.add_subcommand("doctor", "check the workspace, the accounts and the outbox")->callback([&] { code = doctor(context); });
    auto *copy = app.add_subcommand("backup", "copy the workspace while it is in use");
    copy->add_option("file", options->file, "where the copy goes")->required();
    copy->callback([&code, &context, options] { code = backup(context, options->file); });
    auto *back = app.add_subcommand("restore", "put a backup in the place of the workspace (the old one is kept beside it)");
    back->add_option("file", options->file, "the backup")->required();
    back->callback([&code, &context, options] { code = restore(context, options->file); });
}

} // namespace vigie::cli
