// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes, the server's own emoji, the brand's second account, its first plans, and a state that grows by what changed.
#include "unit/practice/practice_support.hpp"

#include <vigie/base/time.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace vigie;
using namespace vigie::test;

namespace {

struct TempFile {
    std::string path = (std::filesystem::temp_directory_path() / ("vigie-practice-network-" + std::to_string(::getpid()) + ".json")).string();
    TempFile() { std::filesystem::remove(path); }
    ~TempFile() { std::filesystem::remove(path); }
};

std::vector<Json> everything(const Client &client, int pages)
{
    std::vector<Json> all;
    std::string before;
    for (int page = 0; page < pages; ++page) {
        const Json list = client.get("/api/v1/timelines/public?limit=40" + before).json();
        if (list.empty())
            break;
        for (const Json &one : list)
            all.push_back(one);
        before = "&max_id=" + list.back()["id"].get<std::string>();
    }
    return all;
}

} // namespace

TEST_CASE("some posts quote one of the brand, as the API of Mastodon gives them")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock);
    REQUIRE(server);
    const Client client(*server);
    int quotes = 0, emojis = 0;
    for (const Json &status : everything(client, 40)) {
        if (!status["quote"].is_null()) {
            ++quotes;
            const Json &quoted = status["quote"]["quoted_status"];
            CHECK(status["quote"]["state"] == "accepted");
            CHECK(quoted["account"]["username"].get<std::string>().rfind("dubreuil", 0) == 0);
            CHECK(status["content"].get<std::string>().rfind("<p class=\"quote-inline\">RE: <a href=\"" + quoted["url"].get<std::string>(), 0) == 0);
            CHECK(client.get("/api/v1/statuses/" + quoted["id"].get<std::string>()).json()["quotes_count"] >= 1);
        }
        for (const Json &emoji : status["emojis"]) {
            ++emojis;
            CHECK(status["content"].get<std::string>().find(':' + emoji["shortcode"].get<std::string>() + ':') != std::string::npos);
            const std::string url = emoji["url"];
            CHECK(client.get(url.substr(url.find("/emoji/"))).body.substr(1, 3) == "PNG");
        }
    }
    CHECK(quotes >= 2);
    CHECK(emojis >= 3);
    CHECK(client.get("/api/v1/custom_emojis").json().size() == 3);
    CHECK(client.get("/emoji/unknown.png").status == 404);
    std::set<std::string> kinds;
    for (const Json &note : client.get("/api/v1/notifications?types[]=quote&limit=40").json())
        kinds.insert(note["type"]);
    CHECK(kinds == std::set<std::string>{"quote"});
}

TEST_CASE("the brand has a second account with notices of its own")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const auto accounts = server->ownAccounts();
    REQUIRE(accounts.size() == 2);
    CHECK(accounts[0].handle == server->brandHandle());
    CHECK(accounts[0].token == server->brandToken());
    CHECK(accounts[1].lang == "en");
    CHECK(accounts[1].zone == "Europe/London");
    const Client client(*server);
    const std::string second = "Authorization: Bearer " + accounts[1].token + "\r\n";
    const auto as = [&](const std::string &method, const std::string &target, const std::string &body = {}) { return client.send(method, target, body, second).json(); };
    CHECK(as("GET", "/api/v1/accounts/verify_credentials")["username"] == accounts[1].handle);
    server->memberPosts("ada@far.test", "Hello @" + accounts[1].handle + ", do you ship?");
    clock.advance(std::chrono::seconds(1));
    server->memberPosts("ada@far.test", "Bonjour @" + accounts[0].handle);
    REQUIRE(as("GET", "/api/v1/notifications").size() == 1);
    CHECK(as("GET", "/api/v1/notifications")[0]["status"]["content"].get<std::string>().find("do you ship") != std::string::npos);
    CHECK(client.get("/api/v1/notifications").json().size() == 1);
    CHECK(as("GET", "/api/v1/notifications/unread_count")["count"] == 1);
    const std::string others = client.get("/api/v1/notifications").json()[0]["id"];
    CHECK(as("GET", "/api/v1/notifications/" + others)["error"] == "Record not found");
    as("POST", "/api/v1/statuses", "{\"status\": \"We do\"}");
    REQUIRE(server->brandPosts().size() == 1);
    CHECK(server->brandPosts()[0].author == accounts[1].handle);
}

TEST_CASE("the first answers are pairs, and say the same variables in both languages")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const auto answers = server->firstAnswers();
    REQUIRE(answers.size() >= 5);
    const auto variables = [](const std::string &text) {
        std::set<std::string> out;
        for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2))
            out.insert(text.substr(at, text.find("}}", at) - at));
        return out;
    };
    std::set<std::string> keywords;
    for (const auto &answer : answers) {
        INFO(answer.keyword);
        CHECK(keywords.insert(answer.keyword).second);
        CHECK_FALSE(answer.title.empty());
        CHECK_FALSE(answer.french.empty());
        CHECK_FALSE(answer.english.empty());
        CHECK(variables(answer.french) == variables(answer.english));
    }
}

TEST_CASE("the first plans are of both accounts, of several zones, and never of today")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const auto plans = server->firstPlans();
    REQUIRE(plans.size() >= 12);
    std::set<std::string> handles, zones, languages;
    for (const auto &one : server->ownAccounts())
        handles.insert(one.handle);
    int pictures = 0, drafts = 0, undated = 0, own = 0;
    for (const auto &plan : plans) {
        INFO(plan.text);
        CHECK_FALSE(plan.text.empty());
        CHECK(plan.text.size() <= 500);
        CHECK_FALSE(plan.accounts.empty());
        for (const auto &handle : plan.accounts)
            CHECK(handles.count(handle) == 1);
        if (plan.day > 0) {
            CHECK(plan.day <= 14);
            CHECK(zoneExists(plan.zone));
            zones.insert(plan.zone);
        }
        CHECK_FALSE((plan.planned && plan.day < 1));
        languages.insert(plan.lang);
        drafts += plan.planned ? 0 : 1;
        undated += plan.day == 0 ? 1 : 0;
        own += plan.ownTexts.empty() ? 0 : 1;
        if (!plan.picture.empty()) {
            ++pictures;
            CHECK(plan.picture.substr(1, 3) == "PNG");
            CHECK(plan.alt.size() > 10);
        }
    }
    CHECK(zones.size() >= 3);
    CHECK(languages == std::set<std::string>{"en", "fr"});
    CHECK(pictures >= 1);
    CHECK(drafts > undated);
    CHECK(undated >= 3);
    CHECK(own >= 1);
}

TEST_CASE("the state grows by what changed, not by what is there")
{
    const TempFile file;
    practice::Options options;
    options.stateFile = file.path;
    FakeClock clock(someNoon());
    std::string newest;
    std::uintmax_t whole = 0;
    {
        const auto server = startServer(clock, options);
        REQUIRE(server);
        const Client client(*server);
        whole = std::filesystem::file_size(file.path);
        CHECK(whole > 200'000);
        client.get("/api/v1/timelines/public?limit=40"); // looking is no change
        CHECK(std::filesystem::file_size(file.path) == whole);
        for (int i = 0; i < 20; ++i) {
            clock.advance(std::chrono::seconds(1));
            newest = client.post("Numero " + std::to_string(i))["id"];
        }
        const auto grown = std::filesystem::file_size(file.path) - whole;
        CHECK(grown > 0);
        CHECK(grown < 20 * 10'000); // an account, a post and the keys; not the two thousand others
        client.send("POST", "/api/v1/statuses/" + newest + "/favourite");
        client.send("DELETE", "/api/v1/statuses/" + newest);
    }
    {
        // The last line of a process that was killed in the middle of it.
        std::ofstream(file.path, std::ios::app) << "[\"status\",{\"id\":12";
        const auto server = startServer(clock, options);
        REQUIRE(server);
        const Client client(*server);
        CHECK(client.get("/api/v1/statuses/" + newest).status == 404); // deleted, and stays so
        int there = 0;
        for (const auto &post : server->brandPosts())
            there += post.text.rfind("Numero ", 0) == 0 && !post.deleted ? 1 : 0;
        CHECK(there == 19);
        CHECK(client.post("Apres la coupure").contains("id"));
    }
    const auto server = startServer(clock, options);
    REQUIRE(server);
    const auto posts = server->brandPosts();
    CHECK(std::any_of(posts.begin(), posts.end(), [](const auto &post) { return post.text == "Apres la coupure"; }));
}

TEST_CASE("a network that had to move keeps the address it is known by")
{
    FakeClock clock(someNoon());
    auto options = quiet();
    options.publicUrl = "http://127.0.0.1:9";
    const auto server = startServer(clock, options);
    REQUIRE(server);
    CHECK(server->url() != options.publicUrl);
    CHECK(server->url().rfind("http://127.0.0.1:", 0) == 0);
    const Client client(*server);
    CHECK(client.post("Demenage")["url"].get<std::string>().rfind(options.publicUrl + "/@dubreuil/", 0) == 0);
}
