// SPDX-License-Identifier: GPL-3.0-or-later
// service report: how promises were kept, with the opening hours and days off they were counted by
#include "cli/service_commands.hpp"

#include "cli/service_words.hpp"

#include <vigie/insight/service_report.hpp>
#include <vigie/store/departments.hpp>

#include <cstdio>
#include <fstream>
#include <map>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct ReportOptions {
    int days = 30;
    std::string by = "none", csv, measure, key;
    bool byEnd = false;
};

struct Report {
    std::vector<insight::ServiceFigure> figures;
    std::vector<BusinessCalendar> calendars;
    std::vector<store::SlaResult> rows;
    std::map<std::string, std::string> names; ///< of keys that are numbers
    std::int32_t fromDay = 0, toDay = 0;

    [[nodiscard]] std::string name(const std::string &key) const
    {
        const auto found = names.find(key);
        return found != names.end() ? found->second : key;
    }
};

Json number(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

std::string timeText(const std::optional<double> &seconds)
{
    return seconds ? durationText(static_cast<std::int64_t>(*seconds)) : "no data";
}

std::string shareText(const std::optional<double> &share)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.0f %%", share.value_or(0) * 100);
    return share ? text : "no data";
}

Json calendarsJson(const Report &report)
{
    auto out = Json::array();
    for (const auto &calendar : report.calendars) {
        auto days = Json::array();
        for (auto day = report.fromDay; day < report.toDay; ++day)
            if (const auto plan = desk::dayPlan(calendar, day); plan.holiday || plan.changed)
                days.push_back({{"day", dayText(day)}, {"reason", plan.reason}, {"hours", hoursText(plan.hours)}});
        out.push_back({{"name", calendar.name}, {"version", calendar.version}, {"zone", calendar.zone}, {"holidays", calendar.holidays}, {"days", days}});
    }
    return out;
}

/// Who or what a number of the split stands for.
Result<std::map<std::string, std::string>> namesOf(store::Tx &tx, insight::ServiceSplit split)
{
    std::map<std::string, std::string> out;
    if (split == insight::ServiceSplit::Department) {
        VIGIE_TRY(const auto all, store::Departments(tx).all(true));
        out["0"] = "not passed on";
        for (const auto &one : all)
            out[std::to_string(one.id.value)] = one.nameEn;
    } else if (split == insight::ServiceSplit::Policy) {
        VIGIE_TRY(const auto all, store::Sla(tx).policies());
        out["0"] = "nothing promised";
        for (const auto &one : all)
            out[std::to_string(one.id.value)] = one.name;
    }
    return out;
}

Result<Report> read(store::Tx &tx, const ReportOptions &options, const std::string &zone)
{
    Report report;
    VIGIE_TRY(const auto today, localDay(tx.now(), zone));
    report.fromDay = today - options.days + 1;
    report.toDay = today + 1;
    insight::ServiceQuestion question;
    VIGIE_TRY(question.from, dayStart(report.fromDay, zone));
    VIGIE_TRY(question.to, dayStart(report.toDay, zone));
    question.byEnd = options.byEnd;
    question.zone = zone;
    question.split = insight::serviceSplitFrom(options.by).value_or(insight::ServiceSplit::None);
    VIGIE_TRY(report.figures, insight::serviceFigures(tx, question));
    VIGIE_TRY(report.names, namesOf(tx, question.split));
    VIGIE_TRY(report.calendars, store::Sla(tx).calendars());
    for (const auto &figure : report.figures)
        if (!options.measure.empty() && toString(figure.measure) == options.measure && figure.key == options.key) {
            VIGIE_TRY(report.rows, insight::serviceRows(tx, question, figure.measure, figure.key));
        }
    return report;
}

Json toJson(const Report &report, const ReportOptions &options)
{
    auto figures = Json::array(), rows = Json::array();
    for (const auto &one : report.figures)
        figures.push_back({{"key", one.key}, {"name", report.name(one.key)}, {"measure", toString(one.measure)}, {"n", one.n}, {"median", number(one.median)}, {"p90", number(one.p90)}, {"mean", number(one.mean)},
                           {"open_median", number(one.openMedian)}, {"open", one.open}, {"late", one.late}, {"oldest", one.oldest ? Json(toRfc3339(*one.oldest)) : Json()}, {"hits", one.hits},
                           {"misses", one.misses}, {"hit_rate", number(one.hitRate())}, {"unanswered", one.unanswered}, {"skewed", one.skewed}});
    for (const auto &row : report.rows)
        rows.push_back({{"ticket", row.event.ticket.value}, {"state", toString(row.event.state)}, {"started_at", toRfc3339(row.event.startedAt)},
                        {"ended_at", row.event.endedAt ? Json(toRfc3339(*row.event.endedAt)) : Json()}, {"seconds", row.event.wall}, {"open_seconds", row.event.used}});
    return {{"from", dayText(report.fromDay)}, {"to", dayText(report.toDay)}, {"by", options.by}, {"counted_by", options.byEnd ? "end" : "start"}, {"figures", figures}, {"rows", rows},
            {"calendars", calendarsJson(report)}};
}

void print(const Report &report, const ReportOptions &options)
{
    std::printf("%s to %s, what %s in it\n%-14s %-16s %6s %10s %10s %10s %8s %6s %6s\n", dayText(report.fromDay).c_str(), dayText(report.toDay - 1).c_str(), options.byEnd ? "ended" : "began",
                options.by == "none" ? "" : options.by.c_str(), "", "n", "median", "p90", "mean", "in time", "open", "late");
    for (const auto &one : report.figures)
        std::printf("%-14s %-16s %6lld %10s %10s %10s %8s %6lld %6lld%s\n", oneLine(report.name(one.key), 14).c_str(), toString(one.measure), static_cast<long long>(one.n), timeText(one.median).c_str(),
                    timeText(one.p90).c_str(), timeText(one.mean).c_str(), shareText(one.hitRate()).c_str(), static_cast<long long>(one.open), static_cast<long long>(one.late),
                    one.oldest ? ("  oldest since " + toRfc3339(*one.oldest).substr(0, 16)).c_str() : "");
    for (const auto &row : report.rows)
        std::printf("  %6lld  %-12s %s  %s\n", static_cast<long long>(row.event.ticket.value), toString(row.event.state), toRfc3339(row.event.startedAt).substr(0, 16).c_str(),
                    durationText(row.event.wall).c_str());
    for (const auto &calendar : report.calendars) {
        std::printf("%s (%s):", oneLine(calendar.name, 30).c_str(), calendar.zone.c_str());
        for (auto day = report.fromDay; day < report.toDay; ++day)
            if (const auto plan = desk::dayPlan(calendar, day); plan.holiday || plan.changed)
                std::printf(" %s %s", dayText(day).c_str(), plan.hours.empty() ? "closed" : hoursText(plan.hours).c_str());
        std::printf("\n");
    }
}

int report(const Context &context, const ReportOptions &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    // Only what is worked out is counted: a window that is open does so by itself.
    const auto done = (*workspace)->store().writeNow<int>([](store::Tx &tx) { return desk::SlaDesk(tx).catchUp(1'000'000); });
    if (!done)
        return context.failed(done.error());
    const auto read_ = (*workspace)->store().readNow<Report>([&](store::Tx &tx) { return read(tx, options, (*workspace)->zone()); });
    if (!read_)
        return context.failed(read_.error());
    if (!options.csv.empty()) {
        std::ofstream file(options.csv, std::ios::binary);
        file << insight::serviceCsv(read_->figures);
        file.close();
        if (!file)
            return context.failed(Error{Errc::Storage, options.csv + " could not be written", 0, {}, {}});
    }
    context.print(toJson(*read_, options), [&] { print(*read_, options); });
    return kOk;
}

} // namespace

void addServiceReportCommand(CLI::App &service, Context &context, int &code)
{
    auto options = std::make_shared<ReportOptions>();
    auto *command = service.add_subcommand("report", "times to answers and resolutions, and how promises were kept");
    command->add_option("--days", options->days, "length of the period that ends today")->check(CLI::Range(1, 3660));
    command->add_option("--by", options->by, "split by account, language, network, policy, service (of the house), week or month")
        ->check(CLI::IsMember({"none", "account", "language", "network", "policy", "service", "week", "month"}));
    command->add_flag("--by-end", options->byEnd, "count what ended in the period, not what began in it");
    command->add_option("--rows", options->measure, "the conversations behind first, next, first_resolution or full_resolution")
        ->check(CLI::IsMember({"first", "next", "first_resolution", "full_resolution"}));
    command->add_option("--key", options->key, "of this account, language, network, policy, service, week or month");
    command->add_option("--csv", options->csv, "also write the figures to this file");
    command->callback([&code, &context, options] { code = report(context, *options); });
}

} // namespace vigie::cli
