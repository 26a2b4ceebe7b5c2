// SPDX-License-Identifier: GPL-3.0-or-later
// report --out, report comment, report plan ..., report run-due: reports as files, with what is said of their period
#include "cli/report_file_commands.hpp"

#include "cli/output_file.hpp"

#include <vigie/app/report_schedule.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/insight/report_plan.hpp>
#include <vigie/store/reports.hpp>

#include <cstdio>
#include <filesystem>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr const char *kDepths[] = {"line", "page", "annex"};

std::string lastDay(std::int32_t toDay) { return toIsoDay(toDay - 1); }

struct CommentOptions {
    FigureOptions figures;
    std::string page = "overview", text;
    bool remove = false, all = false;
};

Json commentJson(const ReportComment &comment)
{
    return {{"page", comment.page}, {"from", toIsoDay(comment.fromDay)}, {"to", lastDay(comment.toDay)}, {"text", comment.text}, {"person", comment.person}, {"at", toRfc3339(comment.at)}};
}

int comment(const Context &context, const CommentOptions &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &kept = (*workspace)->store();
    const auto period = options.figures.period((*workspace)->clock().now(), (*workspace)->zone());
    if (!period)
        return context.failed(period.error());
    if (options.remove || !options.text.empty()) {
        const auto set = kept.writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Reports(tx).setComment({options.page, period->fromDay, period->toDay, options.text, (*workspace)->person(), tx.now()}));
            return true;
        }, store::Durability::Full);
        if (!set)
            return context.failed(set.error());
    }
    const auto found = kept.readNow<std::vector<ReportComment>>([&](store::Tx &tx) -> Result<std::vector<ReportComment>> {
        if (options.all)
            return store::Reports(tx).comments(options.page);
        VIGIE_TRY(const auto one, store::Reports(tx).comment(options.page, period->fromDay, period->toDay));
        return one ? std::vector<ReportComment>{*one} : std::vector<ReportComment>{};
    });
    if (!found)
        return context.failed(found.error());
    auto rows = Json::array();
    for (const auto &one : *found)
        rows.push_back(commentJson(one));
    context.print(rows, [&] {
        for (const auto &one : *found)
            std::printf("%s to %s  %s\n", toIsoDay(one.fromDay).c_str(), lastDay(one.toDay).c_str(), oneLine(one.text, 200).c_str());
        if (found->empty())
            std::printf("No comment on this period.\n");
    });
    return kOk;
}

struct PlanOptions {
    ScopeOptions scope;
    std::int64_t id = 0;
    std::string name, folder, every = "week", depth = "page", language = shellLanguage(), at = "08:00", page = "overview";
    std::vector<std::string> formats{"pdf"};
    int day = 1;
    bool withoutRelays = false, off = false;
};

Json planJson(const ReportPlan &plan, const std::string &zone)
{
    auto formats = Json::array();
    for (const auto format : plan.formats)
        formats.push_back(toString(format));
    const auto due = insight::nextDue(plan, plan.since, zone);
    char at[16];
    std::snprintf(at, sizeof at, "%02d:%02d", plan.minute / 60 % 24, plan.minute % 60);
    auto tags = Json::array(), tones = Json::array();
    for (const auto tag : plan.tags)
        tags.push_back(tag.value);
    for (const auto tone : plan.tones)
        tones.push_back(static_cast<int>(tone));
    return {{"id", plan.id.value}, {"name", plan.name}, {"page", plan.page}, {"words", plan.words}, {"networks", plan.networks}, {"languages", plan.langs}, {"tags", tags}, {"tones", tones},
            {"every", plan.every == ReportPlan::Every::Month ? "month" : "week"}, {"day", plan.day}, {"at", at},
            {"depth", toString(plan.depth)}, {"formats", formats}, {"language", plan.language}, {"folder", plan.folder}, {"on", plan.on},
            {"next", due && plan.on ? Json(toRfc3339(due->at)) : Json()}, {"made", plan.madeFile}, {"problem", plan.problem}};
}

Result<ReportPlan> planOf(store::Tx &tx, const PlanOptions &options)
{
    ReportPlan plan;
    plan.name = options.name;
    plan.folder = std::filesystem::absolute(options.folder).lexically_normal().string();
    if (!std::filesystem::is_directory(plan.folder))
        return fail(Errc::NotFound, plan.folder + " is no folder; nothing was planned");
    plan.every = options.every == "month" ? ReportPlan::Every::Month : ReportPlan::Every::Week;
    plan.day = options.day;
    VIGIE_TRY(const auto wall, parseWallTime("2026-01-01T" + options.at + ":00"));
    plan.minute = minuteOf(wall);
    plan.depth = reportDepthFrom(options.depth).value_or(ReportDepth::Page);
    VIGIE_TRY(plan.formats, formatsOf(options.formats));
    plan.language = options.language;
    plan.page = options.page;
    VIGIE_TRY(auto scope, options.scope.scope(tx));
    if (options.scope.query.empty())
        scope.query = {}; // the brand, whichever it is then
    scope.withoutRelays = options.withoutRelays;
    insight::setScope(plan, scope);
    plan.on = !options.off;
    return plan;
}

int showPlans(const Context &context, app::Workspace &workspace)
{
    const auto plans = workspace.store().readNow<std::vector<ReportPlan>>([](store::Tx &tx) { return store::Reports(tx).plans(); });
    if (!plans)
        return context.failed(plans.error());
    auto rows = Json::array();
    for (const auto &plan : *plans)
        rows.push_back(planJson(plan, workspace.zone()));
    context.print(rows, [&] {
        for (const auto &row : rows)
            std::printf("%4lld  %-24s  %-5s %2d  %s  %s  %s%s\n", static_cast<long long>(row["id"].get<std::int64_t>()), oneLine(row["name"].get<std::string>(), 24).c_str(),
                        row["every"].get<std::string>().c_str(), row["day"].get<int>(), row["at"].get<std::string>().c_str(), oneLine(row["folder"].get<std::string>(), 60).c_str(),
                        row["on"].get<bool>() ? "" : "off  ", row["problem"].get<std::string>().empty() ? "" : ("  NOT MADE: " + oneLine(row["problem"].get<std::string>(), 120)).c_str());
    });
    return kOk;
}

/// Whatever changes plans shows them afterwards.
int changePlans(const Context &context, const std::function<Result<void>(store::Tx &)> &change)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    if (const auto changed = (*workspace)->store().writeNow<void>(change, store::Durability::Full); !changed)
        return context.failed(changed.error());
    return showPlans(context, **workspace);
}

int switchPlan(const Context &context, std::int64_t id, bool on)
{
    return changePlans(context, [&](store::Tx &tx) -> Result<void> {
        VIGIE_TRY(auto plan, store::Reports(tx).plan(ReportPlanId{id}));
        plan.on = on;
        VIGIE_CHECK(store::Reports(tx).save(plan));
        return {};
    });
}

int runDue(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto made = app::makeDueReports((*workspace)->store(), (*workspace)->columns(), (*workspace)->zone(), Context::interrupted());
    if (!made)
        return context.failed(made.error());
    auto rows = Json::array();
    bool failed = false;
    for (const auto &one : *made) {
        failed = failed || one.problem;
        rows.push_back({{"plan", one.plan.value}, {"name", one.name}, {"from", toIsoDay(one.period.fromDay)}, {"to", lastDay(one.period.toDay)}, {"files", one.files},
                        {"problem", one.problem ? Json(std::string(errcName(one.problem->code)) + ": " + one.problem->detail) : Json()}});
    }
    context.print(rows, [&] {
        for (const auto &one : *made) {
            for (const auto &file : one.files)
                std::printf("%s\n", file.c_str());
            if (one.problem)
                std::fprintf(stderr, "%s was not made: %s; it is tried again in an hour\n", oneLine(one.name, 60).c_str(), one.problem->detail.c_str());
        }
    });
    return failed ? kPartly : kOk;
}

void addPlanCommands(CLI::App &report, Context &context, int &code)
{
    auto options = std::make_shared<PlanOptions>();
    auto *plans = report.add_subcommand("plan", "reports that are made by themselves");
    plans->require_subcommand(1);
    plans->add_subcommand("list", "what is planned, and what became of it")->callback([&code, &context] {
        const auto workspace = context.open(false);
        code = workspace ? showPlans(context, **workspace) : context.failed(workspace.error());
    });
    auto *add = plans->add_subcommand("add", "each week of the seven days before, or each month of the month before");
    add->add_option("NAME", options->name, "what it is called")->required();
    add->add_option("--folder", options->folder, "where files go")->required();
    add->add_option("--every", options->every, "week or month")->check(CLI::IsMember({"week", "month"}));
    add->add_option("--day", options->day, "1 Monday to 7 Sunday, or 1 to 28 of the month")->check(CLI::Range(1, 28));
    add->add_option("--at", options->at, "hour of the workspace's zone, as 08:00");
    add->add_option("--format", options->formats, "txt, html, pdf, csv, xlsx, ods")->delimiter(',');
    add->add_option("--depth", options->depth, "line, page or annex")->check(CLI::IsMember(std::vector<std::string>(std::begin(kDepths), std::end(kDepths))));
    add->add_option("--language", options->language, "en or fr")->check(CLI::IsMember({"en", "fr"}));
    add->add_option("--page", options->page, "the page of the dashboard whose figures and comments it has");
    options->scope.addTo(*add);
    add->add_flag("--without-relays", options->withoutRelays, "count originals only");
    add->add_flag("--off", options->off, "not yet");
    add->callback([&code, &context, options] {
        code = changePlans(context, [&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto plan, planOf(tx, *options));
            VIGIE_CHECK(store::Reports(tx).save(plan));
            return {};
        });
    });
    const auto one = [&](const char *name, const char *help, const std::function<int(std::int64_t)> &act) {
        auto *command = plans->add_subcommand(name, help);
        command->add_option("ID", options->id, "as plan list prints it")->required();
        command->callback([&code, options, act] { code = act(options->id); });
    };
    one("remove", "no more of them; files that were made stay", [&context](std::int64_t id) {
        return changePlans(context, [id](store::Tx &tx) { return store::Reports(tx).remove(ReportPlanId{id}); });
    });
    one("on", "from now on", [&context](std::int64_t id) { return switchPlan(context, id, true); });
    one("off", "not any more", [&context](std::int64_t id) { return switchPlan(context, id, false); });
}

} // namespace

void ReportFileOptions::addTo(CLI::App &command)
{
    command.add_option("--out", out, "write a report to this file; its ending says the form");
    command.add_option("--format", format, "the form, where the file's ending does not say it")->check(CLI::IsMember({"txt", "html", "pdf", "csv", "xlsx", "ods"}));
    command.add_option("--depth", depth, "line, page or annex")->check(CLI::IsMember(std::vector<std::string>(std::begin(kDepths), std::end(kDepths))));
    command.add_option("--language", language, "en or fr (default: the shell's)")->check(CLI::IsMember({"en", "fr"}));
    command.add_option("--page", page, "the page of the dashboard whose comment goes with it");
    command.add_flag("--force", force, "write over a file that is there");
}

Result<insight::Report> gatherAsked(app::Workspace &workspace, const FigureOptions &figures, const ReportFileOptions &options)
{
    return workspace.store().readNow<insight::Report>([&](store::Tx &tx) -> Result<insight::Report> {
        insight::ReportRequest request;
        VIGIE_TRY(request.scope, figures.scope(tx));
        VIGIE_TRY(request.period, figures.period(tx.now(), workspace.zone()));
        request.depth = reportDepthFrom(options.depth).value_or(ReportDepth::Page);
        request.language = options.language;
        request.page = options.page;
        return insight::gatherReport(tx, workspace.columns(), request, Context::interrupted());
    });
}

int writeReport(const Context &context, app::Workspace &workspace, const FigureOptions &figures, const ReportFileOptions &options)
{
    auto ending = std::filesystem::path(options.out).extension().string();
    if (!ending.empty())
        ending.erase(0, 1);
    const auto format = reportFormatFrom(options.format.empty() ? ending : options.format);
    if (!format)
        return context.failed(Error{Errc::InvalidInput, "the ending of " + options.out + " is no form of a report; name one with --format", 0, {}, {}});
    const auto report = gatherAsked(workspace, figures, options);
    if (!report)
        return context.failed(report.error());
    const auto bytes = insight::renderReport(*report, *format, Context::interrupted());
    if (!bytes)
        return context.failed(bytes.error());
    if (options.out == "-") {
        std::fwrite(bytes->data(), 1, bytes->size(), stdout);
        return kOk;
    }
    auto written = insight::writeReportFile(options.out, *bytes, options.force);
    if (!written) {
        if (written.error().code == Errc::Duplicate)
            written.error() = isThere(options.out);
        return context.failed(written.error());
    }
    context.print({{"file", options.out}, {"format", toString(*format)}, {"depth", options.depth}, {"language", options.language}, {"bytes", bytes->size()},
                   {"figures", report->figures.size()}, {"from", toIsoDay(report->request.period.fromDay)}, {"to", lastDay(report->request.period.toDay)}},
                  [&] { std::printf("%s\n", options.out.c_str()); });
    return kOk;
}

void addReportFileCommands(CLI::App &report, Context &context, int &code)
{
    auto said = std::make_shared<CommentOptions>();
    auto *commenting = report.add_subcommand("comment", "what is said of a page in a period; it goes with the report");
    auto *words = commenting->add_option("TEXT", said->text, "without it the comment is shown");
    said->figures.addTo(*commenting);
    commenting->add_option("--page", said->page, "of the dashboard");
    commenting->add_flag("--remove", said->remove, "take it away")->excludes(words);
    commenting->add_flag("--all", said->all, "those of every period of the page");
    commenting->callback([&code, &context, said] { code = comment(context, *said); });
    addPlanCommands(report, context, code);
    report.add_subcommand("run-due", "make the reports that are due; for a timer")->callback([&code, &context] { code = runDue(context); });
}

} // namespace vigie::cli
