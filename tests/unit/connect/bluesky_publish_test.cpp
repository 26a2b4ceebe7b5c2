// SPDX-License-Identifier: GPL-3.0-or-later
// Record keys, facets of outgoing text, and the steps of sending, without a network.
#include "unit/connect/bluesky_support.hpp"

#include "connect/bluesky/facets.hpp"
#include "connect/bluesky/publish_stages.hpp"
#include "connect/bluesky/tid.hpp"
#include "connect/bluesky/wire.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;
using namespace vigie::connect::bluesky;

namespace {

const char *const kTarget = "at://did:plc:fan/app.bsky.feed.post/3kfanpost00000";

Outbound outboundOf(OutboundKind kind, const std::string &text)
{
    Outbound outbound;
    outbound.id = OutboundId{12};
    outbound.kind = kind;
    outbound.createdAt = parseRfc3339("2026-11-21T10:00:00.123Z").value();
    outbound.changedAt = parseRfc3339("2026-11-21T19:00:00.456Z").value();
    outbound.lang = "fr";
    OutboundPart part;
    part.text = text;
    part.idempotencyKey = "0123456789abcdef0123456789abcdef";
    outbound.parts.push_back(part);
    return outbound;
}

/// Answers each step by what its address holds, until the end; the last request is the write.
struct Walk {
    SkyDesk desk;
    Outbound outbound;
    std::string inReplyTo;
    std::vector<std::pair<std::string, net::Response>> answers; ///< words of the address, answer
    std::vector<net::Request> asked;

    Result<PublishOutcome> run()
    {
        PublishState state;
        const PublishJob job{outbound, 0, inReplyTo, {}};
        for (int number = 0; number < 20; ++number) {
            auto step = desk.connector->nextStep(desk.context(), job, state);
            if (!step)
                return fail(step.error());
            asked.push_back(step->request);
            const auto found = std::find_if(answers.begin(), answers.end(), [&](const auto &one) { return step->request.url.find(one.first) != std::string::npos; });
            const auto answer = found != answers.end() ? found->second : skyAnswer(200, R"({"uri":"at://did:plc:brand/app.bsky.feed.post/3kours","cid":"bafyours"})");
            auto outcome = desk.connector->absorb(desk.context(), job, state, answer);
            if (!outcome || std::holds_alternative<PublishDone>(*outcome))
                return outcome;
            state = std::get<PublishState>(*outcome);
        }
        return fail(Errc::Internal, "no end");
    }
    [[nodiscard]] Json written() const { return Json::parse(asked.back().body); }
};

std::string shownStretches(const std::string &text)
{
    std::string out;
    for (const auto &span : findStretches(text))
        out += (out.empty() ? "" : "; ") + std::string(span.kind == TextSpan::Kind::Link ? "link" : span.kind == TextSpan::Kind::Tag ? "tag" : "mention") + " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + span.target;
    return out;
}

} // namespace

TEST_CASE("bluesky: keys of records are the protocol's", "[bluesky]")
{
    // Of the specification's own examples and its alphabet: 53 bits of microseconds, 10 of the clock, sorted as numbers.
    CHECK(encodeTid(0, 0) == "2222222222222");
    CHECK(encodeTid(0, 1) == "2222222222223");
    CHECK(encodeTid(0, 31) == "222222222222z");
    CHECK(encodeTid(0, 32) == "2222222222232");
    CHECK(encodeTid(1, 0) == "2222222222322");
    CHECK(encodeTid((std::int64_t{1} << 53) - 1, 1023) == "bzzzzzzzzzzzz");
    CHECK(encodeTid(-5, 0) == "2222222222222");
    CHECK(encodeTid(1'795'262'400'000'000, 7) < encodeTid(1'795'262'400'000'001, 0));
    CHECK(encodeTid(1'795'262'400'000'000, 7).size() == 13);
    CHECK(encodeTid(1'688'137'381'887'007, 6) == "3jzfcijpj2z2a"); // of the specification's examples
    CHECK(encodeTid(1'795'244'780'956'000, 17) == "3n2sjzrcef22l"); // made by a real server at 2026-11-21T07:06:20.956Z
}

TEST_CASE("bluesky: the key of a row stays the same until its text is another one", "[bluesky]")
{
    auto outbound = outboundOf(OutboundKind::Post, "un");
    const auto key = recordKey({outbound, 0, {}, {}});
    outbound.changedAt += std::chrono::hours{3};
    outbound.attempts = 4;
    outbound.dueAt = outbound.changedAt;
    outbound.parts[0].startedAt = outbound.changedAt;
    CHECK(recordKey({outbound, 0, {}, {}}) == key);
    outbound.parts[0].idempotencyKey = "another";
    CHECK(recordKey({outbound, 0, {}, {}}) != key);
    std::set<std::string> keys;
    for (int i = 0; i < 2000; ++i) {
        outbound.parts[0].idempotencyKey = "key " + std::to_string(i); // all written in the same microsecond
        keys.insert(recordKey({outbound, 0, {}, {}}));
    }
    CHECK(keys.size() == 2000);
    auto action = outboundOf(OutboundKind::Favourite, {});
    action.parts.clear();
    const auto like = recordKey({action, 0, {}, {}});
    CHECK(recordKey({action, 0, {}, {}}) == like);
    action.id = OutboundId{13};
    CHECK(recordKey({action, 0, {}, {}}) != like);
}

TEST_CASE("bluesky: what means something in a text, by its bytes", "[bluesky]")
{
    CHECK(shownStretches("Salut @brand.test, votre caf\xC3\xA9 \xE2\x98\x95 est g\xC3\xA9nial ! \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 https://exemple.test/\xC3\xA9t\xC3\xA9 #caf\xC3\xA9")
          == "mention 6-17 brand.test; link 68-94 https://exemple.test/%C3%A9t%C3%A9; tag 95-101 caf\xC3\xA9");
    CHECK(shownStretches("(https://a.test/x), https://b.test/y?z=1. https://c.test/(d)") == "link 1-17 https://a.test/x; link 20-40 https://b.test/y?z=1; link 42-60 https://c.test/(d)");
    CHECK(shownStretches("\xC2\xAB https://a.test \xC2\xBB et \xC2\xABhttps://b.test\xC2\xBB") == "link 3-17 https://a.test; link 26-40 https://b.test");
    CHECK(shownStretches("HTTPS://A.test/B") == "link 0-16 HTTPS://A.test/B");
    CHECK(shownStretches("https://caf\xC3\xA9.test/x") == "link 0-20 https://xn--caf-dma.test/x");
    CHECK(shownStretches("#un #2026 #2e! ## #a#b mot#rien #") == "tag 0-3 un; tag 10-13 2e; tag 18-20 a");
    CHECK(shownStretches("@brand @brand.test. @Brand.Test, a@b.test @user@host.test (@c.test)") == "mention 7-18 brand.test; mention 20-31 brand.test; mention 59-66 c.test");
    CHECK(shownStretches("javascript:alert(1) ftp://a.test") == "");
    CHECK(shownStretches("https://user:secret@a.test/") == "");
    CHECK(shownStretches("") == "");
    CHECK(shownStretches("#" + std::string(65, 'x')) == "");
    const auto stretches = findStretches("@a.test @b.test");
    CHECK(facetsOf(stretches, Json{{"a.test", "did:plc:a"}, {"b.test", ""}}).size() == 1);
}

TEST_CASE("bluesky: handles and addresses of posts", "[bluesky]")
{
    CHECK(canonicalHandle(" @Brand.Test ") == "brand.test");
    for (const auto *wrong : {"", "@", "brand", "brand..test", "-a.test.", "a b.test", "caf\xC3\xA9.test", "1.2.3.4", ".test", "brand.test/x"})
        CHECK(canonicalHandle(wrong).empty());
    const auto uri = parseAtUri("at://did:plc:abc/app.bsky.feed.post/3k2");
    REQUIRE(uri);
    CHECK(uri->did == "did:plc:abc");
    CHECK(uri->collection == "app.bsky.feed.post");
    CHECK(uri->rkey == "3k2");
    CHECK(uri->text() == "at://did:plc:abc/app.bsky.feed.post/3k2");
    for (const auto *wrong : {"", "at://", "at://brand.test/app.bsky.feed.post/3k2", "at://did:plc:abc/app.bsky.feed.post", "at://did:plc:abc/app.bsky.feed.post/", "https://did:plc:abc/a/b", "at://did:plc:abc/a/b/c", "at://did:plc:abc/a b/c", "at://did:/a/b"})
        CHECK_FALSE(parseAtUri(wrong));
}

TEST_CASE("bluesky: a post is one record under its own key", "[bluesky]")
{
    Walk walk;
    walk.outbound = outboundOf(OutboundKind::Post, "Bonjour \xC3\xA0 tous");
    const auto done = walk.run();
    REQUIRE(done);
    REQUIRE(walk.asked.size() == 1);
    CHECK(walk.asked[0].url == "https://pds.example/xrpc/com.atproto.repo.putRecord");
    CHECK(walk.asked[0].cost == net::Cost{"writes", 3, 0});
    const auto body = walk.written();
    CHECK(body["repo"] == "did:plc:brand");
    CHECK(body["rkey"] == recordKey({walk.outbound, 0, {}, {}}));
    CHECK(body["record"] == Json{{"$type", "app.bsky.feed.post"}, {"text", "Bonjour \xC3\xA0 tous"}, {"langs", {"fr"}}, {"createdAt", "2026-11-21T19:00:00.456Z"}});
    CHECK(std::get<PublishDone>(*done).nativeId == "at://did:plc:brand/app.bsky.feed.post/3kours");
    CHECK(std::get<PublishDone>(*done).permalink == "https://bsky.app/profile/did:plc:brand/post/3kours");
}

TEST_CASE("bluesky: an answer looks at what it answers, a mention at who it is, a link at its page", "[bluesky]")
{
    Walk walk;
    walk.outbound = outboundOf(OutboundKind::Reply, "Merci @cam.test et @nobody.test : https://exemple.test/page #velo");
    walk.inReplyTo = kTarget;
    walk.answers = {{"getRecord", skyAnswer(200, R"({"uri":"at://did:plc:fan/app.bsky.feed.post/3kfanpost00000","cid":"bafyparent","value":{"reply":{"root":{"uri":"at://did:plc:tom/app.bsky.feed.post/3kroot","cid":"bafyroot"}}}})")},
                    {"handle=cam.test", skyAnswer(200, R"({"did":"did:plc:cam"})")},
                    {"handle=nobody.test", skyAnswer(400, R"({"error":"HandleNotFound","message":"Unable to resolve handle"})")},
                    {"https://exemple.test/page", skyAnswer(200, "<html><head><title>Un titre</title><meta name=description content='Une <b>description</b> &amp; plus'></head>", {{"Content-Type", "text/html; charset=utf-8"}})}};
    const auto done = walk.run();
    REQUIRE(done);
    REQUIRE(walk.asked.size() == 5);
    CHECK(walk.asked[0].url == "https://pds.example/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Afan&collection=app.bsky.feed.post&rkey=3kfanpost00000");
    const auto &page = walk.asked[3];
    CHECK(page.url == "https://exemple.test/page");
    CHECK(page.bearer.empty()); // a stranger's server
    const auto record = walk.written()["record"];
    CHECK(record["reply"] == Json{{"root", {{"uri", "at://did:plc:tom/app.bsky.feed.post/3kroot"}, {"cid", "bafyroot"}}}, {"parent", {{"uri", kTarget}, {"cid", "bafyparent"}}}});
    REQUIRE(record["facets"].size() == 3);
    CHECK(record["facets"][0]["features"][0]["did"] == "did:plc:cam");
    CHECK(record["embed"] == Json{{"$type", "app.bsky.embed.external"}, {"external", {{"uri", "https://exemple.test/page"}, {"title", "Un titre"}, {"description", "Une <b>description</b> & plus"}}}});
}

TEST_CASE("bluesky: a card shows the picture that the page names", "[bluesky]")
{
    const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x05\0\0\0\x02\xD0", 24);
    auto page = skyAnswer(200, "<title>a</title><meta property='og:image' content='/p/i.png'>", {{"Content-Type", "text/html"}});
    page.finalUrl = "https://exemple.test/page";
    const auto prepare = [&](Walk &walk) {
        walk.outbound = outboundOf(OutboundKind::Post, "https://exemple.test/page");
        walk.answers = {{"exemple.test/page", page}, {"exemple.test/p/i.png", skyAnswer(200, png)}, {"uploadBlob", skyAnswer(200, R"({"blob":{"$type":"blob","ref":{"$link":"bafypic"},"mimeType":"image/png","size":24}})")}};
    };
    Walk walk;
    prepare(walk);
    REQUIRE(walk.run());
    CHECK(walk.written()["record"]["embed"]["external"]["thumb"]["ref"]["$link"] == "bafypic");
    REQUIRE(walk.asked.size() == 4);
    CHECK(walk.asked[1].bearer.empty()); // a stranger's picture: nothing of the account goes there
    CHECK_FALSE(walk.asked[1].followRedirects);
    CHECK(walk.asked[2].body == png);
    // What is no picture, or is refused, costs the picture alone.
    for (const auto &[where, answer] : {std::pair{std::string("p/i.png"), skyAnswer(200, "<svg/>")}, std::pair{std::string("p/i.png"), net::Response{}}, std::pair{std::string("uploadBlob"), skyAnswer(413, R"({"error":"PayloadTooLarge"})")}}) {
        Walk without;
        prepare(without);
        without.answers.insert(without.answers.begin(), {where, answer});
        REQUIRE(without.run());
        CHECK(without.written()["record"]["embed"]["external"]["title"] == "a");
        CHECK_FALSE(without.written()["record"]["embed"]["external"].contains("thumb"));
    }
    // A page of the web leads nowhere on this machine or in the house.
    for (const auto *inside : {"http://127.0.0.1:9/x.png", "https://localhost/x.png", "https://192.168.1.1/x.png", "http://exemple.test/x.png", "file:///etc/passwd", "https://a:b@exemple.test/x.png"}) {
        page.body = std::string("<title>a</title><meta property='og:image' content='") + inside + "'>";
        CHECK_FALSE(publishing::cardOf(page).contains("image"));
    }
}

TEST_CASE("bluesky: a page that does not answer costs the card, not the post", "[bluesky]")
{
    Walk walk;
    walk.outbound = outboundOf(OutboundKind::Post, "https://exemple.test/page");
    walk.answers = {{"https://exemple.test/page", net::Response{}}};
    REQUIRE(walk.run());
    CHECK_FALSE(walk.written()["record"].contains("embed"));
    CHECK(walk.written()["record"]["facets"].size() == 1);
    PublishState none;
    const PublishJob job{walk.outbound, 0, {}, {}};
    CHECK(walk.desk.connector->nextStep(walk.desk.context(), job, none)->mayFail);
    CHECK(publishing::cardOf(skyAnswer(200, "%PDF", {{"Content-Type", "application/pdf"}})) == false);
    CHECK(publishing::cardOf(skyAnswer(200, "<html><body>no title", {{"Content-Type", "text/html"}})) == false);
    CHECK(publishing::cardOf(skyAnswer(200, "<title>a</title><meta property='og:title' content='b'><meta property='og:description' content='c'>", {{"Content-Type", "text/html"}})) == Json{{"title", "b"}, {"description", "c"}});
    CHECK(publishing::cardOf(skyAnswer(404, "<title>a</title>", {{"Content-Type", "text/html"}})) == false);
}

TEST_CASE("bluesky: what cannot be sent is refused before anything is asked", "[bluesky]")
{
    Walk walk;
    const auto refusal = [](Walk &tried) {
        tried.asked.clear();
        const auto done = tried.run();
        CHECK(tried.asked.empty());
        return done ? Errc::Pending : done.error().code;
    };
    walk.outbound = outboundOf(OutboundKind::Post, std::string(301, 'x'));
    CHECK(refusal(walk) == Errc::ContentRefused);
    walk.outbound = outboundOf(OutboundKind::Post, " ");
    CHECK(refusal(walk) == Errc::ContentRefused);
    walk.outbound = outboundOf(OutboundKind::Reply, "a qui ?");
    CHECK(refusal(walk) == Errc::InvalidInput);
    walk.inReplyTo = "https://not.bluesky/1";
    CHECK(refusal(walk) == Errc::InvalidInput);
    walk.inReplyTo.clear();
    walk.outbound = outboundOf(OutboundKind::Post, "film");
    walk.outbound.parts[0].media.push_back({"/nowhere.mp4", "video/mp4", "", "", ""});
    CHECK(refusal(walk) == Errc::ContentRefused);
    walk.outbound.parts[0].media = {{"/nowhere.png", "image/png", "", "", ""}};
    CHECK(refusal(walk) == Errc::InvalidInput);
    walk.outbound = outboundOf(OutboundKind::MuteMember, {});
    walk.outbound.targetNative = "fan.test";
    CHECK(refusal(walk) == Errc::InvalidInput);
    walk.outbound = outboundOf(OutboundKind::Delete, {});
    walk.outbound.targetNative = kTarget; // somebody else's
    CHECK(refusal(walk) == Errc::Protocol);
    walk.outbound.kind = OutboundKind::MarkSpam;
    CHECK(refusal(walk) == Errc::Unsupported);
}

TEST_CASE("bluesky: what answers to a write mean", "[bluesky]")
{
    const auto outcome = [](int status, const char *body, OutboundKind kind = OutboundKind::Post) {
        Walk walk;
        walk.outbound = outboundOf(kind, "texte");
        walk.outbound.targetNative = kind == OutboundKind::MuteMember ? "did:plc:fan" : "at://did:plc:brand/app.bsky.feed.post/3kours";
        walk.answers = {{"/xrpc/", skyAnswer(status, body)}};
        const auto done = walk.run();
        return done ? Errc::Pending : done.error().code;
    };
    CHECK(outcome(200, R"({"uri":"at://did:plc:brand/app.bsky.feed.post/3k","cid":"b"})") == Errc::Pending);
    CHECK(outcome(200, "") == Errc::UnknownOutcome);
    CHECK(outcome(500, R"({"error":"InternalServerError","message":"Internal Server Error"})") == Errc::UnknownOutcome);
    CHECK(outcome(502, "") == Errc::UnknownOutcome);
    CHECK(outcome(400, R"({"error":"ExpiredToken","message":"Token has expired"})") == Errc::AuthExpired);
    CHECK(outcome(400, R"({"error":"InvalidRequest","message":"whatever"})") == Errc::ContentRefused);
    CHECK(outcome(400, R"({"error":"InvalidSwap","message":"Record was at bafy"})") == Errc::Conflict);
    CHECK(outcome(400, R"({"error":"BlobNotFound","message":"Could not find blob: bafk"})") == Errc::ContentRefused);
    CHECK(outcome(413, R"({"error":"PayloadTooLarge","message":"request entity too large"})") == Errc::TooLarge);
    CHECK(outcome(200, "", OutboundKind::MuteMember) == Errc::Pending);
    CHECK(outcome(200, "{}", OutboundKind::Delete) == Errc::Pending);
    CHECK(outcome(500, "", OutboundKind::Delete) == Errc::Server); // deleting twice is deleting once
}
