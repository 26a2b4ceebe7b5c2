// SPDX-License-Identifier: GPL-3.0-or-later
// query check, query lists, query list; the others are in query_history_commands.cpp
#include "cli/query_words.hpp"

#include <vigie/store/queries.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace vigie::cli {

namespace {

/// What the workspace says, when there is one: a query can be tried without.
Result<text::QueryContext> groundOf(const Context &context)
{
    const auto path = context.path();
    std::error_code ignored;
    if (!path || !std::filesystem::exists(*path, ignored)) {
        text::QueryContext none;
        none.zone = systemZone();
        none.now = SystemClock().now();
        return none;
    }
    VIGIE_TRY(const auto workspace, context.open(false));
    return workspace->store().readNow<text::QueryContext>([](store::Tx &tx) { return store::Queries(tx).context(); });
}

text::QueryCost costHere(const Context &context, const text::Query &query)
{
    const auto path = context.path();
    std::error_code ignored;
    if (path && std::filesystem::exists(*path, ignored))
        if (const auto workspace = context.open(false))
            if (auto cost = (*workspace)->store().readNow<text::QueryCost>([&](store::Tx &tx) { return store::Queries(tx).cost(query); }))
                return std::move(*cost);
    return text::costOf(query);
}

int check(const Context &context, const std::string &typed, const std::string &from)
{
    const auto dialect = from.empty() ? std::optional(text::QueryDialect::Vigie) : from == "auto" ? std::nullopt : text::dialectFrom(from);
    const auto translation = text::translateQuery(sourceOf(typed), dialect);
    const auto ground = groundOf(context);
    if (!ground)
        return context.failed(ground.error());
    const auto query = text::parseAndBind(translation.source, *ground);
    nlohmann::json out{{"valid", query.has_value()}, {"translation", describe(translation)}};
    if (!query) {
        out["error"] = describe(query.error(), translation.source);
        if (context.json) {
            context.print(out, [] {});
            return kUsage;
        }
        printNotes(translation);
        return failedQuery(context, translation.source, query.error());
    }
    const auto cost = costHere(context, *query);
    out["canonical"] = text::toSource(query->root);
    out["mixed_and_or"] = query->mixedAndOr;
    out["small_operators"] = query->softOperators;
    out["cost"] = describe(*query, cost);
    context.print(out, [&] {
        if (translation.dialect != text::QueryDialect::Vigie)
            std::printf("from %s: %s\n", text::dialectName(translation.dialect), translation.source.c_str());
        printNotes(translation);
        std::printf("%s\n", text::toSource(query->root).c_str());
        printWarnings(*query);
        printCost(*query, cost);
    });
    return kOk;
}

int lists(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<text::QueryLibrary::AuthorList>>([](store::Tx &tx) { return store::Queries(tx).authorLists(); });
    if (!found)
        return context.failed(found.error());
    auto array = nlohmann::json::array();
    for (const auto &list : *found)
        array.push_back({{"name", list.name}, {"authors", list.authors}});
    context.print(array, [&] {
        for (const auto &list : *found)
            std::printf("%-30s %zu author(s)\n", oneLine(list.name, 30).c_str(), list.authors.size());
    });
    return kOk;
}

int saveList(const Context &context, const std::string &name, const std::vector<std::string> &authors)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto saved = (*workspace)->store().writeNow<void>([&](store::Tx &tx) { return store::Queries(tx).saveAuthorList(name, authors); });
    if (!saved)
        return context.failed(saved.error());
    context.print({{"name", name}, {"authors", authors}}, [&] { std::printf("List %s: %zu author(s)\n", oneLine(name, 60).c_str(), authors.size()); });
    return kOk;
}

} // namespace

void addQueryCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::string query, from, name;
        std::vector<std::string> authors;
    };
    auto options = std::make_shared<Options>();
    auto *query = app.add_subcommand("query", "the query language: try one, translate one, lists of authors");
    query->require_subcommand(1);
    auto *tried = query->add_subcommand("check", "how a query is read, what is wrong with it and how to mend it, what it costs");
    tried->add_option("query", options->query, "the query")->required();
    tried->add_option("--from", options->from, "it is of another tool: translate it first; auto: find out of which")
        ->check(CLI::IsMember({"auto", "brandwatch", "talkwalker", "meltwater"}));
    tried->callback([&code, &context, options] { code = check(context, options->query, options->from); });
    auto *shown = query->add_subcommand("lists", "the lists of authors that list: knows");
    shown->callback([&code, &context] { code = lists(context); });
    auto *kept = query->add_subcommand("list", "makes or replaces a list of authors; without authors it goes");
    kept->add_option("name", options->name)->required();
    kept->add_option("authors", options->authors, "handles, as in author:");
    kept->callback([&code, &context, options] { code = saveList(context, options->name, options->authors); });
    addQueryHistoryCommands(*query, context, code);
}

} // namespace vigie::cli
