// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/bluesky holds an answer, recorded from the real servers or broken on purpose, and what must be
// read from it.
#include "unit/connect/bluesky_support.hpp"
#include "unit/connect/golden_support.hpp"

#include "connect/bluesky/jetstream.hpp"

#include <map>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;
using bluesky::JetEvent;

namespace {

/// The same event as the second generation frames it.
Json asV2(const Json &v1)
{
    const auto kind = v1.at("kind").get<std::string>();
    auto time = toRfc3339(fromMicros(v1.at("time_us").get<std::int64_t>()));
    Json payload{{"$type", "network.bsky.jetstream.subscribeEvents#" + kind}, {"seq", 1}, {"did", v1.at("did")}, {"time", time}};
    if (kind == "commit")
        payload.update(v1.at("commit"));
    else
        payload[kind] = v1.at(kind);
    return {{"$type", "message"}, {"payload", payload}};
}

std::string line(const JetEvent &event)
{
    return std::to_string(static_cast<int>(event.kind)) + " " + event.did + " " + event.collection + " " + event.rkey + " " + event.cid + " " + event.handle + " "
           + std::to_string(event.micros.value_or(0)) + " " + (event.record != nullptr ? event.record->dump() : "-");
}

} // namespace

TEST_CASE("bluesky: recorded answers are read as expected", "[bluesky]")
{
    const SkyDesk desk;
    const auto read = [&](const Json &given, const net::Response &response) {
        FetchSpec spec;
        if (!given.contains("thread")) {
            spec.stream = given["stream"];
            return shown(desk.connector->parseFetch(desk.context(), spec, response));
        }
        auto thread = desk.connector->parseThread(desk.context(), {}, response);
        REQUIRE(thread);
        FetchPage page;
        page.items = std::move(thread->items);
        page.reasons.resize(page.items.size());
        return shown(Result<FetchPage>(std::move(page)));
    };
    CHECK(judgeGolden("bluesky", read) >= 28);
}

TEST_CASE("bluesky: what the production stream sent is read the same in both its forms", "[bluesky][jetstream]")
{
    std::ifstream corpus(std::string(VIGIE_TEST_DATA) + "/data/jetstream/expected_v1.jsonl");
    std::map<JetEvent::Kind, int> kinds;
    SkyDesk desk;
    desk.account.set("live", "v1");
    int lines = 0, posts = 0, deleted = 0;
    for (std::string text; std::getline(corpus, text);) {
        ++lines;
        const auto first = Json::parse(text), second = asV2(first);
        const auto a = bluesky::readFrame(first), b = bluesky::readFrame(second);
        CHECK(line(a) == line(b));
        ++kinds[a.kind];
        const auto page = desk.connector->parseStreamEvent(desk.context(), "jetstream", {"message", text, {}});
        const auto other = desk.connector->parseStreamEvent(desk.context(), "jetstream", {"message", second.dump(), {}});
        REQUIRE(page);
        REQUIRE(other);
        CHECK(page->unreadable == 0);
        CHECK(page->cursor == first["time_us"].dump());
        CHECK(other->cursor == page->cursor);
        REQUIRE(page->items.size() == other->items.size());
        CHECK(shown(page).dump() == shown(other).dump());
        posts += static_cast<int>(page->items.size());
        deleted += static_cast<int>(page->signals.size());
    }
    // Counted in the file by hand: 146 records written, 4 deleted, one account that is active, one identity.
    CHECK(lines == 152);
    CHECK(posts == 17);
    CHECK(deleted == 1);
    CHECK(kinds[JetEvent::Kind::Written] == 146);
    CHECK(kinds[JetEvent::Kind::Deleted] == 4);
    CHECK(kinds[JetEvent::Kind::AccountBack] == 1);
}

TEST_CASE("bluesky: frames of the stream that are of no use", "[bluesky][jetstream]")
{
    SkyDesk desk;
    desk.account.set("live", "v2");
    const auto read = [&](const char *text) { return desk.connector->parseStreamEvent(desk.context(), "jetstream", {"message", text, {}}).value(); };
    for (const auto *frame : {R"({"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#info","name":"OutdatedCursor","message":"resumed from seq 7"}})",
                              R"({"$type":"error","error":"ConsumerTooSlow"})", R"({"did":"did:plc:cam","kind":"novelty","novelty":{}})", R"({"kind":"commit"})",
                              R"({"$type":"message","payload":{"$type":"network.other.stream#commit","did":"did:plc:cam","operation":"create"}})", "{}"}) {
        INFO(frame);
        const auto page = read(frame);
        CHECK(page.items.empty());
        CHECK(page.signals.empty());
        CHECK(page.cursor.empty());
        CHECK(page.unreadable == 0);
    }
    CHECK(read("not json").unreadable == 1);
    CHECK(read("[1]").unreadable == 1);
    CHECK(read(R"({"did":"did:plc:cam","time_us":1795262400000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.like","rkey":"3k","record":{}}})").items.empty());
    CHECK(read(R"({"did":"brand.test","time_us":1795262400000000,"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"3k"}})").signals.empty());
    const auto gone = read(R"({"did":"did:plc:cam","time_us":1795262400000000,"kind":"account","account":{"active":false,"status":"takendown","did":"did:plc:cam"}})");
    REQUIRE(gone.signals.size() == 1);
    CHECK(gone.signals[0].kind == ItemSignal::Kind::AccountGone);
    CHECK(gone.signals[0].nativeId == "did:plc:cam");
    CHECK(gone.cursor == "1795262400000000");
    CHECK(read(R"({"did":"did:plc:cam","time_us":1795262400000000,"kind":"account","account":{"active":false,"status":"deactivated"}})").signals.empty());
}

TEST_CASE("bluesky: where the live stream is opened", "[bluesky][jetstream]")
{
    SkyDesk desk;
    const auto address = [&](const char *live, const char *where, const char *cursor = "") -> std::string {
        desk.account.set("live", live);
        desk.account.set("live_address", where);
        const auto request = desk.connector->buildStream(desk.context(), "jetstream", cursor);
        if (!request)
            return errcName(request.error().code);
        CHECK(request->bearer.empty());
        return request->url;
    };
    CHECK(address("off", "") == "unsupported");
    CHECK(address("v1", "wss://jet.example/") == "wss://jet.example/subscribe?wantedCollections=app.bsky.feed.post");
    CHECK(address("v2", "wss://jet.example") == "wss://jet.example/xrpc/network.bsky.jetstream.subscribeEvents?collections=app.bsky.feed.post");
    CHECK(address("v1", "wss://jet.example", "1795262400000000") == "wss://jet.example/subscribe?wantedCollections=app.bsky.feed.post&cursor=1795262398000000");
    CHECK(address("v2", "wss://jet.example", "12345") == "wss://jet.example/xrpc/network.bsky.jetstream.subscribeEvents?collections=app.bsky.feed.post");
    CHECK(address("v1", "ws://jet.example") == "policy_refused");
    CHECK(address("v1", "ws://127.0.0.1:2588").rfind("ws://127.0.0.1:2588/subscribe", 0) == 0);
    CHECK(address("v1", "https://jet.example") == "invalid_input");
    CHECK(address("v1", "wss://me:secret@jet.example") == "invalid_input");
    CHECK_FALSE(desk.connector->buildStream(desk.context(), "own", ""));
    desk.account.set("live", "off");
    CHECK(desk.connector->streams(desk.account).size() == 5); // notifications, own, two tags, one phrase
    desk.account.set("live", "v1");
    const auto streams = desk.connector->streams(desk.account);
    REQUIRE(streams.size() == 6);
    CHECK(streams.back().firehose);
    CHECK_FALSE(streams.back().backfill);
}
