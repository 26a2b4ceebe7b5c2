// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of writing: references, facets, lengths, ambiguous outcomes, kills, uploads, moderation.
#include "integration/bluesky/child.hpp"
#include "integration/bluesky/crew.hpp"
#include "support/raw_server.hpp"

#include <fstream>

using namespace vigie;
using namespace vigie::bsky;

namespace {

constexpr const char *kPut = "com.atproto.repo.putRecord";
/// 70 bytes: one pixel.
const std::string kPixel("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xda" "cd\xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xae" "B`\x82", 70);

std::string writeFile(Crew &crew, const std::string &name, std::size_t size)
{
    const auto path = crew.folder.file(name);
    std::ofstream out(path, std::ios::binary);
    out << kPixel << std::string(size > kPixel.size() ? size - kPixel.size() : 0, '\0');
    return path;
}

OutboundMedia picture(const std::string &path, const std::string &alt)
{
    OutboundMedia media;
    media.path = path;
    media.mime = "image/png";
    media.alt = alt;
    return media;
}

std::string times(int count, const std::string &text)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

const std::string kFamily = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"; // one grapheme, 18 bytes

Json valueOf(const Person &person, const std::string &uri)
{
    const auto reply = person.record(uri);
    INFO(reply.raw);
    REQUIRE(reply.status == 200);
    return at(reply.body, "value");
}

int postsSaying(const Person &person, const std::string &text)
{
    const auto posts = person.posts();
    return static_cast<int>(std::count_if(posts.begin(), posts.end(), [&](const Json &one) { return textAt(at(one, "value"), "text") == text; }));
}

/// The first answer to a write is lost on the way back.
void loseAnswer(Crew &crew, const std::string &method)
{
    auto left = std::make_shared<std::atomic<int>>(1);
    crew.http.after = [method, left](const net::Request &request, net::Answer answer) -> net::Answer {
        if (request.url.find(method) == std::string::npos || left->fetch_sub(1) <= 0)
            return answer;
        return tl::unexpected(net::Failure{Error{Errc::Network, "connection lost", 0, {}, {}}, net::Sent::Maybe});
    };
}

} // namespace

TEST_CASE("bluesky 05: answers name root and parent, both with their versions")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    const auto root = fan.say("Une question pour la maison");
    settled();
    const auto first = crew.sent(crew.send(OutboundKind::Reply, root.uri, "Une reponse"));
    const auto reply = at(valueOf(brand, first.parts[0].nativeId), "reply");
    CHECK(at(reply, "root") == root.json());
    CHECK(at(reply, "parent") == root.json());
    settled();
    const Ref ours{first.parts[0].nativeId, textAt(brand.record(first.parts[0].nativeId).body, "cid")};
    const auto back = fan.answer(root, ours, "Merci");
    settled();
    const auto second = crew.sent(crew.send(OutboundKind::Reply, back.uri, "De rien"));
    const auto deep = at(valueOf(brand, second.parts[0].nativeId), "reply");
    CHECK(at(deep, "root") == root.json());
    CHECK(at(deep, "parent") == back.json());
}

TEST_CASE("bluesky 05b: the parts of a thread answer each other")
{
    Person brand("brand");
    Crew crew(brand);
    const auto id = crew.send(OutboundKind::Post, {}, "partie une");
    auto row = crew.row(id);
    for (const auto *text : {"partie deux", "partie trois"}) {
        OutboundPart part;
        part.text = text;
        part.idempotencyKey = randomKey();
        row.parts.push_back(part);
    }
    must(crew.store->writeNow<void>([&](store::Tx &tx) { return store::Outbox(tx).update(row, OutboundState::Planned); }));
    row = crew.sent(id);
    REQUIRE(row.parts.size() == 3);
    const auto one = brand.record(row.parts[0].nativeId).body, two = brand.record(row.parts[1].nativeId).body, three = brand.record(row.parts[2].nativeId).body;
    CHECK(at(at(at(three, "value"), "reply"), "root") == Json{{"uri", textAt(one, "uri")}, {"cid", textAt(one, "cid")}});
    CHECK(at(at(at(three, "value"), "reply"), "parent") == Json{{"uri", textAt(two, "uri")}, {"cid", textAt(two, "cid")}});
    CHECK(row.parts[0].nativeId < row.parts[1].nativeId); // keys sort as the parts do
    CHECK(row.parts[1].nativeId < row.parts[2].nativeId);
}

TEST_CASE("bluesky 06: an answer to an edited post names its current version")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    const auto said = fan.say("Avant");
    settled();
    const auto put = fan.post(kPut, {{"repo", fan.did}, {"collection", "app.bsky.feed.post"}, {"rkey", said.rkey()}, {"record", {{"$type", "app.bsky.feed.post"}, {"text", "Apres"}, {"createdAt", stamp()}}}});
    REQUIRE(put.status == 200);
    const auto now = textAt(put.body, "cid");
    REQUIRE(now != said.cid);
    settled();
    const auto row = crew.sent(crew.send(OutboundKind::Reply, said.uri, "Vu"));
    CHECK(textAt(at(at(valueOf(brand, row.parts[0].nativeId), "reply"), "parent"), "cid") == now);
}

TEST_CASE("bluesky 07: facets count in bytes, there and back")
{
    Person brand("bra"), fan("fan");
    // "abc123456.test": 14 letters, so that every offset below is known.
    REQUIRE(fan.handle.size() == 14);
    Crew crew(brand);
    const auto text = "Salut @" + fan.handle + ", votre caf\xC3\xA9 \xE2\x98\x95 est g\xC3\xA9nial ! " + kFamily + " https://exemple.test/\xC3\xA9t\xC3\xA9 #caf\xC3\xA9";
    const auto row = crew.sent(crew.send(OutboundKind::Post, {}, text));
    const auto record = valueOf(brand, row.parts[0].nativeId);
    CHECK(textAt(record, "text") == text);
    const auto &facets = arrayAt(record, "facets");
    REQUIRE(facets.size() == 3);
    const auto range = [&](std::size_t i) { return std::pair(intAt(at(facets[i], "index"), "byteStart").value_or(-1), intAt(at(facets[i], "index"), "byteEnd").value_or(-1)); };
    const auto feature = [&](std::size_t i) { return arrayAt(facets[i], "features")[0]; };
    CHECK(range(0) == std::pair<std::int64_t, std::int64_t>(6, 21));
    CHECK(textAt(feature(0), "did") == fan.did);
    CHECK(range(1) == std::pair<std::int64_t, std::int64_t>(72, 98));
    CHECK(textAt(feature(1), "uri") == "https://exemple.test/%C3%A9t%C3%A9");
    CHECK(range(2) == std::pair<std::int64_t, std::int64_t>(99, 105));
    CHECK(textAt(feature(2), "tag") == "caf\xC3\xA9");
    CHECK(record["langs"] == Json::array({"fr"}));
    settled();
    Crew theirs(fan);
    const auto read = must(theirs.look({row.parts[0].nativeId}));
    REQUIRE(read.items.size() == 1);
    REQUIRE(read.items[0].spans.size() == 3);
    CHECK(read.items[0].spans[0] == TextSpan{TextSpan::Kind::Mention, 6, 21, fan.handle});
    CHECK(read.items[0].spans[1] == TextSpan{TextSpan::Kind::Link, 72, 98, "https://exemple.test/%C3%A9t%C3%A9"});
    CHECK(read.items[0].spans[2] == TextSpan{TextSpan::Kind::Tag, 99, 105, "caf\xC3\xA9"});
    REQUIRE(theirs.sync().ok());
    CHECK(theirs.find(row.parts[0].nativeId)); // the mention arrived with them
}

TEST_CASE("bluesky 09: 300 graphemes and 3000 bytes, before anything is asked")
{
    Person brand("brand");
    Crew crew(brand);
    const auto refused = [&](const std::string &text) {
        crew.http.forget();
        const auto row = crew.finish(crew.send(OutboundKind::Post, {}, text));
        CHECK(row.state == OutboundState::Failed);
        CHECK(crew.http.count("/xrpc/") == 0);
        return row.error ? row.error->code : Errc::Internal;
    };
    CHECK(crew.sent(crew.send(OutboundKind::Post, {}, times(300, "x"))).parts[0].nativeId.find("at://") == 0);
    CHECK(refused(times(301, "x")) == Errc::ContentRefused);
    CHECK(crew.sent(crew.send(OutboundKind::Post, {}, times(166, kFamily))).parts[0].nativeId.find("at://") == 0);
    CHECK(refused(times(167, kFamily)) == Errc::ContentRefused);
    CHECK(refused("   \n") == Errc::ContentRefused);
    const auto account = crew.us();
    CHECK(plan::lengthProfile(connect::builtinCatalogue(), account).limit == 300);
    const auto shown = text::measure(times(167, kFamily), plan::lengthProfile(connect::builtinCatalogue(), account));
    CHECK(shown.unit == text::LengthRule::Bytes);
    CHECK(shown.used == 3006);
    CHECK(shown.limit == 3000);
}

TEST_CASE("bluesky 26: a write whose answer was lost makes one post")
{
    Person brand("brand");
    Crew crew(brand);
    loseAnswer(crew, kPut);
    const auto id = crew.send(OutboundKind::Post, {}, "une seule fois");
    crew.publish();
    CHECK(crew.row(id).state == OutboundState::Unknown);
    const auto row = crew.sent(id);
    CHECK(postsSaying(brand, "une seule fois") == 1);
    CHECK(crew.http.count(kPut) == 1);
    CHECK(crew.http.count("getRecord") >= 1);
    // Written again under the same key: the same post, the same version.
    const auto write = crew.http.all(kPut).at(0);
    auto repeated = write;
    repeated.bearer = Secret(brand.token);
    const auto again = ask(std::move(repeated));
    CHECK(again.status == 200);
    CHECK(textAt(again.body, "uri") == row.parts[0].nativeId);
    CHECK(textAt(again.body, "cid") == textAt(brand.record(row.parts[0].nativeId).body, "cid"));
    CHECK(postsSaying(brand, "une seule fois") == 1);
    // createRecord is not so kind: its 500 says nothing, and the key says all.
    auto body = *connect::parseJson(write.body);
    const auto clash = brand.post("com.atproto.repo.createRecord", body);
    CHECK(clash.status == 500);
    const Outbound outbound = crew.row(id);
    const auto account = crew.us();
    const Secret token(brand.token);
    const connect::Context context{account, token, crew.clock.now()};
    const connect::PublishJob job{outbound, 0, {}, {}};
    net::Response failed;
    failed.status = clash.status;
    failed.body = clash.raw;
    const auto outcome = Crew::network().absorb(context, job, {}, failed);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == Errc::UnknownOutcome);
    // Nothing arrived at all: the key is not there, and that is an answer.
    crew.http.after = nullptr;
    const auto lost = crew.send(OutboundKind::Post, {}, "jamais partie");
    const auto missing = crew.row(lost);
    const auto asked = ask([&] {
        auto request = must(Crew::network().buildReadBack(context, {missing, 0, {}, {}}));
        request.bearer = token;
        return request;
    }());
    net::Response absent;
    absent.status = asked.status;
    absent.body = asked.raw;
    CHECK_FALSE(must(Crew::network().parseReadBack(context, {missing, 0, {}, {}}, absent)));
}

TEST_CASE("bluesky child: publishes and is killed between the answer and the book", "[.child]")
{
    const char *workspace = std::getenv("VIGIE_BSKY_WORKSPACE");
    REQUIRE(workspace != nullptr);
    SystemClock clock;
    auto store = must(store::Store::open(workspace, clock));
    Tap http;
    http.after = [](const net::Request &request, net::Answer answer) -> net::Answer {
        if (request.url.find(kPut) != std::string::npos && answer && answer->status == 200)
            ::kill(::getpid(), SIGKILL);
        return answer;
    };
    auto secrets = net::makeMemorySecretStore();
    const auto accounts = must(store->readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); }));
    REQUIRE(accounts.size() == 1);
    must(secrets->set(accounts[0].secretKey(), Secret(accounts[0].setting("test_token"))));
    net::RateLedger rates;
    const auto catalogue = connect::builtinCatalogue();
    connect::Courier courier(connect::CourierParts{http, *secrets, rates, clock});
    plan::Publisher publisher(plan::PublisherParts{*store, catalogue, courier, clock});
    must(publisher.runDue());
    FAIL("still alive");
}

TEST_CASE("bluesky 27: a planned post is published once, although the program is killed after the answer")
{
    Person brand("brand");
    Crew crew(brand);
    auto account = crew.us();
    account.set("test_token", brand.token);
    crew.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    const auto id = crew.send(OutboundKind::Post, {}, "a l'heure dite");
    crew.publisher.reset();
    crew.engine.reset();
    crew.store.reset();
    Child child("bluesky child: publishes and is killed between the answer and the book", crew.folder.file("workspace.vigie"));
    CHECK(child.wait() == -SIGKILL);
    CHECK(postsSaying(brand, "a l'heure dite") == 1);
    crew.open();
    must(crew.publisher->recover());
    CHECK(crew.row(id).state == OutboundState::Unknown);
    crew.sent(id);
    CHECK(postsSaying(brand, "a l'heure dite") == 1);
    CHECK(crew.http.count(kPut) == 0); // settled by reading back alone
}

TEST_CASE("bluesky 30: an empty answer of 200 is a success")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    crew.sent(crew.send(OutboundKind::MuteMember, fan.did));
    settled();
    CHECK(at(at(brand.get("app.bsky.actor.getProfile", {{"actor", fan.did}}).body, "viewer"), "muted") == true);
    crew.sent(crew.send(OutboundKind::UnmuteMember, fan.did));
    settled();
    CHECK(at(at(brand.get("app.bsky.actor.getProfile", {{"actor", fan.did}}).body, "viewer"), "muted") == false);
    const auto row = crew.sent(crew.send(OutboundKind::Post, {}, "a effacer"));
    const auto uri = row.parts[0].nativeId;
    crew.sent(crew.send(OutboundKind::Delete, uri));
    crew.sent(crew.send(OutboundKind::Delete, uri)); // twice: 200 with nothing in it
    CHECK(brand.record(uri).status == 400);
}

TEST_CASE("bluesky 31: pictures: up to the limit, not one byte more, each with its words")
{
    Person brand("brand");
    Crew crew(brand);
    const auto row = crew.sent(crew.send(OutboundKind::Post, {}, "en image", {picture(writeFile(crew, "a.png", 0), "un pixel"), picture(writeFile(crew, "b.png", 500), "un autre")}));
    const auto images = arrayAt(at(valueOf(brand, row.parts[0].nativeId), "embed"), "images");
    REQUIRE(images.size() == 2);
    CHECK(textAt(images[0], "alt") == "un pixel");
    CHECK(textAt(images[1], "alt") == "un autre");
    CHECK(at(at(images[0], "image"), "size") == 70);
    CHECK(at(images[0], "aspectRatio") == Json{{"width", 1}, {"height", 1}});
    settled();
    const auto read = must(crew.look({row.parts[0].nativeId}));
    REQUIRE(read.items.at(0).media.size() == 2);
    CHECK(read.items[0].media[0].alt == "un pixel");
    CHECK(read.items[0].media[0].url.rfind("http://localhost:", 0) == 0);

    // What the network takes for posts is refused here, before a byte leaves.
    crew.http.forget();
    const auto large = crew.finish(crew.send(OutboundKind::Post, {}, "trop", {picture(writeFile(crew, "c.png", 2'000'001), "grand")}));
    CHECK(large.state == OutboundState::Failed);
    REQUIRE(large.error);
    CHECK(large.error->code == Errc::TooLarge);
    CHECK(crew.http.count("uploadBlob") == 0);

    // The server's own limit: 5,242,880 bytes.
    auto account = crew.us();
    account.limits.maxImageBytes = 0;
    Outbound outbound = row;
    const auto upload = [&](std::size_t size) {
        outbound.kind = OutboundKind::Post;
        outbound.parts[0].media = {picture(writeFile(crew, "d.png", size), "")};
        const Secret token(brand.token);
        const connect::Context context{account, token, crew.clock.now()};
        const connect::PublishJob job{outbound, 0, {}, {}};
        auto step = must(Crew::network().nextStep(context, job, {}));
        CHECK(step.request.url.find("uploadBlob") != std::string::npos);
        CHECK(step.request.body.empty()); // streamed from the file
        auto answer = crew.http.sendAndWait(std::move(step.request));
        REQUIRE(answer.has_value());
        return Crew::network().absorb(context, job, {}, *answer);
    };
    CHECK(upload(5'242'880));
    const auto over = upload(5'242'881);
    REQUIRE_FALSE(over);
    CHECK(over.error().code == Errc::TooLarge);
}

TEST_CASE("bluesky 31b: what was uploaded is used again when the write has to be repeated")
{
    Person brand("brand");
    Crew crew(brand);
    // The first write is refused at the door for an access that has expired; the upload before it is not repeated.
    auto left = std::make_shared<std::atomic<int>>(1);
    crew.http.after = [left](const net::Request &request, net::Answer answer) -> net::Answer {
        if (request.url.find(kPut) == std::string::npos || left->fetch_sub(1) <= 0)
            return answer;
        net::Response expired;
        expired.status = 400;
        expired.body = R"({"error":"ExpiredToken","message":"Token has expired"})";
        return expired;
    };
    crew.sent(crew.send(OutboundKind::Post, {}, "encore", {picture(writeFile(crew, "a.png", 0), "un pixel")}));
    CHECK(crew.http.count("uploadBlob") == 1);
    CHECK(crew.http.count(kPut) == 2);
    CHECK(postsSaying(brand, "encore") == 1);
}

TEST_CASE("bluesky 35: a report arrives with a reason of the list")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    const auto bad = fan.say("achetez, achetez");
    settled();
    crew.sent(crew.send(OutboundKind::Report, bad.uri, {}, {}, "Spam: le meme lien partout"));
    settled();
    const auto sent = crew.http.all("createReport").at(0);
    const auto body = *connect::parseJson(sent.body);
    CHECK(textAt(body, "reasonType") == "com.atproto.moderation.defs#reasonSpam");
    CHECK(textAt(at(body, "subject"), "cid") == bad.cid);
    const auto status = admin(ozoneUrl(), "tools.ozone.moderation.queryStatuses", nullptr, {{"subject", bad.uri}});
    INFO(status.raw);
    REQUIRE(arrayAt(status.body, "subjectStatuses").size() == 1);
    CHECK(textAt(arrayAt(status.body, "subjectStatuses")[0], "reviewState").find("reviewOpen") != std::string::npos);
    crew.sent(crew.send(OutboundKind::Report, bad.uri, {}, {}, "je ne sais pas dire quoi"));
    CHECK(textAt(*connect::parseJson(crew.http.all("createReport").at(1).body), "reasonType") == "com.atproto.moderation.defs#reasonOther");
}

TEST_CASE("bluesky 38: likes, reposts, edits, quotes, cards and hidden answers")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    const auto said = fan.say("Bravo la maison");
    settled();
    crew.sent(crew.send(OutboundKind::Favourite, said.uri));
    settled();
    crew.sent(crew.send(OutboundKind::Favourite, said.uri)); // already so: nothing is written
    crew.sent(crew.send(OutboundKind::Boost, said.uri));
    settled();
    CHECK(crew.http.count(kPut) == 2);
    auto seen = fan.get("app.bsky.feed.getPosts", {{"uris", said.uri}}).body;
    CHECK(at(arrayAt(seen, "posts")[0], "likeCount") == 1);
    CHECK(at(arrayAt(seen, "posts")[0], "repostCount") == 1);
    crew.sent(crew.send(OutboundKind::Unfavourite, said.uri));
    crew.sent(crew.send(OutboundKind::Unboost, said.uri));
    settled();
    seen = fan.get("app.bsky.feed.getPosts", {{"uris", said.uri}}).body;
    CHECK(at(arrayAt(seen, "posts")[0], "likeCount") == 0);
    CHECK(at(arrayAt(seen, "posts")[0], "repostCount") == 0);

    const auto post = crew.sent(crew.send(OutboundKind::Post, {}, "Premiere version #velo"));
    const auto uri = post.parts[0].nativeId;
    const auto before = brand.record(uri).body;
    const auto edited = crew.sent(crew.send(OutboundKind::Edit, uri, "Deuxieme version #cafe"));
    CHECK(edited.parts[0].nativeId == uri);
    const auto after = brand.record(uri).body;
    CHECK(textAt(at(after, "value"), "text") == "Deuxieme version #cafe");
    CHECK(textAt(at(after, "value"), "createdAt") == textAt(at(before, "value"), "createdAt"));
    CHECK(textAt(arrayAt(arrayAt(at(after, "value"), "facets")[0], "features")[0], "tag") == "cafe");
    CHECK(textAt(after, "cid") != textAt(before, "cid"));

    settled();
    const auto quote = crew.sent(crew.send(OutboundKind::Post, {}, "A lire : https://bsky.app/profile/" + fan.handle + "/post/" + said.rkey()));
    CHECK(at(at(valueOf(brand, quote.parts[0].nativeId), "embed"), "record") == said.json());
    test::RawServer page([](test::RawServer::Connection &connection) {
        connection.readRequest();
        connection.reply(200, "Content-Type: text/html; charset=utf-8\r\n", "<html><head><title>Le titre</title><meta name=\"description\" content=\"Ce qu'on y lit\"></head></html>");
    });
    const auto linked = crew.sent(crew.send(OutboundKind::Post, {}, "Voir " + page.url("/article") + "."));
    CHECK(at(valueOf(brand, linked.parts[0].nativeId), "embed") == Json{{"$type", "app.bsky.embed.external"}, {"external", {{"uri", page.url("/article")}, {"title", "Le titre"}, {"description", "Ce qu'on y lit"}}}});
    test::RawServer illustrated([](test::RawServer::Connection &connection) {
        if (connection.readRequest().find("GET /vue.png") == 0)
            connection.reply(200, "Content-Type: image/png\r\n", kPixel);
        else
            connection.reply(200, "Content-Type: text/html\r\n", "<title>Une vue</title><meta property=\"og:image\" content=\"vue.png\">");
    });
    const auto shown = crew.sent(crew.send(OutboundKind::Post, {}, "Voir " + illustrated.url("/article")));
    const auto external = at(at(valueOf(brand, shown.parts[0].nativeId), "embed"), "external");
    CHECK(textAt(external, "title") == "Une vue");
    CHECK(textAt(at(external, "thumb"), "mimeType") == "image/png");
    CHECK(at(at(external, "thumb"), "size") == 70);
    const auto card = crew.sent(crew.send(OutboundKind::Post, {}, "Voir " + pdsUrl() + "/ par exemple")); // a page that is no page of HTML
    CHECK_FALSE(valueOf(brand, card.parts[0].nativeId).contains("embed"));

    const auto root = Ref{uri, textAt(after, "cid")};
    const auto rude = fan.answer(root, root, "pas gentil");
    settled();
    crew.sent(crew.send(OutboundKind::HideReply, rude.uri));
    const auto gate = "at://" + brand.did + "/app.bsky.feed.threadgate/" + root.rkey();
    CHECK(at(valueOf(brand, gate), "hiddenReplies") == Json::array({rude.uri}));
    CHECK(textAt(valueOf(brand, gate), "post") == uri);
    CHECK_FALSE(valueOf(brand, gate).contains("allow")); // whoever could answer still can
    crew.sent(crew.send(OutboundKind::UnhideReply, rude.uri));
    CHECK(at(valueOf(brand, gate), "hiddenReplies").empty());
    const auto foreign = crew.finish(crew.send(OutboundKind::HideReply, said.uri));
    CHECK(foreign.state == OutboundState::Failed);
}
