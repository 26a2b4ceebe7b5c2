// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/connect/mastodon_support.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

/// A timeline in memory that answers like one of the servers known.
struct PagingServer {
    enum class MinId { Correct, AsSince, Ignored, Inclusive } minId = MinId::Correct;
    bool links = true;
    std::size_t most = 40;
    std::vector<std::string> ids; ///< newest first
    std::map<std::string, std::string> dates;
    int requests = 0;

    static std::string idFor(int n)
    {
        // Neither numbers nor sorted: 42 hex digits that say nothing of their order.
        return std::to_string((n * 7919) % 9973) + "f" + std::string(36, 'a') + std::to_string(n);
    }
    void post(int from, int to)
    {
        for (int n = from; n <= to; ++n) {
            ids.insert(ids.begin(), idFor(n));
            dates[ids.front()] = toRfc3339(instant("2026-11-20T00:00:00Z") + std::chrono::minutes(n));
        }
    }
    [[nodiscard]] std::size_t indexOf(const std::string &id) const
    {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }
    net::Response serve(const net::Request &request)
    {
        ++requests;
        auto query = queryOf(request);
        const auto limit = std::min<std::size_t>(most, query.count("limit") ? std::stoul(query["limit"]) : 20);
        std::size_t begin = 0, end = ids.size();
        if (query.count("max_id") && indexOf(query["max_id"]) < ids.size())
            begin = indexOf(query["max_id"]) + 1;
        if (query.count("min_id") && minId != MinId::Ignored && indexOf(query["min_id"]) < ids.size()) {
            end = indexOf(query["min_id"]) + (minId == MinId::Inclusive ? 1 : 0);
            if (minId != MinId::AsSince)
                begin = end > limit ? end - limit : 0;
        }
        end = std::min(end, begin + limit);
        Json body = Json::array();
        for (auto i = begin; i < end; ++i)
            body.push_back({{"id", ids[i]}, {"created_at", dates[ids[i]]}, {"content", "<p>x</p>"}, {"visibility", "public"}, {"account", {{"id", "1"}, {"acct", "bob"}}}});
        std::vector<net::Header> headers;
        if (links && begin < end)
            headers.push_back({"Link", "<https://social.example/api/v1/x?limit=40&max_id=" + ids[end - 1] + ">; rel=\"next\", <https://social.example/api/v1/x?limit=40&min_id=" + ids[begin] + ">; rel=\"prev\""});
        return answer(200, body.dump(), headers);
    }
};

/// The engine's loop, and its promise: what is stored, and how often a page was asked.
struct Loop {
    Desk desk;
    std::set<std::string> stored;
    std::string cursor;
    int newItems = 0;
    bool capped = false, reachedKnown = false;

    void run(PagingServer &server, Direction direction = Direction::Forward, int stopAfter = 1000)
    {
        FetchSpec spec;
        spec.stream = "tag:velo";
        spec.direction = direction;
        spec.cursor = cursor;
        reachedKnown = capped = false;
        for (int turn = 0; turn < stopAfter; ++turn) {
            REQUIRE(turn < 200);
            const auto request = desk.connector->buildFetch(desk.context(), spec);
            REQUIRE(request);
            const auto page = desk.connector->parseFetch(desk.context(), spec, server.serve(*request));
            REQUIRE(page);
            for (const auto &item : page->items)
                newItems += stored.insert(item.nativeId).second ? 1 : 0;
            if (!page->cursor.empty())
                cursor = page->cursor;
            reachedKnown = reachedKnown || page->reachedKnown;
            capped = capped || page->capped;
            if (page->nextPage.empty())
                return;
            spec.page = page->nextPage;
        }
    }
};

} // namespace

TEST_CASE("mastodon paging: catching up loses nothing, whatever the server makes of min_id")
{
    const auto way = GENERATE(PagingServer::MinId::Correct, PagingServer::MinId::AsSince, PagingServer::MinId::Ignored, PagingServer::MinId::Inclusive);
    const bool links = GENERATE(true, false);
    const int missed = GENERATE(1, 3, 39, 40, 41, 80, 200, 1000);
    PagingServer server;
    server.minId = way;
    server.links = links;
    server.post(1, 100);
    Loop loop;
    loop.run(server);
    REQUIRE(loop.stored.size() == 40);
    server.post(101, 100 + missed);
    loop.run(server);
    for (int n = 61; n <= 100 + missed; ++n)
        CHECK(loop.stored.count(PagingServer::idFor(n)) == 1);
    CHECK(loop.reachedKnown);
    CHECK_FALSE(loop.capped);
    const int before = server.requests;
    loop.run(server);
    CHECK(server.requests == before + 1);
}

TEST_CASE("mastodon paging: ten new with pages of three")
{
    PagingServer server;
    server.most = 3;
    server.post(1, 5);
    Loop loop;
    loop.run(server);
    server.post(6, 15);
    loop.run(server);
    CHECK(loop.newItems == 13);
    for (int n = 6; n <= 15; ++n)
        CHECK(loop.stored.count(PagingServer::idFor(n)) == 1);
}

TEST_CASE("mastodon paging: a crash while climbing repeats a page and loses none")
{
    PagingServer server;
    server.post(1, 50);
    Loop loop;
    loop.run(server);
    server.post(51, 400);
    for (int crash = 1; crash <= 6; ++crash)
        loop.run(server, Direction::Forward, crash);
    loop.run(server);
    CHECK(loop.stored.size() == 390);
}

TEST_CASE("mastodon paging: a crash while descending starts over")
{
    PagingServer server;
    server.minId = PagingServer::MinId::AsSince;
    server.post(1, 50);
    Loop loop;
    loop.run(server);
    server.post(51, 400);
    loop.run(server, Direction::Forward, 5);
    loop.run(server);
    CHECK(loop.stored.size() == 390);
}

TEST_CASE("mastodon paging: late arrivals below the cursor are found")
{
    PagingServer server;
    server.post(1, 60);
    Loop loop;
    loop.run(server);
    const auto late = std::string("late");
    server.ids.insert(server.ids.begin() + 10, late);
    server.dates[late] = server.dates[server.ids[9]];
    loop.run(server);
    CHECK(loop.stored.count(late) == 1);
}

TEST_CASE("mastodon paging: the known ids may have been deleted")
{
    PagingServer server;
    server.post(1, 60);
    Loop loop;
    loop.run(server);
    server.ids.erase(server.ids.begin(), server.ids.begin() + 5);
    server.post(61, 70);
    loop.run(server);
    CHECK(loop.newItems == 50);
    server.ids.erase(server.ids.begin(), server.ids.begin() + 30);
    server.post(71, 90);
    loop.run(server);
    CHECK(loop.stored.count(PagingServer::idFor(90)) == 1);
    CHECK(loop.stored.count(PagingServer::idFor(71)) == 1);
}

TEST_CASE("mastodon paging: a post dated in the future does not hide what lies below it")
{
    PagingServer server;
    server.post(1, 50);
    server.ids.insert(server.ids.begin(), "tomorrow");
    server.dates["tomorrow"] = "2026-11-23T00:00:00Z";
    Loop loop;
    loop.run(server);
    server.ids.erase(server.ids.begin());
    server.post(51, 200);
    server.ids.insert(server.ids.begin(), "tomorrow");
    loop.run(server);
    CHECK(loop.stored.size() == 39 + 150 + 1);
}

TEST_CASE("mastodon paging: backfill reads to the end and resumes")
{
    const bool links = GENERATE(true, false);
    PagingServer server;
    server.links = links;
    server.post(1, 333);
    Loop loop;
    loop.run(server, Direction::Backfill, 3);
    CHECK(loop.stored.size() == 120);
    loop.run(server, Direction::Backfill);
    CHECK(loop.stored.size() == 333);
}

TEST_CASE("mastodon paging: a server that always answers the same page ends the run")
{
    PagingServer server;
    server.links = false;
    server.post(1, 40);
    Loop loop;
    FetchSpec spec;
    spec.stream = "tag:velo";
    spec.cursor = R"({"seen":["never-seen"],"at":0})";
    const auto same = server.serve(loop.desk.connector->buildFetch(loop.desk.context(), spec).value());
    int turns = 0;
    for (; turns < 100; ++turns) {
        const auto page = loop.desk.connector->parseFetch(loop.desk.context(), spec, same).value();
        if (page.nextPage.empty())
            break;
        spec.page = page.nextPage;
    }
    CHECK(turns < 10);
}

TEST_CASE("mastodon paging: the server's link is followed as it is, and only on its own host")
{
    Desk desk;
    FetchSpec spec;
    spec.stream = "tag:velo";
    spec.direction = Direction::Backfill;
    const std::string body = R"([{"id":"9","content":"a","account":{"id":"1","acct":"b"}}])";
    const std::string next = "https://social.example/api/v1/x?opaque=%5B%5D&max_id=2026-01-01T00%3A00Z%2Ffollow%2F1";
    auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, body, {{"link", "<" + next + ">; rel=\"next\", <https://social.example/p?min_id=9>; rel=\"prev\""}}));
    REQUIRE(page);
    spec.page = page->nextPage;
    CHECK(desk.connector->buildFetch(desk.context(), spec)->url == next);
    spec.page.clear();
    page = desk.connector->parseFetch(desk.context(), spec, answer(200, body, {{"Link", "<https://evil.example/x>; rel=\"next\""}}));
    REQUIRE_FALSE(page);
    CHECK(page.error().code == Errc::PolicyRefused);
    page = desk.connector->parseFetch(desk.context(), spec, answer(200, body, {{"Link", "<https://social.example/p?min_id=9>; rel=\"prev\""}}));
    REQUIRE(page);
    CHECK(page->nextPage.empty());
}

TEST_CASE("mastodon paging: ids that are no numbers are encoded")
{
    Desk desk;
    FetchSpec spec;
    spec.stream = "tag:caf\xc3\xa9";
    spec.direction = Direction::Backfill;
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, R"([{"id":"2026-11Z/follow/x&y","content":"a"}])"));
    REQUIRE(page);
    spec.page = page->nextPage;
    const auto request = desk.connector->buildFetch(desk.context(), spec).value();
    CHECK(request.url.find("/api/v1/timelines/tag/caf%C3%A9?") != std::string::npos);
    CHECK(queryOf(request)["max_id"] == "2026-11Z/follow/x&y");
    CHECK(request.url.find("x&y") == std::string::npos);
}

TEST_CASE("mastodon paging: an unreadable cursor starts afresh")
{
    Desk desk;
    const std::string cursor = GENERATE("", "{", "[]", "{\"seen\":5}", "not json");
    FetchSpec spec;
    spec.stream = "notifications";
    spec.cursor = cursor;
    const auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(queryOf(*request)["include_filtered"] == "true");
    CHECK(queryOf(*request).count("min_id") == 0);
    CHECK(desk.connector->parseFetch(desk.context(), spec, answer(200, "[]")));
}
