// SPDX-License-Identifier: GPL-3.0-or-later
// What the sync engine does for every network alike: terms, look-ups, figures, firehoses.
#include "support/fake_http.hpp"
#include "support/temp_store.hpp"
#include "support/toy_network.hpp"

#include <vigie/intake/engine.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/post_counts.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>

using namespace vigie;
using net::Method;

namespace {

const std::string kToken = "t";

struct Desk {
    explicit Desk(const Policy &policy = {}, const std::vector<Capability> &offers = {})
    {
        auto network = std::make_unique<test::ToyNetwork>();
        network->descriptor.policy = policy;
        network->descriptor.capabilities = {};
        for (const auto one : offers)
            network->descriptor.capabilities.set(one);
        toy = network.get();
        catalogue.add(std::move(network));
        Account wanted;
        wanted.connector = "toy";
        wanted.instance = "https://toy.example";
        wanted.nativeId = "me";
        wanted.policy = policy;
        wanted.capabilities = toy->descriptor.capabilities;
        REQUIRE(secrets->set(wanted.secretKey(), Secret(kToken)));
        id = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        http.expect(Method::Get, "/me").always().json(200, "{}");
    }
    [[nodiscard]] Account account()
    {
        return store.read([&](store::Tx &tx) { return store::Accounts(tx).get(id); });
    }
    intake::SyncReport run()
    {
        auto report = engine.runAccount(id);
        REQUIRE(report);
        return *report;
    }
    void page(const std::string &items) { http.expect(Method::Get, "stream/home").json(200, "{\"items\":" + items + "}"); }
    [[nodiscard]] std::optional<Item> item(const std::string &native)
    {
        return store.read([&](store::Tx &tx) -> Result<std::optional<Item>> {
            const auto found = store::Items(tx).findNative("toy", "https://toy.example", native);
            return found ? store::Items(tx).get(*found) : Result<std::optional<Item>>(std::optional<Item>());
        });
    }
    void query(const std::string &name, const std::string &source)
    {
        SavedQuery saved;
        saved.name = name;
        saved.source = source;
        store.write([&](store::Tx &tx) { return store::Queries(tx).save(saved); });
    }
    [[nodiscard]] connect::FetchPage heard(const std::string &native, const std::string &author, const std::string &text, const std::string &cursor = {}) const
    {
        connect::FetchPage page;
        Item item;
        item.connector = "toy";
        item.instance = "https://toy.example";
        item.nativeId = native;
        item.author.nativeId = item.author.handle = author;
        item.text = text;
        item.visibility = Visibility::Public;
        item.publishedAt = store.clock.now();
        page.items.push_back(std::move(item));
        page.cursor = cursor;
        return page;
    }

    test::TempStore store;
    test::FakeHttp http;
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    connect::Catalogue catalogue;
    test::ToyNetwork *toy = nullptr;
    connect::Courier courier{connect::CourierParts{http, *secrets, rates, store.clock}};
    intake::Analysis analysis;
    intake::Shelf shelf;
    intake::Engine engine{intake::EngineParts{*store, catalogue, courier, store.clock, analysis, {}, &shelf}};
    AccountId id;
};

const connect::StreamSpec kFirehose{"all", false, std::chrono::seconds{0}, false, false, true};

} // namespace

TEST_CASE("what is for display only is on the shelf and not in the file", "[intake][policy]")
{
    Policy policy;
    policy.persist = PersistRule::DisplayOnly;
    Desk desk(policy);
    desk.page(R"([["1","ada","three stars"],["2","bob","five stars"]])");
    CHECK(desk.run().ok());
    CHECK_FALSE(desk.item("1"));
    const auto shown = desk.shelf.all();
    REQUIRE(shown.size() == 2);
    desk.page(R"([["2","bob","four stars"]])");
    desk.run();
    REQUIRE(desk.shelf.all().size() == 2);
    const auto version = desk.shelf.version();
    CHECK(desk.shelf.version() == version);
    desk.shelf.clear(desk.id);
    CHECK(desk.shelf.all().empty());
    CHECK(desk.shelf.version() > version);
}

TEST_CASE("the shelf is one list, newest first, and forgets who and what is gone", "[intake][policy]")
{
    const auto item = [](const char *id, const char *author, int at) {
        Item made;
        made.nativeId = id;
        made.author.nativeId = author;
        made.publishedAt = Instant{std::chrono::seconds{at}};
        return made;
    };
    const auto ids = [](const std::vector<Item> &items) {
        std::string all;
        for (const auto &one : items)
            all += one.nativeId;
        return all;
    };
    intake::Shelf shelf;
    shelf.put(AccountId{1}, {item("a", "ada", 10), item("c", "eve", 30)});
    shelf.put(AccountId{2}, {item("b", "bob", 20), item("d", "ada", 40)});
    CHECK(ids(shelf.all()) == "dcba");
    const auto version = shelf.version();
    shelf.take(AccountId{1}, {"b", "nothing"}); // of the other account
    CHECK(shelf.version() == version);
    shelf.take(AccountId{1}, {"c"});
    CHECK(ids(shelf.all()) == "dba");
    shelf.takeAuthor(AccountId{2}, "ada");
    CHECK(ids(shelf.all()) == "ba");
    CHECK(shelf.version() > version);
}

TEST_CASE("a stored item is looked up again: changed, gone by word, gone by silence", "[intake][recheck]")
{
    Desk desk({}, {Capability::Lookup});
    desk.page(R"([["1","ada","one"],["2","bob","two"],["3","eve","three"]])");
    desk.run();
    desk.store.clock.advance(std::chrono::hours{1});
    desk.page("[]");
    desk.http.expect(Method::Get, "lookup/").json(200, R"({"items":[["1","ada","one, mended"]],"gone":["2"]})");
    desk.run();
    CHECK(desk.http.nothingElse());
    CHECK(desk.item("1")->text == "one, mended");
    CHECK(desk.item("2")->state == ItemState::DeletedByAuthor);
    CHECK(desk.item("2")->text == "two"); // a tombstone keeps what was read
    CHECK(desk.item("3")->state == ItemState::Visible);
    desk.store.clock.advance(std::chrono::minutes{10});
    desk.page("[]");
    desk.http.expect(Method::Get, "lookup/3+").json(200, R"({"items":[]})");
    desk.run();
    CHECK(desk.item("3")->state == ItemState::Unavailable);
    desk.store.clock.advance(std::chrono::minutes{10});
    desk.page("[]");
    desk.run();
    CHECK(desk.http.nothingElse()); // the dead are left in peace
}

TEST_CASE("a look-up that fails says nothing about the items", "[intake][recheck]")
{
    Desk desk({}, {Capability::Lookup});
    desk.page(R"([["1","ada","one"]])");
    desk.run();
    desk.store.clock.advance(std::chrono::hours{2});
    for (int i = 0; i < 3; ++i) {
        desk.page("[]");
        desk.http.expect(Method::Get, "lookup/1+").json(500, "{}");
        desk.run();
    }
    CHECK(desk.item("1")->state == ItemState::Visible);
}

TEST_CASE("a post of ours is read at its ages, once, with the figures only the network knows", "[intake][counts]")
{
    Desk desk({}, {Capability::Lookup, Capability::Insights});
    desk.http.expect(Method::Get, "insights/account").always().json(200, "10");
    desk.page(R"([["1","me","We open"],["2","ada","At last"]])");
    desk.http.expect(Method::Get, "insights/1").json(200, "3");
    desk.run();
    const auto views = [&] {
        const auto post = desk.item("1")->id;
        const auto counts = desk.store.read([&](store::Tx &tx) { return store::PostCounts(tx).of(post); });
        std::vector<std::optional<double>> out;
        for (const auto &metric : counts.metrics)
            if (metric.key == "views")
                for (const auto &point : metric.points)
                    out.push_back(point.value);
        return out;
    };
    CHECK(views().empty());
    desk.store.clock.advance(std::chrono::minutes{61});
    desk.page("[]");
    desk.http.expect(Method::Get, "lookup/1+").json(200, R"({"items":[["1","me","We open"]]})");
    desk.http.expect(Method::Get, "insights/1").json(200, "100");
    desk.http.expect(Method::Get, "lookup/2+").json(200, R"({"items":[["2","ada","At last"]]})"); // the other one is only looked after
    desk.run();
    CHECK(views() == std::vector<std::optional<double>>{100});
    desk.page("[]");
    desk.run(); // not again before its next age
    CHECK(desk.http.nothingElse());
    // The network cannot be asked at the age of six hours, and is asked again within its slack.
    desk.store.clock.advance(std::chrono::hours{5});
    desk.page("[]");
    desk.http.expect(Method::Get, "lookup/1+").json(500, "{}");
    desk.http.expect(Method::Get, "insights/1").json(200, "150"); // the figures of the quarter day
    desk.run();
    CHECK(views().size() == 1);
    desk.store.clock.advance(std::chrono::minutes{30});
    desk.page("[]");
    desk.http.expect(Method::Get, "lookup/1+").json(200, R"({"items":[["1","me","We open"]]})");
    desk.http.expect(Method::Get, "insights/1").json(200, "160");
    desk.run();
    CHECK(views() == std::vector<std::optional<double>>{100, 160});
}

TEST_CASE("a figure that the network no longer knows is left out and the others are read", "[intake][insights]")
{
    Desk desk({}, {Capability::Insights});
    desk.page("[]");
    desk.http.expect(Method::Get, "insights/account").json(400, "page_fans");
    desk.http.expect(Method::Get, "insights/account-page_fans").json(200, "1200");
    desk.run();
    CHECK(desk.http.nothingElse());
    CHECK(desk.account().setting("insights.without") == "page_fans");
    desk.store.clock.advance(std::chrono::hours{7});
    desk.page("[]");
    desk.http.expect(Method::Get, "insights/account-page_fans").json(200, "1300");
    desk.run();
    CHECK(desk.http.nothingElse());
}

TEST_CASE("of a firehose only what concerns us is stored, and the cursor with it", "[intake][firehose]")
{
    Desk desk;
    desk.query("everything", "");
    desk.query("all French", "lang:fr");
    desk.query("brand", "dubreuil OR \"maison verte\"");
    auto named = desk.heard("4", "eve", "hello you");
    named.items[0].spans.push_back({TextSpan::Kind::Mention, 0, 5, "me"});
    auto answer = desk.heard("5", "eve", "no words of ours");
    answer.items[0].refs.push_back({Relation::ReplyTo, "at://me/post/9", {}});
    auto own = desk.heard("6", "me", "something we said");
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {desk.heard("1", "ada", "Les chaises Dubreuil", "c1"), desk.heard("2", "bob", "lunch", "c2"), desk.heard("3", "bob", "Maison verte !", "c3"), named, answer, own}));
    CHECK(desk.item("1"));
    CHECK_FALSE(desk.item("2"));
    CHECK(desk.item("3"));
    CHECK(desk.item("4"));
    CHECK(desk.item("5"));
    REQUIRE(desk.item("6"));
    CHECK(desk.item("6")->ours == desk.id);
    const auto cursor = desk.store.read([&](store::Tx &tx) { return store::Sync(tx).cursor({desk.id, "all"}); });
    REQUIRE(cursor);
    CHECK(cursor->forward == "c3");
    // A page without anything for us moves the cursor all the same.
    desk.store.clock.advance(std::chrono::seconds{5});
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {desk.heard("7", "bob", "tea", "c4")}));
    CHECK(desk.store.read([&](store::Tx &tx) { return store::Sync(tx).cursor({desk.id, "all"}); })->forward == "c4");
    // A query made meanwhile counts at once.
    desk.query("tea", "tea");
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {desk.heard("8", "bob", "more tea", "c5")}));
    CHECK(desk.item("8"));
}

TEST_CASE("delivered twice is stored once", "[intake][firehose]")
{
    Desk desk;
    desk.query("brand", "dubreuil");
    const auto page = desk.heard("1", "ada", "dubreuil", "c1");
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {page, page}));
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {page}));
    const auto query = text::parseQuery("dubreuil");
    REQUIRE(query);
    CHECK(desk.store.read([&](store::Tx &tx) { return store::Items(tx).count(*query, 10); }) == 1);
}

TEST_CASE("a stream that can no longer go on where it was leaves a gap", "[intake][firehose]")
{
    Desk desk;
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {desk.heard("1", "ada", "x", "c1")}));
    const auto last = desk.store.clock.now();
    desk.store.clock.advance(std::chrono::hours{80});
    REQUIRE(desk.engine.liveLost(desk.account(), kFirehose));
    const auto gaps = desk.store.read([&](store::Tx &tx) { return store::Sync(tx).openGaps(desk.id); });
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].from == last);
    CHECK(gaps[0].to == desk.store.clock.now());
    CHECK(gaps[0].reason == "cursor-too-old");
    CHECK(desk.store.read([&](store::Tx &tx) { return store::Sync(tx).cursor({desk.id, "all"}); })->forward.empty());
    REQUIRE(desk.engine.liveLost(desk.account(), kFirehose)); // told twice is one gap
    CHECK(desk.store.read([&](store::Tx &tx) { return store::Sync(tx).openGaps(desk.id); }).size() == 1);
}

TEST_CASE("a member whose account is gone takes what they said out of sight", "[intake]")
{
    Desk desk;
    desk.page(R"([["1","ada","one"],["2","bob","two"]])");
    desk.run();
    connect::FetchPage gone;
    gone.signals.push_back({connect::ItemSignal::Kind::AccountGone, "ada"});
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {gone}));
    CHECK(desk.item("1")->state == ItemState::AccountGone);
    CHECK(desk.item("2")->state == ItemState::Visible);
}

TEST_CASE("a post dated in the future is not sorted above what is still to come", "[intake]")
{
    Desk desk;
    desk.query("brand", "dubreuil");
    auto page = desk.heard("1", "ada", "dubreuil");
    page.items[0].publishedAt = desk.store.clock.now() + std::chrono::hours{48};
    REQUIRE(desk.engine.acceptLive(desk.account(), kFirehose, {page}));
    CHECK(desk.item("1")->publishedAt <= desk.store.clock.now() + std::chrono::minutes{10});
}

TEST_CASE("a stream with a rhythm of its own is not asked at each run", "[intake]")
{
    Desk desk;
    desk.toy->specs.push_back({"slow", false, std::chrono::seconds{0}, true, false});
    desk.toy->specs.back().every = std::chrono::hours{1};
    desk.http.expect(Method::Get, "stream/home").always().json(200, "{}");
    desk.http.expect(Method::Get, "stream/slow").json(200, "{}");
    desk.run();
    desk.store.clock.advance(std::chrono::minutes{30});
    desk.run();
    CHECK(desk.http.nothingElse());
    desk.store.clock.advance(std::chrono::minutes{31});
    desk.http.expect(Method::Get, "stream/slow").json(200, "{}");
    desk.run();
    CHECK(desk.http.nothingElse());
}
