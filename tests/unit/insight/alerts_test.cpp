// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/alerts.hpp>

#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace std::chrono_literals;
using test::TempStore;

namespace {

constexpr int kDays = 21;

/// Three weeks of a brand that is named every ten minutes by day and every hour at night, a fifth of it unkindly.
struct House {
    TempStore store{parseRfc3339("2026-03-23T11:00:00Z").value()}; // a Monday
    QueryId brand;
    int made = 0;

    House()
    {
        brand = store.write([](store::Tx &tx) {
            SavedQuery query;
            query.name = "Brand";
            query.source = "brand";
            query.role = QueryRole::Brand;
            return store::Queries(tx).save(query);
        });
        std::vector<store::AnalysedItem> items;
        const auto begin = store.clock.now() - 24h * kDays;
        for (auto at = begin; at < store.clock.now() - 1h; at += 10min) {
            const auto hour = std::chrono::duration_cast<std::chrono::hours>(at.time_since_epoch()).count() % 24;
            const bool day = hour >= 7 && hour < 22;
            if (day || at.time_since_epoch() % 60min < 10min)
                items.push_back(mention(at, made % 5 == 0 ? -1 : 0));
        }
        keep(std::move(items));
    }

    store::AnalysedItem mention(Instant at, int label, double followers = 50)
    {
        auto item = test::toned(test::item("n" + std::to_string(++made), "the brand again", at), label);
        item.fetchedAt = at;
        item = test::byAuthor(std::move(item), "m" + std::to_string(made % 300), "person" + std::to_string(made % 300) + "@social.example");
        item.author.metrics.push_back({"followers", followers, ValueStatus::Ok});
        return test::analysed(std::move(item));
    }
    void keep(std::vector<store::AnalysedItem> items)
    {
        store.write([&](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Items(tx).store(items));
            return 0;
        });
    }
    void burst(Instant from, Micros every, int count, int label)
    {
        std::vector<store::AnalysedItem> items;
        for (int i = 0; i < count; ++i)
            items.push_back(mention(from + every * i, label));
        keep(std::move(items));
    }
    AlertRule rule(AlertKind kind)
    {
        for (const auto &one : store.read([](store::Tx &tx) { return store::Alerts(tx).rules(); }))
            if (one.kind == kind)
                return one;
        AlertRule made_;
        made_.kind = kind;
        made_.id = store.write([&](store::Tx &tx) { return store::Alerts(tx).save(made_); });
        made_.createdAt = store.clock.now();
        return made_;
    }
    std::vector<AlertFinding> judge(const AlertRule &rule)
    {
        return store.read([&](store::Tx &tx) { return AlertJudge(tx, "UTC").judge(rule, tx.now()); });
    }
    AlertsKept round(const AlertRule &rule, bool quiet = false)
    {
        const auto found = judge(rule);
        return store.write([&](store::Tx &tx) { return keepFindings(tx, rule, found, quiet); });
    }
    std::vector<Alert> alerts()
    {
        return store.read([](store::Tx &tx) { return store::Alerts(tx).list(true, 100); });
    }
};

Result<AccountId> addAccount(store::Tx &tx)
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "1";
    return store::Accounts(tx).save(account);
}

} // namespace

TEST_CASE("a rush of mentions is one alert that grows and says what is usual")
{
    House house;
    const auto rule = house.rule(AlertKind::Volume);
    CHECK(house.judge(rule).empty());
    house.burst(house.store.clock.now() - 20min, 20s, 55, 0);
    const auto found = house.judge(rule);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rings);
    CHECK(found[0].query == house.brand);
    CHECK(found[0].value >= 50);
    REQUIRE(found[0].high);
    CHECK(*found[0].high >= 5);
    CHECK(*found[0].high <= 7); // six an hour by day
    CHECK(found[0].items.size() == 50);
    CHECK(house.round(rule).rung == 1);
    CHECK(house.round(rule).rung == 0);
    house.store.clock.advance(30min);
    house.burst(house.store.clock.now() - 25min, 5s, 280, 0);
    CHECK(house.round(rule).grown == 1);
    const auto alerts = house.alerts();
    REQUIRE(alerts.size() == 1);
    CHECK(alerts[0].peak >= 280);
    CHECK(alerts[0].first <= 60);
    CHECK(alerts[0].found.items.size() > 50);
    CHECK(*alerts[0].found.high <= 7);
}

TEST_CASE("mentions that a backfill brings for yesterday call nobody, and a replay still finds them")
{
    House house;
    const auto rule = house.rule(AlertKind::Volume);
    house.burst(house.store.clock.now() - 20h, 10s, 200, 0);
    CHECK(house.round(rule).rung == 0);
    const auto now = house.store.clock.now();
    const auto rings = house.store.read([&](store::Tx &tx) { return AlertJudge(tx, "UTC").replay(rule, now - 48h, now); });
    REQUIRE(rings.size() == 1);
    CHECK(rings[0].from >= now - 21h);
    CHECK(rings[0].to <= now - 19h);
}

TEST_CASE("a larger negative share is a tone alert, and with a rush a crisis")
{
    House house;
    const auto tone = house.rule(AlertKind::Tone), crisis = house.rule(AlertKind::Crisis);
    CHECK(house.judge(tone).empty());
    CHECK(house.judge(crisis).empty());
    house.burst(house.store.clock.now() - 20min, 15s, 60, -1);
    const auto unkind = house.judge(tone);
    REQUIRE(unkind.size() == 1);
    CHECK(unkind[0].value > 0.6);
    CHECK(*unkind[0].high < 0.4);
    for (const auto item : unkind[0].items)
        CHECK(house.store.read([&](store::Tx &tx) { return store::Items(tx).get(item); })->toneLabel < 0);
    const auto both = house.judge(crisis);
    REQUIRE(both.size() == 1);
    CHECK(both[0].kind == AlertKind::Crisis);
    House calm;
    calm.burst(calm.store.clock.now() - 20min, 15s, 60, 1); // a rush of praise
    CHECK(calm.judge(calm.rule(AlertKind::Crisis)).empty());
}

TEST_CASE("people with an audience and people on the list are told once each")
{
    House house;
    auto rule = house.rule(AlertKind::Vip);
    rule.people = "@someone";
    std::vector<store::AnalysedItem> items;
    auto known = test::byAuthor(test::item("k1", "the brand", house.store.clock.now() - 5min), "k", "someone@social.example");
    items.push_back(test::analysed(known));
    items.push_back(house.mention(house.store.clock.now() - 4min, 0, 80'000));
    auto stale = test::byAuthor(test::item("k2", "the brand", house.store.clock.now() - 9h), "k", "someone@social.example");
    items.push_back(test::analysed(stale));
    house.keep(std::move(items));
    const auto found = house.judge(rule);
    REQUIRE(found.size() == 2);
    CHECK(house.round(rule).rung == 2);
    CHECK(house.judge(rule).empty());
    const auto alerts = house.alerts();
    CHECK(std::any_of(alerts.begin(), alerts.end(), [](const Alert &one) { return one.found.subject == "someone@social.example" && one.found.value < 0; }));
}

TEST_CASE("a query that was silent rings at its first hit, a talkative one does not")
{
    House house;
    auto rule = house.rule(AlertKind::Keyword);
    rule.createdAt = {};
    CHECK(house.judge(rule).empty()); // the brand is named all the time
    rule.query = house.store.write([](store::Tx &tx) {
        SavedQuery query;
        query.name = "Recall";
        query.source = "recall";
        return store::Queries(tx).save(query);
    });
    CHECK(house.judge(rule).empty());
    auto hit = test::item("r1", "a recall, they say", house.store.clock.now() - 2min);
    house.keep({test::analysed(hit)});
    const auto found = house.judge(rule);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == 1);
    CHECK(*found[0].high >= 20 * 24 * 3600.0);
    CHECK(house.round(rule).rung == 1);
    CHECK(house.round(rule).rung == 0);
}

TEST_CASE("more conversations than usual at this hour wait for a first answer")
{
    House house;
    const auto rule = house.rule(AlertKind::Unread);
    const auto now = house.store.clock.now();
    const auto ask = [&](Instant at, std::optional<Instant> answered) {
        house.store.write([&](store::Tx &tx) -> Result<TicketId> {
            Ticket ticket;
            ticket.root = ticket.latest = ItemId{house.made++};
            ticket.createdAt = ticket.changedAt = at;
            ticket.firstInboundAt = at;
            ticket.firstReplyAt = answered;
            return store::Tickets(tx).save(ticket, "intake");
        });
    };
    for (int day = 1; day < kDays; ++day) // every day at this hour two or three wait
        for (int i = 0; i < 2 + day % 2; ++i)
            ask(now - 24h * day - 2h, now - 24h * day + 1h);
    for (int i = 0; i < 3; ++i)
        ask(now - 1h, std::nullopt);
    CHECK(house.judge(rule).empty());
    for (int i = 0; i < 12; ++i)
        ask(now - 10min, std::nullopt);
    const auto found = house.judge(rule);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == 15);
    CHECK(*found[0].high == Approx(2.8)); // three Mondays: none yet, two, three
    CHECK(found[0].items.size() == 15);
    const auto rings = house.store.read([&](store::Tx &tx) { return AlertJudge(tx, "UTC").replay(rule, now - 72h, now + 1h); });
    CHECK(rings.size() == 1);
    // An account that came two days ago: what waited before it is not the usual of what is read now.
    house.store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto id, addAccount(tx));
        VIGIE_CHECK(store::Sync(tx).addSeen({id, "home"}, now - 48h, now));
        return 0;
    });
    CHECK(house.judge(rule).empty());
}

TEST_CASE("a gap is neither silence nor part of what is usual")
{
    House house;
    const auto now = house.store.clock.now();
    house.store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto id, addAccount(tx));
        VIGIE_CHECK(store::Sync(tx).addGap({id, "home"}, now - 30min, now + 1h, "server-cap"));
        return 0;
    });
    house.burst(now - 20min, 20s, 55, 0);
    CHECK(house.judge(house.rule(AlertKind::Volume)).empty()); // half of it may be missing: nothing is said of it
}

TEST_CASE("quiet hours follow the clock on the wall, over nights, days and its changes")
{
    const auto at = [](const char *text) { return parseRfc3339(text).value(); };
    QuietHours night;
    CHECK_FALSE(isQuiet(night, at("2026-03-23T23:00:00Z"), "UTC")); // off
    night.on = true;
    CHECK(isQuiet(night, at("2026-03-23T22:00:00Z"), "UTC"));
    CHECK(isQuiet(night, at("2026-03-24T06:59:59Z"), "UTC"));
    CHECK_FALSE(isQuiet(night, at("2026-03-24T07:00:00Z"), "UTC"));
    // Paris, the night of 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC; the morning ends at 05:00 UTC instead of 06:00.
    CHECK(isQuiet(night, at("2026-03-28T05:30:00Z"), "Europe/Paris"));
    CHECK(isQuiet(night, at("2026-03-29T04:59:00Z"), "Europe/Paris"));
    CHECK_FALSE(isQuiet(night, at("2026-03-29T05:00:00Z"), "Europe/Paris"));
    // Only nights that begin on a weekday: Friday's goes on into Saturday, Saturday's is loud.
    night.days = 0b0111110;
    CHECK(isQuiet(night, at("2026-03-28T03:00:00Z"), "UTC"));
    CHECK_FALSE(isQuiet(night, at("2026-03-28T23:00:00Z"), "UTC"));
    CHECK_FALSE(isQuiet(night, at("2026-03-29T03:00:00Z"), "UTC"));
    CHECK_FALSE(isQuiet(night, at("2026-03-23T03:00:00Z"), "UTC")); // Monday's night begins on Monday
    CHECK(quietHoursFrom(toJson(night)) == night);
    CHECK_FALSE(quietHoursFrom("[nonsense").on);
    CHECK(quietHoursFrom("{\"on\":true,\"from\":99999}").from == 24 * 60 - 1);
}

TEST_CASE("what rings in quiet hours is held, and becomes a digest; what breaks through is told")
{
    House house;
    auto rule = house.rule(AlertKind::Volume);
    house.burst(house.store.clock.now() - 20min, 20s, 55, 0);
    CHECK(house.round(rule, true).rung == 1);
    CHECK(house.alerts()[0].notice == AlertNotice::Held);
    CHECK(house.store.write([](store::Tx &tx) { return releaseHeld(tx); }) == 1);
    CHECK(house.alerts()[0].notice == AlertNotice::Digest);
    auto loud = house.rule(AlertKind::Tone);
    loud.breaksThrough = true;
    house.burst(house.store.clock.now() - 10min, 5s, 80, -1);
    CHECK(house.round(loud, true).rung == 1);
    CHECK(house.alerts()[0].notice == AlertNotice::Now);
}

TEST_CASE("a muted rule begins no alert; a closed one stays closed until it doubles")
{
    House house;
    auto rule = house.rule(AlertKind::Volume);
    house.burst(house.store.clock.now() - 20min, 20s, 55, 0);
    rule.mutedUntil = house.store.clock.now() + 1h;
    CHECK(house.round(rule).rung == 0);
    CHECK(house.alerts().empty());
    rule.mutedUntil.reset();
    CHECK(house.round(rule).rung == 1);
    const auto id = house.alerts()[0].id;
    house.store.write([&](store::Tx &tx) { return store::Alerts(tx).setState(id, AlertState::Done); });
    house.store.clock.advance(10min);
    house.burst(house.store.clock.now() - 9min, 30s, 10, 0);
    house.round(rule);
    CHECK(house.alerts()[0].state == AlertState::Done);
    CHECK(house.alerts().size() == 1);
}

TEST_CASE("an alert that was put off grows in silence, and is new again at its time")
{
    House house;
    auto rule = house.rule(AlertKind::Volume);
    house.burst(house.store.clock.now() - 20min, 20s, 55, 0);
    CHECK(house.round(rule).rung == 1);
    const auto id = house.alerts()[0].id;
    const auto until = house.store.clock.now() + 30min;
    house.store.write([&](store::Tx &tx) { return store::Alerts(tx).snooze(id, until); });
    const auto shown = [&] { return house.store.read([](store::Tx &tx) { return store::Alerts(tx).list(false, 10); }).size(); };
    CHECK(shown() == 0);
    house.store.clock.advance(10min);
    house.burst(house.store.clock.now() - 9min, 2s, 200, 0); // far more than double
    CHECK(house.round(rule).grown == 1);
    CHECK(house.alerts()[0].state == AlertState::Seen);
    CHECK(house.store.write([](store::Tx &tx) { return wakeSnoozed(tx, false); }) == 0);
    house.store.clock.advance(21min);
    CHECK(house.store.write([](store::Tx &tx) { return wakeSnoozed(tx, false); }) == 1);
    const auto back = house.alerts()[0];
    CHECK(back.state == AlertState::New);
    CHECK(back.notice == AlertNotice::Now);
    CHECK_FALSE(back.snoozedUntil);
    CHECK(shown() == 1);
    house.store.write([&](store::Tx &tx) { return store::Alerts(tx).snooze(id, tx.now()); });
    CHECK(house.store.write([](store::Tx &tx) { return wakeSnoozed(tx, true); }) == 1);
    CHECK(house.alerts()[0].notice == AlertNotice::Held); // it came back in quiet hours
}
