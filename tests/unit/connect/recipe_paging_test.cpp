// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of paging, against servers that page so.
#include "recipe_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <set>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

struct Seen {
    std::vector<std::string> ids;
    std::string cursor;
    int pages = 0;
    bool capped = false, reachedKnown = false;
    std::string error;
};

using Server = std::function<net::Response(const net::Request &)>;

/// As the engine does it.
Seen run(const RecipeDesk &desk, const std::string &stream, const std::string &cursor, Direction direction, const Server &server, int mostPages = 200)
{
    Seen seen;
    FetchSpec spec{stream, direction, cursor, {}};
    while (seen.pages < mostPages) {
        const auto request = desk.connector->buildFetch(desk.context(), spec);
        if (!request) {
            seen.error = errcName(request.error().code);
            return seen;
        }
        const auto page = desk.connector->parseFetch(desk.context(), spec, server(*request));
        if (!page) {
            seen.error = errcName(page.error().code);
            return seen;
        }
        ++seen.pages;
        for (const auto &item : page->items)
            seen.ids.push_back(item.nativeId);
        if (!page->cursor.empty())
            seen.cursor = page->cursor;
        seen.capped = page->capped;
        seen.reachedKnown = page->reachedKnown;
        if (page->nextPage.empty())
            return seen;
        spec.page = page->nextPage;
    }
    return seen;
}

Json post(int id, Instant when)
{
    return {{"id", id}, {"text", "post " + std::to_string(id)}, {"at", toRfc3339(when)}, {"user", "9"}};
}

Instant timeOf(int id)
{
    return at("2026-11-20T00:00:00Z") + std::chrono::minutes{id};
}

Json stream(const Json &query, const Json &paging)
{
    auto recipe = smallRecipe();
    recipe["operations"]["inbox"]["query"] = query;
    recipe["operations"]["inbox"]["paging"] = paging;
    return recipe;
}

/// Ids 1..count, newest first, `size` of them from `offset`.
Json window(int count, int offset, int size)
{
    auto posts = Json::array();
    for (int i = 0; i < size && count - offset - i >= 1; ++i)
        posts.push_back(post(count - offset - i, timeOf(count - offset - i)));
    return posts;
}

} // namespace

TEST_CASE("recipes: page numbers, first run, history, later run", "[recipe][paging]")
{
    const RecipeDesk desk(stream({{"page", "{page}"}, {"per_page", "{limit}"}}, {{"kind", "page"}, {"size", 10}}));
    INFO(desk.why);
    REQUIRE(desk.connector);
    int count = 35;
    const Server server = [&](const net::Request &request) {
        CHECK(queryOf(request, "per_page") == "10");
        return RecipeDesk::reply(200, Json{{"posts", window(count, (std::stoi(queryOf(request, "page")) - 1) * 10, 10)}}.dump());
    };
    const auto first = run(desk, "inbox", {}, Direction::Forward, server);
    CHECK(first.pages == 1); // what lies below is history
    CHECK(first.ids.size() == 10);
    CHECK(!first.cursor.empty());
    const auto history = run(desk, "inbox", {}, Direction::Backfill, server);
    CHECK(std::set<std::string>(history.ids.begin(), history.ids.end()).size() == 35);
    count = 58; // 23 new ones, while nobody looked
    const auto later = run(desk, "inbox", first.cursor, Direction::Forward, server);
    CHECK(later.error.empty());
    CHECK(later.reachedKnown);
    CHECK(!later.capped);
    const std::set<std::string> got(later.ids.begin(), later.ids.end());
    for (int id = 36; id <= 58; ++id)
        CHECK(got.count(std::to_string(id)) == 1);
    CHECK(later.pages <= 4);
    const auto still = run(desk, "inbox", later.cursor, Direction::Forward, server);
    CHECK(still.reachedKnown);
    CHECK(still.pages <= 2);
}

TEST_CASE("recipes: a search that shows a thousand hits is cut into slices of time", "[recipe][paging]")
{
    auto recipe = stream({{"page", "{page}"}, {"until", "{until|epoch_s}"}, {"since", "{since|epoch_s}"}},
                         {{"kind", "page"}, {"first", 0}, {"size", 100}, {"pages", "/pages"}, {"total", "/total"}, {"cap", 1000}, {"on_cap", "shrink-time"}});
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    constexpr int kCount = 3456;
    const auto made = [](int id) { return at("2026-11-01T00:00:00Z") + std::chrono::seconds{id / 3}; }; // three share each second
    int asked = 0;
    const Server server = [&](const net::Request &request) {
        ++asked;
        const auto page = std::stoi(queryOf(request, "page"));
        const auto bound = queryOf(request, "until");
        std::vector<int> hits;
        for (int id = kCount; id >= 1; --id)
            if (bound.empty() || made(id) < fromMicros(std::stoll(bound) * 1'000'000))
                hits.push_back(id);
        CHECK(page < 10); // beyond it the server has nothing to show
        auto posts = Json::array();
        for (std::size_t i = static_cast<std::size_t>(page) * 100; i < hits.size() && posts.size() < 100 && i < 1000; ++i)
            posts.push_back(post(hits[i], made(hits[i])));
        const auto pages = (std::min<std::size_t>(hits.size(), 1000) + 99) / 100;
        return RecipeDesk::reply(200, Json{{"posts", posts}, {"pages", pages}, {"total", hits.size()}}.dump());
    };
    const auto history = run(desk, "inbox", {}, Direction::Backfill, server);
    CHECK(history.error.empty());
    CHECK(!history.capped);
    CHECK(std::set<std::string>(history.ids.begin(), history.ids.end()).size() == kCount);
    CHECK(asked < 45);
}

TEST_CASE("recipes: a thousand hits within one second are a hole, and said to be one", "[recipe][paging]")
{
    const RecipeDesk desk(stream({{"page", "{page}"}, {"until", "{until|epoch_s}"}},
                                 {{"kind", "page"}, {"first", 0}, {"size", 10}, {"total", "/total"}, {"cap", 20}, {"on_cap", "shrink-time"}}));
    REQUIRE(desk.connector);
    int serial = 0;
    const auto seen = run(desk, "inbox", {}, Direction::Backfill, [&](const net::Request &) {
        auto posts = Json::array();
        for (int i = 0; i < 10; ++i)
            posts.push_back(post(++serial, at("2026-11-01T00:00:00Z")));
        return RecipeDesk::reply(200, Json{{"posts", posts}, {"total", 500}}.dump());
    });
    CHECK(seen.capped);
    CHECK(seen.pages == 4);
}

TEST_CASE("recipes: cursors, and a server that goes in circles", "[recipe][paging]")
{
    const RecipeDesk desk(stream({{"cursor", "{page}"}}, {{"kind", "cursor"}, {"next", "/next"}}));
    REQUIRE(desk.connector);
    const auto whole = run(desk, "inbox", {}, Direction::Backfill, [&](const net::Request &request) {
        const auto cursor = queryOf(request, "cursor");
        const int offset = cursor.empty() ? 0 : std::stoi(cursor.substr(1));
        Json body{{"posts", window(25, offset, 10)}, {"next", nullptr}};
        if (offset + 10 < 25)
            body["next"] = "c" + std::to_string(offset + 10);
        return RecipeDesk::reply(200, body.dump());
    });
    CHECK(whole.pages == 3);
    CHECK(whole.ids.size() == 25);
    int turn = 0;
    const auto circles = run(desk, "inbox", {}, Direction::Backfill,
                             [&](const net::Request &) { return RecipeDesk::reply(200, Json{{"posts", window(10, 0, 10)}, {"next", "n" + std::to_string(++turn)}}.dump()); });
    CHECK(circles.pages == 2); // the same entries again
    const auto empty = run(desk, "inbox", {}, Direction::Backfill,
                           [&](const net::Request &) { return RecipeDesk::reply(200, Json{{"posts", Json::array()}, {"next", "n" + std::to_string(++turn)}}.dump()); });
    CHECK(empty.pages <= 3);
}

TEST_CASE("recipes: ids, Link headers and addresses in the body", "[recipe][paging]")
{
    const RecipeDesk byId(stream({{"before", "{page}"}}, {{"kind", "ids"}}));
    REQUIRE(byId.connector);
    const auto down = run(byId, "inbox", {}, Direction::Backfill, [&](const net::Request &request) {
        const auto before = queryOf(request, "before");
        return RecipeDesk::reply(200, Json{{"posts", window(before.empty() ? 23 : std::stoi(before) - 1, 0, 10)}}.dump());
    });
    CHECK(down.ids.size() == 23);
    CHECK(down.pages == 4); // the last one is empty

    const RecipeDesk linked(stream(Json::object(), {{"kind", "link"}}));
    REQUIRE(linked.connector);
    const auto links = run(linked, "inbox", {}, Direction::Backfill, [&](const net::Request &request) {
        const auto after = queryOf(request, "after");
        const int offset = after.empty() ? 0 : std::stoi(after);
        std::vector<net::Header> headers;
        if (offset + 10 < 25)
            headers.push_back({"Link", "<https://forum.example/api/posts?after=" + std::to_string(offset + 10) + ">; rel=\"next\""});
        return RecipeDesk::reply(200, Json{{"posts", window(25, offset, 10)}}.dump(), headers);
    });
    CHECK(links.ids.size() == 25);
    CHECK(run(linked, "inbox", {}, Direction::Backfill, [&](const net::Request &) {
              return RecipeDesk::reply(200, Json{{"posts", window(5, 0, 5)}}.dump(), {{"Link", "<https://elsewhere.example/steal>; rel=\"next\""}});
          }).error == "policy_refused");

    const RecipeDesk inBody(stream(Json::object(), {{"kind", "url"}, {"next", "/paging/next"}, {"strip", "access_token"}}));
    REQUIRE(inBody.connector);
    FetchSpec spec{"inbox", Direction::Backfill, {}, {}};
    const auto page = inBody.read(Json{{"posts", window(5, 0, 5)}, {"paging", {{"next", "/api/posts?after=5&access_token=s3cr3t"}}}}.dump(), spec);
    CHECK(page.nextPage.find("s3cr3t") == std::string::npos);
    spec.page = page.nextPage;
    const auto request = inBody.connector->buildFetch(inBody.context(), spec);
    REQUIRE(request);
    CHECK(request->url == "https://forum.example/api/posts?after=5");
}

TEST_CASE("recipes: what is asked next confirms what was read", "[recipe][paging]")
{
    auto recipe = stream({{"offset", "{page}"}}, {{"kind", "ack"}, {"next", {{"add", {"/id", 1}}}}});
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    CHECK(!desk.connector->streams(desk.account).front().backfill);
    std::vector<std::string> asked;
    const Server server = [&](const net::Request &request) {
        asked.push_back(queryOf(request, "offset"));
        const int offset = asked.back().empty() ? 1 : std::stoi(asked.back());
        auto posts = Json::array();
        for (int id = offset; id <= 5 && posts.size() < 3; ++id)
            posts.push_back(post(id, timeOf(id)));
        return RecipeDesk::reply(200, Json{{"posts", posts}}.dump());
    };
    const auto seen = run(desk, "inbox", {}, Direction::Forward, server);
    CHECK(seen.ids == std::vector<std::string>{"1", "2", "3", "4", "5"});
    CHECK(asked == std::vector<std::string>{"", "4", "6"});
    asked.clear();
    run(desk, "inbox", seen.cursor, Direction::Forward, server);
    CHECK(asked == std::vector<std::string>{"6"}); // only now are they gone there
}

TEST_CASE("recipes: a list of ids, fetched in batches", "[recipe][paging]")
{
    auto recipe = stream(Json::object(), {{"kind", "fanout"}, {"ids", "/stream"}, {"batch", 5}, {"fetch", {{"get", "/posts/some"}, {"query", {{"ids[]", {{"var", "id_list"}}}}}}}});
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    int batches = 0;
    const Server server = [&](const net::Request &request) {
        if (request.url.find("/some") == std::string::npos) {
            auto ids = Json::array();
            for (int id = 12; id >= 1; --id)
                ids.push_back(id);
            return RecipeDesk::reply(200, Json{{"stream", ids}}.dump());
        }
        ++batches;
        auto posts = Json::array();
        for (const auto &[name, value] : net::parseQuery(request.url.substr(request.url.find('?') + 1)))
            if (name == "ids[]")
                posts.push_back(post(std::stoi(value), timeOf(std::stoi(value))));
        CHECK(posts.size() <= 5);
        return RecipeDesk::reply(200, Json{{"posts", posts}}.dump());
    };
    const auto all = run(desk, "inbox", {}, Direction::Backfill, server);
    CHECK(all.ids.size() == 12);
    CHECK(batches == 3);
}

TEST_CASE("recipes: one stream for each word", "[recipe][paging]")
{
    auto recipe = smallRecipe();
    recipe["operations"]["listen.tag"] = {{"get", "/tags/{tag}"}, {"items", "/posts"}, {"map", recipe["operations"]["inbox"]["map"]}};
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    CHECK(desk.connector->streams(desk.account).size() == 1);
    desk.account.set("tags", "velo, caf\xC3\xA9/bar, velo");
    const auto streams = desk.connector->streams(desk.account);
    REQUIRE(streams.size() == 3);
    CHECK(streams[1].name == "listen.tag:velo");
    CHECK(!streams[1].inbox);
    const auto request = desk.connector->buildFetch(desk.context(), {streams[2].name, Direction::Forward, {}, {}});
    REQUIRE(request);
    CHECK(request->url == "https://forum.example/api/tags/caf%C3%A9%2Fbar"); // a word never becomes a path
}
