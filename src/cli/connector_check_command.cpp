// SPDX-License-Identifier: GPL-3.0-or-later
// connector check: is a recipe good? No workspace is opened.
#include "cli/context.hpp"

#include <vigie/connect/recipe.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace vigie::cli {

namespace {

Result<std::string> readRecipe(const std::string &path)
{
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
        return fail(Errc::NotFound, path + " cannot be read");
    return text.str();
}

nlohmann::json toJson(const connect::recipe::Problem &problem)
{
    return {{"place", problem.pointer}, {"line", problem.line}, {"column", problem.column}, {"message", problem.message}};
}

/// Sentences of fixtures hold pieces of the file, which may be a stranger's.
std::string shown(const std::string &path, const connect::recipe::Problem &problem)
{
    return oneLine(path, 300) + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + oneLine(problem.text(), 500);
}

int check(const Context &context, const std::string &path)
{
    const auto text = readRecipe(path);
    if (!text)
        return context.failed(text.error());
    const auto report = connect::recipe::check(*text);
    const auto failed = std::count_if(report.fixtures.begin(), report.fixtures.end(), [](const auto &one) { return !one.passed(); });
    auto problems = nlohmann::json::array(), fixtures = nlohmann::json::array();
    for (const auto &problem : report.problems)
        problems.push_back(toJson(problem));
    for (const auto &one : report.fixtures) {
        nlohmann::json entry{{"name", one.name}, {"operation", one.operation}, {"passed", one.passed()}};
        if (!one.passed())
            entry["failure"] = toJson(one.failure);
        fixtures.push_back(std::move(entry));
    }
    const auto taken = connect::builtinCatalogue().find(report.id) != nullptr;
    context.print({{"id", report.id}, {"name", report.name}, {"good", report.good()}, {"built_in", taken}, {"problems", problems}, {"fixtures", fixtures}}, [&] {
        for (const auto &problem : report.problems)
            std::printf("%s\n", shown(path, problem).c_str());
        for (const auto &one : report.fixtures)
            if (one.passed())
                std::printf("ok    %-18s %s\n", oneLine(one.operation, 18).c_str(), oneLine(one.name, 100).c_str());
            else
                std::printf("FAIL  %-18s %s\n      %s\n", oneLine(one.operation, 18).c_str(), oneLine(one.name, 100).c_str(), shown(path, one.failure).c_str());
        if (!report.problems.empty())
            std::printf("%zu problem(s)\n", report.problems.size());
        else
            std::printf("%s: %zu fixture(s), %lld failed\n", oneLine(report.name, 60).c_str(), report.fixtures.size(), static_cast<long long>(failed));
    });
    return report.good() ? kOk : report.problems.empty() ? kPartly : kUsage;
}

} // namespace

void addConnectorCheckCommand(CLI::App &connector, Context &context, int &code)
{
    const auto file = std::make_shared<std::string>();
    auto *command = connector.add_subcommand("check", "read a recipe and run its fixtures; nothing is sent");
    command->add_option("file", *file, "the recipe, - for standard input")->required();
    command->callback([&context, &code, file] { code = check(context, *file); });
}

} // namespace vigie::cli
