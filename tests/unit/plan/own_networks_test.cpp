// SPDX-License-Identifier: GPL-3.0-or-later
// A network that the person described counts by its own rule before sending, like one that came with the program.
#include "plan/preflight.hpp"

#include <vigie/connect/recipe.hpp>

#include "support/own_recipe.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace vigie;
using namespace vigie::plan;

namespace {

struct RecipeFolder {
    RecipeFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-plan-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~RecipeFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    RecipeFolder(const RecipeFolder &) = delete;
    RecipeFolder &operator=(const RecipeFolder &) = delete;
    std::string path;
};

} // namespace

TEST_CASE("a recipe of one's own is counted by its own rule")
{
    const RecipeFolder folder;
    std::ofstream(folder.path + "/maison.json") << test::kOwnRecipe;
    const auto networks = connect::catalogueWith(folder.path);
    INFO((networks.broken().empty() ? std::string() : networks.broken().front().place + ": " + networks.broken().front().message));
    REQUIRE(networks.find("maison") != nullptr);
    Account account;
    account.id = AccountId{1};
    account.connector = "maison";
    account.limits.maxCharacters = 10;

    const std::string text = "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"; // six letters of two bytes
    CHECK(lengthProfile(networks, account).rule == text::LengthRule::Bytes);
    const auto findings = checkText(networks, text, "", 0, account);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().what == Finding::What::TooLong);
    CHECK(findings.front().used == 12);
    CHECK(findings.front().detail == kInBytes);
    // The networks that come with the program know nothing of it: six letters are six.
    CHECK(checkText(connect::builtinCatalogue(), text, "", 0, account).empty());
}
