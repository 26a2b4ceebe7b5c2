// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of the live stream: crashes, duplicates, cursors that are too old, both generations, cut connections.
#include "integration/bluesky/child.hpp"
#include "integration/bluesky/crew.hpp"

using namespace vigie;
using namespace vigie::bsky;

namespace {

std::string jetControl(const std::string &what)
{
    return get("http://" + port(8) + "/ctl/" + what);
}
std::int64_t jetState(const char *key)
{
    return intAt(*connect::parseJson(jetControl("state")), key).value_or(-1);
}

std::string liveCursor(Crew &crew)
{
    const auto cursor = crew.read<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor({crew.account, "jetstream"}); });
    return cursor ? cursor->forward : std::string{};
}

/// What an event comes to, whichever generation told it.
std::string shown(const connect::FetchPage &page)
{
    std::string text = page.cursor;
    for (std::size_t i = 0; i < page.items.size(); ++i)
        text += " | " + page.items[i].nativeId + " " + page.items[i].text + " " + toRfc3339(page.items[i].publishedAt) + " " + page.reasons[i];
    for (const auto &signal : page.signals)
        text += " | " + std::to_string(static_cast<int>(signal.kind)) + " " + signal.nativeId;
    return text;
}

/// Resets the switches of the stream whatever happens in a test.
struct Switches {
    ~Switches()
    {
        jetControl("dup?n=0");
        jetControl("floor?seq=1");
    }
};

} // namespace

TEST_CASE("bluesky child: reads the live stream until it is killed", "[.child]")
{
    const char *workspace = std::getenv("VIGIE_BSKY_WORKSPACE");
    REQUIRE(workspace != nullptr);
    SystemClock clock;
    auto store = must(store::Store::open(workspace, clock));
    Tap http;
    auto secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    const auto catalogue = connect::builtinCatalogue();
    connect::Courier courier(connect::CourierParts{http, *secrets, rates, clock});
    intake::Analysis analysis;
    intake::Engine engine(intake::EngineParts{*store, catalogue, courier, clock, analysis, [](store::Tx &tx, ItemId item, AccountId to, const std::string &reason, bool) { return desk::Desk(tx).absorb(item, to, reason); }});
    const auto accounts = must(store->readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); }));
    REQUIRE(accounts.size() == 1);
    const auto &account = accounts[0];
    const auto *connector = catalogue.find("bluesky");
    const auto streams = connector->streams(account);
    const auto spec = std::find_if(streams.begin(), streams.end(), [](const auto &one) { return one.firehose; });
    REQUIRE(spec != streams.end());
    ManualExecutor executor;
    for (;;) { // reconnects as often as it is cut off
        const auto cursor = must(store->readNow<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor({account.id, "jetstream"}); }));
        const Secret none;
        auto request = must(connector->buildStream({account, none, clock.now()}, "jetstream", cursor ? cursor->forward : std::string{}));
        bool closed = false;
        net::StreamHandlers handlers;
        handlers.event = [&](const net::StreamEvent &event) {
            const Secret token;
            must(engine.acceptLive(account, *spec, {must(connector->parseStreamEvent({account, token, clock.now()}, "jetstream", event))}));
        };
        handlers.closed = [&](const net::Failure &) { closed = true; };
        http.engine.open(std::move(request), {}, executor, std::move(handlers));
        while (!closed)
            executor.runUntil([&] { return closed; }, std::chrono::seconds{1});
    }
}

TEST_CASE("bluesky 20: killed between receiving and storing, it loses nothing and doubles nothing")
{
    Switches switches;
    Person brand("brand"), fan("fan");
    const auto root = brand.say("En direct");
    settled();
    Crew crew(brand);
    auto account = crew.us();
    account.set("live", "v1");
    account.set("live_address", jetUrl());
    crew.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    { // the place to begin at
        Live live(crew);
        REQUIRE(live.untilOpen());
        const auto said = fan.answer(root, root, "direct premier");
        REQUIRE(live.untilSeen(said.uri) >= 0);
        live.accept();
    }
    REQUIRE_FALSE(liveCursor(crew).empty());
    const auto path = crew.folder.file("workspace.vigie");
    crew.publisher.reset();
    crew.engine.reset();
    crew.store.reset();
    constexpr int kPosts = 40;
    std::thread speaker([&] {
        for (int i = 0; i < kPosts; ++i) {
            net::Request request; // without the assertions of this thread's neighbours
            request.method = net::Method::Post;
            request.url = pdsUrl() + "/xrpc/com.atproto.repo.createRecord";
            request.bearer = Secret(fan.token);
            request.headers.push_back({"Content-Type", "application/json"});
            request.body = connect::dump(Json{{"repo", fan.did}, {"collection", "app.bsky.feed.post"}, {"record", {{"$type", "app.bsky.feed.post"}, {"text", "direct numero " + std::to_string(i)}, {"createdAt", stamp()}, {"reply", {{"root", root.json()}, {"parent", root.json()}}}}}});
            (void)people().sendAndWait(std::move(request));
        }
    });
    const auto count = [&] {
        SystemClock clock;
        auto look = store::Store::open(path, clock);
        if (!look)
            return -1; // the child is opening it
        const auto parsed = text::parseQuery("direct author:" + fan.handle.substr(0, fan.handle.find('.')));
        const auto found = (*look)->readNow<int>([&](store::Tx &tx) { return store::Items(tx).count(*parsed, 1000); });
        return found ? *found : -1;
    };
    (void)count;
    for (int life = 0; life < 4; ++life) {
        Child reader("bluesky child: reads the live stream until it is killed", path);
        REQUIRE(until([&] { return jetState("subs") > 0; }));
        const auto at = jetState("seq");
        until([&] { return jetState("seq") > at + 5; }, std::chrono::seconds{5});
        if (life == 2)
            jetControl("drop");
        reader.kill();
        until([&] { return jetState("subs") == 0; });
    }
    speaker.join();
    settled();
    crew.open();
    {
        Live live(crew, liveCursor(crew));
        REQUIRE(live.untilOpen());
        const auto last = fan.answer(root, root, "direct dernier");
        REQUIRE(live.untilSeen(last.uri) >= 0);
        live.accept();
    }
    CHECK(crew.stored("direct numero") == kPosts);
    CHECK(crew.stored("\"direct premier\"") == 1);
    CHECK(crew.stored("\"direct dernier\"") == 1);
}

TEST_CASE("bluesky 21: everything delivered twice is stored once")
{
    Switches switches;
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Doublon ?");
    settled();
    Crew crew(brand);
    jetControl("dup?n=1");
    Live live(crew);
    REQUIRE(live.untilOpen());
    const auto said = fan.answer(root, root, "deux fois");
    REQUIRE(live.untilSeen(said.uri) >= 0);
    const auto last = fan.answer(root, root, "fin");
    REQUIRE(live.untilSeen(last.uri) >= 0);
    CHECK(std::count_if(live.pages.begin(), live.pages.end(), [&](const auto &page) { return !page.items.empty() && page.items[0].nativeId == said.uri; }) == 2);
    live.accept();
    live.accept();
    CHECK(crew.stored("\"deux fois\"") == 1);
    settled();
    REQUIRE(crew.sync().ok()); // and once more by polling
    CHECK(crew.stored("\"deux fois\"") == 1);
}

TEST_CASE("bluesky 22: a place in a stream that nobody remembers is left behind")
{
    Switches switches;
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Trop vieux ?");
    settled();
    Crew crew(brand);
    // A number of a server (not what Vigie keeps): refused before the upgrade.
    jetControl("floor?seq=" + std::to_string(jetState("seq") + 1));
    {
        net::Request request;
        request.url = jetUrl() + "/xrpc/network.bsky.jetstream.subscribeEvents?collections=app.bsky.feed.post&cursor=1";
        Live live(crew, std::move(request));
        REQUIRE(until([&] { return live.closed(); }));
        CHECK(live.failure->error.httpStatus == 400);
        CHECK(live.failure->error.detail.find("CursorTooOld") != std::string::npos);
    }
    // A time that is too old: the stream goes on from what it has, after a note that moves no cursor.
    {
        Live live(crew, "1700000000000000", "v2");
        REQUIRE(live.untilOpen());
        const auto said = fan.answer(root, root, "apres le trou");
        REQUIRE(live.untilSeen(said.uri) >= 0);
        REQUIRE(live.raw.at(0).find("OutdatedCursor") != std::string::npos);
        CHECK(live.pages.at(0).cursor.empty());
        live.accept();
        CHECK(crew.find(said.uri));
    }
    // What the engine does when the stream says that it cannot go on: the place is dropped, the hole is written.
    REQUIRE_FALSE(liveCursor(crew).empty());
    crew.clock.advance(std::chrono::minutes{10});
    Live stream(crew);
    must(crew.engine->liveLost(crew.us(), stream.spec));
    CHECK(liveCursor(crew).empty());
    CHECK(crew.read<std::vector<SyncWindow>>([&](store::Tx &tx) { return store::Sync(tx).openGaps(crew.account); }).size() == 1);

    // A cursor of history that the real server chokes on (502): dropped after three tries, history read from the top.
    for (int i = 0; i < 3; ++i)
        brand.say("histoire " + std::to_string(i));
    settled();
    REQUIRE(crew.sync().ok());
    auto stored = *crew.read<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor({crew.account, "own"}); });
    stored.backfill = R"({"c":"garbage","n":3})";
    stored.backfillDone = false;
    must(crew.store->writeNow<void>([&](store::Tx &tx) { return store::Sync(tx).saveCursor(stored); }));
    crew.http.forget();
    const auto report = crew.sync();
    CHECK(report.ok());
    CHECK(crew.http.count("cursor=garbage") == 3);
    stored = *crew.read<std::optional<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursor({crew.account, "own"}); });
    CHECK(stored.backfillDone);
    CHECK(stored.backfill.find("garbage") == std::string::npos);
}

TEST_CASE("bluesky 36: both generations of the stream tell the same")
{
    Switches switches;
    Person brand("brand"), fan("fan"), gone("gon");
    const auto root = brand.say("Deux oreilles");
    settled();
    Crew crew(brand);
    Live first(crew, {}, "v1"), second(crew, {}, "v2");
    REQUIRE(first.untilOpen());
    REQUIRE(second.untilOpen());
    const auto said = fan.answer(root, root, "entendu");
    fan.create("app.bsky.feed.like", {{"subject", root.json()}}); // a collection that nobody asked for
    const auto quote = fan.say("cite", {{"embed", {{"$type", "app.bsky.embed.record"}, {"record", root.json()}}}});
    fan.erase(said.uri);
    REQUIRE(admin(pdsUrl(), "com.atproto.admin.deleteAccount", {{"did", gone.did}}).status == 200);
    const auto last = fan.say("fin");
    for (auto *live : {&first, &second}) {
        REQUIRE(live->untilSeen(last.uri) >= 0);
        const auto page = live->untilSeen(said.uri);
        REQUIRE(page >= 0);
        CHECK(live->pages[static_cast<std::size_t>(page)].reasons.at(0) == "reply");
        CHECK(live->pages[static_cast<std::size_t>(live->untilSeen(quote.uri))].reasons.at(0) == "quote");
        CHECK(live->untilSeen(gone.did) >= 0);
    }
    std::vector<std::string> a, b;
    for (const auto &page : first.pages)
        a.push_back(shown(page));
    for (const auto &page : second.pages)
        if (!page.items.empty() || !page.signals.empty())
            b.push_back(shown(page));
    a.erase(std::remove_if(a.begin(), a.end(), [](const std::string &text) { return text.find('|') == std::string::npos; }), a.end());
    CHECK(a == b);
}

TEST_CASE("bluesky 37: a cut connection is taken up where it was")
{
    Switches switches;
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Coupez");
    settled();
    Crew crew(brand);
    {
        Live live(crew);
        REQUIRE(live.untilOpen());
        const auto before = fan.answer(root, root, "coupure avant");
        REQUIRE(live.untilSeen(before.uri) >= 0);
        live.accept();
        jetControl("drop");
        REQUIRE(until([&] { return live.closed(); }));
        CHECK(live.failure->error.code == Errc::Network);
    }
    const auto missed = fan.answer(root, root, "coupure pendant"); // nobody listens
    settled();
    const auto cursor = liveCursor(crew);
    REQUIRE_FALSE(cursor.empty());
    for (const auto *generation : {"v1", "v2"}) { // the place is good for either
        INFO(generation);
        Live live(crew, cursor, generation);
        REQUIRE(live.untilOpen());
        REQUIRE(live.untilSeen(missed.uri) >= 0);
        live.accept();
    }
    CHECK(crew.stored("coupure") == 2);
}
