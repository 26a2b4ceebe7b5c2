// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions, times, text, trees, media, missing values: what recipes make of answers.
#include "recipe_support.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

/// The first item made of `entry` with these keys of the map over the usual ones.
Item mapped(const Json &map, const Json &entry, const Json &more = Json::object())
{
    auto recipe = smallRecipe();
    for (const auto &[key, value] : map.items())
        recipe["operations"]["inbox"]["map"][key] = value;
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    auto whole = entry;
    if (!whole.contains("id"))
        whole["id"] = 1;
    if (!whole.contains("at"))
        whole["at"] = "2026-11-20T10:00:00Z";
    Json body{{"posts", Json::array({whole})}};
    for (const auto &[key, value] : more.items())
        body[key] = value;
    auto page = desk.read(body.dump(), {"inbox", Direction::Forward, {}, {}});
    REQUIRE(page.items.size() == 1);
    return page.items.front();
}

std::string titleOf(const Json &expression, const Json &entry, const Json &more = Json::object())
{
    return mapped({{"title", expression}}, entry, more).title;
}

Instant publishedOf(const Json &expression, const Json &entry)
{
    return mapped({{"published", expression}}, entry).publishedAt;
}

} // namespace

TEST_CASE("recipes: expressions", "[recipe][expression]")
{
    const Json entry{{"a", "Alpha"}, {"n", 12}, {"f", 2.5}, {"yes", true}, {"empty", ""}, {"nothing", nullptr}, {"tags", {{{"name", "x"}}, {{"name", "y"}}}}, {"a/b", {{"~c", "odd"}}}, {"accents", "\xC3\xA9t\xC3\xA9 fini"}};
    CHECK(titleOf("/a", entry) == "Alpha");
    CHECK(titleOf("/a~1b/~0c", entry) == "odd");
    CHECK(titleOf("/tags/1/name", entry) == "y");
    CHECK(titleOf("{/a} no {/n}, {{that}}", entry) == "Alpha no 12, {that}");
    CHECK(titleOf("{/a}{/missing}", entry) == "");
    CHECK(titleOf("{/a}{/missing?}!", entry) == "Alpha!");
    CHECK(titleOf(Json::array({"/nothing", "/empty", "/a"}), entry) == "Alpha");
    CHECK(titleOf({{"map", "/n"}, {"cases", {{"12", "dozen"}}}, {"else", "many"}}, entry) == "dozen");
    CHECK(titleOf({{"map", "/a"}, {"cases", {{"12", "dozen"}}}, {"else", "many"}}, entry) == "many");
    CHECK(titleOf({{"slice", "/accents"}, {"from", 0}, {"to", 3}}, entry) == "\xC3\xA9t\xC3\xA9");
    CHECK(titleOf({{"slice", "/accents"}, {"from", -4}}, entry) == "fini");
    CHECK(titleOf({{"split", "/accents"}, {"by", " "}, {"take", -1}}, entry) == "fini");
    CHECK(titleOf({{"split", "a\tb\tc"}, {"by", "\t"}, {"take", "rest"}}, entry) == "b\tc");
    CHECK(titleOf({{"split", "/a"}, {"by", "\t"}, {"take", "rest"}}, entry) == "");
    CHECK(titleOf({{"match", "wait 17 secondes"}, {"regex", "([0-9]+) (?:seconds|secondes)"}}, entry) == "17");
    CHECK(titleOf({{"lower", "/a"}}, entry) == "alpha");
    CHECK(titleOf({{"list", "/tags/*"}, {"take", "/name"}, {"with", "+"}}, entry) == "x+y");
    CHECK(titleOf({{"count", "/tags"}}, entry) == "2");
    CHECK(titleOf({{"add", {"/n", 1}}}, entry) == "13");
    CHECK(titleOf({{"integer", "007"}}, entry) == "7");
    CHECK(titleOf({{"decode", "Tom &amp; Zo&#233;"}}, entry) == "Tom & Zo\xC3\xA9");
    CHECK(titleOf({{"url_encode", "a b/c"}}, entry) == "a%20b%2Fc");
    CHECK(titleOf({{"base64", "user:pass"}}, entry) == "dXNlcjpwYXNz");
    CHECK(titleOf({{"when", {{"all", {{{"equals", {"/n", 12}}}, {{"greater", {"/f", 2}}}, {{"not", {{"exists", "/nothing"}}}}, {{"in", {"/a", {"Alpha", "Beta"}}}}}}}}, {"then", "so"}, {"else", "not so"}}, entry) == "so");
    CHECK(titleOf({{"when", {{"any", {{{"less", {"/f", 2}}}, {{"matches", "/a"}, {"regex", "^B"}}}}}}, {"then", "so"}, {"else", "not so"}}, entry) == "not so");
    CHECK(titleOf({{"join", "$/users"}, {"key", "/id"}, {"on", "/n"}, {"take", "{/first} of {^/a}"}}, entry, {{"users", {{{"id", "3"}, {"first", "No"}}, {{"id", "12"}, {"first", "Ada"}}}}}) == "Ada of Alpha");
    CHECK(titleOf({{"join", "$/users"}, {"key", "/id"}, {"on", "/n"}, {"take", "/first"}}, entry) == "");
}

TEST_CASE("recipes: ids keep every digit", "[recipe][expression]")
{
    auto recipe = smallRecipe();
    const RecipeDesk desk(recipe);
    REQUIRE(desk.connector);
    const auto page = desk.read(R"({"posts":[{"id":18446744073709551617,"at":"2026-11-20T10:00:00Z"},{"id":9007199254740993,"at":"2026-11-20T10:00:00Z"}]})", {"inbox", Direction::Forward, {}, {}});
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].nativeId == "18446744073709551617");
    CHECK(page.items[1].nativeId == "9007199254740993");
}

TEST_CASE("recipes: times as networks write them", "[recipe][time]")
{
    const auto expected = at("2026-11-20T10:00:00Z");
    const auto time = [&](const Json &value, Json how) {
        how["time"] = "/t";
        return publishedOf(how, {{"t", value}});
    };
    CHECK(time("2026-11-20T11:00:00+01:00", Json::object()) == expected);
    CHECK(time(1795168800, {{"format", "epoch_s"}}) == expected);
    CHECK(time("1795168800", {{"format", "epoch_s"}}) == expected);
    CHECK(time(1795168800000, {{"format", "epoch_ms"}}) == expected);
    CHECK(time("1795168800.5", {{"format", "epoch_float"}}) == expected + std::chrono::milliseconds{500});
    CHECK(time({{"seconds", "1795168800"}, {"nanos", 250000000}}, {{"format", "seconds_nanos"}}) == expected + std::chrono::milliseconds{250});
    CHECK(time("Fri, 20 Nov 2026 10:00:00 GMT", {{"format", "rfc822"}}) == expected);
    CHECK(time("2026-11-20T11:00:00", {{"format", "wall"}, {"zone", "Europe/Paris"}}) == expected);
    CHECK(time("2026-11-20 10:00:00", {{"format", "wall"}}) == expected);
    CHECK(time("20/11/2026 11:00", {{"format", "pattern"}, {"pattern", "%d/%m/%Y %H:%M"}, {"zone", "Europe/Paris"}}) == expected);
    CHECK(time("20 Nov 2026 12:00:00 +0200", {{"format", "pattern"}, {"pattern", "%d %b %Y %H:%M:%S %z"}}) == expected);
}

TEST_CASE("recipes: a time that cannot be read, or has not come, is unknown", "[recipe][time]")
{
    for (const Json &value : {Json("yesterday"), Json(nullptr), Json(1e300), Json("2031-01-01T00:00:00Z"), Json::array()}) {
        const auto item = mapped({{"published", "/t"}}, {{"t", value}});
        CHECK(item.precision == TimePrecision::Unknown);
        CHECK(item.publishedAt == at("2026-11-21T12:00:00Z"));
    }
    CHECK(mapped({{"precision", "day"}}, Json::object()).precision == TimePrecision::Day);
    CHECK(!mapped({{"edited", "/at"}}, Json::object()).editedAt);
}

TEST_CASE("recipes: HTML, Markdown and plain text become text with spans", "[recipe][text]")
{
    const auto html = mapped({{"text", {{"html", "/t"}}}}, {{"t", "<p>Hello <a href=\"/x\">there</a></p><script>no</script>"}});
    CHECK(html.text == "Hello there");
    const auto markdown = mapped({{"text", {{"markdown", "/t"}}}}, {{"t", "**Bold** [a link](https://a.example/) and https://b.example/x @ada\n\n- one\n- two <script>alert(1)</script>"}});
    CHECK(markdown.text.find("Bold a link and https://b.example/x @ada") == 0);
    CHECK(markdown.text.find("script") == std::string::npos);
    REQUIRE(markdown.spans.size() >= 2);
    CHECK(markdown.spans[0].target == "https://a.example/");
    CHECK(markdown.spans[1].target == "https://b.example/x");
    CHECK(mapped({{"text", "/t"}}, {{"t", "<b>not markup</b>"}}).text == "<b>not markup</b>");
    const auto choice = mapped({{"text", {{{"html", "/none"}}, {{"plain", "/t"}}}}}, {{"t", "words"}});
    CHECK(choice.text == "words");
    const auto split = mapped({{"title", {{"split", "/t"}, {"by", "\t"}}}, {"text", {{"plain", {{"split", "/t"}, {"by", "\t"}, {"take", "rest"}}}}}}, {{"t", "Great\tWorks well"}});
    CHECK(split.title == "Great");
    CHECK(split.text == "Works well");
    const auto spans = mapped({{"spans", {{"each", "/e"}, {"begin", "/offset"}, {"length", "/length"}, {"unit", "utf16"}, {"kind", {{"map", "/type"}, {"cases", {{"m", "mention"}}}}}, {"target", "/user"}}}},
                              {{"text", "\xF0\x9F\x91\x8D hi ada"}, {"e", {{{"offset", 6}, {"length", 3}, {"type", "m"}, {"user", "ada@x"}}, {{"offset", 1}, {"length", 2}, {"type", "m"}}}}});
    REQUIRE(spans.spans.size() == 1); // the second one cuts an emoji in two
    CHECK(spans.text.substr(spans.spans[0].begin, 3) == "ada");
    CHECK(spans.spans[0].kind == TextSpan::Kind::Mention);
    CHECK(spans.spans[0].target == "ada@x");
}

TEST_CASE("recipes: missing is not zero is not hidden", "[recipe][map]")
{
    const Json metrics{{"likes", "/l"}, {"zeros", {{"value", "/z"}, {"missing", "zero"}}}, {"views", {{"value", "/v"}, {"missing", "hidden"}}}, {"reach", {{"value", "/r"}, {"missing", "na"}}},
                       {"score", {{"value", "/l"}, {"hidden_when", "/secret"}}}, {"guess", {{"value", "/l"}, {"estimated", true}}}};
    const auto item = mapped({{"metrics", metrics}}, {{"l", 0}, {"secret", true}});
    const auto of = [&](const char *key) {
        for (const auto &one : item.metrics)
            if (one.key == key)
                return one;
        return MetricValue{"none", -1, ValueStatus::Ok};
    };
    CHECK(of("likes") == MetricValue{"likes", 0, ValueStatus::Ok});
    CHECK(of("zeros") == MetricValue{"zeros", 0, ValueStatus::Ok});
    CHECK(of("views").status == ValueStatus::Hidden);
    CHECK(of("reach").status == ValueStatus::NotApplicable);
    CHECK(of("score").status == ValueStatus::Hidden);
    CHECK(of("guess").status == ValueStatus::Estimated);
    CHECK(mapped({{"metrics", {{"likes", "/l"}}}}, {{"l", "many"}}).metrics[0].status == ValueStatus::Missing);
    CHECK(*mapped({{"rating", {{"value", "/stars"}, {"from", 1}, {"to", 5}}}}, {{"stars", "4"}}).rating == Approx(0.75));
    CHECK(!mapped({{"rating", {{"value", "/stars"}, {"from", 1}, {"to", 5}}}}, Json::object()).rating);
}

TEST_CASE("recipes: media, states, trees", "[recipe][map]")
{
    const auto item = mapped({{"media", {{"each", "/files"}, {"url", "/src"}, {"mime", "/type"}, {"alt", "/alt"}, {"where", {{"exists", "/src"}}}}}, {"state", {{"when", "/removed"}, {"then", "removed"}}},
                              {"visibility", "direct"}, {"kind", "question"}, {"lang", "fr-CA"}},
                             {{"files", {{{"src", "https://m.example/a.png"}, {"type", "image/png"}, {"alt", "bread"}}, {{"src", "javascript:alert(1)"}}, {{"type", "x"}}}}, {"removed", true}});
    REQUIRE(item.media.size() == 1);
    CHECK(item.media[0].alt == "bread");
    CHECK(item.state == ItemState::RemovedByModeration);
    CHECK(item.visibility == Visibility::Direct);
    CHECK(item.kind == ItemKind::Question);
    CHECK(item.lang == "fr");

    auto recipe = smallRecipe();
    recipe["operations"]["inbox"]["children"] = Json::array({"/replies"});
    recipe["operations"]["inbox"]["depth"] = 2;
    recipe["operations"]["inbox"]["map"]["gone_when"] = "/deleted";
    recipe["operations"]["inbox"]["map"]["skip_when"] = "/advert";
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    const auto page = desk.read(R"({"posts":[{"id":1,"at":"2026-11-20T10:00:00Z","replies":[{"id":2,"at":"2026-11-20T10:01:00Z","replies":[{"id":3,"at":"2026-11-20T10:02:00Z","replies":[{"id":4,"at":"2026-11-20T10:03:00Z"}]}]}]},
        {"id":5,"deleted":true},{"id":6,"advert":true},{"text":"no id"}]})", {"inbox", Direction::Forward, {}, {}});
    REQUIRE(page.items.size() == 3); // the fourth is too deep
    CHECK(page.items[2].ref(Relation::ReplyTo)->targetNative == "2");
    CHECK(page.items[2].ref(Relation::Root)->targetNative == "1");
    REQUIRE(page.signals.size() == 1);
    CHECK(page.signals[0].nativeId == "5");
    CHECK(page.unreadable == 1);
    CHECK(page.reasons == std::vector<std::string>{"mention", "mention", "mention"});
}

TEST_CASE("recipes: a hostile answer or pattern costs little", "[recipe][hostile]")
{
    auto recipe = smallRecipe();
    recipe["operations"]["inbox"]["map"]["title"] = {{"match", "/text"}, {"regex", "^(a+)+$"}};
    recipe["operations"]["inbox"]["map"]["container"] = {{"list", "$/posts"}, {"take", "/id"}};
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    Json posts = Json::array();
    for (int i = 0; i < 20; ++i)
        posts.push_back({{"id", i}, {"at", "2026-11-20T10:00:00Z"}, {"text", std::string(5000, 'a') + "!"}});
    const auto begin = std::chrono::steady_clock::now();
    const auto page = desk.read(Json{{"posts", posts}}.dump(), {"inbox", Direction::Forward, {}, {}});
    CHECK(page.items.size() == 20);
    CHECK(page.items[0].title.empty());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});

    // Each entry walks all of them: the budget ends it.
    Json many = Json::array();
    for (int i = 0; i < 1500; ++i)
        many.push_back({{"id", i}, {"at", "2026-11-20T10:00:00Z"}, {"text", "x"}});
    const auto refused = desk.connector->parseFetch(desk.context(), {"inbox", Direction::Forward, {}, {}}, RecipeDesk::reply(200, Json{{"posts", many}}.dump()));
    REQUIRE(!refused);
    CHECK(refused.error().code == Errc::TooLarge);
    CHECK(!desk.connector->parseFetch(desk.context(), {"inbox", Direction::Forward, {}, {}}, RecipeDesk::reply(200, "<html>")));
}
