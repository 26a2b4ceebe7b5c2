// SPDX-License-Identifier: GPL-3.0-or-later
// X's ten cases, judged by document 2.62.
#include "judge.hpp"

#include <set>

using namespace vigie;
using namespace vigie::contracts;

namespace {

connect::Credential signedIn()
{
    connect::Credential credential;
    credential.access = Secret("access-1");
    credential.refresh = Secret("refresh-1");
    credential.set("client_id", Secret("client-1"));
    return credential;
}

struct Desk : Trial {
    explicit Desk(Settings settings = {}) : Trial("x")
    {
        settings.push_back({"budget", "20"});
        account("x", std::move(settings), signedIn());
    }
    std::string say(const std::string &text, Json more = Json::object())
    {
        more.update({{"do", "say"}, {"text", text}});
        return tell(more).get<std::string>();
    }
    std::string mention(const std::string &text) { return say(text, {{"mentions", {"100"}}}); }
    Json state() { return tell({{"do", "state"}}); }
};

/// Answers of the fake bear the date of the machine: so do the limits in them.
std::string epochIn(std::chrono::seconds span)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>((std::chrono::system_clock::now() + span).time_since_epoch()).count());
}

} // namespace

TEST_CASE("X 1: the id that is replied to is text", "[x]")
{
    Desk desk;
    const auto mention = desk.mention("@MaisonDubreuil bonjour");
    CHECK(desk.sync().ok());
    CHECK(desk.known(mention).author.handle == "zoe");
    const auto sent = desk.act(OutboundKind::Reply, mention, "Merci !");
    CHECK(sent.state == OutboundState::Sent);
    const auto asked = desk.lastAsked("POST /2/tweets");
    CHECK(asked["json"]["reply"]["in_reply_to_tweet_id"] == mention);
    CHECK(desk.state()["posts"][sent.parts.front().nativeId]["answers"] == mention);
    desk.mustBeRefused(net::Method::Post, "/2/tweets", R"({"text":"a","reply":{"in_reply_to_tweet_id":12}})");
}

TEST_CASE("X 2: no field that the document does not know", "[x]")
{
    Desk desk;
    CHECK(desk.act(OutboundKind::Post, {}, "Bonjour").state == OutboundState::Sent);
    const auto asked = desk.lastAsked("POST /2/tweets");
    CHECK(asked["json"] == Json{{"text", "Bonjour"}});
    CHECK(asked["headers"]["content-type"] == "application/json");
    desk.mustBeRefused(net::Method::Post, "/2/tweets", R"({"text":"x","in_reply_to":"1"})");
    desk.mustBeRefused(net::Method::Post, "/2/tweets", R"({"text":12})");
    desk.mustBeRefused(net::Method::Post, "/2/tweets", "text=x", "access-1", "application/x-www-form-urlencoded");
}

TEST_CASE("X 3: max_results within the document's bounds, and what is beyond a page is read", "[x]")
{
    Desk desk(Settings{{"keywords", "dubreuil"}});
    CHECK(desk.sync().ok());
    desk.mention("la premiere");
    desk.clock.advance(std::chrono::hours{1});
    CHECK(desk.sync().ok());
    desk.clock.advance(std::chrono::hours{1});
    for (int i = 0; i < 45; ++i)
        desk.say("chez Dubreuil " + std::to_string(i), {{"mentions", {"100"}}, {"minutes_ago", 5}});
    CHECK(desk.sync().ok());
    CHECK(desk.stored() == 46);
    int asked = 0;
    for (const auto &entry : desk.log()) {
        const auto size = Trial::query(entry, "max_results");
        if (size.empty())
            continue;
        ++asked;
        CHECK(std::stoi(size) >= (entry["path"] == "/2/tweets/search/recent" ? 10 : 5));
        CHECK(std::stoi(size) <= 100);
    }
    CHECK(asked >= 9);
    desk.mustBeRefused(net::Method::Get, "/2/tweets/search/recent?query=velo&max_results=5");
    desk.mustBeRefused(net::Method::Get, "/2/users/100/mentions?max_results=101");
}

TEST_CASE("X 4: fields are one list with commas, and all of them known", "[x]")
{
    Desk desk(Settings{{"keywords", "dubreuil"}});
    const auto mention = desk.mention("@MaisonDubreuil bonjour");
    CHECK(desk.sync().ok());
    CHECK(desk.act(OutboundKind::Reply, mention, "Bonjour").state == OutboundState::Sent);
    int lists = 0;
    for (const auto &entry : desk.log())
        for (const auto *name : {"tweet.fields", "user.fields", "media.fields", "expansions"})
            if (entry["query"].contains(name)) {
                ++lists;
                CHECK(entry["query"][name].size() == 1);
            }
    CHECK(lists >= 12);
    desk.mustBeRefused(net::Method::Get, "/2/tweets?ids=1&tweet.fields=nonsense");
    desk.mustBeRefused(net::Method::Get, "/2/users/me?user.fields=nonsense");
}

TEST_CASE("X 5: times are RFC 3339 in UTC", "[x]")
{
    Desk desk(Settings{{"keywords", "dubreuil"}});
    desk.say("Dubreuil, il y a longtemps", {{"days_ago", 9}});
    CHECK(desk.sync().ok());
    desk.clock.advance(std::chrono::hours{2});
    const auto fresh = desk.say("Dubreuil, hier", {{"days_ago", 1}});
    CHECK(desk.sync().ok());
    std::string start;
    for (const auto &entry : desk.log())
        if (!Trial::query(entry, "start_time").empty())
            start = Trial::query(entry, "start_time");
    CHECK(start == "2026-11-14T13:00:00Z"); // seven days before, less an hour
    CHECK(desk.item(fresh));
    desk.mustBeRefused(net::Method::Get, "/2/tweets/search/recent?query=velo&start_time=hier");
}

TEST_CASE("X 6: the token of an application never writes", "[x]")
{
    Desk desk;
    desk.tell({{"do", "only_app"}});
    const auto tried = desk.act(OutboundKind::Post, {}, "Bonjour");
    CHECK(tried.state == OutboundState::Planned); // kept until somebody has signed in
    CHECK(tried.error->code == Errc::AuthRevoked);
    CHECK(desk.loaded().state == AccountState::ReconnectNeeded);
    (void)must(desk.publisher->runDue());
    CHECK(desk.timesAsked("POST /2/tweets") == 1);
    CHECK(desk.timesAsked("POST /2/oauth2/token") == 0); // a renewal would not help
}

TEST_CASE("X 7: 200 with errors alone means gone", "[x]")
{
    Desk desk;
    const auto mention = desk.mention("@MaisonDubreuil bonjour");
    const auto other = desk.mention("@MaisonDubreuil bonsoir");
    CHECK(desk.sync().ok());
    desk.tell({{"do", "forget"}, {"id", mention}});
    const auto reply = desk.act(OutboundKind::Reply, mention, "Merci");
    CHECK(reply.state == OutboundState::Failed);
    CHECK(reply.error->code == Errc::Gone);
    CHECK(desk.timesAsked("POST /2/tweets") == 0);
    const auto &x = *desk.catalogue.find("x");
    const std::vector<std::string> ids{mention, other};
    const auto found = must(desk.courier->ask<connect::LookupAnswer>(
        x, desk.loaded(), net::RatePriority::User, {}, [&](const connect::Context &context) { return x.buildLookup(context, ids); },
        [&](const connect::Context &context, const net::Response &response) { return x.parseLookup(context, ids, response); }));
    CHECK(found.gone == std::vector<std::string>{mention});
    REQUIRE(found.items.size() == 1);
    CHECK(found.items.front().nativeId == other);
}

TEST_CASE("X 8: after a 429 nothing is asked before x-rate-limit-reset", "[x]")
{
    Desk desk;
    desk.mention("@MaisonDubreuil bonjour");
    desk.tell({{"do", "fault"}, {"on", "GET /2/users/100/mentions"}, {"status", 429}, {"body", {{"title", "Too Many Requests"}, {"type", "about:blank"}, {"status", 429}, {"detail", "Too Many Requests"}}},
               {"headers", {{"Content-Type", "application/problem+json"}, {"x-rate-limit-limit", "180"}, {"x-rate-limit-remaining", "0"}, {"x-rate-limit-reset", epochIn(std::chrono::seconds{300})}}}});
    (void)desk.sync();
    CHECK(desk.stored() == 0);
    CHECK(desk.timesAsked("GET /2/users/100/mentions") == 1);
    desk.clock.advance(std::chrono::seconds{290});
    (void)desk.sync();
    CHECK(desk.timesAsked("GET /2/users/100/mentions") == 1);
    desk.clock.advance(std::chrono::seconds{15});
    CHECK(desk.sync().ok());
    CHECK(desk.timesAsked("GET /2/users/100/mentions") == 2);
    CHECK(desk.stored() == 1);
}

TEST_CASE("X 9: a text is weighed before it is sent", "[x]")
{
    Desk desk;
    const auto heavy = desk.act(OutboundKind::Post, {}, std::string(279, 'a') + "\xE2\x82\xAC");
    CHECK(heavy.state == OutboundState::Failed);
    CHECK(heavy.error->code == Errc::ContentRefused);
    CHECK(desk.timesAsked("POST /2/tweets") == 0);
    CHECK(desk.act(OutboundKind::Post, {}, std::string(256, 'a') + " https://example.org/" + std::string(300, 'b')).state == OutboundState::Sent);
}

TEST_CASE("X 10: a reply is hidden and shown with PUT {\"hidden\":...}", "[x]")
{
    Desk desk;
    const auto own = desk.say("Bonne nouvelle", {{"author", "100"}});
    const auto rude = desk.say("@MaisonDubreuil bof", {{"mentions", {"100"}}, {"answers", own}});
    CHECK(desk.sync().ok());
    CHECK(desk.act(OutboundKind::HideReply, rude).state == OutboundState::Sent);
    CHECK(desk.lastAsked("PUT /2/tweets/" + rude + "/hidden")["json"] == Json{{"hidden", true}});
    CHECK(desk.state()["hidden"][rude] == true);
    CHECK(desk.act(OutboundKind::UnhideReply, rude).state == OutboundState::Sent);
    CHECK(desk.state()["hidden"][rude] == false);
    desk.mustBeRefused(net::Method::Put, "/2/tweets/1/hidden", R"({"hidden":"yes"})");
    desk.mustBeRefused(net::Method::Put, "/2/tweets/1/hidden", "{}");
}

TEST_CASE("X: an access that ended is renewed once, with the new means to renew it kept", "[x]")
{
    Desk desk;
    const auto mention = desk.mention("@MaisonDubreuil bonjour");
    desk.tell({{"do", "expire"}});
    CHECK(desk.sync().ok());
    CHECK(desk.item(mention));
    CHECK(desk.timesAsked("POST /2/oauth2/token") == 1);
    const auto kept = must(connect::credentialFrom(must(desk.secrets->get(desk.secretKey))));
    CHECK(kept.access.reveal() == "access-2");
    CHECK(kept.refresh.reveal() == "refresh-2");
}

TEST_CASE("X: who was not called for is told before anything is sent, and a lost answer is settled by reading back", "[x]")
{
    Desk desk(Settings{{"keywords", "dubreuil"}});
    const auto stranger = desk.say("Chez Dubreuil, rien de neuf");
    CHECK(desk.sync().ok());
    const auto refused = desk.act(OutboundKind::Reply, stranger, "Bonjour");
    CHECK(refused.state == OutboundState::Failed);
    CHECK(refused.error->code == Errc::PolicyRefused);
    CHECK(desk.timesAsked("POST /2/tweets") == 0);
    desk.tell({{"do", "fault"}, {"on", "POST /2/tweets"}, {"after", "status"}, {"status", 503}, {"body", {{"title", "Service Unavailable"}, {"type", "about:blank"}, {"status", 503}}}, {"headers", {{"Content-Type", "application/problem+json"}}}});
    const auto lost = desk.plan(OutboundKind::Post, {}, "voir exemple.paris et la suite");
    (void)must(desk.publisher->runDue());
    CHECK(desk.outbound(lost).state == OutboundState::Unknown);
    desk.settle();
    CHECK(desk.outbound(lost).state == OutboundState::Sent);
    CHECK(desk.timesAsked("POST /2/tweets") == 1); // never a second time
    CHECK(desk.state()["posts"].contains(desk.outbound(lost).parts.front().nativeId));
}
