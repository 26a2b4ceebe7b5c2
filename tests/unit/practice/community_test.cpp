// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/practice/practice_support.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <set>
#include <fstream>

using namespace vigie;
using namespace vigie::test;

namespace {

std::vector<std::string> contents(const Client &client, int most)
{
    std::vector<std::string> out;
    std::string next = "/api/v1/timelines/public?limit=40";
    while (static_cast<int>(out.size()) < most && !next.empty()) {
        const Raw page = client.get(next);
        for (const Json &one : page.json())
            out.push_back(one["id"].get<std::string>() + ' ' + one["account"]["acct"].get<std::string>() + ' ' + one["language"].dump());
        const std::string link = page.header("Link");
        const std::size_t at = link.find("/api"), end = link.find('>');
        next = link.empty() ? "" : link.substr(at, end - at);
    }
    return out;
}

void live(practice::Server &server, FakeClock &clock, std::chrono::seconds length, std::chrono::seconds turn)
{
    for (std::chrono::seconds t{0}; t < length; t += turn) {
        clock.advance(turn);
        server.step();
    }
}

struct TempFile {
    std::string path = (std::filesystem::temp_directory_path() / ("vigie-practice-" + std::to_string(::getpid()) + ".json")).string();
    TempFile() { std::remove(path.c_str()); }
    ~TempFile() { std::remove(path.c_str()); }
};

} // namespace

TEST_CASE("the same seed makes the same past, quickly")
{
    FakeClock clock(someNoon());
    const auto begun = std::chrono::steady_clock::now();
    const auto one = startServer(clock);
    const auto took = std::chrono::steady_clock::now() - begun;
    REQUIRE(one);
    WARN("history in " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms");
    const auto two = startServer(clock);
    practice::Options other;
    other.seed = 7;
    const auto three = startServer(clock, other);
    const auto first = contents(Client(*one), 200);
    CHECK(first.size() >= 200);
    CHECK(first == contents(Client(*two), 200));
    CHECK(first != contents(Client(*three), 200));
    const Client client(*one);
    std::set<std::string> languages, kinds;
    bool remote = false, local = false;
    for (const std::string &line : first) {
        languages.insert(line.substr(line.rfind(' ') + 1));
        (line.find("@") != std::string::npos ? remote : local) = true;
    }
    CHECK(languages == std::set<std::string>{"\"en\"", "\"fr\""});
    CHECK(remote);
    CHECK(local);
    for (const Json &note : client.get("/api/v1/notifications?limit=80").json())
        kinds.insert(note["type"]);
    CHECK(kinds.count("mention") == 1);
    CHECK(kinds.count("favourite") == 1);
    const std::string avatar = client.get("/api/v1/accounts/verify_credentials").json()["avatar"];
    CHECK(client.get(avatar.substr(avatar.find("/avatars"))).body.substr(1, 3) == "PNG");
}

TEST_CASE("people seldom repeat each other word for word")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock);
    REQUIRE(server);
    const Client client(*server);
    std::vector<std::string> said;
    std::string before;
    while (said.size() < 400) {
        const Json page = client.get("/api/v1/timelines/public?limit=40" + before).json();
        REQUIRE_FALSE(page.empty());
        for (const Json &one : page)
            if (one["reblog"].is_null())
                said.push_back(one["content"].get<std::string>());
        before = "&max_id=" + page.back()["id"].get<std::string>();
    }
    const std::set<std::string> distinct(said.begin(), said.end());
    CHECK(distinct.size() * 100 >= said.size() * 85);
}

TEST_CASE("something happens within the first minute and the hours after")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock);
    REQUIRE(server);
    const Client client(*server);
    const std::string newest = client.get("/api/v1/timelines/public?limit=1").json()[0]["id"];
    live(*server, clock, std::chrono::seconds(60), std::chrono::seconds(5));
    CHECK(client.get("/api/v1/timelines/public?min_id=" + newest).json().size() >= 2);
    live(*server, clock, std::chrono::hours(1), std::chrono::seconds(30));
    const auto hour = client.get("/api/v1/timelines/public?limit=40&min_id=" + newest).json().size();
    CHECK(hour >= 6);
    CHECK(hour <= 40);
}

TEST_CASE("people answer what they are told, and planned posts gather reactions")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock);
    REQUIRE(server);
    const Client client(*server);
    std::vector<std::string> replies;
    for (const Json &note : client.get("/api/v1/notifications?types[]=mention&limit=12").json()) {
        const std::string body = Json{{"status", "Bonjour @" + note["account"]["acct"].get<std::string>() + ", merci de votre message, nous regardons."},
                                      {"in_reply_to_id", note["status"]["id"]}}.dump();
        clock.advance(std::chrono::milliseconds(10));
        replies.push_back(client.send("POST", "/api/v1/statuses", body).json()["id"]);
    }
    const std::string planned = client.post("Nouvelle table en chene, fabriquee a Nantes #dubreuil")["id"];
    server->step();
    live(*server, clock, std::chrono::seconds(150), std::chrono::seconds(5));
    std::size_t answered = 0;
    for (const std::string &id : replies)
        answered += client.get("/api/v1/statuses/" + id).json()["replies_count"] > 0 ? 1U : 0U;
    CHECK(answered >= replies.size() / 3);
    const Json early = client.get("/api/v1/statuses/" + planned).json();
    CHECK(early["favourites_count"] >= 1);
    CHECK(early["replies_count"] >= 1);
    live(*server, clock, std::chrono::hours(5), std::chrono::minutes(1));
    const Json later = client.get("/api/v1/statuses/" + planned).json();
    CHECK(later["favourites_count"] > early["favourites_count"]);
    CHECK(later["favourites_count"] >= 8);
}

TEST_CASE("the rumour becomes a storm, and a clear answer calms it")
{
    const auto storm = [](bool answer) {
        FakeClock clock(someNoon());
        const auto server = startServer(clock);
        const Client client(*server);
        const auto newest = [&] { return client.get("/api/v1/timelines/public?limit=1").json()[0]["id"].get<std::string>(); };
        const auto count = [&](std::string from) {
            std::size_t n = 0;
            for (;;) {
                const Json page = client.get("/api/v1/timelines/tag/dubreuilgate?limit=40&min_id=" + from).json();
                if (page.empty())
                    return n;
                n += page.size();
                from = page[0]["id"];
            }
        };
        const std::string before = newest();
        server->startStorm();
        live(*server, clock, std::chrono::minutes(30), std::chrono::seconds(30));
        const std::size_t rising = count(before);
        const std::string middle = newest();
        if (answer)
            client.post("Les plateaux sont en massif, voici la photo de la coupe et l'analyse.");
        live(*server, clock, std::chrono::minutes(120), std::chrono::seconds(30));
        return std::pair(rising, count(middle));
    };
    const auto [rising, afterSilence] = storm(false);
    const auto [same, afterAnswer] = storm(true);
    WARN("storm: " << rising << " in 30 min, then " << afterSilence << " without and " << afterAnswer << " with an answer in 2 h");
    CHECK(rising >= 8);
    CHECK(same == rising);
    CHECK(afterAnswer * 2 < afterSilence);
}

TEST_CASE("the network goes on where it was")
{
    const TempFile file;
    practice::Options options;
    options.stateFile = file.path;
    FakeClock clock(someNoon());
    std::string id, url, token;
    std::vector<std::string> before;
    {
        const auto server = startServer(clock, options);
        REQUIRE(server);
        const Client client(*server);
        id = client.post("Ceci doit rester #garde")["id"];
        // On the disk before the answer: a kill now would lose nothing.
        std::ifstream in(file.path);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        CHECK(text.find("Ceci doit rester") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(file.path + ".new"));
        before = contents(client, 60);
        url = server->url();
        token = server->brandToken();
    }
    clock.advance(std::chrono::hours(2));
    {
        const auto server = startServer(clock, options);
        REQUIRE(server);
        CHECK(server->url() == url);
        CHECK(server->brandToken() == token);
        const Client client(*server);
        CHECK(client.get("/api/v1/timelines/tag/garde").json()[0]["id"] == id);
        CHECK(contents(client, 60) == before);
        server->step();
        CHECK(client.get("/api/v1/timelines/public?min_id=" + before[0].substr(0, 18)).json().size() >= 3);
    }
    std::ofstream(file.path) << "{\"network\": [1, 2";
    CHECK(startServer(clock, options) != nullptr);
}
