// SPDX-License-Identifier: GPL-3.0-or-later
// Taking an account away takes its token away, here and at the network; where the network does not, that is said.
#include "unit/app/app_support.hpp"

using namespace vigie;
using namespace vigie::test;

namespace {

AccountId signedIn(Desk &desk)
{
    Journey journey;
    journey.start(desk, false);
    REQUIRE(journey.untilUrl(desk));
    REQUIRE(desk.visit(journey.url + "&auto=1"));
    REQUIRE(journey.untilAnswer(desk));
    return must(journey.answers.front());
}

void checkGone(Desk &desk, const Account &account)
{
    CHECK(desk.account(account.id).state == AccountState::Removed);
    CHECK(desk.secrets->get(account.secretKey()).error().code == Errc::NoSecret);
}

void breakRevoke(Desk &desk, practice::Fault fault)
{
    practice::FaultRule rule;
    rule.method = "POST";
    rule.pathPrefix = "/oauth/revoke";
    rule.times = -1;
    rule.fault = fault;
    desk.server->faults().add(rule);
}

} // namespace

TEST_CASE("removing an account revokes its token, and the network refuses it from then on")
{
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    const auto token = must(connect::credentialFrom(must(desk.secrets->get(account.secretKey())))).access;
    REQUIRE(desk.statusOf(token) == 200);
    const auto removal = must(desk.remove(account.id));
    CHECK(removal.revoked);
    CHECK_FALSE(removal.stillValid);
    CHECK(desk.statusOf(token) == 401);
    checkGone(desk, account);
}

TEST_CASE("a network that refuses to revoke does not keep the account, and the answer says where the token lives on")
{
    const auto fault = GENERATE(practice::Fault::Unauthorized, practice::Fault::ServerError, practice::Fault::CutBeforeRequest);
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    const auto token = must(connect::credentialFrom(must(desk.secrets->get(account.secretKey())))).access;
    breakRevoke(desk, fault);
    const auto removal = must(desk.remove(account.id));
    CHECK_FALSE(removal.revoked);
    REQUIRE(removal.stillValid);
    CHECK(removal.instance == desk.server->url());
    CHECK(removal.name == account.handle);
    CHECK(desk.statusOf(token) == 200); // as was said
    checkGone(desk, account);
}

TEST_CASE("offline the account is removed all the same, and the answer says so")
{
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    desk.server.reset();
    const auto removal = must(desk.remove(account.id));
    CHECK_FALSE(removal.revoked);
    REQUIRE(removal.stillValid);
    CHECK(removal.stillValid->code == Errc::Network);
    checkGone(desk, account);
}

TEST_CASE("a token that a person made on the server is theirs to revoke")
{
    Desk desk;
    auto wanted = desk.wanted();
    wanted.credential.access = Secret(desk.server->brandToken());
    const auto account = desk.account(must(desk.workspace->addAccountAndWait(wanted)));
    const auto removal = must(desk.remove(account.id));
    CHECK_FALSE(removal.revoked);
    REQUIRE(removal.stillValid);
    CHECK(removal.stillValid->code == Errc::Unsupported);
    checkGone(desk, account);
}

TEST_CASE("a token of one's own that replaces a sign-in does not keep the application of that sign-in")
{
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    auto wanted = desk.wanted();
    wanted.credential.access = Secret(desk.server->brandToken());
    REQUIRE(must(desk.workspace->addAccountAndWait(wanted)) == account.id);
    CHECK(must(connect::credentialFrom(must(desk.secrets->get(account.secretKey())))).field("client_id").empty());
}

TEST_CASE("signing in again takes the older token back once the new one is kept")
{
    Desk desk;
    const auto tokenOf = [&desk](const Account &account) { return must(connect::credentialFrom(must(desk.secrets->get(account.secretKey())))).access; };
    const auto account = desk.account(signedIn(desk));
    const auto older = tokenOf(account);
    REQUIRE(desk.statusOf(older) == 200);
    SECTION("by the browser")
    {
        REQUIRE(signedIn(desk) == account.id);
        const auto fresh = tokenOf(account);
        REQUIRE(fresh.reveal() != older.reveal());
        CHECK(desk.executor.runUntil([&] { return desk.statusOf(older) == 401; }, kPatience));
        CHECK(desk.statusOf(fresh) == 200);
    }
    SECTION("a network that does not answer keeps nobody from signing in")
    {
        breakRevoke(desk, practice::Fault::ServerError);
        REQUIRE(signedIn(desk) == account.id);
        CHECK(desk.statusOf(tokenOf(account)) == 200);
        CHECK(desk.account(account.id).state == AccountState::Active);
    }
}

TEST_CASE("the token of the same sign-in, kept once more, is left alone")
{
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    const auto kept = must(connect::credentialFrom(must(desk.secrets->get(account.secretKey()))));
    auto wanted = desk.wanted();
    wanted.credential = kept; // the same sign-in once more
    REQUIRE(must(desk.workspace->addAccountAndWait(wanted)) == account.id);
    // Whatever the account's worker had to do in the background is done when it answers this.
    must(desk.waitFor<connect::WhoAmI>([&](std::function<void(Result<connect::WhoAmI>)> done) { desk.workspace->testAccount(account.id, {}, desk.executor, std::move(done)); }));
    CHECK(desk.statusOf(kept.access) == 200);
}

TEST_CASE("a token that the network withdrew already is not said to live on")
{
    Desk desk;
    const auto account = desk.account(signedIn(desk));
    must(desk.workspace->store().writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Accounts(tx).setState(account.id, AccountState::ReconnectNeeded));
        return true;
    }));
    breakRevoke(desk, practice::Fault::Unauthorized);
    const auto removal = must(desk.remove(account.id));
    CHECK_FALSE(removal.stillValid);
    checkGone(desk, account);
}
