// SPDX-License-Identifier: GPL-3.0-or-later
// connector check|list: is a recipe good, which networks are there and how honestly each was tried. No workspace is opened.
#include "cli/account_words.hpp"
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

const char *levelName(connect::Verification level)
{
    switch (level) {
    case connect::Verification::RealServer: return "real-server";
    case connect::Verification::ThirdPartyClient: return "third-party-client";
    case connect::Verification::Schema: return "schema";
    case connect::Verification::DocumentsOnly: break;
    }
    return "documents";
}

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

nlohmann::json describe(const connect::Connector &connector)
{
    const auto &network = connector.describe();
    auto capabilities = nlohmann::json::object();
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        if (network.capabilities.has(what))
            capabilities[toString(what)] = {{"reason", toString(network.capabilities.why(what))}, {"verification", levelName(network.verificationOf(what))}};
    }
    return {{"id", network.id}, {"name", network.name}, {"family", network.family}, {"verification", levelName(network.verification)}, {"docs", network.docs}, {"capabilities", capabilities}};
}

void printPlain(const connect::Connector &connector)
{
    const auto &network = connector.describe();
    std::printf("%-16s %-32s %s\n", oneLine(network.id, 16).c_str(), oneLine(network.name, 32).c_str(), levelName(network.verification));
    for (const auto level : {connect::Verification::RealServer, connect::Verification::ThirdPartyClient, connect::Verification::Schema, connect::Verification::DocumentsOnly}) {
        std::string words;
        for (std::size_t i = 0; i < kCapabilityCount; ++i) {
            const auto what = static_cast<Capability>(i);
            if (network.capabilities.has(what) && network.verificationOf(what) == level)
                words += (words.empty() ? "" : ", ") + std::string(toString(what));
        }
        if (!words.empty())
            std::printf("    %s: %s\n", levelName(level), words.c_str());
    }
}

int list(const Context &context, const std::string &folder, bool markdown)
{
    const auto catalogue = connect::catalogueWith(folder.empty() ? app::recipesFolder() : folder);
    if (markdown) {
        printNetworkTable(connect::builtinCatalogue()); // what the documents say is the same on every machine
        return kOk;
    }
    auto networks = nlohmann::json::array(), broken = nlohmann::json::array();
    for (const auto &connector : catalogue.all())
        networks.push_back(describe(*connector));
    for (const auto &one : catalogue.broken())
        broken.push_back({{"path", one.path}, {"id", one.id}, {"line", one.line}, {"column", one.column}, {"place", one.place}, {"message", one.message}});
    context.print({{"networks", networks}, {"broken", broken}}, [&] {
        for (const auto &connector : catalogue.all())
            printPlain(*connector);
        for (const auto &one : catalogue.broken())
            std::fprintf(stderr, "%s:%d:%d: %s: %s\n", oneLine(one.path, 300).c_str(), one.line, one.column, oneLine(one.place, 200).c_str(), oneLine(one.message, 300).c_str());
    });
    return catalogue.broken().empty() ? kOk : kPartly;
}

} // namespace

void addConnectorCommand(CLI::App &app, Context &context, int &code)
{
    auto *group = app.add_subcommand("connector", "the networks Vigie speaks, and recipes for others");
    group->require_subcommand(1);
    struct Options {
        std::string file, folder;
        bool markdown = false;
    };
    const auto options = std::make_shared<Options>();
    auto *checks = group->add_subcommand("check", "read a recipe and run its fixtures; nothing is sent");
    checks->add_option("file", options->file, "the recipe, - for standard input")->required();
    checks->callback([&context, &code, options] { code = check(context, options->file); });
    auto *lists = group->add_subcommand("list", "networks, what each offers and against what that was verified");
    lists->add_option("--recipes", options->folder, "folder of recipes (default: the one of this user)");
    lists->add_flag("--markdown", options->markdown, "as the table of docs/networks.md");
    lists->callback([&context, &code, options] { code = list(context, options->folder, options->markdown); });
}

} // namespace vigie::cli
