// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/alerts.hpp>

#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

using namespace vigie;
using namespace std::chrono_literals;
using test::TempStore;

namespace {

/// One account whose stream was read up to now.
AccountId readAccount(TempStore &store)
{
    return store.write([](store::Tx &tx) -> Result<AccountId> {
        Account account;
        account.connector = "mastodon";
        account.instance = "https://social.example";
        account.nativeId = "1";
        account.handle = "brand@social.example";
        VIGIE_TRY(const auto id, store::Accounts(tx).save(account));
        VIGIE_CHECK(store::Sync(tx).addSeen({id, "home"}, tx.now() - 24h, tx.now()));
        return id;
    });
}

std::vector<Alert> alertsOf(TempStore &store)
{
    return store.read([](store::Tx &tx) { return store::Alerts(tx).list(true, 100); });
}

} // namespace

TEST_CASE("a silent source is one alert as long as it lasts, held in the night and told in the morning")
{
    TempStore store(parseRfc3339("2026-03-28T22:30:00Z").value()); // 23:30 in Paris, before the night in which clocks change
    const auto account = readAccount(store);
    store.write([](store::Tx &tx) -> Result<int> {
        insight::QuietHours night;
        night.on = true;
        VIGIE_CHECK(store::Settings(tx).set(app::kQuietHours.key, insight::toJson(night)));
        return 0;
    });
    const auto since = store.clock.now() - 9h;
    const app::SilenceOf silent = [&](store::Tx &tx, const Account &one, Instant) -> std::optional<app::Silence> {
        CHECK(one.id == account);
        return app::Silence{since, std::chrono::duration_cast<std::chrono::seconds>(tx.now() - since), 3h};
    };
    const auto round = [&] {
        const auto kept = app::judgeAlerts(*store, "Europe/Paris", silent);
        REQUIRE(kept);
        return *kept;
    };
    CHECK(round().rung == 1);
    auto alerts = alertsOf(store);
    REQUIRE(alerts.size() == 1);
    CHECK(alerts[0].found.kind == AlertKind::Silence);
    CHECK(alerts[0].found.account == account);
    CHECK(alerts[0].found.value == 9 * 3600);
    CHECK(alerts[0].found.high == 3 * 3600.0);
    CHECK(alerts[0].notice == AlertNotice::Held);
    // Seven in the morning of Paris comes an hour sooner that night: at 05:00 UTC.
    store.clock.set(parseRfc3339("2026-03-29T04:59:00Z").value());
    CHECK(round().grown == 1);
    CHECK(alertsOf(store)[0].notice == AlertNotice::Held);
    store.clock.set(parseRfc3339("2026-03-29T05:00:00Z").value());
    round();
    alerts = alertsOf(store);
    REQUIRE(alerts.size() == 1);
    CHECK(alerts[0].notice == AlertNotice::Digest);
}

TEST_CASE("a rule that is off is not judged")
{
    TempStore store;
    readAccount(store);
    store.write([](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto rules, store::Alerts(tx).rules());
        for (auto rule : rules) {
            rule.on = false;
            VIGIE_CHECK(store::Alerts(tx).save(rule));
        }
        return 0;
    });
    const auto kept = app::judgeAlerts(*store, "UTC", [](store::Tx &, const Account &, Instant now) { return std::optional(app::Silence{now - 9h, 9h, 3h}); });
    REQUIRE(kept);
    CHECK(kept->rung == 0);
}

TEST_CASE("a replay of the silent source tells past silences")
{
    TempStore store;
    readAccount(store);
    std::vector<store::AnalysedItem> items;
    int made = 0;
    for (auto at = store.clock.now() - 24h * 20; at < store.clock.now(); at += 1h) {
        const auto old = store.clock.now() - at;
        if (old <= 72h && old > 48h)
            continue; // a day without a word
        auto item = test::item("s" + std::to_string(++made), "hello", at);
        items.push_back(test::analysed(std::move(item)));
    }
    store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(store::Items(tx).store(items));
        return 0;
    });
    AlertRule rule;
    rule.kind = AlertKind::Silence;
    const auto now = store.clock.now();
    const auto found = store.read([&](store::Tx &tx) { return app::replayAlert(tx, rule, now - 24h * 7, now, "UTC"); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == Approx(25 * 3600).margin(3700));
    CHECK(found[0].high == Approx(3600).margin(700));
}
