// SPDX-License-Identifier: GPL-3.0-or-later
// X: what is asked and what it costs, who may be answered, what an answer means.
#include "connect/common/json.hpp"
#include "connect/x/x.hpp"

#include <vigie/net/url.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <map>

using namespace vigie;
using namespace vigie::connect;

namespace {

struct Desk {
    Account account;
    Secret token{"x-s3cr3t-access"};
    Credential credential;
    Instant now = parseRfc3339("2026-11-21T12:00:00Z").value();
    std::unique_ptr<Connector> connector = makeX();

    Desk()
    {
        account.id = AccountId{7};
        account.connector = "x";
        account.nativeId = "100";
        account.handle = "MaisonDubreuil";
        account.limits.maxCharacters = 280;
        account.limits.maxMedia = 4;
        credential.access = token;
        credential.refresh = Secret("r3fresh");
        credential.set("client_id", Secret("client"));
    }
    [[nodiscard]] Context context() const { return {account, token, now, &credential}; }
};

net::Response answer(int status, const std::string &body, std::vector<net::Header> headers = {})
{
    net::Response response;
    response.status = status;
    response.body = body;
    response.headers = std::move(headers);
    response.finalUrl = "https://api.x.com/2/x";
    return response;
}

std::map<std::string, std::string> pairs(std::string_view text)
{
    std::map<std::string, std::string> found;
    for (const auto &[name, value] : net::parseQuery(text))
        found[name] = value;
    return found;
}
std::map<std::string, std::string> queryOf(const net::Request &request)
{
    const auto mark = request.url.find('?');
    return mark == std::string::npos ? std::map<std::string, std::string>{} : pairs(std::string_view(request.url).substr(mark + 1));
}
std::string pathOf(const net::Request &request)
{
    return net::parseUrl(request.url).value().path;
}

Outbound outboundOf(OutboundKind kind, std::string text, std::string target = {})
{
    Outbound outbound;
    outbound.kind = kind;
    outbound.targetNative = std::move(target);
    OutboundPart part;
    part.text = std::move(text);
    outbound.parts.push_back(std::move(part));
    return outbound;
}
PublishJob jobOf(const Outbound &outbound)
{
    return {outbound, 0, outbound.kind == OutboundKind::Reply ? outbound.targetNative : std::string{}, {}};
}

Result<PublishOutcome> afterLook(const Desk &desk, const Outbound &reply, const std::string &seen)
{
    return desk.connector->absorb(desk.context(), jobOf(reply), {}, answer(200, seen));
}

const char *const kMention = R"({"data":[{"id":"1860000000000000010","text":"@MaisonDubreuil bravo &amp; merci https://t.co/a","author_id":"200","created_at":"2026-11-21T11:00:00.000Z","lang":"fr",
    "conversation_id":"1860000000000000001","in_reply_to_user_id":"100","referenced_tweets":[{"type":"replied_to","id":"1860000000000000001"}],
    "entities":{"mentions":[{"start":0,"end":15,"username":"maisondubreuil","id":"100"}],"urls":[{"start":30,"end":43,"url":"https://t.co/a","expanded_url":"https://example.org/noel","display_url":"example.org/noel"}]},
    "public_metrics":{"retweet_count":1,"reply_count":2,"like_count":3,"quote_count":0,"impression_count":90}}],
    "includes":{"users":[{"id":"200","name":"Zoé","username":"zoe","public_metrics":{"followers_count":12,"following_count":3,"tweet_count":40,"listed_count":0}}]},"meta":{"result_count":1,"newest_id":"1860000000000000010"}})";

} // namespace

TEST_CASE("x: off until switched on, with a budget and its terms")
{
    const Desk desk;
    const auto &network = desk.connector->describe();
    CHECK(network.offByDefault);
    CHECK(network.notice == Notice::XTerms);
    CHECK(network.policy.exports == ExportRule::Capped);
    CHECK(network.policy.exportPerDay == 500);
    CHECK(network.policy.deletionSync == std::chrono::hours{24});
    CHECK(network.fields.at(0).key == "budget");
    CHECK(network.fields.at(0).kind == FieldSpec::Kind::Money);
    CHECK(network.capabilities.why(Capability::Reply) == CapabilityReason::ReplyNeedsSummon);
    CHECK(network.capabilities.why(Capability::Publish) == CapabilityReason::PaidCall);
    CHECK(network.capabilities.why(Capability::ListenKeyword) == CapabilityReason::LastWeekOnly);
    CHECK(network.capabilities.has(Capability::Publish)); // a condition, not a refusal
}

TEST_CASE("x: every request carries its price at most, and a page says what it was")
{
    Desk desk;
    desk.account.set("keywords", "Maison Dubreuil");
    const auto price = [&](const std::string &stream) { return desk.connector->buildFetch(desk.context(), {stream, Direction::Forward, {}, {}})->cost.microDollars; };
    CHECK(price("mentions") == 20 * (1'000 + 10'000));
    CHECK(price("own") == 20 * 1'000);
    CHECK(price("search:Maison Dubreuil") == 20 * (5'000 + 10'000));
    desk.account.set("app_owner", "no");
    CHECK(price("mentions") == 20 * (5'000 + 10'000));
    desk.account.set("app_owner", "yes");
    const auto page = desk.connector->parseFetch(desk.context(), {"mentions", Direction::Forward, {}, {}}, answer(200, kMention));
    REQUIRE(page);
    CHECK(page->microDollars == 1'000 + 10'000);
    const auto empty = desk.connector->parseFetch(desk.context(), {"mentions", Direction::Forward, "1860000000000000010", {}}, answer(200, R"({"meta":{"result_count":0}})"));
    REQUIRE(empty);
    CHECK(empty->microDollars == 0);
    CHECK(empty->cursor == "1860000000000000010");
    const auto send = [&](OutboundKind kind, const char *text) {
        const auto outbound = outboundOf(kind, text, "5");
        return desk.connector->nextStep(desk.context(), jobOf(outbound), {})->request.cost.microDollars;
    };
    CHECK(send(OutboundKind::Post, "Bonjour") == 15'000);
    CHECK(send(OutboundKind::Post, "voir https://example.org") == 200'000);
    CHECK(send(OutboundKind::Post, "voir exemple.paris merci") == 200'000); // a link to X, and to its bill
    CHECK(send(OutboundKind::Delete, "") == 5'000);
    CHECK(desk.connector->buildWhoAmI(desk.context(), {}).value()->cost.microDollars == 10'000);
    CHECK(desk.connector->buildLookup(desk.context(), std::vector<std::string>{"1", "2"})->cost.microDollars == 30'000);
}

TEST_CASE("x: a mention is read with its author, its links written out")
{
    const Desk desk;
    const auto page = desk.connector->parseFetch(desk.context(), {"mentions", Direction::Forward, {}, {}}, answer(200, kMention));
    REQUIRE(page);
    REQUIRE(page->items.size() == 1);
    const auto &item = page->items[0];
    CHECK(item.nativeId == "1860000000000000010");
    CHECK(item.text == "@MaisonDubreuil bravo & merci https://example.org/noel");
    CHECK(item.author.handle == "zoe");
    CHECK(item.author.metrics.at(0) == MetricValue{"followers", 12, ValueStatus::Ok});
    CHECK(item.permalink == "https://x.com/zoe/status/1860000000000000010");
    CHECK(item.lang == "fr");
    CHECK(page->reasons.at(0) == "reply");
    CHECK(item.ref(Relation::ReplyTo)->targetNative == "1860000000000000001");
    CHECK(item.metrics.at(4) == MetricValue{"impressions", 90, ValueStatus::Ok});
    CHECK(page->cursor == "1860000000000000010");
    CHECK(page->nextPage.empty()); // the first run reads one page: history costs
}

TEST_CASE("x: since the newest seen, page by page, never backwards")
{
    const Desk desk;
    for (const auto &stream : desk.connector->streams(desk.account))
        CHECK_FALSE(stream.backfill);
    FetchSpec spec{"mentions", Direction::Forward, "1860000000000000001", {}};
    auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/2/users/100/mentions");
    CHECK(queryOf(*request).at("since_id") == "1860000000000000001");
    CHECK(request->bearer.reveal() == "x-s3cr3t-access");
    auto body = Json::parse(kMention);
    body["meta"]["next_token"] = "NEXT";
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, body.dump()));
    REQUIRE(page);
    CHECK(page->cursor.empty()); // committed when the run came to its end
    CHECK(page->reachedKnown);
    spec.page = page->nextPage;
    request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    CHECK(queryOf(*request).at("pagination_token") == "NEXT");
    // Ids are numbers beyond what a double holds: the longer is newer.
    const auto last = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"data":[{"id":"999999999999999999","text":"a","author_id":"200"}],"meta":{"result_count":1}})"));
    REQUIRE(last);
    CHECK(last->cursor == "1860000000000000010");
}

TEST_CASE("x: a search that fell behind asks for the last seven days and says that there is a hole")
{
    const Desk desk;
    FetchSpec spec{"search:Maison \"Dubreuil\" OR from:x", Direction::Forward, "1700000000000000000", {}}; // of 2023
    const auto request = desk.connector->buildFetch(desk.context(), spec);
    REQUIRE(request);
    const auto query = queryOf(*request);
    CHECK(query.count("since_id") == 0);
    CHECK(query.at("start_time") == "2026-11-14T13:00:00Z");
    CHECK(query.at("query") == "\"Maison Dubreuil OR from:x\" -is:retweet"); // words, never operators
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"data":[{"id":"1991800000000000000","text":"a","author_id":"200"}],"meta":{"result_count":1}})"));
    REQUIRE(page);
    CHECK(page->capped);
    spec.cursor = "2123400000000000000"; // of two days before
    CHECK(queryOf(*desk.connector->buildFetch(desk.context(), spec))["since_id"] == "2123400000000000000");
}

TEST_CASE("x: a reply is refused here unless its author called for us")
{
    const Desk desk;
    const auto reply = outboundOf(OutboundKind::Reply, "Merci", "50");
    const auto look = desk.connector->nextStep(desk.context(), jobOf(reply), {});
    REQUIRE(look);
    CHECK(look->request.method == net::Method::Get);
    CHECK(look->effect == StepEffect::None);
    CHECK(queryOf(look->request).at("ids") == "50");
    const auto stranger = afterLook(desk, reply, R"({"data":[{"id":"50","text":"j'aime le velo","author_id":"200"}]})");
    CHECK(stranger.error().code == Errc::PolicyRefused);
    const auto other = afterLook(desk, reply, R"({"data":[{"id":"50","text":"@autre bonjour","author_id":"200","entities":{"mentions":[{"username":"autre","id":"300"}]}}]})");
    CHECK(other.error().code == Errc::PolicyRefused);
    const auto quotes = afterLook(desk, reply, R"({"data":[{"id":"50","text":"voir","author_id":"200","referenced_tweets":[{"type":"quoted","id":"40"}]}],"includes":{"tweets":[{"id":"40","text":"a","author_id":"300"}]}})");
    CHECK(quotes.error().code == Errc::PolicyRefused);
    CHECK(afterLook(desk, reply, R"({"errors":[{"type":"https://api.twitter.com/2/problems/resource-not-found","title":"Not Found","resource_id":"50","value":"50","parameter":"ids","resource_type":"tweet"}]})").error().code == Errc::Gone);
    for (const auto *seen : {R"({"data":[{"id":"50","text":"@maisondubreuil bonjour","author_id":"200","entities":{"mentions":[{"username":"maisondubreuil","id":"100"}]}}]})",
                             R"({"data":[{"id":"50","text":"voir","author_id":"200","referenced_tweets":[{"type":"quoted","id":"40"}]}],"includes":{"tweets":[{"id":"40","text":"a","author_id":"100"}]}})",
                             R"({"data":[{"id":"50","text":"la suite","author_id":"100"}]})"}) {
        const auto called = afterLook(desk, reply, seen);
        REQUIRE(called);
        const auto step = desk.connector->nextStep(desk.context(), jobOf(reply), std::get<PublishState>(*called));
        REQUIRE(step);
        CHECK(step->effect == StepEffect::Once);
        CHECK(Json::parse(step->request.body) == Json{{"text", "Merci"}, {"reply", {{"in_reply_to_tweet_id", "50"}}}});
    }
    // What can be told before anything is typed.
    Item item;
    item.author.nativeId = "200";
    CHECK(desk.connector->replyRefusal(desk.account, item) == CapabilityReason::ReplyNeedsSummon);
    item.spans.push_back({TextSpan::Kind::Mention, 0, 5, "maisondubreuil"});
    CHECK_FALSE(desk.connector->replyRefusal(desk.account, item));
}

TEST_CASE("x: published once, with the address of the post")
{
    const Desk desk;
    const auto post = outboundOf(OutboundKind::Post, "Bonjour");
    const auto step = desk.connector->nextStep(desk.context(), jobOf(post), {});
    REQUIRE(step);
    CHECK(step->effect == StepEffect::Once);
    CHECK(step->request.method == net::Method::Post);
    CHECK(pathOf(step->request) == "/2/tweets");
    CHECK(step->request.body == R"({"text":"Bonjour"})");
    const auto done = desk.connector->absorb(desk.context(), jobOf(post), {}, answer(201, R"({"data":{"id":"1860000000000000099","text":"Bonjour"}})"));
    REQUIRE(done);
    CHECK(std::get<PublishDone>(*done).permalink == "https://x.com/MaisonDubreuil/status/1860000000000000099");
    const auto outcome = [&](int status, const char *body, std::vector<net::Header> headers = {}) {
        return desk.connector->absorb(desk.context(), jobOf(post), {}, answer(status, body, std::move(headers))).error();
    };
    CHECK(outcome(503, "").code == Errc::UnknownOutcome);
    CHECK(outcome(201, "{").code == Errc::UnknownOutcome);
    CHECK(outcome(201, "{}").code == Errc::UnknownOutcome);
    CHECK(outcome(403, R"({"detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","title":"Forbidden","status":403})").code == Errc::Duplicate);
    CHECK(outcome(403, R"({"title":"Unsupported Authentication","detail":"Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.","type":"https://api.twitter.com/2/problems/unsupported-authentication","status":403})").code == Errc::AuthRevoked);
    CHECK(outcome(403, R"({"detail":"Reply to this conversation is not allowed because you have not been mentioned","type":"about:blank","title":"Forbidden"})").code == Errc::PolicyRefused);
    CHECK(outcome(402, R"({"title":"CreditsDepleted","type":"about:blank"})").code == Errc::QuotaExhausted);
    CHECK(outcome(401, R"({"title":"Unauthorized","type":"about:blank","status":401})").code == Errc::AuthExpired);
    CHECK(outcome(400, R"({"title":"Invalid Request","type":"https://api.twitter.com/2/problems/invalid-request"})").code == Errc::ContentRefused);
    const auto wait = outcome(429, R"({"title":"Too Many Requests","type":"about:blank","status":429})", {{"x-rate-limit-reset", "1795262700"}, {"x-rate-limit-remaining", "0"}});
    CHECK(wait.code == Errc::RateLimited);
    CHECK(wait.retryAfter == std::chrono::seconds{300});
}

TEST_CASE("x: too heavy a text, too many pictures")
{
    const Desk desk;
    const auto refused = [&](std::string text, std::vector<std::string> mimes = {}) {
        auto post = outboundOf(OutboundKind::Post, std::move(text));
        for (auto &mime : mimes) {
            OutboundMedia media;
            media.path = "/tmp/a";
            media.mime = mime;
            post.parts[0].media.push_back(media);
        }
        const auto step = desk.connector->nextStep(desk.context(), jobOf(post), {});
        return !step && step.error().code == Errc::ContentRefused;
    };
    CHECK_FALSE(refused(std::string(280, 'a')));
    CHECK(refused(std::string(281, 'a')));
    CHECK(refused(std::string(279, 'a') + "\xE2\x82\xAC")); // the sign of the euro weighs 2
    CHECK_FALSE(refused(std::string(256, 'a') + " https://example.org/" + std::string(200, 'b')));
    CHECK(refused(std::string(257, 'a') + " https://example.org/"));
    CHECK(refused("  "));
    CHECK(refused("a", {"image/png", "image/png", "image/png", "image/png", "image/png"}));
    CHECK(refused("a", {"video/mp4", "image/png"}));
}

TEST_CASE("x: a film goes up in pieces, is waited for, and is attached")
{
    const Desk desk;
    const std::string path = "/tmp/vigie-x-film-" + std::to_string(reinterpret_cast<std::uintptr_t>(&desk));
    std::ofstream(path, std::ios::binary) << std::string(9'000'001, 'v');
    auto post = outboundOf(OutboundKind::Post, "Le film");
    OutboundMedia film;
    film.path = path;
    film.mime = "video/mp4";
    post.parts[0].media.push_back(film);
    PublishState state;
    const auto take = [&](const net::Response &response) {
        const auto step = desk.connector->nextStep(desk.context(), jobOf(post), state);
        REQUIRE(step);
        const auto outcome = desk.connector->absorb(desk.context(), jobOf(post), state, response);
        REQUIRE(outcome);
        if (const auto *next = std::get_if<PublishState>(&*outcome))
            state = *next;
        return *step;
    };
    CHECK(Json::parse(take(answer(200, R"({"data":{"id":"777","media_key":"13_777"}})")).request.body) == Json{{"media_type", "video/mp4"}, {"total_bytes", 9'000'001}, {"media_category", "tweet_video"}});
    for (int piece = 0; piece < 3; ++piece) {
        const auto step = take(answer(200, ""));
        CHECK(pathOf(step.request) == "/2/media/upload/777/append");
        CHECK(step.request.form.at(0).value == std::to_string(piece));
        CHECK(step.request.form.at(1).fileOffset == piece * 4'000'000);
        CHECK(step.request.form.at(1).fileBytes == (piece < 2 ? 4'000'000 : 1'000'001));
    }
    CHECK(pathOf(take(answer(200, R"({"data":{"id":"777","processing_info":{"state":"pending","check_after_secs":5}}})")).request) == "/2/media/upload/777/finalize");
    const auto wait = take(answer(200, R"({"data":{"id":"777","processing_info":{"state":"succeeded"}}})"));
    CHECK(wait.notBefore == std::chrono::seconds{5});
    CHECK(queryOf(wait.request).at("media_id") == "777");
    const auto send = take(answer(201, R"({"data":{"id":"88","text":"Le film"}})"));
    CHECK(Json::parse(send.request.body) == Json{{"text", "Le film"}, {"media", {{"media_ids", {"777"}}}}});
    std::remove(path.c_str());
    CHECK(desk.connector->nextStep(desk.context(), jobOf(post), {}).error().code == Errc::ContentRefused); // not there any more
}

TEST_CASE("x: hidden, shown, deleted")
{
    const Desk desk;
    const auto step = [&](OutboundKind kind) {
        const auto outbound = outboundOf(kind, "", "50");
        return desk.connector->nextStep(desk.context(), jobOf(outbound), {});
    };
    CHECK(step(OutboundKind::HideReply)->request.method == net::Method::Put);
    CHECK(pathOf(step(OutboundKind::HideReply)->request) == "/2/tweets/50/hidden");
    CHECK(step(OutboundKind::HideReply)->request.body == R"({"hidden":true})");
    CHECK(step(OutboundKind::UnhideReply)->request.body == R"({"hidden":false})");
    CHECK(step(OutboundKind::Delete)->request.method == net::Method::Delete);
    CHECK(step(OutboundKind::Favourite).error().code == Errc::Unsupported);
    const auto bad = outboundOf(OutboundKind::HideReply, "", "50/x");
    CHECK(desk.connector->nextStep(desk.context(), jobOf(bad), {}).error().code == Errc::InvalidInput);
}

TEST_CASE("x: errors alone in a 200 mean that a post is gone")
{
    const Desk desk;
    const std::vector<std::string> ids{"1", "2", "3"};
    const auto request = desk.connector->buildLookup(desk.context(), ids);
    REQUIRE(request);
    CHECK(queryOf(*request).at("ids") == "1,2,3");
    const auto some = desk.connector->parseLookup(desk.context(), ids, answer(200, R"({"data":[{"id":"1","text":"a","author_id":"200"}],"errors":[
        {"type":"https://api.twitter.com/2/problems/resource-not-found","title":"Not Found","value":"2","resource_id":"2","parameter":"ids","resource_type":"tweet"},
        {"type":"https://api.twitter.com/2/problems/not-authorized-for-resource","title":"Authorization Error","value":"3","resource_id":"3","parameter":"ids","resource_type":"tweet"}]})"));
    REQUIRE(some);
    CHECK(some->items.size() == 1);
    CHECK(some->gone == std::vector<std::string>{"2", "3"}); // deleted, and of an account that was closed to us
    const auto all = desk.connector->parseLookup(desk.context(), std::vector<std::string>{"2"}, answer(200, R"({"errors":[{"type":"https://api.twitter.com/2/problems/resource-not-found","title":"Not Found","value":"2","resource_id":"2"}]})"));
    REQUIRE(all);
    CHECK(all->gone == std::vector<std::string>{"2"});
    CHECK(desk.connector->parseLookup(desk.context(), std::vector<std::string>{"2"}, answer(200, "{}")).error().code == Errc::Protocol); // says nothing: nothing is erased
    CHECK(desk.connector->lookupBatch(desk.account) == 100);
    CHECK_FALSE(desk.connector->buildLookup(desk.context(), std::vector<std::string>(101, "1")));
}

TEST_CASE("x: a lost answer is settled by our own posts, links taken away on both sides")
{
    const Desk desk;
    auto post = outboundOf(OutboundKind::Post, "Le programme : exemple.paris et https://example.org/noel !");
    post.parts[0].startedAt = desk.now;
    const auto request = desk.connector->buildReadBack(desk.context(), jobOf(post));
    REQUIRE(request);
    CHECK(pathOf(*request) == "/2/users/100/tweets");
    CHECK(queryOf(*request).at("start_time") == "2026-11-21T11:45:00Z");
    const std::string seen = R"({"data":[{"id":"90","text":"Autre chose","author_id":"100"},{"id":"91","text":"Le programme : https://t.co/a et https://t.co/b !","author_id":"100",
        "entities":{"urls":[{"url":"https://t.co/a","expanded_url":"http://exemple.paris","display_url":"exemple.paris"},{"url":"https://t.co/b","expanded_url":"https://example.org/noel","display_url":"example.org/noel"}]}}],"meta":{"result_count":2}})";
    const auto found = desk.connector->parseReadBack(desk.context(), jobOf(post), answer(200, seen));
    REQUIRE(found);
    REQUIRE(found->has_value());
    CHECK((*found)->nativeId == "91");
    const auto other = outboundOf(OutboundKind::Post, "Le programme d'hier : exemple.paris");
    CHECK_FALSE(desk.connector->parseReadBack(desk.context(), jobOf(other), answer(200, seen))->has_value());
    auto more = Json::parse(seen);
    more["meta"]["next_token"] = "N";
    CHECK_FALSE(desk.connector->parseReadBack(desk.context(), jobOf(other), answer(200, more.dump()))); // not all was seen: nothing is concluded
}

TEST_CASE("x: signing in with the person's own application")
{
    Desk desk;
    const Connector::OAuthApp app{"client", {}};
    CHECK(desk.connector->buildRegister("", "").error().code == Errc::Unsupported);
    CHECK(desk.connector->describe().way(AuthKind::OAuthCode)->redirectPort == 47813);
    const auto url = desk.connector->authorizeUrl("", app, "http://127.0.0.1:47813/callback", "st", "challenge");
    REQUIRE(url);
    CHECK(url->rfind("https://x.com/i/oauth2/authorize?", 0) == 0);
    CHECK(url->find("code_challenge=challenge") != std::string::npos);
    const auto token = desk.connector->buildToken("", app, "urn:ietf:wg:oauth:2.0:oob", "http://127.0.0.1:47813/callback?state=st&code=c0de", "verifier");
    REQUIRE(token);
    const auto form = pairs(token->body);
    CHECK(form.at("code") == "c0de");
    CHECK(form.at("code_verifier") == "verifier");
    CHECK(form.at("redirect_uri") == "http://127.0.0.1:47813/callback");
    CHECK(token->bearer.empty());
    const auto signedIn = desk.connector->parseToken(answer(200, R"({"access_token":"a","refresh_token":"r","expires_in":7200,"scope":"tweet.read users.read offline.access"})"), desk.now);
    REQUIRE(signedIn);
    CHECK(signedIn->expiresAt == desk.now + std::chrono::hours{2});
    const auto renew = desk.connector->buildRefresh(desk.context());
    REQUIRE(renew);
    CHECK(pairs(renew->body).at("refresh_token") == "r3fresh");
    CHECK(desk.connector->parseRefresh(desk.context(), answer(400, R"({"error":"invalid_request","error_description":"Value passed for the token was invalid."})")).error().code == Errc::AuthRevoked);
    CHECK(desk.connector->parseRefresh(desk.context(), answer(503, "")).error().code == Errc::Server);
    desk.credential.refresh = Secret();
    CHECK(desk.connector->buildRefresh(desk.context()).error().code == Errc::Unsupported);
    desk.credential.scopes = {"tweet.read", "users.read"};
    const net::Response me[] = {answer(200, R"({"data":{"id":"100","name":"Maison Dubreuil","username":"MaisonDubreuil"}})")};
    const auto who = desk.connector->parseWhoAmI(desk.context(), me);
    REQUIRE(who);
    CHECK(who->capabilities.why(Capability::Publish) == CapabilityReason::ScopeMissing);
    CHECK(who->capabilities.why(Capability::Inbox) == CapabilityReason::PaidCall);
    CHECK(desk.connector->guess("https://x.com/MaisonDubreuil")->name == "@MaisonDubreuil");
    CHECK_FALSE(desk.connector->guess("https://x.example/MaisonDubreuil"));
}
