// SPDX-License-Identifier: GPL-3.0-or-later
// A code typed on another page (RFC 8628), against a server that says what the test wrote down: patience, slow_down, a line
// that breaks, no, too late, stopped.
#include "app/device_flow.hpp"

#include "support/fake_http.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

/// The grant of RFC 8628 as its text has it.
class Rfc8628 final : public connect::Connector {
public:
    const connect::Descriptor &describe() const override { return network_; }
    Result<std::optional<net::Request>> buildWhoAmI(const connect::Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    Result<connect::WhoAmI> parseWhoAmI(const connect::Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    std::vector<connect::StreamSpec> streams(const Account &) const override { return {}; }
    Result<net::Request> buildFetch(const connect::Context &, const connect::FetchSpec &) const override { return fail(Errc::Unsupported); }
    Result<connect::FetchPage> parseFetch(const connect::Context &, const connect::FetchSpec &, const net::Response &) const override { return fail(Errc::Unsupported); }

    Result<net::Request> buildDeviceGrant(const Account &account, const connect::Credential &typed) const override
    {
        return post(account.instance + "/device", "client_id=" + std::string(typed.field("client_id").reveal()));
    }
    Result<connect::DeviceGrant> parseDeviceGrant(const net::Response &response) const override
    {
        const auto json = nlohmann::json::parse(response.body);
        connect::DeviceGrant grant;
        grant.userCode = json.value("user_code", "");
        grant.verifyUrl = json.value("verification_uri", "");
        grant.deviceCode = Secret(json.value("device_code", ""));
        grant.every = std::chrono::seconds{json.value("interval", 5)};
        grant.lives = std::chrono::seconds{json.value("expires_in", 900)};
        return grant;
    }
    Result<net::Request> buildDevicePoll(const Account &account, const connect::Credential &, const connect::DeviceGrant &grant) const override
    {
        return post(account.instance + "/token", "device_code=" + std::string(grant.deviceCode.reveal()));
    }
    Result<connect::Credential> parseDevicePoll(const net::Response &response, Instant now) const override
    {
        const auto json = nlohmann::json::parse(response.body);
        const auto error = json.value("error", "");
        if (error == "authorization_pending")
            return fail(Errc::Pending);
        if (error == "slow_down") {
            Error slower{Errc::Pending, {}, 400, {}, {}};
            slower.retryAfter = std::chrono::seconds{json.value("interval", 0)};
            return fail(std::move(slower));
        }
        if (error == "access_denied")
            return fail(Errc::Forbidden, "the person said no");
        if (!error.empty() || !response.ok())
            return fail(response.status >= 500 ? Errc::Server : Errc::InvalidInput, error);
        connect::Credential credential;
        credential.access = Secret(json.value("access_token", ""));
        credential.expiresAt = now + 1h;
        return credential;
    }

private:
    static net::Request post(std::string url, std::string body)
    {
        net::Request request;
        request.method = net::Method::Post;
        request.url = std::move(url);
        request.body = std::move(body);
        return request;
    }
    connect::Descriptor network_;
};

constexpr const char *kGrant = R"({"device_code":"long-and-secret","user_code":"WDJB-MJHT","verification_uri":"https://net.example/activate","interval":5,"expires_in":900})";
constexpr const char *kPending = R"({"error":"authorization_pending"})";

/// A flow on a clock that only moves when the flow waits.
struct Flow {
    Rfc8628 network;
    FakeHttp http;
    Account account;
    connect::Credential typed;
    FakeClock clock{Instant{std::chrono::seconds{1795255200}}};
    std::vector<std::int64_t> pauses;
    std::vector<app::DeviceCode> shown;
    std::size_t stopAfter = 10'000;

    Flow()
    {
        account.instance = "https://net.example";
        typed.set("client_id", Secret("our-client"));
    }
    Result<connect::Credential> run()
    {
        const app::DeviceFlowParts parts{network, account, typed,
                                         [&](net::Request request) -> Result<net::Response> {
                                             auto answer = http.sendAndWait(std::move(request));
                                             if (!answer)
                                                 return fail(std::move(answer.error().error));
                                             return std::move(*answer);
                                         },
                                         [&](std::chrono::seconds pause) {
                                             pauses.push_back(pause.count());
                                             clock.advance(pause);
                                             return pauses.size() < stopAfter;
                                         },
                                         [&] { return clock.now(); }};
        return app::signInWithDeviceCode(parts, [&](const app::DeviceCode &code) { shown.push_back(code); });
    }
    FakeHttp::Expectation token() { return http.expect(net::Method::Post, "/token"); }
    void grant(const char *json = kGrant) { http.expect(net::Method::Post, "/device").json(200, json); }
};

using Pauses = std::vector<std::int64_t>;

} // namespace

TEST_CASE("device code: it is shown, asked for at the network's pace, and ends with a token and the client's own id", "[device]")
{
    Flow flow;
    flow.grant();
    flow.token().json(400, kPending);
    flow.token().json(400, kPending);
    flow.token().json(200, R"({"access_token":"granted"})");
    const auto credential = flow.run();
    REQUIRE(credential);
    CHECK(credential->access.reveal() == "granted");
    CHECK(credential->field("client_id").reveal() == "our-client");
    REQUIRE(flow.shown.size() == 1);
    CHECK(flow.shown.front().userCode == "WDJB-MJHT");
    CHECK(flow.shown.front().verifyUrl == "https://net.example/activate");
    CHECK(flow.shown.front().endsAt == Instant{std::chrono::seconds{1795255200 + 900}});
    CHECK(flow.pauses == Pauses{5, 5, 5}); // never before the first pause
    CHECK(flow.http.nothingElse());
    CHECK(flow.http.requests()[1].body == "device_code=long-and-secret");
}

TEST_CASE("device code: a network that asks for more patience keeps it", "[device]")
{
    Flow flow;
    flow.grant();
    flow.token().json(400, R"({"error":"slow_down"})");               // five seconds more
    flow.token().json(400, kPending);
    flow.token().json(400, R"({"error":"slow_down","interval":30})"); // as told
    flow.token().json(400, kPending);
    flow.token().json(200, R"({"access_token":"granted"})");
    REQUIRE(flow.run());
    CHECK(flow.pauses == Pauses{5, 10, 10, 30, 30});
}

TEST_CASE("device code: a broken line is waited out, ever longer", "[device]")
{
    Flow flow;
    flow.grant();
    flow.token().failWith(Errc::Network, net::Sent::Nothing);
    flow.token().failWith(Errc::Timeout, net::Sent::Maybe);
    flow.token().json(503, "{}");
    flow.token().failWith(Errc::Network, net::Sent::Nothing);
    flow.token().failWith(Errc::Network, net::Sent::Nothing);
    flow.token().json(200, R"({"access_token":"granted"})");
    REQUIRE(flow.run());
    CHECK(flow.pauses == Pauses{5, 10, 20, 40, 60, 60});
}

TEST_CASE("device code: no, too late, stopped, and answers that are none", "[device]")
{
    SECTION("the person said no")
    {
        Flow flow;
        flow.grant();
        flow.token().json(400, R"({"error":"access_denied"})");
        CHECK(flow.run().error().code == Errc::Forbidden);
    }
    SECTION("nobody came")
    {
        Flow flow;
        flow.grant();
        flow.token().json(400, kPending).always();
        const auto late = flow.run();
        REQUIRE_FALSE(late);
        CHECK(late.error().code == Errc::Timeout);
        CHECK(flow.pauses.size() == 179); // the 180th question would come when the code has ended
    }
    SECTION("stopped")
    {
        Flow flow;
        flow.grant();
        flow.token().json(400, kPending).always();
        flow.stopAfter = 2;
        CHECK(flow.run().error().code == Errc::Cancelled);
        CHECK(flow.http.count() == 2); // the grant and one question
    }
    SECTION("a grant without a code")
    {
        Flow flow;
        flow.grant(R"({"device_code":"x"})");
        CHECK(flow.run().error().code == Errc::Protocol);
        CHECK(flow.shown.empty());
    }
    SECTION("a token that is empty")
    {
        Flow flow;
        flow.grant();
        flow.token().json(200, R"({"access_token":""})");
        CHECK(flow.run().error().code == Errc::Protocol);
    }
}
