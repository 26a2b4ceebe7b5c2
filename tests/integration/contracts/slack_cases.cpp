// SPDX-License-Identifier: GPL-3.0-or-later
// Ten cases of the Slack recipe, judged by Slack's last OpenAPI document (2021) with the changes that documents.py names.
#include "recipe_trial.hpp"

using namespace vigie;
using namespace vigie::contracts;

namespace {

const std::string kChannel = "C024BE91LAB";

struct Workspace : RecipeTrial {
    Workspace() : RecipeTrial("slack", "slack", {{"channels", kChannel}}) {}
    std::string say(const std::string &text, Json more = Json::object())
    {
        more.update({{"do", "say"}, {"text", text}});
        return kChannel + "/" + tell(more).get<std::string>();
    }
    static std::string timeOf(const std::string &native) { return native.substr(native.find('/') + 1); }
    static std::string form(const Json &entry, const std::string &name)
    {
        for (const auto &[key, value] : net::parseQuery(entry["body"].get<std::string>()))
            if (key == name)
                return value;
        return {};
    }
};

} // namespace

TEST_CASE("Slack 1: requests are forms, and a message has a channel", "[slack]")
{
    Workspace workspace;
    const auto sent = workspace.act(OutboundKind::Post, "", "Bonjour");
    CHECK(sent.state == OutboundState::Sent);
    const auto asked = workspace.lastAsked("POST /chat.postMessage");
    CHECK(asked["headers"]["content-type"] == "application/x-www-form-urlencoded");
    CHECK(Workspace::form(asked, "channel") == kChannel);
    CHECK(Workspace::form(asked, "text") == "Bonjour");
    workspace.mustBeRefused(net::Method::Post, "/chat.postMessage", "text=Bonjour", "access-1", "application/x-www-form-urlencoded");
    workspace.mustBeRefused(net::Method::Post, "/chat.postMessage", R"({"channel":"C1","text":"x"})");
}

TEST_CASE("Slack 2: a refusal inside a 200 is a refusal", "[slack]")
{
    Workspace workspace;
    workspace.tell({{"do", "leave"}});
    const auto report = workspace.sync();
    REQUIRE(report.streams.front().error);
    CHECK(report.streams.front().error->code == Errc::Forbidden);
    CHECK(report.streams.front().error->detail.find("not_in_channel") != std::string::npos);
}

TEST_CASE("Slack 3: a message's time stays the text that it is", "[slack]")
{
    Workspace workspace;
    const auto message = workspace.say("Bonjour");
    CHECK(workspace.sync().ok());
    CHECK(workspace.known(message).nativeId == message); // six digits behind the point, zeros and all
    CHECK(workspace.act(OutboundKind::Reply, message, "Oui").state == OutboundState::Sent);
    CHECK(Workspace::form(workspace.lastAsked("POST /chat.postMessage"), "thread_ts") == Workspace::timeOf(message));
}

TEST_CASE("Slack 4: the cursor leads to the end of the channel", "[slack]")
{
    Workspace workspace;
    workspace.tell({{"do", "set_page_size"}, {"size", 3}});
    for (int i = 0; i < 8; ++i)
        workspace.say("Message" + std::to_string(i), {{"minutes_ago", 500 - i * 50}});
    CHECK(workspace.sync(10).ok());
    CHECK(workspace.stored() == 8);
    CHECK(std::stoi(Trial::query(workspace.lastAsked("GET /conversations.history"), "limit")) <= 999);
}

TEST_CASE("Slack 5: a later run asks from the last one on", "[slack]")
{
    Workspace workspace;
    workspace.say("Bonjour");
    CHECK(workspace.sync().ok());
    workspace.clock.advance(std::chrono::minutes{5});
    CHECK(workspace.sync().ok());
    CHECK_FALSE(Trial::query(workspace.lastAsked("GET /conversations.history"), "oldest").empty());
    workspace.mustBeRefused(net::Method::Get, "/conversations.history?channel=" + kChannel + "&oldest=hier");
}

TEST_CASE("Slack 6: 429 is waited out as Retry-After says", "[slack]")
{
    Workspace workspace;
    workspace.say("Bonjour");
    workspace.tell({{"do", "fault"}, {"on", "GET /conversations.history"}, {"status", 429}, {"headers", {{"Retry-After", "30"}}}, {"body", {{"ok", false}, {"error", "ratelimited"}}}});
    const auto report = workspace.sync();
    REQUIRE(report.streams.front().error);
    CHECK(report.streams.front().error->retryAfter == std::chrono::seconds{30});
    const auto asked = workspace.asked().size();
    workspace.clock.advance(std::chrono::seconds{25});
    (void)workspace.sync();
    CHECK(workspace.asked().size() == asked); // nothing else was sent
    workspace.clock.advance(std::chrono::seconds{6});
    CHECK(workspace.sync().ok());
    CHECK(workspace.stored() == 1);
}

TEST_CASE("Slack 7: a token that was taken back ends the sign-in", "[slack]")
{
    Workspace workspace;
    workspace.tell({{"do", "revoke"}});
    const auto report = workspace.sync();
    REQUIRE(report.streams.front().error);
    CHECK(report.streams.front().error->code == Errc::AuthRevoked);
    for (const auto &entry : workspace.log()) {
        CHECK(entry["headers"]["authorization"] == "Bearer access-1");
        CHECK(Trial::query(entry, "token").empty()); // never in an address
    }
}

TEST_CASE("Slack 8: what joins and leaves is no message, what is escaped is read", "[slack]")
{
    Workspace workspace;
    const auto joined = workspace.say("<@U1> has joined the channel", {{"subtype", "channel_join"}});
    const auto message = workspace.say("R&amp;D &lt;3");
    CHECK(workspace.sync().ok());
    CHECK_FALSE(workspace.item(joined));
    CHECK(workspace.known(message).text == "R&D <3");
}

TEST_CASE("Slack 9: edits, deletions and thumbs name channel and time", "[slack]")
{
    Workspace workspace;
    const auto message = workspace.say("Bonjour");
    CHECK(workspace.sync().ok());
    const auto ours = workspace.act(OutboundKind::Reply, message, "Oui").parts.front().nativeId;
    CHECK(workspace.act(OutboundKind::Edit, ours, "Oui !").state == OutboundState::Sent);
    CHECK(workspace.tell({{"do", "state"}})[Workspace::timeOf(ours)]["text"] == "Oui !");
    CHECK(workspace.act(OutboundKind::Favourite, message).state == OutboundState::Sent);
    CHECK(workspace.act(OutboundKind::Delete, ours).state == OutboundState::Sent);
    CHECK_FALSE(workspace.tell({{"do", "state"}}).contains(Workspace::timeOf(ours)));
}

TEST_CASE("Slack 10: an edited message becomes a new version, and one with threads counts them", "[slack]")
{
    Workspace workspace;
    const auto message = workspace.say("Bonjour", {{"minutes_ago", 5}});
    workspace.say("Moi aussi", {{"thread", Workspace::timeOf(message)}, {"minutes_ago", 4}});
    CHECK(workspace.sync().ok());
    const auto counts = workspace.known(message).metrics;
    CHECK(std::find(counts.begin(), counts.end(), MetricValue{"replies", 1, ValueStatus::Ok}) != counts.end());
    workspace.tell({{"do", "reword"}, {"ts", Workspace::timeOf(message)}, {"text", "Bonjour \u00e0 tous"}});
    workspace.clock.advance(std::chrono::minutes{3});
    CHECK(workspace.sync().ok());
    CHECK(workspace.known(message).text == "Bonjour \u00e0 tous");
    CHECK(workspace.known(message).editedAt);
}
