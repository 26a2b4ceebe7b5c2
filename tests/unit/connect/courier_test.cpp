// SPDX-License-Identifier: GPL-3.0-or-later
// Accesses that end, allowances that run out: what leaves, how often, and what is kept.
#include "support/fake_http.hpp"
#include "support/toy_network.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/connect/courier.hpp>

#include <catch2/catch.hpp>

#include <barrier>
#include <thread>

using namespace vigie;
using namespace vigie::connect;
using net::Method;

namespace {

struct Desk {
    Desk()
    {
        account.connector = "toy";
        account.instance = "https://toy.example";
        account.nativeId = "me";
        account.handle = "toy";
    }
    void keep(const std::string &access, const std::string &refresh, std::optional<std::chrono::seconds> lives = {})
    {
        Credential credential;
        credential.access = Secret(access);
        credential.refresh = Secret(refresh);
        if (lives)
            credential.expiresAt = clock.now() + *lives;
        REQUIRE(secrets->set(account.secretKey(), toSecret(credential)));
    }
    [[nodiscard]] Credential kept()
    {
        auto stored = secrets->get(account.secretKey());
        REQUIRE(stored);
        auto credential = credentialFrom(*stored);
        REQUIRE(credential);
        return *credential;
    }
    Result<std::string> ask(net::RatePriority priority = net::RatePriority::Background)
    {
        return courier.ask<std::string>(
            toy, account, priority, {}, [&](const Context &context) { return toy.buildFetch(context, {"home", {}, {}, {}}); },
            [&](const Context &context, const net::Response &response) -> Result<std::string> {
                VIGIE_CHECK(toy.parseFetch(context, {"home", {}, {}, {}}, response));
                return std::string(context.token.reveal());
            });
    }
    [[nodiscard]] int asked(const std::string &part) const
    {
        int count = 0;
        for (const auto &request : http.requests())
            count += request.url.find(part) != std::string::npos ? 1 : 0;
        return count;
    }

    FakeClock clock{Instant{std::chrono::seconds{1772452800}}};
    test::FakeHttp http;
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    Account account;
    test::ToyNetwork toy;
    std::vector<SessionFacts> told;
    Courier courier{CourierParts{http, *secrets, rates, clock, nullptr, [this](const Account &, const SessionFacts &facts) { told.push_back(facts); }}};
};

/// Refuses to write; reads as it is.
class ReadOnlySecrets final : public net::SecretStore {
public:
    explicit ReadOnlySecrets(net::SecretStore &under) : under_(under) {}
    Result<Secret> get(std::string_view key) override { return under_.get(key); }
    Result<void> set(std::string_view, const Secret &) override { return fail(Errc::NoSecret, "locked"); }
    Result<void> erase(std::string_view key) override { return under_.erase(key); }
    [[nodiscard]] std::string kind() const override { return "locked"; }

private:
    net::SecretStore &under_;
};

class Purse final : public Spending {
public:
    Result<void> reserve(const Account &, const Descriptor &, const net::Cost &cost, net::RatePriority) override
    {
        if (left < cost.microDollars)
            return fail(Errc::BudgetStop, "too dear");
        left -= cost.microDollars;
        return {};
    }
    void settle(const Account &, const net::Cost &reserved, std::int64_t microDollars) override { left += reserved.microDollars - microDollars; }
    std::int64_t left = 0;
};

} // namespace

TEST_CASE("an expired access is renewed once and the question asked once more", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new","refresh":"r2","lives":3600})");
    desk.http.expect(Method::Get, "stream/home").json(200, R"({"items":[]})");
    CHECK(desk.ask().value() == "new");
    CHECK(desk.http.nothingElse());
    CHECK(desk.http.requests()[1].bearer.reveal() == "r1");
    CHECK(desk.kept().refresh.reveal() == "r2");
    REQUIRE(desk.told.size() == 1);
    CHECK(desk.told[0].expiresAt == desk.clock.now() + std::chrono::hours{1});
}

TEST_CASE("an access that is refused after its renewal too is not renewed for ever", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new"})");
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    CHECK(desk.ask().error().code == Errc::AuthExpired);
    CHECK(desk.http.nothingElse());
}

TEST_CASE("five that expire together make one renewal", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new","refresh":"r2"})");
    for (int i = 0; i < 5; ++i)
        desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    desk.http.expect(Method::Get, "stream/home").always().json(200, R"({"items":[]})");
    std::barrier together(5);
    std::vector<std::jthread> threads;
    std::atomic<int> well = 0;
    for (int i = 0; i < 5; ++i)
        threads.emplace_back([&] {
            const auto credential = desk.courier.credential(desk.toy, desk.account);
            together.arrive_and_wait(); // all of them hold the old access
            const auto renewed = desk.courier.renew(desk.toy, desk.account, *credential);
            well += renewed && renewed->access.reveal() == "new" ? 1 : 0;
        });
    threads.clear();
    CHECK(well == 5);
    CHECK(desk.asked("refresh") == 1);
}

TEST_CASE("an empty refresh token never replaces the stored one, and nothing else that is kept is lost", "[courier]")
{
    Desk desk;
    Credential before;
    before.access = Secret("old");
    before.refresh = Secret("r1");
    before.set("client_id", Secret("me-app"));
    REQUIRE(desk.secrets->set(desk.account.secretKey(), toSecret(before)));
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new","refresh":""})");
    desk.http.expect(Method::Get, "stream/home").json(200, R"({"items":[]})");
    REQUIRE(desk.ask());
    CHECK(desk.kept().access.reveal() == "new");
    CHECK(desk.kept().refresh.reveal() == "r1");
    CHECK(desk.kept().field("client_id").reveal() == "me-app");
}

TEST_CASE("a renewal that brings nothing changes nothing", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    desk.http.expect(Method::Post, "refresh").json(200, "{}");
    CHECK(desk.ask().error().code == Errc::Protocol);
    CHECK(desk.kept().access.reveal() == "old");
    CHECK(desk.kept().refresh.reveal() == "r1");
}

TEST_CASE("only the network's word that it is over ends a sign-in", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    desk.http.expect(Method::Get, "stream/home").always().json(401, "{}");
    desk.http.expect(Method::Post, "refresh").json(500, "{}");
    CHECK(desk.ask().error().code == Errc::Server);
    desk.http.expect(Method::Post, "refresh").failWith(Errc::Network, net::Sent::Nothing);
    CHECK(desk.ask().error().code == Errc::Network);
    desk.http.expect(Method::Post, "refresh").json(403, "{}");
    CHECK(desk.ask().error().code == Errc::AuthRevoked);
    CHECK(desk.kept().refresh.reveal() == "r1"); // what to do with it is the person's decision
}

TEST_CASE("a renewed access is not used before it is kept", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1");
    ReadOnlySecrets locked(*desk.secrets);
    Courier courier(CourierParts{desk.http, locked, desk.rates, desk.clock});
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new","refresh":"r2"})");
    const auto credential = courier.credential(desk.toy, desk.account);
    REQUIRE(credential);
    CHECK(courier.renew(desk.toy, desk.account, *credential).error().code == Errc::NoSecret);
    CHECK(desk.http.nothingElse());
}

TEST_CASE("an access about to end is renewed before it is used; where that fails it is tried all the same", "[courier]")
{
    Desk desk;
    desk.keep("old", "r1", std::chrono::seconds{30});
    desk.http.expect(Method::Post, "refresh").json(500, "{}");
    desk.http.expect(Method::Get, "stream/home").json(200, R"({"items":[]})");
    CHECK(desk.ask().value() == "old"); // the clock here may be the one that is wrong
    desk.http.expect(Method::Post, "refresh").json(200, R"({"access":"new","lives":3600})");
    desk.http.expect(Method::Get, "stream/home").json(200, R"({"items":[]})");
    CHECK(desk.ask().value() == "new");
    desk.http.expect(Method::Get, "stream/home").json(200, R"({"items":[]})");
    CHECK(desk.ask().value() == "new");
    CHECK(desk.http.nothingElse());
}

TEST_CASE("what nothing renews is said to be expired, not revoked", "[courier]")
{
    Desk desk;
    desk.keep("only", "");
    desk.http.expect(Method::Get, "stream/home").json(401, "{}");
    CHECK(desk.ask().error().code == Errc::AuthExpired);
    CHECK(desk.http.nothingElse());
}

TEST_CASE("polling leaves a fifth of every allowance to the person", "[courier]")
{
    Desk desk;
    desk.keep("t", "");
    desk.toy.descriptor.rate = {10, std::chrono::seconds{60}, std::chrono::seconds{60}};
    desk.http.expect(Method::Get, "stream/home").always().json(200, R"({"items":[]})");
    for (int i = 0; i < 8; ++i)
        REQUIRE(desk.ask());
    const auto waits = desk.ask();
    CHECK(waits.error().code == Errc::RateLimited);
    CHECK(waits.error().retryAfter == std::chrono::seconds{60});
    CHECK(desk.ask(net::RatePriority::User));
    CHECK(desk.ask(net::RatePriority::User));
    CHECK(desk.ask(net::RatePriority::User).error().code == Errc::RateLimited);
    CHECK(desk.asked("stream/home") == 10); // nothing else was sent
    desk.clock.advance(std::chrono::seconds{61});
    CHECK(desk.ask());
}

TEST_CASE("a bucket that is counted here stops its own calls and no others", "[courier]")
{
    Desk desk;
    desk.keep("t", "");
    desk.toy.descriptor.buckets = {{"writes", 10, std::chrono::seconds{3600}}};
    desk.http.expect(Method::Get, "stream/home").always().json(200, R"({"items":[]})");
    desk.toy.cost = {"writes", 3, 0};
    for (int i = 0; i < 3; ++i)
        REQUIRE(desk.ask(net::RatePriority::User));
    CHECK(desk.ask(net::RatePriority::User).error().code == Errc::RateLimited);
    desk.toy.cost = {};
    CHECK(desk.ask());
    CHECK(desk.asked("stream/home") == 4);
}

TEST_CASE("a call beyond the purse is not made, and what was not charged comes back", "[courier]")
{
    Desk desk;
    desk.keep("t", "");
    Purse purse;
    purse.left = 1000;
    Courier courier(CourierParts{desk.http, *desk.secrets, desk.rates, desk.clock, &purse});
    net::Request request;
    request.url = "https://toy.example/paid";
    request.cost.microDollars = 700;
    desk.http.expect(Method::Get, "paid").json(200, "{}");
    REQUIRE(courier.send(desk.toy, desk.account, request, net::RatePriority::User));
    CHECK(courier.send(desk.toy, desk.account, request, net::RatePriority::User).error().error.code == Errc::BudgetStop);
    CHECK(desk.http.nothingElse());
    courier.settleCost(desk.account, request.cost, 100);
    CHECK(purse.left == 900);
    desk.http.expect(Method::Get, "paid").failWith(Errc::Network, net::Sent::Nothing);
    CHECK_FALSE(courier.send(desk.toy, desk.account, request, net::RatePriority::User));
    CHECK(purse.left == 900); // it never left
}

TEST_CASE("a credential comes back from the secret store as it went in", "[credential]")
{
    Credential bare;
    bare.access = Secret("just-a-token");
    CHECK(toSecret(bare).reveal() == "just-a-token");
    CHECK(credentialFrom(Secret("just-a-token"))->access.reveal() == "just-a-token");
    CHECK(credentialFrom(Secret(R"({"looks":"like json"})"))->access.reveal() == R"({"looks":"like json"})");

    Credential full;
    full.access = Secret("a\"b\\c");
    full.refresh = Secret("r");
    full.expiresAt = Instant{std::chrono::seconds{1772452800}};
    full.scopes = {"read", "write"};
    full.set("private_key", Secret("-----BEGIN\nline\n"));
    full.set("private_key", Secret("-----BEGIN\nother\n"));
    const auto back = credentialFrom(toSecret(full));
    REQUIRE(back);
    CHECK(back->access.reveal() == "a\"b\\c");
    CHECK(back->refresh.reveal() == "r");
    CHECK(back->expiresAt == full.expiresAt);
    CHECK_FALSE(back->refreshUntil);
    CHECK(back->scopes == full.scopes);
    REQUIRE(back->more.size() == 1);
    CHECK(back->field("private_key").reveal() == "-----BEGIN\nother\n");
    const auto broken = credentialFrom(Secret("{\"vigie\":1,\"access\":"));
    CHECK(broken.error().code == Errc::Protocol);
    CHECK(broken.error().detail.find("access") == std::string::npos); // not a word of it
}
