// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that are cut short: nothing lost, nothing twice, and stopped when the person says so. What any query finds in pieces
// is held against the whole in search_test.cpp.
#include "support/random_items.hpp"
#include "support/temp_store.hpp"

#include "store/search_compile.hpp"
#include "store/session.hpp"
#include "store/step_watch.hpp"

#include <vigie/store/search_steps.hpp>
#include <vigie/text/query.hpp>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <limits>
#include <thread>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;
using std::chrono::milliseconds;

namespace {

constexpr int kItems = 24'000;
constexpr milliseconds kNoTime{0}, kAllTime{3'600'000};

/// Texts that all say three words and not in a row, but for the few that do.
void fill(TempStore &store, const std::vector<int> &saying)
{
    for (int from = 0; from < kItems; from += 2000)
        store.write([&](Tx &tx) {
            std::vector<AnalysedItem> batch;
            for (int i = from; i < from + 2000; ++i) {
                const bool says = std::find(saying.begin(), saying.end(), i) != saying.end();
                batch.push_back(analysed(item("n" + std::to_string(i), says ? "la the de" : "de la the service", kNoon + std::chrono::seconds(i))));
            }
            return Items(tx).store(batch);
        });
}

text::Query phrase()
{
    return *text::parseQuery("\"la the de\"");
}

std::vector<ItemId> wholeOf(TempStore &store, const text::Query &query)
{
    SearchPage page;
    page.limit = kItems;
    return store.read([&](Tx &tx) { return Items(tx).search(query, page); });
}

/// A statement that does not end by itself.
void runForever(Session &session)
{
    session.one<int>("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n");
}

int countTo5000(Session &session)
{
    return session.one<int>("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<5000) SELECT count(*) FROM n").value_or(0);
}

} // namespace

TEST_CASE("a phrase that nobody says is ended inside the index, and what was found before stays found", "[store]")
{
    TempStore store;
    fill(store, {3, 11'000, kItems - 1});
    const auto query = phrase();
    const auto all = wholeOf(store, query);
    REQUIRE(all.size() == 3);

    // However little time there is: all that is newer than where it stopped, and nothing else.
    milliseconds budget = kNoTime;
    for (std::optional<ItemId> stopped = ItemId{1}; stopped; budget = budget * 2 + milliseconds(1)) {
        const auto part = store.read([&](Tx &tx) { return SearchSteps(tx, budget).search(query, {}); });
        stopped = part.stoppedAt;
        std::vector<ItemId> newer;
        std::copy_if(all.begin(), all.end(), std::back_inserter(newer), [&](ItemId id) { return !stopped || id >= *stopped; });
        CHECK(part.ids == newer);
        if (budget == kNoTime)
            REQUIRE(stopped);
        const auto counted = store.read([&](Tx &tx) { return SearchSteps(tx, budget).count(query, 1000); });
        CHECK(counted.count == std::count_if(all.begin(), all.end(), [&](ItemId id) { return !counted.stoppedAt || id >= *counted.stoppedAt; }));
    }

    const auto whole = store.read([&](Tx &tx) { return SearchSteps(tx, kAllTime).search(query, {}); });
    CHECK(whole.ids == all);
    CHECK_FALSE(whole.stoppedAt);
    const auto exact = store.read([&](Tx &tx) { return SearchSteps(tx, kAllTime).count(query, 1000); });
    CHECK(exact.count == 3);
    CHECK_FALSE(exact.stoppedAt);
}

TEST_CASE("a search with a time of its own stops at once when the person stops it", "[store]")
{
    TempStore store;
    fill(store, {});
    for (const char *source : {"\"la the de\"", "count(the)>=20", "service tag:none", "*zz*", "l* d*"}) {
        INFO(source);
        const auto query = *text::parseQuery(source);
        ManualExecutor reply;
        std::stop_source stop;
        std::vector<Errc> answers;
        std::atomic<bool> begun = false;
        store->read<int>(
            [&](Tx &tx) -> Result<int> {
                for (;;) { // until the store says no
                    begun = true;
                    const auto counted = SearchSteps(tx, kAllTime).count(query, std::numeric_limits<int>::max());
                    if (!counted)
                        return fail(counted.error());
                }
            },
            stop.get_token(), reply, [&](const Result<int> &result) { answers.push_back(result ? Errc::Internal : result.error().code); });
        while (!begun)
            std::this_thread::yield();
        stop.request_stop();
        REQUIRE(reply.runUntil([&] { return !answers.empty(); }, std::chrono::seconds(20)));
        CHECK(answers == std::vector<Errc>{Errc::Cancelled});
    }
}

TEST_CASE("what begins after a cut search and after the stop is stopped, too", "[store]")
{
    TempStore store;
    fill(store, {});
    const auto query = phrase();
    ManualExecutor reply;
    std::stop_source stop;
    std::vector<Errc> answers;
    std::atomic<bool> searched = false;
    store->read<int>(
        [&](Tx &tx) -> Result<int> {
            const auto part = SearchSteps(tx, kNoTime).search(query, {});
            if (!part || !part->stoppedAt)
                return fail(Errc::Internal);
            searched = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            return tx.session().guard([&] {
                runForever(tx.session());
                return 0;
            });
        },
        stop.get_token(), reply, [&](const Result<int> &result) { answers.push_back(result ? Errc::Internal : result.error().code); });
    while (!searched)
        std::this_thread::yield();
    stop.request_stop();
    REQUIRE(reply.runUntil([&] { return !answers.empty(); }, std::chrono::seconds(20)));
    CHECK(answers == std::vector<Errc>{Errc::Cancelled});
}

TEST_CASE("watches nest, each knows whether it was the one that ended, and none outlives itself", "[store]")
{
    TempStore store, other;
    const auto elsewhere = Session::open(other.path(), SessionMode::ReadOnly);
    REQUIRE(elsewhere);
    store.read([&](Tx &tx) -> Result<int> {
        auto &session = tx.session();
        const auto outcome = [&] { return session.guard([&] { runForever(session); }).error().code; };
        bool outerEnds = false;
        const StepWatch outer(session, [&] { return outerEnds; });
        {
            const StepWatch inner(session, [] { return true; });
            CHECK(outcome() == Errc::Cancelled);
            CHECK(inner.ended());
            CHECK_FALSE(outer.ended());
        }
        CHECK(countTo5000(session) == 5000);
        outerEnds = true;
        {
            const StepWatch inner(session, [] { return false; });
            CHECK(outcome() == Errc::Cancelled);
            CHECK_FALSE(inner.ended());
        }
        CHECK(outer.ended());
        CHECK(countTo5000(**elsewhere) == 5000); // another workspace is not meant
        return 0;
    });
}

TEST_CASE("how often a word stands there is asked of the index, and leaves nothing out", "[store]")
{
    TempStore store;
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 700; ++i) { // velora i % 7 times in a row, and squire once in every second
            std::string text = i % 2 == 0 ? "squire" : "other";
            for (int n = 0; n < i % 7; ++n)
                text += " velora";
            auto one = item("n" + std::to_string(i), text, kNoon + std::chrono::seconds(i));
            one.title = i % 7 == 6 ? "velora" : "";
            one.lang = i < 350 ? "fr" : "en";
            batch.push_back(analysed(std::move(one)));
        }
        return Items(tx).store(batch);
    });
    const std::vector<std::pair<std::string, int>> counts = {
        {"count(velora)>=3", 400},                    // 3, 4, 5 and 6, which says it in its title, too
        {"count(velora)>=7", 100},
        {"count(velora)>=8", 0},
        {"count(velora)=3", 100},
        {"count(velora)<=2", 300},
        {"count(velora)>2", 400},
        {"count(\"velora velora\")>=2", 300},         // not one upon the other: 4, 5 and 6 in a row
        {"count(velora OR squire)>=6", 150},          // 5 with squire, 6 with and without
        {"count(velora)>=3 count(squire)>=1", 200},
        {"count(velora)>=3 lang:fr", 200},
        {"NOT count(velora)>=3", 300},
        {"count(velora)>=6 OR squire", 400},
        {"count(vel*)>=6", 100},
        {std::string(20, '(') + "count(velora)>=6" + std::string(20, ')'), 100},
    };
    for (const auto &[source, expected] : counts) {
        INFO(source);
        const auto query = text::parseQuery(source);
        REQUIRE(query);
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(*query, 100'000); }) == expected);
        CHECK(static_cast<int>(wholeOf(store, *query).size()) == expected);
        CHECK(store.read([&](Tx &tx) { return SearchSteps(tx, kAllTime).count(*query, 100'000); }).count == expected);
    }
    const auto asked = [&](const char *source) {
        return store.read([&](Tx &tx) -> Result<int> { return compileQuery(tx.session(), *text::parseQuery(source), tx.now()).instances; });
    };
    CHECK(asked("count(velora)>=3") == 3);
    CHECK(asked("squire count(velora OR \"la the\")>=3 count(other)>=5") == 5);
    for (const char *source : {"count(velora)>=1", "count(velora)<=9", "count(vel*)>=3", "NOT count(velora)>=3", "count(velora)>=3 OR squire"}) {
        INFO(source);
        CHECK(asked(source) == 0);
    }
}
