// SPDX-License-Identifier: GPL-3.0-or-later
// How an account is: silence against a source's own rhythm, causes and notices, how long a sign-in lives, what can be done.
#include "unit/app/app_support.hpp"

#include <vigie/app/health.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/sync.hpp>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

const Instant kMonday{std::chrono::seconds{1772409600}}; // 2026-03-02 00:00 UTC

/// Stretches in which somebody wrote: hours after kMonday.
std::vector<Instant> at(std::initializer_list<int> hours)
{
    std::vector<Instant> slots;
    for (const int hour : hours)
        slots.push_back(kMonday + std::chrono::hours(hour));
    return slots;
}

/// Ten mentions each working day between 8 and 18 h, for so many weeks.
std::vector<Instant> officeHours(int weeks)
{
    std::vector<Instant> slots;
    for (int day = 0; day < weeks * 7; ++day)
        for (int hour = 8; day % 7 < 5 && hour < 18; ++hour)
            slots.push_back(kMonday + std::chrono::hours(day * 24 + hour));
    return slots;
}

Error error(Errc code, int status = 0)
{
    return Error{code, "as the test says", status, {}, {}};
}

SyncCursor stream(const std::string &name, std::optional<Error> failed, std::optional<Instant> ok = {})
{
    SyncCursor cursor;
    cursor.key = {AccountId{1}, name};
    cursor.lastError = std::move(failed);
    cursor.lastOkAt = ok;
    return cursor;
}

} // namespace

TEST_CASE("silence: nights and weekends are usual, a Tuesday without a word is not", "[health]")
{
    const auto slots = officeHours(4); // the last mention: Friday 17 h
    const auto friday = slots.back();
    CHECK_FALSE(app::silenceOf(slots, friday + 15h));
    CHECK_FALSE(app::silenceOf(slots, friday + 63h));  // Monday 8 h: as every week
    CHECK_FALSE(app::silenceOf(slots, friday + 94h));  // one and a half weekends
    const auto told = app::silenceOf(slots, friday + 95h);
    REQUIRE(told);
    CHECK(told->lastItem == friday);
    CHECK(told->usual == 63h);
    CHECK(told->quiet == 95h);
}

TEST_CASE("silence: one hole of the past does not blind the alarm, two are a habit", "[health]")
{
    const auto once = at({0, 1, 2, 3, 4, 5, 6, 306, 307, 308, 309});
    CHECK(app::silenceOf(once, once.back() + 7h));
    const auto twice = at({0, 1, 2, 3, 4, 5, 6, 306, 606, 607, 608});
    CHECK_FALSE(app::silenceOf(twice, twice.back() + 449h));
    CHECK(app::silenceOf(twice, twice.back() + 451h));
}

TEST_CASE("silence: never before six hours, never of a source that is hardly known, never of what was not read", "[health]")
{
    const auto busy = at({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    CHECK_FALSE(app::silenceOf(busy, busy.back() + 6h));
    CHECK(app::silenceOf(busy, busy.back() + 6h + 1s));
    const auto eight = at({0, 1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(app::silenceOf(eight, eight.back() + 24h));
    const auto seven = at({0, 1, 2, 3, 4, 5, 6, 7});
    CHECK_FALSE(app::silenceOf(seven, seven.back() + 24h * 30));
    CHECK_FALSE(app::silenceOf({}, kMonday));
    CHECK_FALSE(app::silenceOf(busy, busy.back() - 1h)); // read up to before the newest: says nothing
    // Pauses older than eight weeks count no more: what was left of the source is too little.
    auto old = at({-2000, -1999, -1998, -1997, -1996, -1995, -1994, -1993, -1992, 0});
    CHECK_FALSE(app::silenceOf(old, old.back() + 24h * 30));
}

TEST_CASE("causes: ten streams with one reason are one cause, and the account's own is not told twice", "[health]")
{
    std::vector<SyncCursor> streams;
    for (int i = 0; i < 10; ++i)
        streams.push_back(stream("tag:" + std::to_string(i), error(Errc::Server, 503), kMonday + std::chrono::minutes(i)));
    streams.push_back(stream("own", std::nullopt, kMonday));
    auto causes = app::causesOf(streams, error(Errc::Server, 503));
    REQUIRE(causes.size() == 1);
    CHECK(causes.front().streams.size() == 10);
    CHECK(causes.front().since == kMonday); // since when not all of them go well
    streams.push_back(stream("search", error(Errc::ScopeMissing, 403)));
    streams.push_back(stream("stopped", error(Errc::Cancelled)));
    causes = app::causesOf(streams, error(Errc::NoSecret));
    REQUIRE(causes.size() == 3);
    CHECK(causes[1].streams == std::vector<std::string>{"search"});
    CHECK_FALSE(causes[1].since); // never went well
    CHECK(causes[2].error.code == Errc::NoSecret);
    CHECK(causes[2].streams.empty());
    CHECK(app::causesOf({}, std::nullopt).empty());
}

TEST_CASE("notices: no network is one line for all, a server that is down one for those who live there", "[health]")
{
    const auto trouble = [](std::int64_t id, const std::string &instance, Errc code, int status = 0, std::size_t streams = 2) {
        return app::Troubled{AccountId{id}, instance, {{error(code, status), std::vector<std::string>(streams, "x"), {}}}};
    };
    const std::vector<app::Troubled> offline{trouble(1, "a", Errc::Network), trouble(2, "b", Errc::Network), trouble(3, "c", Errc::Network, 0, 0)};
    auto notices = app::noticesOf(offline);
    REQUIRE(notices.size() == 1);
    CHECK(notices.front().accounts.size() == 3);
    CHECK(notices.front().streams == 5);
    const std::vector<app::Troubled> mixed{trouble(1, "a", Errc::Server, 503), trouble(2, "a", Errc::Server, 503), trouble(3, "b", Errc::Server, 503),
                                           trouble(4, "a", Errc::AuthRevoked, 401), trouble(5, "a", Errc::AuthRevoked, 401)};
    notices = app::noticesOf(mixed);
    REQUIRE(notices.size() == 4); // two servers, and each account signs in for itself
    CHECK(notices[0].accounts == std::vector<AccountId>{AccountId{1}, AccountId{2}});
    CHECK(notices[1].accounts == std::vector<AccountId>{AccountId{3}});
    CHECK(app::noticesOf({}).empty());
}

TEST_CASE("sign-in life: by what the network tells of access and renewal", "[health]")
{
    using app::SignInLife;
    Account account;
    CHECK(app::signInLife(false, account, false, kMonday) == SignInLife::None);
    CHECK(app::signInLife(true, account, false, kMonday) == SignInLife::Lasting);
    account.session.expiresAt = kMonday + 2h;
    CHECK(app::signInLife(true, account, true, kMonday) == SignInLife::Renewed);
    CHECK(app::signInLife(true, account, false, kMonday) == SignInLife::EndsSoon);
    account.session.refreshableUntil = kMonday + 24h * 60;
    CHECK(app::signInLife(true, account, true, kMonday) == SignInLife::Renewed);
    CHECK(app::signInLife(true, account, true, kMonday + 24h * 53 + 1s) == SignInLife::EndsSoon);
    CHECK(app::signInLife(true, account, true, kMonday + 24h * 60) == SignInLife::Ended);
    account.session = {};
    account.state = AccountState::ReconnectNeeded;
    CHECK(app::signInLife(true, account, true, kMonday) == SignInLife::Ended);
}

TEST_CASE("abilities: all of them, the offered ones first, with how each was tried", "[health]")
{
    connect::Descriptor network;
    network.capabilities.set(Capability::Inbox).set(Capability::Reply, CapabilityReason::OneReplyOnly).set(Capability::Publish);
    network.verification = connect::Verification::Schema;
    network.verified = {{Capability::Reply, connect::Verification::RealServer}};
    auto all = app::abilitiesOf(network);
    REQUIRE(all.size() == kCapabilityCount);
    CHECK((all[0].what == Capability::Inbox && all[0].offered && all[0].tried == connect::Verification::Schema));
    CHECK((all[1].what == Capability::Reply && all[1].offered && all[1].why == CapabilityReason::OneReplyOnly && all[1].tried == connect::Verification::RealServer));
    CHECK(all[2].what == Capability::Publish);
    CHECK_FALSE(all[3].offered);
    // An account that may not publish says so, and why.
    Account account;
    account.capabilities.set(Capability::Inbox).set(Capability::Publish, CapabilityReason::ScopeMissing);
    all = app::abilitiesOf(network, &account);
    CHECK(all[0].what == Capability::Inbox);
    CHECK_FALSE(all[1].offered);
    for (const auto &one : all)
        if (one.what == Capability::Publish)
            CHECK(one.why == CapabilityReason::ScopeMissing);
}

TEST_CASE("abilities: planned posts are sent by Vigie itself, and nothing else is promised", "[health]")
{
    connect::Descriptor network;
    network.capabilities.set(Capability::Publish).set(Capability::ServerSchedule);
    for (const auto &one : app::abilitiesOf(network)) {
        CHECK(one.offered == (one.what == Capability::Publish));
        if (one.what == Capability::ServerSchedule)
            CHECK(one.why == CapabilityReason::NotImplemented);
    }
}

TEST_CASE("status: an account that was read tells lag, calls and no trouble", "[health]")
{
    Desk desk;
    Journey journey;
    journey.start(desk, true);
    REQUIRE(journey.untilUrl(desk));
    const auto shown = desk.visit(journey.url + "&auto=1");
    REQUIRE(shown);
    const auto begin = shown->body.find("<code>") + 6;
    journey.flow->giveCode(shown->body.substr(begin, shown->body.find("</code>") - begin));
    REQUIRE(journey.untilAnswer(desk));
    const auto id = must(journey.answers.front());
    REQUIRE(must(desk.workspace->syncAndWait(id)).ok());
    auto status = must(desk.workspace->statusNow());
    REQUIRE(status.accounts.size() == 1);
    const auto &health = status.accounts.front().health;
    CHECK(health.life == app::SignInLife::Lasting);
    REQUIRE(health.lag);
    CHECK(*health.lag < 60s);
    REQUIRE_FALSE(health.allowances.empty());
    const auto &general = health.allowances.front();
    CHECK(general.name.empty());
    REQUIRE(general.left);
    REQUIRE(general.limit);
    CHECK(*general.left < *general.limit);
    CHECK(general.renewsAt);
    CHECK(health.causes.empty());
    CHECK(status.notices.empty());
    // The server fails for every stream: one notice.
    desk.server->faults().add({"GET", "/api/v1", 0, -1, practice::Fault::Unavailable, {}});
    (void)desk.workspace->syncAndWait(id);
    status = must(desk.workspace->statusNow());
    CHECK(status.notices.size() == 1);
    CHECK(status.accounts.front().health.causes.size() == 1);
}
