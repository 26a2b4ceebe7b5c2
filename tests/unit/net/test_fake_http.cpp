// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_http.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::net;
using test::FakeHttp;

namespace {

Request to(Method method, std::string url)
{
    Request request;
    request.method = method;
    request.url = std::move(url);
    return request;
}

} // namespace

TEST_CASE("The fake network answers as written and remembers", "[fake]")
{
    FakeHttp http;
    http.expect(Method::Get, "/statuses").reply(200, {{"Link", "<x>; rel=next"}}, "[]");
    http.expect(Method::Get, "/statuses").json(404, "{}");
    http.expectExactly(Method::Post, "https://h/post").failWith(Errc::Network, Sent::Maybe);
    http.expect(Method::Get, [](const std::string &url) { return url.size() > 30; }).json(200, "{}").always();

    const Answer first = http.sendAndWait(to(Method::Get, "https://h/statuses"));
    REQUIRE(first);
    CHECK(first->body == "[]");
    CHECK(first->finalUrl == "https://h/statuses");
    CHECK(first->header("link") == "<x>; rel=next");
    CHECK_FALSE(http.nothingElse());
    CHECK(http.sendAndWait(to(Method::Get, "https://h/statuses"))->status == 404);
    const Answer cut = http.sendAndWait(to(Method::Post, "https://h/post"));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().sent == Sent::Maybe);
    CHECK(http.nothingElse());
    CHECK(http.sendAndWait(to(Method::Get, "https://h/a-rather-long-address-of-a-page")));
    CHECK(http.nothingElse());
    CHECK(http.count() == 4);
    CHECK(http.requests().at(2).url == "https://h/post");

    const Answer surprise = http.sendAndWait(to(Method::Delete, "https://h/"));
    REQUIRE_FALSE(surprise);
    CHECK(surprise.error().error.code == Errc::Internal);
    CHECK_FALSE(http.nothingElse());
    std::stop_source stop;
    stop.request_stop();
    CHECK(http.sendAndWait(to(Method::Get, "https://h/"), stop.get_token()).error().error.code == Errc::Cancelled);
}
