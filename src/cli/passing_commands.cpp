// SPDX-License-Identifier: GPL-3.0-or-later
// passing services|save|remove|examples|sender|report: the services that questions are passed on to, and how they answer
#include "cli/context.hpp"
#include "cli/passing_words.hpp"

#include <vigie/app/passing.hpp>
#include <vigie/insight/passing_report.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/sla.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace vigie::cli {

namespace {

struct Options {
    std::string service, nameFr, nameEn, lang, calendar, templateFile, from, to, senderName, senderAddress;
    std::vector<std::string> colleagues, tags;
    double deadlineHours = 0;
    bool csv = false, noTemplate = false;
};

nlohmann::json describe(const Department &one)
{
    auto colleagues = nlohmann::json::array();
    for (const auto &colleague : one.colleagues)
        colleagues.push_back({{"name", colleague.name}, {"address", colleague.address}});
    return {{"service", one.id.value}, {"name_fr", one.nameFr}, {"name_en", one.nameEn}, {"colleagues", colleagues}, {"calendar", one.calendar},
            {"deadline_minutes", one.deadline.count()}, {"lang", one.lang}, {"template", one.slip}, {"tags", one.tags}};
}

void print(const Department &one)
{
    std::printf("%3lld  %s / %s, answers within %.4g h, %zu colleague(s)\n", static_cast<long long>(one.id.value), oneLine(one.nameFr, 40).c_str(),
                oneLine(one.nameEn, 40).c_str(), static_cast<double>(one.deadline.count()) / 60, one.colleagues.size());
    for (const auto &colleague : one.colleagues)
        std::printf("       %s %s\n", oneLine(colleague.name, 40).c_str(), oneLine(colleague.address, 60).c_str());
}

int services(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<Department>>([](store::Tx &tx) { return store::Departments(tx).all(); });
    if (!all)
        return context.failed(all.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *all)
        array.push_back(describe(one));
    context.print(array, [&] {
        if (all->empty())
            std::printf("No service yet: vigie-cli passing save, or passing examples for some to begin with.\n");
        for (const auto &one : *all)
            print(one);
    });
    return kOk;
}

/// "Name <address>" or an address alone.
Colleague colleagueFrom(const std::string &text)
{
    const auto open = text.rfind('<');
    if (open == std::string::npos || text.back() != '>')
        return {"", text};
    auto name = text.substr(0, open);
    name.erase(name.find_last_not_of(' ') + 1);
    return {name, text.substr(open + 1, text.size() - open - 2)};
}

Result<void> readTemplate(const std::string &path, std::string &into)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(Errc::InvalidInput, "cannot read " + path);
    into.assign(std::istreambuf_iterator<char>(file), {});
    return {};
}

Result<Department> changed(Department department, const Options &options)
{
    if (!options.nameFr.empty())
        department.nameFr = options.nameFr;
    if (!options.nameEn.empty())
        department.nameEn = options.nameEn;
    if (department.nameEn.empty())
        department.nameEn = department.nameFr;
    if (department.nameFr.empty())
        department.nameFr = department.nameEn;
    if (!options.lang.empty())
        department.lang = options.lang;
    if (!options.calendar.empty())
        department.calendar = options.calendar == "none" ? "" : options.calendar;
    if (options.deadlineHours != 0)
        department.deadline = std::chrono::minutes(static_cast<long long>(options.deadlineHours * 60));
    if (!options.tags.empty())
        department.tags = options.tags;
    if (!options.colleagues.empty())
        department.colleagues.clear();
    for (const auto &text : options.colleagues) {
        department.colleagues.push_back(colleagueFrom(text));
        if (!net::isMailAddress(department.colleagues.back().address))
            return fail(Errc::InvalidInput, "not a mail address: " + text);
    }
    if (options.noTemplate)
        department.slip.clear();
    if (!options.templateFile.empty())
        VIGIE_CHECK(readTemplate(options.templateFile, department.slip));
    VIGIE_CHECK(desk::checkDepartment(department));
    return department;
}

Result<void> checkCalendar(store::Tx &tx, const Department &department)
{
    VIGIE_TRY(const auto calendars, store::Sla(tx).calendars());
    if (department.calendar.empty() || std::any_of(calendars.begin(), calendars.end(), [&](const auto &one) { return one.name == department.calendar; }))
        return {};
    return fail(Errc::NotFound, "no such calendar: " + department.calendar + " (calendar hours set makes one)");
}

int save(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto saved = (*workspace)->store().writeNow<Department>([&](store::Tx &tx) -> Result<Department> {
        Department before;
        if (!options.service.empty()) {
            VIGIE_TRY(before, serviceNamed(tx, options.service));
        }
        VIGIE_TRY(const auto wanted, changed(before, options));
        VIGIE_CHECK(checkCalendar(tx, wanted));
        VIGIE_TRY(const auto id, store::Departments(tx).save(wanted));
        return store::Departments(tx).get(id);
    }, store::Durability::Full);
    if (!saved)
        return context.failed(saved.error());
    context.print(describe(*saved), [&] { print(*saved); });
    return kOk;
}

int removeService(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto removed = (*workspace)->store().writeNow<DepartmentId>([&](store::Tx &tx) -> Result<DepartmentId> {
        VIGIE_TRY(const auto one, serviceNamed(tx, options.service));
        VIGIE_CHECK(store::Departments(tx).remove(one.id));
        return one.id;
    }, store::Durability::Full);
    if (!removed)
        return context.failed(removed.error());
    context.print({{"removed", removed->value}}, [] { std::printf("The service is offered no more; what it was asked stays in the report.\n"); });
    return kOk;
}

int examples(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto added = (*workspace)->store().writeNow<int>([](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto known, store::Departments(tx).all());
        if (!known.empty())
            return fail(Errc::Conflict, "there are services already");
        for (const auto &one : desk::exampleDepartments())
            VIGIE_CHECK(store::Departments(tx).save(one));
        return static_cast<int>(desk::exampleDepartments().size());
    }, store::Durability::Full);
    if (!added)
        return context.failed(added.error());
    context.print({{"added", *added}}, [&] { std::printf("%d services to begin with; give them their colleagues: vigie-cli passing save NAME --colleague ADDRESS\n", *added); });
    return kOk;
}

int sender(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const net::MailAddress wanted{options.senderName, options.senderAddress};
    const auto done = (*workspace)->store().writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(app::setPassingSender(tx, wanted));
        return true;
    }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"name", wanted.name}, {"address", wanted.address}}, [&] { std::printf("Files are written by %s\n", oneLine(wanted.address, 80).c_str()); });
    return kOk;
}

nlohmann::json orNull(const std::optional<double> &value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

void printRow(const insight::PassingFigures &row)
{
    const auto hours = [](const std::optional<double> &seconds) { return seconds ? *seconds / 3600 : 0; };
    std::printf("%-28s %5d asked %5d answered %4d open %4d late (%3.0f %%)  median %.1f h (%.1f h open)  p90 %.1f h\n", row.department ? oneLine(row.nameEn, 28).c_str() : "all", row.asked,
                row.answered, row.open, row.late, row.lateShare.value_or(0) * 100, hours(row.medianSeconds), hours(row.openMedianSeconds), hours(row.p90Seconds));
}

int report(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    Instant from{}, to = (*workspace)->clock().now() + std::chrono::seconds{1};
    for (const auto &[text, into] : {std::pair(&options.from, &from), std::pair(&options.to, &to)}) {
        if (text->empty())
            continue;
        const auto at = parseRfc3339(*text);
        if (!at)
            return context.failed(at.error());
        *into = *at;
    }
    const auto rows = (*workspace)->store().readNow<std::vector<insight::PassingFigures>>([&](store::Tx &tx) { return insight::passingReport(tx, from, to); });
    if (!rows)
        return context.failed(rows.error());
    auto array = nlohmann::json::array();
    for (const auto &row : *rows)
        array.push_back({{"service", row.department.value}, {"name_fr", row.nameFr}, {"name_en", row.nameEn}, {"asked", row.asked}, {"answered", row.answered},
                         {"open", row.open}, {"late", row.late}, {"late_share", orNull(row.lateShare)}, {"median_seconds", orNull(row.medianSeconds)}, {"open_median_seconds", orNull(row.openMedianSeconds)},
                         {"p90_seconds", orNull(row.p90Seconds)}, {"oldest_open", row.oldestOpen ? nlohmann::json(toRfc3339(*row.oldestOpen)) : nlohmann::json()}});
    context.print(array, [&] {
        if (options.csv)
            std::printf("%s", insight::passingCsv(*rows).c_str());
        else
            for (const auto &row : *rows)
                printRow(row);
    });
    return kOk;
}

} // namespace

void addPassingCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *passing = app.add_subcommand("passing", "services of the house that questions are passed on to, and how they answer")->require_subcommand(1);
    passing->add_subcommand("services", "the services, in their order")->callback([&code, &context] { code = services(context); });
    auto *keep = passing->add_subcommand("save", "add a service, or change the one that is named");
    keep->add_option("service", options->service, "number or name of one that is there already");
    keep->add_option("--name-fr", options->nameFr, "its name in French");
    keep->add_option("--name-en", options->nameEn, "its name in English");
    keep->add_option("--colleague", options->colleagues, "ADDRESS or \"NAME <ADDRESS>\"; may be repeated, and replaces those that are there");
    keep->add_option("--deadline-hours", options->deadlineHours, "hours it has to answer");
    keep->add_option("--calendar", options->calendar, "business calendar its hours are counted on; none: every hour counts");
    keep->add_option("--lang", options->lang, "fr or en: what the slip is written in");
    keep->add_option("--tag", options->tags, "put on what is passed to it; may be repeated");
    keep->add_option("--template", options->templateFile, "file with the slip's text: {question} {context} {link} {media} {due} {code} {service} {sender}");
    keep->add_flag("--no-template", options->noTemplate, "back to the text that Vigie brings");
    keep->callback([&code, &context, options] { code = save(context, *options); });
    auto *away = passing->add_subcommand("remove", "offer a service no more");
    away->add_option("service", options->service, "number or name")->required();
    away->callback([&code, &context, options] { code = removeService(context, *options); });
    passing->add_subcommand("examples", "some services that many houses have, without addresses")->callback([&code, &context] { code = examples(context); });
    auto *who = passing->add_subcommand("sender", "who writes to services in files, where there is no mail account");
    who->add_option("address", options->senderAddress, "the mail address")->required();
    who->add_option("--name", options->senderName, "the name");
    who->callback([&code, &context, options] { code = sender(context, *options); });
    auto *figures = passing->add_subcommand("report", "asked, answered, open, late, median and p90 per service");
    figures->add_option("--from", options->from, "asked since (date or RFC 3339)");
    figures->add_option("--to", options->to, "asked before");
    figures->add_flag("--csv", options->csv, "as a table for a spreadsheet");
    figures->callback([&code, &context, options] { code = report(context, *options); });
}

} // namespace vigie::cli
