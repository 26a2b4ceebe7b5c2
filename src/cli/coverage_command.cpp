// SPDX-License-Identifier: GPL-3.0-or-later
// coverage: how much of the last days was seen, each stretch that was not with its reason, and reading it again
#include "cli/context.hpp"

#include <vigie/app/coverage.hpp>
#include <vigie/store/queries.hpp>

#include <cstdio>
#include <set>

namespace vigie::cli {

namespace {

struct Options {
    int days = 7;
    std::string query;
    bool fill = false;
};

const char *kindName(Unseen::Kind kind)
{
    switch (kind) {
    case Unseen::Kind::Gap: return "gap";
    case Unseen::Kind::NotYet: return "not-read-yet";
    case Unseen::Kind::Never: return "never-asked";
    }
    return "";
}

Result<app::CoverageReport> read(const app::Workspace &workspace, store::Tx &tx, const Options &options)
{
    app::CoverageScope scope;
    scope.to = tx.now();
    scope.from = scope.to - std::chrono::hours(24 * options.days);
    if (!options.query.empty()) {
        VIGIE_TRY(const auto context, store::Queries(tx).context());
        const auto tree = text::parseAndBind(options.query, context);
        if (!tree)
            return fail(text::toError(tree.error()));
        scope.networks = app::networksAsked(tree->root);
    }
    return app::coverageReport(tx, workspace.catalogue(), scope);
}

nlohmann::json toJson(const app::CoverageReport &report)
{
    auto gaps = nlohmann::json::array();
    for (const auto &gap : report.gaps)
        gaps.push_back({{"network", gap.connector}, {"account", gap.account}, {"account_id", gap.unseen.key.account.value}, {"stream", gap.unseen.key.stream},
                        {"kind", kindName(gap.unseen.kind)}, {"from", toRfc3339(gap.unseen.from)}, {"to", toRfc3339(gap.unseen.to)}, {"reason", gap.unseen.reason},
                        {"cause", toString(gap.unseen.cause)}, {"filling", toString(gap.filling)}});
    const auto &coverage = report.coverage;
    return {{"from", toRfc3339(coverage.from)}, {"to", toRfc3339(coverage.to)}, {"seen_share", coverage.seenShare}, {"gaps", coverage.openGaps},
            {"gap_seconds", coverage.gapTime.count()}, {"seen_up_to", coverage.seenUpTo ? nlohmann::json(toRfc3339(*coverage.seenUpTo)) : nlohmann::json()}, {"unseen", gaps}};
}

void print(const app::CoverageReport &report)
{
    for (const auto &gap : report.gaps) {
        const auto &unseen = gap.unseen;
        const std::string why = unseen.reason + (unseen.reason.empty() || unseen.cause == MissCause::None ? "" : ", ") + toString(unseen.cause);
        std::printf("%s  %s  %-12s %-10s %-24s %-18s %-24s %s\n", toRfc3339(unseen.from).substr(0, 16).c_str(), toRfc3339(unseen.to).substr(0, 16).c_str(), kindName(unseen.kind),
                    gap.connector.c_str(), oneLine(gap.account, 24).c_str(), oneLine(unseen.key.stream, 18).c_str(), why.c_str(), toString(gap.filling));
    }
    const auto &coverage = report.coverage;
    std::printf("%.1f %% of the period seen, %d gap(s), %lld min\n", coverage.seenShare * 100, coverage.openGaps, static_cast<long long>(coverage.gapTime.count() / 60));
}

/// Goes back over every gap that can be filled; the worst that happened.
int fillAll(const Context &context, app::Workspace &workspace, const app::CoverageReport &before)
{
    std::set<StreamKey> streams;
    for (const auto &gap : before.gaps)
        if (gap.unseen.kind == Unseen::Kind::Gap && gap.filling == app::Filling::Possible)
            streams.insert(gap.unseen.key);
    int code = kOk;
    for (const auto &key : streams) {
        intake::FillOptions options;
        options.stream = key.stream;
        options.progress = [&](const std::string &stream, double share) { context.progress(stream + ": " + std::to_string(static_cast<int>(share * 100)) + " %"); };
        const auto report = workspace.fillGapsAndWait(key.account, options, Context::interrupted());
        context.progressDone();
        if (!report)
            return context.failed(report.error());
        for (const auto &line : report->streams)
            if (line.error) {
                context.failed(*line.error);
                code = kPartly;
            }
    }
    return code;
}

int coverage(const Context &context, const Options &options)
{
    auto workspace = context.open(options.fill);
    if (!workspace)
        return context.failed(workspace.error());
    const auto look = [&] {
        return (*workspace)->store().readNow<app::CoverageReport>([&](store::Tx &tx) { return read(**workspace, tx, options); });
    };
    auto report = look();
    int code = kOk;
    if (report && options.fill) {
        code = fillAll(context, **workspace, *report);
        report = look();
    }
    if (!report)
        return context.failed(report.error());
    context.print(toJson(*report), [&] { print(*report); });
    return code;
}

} // namespace

void addCoverageCommand(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand("coverage", "how much was seen, what was not and why, and reading it again");
    command->add_option("--days", options->days, "length of the period that ends now")->check(CLI::Range(1, 3660));
    command->add_option("--query", options->query, "only the networks that this query can find anything on");
    command->add_flag("--fill", options->fill, "first ask the networks again for what is missing, where they still have it");
    command->callback([&code, &context, options] { code = coverage(context, *options); });
}

} // namespace vigie::cli
