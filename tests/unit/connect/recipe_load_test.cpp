// SPDX-License-Identifier: GPL-3.0-or-later
// What a recipe must be to be used, and what is said of one that cannot be.
#include "recipe_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

/// Sentences about the recipe, one per line.
std::string problemsOf(const std::string &text)
{
    std::string all;
    for (const auto &problem : recipe::load(text).problems)
        all += problem.text() + "\n";
    return all;
}

bool says(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every recipe that comes with Vigie loads and passes its own fixtures", "[recipe]")
{
    int seen = 0;
    for (const auto &entry : std::filesystem::directory_iterator(std::string(VIGIE_SOURCE_DIR) + "/resources/recipes")) {
        if (entry.path().filename() == "recipe.schema.json" || entry.path().extension() != ".json")
            continue;
        const auto report = recipe::check(fileText(entry.path().string()));
        INFO(entry.path().filename().string());
        for (const auto &problem : report.problems)
            UNSCOPED_INFO(problem.text());
        for (const auto &fixture : report.fixtures)
            if (!fixture.passed())
                UNSCOPED_INFO(fixture.name + ": " + fixture.failure.text());
        CHECK(report.good());
        CHECK(builtinCatalogue().find(report.id) != nullptr);
        ++seen;
    }
    CHECK(seen >= 1);
}

TEST_CASE("a small recipe is a network", "[recipe]")
{
    const RecipeDesk desk(smallRecipe());
    INFO(desk.why);
    REQUIRE(desk.connector != nullptr);
    const auto &descriptor = desk.connector->describe();
    CHECK(descriptor.id == "forum");
    CHECK(descriptor.fields.front().key == "instance");
    CHECK(descriptor.fields.front().fr == "Adresse du forum");
    CHECK(descriptor.capabilities.has(Capability::Inbox));
    CHECK(!descriptor.capabilities.has(Capability::Reply));
    CHECK(descriptor.rate.pollEvery == std::chrono::seconds{120});
    CHECK(descriptor.verificationOf(Capability::Inbox) == Verification::DocumentsOnly);
    CHECK(!descriptor.needsSignIn());
}

TEST_CASE("an unknown variable is told with its place and its line", "[recipe]")
{
    const std::string text = R"({
 "recipe": 1, "id": "forum", "name": "Forum", "family": "forum", "version": "1", "docs": "https://x.example", "verification": "documents",
 "base": "https://x.example", "rate": {},
 "operations": {
  "me": {"author": {"id": "1"}},
  "reply": {
   "post": "/posts/{x}/replies",
   "result": {"id": "/id"}
  }
 }
})";
    const auto problems = recipe::load(text).problems;
    const auto found = std::find_if(problems.begin(), problems.end(), [](const auto &one) { return one.pointer == "/operations/reply/post"; });
    REQUIRE(found != problems.end());
    CHECK(found->line == 7);
    CHECK(found->column == 4);
    CHECK(found->text() == "operations.reply.post: unknown variable {x}, line 7");
}

TEST_CASE("a typo in a key is refused, with the key that was meant", "[recipe]")
{
    auto recipe = smallRecipe();
    recipe["operations"]["inbox"]["itmes"] = "/x";
    recipe["operations"]["inbox"]["map"]["publishd"] = "/x";
    recipe["operatoins"] = Json::object();
    const auto said = problemsOf(withFixtures(recipe));
    CHECK(says(said, "operations.inbox.itmes: unknown key \"itmes\" (did you mean \"items\"?)"));
    CHECK(says(said, "operations.inbox.map.publishd: unknown key \"publishd\" (did you mean \"published\"?)"));
    CHECK(says(said, "operatoins: unknown key \"operatoins\" (did you mean \"operations\"?)"));
}

TEST_CASE("what is not JSON, or says the same twice, is told with its place", "[recipe]")
{
    const auto broken = recipe::load("{\n \"recipe\": 1,\n \"id\": \"a\" \"b\"\n}");
    CHECK(broken.connector == nullptr);
    REQUIRE(!broken.problems.empty());
    CHECK(broken.problems.front().line == 3);
    const auto twice = recipe::load("{\n \"recipe\": 1,\n \"id\": \"aa\",\n \"id\": \"bb\"\n}");
    REQUIRE(!twice.problems.empty());
    CHECK(twice.problems.front().line == 4);
    CHECK(twice.problems.front().message == "this key is given twice");
    CHECK(recipe::load("[]").connector == nullptr);
    CHECK(recipe::load("").connector == nullptr);
    CHECK(recipe::load(std::string(100, '[')).connector == nullptr);
}

TEST_CASE("numbers do not shift the places of what follows them", "[recipe]")
{
    const auto said = recipe::load("{\"recipe\": 1,\n\"rate\": {\"requests\": 60,\"window_s\":-1},\n\"nonsense\":2}").problems;
    const auto of = [&](const std::string &pointer) { return std::find_if(said.begin(), said.end(), [&](const auto &one) { return one.pointer == pointer; }); };
    REQUIRE(of("/rate/window_s") != said.end());
    CHECK(of("/rate/window_s")->line == 2);
    CHECK(of("/rate/window_s")->column == 25);
    REQUIRE(of("/nonsense") != said.end());
    CHECK(of("/nonsense")->line == 3);
    CHECK(of("/nonsense")->column == 1);
}

TEST_CASE("a recipe without its fixtures is refused", "[recipe]")
{
    auto recipe = smallRecipe();
    recipe["fixtures"] = Json::array({{{"name", "a"}, {"operation", "me"}, {"expect", Json::object()}}});
    const auto said = problemsOf(recipe.dump());
    CHECK(says(said, "no fixture for operation \"inbox\""));
    CHECK(says(said, "no fixture with an error"));
    CHECK(says(said, "no fixture with a rate limit"));
    CHECK(!says(said, "operation \"me\""));
}

TEST_CASE("what a recipe may not be", "[recipe]")
{
    const auto with = [](const std::string &pointer, const Json &value) {
        auto recipe = smallRecipe();
        recipe[Json::json_pointer(pointer)] = value;
        return problemsOf(withFixtures(recipe));
    };
    CHECK(problemsOf(withFixtures(smallRecipe())).empty());
    CHECK(says(with("/recipe", 2), "the version of the language"));
    CHECK(says(with("/id", "No Spaces"), "small letters"));
    CHECK(says(with("/base", "http://forum.example"), "https://"));
    CHECK(says(with("/base", "https://{account.name}.example"), "a host that stands there as it is"));
    CHECK(says(with("/hosts", Json::array({"192.168.0.1"})), "not a public host name"));
    CHECK(says(with("/operations/inbox/map/text", {{"match", "/a"}, {"regex", "(("}}), "not a regular expression"));
    CHECK(says(with("/operations/inbox/map/text", {{"lowr", "/a"}}), "unknown operation \"lowr\" (did you mean \"lower\"?)"));
    CHECK(says(with("/operations/inbox/map/text", {{"lower", "/a"}, {"zone", "x"}}), "does not go with"));
    CHECK(says(with("/operations/inbox/map/text", "{secret.access}"), "unknown variable {secret.access}")); // what is kept can hold no secret
    CHECK(says(with("/operations/inbox/map/published", {{"time", "/a"}, {"zone", "Mars/Base"}}), "no such time zone"));
    CHECK(says(with("/operations/inbox/map", "nothing"), "no such map"));
    CHECK(says(with("/operations/inbox/errors", Json::array({{{"as", "rate_limit"}}})), "unknown error \"rate_limit\" (did you mean \"rate_limited\"?)"));
    CHECK(says(with("/operations/inbx", Json::object()), "unknown operation \"inbx\" (did you mean \"inbox\"?)"));
    CHECK(says(with("/capabilities", {{"reply", "offered"}}), "no operation does it"));
    CHECK(says(with("/operations/inbox/paging", {{"kind", "cursor"}}), "needs \"next\""));
    CHECK(says(with("/operations/listen.tag", {{"get", "/t"}, {"each", "words"}, {"items", "/x"}, {"map", {{"id", "/id"}, {"published", "/at"}}}}), "no field of the kind"));
}

TEST_CASE("recipes of the person appear beside the built-in ones, broken ones are listed", "[recipe]")
{
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("vigie-recipes-" + std::to_string(::getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    const auto put = [&](const char *name, const std::string &text) { std::ofstream(folder / name) << text; };
    auto good = smallRecipe();
    good["operations"].erase("inbox");
    good["operations"]["me"] = {{"author", {{"id", "1"}}}};
    good["operations"]["lookup"] = {{"get", "/p/{id}"}, {"items", "."}, {"map", {{"id", "/id"}, {"published", "/at"}}}};
    const auto fixture = [](const char *name, int status, const Json &expect) {
        return Json{{"name", name}, {"operation", "lookup"}, {"ids", {"1"}}, {"expect", expect},
                    {"exchanges", Json::array({{{"request", {{"url", "https://server.example/api/p/1"}}}, {"response", {{"status", status}, {"json", {{"id", 1}, {"at", "2026-01-01T00:00:00Z"}}}}}}})}};
    };
    good["fixtures"] = Json::array({{{"name", "me"}, {"operation", "me"}, {"expect", Json::object()}}, fixture("found", 200, {{"items", Json::array({{{"id", "1"}}})}}),
                                    fixture("forbidden", 403, {{"error", "forbidden"}}), fixture("slow down", 429, {{"error", "rate_limited"}})});
    put("a.json", good.dump(1));
    auto same = good;
    same["id"] = "mastodon";
    put("b.json", same.dump(1));
    put("c.json", "{\n \"recipe\": 1,\n \"idd\": \"x\"\n}");
    auto wrong = good;
    wrong["id"] = "wrong";
    wrong["fixtures"][1]["expect"]["items"][0]["id"] = "2";
    put("d.json", wrong.dump(1));
    put("notes.txt", "no recipe");

    const auto catalogue = catalogueWith(folder.string());
    CHECK(catalogue.find("forum") != nullptr);
    CHECK(catalogue.find("mastodon")->describe().name == "Mastodon");
    REQUIRE(catalogue.broken().size() == 3);
    CHECK(catalogue.broken()[0].message.find("there is a network \"mastodon\" already") == 0);
    CHECK(catalogue.broken()[1].line == 1);
    CHECK(catalogue.broken()[2].place == "fixtures.1.expect.items.0.id");
    CHECK(catalogue.broken()[2].message == "\"2\" expected, \"1\" came out");
    CHECK(catalogue.broken()[2].line > 1);
    CHECK(catalogueWith((folder / "nothing").string()).broken().empty());
    fs::remove_all(folder);
}
