// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/alerts.hpp>

#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace std::chrono_literals;
using test::TempStore;

namespace {

Alert alertOf(AlertRuleId rule, Instant at)
{
    Alert alert;
    alert.rule = rule;
    alert.found.cause = "volume";
    alert.found.from = at - 1h;
    alert.found.to = at;
    alert.found.value = 412;
    alert.found.low = 35;
    alert.found.high = 60;
    alert.found.items = {ItemId{9}, ItemId{7}};
    alert.firstAt = alert.lastAt = at;
    alert.first = alert.peak = 412;
    return alert;
}

} // namespace

TEST_CASE("a workspace begins with the rules that everybody wants")
{
    TempStore store;
    const auto rules = store.read([](store::Tx &tx) { return store::Alerts(tx).rules(); });
    REQUIRE(rules.size() == 6);
    for (const auto &rule : rules) {
        CHECK(rule.on);
        CHECK_FALSE(rule.query);
        CHECK(rule.breaksThrough == (rule.kind == AlertKind::Crisis));
    }
}

TEST_CASE("rules and alerts come back as they were kept")
{
    TempStore store;
    AlertRule rule;
    rule.name = "Recall";
    rule.kind = AlertKind::Vip;
    rule.query = QueryId{3};
    rule.sensitivity = AlertSensitivity::Keen;
    rule.followers = 1234;
    rule.people = "@ada, bob";
    rule.on = false;
    rule.breaksThrough = true;
    rule.mutedUntil = store.clock.now() + 2h;
    const auto id = store.write([&](store::Tx &tx) { return store::Alerts(tx).save(rule); });
    const auto read = store.read([&](store::Tx &tx) { return store::Alerts(tx).rule(id); });
    CHECK(read.name == "Recall");
    CHECK(read.kind == AlertKind::Vip);
    CHECK(read.query == QueryId{3});
    CHECK(read.sensitivity == AlertSensitivity::Keen);
    CHECK(read.followers == 1234);
    CHECK(read.people == "@ada, bob");
    CHECK_FALSE(read.on);
    CHECK(read.breaksThrough);
    CHECK(read.mutedUntil == rule.mutedUntil);
    CHECK(read.createdAt == store.clock.now());

    const auto at = store.clock.now();
    const auto alert = store.write([&](store::Tx &tx) { return store::Alerts(tx).add(alertOf(id, at)); });
    auto kept = store.read([&](store::Tx &tx) { return store::Alerts(tx).get(alert); });
    CHECK(kept.found.value == 412);
    CHECK(kept.found.low == 35.0);
    CHECK(kept.found.items == std::vector<ItemId>{ItemId{9}, ItemId{7}});
    CHECK(kept.state == AlertState::New);
    kept.found.items = {ItemId{11}};
    kept.peak = 500;
    store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(store::Alerts(tx).update(kept));
        return 0;
    });
    kept = store.read([&](store::Tx &tx) { return store::Alerts(tx).get(alert); });
    CHECK(kept.peak == 500);
    CHECK(kept.found.items == std::vector<ItemId>{ItemId{11}, ItemId{9}, ItemId{7}}); // evidence is added, never taken away
    CHECK(store.read([&](store::Tx &tx) { return store::Alerts(tx).knows(id, ItemId{7}); }));
    CHECK_FALSE(store.read([&](store::Tx &tx) { return store::Alerts(tx).knows(AlertRuleId{1}, ItemId{7}); }));
    CHECK(store.read([&](store::Tx &tx) { return store::Alerts(tx).lasting(id, "volume", at - 1h); }));
    CHECK_FALSE(store.read([&](store::Tx &tx) { return store::Alerts(tx).lasting(id, "volume", at + 1h); }));
    CHECK_FALSE(store.read([&](store::Tx &tx) { return store::Alerts(tx).lasting(id, "tone", at - 1h); }));
}

TEST_CASE("what a person does to alerts and rules can be undone, and not over what changed since")
{
    TempStore store;
    const auto rule = AlertRuleId{1};
    const auto alert = store.write([&](store::Tx &tx) { return store::Alerts(tx).add(alertOf(rule, tx.now())); });
    const auto state = [&] { return store.read([&](store::Tx &tx) { return store::Alerts(tx).get(alert); }).state; };
    const auto openCount = [&] { return store.read([](store::Tx &tx) { return store::Alerts(tx).openCount(); }); };
    const auto act = [&](const char *action, auto change) {
        store.write([&](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(action));
            VIGIE_CHECK(change(store::Alerts(tx)));
            return 0;
        });
    };
    const auto undo = [&] { return store.write([](store::Tx &tx) { return store::Tickets(tx).undoLast(); }); };
    act("alert", [&](store::Alerts alerts) { return alerts.setState(alert, AlertState::Done); });
    CHECK(state() == AlertState::Done);
    CHECK(openCount() == 0);
    CHECK(undo().action == "alert");
    CHECK(state() == AlertState::New);
    CHECK(openCount() == 1);

    const auto until = store.clock.now() + 1h;
    const auto snoozed = [&] { return store.read([&](store::Tx &tx) { return store::Alerts(tx).get(alert); }).snoozedUntil; };
    act("alert", [&](store::Alerts alerts) { return alerts.snooze(alert, until); });
    CHECK(snoozed() == until);
    CHECK(state() == AlertState::Seen);
    CHECK(store.read([](store::Tx &tx) { return store::Alerts(tx).list(false, 10); }).empty());
    CHECK(store.read([](store::Tx &tx) { return store::Alerts(tx).list(true, 10); }).size() == 1);
    undo();
    CHECK_FALSE(snoozed());
    CHECK(state() == AlertState::New);

    act("rule", [&](store::Alerts alerts) { return alerts.remove(rule); });
    CHECK(openCount() == 0); // it is not shown without its rule
    undo();
    CHECK(openCount() == 1);
    const auto back = store.read([&](store::Tx &tx) { return store::Alerts(tx).rule(rule); });
    CHECK(back.kind == AlertKind::Volume);

    act("rule", [&](store::Alerts alerts) {
        auto changed = back;
        changed.on = false;
        return alerts.save(changed);
    });
    store.write([&](store::Tx &tx) {
        auto later = back;
        later.name = "another hand";
        return store::Alerts(tx).save(later);
    });
    const auto refused = store->writeNow<store::ChangeSet>([](store::Tx &tx) { return store::Tickets(tx).undoLast(); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Conflict);
}
