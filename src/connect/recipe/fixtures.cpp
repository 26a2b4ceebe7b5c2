// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the fixtures of a recipe: each request it would send is compared with the one that is expected, each answer is read,
// and what comes out is compared in the neutral model. Nothing leaves.
#include <vigie/connect/recipe.hpp>

#include "connect/recipe/connector.hpp"
#include "connect/recipe/fixture_run.hpp"
#include "connect/recipe/load.hpp"

namespace vigie::connect::recipe {

CheckReport check(std::string_view text)
{
    CheckReport report;
    std::shared_ptr<const Document> document;
    const auto made = loadRecipe(text, report.problems, &document);
    if (document && document->root.is_object()) {
        report.id = textAt(document->root, "id");
        report.name = textAt(document->root, "name");
    }
    if (!made)
        return report;
    const auto connector = makeConnector(made);
    for (std::size_t i = 0; i < made->fixtures.size(); ++i) {
        const auto &fixture = made->fixtures[i];
        FixtureResult result{textAt(fixture, "name"), textAt(fixture, "operation"), {}};
        FixtureRun run(*made, *connector, fixture, "/fixtures/" + std::to_string(i));
        runOperation(run);
        const auto stop = run.finish();
        if (!stop.message.empty())
            result.failure = document->problem(stop.pointer, stop.message);
        report.fixtures.push_back(std::move(result));
    }
    return report;
}

} // namespace vigie::connect::recipe
