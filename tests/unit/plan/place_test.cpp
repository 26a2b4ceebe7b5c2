// SPDX-License-Identifier: GPL-3.0-or-later
// Files for a network that fetches them itself: put at their place before the post, taken away after it, and never a reason to
// send a post twice.
#include "support/fake_http.hpp"
#include "support/temp_store.hpp"

#include <vigie/connect/extensions.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace std::chrono_literals;
using net::Method;

namespace {

/// Threads, and a folder where its pictures are fetched from.
struct House {
    test::TempStore store;
    test::FakeHttp http;
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    connect::Courier courier{{http, *secrets, rates, store.clock}};
    plan::Publisher publisher{{*store, catalogue, courier, store.clock}};
    AccountId threads, folder;

    House()
    {
        Account place;
        place.connector = "webdav";
        place.instance = "https://cloud.example";
        place.nativeId = "https://cloud.example/dav";
        place.settings = {{"url", "https://cloud.example/dav"}, {"public", "https://media.example/v"}, {"user", "marie"}};
        folder = add(place);
        Account account;
        account.connector = "threads";
        account.instance = "https://graph.threads.net";
        account.nativeId = "77";
        account.capabilities.set(Capability::Publish).set(Capability::Images);
        account.limits.maxCharacters = 500;
        connect::choosePlace(account.settings, folder);
        threads = add(account);
    }
    AccountId add(const Account &account)
    {
        const auto id = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
        const auto saved = store.read([&](store::Tx &tx) { return store::Accounts(tx).get(id); });
        connect::Credential credential;
        credential.access = Secret("open sesame");
        REQUIRE(secrets->set(saved.secretKey(), connect::toSecret(credential)));
        return id;
    }
    OutboundId post()
    {
        Outbound row;
        row.account = threads;
        row.state = OutboundState::Planned;
        row.parts.resize(1);
        row.parts[0].text = "Un velo";
        row.parts[0].idempotencyKey = "0123456789abcdef0123456789abcdef";
        row.parts[0].media = {{"/tmp/velo.jpg", "image/jpeg", "Un velo dans la neige", std::string(64, 'a'), ""}};
        row.createdAt = row.changedAt = store.clock.now();
        row.dueAt = store.clock.now();
        return store.write([&](store::Tx &tx) { return store::Outbox(tx).add(row); });
    }
    Outbound run(OutboundId id)
    {
        REQUIRE(publisher.runDue());
        return store.read([&](store::Tx &tx) { return store::Outbox(tx).get(id); });
    }
    void networkTakesIt()
    {
        http.expect(Method::Get, "/threads_publishing_limit").json(200, "{}");
        http.expect(Method::Head, "https://media.example/v/").reply(200, {}, "");
        http.expect(Method::Post, "/threads").json(200, R"({"id":"9001"})");
        http.expect(Method::Get, "/9001").json(200, R"({"status":"FINISHED"})");
        http.expect(Method::Post, "/threads_publish").json(200, R"({"id":"9100"})");
        http.expect(Method::Get, "/9100").json(200, R"({"permalink":"https://threads.net/p/9100"})");
    }
};

} // namespace

TEST_CASE("a picture is put at its place, the post leaves once, and the picture is taken away", "[place]")
{
    House house;
    const auto id = house.post();
    house.http.expect(Method::Put, "https://cloud.example/dav/").reply(201, {}, "");
    house.networkTakesIt();
    house.http.expect(Method::Delete, "https://cloud.example/dav/").reply(204, {}, "");
    const auto row = house.run(id);
    CHECK(row.state == OutboundState::Sent);
    CHECK(row.parts[0].media[0].placedAs.empty());
    CHECK(house.http.unexpected().empty());
    CHECK(house.http.nothingElse()); // and nothing else was sent
    house.store.clock.advance(2h);
    house.run(id);
    CHECK(house.http.unexpected().empty());
}

TEST_CASE("a place that cannot be reached keeps the post, and nothing of it is asked of the network", "[place]")
{
    House house;
    const auto id = house.post();
    house.http.expect(Method::Put, "https://cloud.example/dav/").failWith(Errc::Network, net::Sent::Nothing);
    const auto waiting = house.run(id);
    CHECK(waiting.state == OutboundState::Planned);
    CHECK(waiting.parts[0].state == OutboundPart::State::Waiting);
    CHECK(house.http.unexpected().empty());
    house.store.clock.advance(5min);
    house.http.expect(Method::Put, "https://cloud.example/dav/").reply(204, {}, ""); // the same name: it replaces what may be there
    house.networkTakesIt();
    house.http.expect(Method::Delete, "https://cloud.example/dav/").reply(204, {}, "");
    CHECK(house.run(id).state == OutboundState::Sent);
    CHECK(house.http.unexpected().empty());
}

TEST_CASE("a place that refuses the file fails the post, which says why", "[place]")
{
    House house;
    const auto id = house.post();
    house.http.expect(Method::Put, "https://cloud.example/dav/").reply(403, {}, "");
    const auto row = house.run(id);
    CHECK(row.state == OutboundState::Failed);
    REQUIRE(row.error);
    CHECK(row.error->httpStatus == 403);
    CHECK(house.http.unexpected().empty());
}

TEST_CASE("what could not be taken away is tried again at the next run", "[place]")
{
    House house;
    const auto id = house.post();
    house.http.expect(Method::Put, "https://cloud.example/dav/").reply(201, {}, "");
    house.networkTakesIt();
    house.http.expect(Method::Delete, "https://cloud.example/dav/").failWith(Errc::Network, net::Sent::Nothing);
    const auto row = house.run(id);
    CHECK(row.state == OutboundState::Sent); // a follower's trouble is its own
    CHECK_FALSE(row.parts[0].media[0].placedAs.empty());
    house.http.expect(Method::Delete, "https://cloud.example/dav/").reply(404, {}, "");
    CHECK(house.run(id).parts[0].media[0].placedAs.empty());
    CHECK(house.http.unexpected().empty());
}

TEST_CASE("a place that was disconnected is named before anything leaves", "[place]")
{
    House house;
    const auto id = house.post();
    house.store.write([&](store::Tx &tx) { return store::Accounts(tx).setState(house.folder, AccountState::Removed); });
    const auto row = house.run(id);
    CHECK(row.state == OutboundState::Failed);
    REQUIRE(row.error);
    CHECK(row.error->code == Errc::PolicyRefused);
    CHECK(house.http.unexpected().empty());
}
