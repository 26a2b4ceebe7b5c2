// SPDX-License-Identifier: GPL-3.0-or-later
// Reminders of promises: in opening hours only, unless a promise asks to be told at any time.
#include "app/deadlines.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/desk/sla.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::test;

namespace {

/// Monday 2 March 2026, 12:00 UTC; a message of that moment, and four open hours in Paris from nine to six: due at 17:00 there.
struct Promised {
    explicit Promised(bool anytime)
    {
        store.write([&](store::Tx &tx) -> Result<int> {
            desk::SlaSetup setup;
            setup.calendars.push_back(desk::usualCalendar("Europe/Paris"));
            setup.calendars.front().id = CalendarId{-1};
            setup.calendars.front().name = "Office";
            SlaPolicy policy;
            policy.id = SlaPolicyId{-1};
            policy.name = "Everybody";
            policy.calendar = CalendarId{-1};
            policy.first = 4 * 3600;
            policy.remindBefore = 1800;
            policy.remindAnytime = anytime;
            setup.policies.push_back(policy);
            VIGIE_CHECK(desk::SlaDesk(tx).apply(setup));
            Account account;
            account.connector = "mastodon";
            account.nativeId = "1";
            VIGIE_TRY(const auto ours, store::Accounts(tx).save(account));
            Item item;
            item.connector = "mastodon";
            item.nativeId = "a";
            item.text = "Bonjour";
            item.publishedAt = item.fetchedAt = tx.now();
            item.author.nativeId = "ana";
            const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, ours, "mention"));
            return 0;
        });
    }
    std::size_t after(std::chrono::minutes span)
    {
        store.clock.advance(span);
        return store.read([](store::Tx &tx) { return app::deadlineFindings(tx); }).size();
    }
    TempStore store;
};

} // namespace

TEST_CASE("a reminder comes half an hour before, stays while it is late, and waits for the morning", "[service]")
{
    Promised place(false);
    CHECK(place.after(std::chrono::minutes{0}) == 0);
    CHECK(place.after(std::chrono::minutes{209}) == 0); // 31 minutes left
    CHECK(place.after(std::chrono::minutes{2}) == 1);
    CHECK(place.after(std::chrono::minutes{60}) == 1);  // late, and open until six
    CHECK(place.after(std::chrono::minutes{60}) == 0);  // closed
    CHECK(place.after(std::chrono::hours{15}) == 1);    // the next morning
}

TEST_CASE("who asks to be told at any time is", "[service]")
{
    Promised place(true);
    CHECK(place.after(std::chrono::minutes{211}) == 1);
    CHECK(place.after(std::chrono::hours{4}) == 1); // in the evening
    CHECK(place.after(std::chrono::hours{48}) == 0); // late for days: it was told
}

TEST_CASE("a promise brings the rule that reminds of it, once", "[service]")
{
    Promised place(false);
    const auto rules = place.store.read([](store::Tx &tx) { return store::Alerts(tx).rules(); });
    CHECK(std::count_if(rules.begin(), rules.end(), [](const AlertRule &rule) { return rule.kind == AlertKind::Deadline && rule.on; }) == 1);
}
