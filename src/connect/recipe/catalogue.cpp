// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that people put into their own folder.
#include <vigie/connect/recipe.hpp>

#include "connect/recipe/connector.hpp"
#include "connect/recipe/load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vigie::connect {

namespace {

constexpr std::uintmax_t kLargest = 2U << 20;

Result<std::string> readFile(const std::filesystem::path &path)
{
    std::error_code error;
    if (const auto size = std::filesystem::file_size(path, error); error || size > kLargest)
        return fail(Errc::InvalidInput, error ? "cannot be read: " + error.message() : "a recipe has at most 2 MiB");
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
        return fail(Errc::Storage, "cannot be read");
    return text.str();
}

/// "operations.reply.path" of "/operations/reply/path".
std::string dotted(const std::string &pointer)
{
    std::string out;
    for (std::size_t i = 1; i < pointer.size(); ++i) {
        if (pointer[i] == '~' && i + 1 < pointer.size())
            out += pointer[++i] == '1' ? '/' : '~';
        else
            out += pointer[i] == '/' ? '.' : pointer[i];
    }
    return out;
}

BrokenRecipe broken(const std::filesystem::path &path, const recipe::CheckReport &report)
{
    BrokenRecipe one;
    one.path = path.string();
    one.id = report.id;
    const auto failed = std::find_if(report.fixtures.begin(), report.fixtures.end(), [](const auto &fixture) { return !fixture.passed(); });
    const auto problem = !report.problems.empty() ? report.problems.front() : failed != report.fixtures.end() ? failed->failure : recipe::Problem{};
    one.line = problem.line;
    one.column = problem.column;
    one.place = dotted(problem.pointer);
    one.message = problem.message;
    return one;
}

void addFrom(const std::filesystem::path &path, Catalogue &all)
{
    auto text = readFile(path);
    if (!text) {
        all.addBroken({path.string(), {}, 0, 0, {}, text.error().detail});
        return;
    }
    const auto report = recipe::check(*text);
    if (!report.good()) {
        all.addBroken(broken(path, report));
        return;
    }
    if (all.find(report.id) != nullptr || report.id == "file") {
        all.addBroken({path.string(), report.id, 1, 1, "id", "there is a network \"" + report.id + "\" already; a recipe cannot take its place"});
        return;
    }
    all.add(recipe::load(*text).connector);
}

} // namespace

Catalogue catalogueWith(const std::string &folder)
{
    auto all = builtinCatalogue();
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json" && entry.path().filename() != "recipe.schema.json")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const auto &path : paths)
        addFrom(path, all);
    return all;
}

} // namespace vigie::connect

namespace vigie::connect::recipe {

std::string Problem::text() const
{
    auto place = dotted(pointer);
    return (place.empty() ? "" : place + ": ") + message + (line > 0 ? ", line " + std::to_string(line) : "");
}

bool CheckReport::good() const
{
    return problems.empty() && std::all_of(fixtures.begin(), fixtures.end(), [](const FixtureResult &one) { return one.passed(); });
}

Loaded load(std::string_view text)
{
    Loaded loaded;
    if (auto made = loadRecipe(text, loaded.problems))
        loaded.connector = makeConnector(std::move(made));
    return loaded;
}

} // namespace vigie::connect::recipe
