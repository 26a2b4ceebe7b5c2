// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/http.hpp>
#include <vigie/net/oauth.hpp>

#include <catch2/catch.hpp>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace vigie;
using namespace vigie::net;
using namespace std::chrono_literals;

namespace {

struct Waiting {
    ManualExecutor executor;
    int answers = 0;
    Result<Secret> outcome = fail(Errc::Internal);
    std::unique_ptr<LoopbackRedirect> redirect;
    CurlEngine engine{{}};

    void start(std::chrono::milliseconds timeout = 30s, std::stop_token stop = {})
    {
        auto started = LoopbackRedirect::start("state-1", timeout, std::move(stop), executor, [this](Result<Secret> result) {
            ++answers;
            outcome = std::move(result);
        });
        REQUIRE(started);
        redirect = std::move(*started);
    }
    Answer visit(const std::string &url)
    {
        Request request;
        request.url = url;
        request.timeout = 10s;
        return engine.sendAndWait(request);
    }
    Answer callback(const std::string &query) { return visit(redirect->redirectUri() + '?' + query); }
    bool wait()
    {
        return executor.runUntil([this] { return answers > 0; }, 10s);
    }
};

int statusOf(const Answer &answer)
{
    return answer ? answer->status : -1;
}

} // namespace

TEST_CASE("PKCE as in RFC 7636, appendix B", "[oauth]")
{
    CHECK(pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    const Pkce a = makePkce(), b = makePkce();
    CHECK(a.verifier.size() == 64);
    CHECK(a.verifier != b.verifier);
    CHECK(a.challenge == pkceChallenge(a.verifier));
    CHECK(base64Url("") == "");
    CHECK(base64Url("f") == "Zg");
    CHECK(base64Url("fo") == "Zm8");
    CHECK(base64Url("foo") == "Zm9v");
    CHECK(base64Url("\xfb\xff\xfe") == "-__-");
    CHECK(equalConstantTime("abc", "abc"));
    CHECK_FALSE(equalConstantTime("abc", "abd"));
    CHECK_FALSE(equalConstantTime("abc", "ab"));
}

TEST_CASE("A network that takes one address only gets its port, also right after a sign-in that was given up", "[oauth]")
{
    ManualExecutor executor;
    const auto open = [&](std::uint16_t port) { return LoopbackRedirect::start("state-1", 30s, {}, executor, [](Result<Secret>) {}, port); };
    auto any = open(0);
    REQUIRE(any);
    const auto port = parseUrl((*any)->redirectUri()).value().port;
    CHECK_FALSE(open(static_cast<std::uint16_t>(port))); // taken
    any->reset();
    const auto again = open(static_cast<std::uint16_t>(port));
    REQUIRE(again);
    CHECK((*again)->redirectUri() == "http://127.0.0.1:" + std::to_string(port) + "/callback");
}

TEST_CASE("The authorize address holds what was asked", "[oauth]")
{
    const std::string url = authorizeUrl({"https://s/oauth/authorize?force=1", "id", "http://127.0.0.1:1/callback", "read write", "st", "ch",
                                          {{"lang", "fr"}}});
    const auto parsed = parseUrl(url);
    REQUIRE(parsed);
    const QueryPairs expected{{"force", "1"}, {"response_type", "code"}, {"client_id", "id"},
                              {"redirect_uri", "http://127.0.0.1:1/callback"}, {"scope", "read write"}, {"state", "st"},
                              {"code_challenge", "ch"}, {"code_challenge_method", "S256"}, {"lang", "fr"}};
    CHECK(parseQuery(parsed->query) == expected);
}

TEST_CASE("The redirect brings the code", "[oauth][redirect]")
{
    Waiting waiting;
    waiting.start();
    const Answer page = waiting.callback("code=c%2Fd&state=state-1");
    CHECK(statusOf(page) == 200);
    CHECK(page->body.find("Signed in") != std::string::npos);
    CHECK(page->body.find("Connexion") != std::string::npos);
    REQUIRE(waiting.wait());
    REQUIRE(waiting.outcome);
    CHECK(waiting.outcome->reveal() == "c/d");
}

TEST_CASE("Scanners and strangers change nothing", "[oauth][redirect]")
{
    Waiting waiting;
    waiting.start();
    const auto base = parseUrl(waiting.redirect->redirectUri());
    REQUIRE(base);
    CHECK(statusOf(waiting.visit(base->origin() + "/favicon.ico")) == 404);
    CHECK(statusOf(waiting.visit(base->origin() + "/callback")) == 404);
    CHECK(statusOf(waiting.callback("state=state-1")) == 404);
    CHECK(statusOf(waiting.callback("code=evil&state=guess")) == 400);
    CHECK(statusOf(waiting.callback("error=access_denied&state=")) == 400);
    for (const std::string &garbage : {std::string("\x16\x03\x01\x02"), std::string("\0\0\r\n\r\n", 6), std::string(50'000, 'A'), std::string()}) {
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(base->port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
        [[maybe_unused]] const ssize_t put = ::send(fd, garbage.data(), garbage.size(), MSG_NOSIGNAL);
        ::close(fd);
    }
    CHECK(waiting.executor.runPending() == 0);
    CHECK(statusOf(waiting.callback("code=real&state=state-1")) == 200);
    REQUIRE(waiting.wait());
    REQUIRE(waiting.outcome);
    CHECK(waiting.outcome->reveal() == "real");
}

TEST_CASE("A refusal is Forbidden, and its words are escaped", "[oauth][redirect]")
{
    Waiting waiting;
    waiting.start();
    std::string query = "error=access_denied&error_description=%3Cscript%3Eno&state=state-1";
    Errc expected = Errc::Forbidden;
    SECTION("denied") {}
    SECTION("another error")
    {
        query = "error=invalid_scope&error_description=%3Cscript%3E&state=state-1";
        expected = Errc::Protocol;
    }
    const Answer page = waiting.callback(query);
    CHECK(statusOf(page) == 200);
    CHECK(page->body.find("<script>") == std::string::npos);
    CHECK(page->body.find("&lt;script&gt;") != std::string::npos);
    REQUIRE(waiting.wait());
    CHECK(waiting.outcome.error().code == expected);
}

TEST_CASE("The wait ends with time, a stop or its owner, once", "[oauth][redirect]")
{
    Waiting waiting;
    SECTION("time")
    {
        waiting.start(20ms);
        REQUIRE(waiting.wait());
        CHECK(waiting.outcome.error().code == Errc::Timeout);
    }
    SECTION("a stop")
    {
        std::stop_source stop;
        waiting.start(30s, stop.get_token());
        stop.request_stop();
        REQUIRE(waiting.wait());
        CHECK(waiting.outcome.error().code == Errc::Cancelled);
    }
    SECTION("stopped before it began")
    {
        std::stop_source stop;
        stop.request_stop();
        waiting.start(30s, stop.get_token());
        REQUIRE(waiting.wait());
        CHECK(waiting.outcome.error().code == Errc::Cancelled);
    }
    SECTION("its owner")
    {
        waiting.start();
        waiting.redirect.reset();
        REQUIRE(waiting.wait());
        CHECK(waiting.outcome.error().code == Errc::Cancelled);
    }
    waiting.redirect.reset();
    waiting.executor.runPending();
    CHECK(waiting.answers == 1);
}
