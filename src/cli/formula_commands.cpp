// SPDX-License-Identifier: GPL-3.0-or-later
// formula check, eval, list
#include "cli/formula_commands.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/formula_help.hpp>
#include <vigie/insight/objectives.hpp>
#include <vigie/store/queries.hpp>

#include <array>
#include <cstdio>
#include <fmt/format.h>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr std::int32_t kDays = 30;

struct Options {
    std::string source, lang = "en", from, to, query;
};

struct Worth {
    std::optional<insight::FormulaError> wrong;
    std::string formula;
    insight::Period period;
    insight::FormulaValue value;
};

Result<insight::Period> periodOf(store::Tx &tx, const Options &options)
{
    VIGIE_TRY(const auto today, insight::workspaceToday(tx));
    insight::Period period{today - kDays, today};
    if (!options.from.empty()) {
        VIGIE_TRY(period.fromDay, parseIsoDay(options.from));
        period.toDay = std::max(today, period.fromDay + 1);
    }
    if (!options.to.empty()) {
        VIGIE_TRY(period.toDay, parseIsoDay(options.to));
        if (options.from.empty())
            period.fromDay = period.toDay - kDays;
    }
    return period;
}

Result<insight::FigureScope> scopeOf(store::Tx &tx, const std::string &name)
{
    if (name.empty())
        return insight::indicatorScope(tx, {});
    VIGIE_TRY(const auto all, store::Queries(tx).all());
    insight::FigureScope scope;
    for (const auto &query : all)
        if (query.name == name || std::to_string(query.id.value) == name)
            scope.query = query.id;
    if (!scope.query)
        return fail(Errc::NotFound, "no saved query \"" + name + "\"");
    return scope;
}

/// The source with the mistake marked below.
void printMistake(const std::string &source, const insight::FormulaError &error, const std::string &lang)
{
    std::printf("%s\n%*s%s\n%u: %s\n", oneLine(source, 2000).c_str(), static_cast<int>(error.column) - 1, "", "^", error.column, insight::formulaSentence(error, lang).c_str());
}

int refuse(const Context &context, const Options &options, const insight::FormulaError &error)
{
    context.print({{"valid", false}, {"mistake", toJson(error, options.lang)}}, [&] { printMistake(options.source, error, options.lang); });
    return kUsage;
}

int check(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto names = (*workspace)->store().readNow<insight::FormulaNames>([](store::Tx &tx) { return insight::formulaNames(tx); });
    if (!names)
        return context.failed(names.error());
    const auto formula = insight::checkFormula(options.source, *names);
    if (!formula)
        return refuse(context, options, formula.error());
    context.print({{"valid", true}, {"formula", formula->source}, {"unit", formula->unit().toString()}},
                  [&] { std::printf("%s\n%s\n", oneLine(formula->source, 2000).c_str(), formula->unit().toString().c_str()); });
    return kOk;
}

int eval(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto worth = (*workspace)->store().readNow<Worth>([&](store::Tx &tx) -> Result<Worth> {
        Worth out;
        VIGIE_TRY(const auto names, insight::formulaNames(tx));
        const auto formula = insight::checkFormula(options.source, names);
        if (!formula) {
            out.wrong = formula.error();
            return out;
        }
        out.formula = formula->source;
        VIGIE_TRY(out.period, periodOf(tx, options));
        VIGIE_TRY(const auto scope, scopeOf(tx, options.query));
        insight::WorkspaceFigures figures(tx, (*workspace)->columns());
        VIGIE_TRY(out.value, insight::evaluate(*formula, scope, out.period, figures));
        return out;
    });
    if (!worth)
        return context.failed(worth.error());
    if (worth->wrong)
        return refuse(context, options, *worth->wrong);
    auto object = toJson(worth->value);
    object["formula"] = worth->formula;
    object["from"] = toIsoDay(worth->period.fromDay);
    object["to"] = toIsoDay(worth->period.toDay);
    auto reads = Json::array();
    for (const auto &read : worth->value.reads)
        reads.push_back({{"figure", read.figure.key}, {"version", read.figure.version}, {"from", toIsoDay(read.period.fromDay)}, {"to", toIsoDay(read.period.toDay)},
                         {"value", orNull(read.figure.value)}, {"n", read.figure.n}});
    object["reads"] = reads;
    context.print(object, [&] { std::printf("%s\n", shown(worth->value).c_str()); });
    return kOk;
}

int list(const Context &context, const Options &options)
{
    auto figures = Json::array(), functions = Json::array();
    for (const auto &one : insight::catalogue()) {
        const auto words = insight::metricWords(one.key, options.lang);
        figures.push_back({{"key", one.key}, {"unit", insight::FormulaUnit::of(one.unit).toString()}, {"name", words.name}, {"definition", words.definition}, {"adds_up", one.additive}});
    }
    for (const auto &name : insight::functionNames())
        functions.push_back({{"name", name}, {"written", insight::functionSignature(name)}, {"definition", insight::functionDefinition(name, options.lang)}});
    context.print({{"figures", figures}, {"functions", functions}}, [&] {
        for (const auto &one : figures)
            std::printf("%-28s %-10s %s\n", one["key"].get<std::string>().c_str(), one["unit"].get<std::string>().c_str(), one["definition"].get<std::string>().c_str());
        for (const auto &one : functions)
            std::printf("%-39s %s\n", one["written"].get<std::string>().c_str(), one["definition"].get<std::string>().c_str());
    });
    return kOk;
}

} // namespace

nlohmann::json dayOrNull(const std::optional<std::int32_t> &day)
{
    return day ? Json(toIsoDay(*day)) : Json();
}

nlohmann::json toJson(const insight::FormulaValue &value)
{
    auto notes = Json::array();
    for (const auto &note : value.notes)
        notes.push_back({{"note", insight::toString(note.kind)}, {"count", note.count}, {"since", note.since ? Json(toRfc3339(*note.since)) : Json()}});
    return {{"value", orNull(value.value)}, {"unit", value.unit.toString()}, {"low", value.interval ? Json(value.interval->low) : Json()},
            {"high", value.interval ? Json(value.interval->high) : Json()}, {"method", insight::toString(value.method)}, {"n", value.n}, {"notes", notes}};
}

nlohmann::json toJson(const insight::FormulaError &error, const std::string &lang)
{
    return {{"fault", insight::faultName(error.fault)}, {"begin", error.begin}, {"end", error.end}, {"column", error.column}, {"arguments", error.arguments},
            {"sentence", insight::formulaSentence(error, lang)}};
}

std::string shown(double value, const insight::FormulaUnit &unit)
{
    return fmt::format("{:.6g} {}", value, unit.toString());
}

std::string shown(const insight::FormulaValue &value)
{
    if (!value.value)
        return "no data";
    auto out = shown(*value.value, value.unit);
    if (value.interval)
        out += fmt::format(" ({:.6g} to {:.6g}, {})", value.interval->low, value.interval->high, insight::toString(value.method));
    return out;
}

void addFormulaCommands(CLI::App &app, Context &context, int &code)
{
    auto *formula = app.add_subcommand("formula", "formulas of indicators: figures with filters, units checked");
    formula->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto *checking = formula->add_subcommand("check", "its canonical form and unit, or the mistake with its place");
    auto *worth = formula->add_subcommand("eval", "what it is worth over a period (the last thirty days), with its interval and what was read");
    auto *listing = formula->add_subcommand("list", "figures and functions, with their definitions");
    for (auto *command : {checking, worth})
        command->add_option("FORMULA", options->source, "as in docs/formulas.md")->required();
    for (auto *command : {checking, worth, listing})
        command->add_option("--lang", options->lang, "language of sentences")->check(CLI::IsMember({"en", "fr"}));
    worth->add_option("--from", options->from, "first day: 2026-11-01");
    worth->add_option("--to", options->to, "the day after the last");
    worth->add_option("--query", options->query, "saved query whose mentions are meant (the brand's unless given), name or number");
    checking->callback([&code, &context, options] { code = check(context, *options); });
    worth->callback([&code, &context, options] { code = eval(context, *options); });
    listing->callback([&code, &context, options] { code = list(context, *options); });
}

} // namespace vigie::cli
