// SPDX-License-Identifier: GPL-3.0-or-later
// Networks described by a JSON file (docs/recipes.md): loaded into a Connector like those written in code, checked
// against the fixtures that the file itself carries.
// Thread: pure functions; a Connector made here is immutable. Errors: problems with their place in the file.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect {

namespace recipe {

/// What is wrong with a recipe, and where.
struct Problem {
    std::string pointer;                   ///< RFC 6901: "/operations/reply/path"; empty: the whole file
    int line = 0, column = 0;              ///< 1-based; column in bytes
    std::string message;

    /// "operations.reply.path: unknown variable {x}, line 42"
    [[nodiscard]] std::string text() const;
};

struct Loaded {
    std::unique_ptr<Connector> connector;  ///< none when there are problems
    std::vector<Problem> problems;
};
/// Reads and checks a recipe, without running its fixtures.
[[nodiscard]] Loaded load(std::string_view text);

/// One fixture of a recipe, run.
struct FixtureResult {
    std::string name, operation;
    Problem failure;                       ///< an empty message: it came out as expected
    [[nodiscard]] bool passed() const { return failure.message.empty(); }
};
struct CheckReport {
    std::string id, name;
    std::vector<Problem> problems;
    std::vector<FixtureResult> fixtures;
    [[nodiscard]] bool good() const;
};
/// Loads, then runs the recipe's own fixtures. Nothing is sent.
[[nodiscard]] CheckReport check(std::string_view text);

} // namespace recipe

/// builtinCatalogue(), and the recipes of `folder` (*.json, in the order of their names). What cannot be used is listed in
/// Catalogue::broken(); a recipe never replaces a network that is there already.
[[nodiscard]] Catalogue catalogueWith(const std::string &folder);

} // namespace vigie::connect
