// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/top_members.hpp>

#include <algorithm>
#include <map>
#include <thread>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02

std::vector<std::array<std::int64_t, 5>> plain(const std::vector<DayCell> &cells)
{
    std::vector<std::array<std::int64_t, 5>> out;
    for (const auto &cell : cells)
        out.push_back({cell.day, cell.positive, cell.neutral, cell.negative, cell.relays});
    return out;
}
std::vector<std::array<std::int64_t, 5>> days(TempStore &store, const FigureFilter &filter)
{
    return plain(store.read([&](Tx &tx) { return Figures(tx).days(filter); }));
}
std::vector<std::array<std::int64_t, 5>> recount(TempStore &store, const FigureFilter &filter)
{
    return plain(store.read([&](Tx &tx) { return Figures(tx).recount(filter); }));
}
AccountId addAccount(TempStore &store)
{
    return store.write([&](Tx &tx) {
        return tx.session().guard([&] { return AccountId{tx.session().insert("INSERT INTO account(connector, instance, native_id) VALUES('mastodon', 'i', '1')")}; });
    });
}
void setZone(TempStore &store, const std::string &zone)
{
    store.write([&](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            tx.session().exec("INSERT INTO setting(key, value) VALUES('workspace.zone', ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", zone);
            tx.change().settings = true;
            return 0;
        });
    });
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const auto done = [&] {
        return store.read([](Tx &tx) {
            return tx.session().guard([&] { return tx.session().one<std::string>("SELECT value FROM meta WHERE key='rollup_zone'").value_or(""); });
        });
    };
    while (done() != zone && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    REQUIRE(done() == zone);
}
MentionScope onDay(std::int32_t day)
{
    MentionScope scope;
    scope.from = Instant{std::chrono::days{day}};
    scope.to = Instant{std::chrono::days{day + 1}};
    return scope;
}

FigureFilter period(std::int32_t from, std::int32_t to, QueryId query = {})
{
    FigureFilter filter;
    filter.query = query;
    filter.fromDay = from;
    filter.toDay = to;
    return filter;
}

} // namespace

TEST_CASE("sums by day follow every write exactly", "[store][property]")
{
    Sequence random(31);
    TempStore store;
    const auto account = addAccount(store);
    const std::vector<QueryId> queries{{}, save(store, "a", "velora"), save(store, "b", "sentiment:negative OR is:deleted"), save(store, "c", "author:user1 lang:fr")};
    const auto check = [&] {
        for (const auto query : queries)
            for (int narrow = 0; narrow < 4; ++narrow) {
                auto filter = period(kDay - 3, kDay + 4, query);
                if (narrow & 1)
                    filter.networks = {"rss", "nowhere"};
                if (narrow & 2)
                    filter.lang = "fr";
                CHECK(days(store, filter) == recount(store, filter));
                filter.fromDay = kDay - 1;
                filter.toDay = kDay + 1;
                CHECK(days(store, filter) == recount(store, filter));
            }
    };
    for (int round = 0; round < 12; ++round) {
        store.clock.advance(std::chrono::minutes(1));
        store.write([&](Tx &tx) -> Result<int> {
            std::vector<AnalysedItem> batch;
            for (int i = 0; i < 40; ++i) {
                auto one = randomItem(random, static_cast<int>(random.below(250)));
                one.fetchedAt = kNoon + std::chrono::minutes(round);
                if (random.below(15) == 0)
                    one.ours = account;
                batch.push_back(analysed(std::move(one)));
            }
            VIGIE_TRY(const auto stored, Items(tx).store(batch));
            for (int i = 0; i < 8; ++i) {
                VIGIE_CHECK(Items(tx).setState(stored[random.below(stored.size())].id, static_cast<ItemState>(random.below(8))));
                VIGIE_CHECK(Items(tx).setTone(stored[random.below(stored.size())].id, static_cast<int>(random.below(3)) - 1));
            }
            return 0;
        });
        // A job that fails takes its sums back with it.
        CHECK_FALSE(store->writeNow<int>([&](Tx &tx) -> Result<int> {
            std::vector<AnalysedItem> batch{analysed(randomItem(random, 1000 + round))};
            VIGIE_TRY(const auto stored, Items(tx).store(batch));
            return fail(Errc::Conflict);
        }));
        check();
    }
    CHECK(days(store, period(kDay - 3, kDay + 4)).size() > 3);
    CHECK(days(store, period(kDay - 3, kDay + 4, queries[1])).size() > 3);
    setZone(store, "America/Los_Angeles");
    check();
    setZone(store, "Europe/Paris");
    check();
}

TEST_CASE("a day is a day of the workspace's zone", "[store]")
{
    TempStore store;
    const auto put = [&](const std::string &native, Instant at) {
        store.write([&](Tx &tx) { return Items(tx).store(std::vector{analysed(item(native, "x", at))}); });
    };
    const auto midnight = kNoon + std::chrono::hours(12);
    put("1", midnight - std::chrono::minutes(30)); // 23:30 UTC, 00:30 in Paris
    put("2", midnight + std::chrono::minutes(30));
    using Cells = std::vector<std::array<std::int64_t, 5>>;
    CHECK(days(store, period(kDay, kDay + 2)) == Cells{{kDay, 0, 1, 0, 0}, {kDay + 1, 0, 1, 0, 0}});
    setZone(store, "Europe/Paris");
    CHECK(days(store, period(kDay, kDay + 2)) == Cells{{kDay + 1, 0, 2, 0, 0}});
    CHECK(days(store, period(kDay, kDay + 1)).empty());
    CHECK(store.read([&](Tx &tx) { return Figures(tx).rows(period(kDay + 1, kDay + 2), std::nullopt, SearchPage{}); }).size() == 2);
    CHECK(store.read([&](Tx &tx) { return Figures(tx).rows(period(kDay, kDay + 1), std::nullopt, SearchPage{}); }).empty());
}

TEST_CASE("the rows behind a figure are as many as it says", "[store][property]")
{
    Sequence random(77);
    TempStore store;
    const auto query = save(store, "a", "velora OR bon");
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 300; ++i)
            batch.push_back(analysed(randomItem(random, i)));
        return Items(tx).store(batch);
    });
    for (const auto of : {QueryId{}, query})
        for (std::int32_t day = kDay - 2; day <= kDay + 2; ++day) {
            auto filter = period(day, day + 1, of);
            std::array<std::int64_t, 3> sums{};
            for (const auto &cell : days(store, filter))
                sums = {cell[3], cell[2], cell[1]};
            SearchPage page;
            page.limit = 1000;
            for (const int label : {-1, 0, 1})
                CHECK(store.read([&](Tx &tx) { return Figures(tx).rows(filter, label, page); }).size() == static_cast<std::size_t>(sums[static_cast<std::size_t>(label + 1)]));
            page.limit = 3;
            std::size_t walked = 0;
            for (;;) {
                const auto part = store.read([&](Tx &tx) { return Figures(tx).rows(filter, std::nullopt, page); });
                walked += part.size();
                if (part.empty())
                    break;
                page.before = part.back();
            }
            CHECK(walked == static_cast<std::size_t>(sums[0] + sums[1] + sums[2]));
        }
}

TEST_CASE("top members by mentions, with their audience and tone", "[store]")
{
    TempStore store;
    std::vector<AnalysedItem> batch;
    const auto add = [&](const std::string &native, const std::string &member, int tone, std::optional<double> followers) {
        auto one = toned(byAuthor(item(native, "velora"), member, member + "@a.example"), tone);
        if (followers)
            one.author.metrics = {{"followers", *followers, ValueStatus::Ok}};
        batch.push_back(analysed(std::move(one)));
    };
    add("1", "m1", 1, 10.0);
    add("2", "m1", -1, 10.0);
    add("3", "m1", 1, 10.0);
    add("4", "m2", -1, {});
    add("5", "m2", -1, {});
    add("6", "m3", 0, 5.0);
    add("7", "", 0, {});
    store.write([&](Tx &tx) { return Items(tx).store(batch); });
    const auto top = store.read([](Tx &tx) { return topMembers(tx, onDay(kDay), 2); });
    REQUIRE(top.size() == 2);
    CHECK(top[0].handle == "m1@a.example");
    CHECK(top[0].mentions == 3);
    CHECK(top[0].audience == 10);
    CHECK(top[0].meanTone == Approx(0.5 / 3).margin(0.001));
    CHECK(top[1].mentions == 2);
    CHECK(top[1].audience == -1);
    CHECK(top[1].meanTone == Approx(-0.5));
    CHECK(store.read([](Tx &tx) { return topMembers(tx, onDay(kDay + 1), 2); }).empty());
}

TEST_CASE("own posts carry the counts they got and the followers of their day", "[store]")
{
    TempStore store;
    const auto account = addAccount(store);
    const auto follow = [&](double followers) {
        store.write([&](Tx &tx) -> Result<int> {
            const std::vector<MetricValue> values{{"followers", followers, ValueStatus::Ok}, {"posts", 0, ValueStatus::Missing}};
            VIGIE_CHECK(Figures(tx).addAccountMetrics(account, values));
            return 0;
        });
    };
    follow(100);
    follow(101); // the same day: one snapshot stays
    store.clock.advance(std::chrono::hours(24));
    follow(120);
    CHECK(store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM observation WHERE value IS NOT NULL").value_or(0); }); }) == 2);
    const auto own = [&](const std::string &native, int day, std::vector<MetricValue> metrics) {
        auto one = item(native, "our post", kNoon + std::chrono::hours(24 * day));
        one.ours = account;
        one.metrics = std::move(metrics);
        return analysed(std::move(one));
    };
    const auto reply = analysed(answering(own("reply", 0, {{"likes", 9, ValueStatus::Ok}}).item(), "x"));
    const std::vector<AnalysedItem> batch{own("before", -1, {{"likes", 1, ValueStatus::Ok}}),
                                          own("a", 0, {{"likes", 2, ValueStatus::Ok}, {"reposts", 3, ValueStatus::Ok}, {"views", 50, ValueStatus::Ok}}),
                                          own("b", 1, {{"likes", 0, ValueStatus::Hidden}}), own("c", 3, {{"replies", 0, ValueStatus::Ok}}), reply,
                                          analysed(item("theirs", "not ours"))};
    store.write([&](Tx &tx) { return Items(tx).store(batch); });
    const auto posts = store.read([](Tx &tx) { return Figures(tx).ownPosts(kNoon - std::chrono::hours(48), kNoon + std::chrono::hours(100), {}); });
    REQUIRE(posts.size() == 4);
    CHECK(posts[0].followers == 101); // nothing so early: the first snapshot, and said to be of another day
    CHECK(posts[0].followersStale);
    CHECK(posts[1].engagements == 5);
    CHECK(posts[1].followers == 101);
    CHECK_FALSE(posts[1].followersStale);
    CHECK_FALSE(posts[2].engagements); // hidden is not zero
    CHECK(posts[2].followers == 120);
    CHECK(posts[3].engagements == 0);
    CHECK(posts[3].followersStale);
    CHECK(store.read([](Tx &tx) { return Figures(tx).ownPosts(kNoon, kNoon + std::chrono::hours(100), {"rss"}); }).empty());
    CHECK(days(store, period(kDay - 3, kDay + 6)) == std::vector<std::array<std::int64_t, 5>>{{kDay, 0, 1, 0, 0}});
}

TEST_CASE("conversations give their first answer, or none yet", "[store]")
{
    TempStore store;
    const auto id = store.write([&](Tx &tx) { return Items(tx).store(std::vector{analysed(item("1", "a"))}); }).front().id;
    store.write([&](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            const auto add = [&](const char *status, Instant asked, std::optional<Instant> answered) {
                tx.session().exec("INSERT INTO ticket(root_item_id, latest_item_id, member_id, account_id, status, created_at, changed_at,"
                                  " first_inbound_at, first_reply_at) VALUES(?,?,0,0,?,0,0,?,?)",
                                  id, id, status, asked, answered);
            };
            add("open", kNoon, std::nullopt);
            add("done", kNoon + std::chrono::minutes(1), kNoon + std::chrono::minutes(5));
            add("ignored", kNoon, std::nullopt);
            add("done", kNoon, std::nullopt); // closed without an answer
            add("done", kNoon + std::chrono::hours(1), kNoon + std::chrono::hours(2));
            return 0;
        });
    });
    const auto samples = store.read([](Tx &tx) { return Figures(tx).responses(kNoon, kNoon + std::chrono::hours(1), {"mastodon"}); });
    REQUIRE(samples.size() == 2);
    CHECK_FALSE(samples[0].answered);
    CHECK(samples[1].answered == kNoon + std::chrono::minutes(5));
    CHECK(store.read([](Tx &tx) { return Figures(tx).responses(kNoon, kNoon + std::chrono::hours(1), {"rss"}); }).empty());
}
