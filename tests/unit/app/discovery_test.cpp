// SPDX-License-Identifier: GPL-3.0-or-later
// What typed words turn out to be: handles through WebFinger, servers, pages that name a feed, feeds; private addresses,
// networks that do not answer, and stopping.
#include "support/fake_http.hpp"

#include <vigie/app/discovery.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;
using app::discover;

namespace {

constexpr const char *kInstance = R"({"uri":"social.example","title":"The Commons","version":"4.3.1","urls":{"streaming_api":"wss://social.example"},"stats":{}})";
constexpr const char *kFeed = R"(<rss version="2.0"><channel><title>News of the house</title><link>https://blog.example/</link>
<item><title>One</title><guid>1</guid><link>https://blog.example/1</link></item></channel></rss>)";
constexpr const char *kPage = R"(<html><head><title>Blog</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body></body></html>)";

const connect::Catalogue &networks()
{
    static const auto all = connect::builtinCatalogue();
    return all;
}

app::Discovery found(FakeHttp &http, const std::string &typed, const app::DiscoverOptions &options = {})
{
    const auto answer = discover(networks(), http, typed, options);
    INFO((answer ? std::string() : answer.error().detail));
    REQUIRE(answer);
    return *answer;
}

const connect::Candidate *of(const app::Discovery &discovery, const std::string &connector)
{
    for (const auto &candidate : discovery.candidates)
        if (candidate.connector == connector)
            return &candidate;
    return nullptr;
}

/// A network that never answers until it is stopped.
class Silent final : public net::HttpClient {
public:
    void send(net::Request, std::stop_token stop, Executor &reply, std::function<void(net::Answer)> done) override
    {
        ++asked;
        const std::lock_guard guard(mutex_);
        waiting_.push_back(std::make_unique<Stopped>(stop, [&reply, done = std::move(done)] {
            reply.post([done] { done(tl::unexpected(net::Failure{Error{Errc::Cancelled, {}, 0, {}, {}}, net::Sent::Nothing})); });
        }));
    }
    int asked = 0;

private:
    using Stopped = std::stop_callback<std::function<void()>>;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Stopped>> waiting_;
};

/// Whatever else the catalogue asks is not there.
void nothingElse(FakeHttp &http)
{
    for (const auto method : {net::Method::Get, net::Method::Head, net::Method::Post})
        http.expect(method, "").reply(404, {}, "not here").always();
}

} // namespace

TEST_CASE("discovery: the server of a handle need not be its domain", "[discovery]")
{
    FakeHttp http;
    http.expectExactly(net::Method::Get, "https://brand.example/.well-known/webfinger?resource=acct%3Aada%40brand.example")
        .json(200, R"({"subject":"acct:ada@brand.example","links":[{"rel":"http://webfinger.net/rel/profile-page","href":"https://brand.example/ada"},
                        {"rel":"self","type":"application/activity+json","href":"https://social.example/users/ada"}]})");
    http.expectExactly(net::Method::Get, "https://social.example/api/v1/instance").json(200, kInstance);
    nothingElse(http);
    const auto discovery = found(http, "  @ada@brand.example ");
    const auto *mastodon = of(discovery, "mastodon");
    REQUIRE(mastodon != nullptr);
    CHECK(mastodon->instance == "https://social.example");
    CHECK(mastodon->name == "The Commons");
    CHECK(mastodon->certainty == 90);
    CHECK(discovery.candidates.front().connector == "mastodon");
    CHECK(discovery.complete);
    CHECK_FALSE(discovery.trouble);
}

TEST_CASE("discovery: without WebFinger the handle's own domain is asked; when it is no such server, nothing is claimed", "[discovery]")
{
    FakeHttp there;
    there.expectExactly(net::Method::Get, "https://social.example/api/v1/instance").json(200, kInstance);
    nothingElse(there);
    CHECK(of(found(there, "ada@social.example"), "mastodon") != nullptr);
    FakeHttp mail;
    nothingElse(mail);
    CHECK(of(found(mail, "ada@mail.example"), "mastodon") == nullptr);
    // An answer that is JSON and no instance is none either, nor one that redirects to some page.
    FakeHttp other;
    other.expect(net::Method::Get, "/api/v1/instance").json(200, R"({"uri":"x","version":1})");
    nothingElse(other);
    CHECK(of(found(other, "https://other.example/@ada"), "mastodon") == nullptr);
}

TEST_CASE("discovery: a server that describes itself to nobody is still recognised, less surely", "[discovery]")
{
    FakeHttp http;
    http.expect(net::Method::Get, "https://closed.example/api/v1/instance").json(401, R"({"error":"This method requires an authenticated user"})");
    nothingElse(http);
    const auto discovery = found(http, "closed.example");
    const auto *mastodon = of(discovery, "mastodon");
    REQUIRE(mastodon != nullptr);
    CHECK(mastodon->instance == "https://closed.example");
    CHECK(mastodon->certainty < 90);
}

TEST_CASE("discovery: a page gives the feed it names, a feed gives itself", "[discovery]")
{
    FakeHttp http;
    http.expectExactly(net::Method::Get, "https://blog.example").reply(200, {{"Content-Type", "text/html"}}, kPage);
    http.expect(net::Method::Get, "https://blog.example/feed.xml").reply(200, {{"Content-Type", "application/rss+xml"}}, kFeed).always();
    nothingElse(http);
    const auto viaPage = found(http, "blog.example");
    const auto *feed = of(viaPage, "feed");
    REQUIRE(feed != nullptr);
    REQUIRE(feed->settings.size() == 1);
    CHECK(feed->settings.front() == AccountSetting{"url", "https://blog.example/feed.xml"});
    CHECK(feed->name == "News of the house");
    const auto itself = found(http, "https://blog.example/feed.xml");
    REQUIRE(of(itself, "feed") != nullptr);
    CHECK(of(itself, "feed")->certainty > feed->certainty);
}

TEST_CASE("discovery: a server that is a network and names a feed is the network first", "[discovery]")
{
    FakeHttp http;
    http.expectExactly(net::Method::Get, "https://social.example/@ada").reply(200, {{"Content-Type", "text/html"}}, kPage);
    http.expect(net::Method::Get, "https://social.example/feed.xml").reply(200, {}, kFeed);
    http.expect(net::Method::Get, "https://social.example/api/v1/instance").json(200, kInstance);
    nothingElse(http);
    const auto discovery = found(http, "https://social.example/@ada");
    REQUIRE(of(discovery, "feed") != nullptr);
    REQUIRE(discovery.candidates.size() >= 2);
    CHECK(discovery.candidates.front().connector == "mastodon");
    for (std::size_t i = 1; i < discovery.candidates.size(); ++i)
        CHECK(discovery.candidates[i - 1].certainty >= discovery.candidates[i].certainty);
}

TEST_CASE("discovery: the permission for a private address is for the typed host alone", "[discovery]")
{
    FakeHttp http;
    http.expect(net::Method::Get, "/.well-known/webfinger").json(200, R"({"links":[{"rel":"self","href":"https://inside.example/users/ada"}]})");
    nothingElse(http);
    app::DiscoverOptions options;
    options.allowPrivate = true;
    (void)found(http, "@ada@192.168.1.20", options);
    bool asked = false;
    for (const auto &request : http.requests()) {
        INFO(request.url);
        const bool own = request.url.find("://192.168.1.20") != std::string::npos;
        asked = asked || own;
        CHECK(request.privateNetwork == own);
    }
    CHECK(asked);
    FakeHttp without;
    nothingElse(without);
    (void)found(without, "https://192.168.1.20/");
    for (const auto &request : without.requests())
        CHECK_FALSE(request.privateNetwork);
}

TEST_CASE("discovery: what could not be asked is said, and a guess that nobody confirmed counts half", "[discovery]")
{
    FakeHttp http;
    for (const auto method : {net::Method::Get, net::Method::Head, net::Method::Post})
        http.expect(method, "").failWith(Errc::Network, net::Sent::Nothing).always();
    const auto discovery = found(http, "@ada@away.example");
    REQUIRE(discovery.trouble);
    CHECK(discovery.trouble->code == Errc::Network);
    const auto *guess = of(discovery, "mastodon");
    REQUIRE(guess != nullptr);
    CHECK(guess->instance == "https://away.example");
    CHECK(guess->certainty <= 22);
    FakeHttp refused;
    for (const auto method : {net::Method::Get, net::Method::Head, net::Method::Post})
        refused.expect(method, "").failWith(Errc::PolicyRefused, net::Sent::Nothing, net::kPrivateAddressRefused).always();
    const auto house = found(refused, "https://10.0.0.5");
    REQUIRE(house.trouble);
    CHECK(house.trouble->code == Errc::PolicyRefused);
}

TEST_CASE("discovery: a word asks nobody, a password is refused, nothing is nothing", "[discovery]")
{
    FakeHttp http;
    const auto word = discover(networks(), http, "mastodon");
    REQUIRE(word);
    CHECK(http.count() == 0);
    for (const auto *typed : {"", "   ", "https://ada:secret@social.example/"}) {
        const auto answer = discover(networks(), http, typed);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == Errc::InvalidInput);
    }
    CHECK(http.count() == 0);
}

TEST_CASE("discovery: patience ends, and stopping stops at once", "[discovery]")
{
    Silent http;
    app::DiscoverOptions options;
    options.patience = 50ms;
    const auto late = discover(networks(), http, "https://slow.example", options);
    REQUIRE(late);
    CHECK(http.asked >= 2); // side by side
    CHECK_FALSE(late->complete);
    REQUIRE(late->trouble);
    CHECK(late->trouble->code == Errc::Timeout);
    std::stop_source stop;
    stop.request_stop();
    options.patience = 60s;
    const auto stopped = discover(networks(), http, "https://slow.example", options, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Errc::Cancelled);
}
