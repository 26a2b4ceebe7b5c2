// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"
#include "store/sync_windows.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>
#include <array>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr Instant kBase{std::chrono::seconds{1772452800}};
Instant hour(int n) { return kBase + std::chrono::hours(n); }

AccountId addAccount(TempStore &store, const std::string &native, int state = 0)
{
    return store.write([&](Tx &tx) {
        return tx.session().guard([&] {
            return AccountId{tx.session().insert("INSERT INTO account(connector, instance, native_id, state) VALUES('mastodon', 'https://a.example', ?, ?)", native, state)};
        });
    });
}
void seen(TempStore &store, const StreamKey &key, int from, int to)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Sync(tx).addSeen(key, hour(from), hour(to)));
        return 0;
    });
}
void gap(TempStore &store, const StreamKey &key, int from, int to)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Sync(tx).addGap(key, hour(from), hour(to), "retention"));
        return 0;
    });
}
Coverage coverage(TempStore &store, std::vector<AccountId> accounts, int from, int to)
{
    return store.read([&](Tx &tx) { return Sync(tx).coverage(accounts, hour(from), hour(to)); });
}
std::vector<std::pair<int, int>> hours(const std::vector<SyncWindow> &windows, SyncWindow::State state)
{
    std::vector<std::pair<int, int>> out;
    for (const auto &window : windows)
        if (window.state == state)
            out.emplace_back(static_cast<int>((window.from - kBase) / std::chrono::hours(1)), static_cast<int>((window.to - kBase) / std::chrono::hours(1)));
    return out;
}
using Hours = std::vector<std::pair<int, int>>;

} // namespace

TEST_CASE("a cursor comes back as it was saved", "[store]")
{
    TempStore store;
    const auto account = addAccount(store, "1");
    SyncCursor cursor;
    cursor.key = {account, "tag:velo"};
    cursor.forward = "f";
    cursor.backfill = "b";
    cursor.lastRunAt = kBase;
    cursor.lastError = Error{Errc::RateLimited, "slow\xFF down", 429, std::chrono::seconds(60), std::nullopt};
    const auto save = [&] {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Sync(tx).saveCursor(cursor));
            CHECK(tx.change().coverage);
            return 0;
        });
    };
    save();
    const auto load = [&] { return store.read([&](Tx &tx) { return Sync(tx).cursor(cursor.key); }); };
    auto found = load();
    REQUIRE(found);
    CHECK(found->forward == "f");
    CHECK(found->first);
    CHECK_FALSE(found->lastOkAt);
    REQUIRE(found->lastError);
    CHECK(found->lastError->code == Errc::RateLimited);
    CHECK(found->lastError->retryAfter == std::chrono::seconds(60));
    cursor.first = false;
    cursor.backfillDone = true;
    cursor.lastError.reset();
    save();
    found = load();
    CHECK_FALSE(found->first);
    CHECK(found->backfillDone);
    CHECK_FALSE(found->lastError);
    CHECK(store.read([&](Tx &tx) { return Sync(tx).cursors(account); }).size() == 1);
    CHECK_FALSE(store.read([&](Tx &tx) { return Sync(tx).cursor({account, "other"}); }));
}

TEST_CASE("seen stretches merge, gaps close where they were read after all", "[store]")
{
    TempStore store;
    const auto account = addAccount(store, "1");
    const StreamKey key{account, "home"};
    seen(store, key, 0, 2);
    seen(store, key, 4, 6);
    auto all = coverage(store, {account}, 0, 10);
    CHECK(hours(all.windows, SyncWindow::State::Seen) == Hours{{0, 2}, {4, 6}});
    CHECK(all.seenShare == 0.4);
    gap(store, key, 1, 9); // only what was not seen
    all = coverage(store, {account}, 0, 10);
    CHECK(hours(all.windows, SyncWindow::State::Gap) == Hours{{2, 4}, {6, 9}});
    CHECK(all.openGaps == 2);
    CHECK(all.gapTime == std::chrono::hours(5));
    gap(store, key, 2, 4); // known already
    CHECK(coverage(store, {account}, 0, 10).openGaps == 2);
    seen(store, key, 7, 8); // the middle of a gap
    all = coverage(store, {account}, 0, 10);
    CHECK(hours(all.windows, SyncWindow::State::Gap) == Hours{{2, 4}, {6, 7}, {8, 9}});
    seen(store, key, 2, 4); // touches both neighbours
    all = coverage(store, {account}, 0, 10);
    CHECK(hours(all.windows, SyncWindow::State::Seen) == Hours{{0, 6}, {7, 8}});
    CHECK(all.seenShare == 0.7);
    CHECK(all.seenUpTo == hour(8));
    CHECK(store.read([&](Tx &tx) { return Sync(tx).openGaps(account); }).size() == 2);
    CHECK(store.read([&](Tx &tx) { return Sync(tx).extent(key); }) == std::pair(hour(0), hour(8)));
    CHECK_FALSE(store.read([&](Tx &tx) { return Sync(tx).extent({account, "none"}); }));
    seen(store, key, 5, 5); // nothing
    seen(store, key, 9, 8); // a clock that went back
    CHECK(coverage(store, {account}, 0, 10).seenShare == 0.7);
}

TEST_CASE("streams weigh the same, and one never read counts as unseen", "[store]")
{
    TempStore store;
    const auto first = addAccount(store, "1"), second = addAccount(store, "2"), paused = addAccount(store, "3", 1);
    seen(store, {first, "a"}, 0, 10);
    seen(store, {first, "b"}, -5, 5);
    seen(store, {second, "a"}, 8, 20);
    seen(store, {paused, "a"}, 0, 10);
    store.write([&](Tx &tx) -> Result<int> {
        SyncCursor never;
        never.key = {second, "b"};
        VIGIE_CHECK(Sync(tx).saveCursor(never));
        return 0;
    });
    CHECK(coverage(store, {first}, 0, 10).seenShare == Approx(0.75).margin(1e-12));
    CHECK(coverage(store, {second}, 0, 10).seenShare == Approx(0.1).margin(1e-12));
    CHECK(coverage(store, {}, 0, 10).seenShare == Approx((1 + 0.5 + 0.2 + 0) / 4).margin(1e-12));
    CHECK(coverage(store, {first}, 0, 10).seenUpTo == hour(5));
    CHECK(coverage(store, {AccountId{99}}, 0, 10).seenShare == 0);
    CHECK(coverage(store, {first}, 10, 10).seenShare == 0);
    CHECK_FALSE(coverage(store, {AccountId{99}}, 0, 10).seenUpTo);
}

TEST_CASE("what is left of a stretch", "[store]")
{
    const auto cut = [](int a, int b, int c, int d) {
        Hours out;
        for (const auto &rest : subtract({hour(a), hour(b)}, {hour(c), hour(d)}))
            out.emplace_back(static_cast<int>((rest.from - kBase) / std::chrono::hours(1)), static_cast<int>((rest.to - kBase) / std::chrono::hours(1)));
        return out;
    };
    CHECK(cut(2, 8, 0, 2) == Hours{{2, 8}});
    CHECK(cut(2, 8, 8, 9) == Hours{{2, 8}});
    CHECK(cut(2, 8, 0, 9).empty());
    CHECK(cut(2, 8, 2, 8).empty());
    CHECK(cut(2, 8, 0, 5) == Hours{{5, 8}});
    CHECK(cut(2, 8, 5, 9) == Hours{{2, 5}});
    CHECK(cut(2, 8, 4, 5) == Hours{{2, 4}, {5, 8}});
}

TEST_CASE("random stretches keep the count of hours right", "[store][property]")
{
    Sequence random(99);
    TempStore store;
    const auto account = addAccount(store, "1");
    const StreamKey key{account, "s"};
    std::array<char, 48> model{}; // ' ' unknown, 's' seen, 'g' gap
    for (int round = 0; round < 120; ++round) {
        const auto from = static_cast<int>(random.below(47)), to = from + 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(48 - from)));
        const bool isSeen = random.below(2) == 0;
        isSeen ? seen(store, key, from, to) : gap(store, key, from, to);
        for (int h = from; h < to; ++h) {
            auto &cell = model[static_cast<std::size_t>(h)];
            cell = isSeen ? 's' : cell == 's' ? 's' : 'g';
        }
        const auto all = coverage(store, {account}, 0, 48);
        const auto count = [&](char what) { return std::count(model.begin(), model.end(), what); };
        CHECK(all.seenShare == Approx(static_cast<double>(count('s')) / 48).margin(1e-9));
        CHECK(all.gapTime == std::chrono::hours(count('g')));
        if (round % 40 == 39) {
            store.write([&](Tx &tx) { return tx.session().guard([&] { return tx.session().exec("DELETE FROM sync_window"); }); });
            model.fill(0);
        }
    }
}

TEST_CASE("the pulse of a source: when others wrote there, to ten minutes, each stretch once", "[store]")
{
    TempStore store;
    const auto own = addAccount(store, "1");
    store.write([&](Tx &tx) -> Result<int> {
        std::vector<AnalysedItem> page;
        int id = 0;
        for (const int minute : {-600, -119, -118, -1})
            page.push_back(analysed(item(std::to_string(++id), "words", kNoon + std::chrono::minutes(minute))));
        auto elsewhere = item("x", "words", kNoon - std::chrono::minutes(30));
        elsewhere.instance = "https://other.example";
        auto ours = item("y", "words", kNoon - std::chrono::minutes(45));
        ours.ours = own;
        page.push_back(analysed(elsewhere));
        page.push_back(analysed(ours));
        VIGIE_CHECK(Items(tx).store(page));
        return 0;
    });
    const auto pulse = [&](std::chrono::minutes back) {
        return store.read([&](Tx &tx) { return Sync(tx).pulse("mastodon", "https://social.example", kNoon - back); });
    };
    using Minutes = std::vector<Instant>;
    CHECK(pulse(std::chrono::hours(24)) == Minutes{kNoon - std::chrono::minutes(600), kNoon - std::chrono::minutes(120), kNoon - std::chrono::minutes(10)});
    CHECK(pulse(std::chrono::hours(3)) == Minutes{kNoon - std::chrono::minutes(120), kNoon - std::chrono::minutes(10)});
    CHECK(store.read([&](Tx &tx) { return Sync(tx).pulse("mastodon", "https://nowhere.example", kNoon - std::chrono::hours(24)); }).empty());
}

TEST_CASE("what was not seen is told stretch by stretch, with what is known of why", "[store]")
{
    TempStore store;
    const auto account = addAccount(store, "1"), paused = addAccount(store, "2", 1);
    const StreamKey key{account, "home"}, other{paused, "home"};
    seen(store, key, 2, 4);
    seen(store, key, 6, 8);
    seen(store, other, 0, 5);
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Sync(tx).addGap(key, hour(4), hour(5), "server-cap", MissCause::Network));
        SyncCursor cursor;
        cursor.key = key;
        cursor.forward = "x";
        cursor.backfillDone = true;
        cursor.lastError = Error{Errc::RateLimited, "", 429, {}, {}};
        VIGIE_CHECK(Sync(tx).saveCursor(cursor));
        return 0;
    });
    using Line = std::tuple<int, int, Unseen::Kind, std::string, MissCause, bool>;
    const auto lines = [&](AccountId of, int from, int to) {
        std::vector<Line> out;
        const AccountId ids[] = {of};
        for (const auto &one : store.read([&](Tx &tx) { return Sync(tx).unseen(ids, hour(from), hour(to)); }))
            out.emplace_back(static_cast<int>((one.from - kBase) / std::chrono::hours(1)), static_cast<int>((one.to - kBase) / std::chrono::hours(1)), one.kind, one.reason,
                             one.cause, one.historyRead);
        return out;
    };
    CHECK(lines(account, 0, 10) == std::vector<Line>{{0, 2, Unseen::Kind::Never, "", MissCause::None, true},
                                                     {4, 5, Unseen::Kind::Gap, "server-cap", MissCause::Network, false},
                                                     {5, 6, Unseen::Kind::Never, "", MissCause::None, true},
                                                     {8, 10, Unseen::Kind::NotYet, "", MissCause::RateLimit, false}});
    CHECK(lines(paused, 0, 6) == std::vector<Line>{{5, 6, Unseen::Kind::NotYet, "", MissCause::Paused, false}});
    // Asked again, and the network gives nothing of before hour 3 and a half any more.
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Sync(tx).giveUp(key, hour(1), hour(5)));
        return 0;
    });
    CHECK(lines(account, 1, 6) == std::vector<Line>{{1, 2, Unseen::Kind::Gap, "retention", MissCause::None, false},
                                                    {4, 5, Unseen::Kind::Gap, "retention", MissCause::Network, false},
                                                    {5, 6, Unseen::Kind::Never, "", MissCause::None, true}});
    CHECK(coverage(store, {account}, 1, 6).openGaps == 2);
}

TEST_CASE("seen and not seen fill the whole of every stream, once", "[store][property]")
{
    Sequence random(7);
    TempStore store;
    const auto account = addAccount(store, "1");
    const StreamKey key{account, "s"};
    for (int round = 0; round < 60; ++round) {
        const auto from = static_cast<int>(random.below(47)), to = from + 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(48 - from)));
        random.below(2) == 0 ? seen(store, key, from, std::min(to, from + 6)) : gap(store, key, from, std::min(to, from + 6));
        const auto low = static_cast<int>(random.below(20)), high = low + 1 + static_cast<int>(random.below(28));
        std::array<int, 48> covered{};
        const auto cover = [&](Instant a, Instant b) {
            for (auto h = (a - kBase) / std::chrono::hours(1); h < (b - kBase) / std::chrono::hours(1); ++h)
                ++covered[static_cast<std::size_t>(h)];
        };
        for (const auto &window : coverage(store, {account}, low, high).windows)
            if (window.state == SyncWindow::State::Seen)
                cover(window.from, window.to);
        const AccountId ids[] = {account};
        for (const auto &one : store.read([&](Tx &tx) { return Sync(tx).unseen(ids, hour(low), hour(high)); }))
            cover(one.from, one.to);
        for (int h = 0; h < 48; ++h)
            CHECK(covered[static_cast<std::size_t>(h)] == (h >= low && h < high ? 1 : 0));
    }
}
