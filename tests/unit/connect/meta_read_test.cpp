// SPDX-License-Identifier: GPL-3.0-or-later
// Reading Facebook, Instagram and Threads: paging by cursors, refusals by their code, figures that die.
#include "unit/connect/meta_support.hpp"

#include "connect/meta/metrics.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::metatest;

namespace {

std::string entry(const std::string &id, const std::string &time)
{
    return R"({"id":")" + id + R"(","message":"m )" + id + R"(","created_time":")" + time + R"("})";
}

/// `next` holds a token, as Meta's does.
std::string list(const std::string &entries, const std::string &after, bool more = true)
{
    return R"({"data":[)" + entries + R"(],"paging":{"cursors":{"before":"b","after":")" + after + R"("})"
           + (more ? R"(,"next":"https://graph.facebook.com/v25.0/100/tagged?access_token=EAAB-stolen&after=)" + after + R"(")" : "") + "}}";
}

Errc refusedWith(const Desk &desk, const std::string &error, int status = 400)
{
    const auto page = desk.connector->parseFetch(desk.context(), {"tagged", Direction::Forward, {}, {}}, answer(status, R"({"error":)" + error + "}"));
    return page ? Errc::Internal : page.error().code;
}

} // namespace

TEST_CASE("meta: pages by cursors.after, never by the next address with its token")
{
    const Desk desk("facebook");
    FetchSpec spec{"tagged", Direction::Backfill, {}, {}};
    const auto first = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_3", "2026-11-21T09:00:00+0000"), "QVFI")));
    REQUIRE(first);
    CHECK(first->items.size() == 1);
    CHECK(first->nextPage.find("EAAB") == std::string::npos);
    spec.page = first->nextPage;
    const auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(queryOf(*request).at("after") == "QVFI");
    CHECK(request->url.find("access_token") == std::string::npos);
    CHECK(request->url.find("s3cr3t") == std::string::npos);
    CHECK(request->bearer.reveal() == "EAAB-s3cr3t-token");
    const auto last = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_2", "2026-11-20T09:00:00+0000"), "QVFJ", false)));
    REQUIRE(last);
    CHECK(last->nextPage.empty());
}

TEST_CASE("meta: a forward run stops where the last one began, with an overlap")
{
    const Desk desk("facebook");
    FetchSpec spec{"tagged", Direction::Forward, {}, {}};
    const auto first = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_3", "2026-11-21T09:00:00+0000"), "A")));
    REQUIRE(first);
    CHECK(first->nextPage.empty()); // what is older is read backwards
    spec.cursor = first->cursor;
    REQUIRE_FALSE(spec.cursor.empty());
    // Newer than the mark: the run goes on.
    const auto busy = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_5", "2026-11-21T11:00:00+0000"), "B")));
    REQUIRE(busy);
    CHECK_FALSE(busy->reachedKnown);
    REQUIRE_FALSE(busy->nextPage.empty());
    CHECK(busy->cursor.empty());
    // Five minutes older than the mark: known, but still in the overlap.
    spec.page = busy->nextPage;
    const auto overlap = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_2", "2026-11-21T08:55:00+0000"), "C")));
    REQUIRE(overlap);
    CHECK(overlap->reachedKnown);
    REQUIRE_FALSE(overlap->nextPage.empty());
    spec.page = overlap->nextPage;
    const auto end = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_1", "2026-11-21T08:00:00+0000"), "D")));
    REQUIRE(end);
    CHECK(end->nextPage.empty());
    spec.page.clear();
    spec.cursor = end->cursor;
    const auto again = desk.connector->parseFetch(desk.context(), spec, answer(200, list(entry("100_5", "2026-11-21T11:00:00+0000"), "E")));
    REQUIRE(again);
    CHECK(again->reachedKnown); // the mark is the newest of the whole run
}

TEST_CASE("meta: a server that answers the same cursor for ever ends the run")
{
    const Desk desk("threads");
    FetchSpec spec{"mentions", Direction::Backfill, {}, {}};
    const auto body = R"({"data":[{"id":"1","text":"a","timestamp":"2026-11-21T09:00:00+0000"}],"paging":{"cursors":{"after":"X"},"next":"https://x"}})";
    const auto first = desk.connector->parseFetch(desk.context(), spec, answer(200, body));
    REQUIRE(first);
    spec.page = first->nextPage;
    const auto second = desk.connector->parseFetch(desk.context(), spec, answer(200, body));
    REQUIRE(second);
    CHECK(second->nextPage.empty());
}

TEST_CASE("meta: answers hang on posts, and a post with more answers is gone back to")
{
    const Desk desk("facebook");
    FetchSpec spec{"comments", Direction::Backfill, {}, {}};
    const auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/100/published_posts");
    CHECK(queryOf(*request).at("fields").find("comments.filter(stream).order(reverse_chronological)") != std::string::npos);
    const auto comments = list(R"({"id":"55_1","message":"Bravo","created_time":"2026-11-21T09:00:00+0000","from":{"id":"9","name":"Zo\u00e9"},"parent":{"id":"55_0"}})", "MORE");
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"data":[{"id":"100_55","comments":)" + comments + R"(},{"id":"100_56"}]})"));
    REQUIRE(page);
    REQUIRE(page->items.size() == 1);
    CHECK(page->reasons.front() == "reply");
    CHECK(page->items[0].ref(Relation::ReplyTo)->targetNative == "55_0");
    CHECK(page->items[0].ref(Relation::Root)->targetNative == "100_55");
    spec.page = page->nextPage;
    const auto more = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(more);
    CHECK(pathOf(*more) == "/v25.0/100_55/comments");
    CHECK(queryOf(*more).at("after") == "MORE");
    CHECK(queryOf(*more).at("filter") == "stream");
    // A post that went away meanwhile ends neither the walk nor the run.
    const auto gone = desk.connector->parseFetch(desk.context(), spec, answer(400, R"({"error":{"code":100,"error_subcode":33,"message":"does not exist"}})"));
    REQUIRE(gone);
    CHECK(gone->nextPage.empty());
    CHECK(desk.connector->parseFetch(desk.context(), spec, answer(400, R"({"error":{"code":190,"message":"bad"}})")).error().code == Errc::AuthRevoked);
}

TEST_CASE("meta: on Threads the conversations of posts with answers are read one by one")
{
    const Desk desk("threads");
    FetchSpec spec{"comments", Direction::Forward, R"({"at":1795251600000000})", {}};
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"data":[{"id":"71","has_replies":true},{"id":"72","has_replies":false},{"id":"73","has_replies":true}]})"));
    REQUIRE(page);
    spec.page = page->nextPage;
    auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v1.0/71/conversation");
    const auto answers = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"data":[{"id":"80","text":"Joli","username":"zoe","timestamp":"2026-11-21T09:30:00+0000","replied_to":{"id":"71"},"root_post":{"id":"71"}},
        {"id":"81","text":"Merci","username":"maisondubreuil","timestamp":"2026-11-21T09:31:00+0000","replied_to":{"id":"80"}}]})"));
    REQUIRE(answers);
    REQUIRE(answers->items.size() == 2);
    CHECK(answers->reasons == std::vector<std::string>{"reply", ""}); // our own answer is no news
    CHECK(answers->items[1].ours == AccountId{7});
    spec.page = answers->nextPage;
    request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v1.0/73/conversation");
}

TEST_CASE("meta: what a code of an error means")
{
    const Desk desk("facebook");
    CHECK(refusedWith(desk, R"({"code":190,"error_subcode":463,"message":"expired"})") == Errc::AuthExpired);
    CHECK(refusedWith(desk, R"({"code":190,"error_subcode":460,"message":"password changed"})") == Errc::AuthRevoked);
    for (const auto *code : {"4", "17", "32", "613", "80001", "80014"})
        CHECK(refusedWith(desk, std::string(R"({"code":)") + code + R"(,"message":"limit"})") == Errc::RateLimited);
    CHECK(refusedWith(desk, R"({"code":80015,"message":"?"})") == Errc::Protocol);
    CHECK(refusedWith(desk, R"({"code":10,"message":"permission"})") == Errc::ScopeMissing);
    CHECK(refusedWith(desk, R"({"code":200,"message":"permission"})", 403) == Errc::ScopeMissing);
    CHECK(refusedWith(desk, R"({"code":3,"message":"not approved"})") == Errc::ApprovalMissing);
    CHECK(refusedWith(desk, R"({"code":100,"error_subcode":33,"message":"gone"})") == Errc::NotFound);
    CHECK(refusedWith(desk, R"({"code":2,"is_transient":true,"message":"later"})", 500) == Errc::Server);
    CHECK(refusedWith(desk, R"({"code":368,"message":"blocked for a while"})") == Errc::PolicyRefused);
}

TEST_CASE("meta: how long to wait comes from the usage headers, in minutes")
{
    const Desk desk("facebook");
    const std::vector<net::Header> headers{{"X-Business-Use-Case-Usage", R"({"100":[{"type":"pages","call_count":100,"total_cputime":25,"total_time":30,"estimated_time_to_regain_access":7}]})"}};
    const auto page = desk.connector->parseFetch(desk.context(), {"tagged", Direction::Forward, {}, {}}, answer(400, R"({"error":{"code":32,"message":"Page request limit"}})", headers));
    REQUIRE_FALSE(page);
    CHECK(page.error().retryAfter == std::chrono::minutes{7});
    const auto untold = desk.connector->parseFetch(desk.context(), {"tagged", Direction::Forward, {}, {}}, answer(400, R"({"error":{"code":4,"message":"App request limit"}})"));
    CHECK(untold.error().retryAfter == std::chrono::minutes{5});
}

TEST_CASE("meta: only digits and _ stand in a path")
{
    for (const auto *network : {"facebook", "instagram", "threads"}) {
        const Desk desk(network);
        for (const auto *bad : {"me", "1/likes", "1?x=1", "..", "12 ", "c_x", "1%2F2"}) {
            INFO(network << " " << bad);
            const std::vector<std::string> ids{bad};
            CHECK(desk.connector->buildLookup(desk.context(), ids).error().code == Errc::InvalidInput);
            CHECK(desk.connector->buildThread(desk.context(), bad).error().code == Errc::InvalidInput);
            const auto reply = outboundOf(OutboundKind::Reply, "Merci", bad);
            CHECK_FALSE(desk.connector->nextStep(desk.context(), jobOf(reply), {}).has_value());
        }
    }
}

TEST_CASE("meta: a figure that died is not asked for, one that is refused is told and left out")
{
    const Desk desk("facebook");
    const auto names = [](Instant day, std::vector<std::string> without = {}) {
        std::vector<std::string> all;
        for (const auto *metric : meta::metricsToAsk(meta::Network::Facebook, true, day, without))
            all.emplace_back(metric->name);
        return all;
    };
    const auto old = names(parseRfc3339("2025-03-01T00:00:00Z").value());
    CHECK(std::count(old.begin(), old.end(), "page_fans") == 1);
    CHECK(std::count(old.begin(), old.end(), "page_media_view") == 0);
    const auto today = names(desk.now);
    CHECK(std::count(today.begin(), today.end(), "page_fans") == 0);
    CHECK(std::count(today.begin(), today.end(), "page_impressions_unique") == 0);
    CHECK(std::count(today.begin(), today.end(), "page_media_view") == 1);

    InsightSpec spec;
    spec.from = desk.now - std::chrono::hours{24};
    spec.to = desk.now;
    auto request = desk.connector->buildInsights(desk.context(), spec);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/100/insights");
    CHECK(queryOf(*request).at("metric") == "page_total_media_view_unique,page_media_view,page_post_engagements,page_follows");
    const auto refused = desk.connector->parseInsights(desk.context(), spec, answer(400, R"({"error":{"code":100,"message":"(#100) metric[1] must be one of the following values: page_follows, page_post_engagements, page_total_media_view_unique"}})"));
    REQUIRE(refused);
    CHECK(refused->unknown == std::vector<std::string>{"page_media_view"});
    spec.without = refused->unknown;
    request = desk.connector->buildInsights(desk.context(), spec);
    REQUIRE(request);
    CHECK(queryOf(*request).at("metric") == "page_total_media_view_unique,page_post_engagements,page_follows");
    // Where Meta does not say which, the least settled one goes first, and in the end nothing is left to ask.
    const auto unnamed = desk.connector->parseInsights(desk.context(), spec, answer(400, R"({"error":{"code":100,"message":"(#100) The value must be a valid insights metric"}})"));
    REQUIRE(unnamed);
    CHECK(unnamed->unknown == std::vector<std::string>{"page_total_media_view_unique"});
    spec.without = {"page_total_media_view_unique", "page_media_view", "page_post_engagements", "page_follows"};
    CHECK(desk.connector->buildInsights(desk.context(), spec).error().code == Errc::Unsupported);
    // A missing permission is not a dead metric.
    CHECK_FALSE(desk.connector->parseInsights(desk.context(), {}, answer(400, R"({"error":{"code":10,"message":"permission"}})")));
}

TEST_CASE("meta: an empty set is missing, a zero is zero, and people of several days are not added up")
{
    const Desk page("facebook");
    InsightSpec spec;
    spec.to = page.now;
    spec.from = page.now - std::chrono::hours{48};
    const auto figures = page.connector->parseInsights(page.context(), spec, answer(200, R"({"data":[
        {"name":"page_media_view","period":"day","values":[{"value":10},{"value":5}]},
        {"name":"page_total_media_view_unique","period":"day","values":[{"value":8},{"value":4}]},
        {"name":"page_follows","period":"day","values":[{"value":900},{"value":905}]},
        {"name":"page_post_engagements","period":"day","values":[]}]})"));
    REQUIRE(figures);
    REQUIRE(figures->lines.size() == 1);
    const auto &metrics = figures->lines[0].metrics;
    REQUIRE(metrics.size() == 4);
    CHECK(metrics[0] == MetricValue{"reach", 0, ValueStatus::NotApplicable});
    CHECK(metrics[1] == MetricValue{"views", 15, ValueStatus::Ok});
    CHECK(metrics[2] == MetricValue{"engagements", 0, ValueStatus::Missing});
    CHECK(metrics[3] == MetricValue{"followers", 905, ValueStatus::Ok});

    const Desk desk("instagram");
    const InsightSpec post{{"17001"}, {}, {}, {}};
    CHECK(pathOf(desk.connector->buildInsights(desk.context(), post).value()) == "/v25.0/17001/insights");
    const auto empty = desk.connector->parseInsights(desk.context(), post, answer(200, R"({"data":[]})"));
    REQUIRE(empty);
    for (const auto &metric : empty->lines.at(0).metrics)
        CHECK(metric.status == ValueStatus::Missing);
    const auto zero = desk.connector->parseInsights(desk.context(), post, answer(200, R"({"data":[{"name":"saved","values":[{"value":0}]}]})"));
    const auto &saved = zero->lines.at(0).metrics;
    CHECK(std::find(saved.begin(), saved.end(), MetricValue{"saves", 0, ValueStatus::Ok}) != saved.end());
}

TEST_CASE("meta: several posts in one call, comments left out of it")
{
    const Desk desk("facebook");
    const InsightSpec spec{{"100_1", "55_9", "100_2"}, {}, {}, {}};
    const auto request = desk.connector->buildInsights(desk.context(), spec);
    REQUIRE(request);
    CHECK(queryOf(*request).at("ids") == "100_1,100_2");
    const auto answered = desk.connector->parseInsights(desk.context(), spec, answer(200, R"({"100_1":{"insights":{"data":[{"name":"post_clicks","values":[{"value":4}]}]},"id":"100_1"},"100_2":{"id":"100_2"}})"));
    REQUIRE(answered);
    REQUIRE(answered->lines.size() == 2);
    CHECK(std::find(answered->lines[0].metrics.begin(), answered->lines[0].metrics.end(), MetricValue{"clicks", 4, ValueStatus::Ok}) != answered->lines[0].metrics.end());
    for (const auto &metric : answered->lines[1].metrics)
        CHECK(metric.status == ValueStatus::Missing);
    CHECK(desk.connector->buildInsights(desk.context(), {{"55_9"}, {}, {}, {}}).error().code == Errc::Unsupported);
}

TEST_CASE("meta: every metric name has a life that makes sense")
{
    for (const auto &metric : meta::metricNames()) {
        INFO(metric.name);
        CHECK((*metric.from == '\0' || *metric.until == '\0' || std::string(metric.from) < metric.until));
        if (*metric.replacedBy != '\0') {
            CHECK(*metric.until != '\0');
            CHECK(std::any_of(meta::metricNames().begin(), meta::metricNames().end(), [&](const auto &other) { return other.network == metric.network && other.ofAccount == metric.ofAccount && std::string(other.name) == metric.replacedBy && *other.until == '\0'; }));
        }
    }
}

TEST_CASE("threads: searching is limited to our own posts until approved, and counted by the day")
{
    Desk desk("threads");
    desk.account.set("keywords", "Maison Dubreuil, velo");
    CHECK(desk.connector->describe().capabilities.why(Capability::ListenKeyword) == CapabilityReason::OwnPostsOnlyUntilApproved);
    const auto streams = desk.connector->streams(desk.account);
    REQUIRE(streams.size() == 5);
    CHECK(streams[3].name == "search:Maison Dubreuil");
    const auto request = desk.connector->buildFetch(desk.context(), {"search:Maison Dubreuil", Direction::Forward, {}, {}});
    REQUIRE(request);
    CHECK(queryOf(*request).at("q") == "Maison Dubreuil");
    CHECK(queryOf(*request).at("search_type") == "RECENT");
    CHECK(request->cost.bucket == "search");
    CHECK(desk.connector->describe().buckets.at(0).units == 2200);
}
