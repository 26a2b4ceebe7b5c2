// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in through the browser, as far as an account that reads and writes, and every way in which it does not come
// to that. The network is the practice network; the browser follows the same redirects as a person's.
#include "unit/app/app_support.hpp"

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

/// Accounts of the workspace, and whether any secret was kept.
int accountCount(Desk &desk)
{
    return static_cast<int>(must(desk.workspace->store().readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); })).size());
}

/// Lets everything that is still under way come to its end, so that a second answer would be seen.
void letSettle(Desk &desk)
{
    must(desk.waitFor<app::Status>([&](std::function<void(Result<app::Status>)> done) { desk.workspace->status({}, desk.executor, std::move(done)); }));
    desk.executor.runPending();
}

} // namespace

TEST_CASE("sign-in: the browser comes back to the loopback listener and the account is there")
{
    Desk desk;
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    CHECK(journey.flow->url() == journey.url);
    CHECK(journey.url.rfind(desk.server->url() + "/oauth/authorize?", 0) == 0);
    CHECK(journey.param("response_type") == "code");
    CHECK(journey.param("code_challenge_method") == "S256");
    CHECK(journey.param("code_challenge").size() == 43);
    CHECK(journey.param("state").size() >= 16);
    CHECK(journey.param("redirect_uri").rfind("http://127.0.0.1:", 0) == 0);

    const auto shown = desk.visit(journey.url + "&auto=1"); // the person allows it
    REQUIRE(shown);
    CHECK(shown->status == 200);
    CHECK(shown->finalUrl.rfind(journey.param("redirect_uri"), 0) == 0);
    CHECK(shown->body.find("Signed in") != std::string::npos);
    REQUIRE(journey.untilAnswer(desk));
    const auto id = must(journey.answers.front());
    const auto account = desk.account(id);
    CHECK(account.state == AccountState::Active);
    CHECK(account.handle.rfind("dubreuil", 0) == 0);
    const auto credential = must(connect::credentialFrom(must(desk.secrets->get(account.secretKey()))));
    const auto &token = credential.access;
    CHECK(desk.statusOf(token) == 200);
    CHECK(must(desk.workspace->syncAndWait(id)).ok());
    // Token, client secret and verifier are in the secret store or gone, never beside the workspace.
    CHECK_FALSE(desk.anyFileHolds(std::string(token.reveal())));
    REQUIRE_FALSE(credential.field("client_secret").empty());
    CHECK_FALSE(desk.anyFileHolds(std::string(credential.field("client_secret").reveal())));
    CHECK(journey.answers.size() == 1);
    // The code is worth nothing a second time.
    desk.visit(shown->finalUrl);
    letSettle(desk);
    CHECK(journey.answers.size() == 1);
}

TEST_CASE("sign-in: a code that is copied by hand does the same")
{
    Desk desk;
    Journey journey;
    journey.start(desk, true);
    REQUIRE(journey.untilUrl(desk));
    CHECK(journey.param("redirect_uri") == "urn:ietf:wg:oauth:2.0:oob");
    const auto shown = desk.visit(journey.url + "&auto=1");
    REQUIRE(shown);
    const auto begin = shown->body.find("<code>") + 6;
    const auto code = shown->body.substr(begin, shown->body.find("</code>") - begin);
    journey.flow->giveCode("   "); // nothing pasted is not an answer
    journey.flow->giveCode("  " + code + "\n");
    REQUIRE(journey.untilAnswer(desk));
    CHECK(desk.account(must(journey.answers.front())).state == AccountState::Active);
    journey.flow->giveCode(code);
    letSettle(desk);
    CHECK(journey.answers.size() == 1);
}

TEST_CASE("sign-in: a wrong code is refused and nothing is added")
{
    Desk desk;
    Journey journey;
    journey.start(desk, true);
    REQUIRE(journey.untilUrl(desk));
    journey.flow->giveCode("not-the-code");
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.refusal() == Errc::InvalidInput);
    CHECK(accountCount(desk) == 0);
}

TEST_CASE("sign-in: another's redirect changes nothing, and the real one still arrives")
{
    Desk desk;
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    const auto callback = journey.param("redirect_uri");
    for (const auto &query : std::vector<std::string>{"?code=stolen&state=wrong", "?code=stolen", "?error=access_denied&state=wrong", "?state=" + journey.param("state")}) {
        INFO(query);
        const auto answer = desk.visit(callback + query);
        REQUIRE(answer);
        CHECK(answer->status >= 400);
    }
    letSettle(desk);
    CHECK(journey.answers.empty());
    desk.visit(journey.url + "&auto=1");
    REQUIRE(journey.untilAnswer(desk));
    must(journey.answers.front());
}

TEST_CASE("sign-in: a code with the right state that the network never gave is refused")
{
    Desk desk;
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    desk.visit(journey.param("redirect_uri") + "?code=made-up&state=" + journey.param("state"));
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.refusal() == Errc::InvalidInput);
    CHECK(accountCount(desk) == 0);
}

TEST_CASE("sign-in: the person says no")
{
    Desk desk;
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    const auto shown = desk.visit(journey.url + "&deny=1");
    REQUIRE(shown);
    CHECK(shown->body.find("not signed in") != std::string::npos);
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.refusal() == Errc::Forbidden);
    CHECK(accountCount(desk) == 0);
}

TEST_CASE("sign-in: nobody comes")
{
    Desk desk(300ms);
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.refusal() == Errc::Timeout);
    const auto late = desk.visit(journey.url + "&auto=1"); // the listener is gone: the browser finds nobody
    CHECK_FALSE(late);
    letSettle(desk);
    CHECK(journey.answers.size() == 1);
    CHECK(accountCount(desk) == 0);
}

TEST_CASE("sign-in: stopped in either way it answers Cancelled, once")
{
    const bool paste = GENERATE(false, true);
    Desk desk;
    Journey journey;
    journey.start(desk, paste);
    REQUIRE(journey.untilUrl(desk));
    journey.stop.request_stop();
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.refusal() == Errc::Cancelled);
    journey.flow->giveCode("late");
    letSettle(desk);
    CHECK(journey.answers.size() == 1);
    CHECK(accountCount(desk) == 0);
}

TEST_CASE("sign-in: a server that does not answer is said once, also when the wait is stopped after it")
{
    Desk desk;
    const auto wanted = desk.wanted();
    desk.server.reset();
    Journey journey;
    journey.start(desk, false, wanted);
    REQUIRE(journey.untilAnswer(desk));
    CHECK(journey.url.empty());
    CHECK(journey.refusal() == Errc::Network);
    journey.stop.request_stop();
    letSettle(desk);
    CHECK(journey.answers.size() == 1);
}

TEST_CASE("sign-in: a workspace that closes ends it, although the window still holds it")
{
    Desk desk;
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    const auto callback = journey.param("redirect_uri") + "?code=x&state=" + journey.param("state");
    desk.workspace.reset();
    desk.executor.runPending();
    CHECK(journey.refusal() == Errc::Cancelled);
    CHECK_FALSE(desk.visit(callback)); // nobody listens any more
    journey.flow->giveCode("late");
    desk.executor.runPending();
    CHECK(journey.answers.size() == 1);
}

TEST_CASE("sign-in: a private server needs the permission, and the error says so")
{
    Desk desk;
    app::AddAccount wanted = desk.wanted();
    wanted.instance = "http://0.0.0.0:" + std::to_string(must(net::parseUrl(desk.server->url())).port); // private, and the practice network answers there
    wanted.credential.access = Secret(desk.server->brandToken());
    const auto refused = desk.workspace->addAccountAndWait(wanted);
    REQUIRE_FALSE(refused);
    // Without the permission http is not kept either; with https typed out the address itself is what is refused.
    CHECK((refused.error().code == Errc::PolicyRefused));
    CHECK(refused.error().detail == net::kPrivateAddressRefused);
    wanted.allowPrivate = true;
    const auto id = must(desk.workspace->addAccountAndWait(wanted));
    const auto account = desk.account(id);
    CHECK(connect::allowsPrivateNetwork(account));
    CHECK(account.instance == wanted.instance);
    const auto report = must(desk.workspace->syncAndWait(id));
    for (const auto &stream : report.streams)
        CHECK_FALSE(stream.error);
    Journey journey;
    auto again = wanted;
    again.credential = {};
    journey.start(desk, true, again);
    CHECK(journey.untilUrl(desk)); // registering the application asks the private server, too
}
