// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are counted here, item by item, from what the store says of each.
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include "insight/column_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/relays.hpp>

#include <algorithm>
#include <set>
#include <thread>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02
const Period kAll{kDay - 5, kDay + 1};

struct Expected {
    std::int64_t posts = 0, positive = 0, negative = 0, relays = 0, given = 0;
    double engagements = 0;
};

bool holds(const std::vector<std::string> &list, const std::string &one)
{
    return list.empty() || std::find(list.begin(), list.end(), one) != list.end();
}

Result<Expected> counted(Tx &tx, const std::set<ItemId> &known, const FigureScope &scope, Instant until)
{
    Expected out;
    const std::vector<ItemId> ids(known.begin(), known.end());
    VIGIE_TRY(const auto rows, Items(tx).rows(ids));
    VIGIE_TRY(const auto tags, Queries(tx).tags());
    for (const auto &row : rows) {
        const auto &item = row.item;
        VIGIE_TRY(const auto matching, Queries(tx).matching(item.id));
        const bool relay = row.relay || item.ref(Relation::RepostOf) != nullptr;
        const bool tagged = scope.tags.empty() || std::any_of(tags.begin(), tags.end(), [&](const Tag &tag) {
            return tag.id == scope.tags.front() && std::find(row.tags.begin(), row.tags.end(), tag.name) != row.tags.end();
        });
        const bool in = !item.ours && item.state == ItemState::Visible && item.publishedAt < until && holds(scope.networks, item.connector) && holds(scope.langs, item.lang)
                        && (!scope.query || std::find(matching.begin(), matching.end(), scope.query) != matching.end()) && tagged
                        && (scope.tones.empty() || scope.tones.front() == item.toneLabel) && !(scope.withoutRelays && relay);
        if (!in)
            continue;
        ++out.posts;
        out.positive += item.toneLabel > 0;
        out.negative += item.toneLabel < 0;
        out.relays += relay;
        std::optional<double> sum;
        for (const auto &metric : item.metrics)
            if (metric.key != "views" && metric.status == ValueStatus::Ok)
                sum = sum.value_or(0) + metric.value;
        out.given += sum.has_value();
        out.engagements += sum.value_or(0);
    }
    return out;
}

std::vector<FigureScope> scopes(QueryId a, QueryId b, TagId tag)
{
    std::vector<FigureScope> out(7);
    out[1].query = a;
    out[2].query = b;
    out[2].langs = {"fr"};
    out[3].networks = {"rss", "nowhere"};
    out[3].tones = {-1};
    out[4].query = a;
    out[4].withoutRelays = true;
    out[5].tags = {tag};
    out[6].networks = {"nowhere"};
    return out;
}

void check(TempStore &store, Columns &columns, const std::set<ItemId> &ids, const FigureScope &scope)
{
    store.read([&](Tx &tx) -> Result<int> {
        const auto now = tx.now();
        VIGIE_TRY(const auto expected, counted(tx, ids, scope, now));
        FigureReader reader(tx, columns);
        VIGIE_TRY(const auto mentions, reader.read("mentions", scope, kAll));
        VIGIE_TRY(const auto positive, reader.read("positive", scope, kAll));
        VIGIE_TRY(const auto negative, reader.read("negative", scope, kAll));
        VIGIE_TRY(const auto relays, reader.read("relays", scope, kAll));
        VIGIE_TRY(const auto reactions, reader.read("mention_engagements", scope, kAll));
        INFO("query " << scope.query.value << ", networks " << scope.networks.size() << ", tags " << scope.tags.size());
        CHECK(mentions.value == static_cast<double>(expected.posts));
        CHECK(positive.value == static_cast<double>(expected.positive));
        CHECK(negative.value == static_cast<double>(expected.negative));
        CHECK(relays.value == static_cast<double>(expected.relays));
        CHECK(reactions.n == expected.given);
        CHECK(reactions.value.value_or(0) == Approx(expected.engagements));
        SearchPage page;
        page.limit = 100'000;
        VIGIE_TRY(const auto rows, reader.rows("mentions", scope, kAll, page));
        CHECK(static_cast<double>(rows.size()) == mentions.value);
        VIGIE_TRY(const auto days, reader.series("mentions", scope, kAll, Bucket::Day, Split::Tone));
        double sum = 0;
        for (const auto &line : days.lines)
            for (const auto &point : line.points)
                sum += point.value.value_or(0);
        CHECK(sum == mentions.value);
        Columns anew; // read from the rows in one go, it says the same
        FigureReader other(tx, anew);
        for (const auto *key : {"mentions", "net_sentiment", "reach", "authors", "mention_engagements"}) {
            VIGIE_TRY(const auto followed, reader.read(key, scope, kAll));
            VIGIE_TRY(const auto fresh, other.read(key, scope, kAll));
            CHECK(followed == fresh);
        }
        return 0;
    });
}

} // namespace

TEST_CASE("columns follow every write: late arrivals, edits, deletions, labels, tags and queries", "[columns][property]")
{
    Sequence random(20261122);
    TempStore store;
    store.clock.advance(std::chrono::hours(11)); // the whole of the random days has been
    Columns columns;
    const auto a = save(store, "a", "velora"), b = save(store, "b", "bon OR sentiment:negative");
    const auto tag = store.write([](Tx &tx) { return Queries(tx).ensureTag("vip"); });
    std::set<ItemId> ids;
    for (int round = 0; round < 10; ++round) {
        store.clock.advance(std::chrono::minutes(1));
        const auto stored = store.write([&](Tx &tx) -> Result<std::vector<StoredItem>> {
            std::vector<AnalysedItem> batch;
            for (int i = 0; i < 30; ++i) {
                auto one = randomItem(random, static_cast<int>(random.below(220))); // some come again, changed
                one.fetchedAt = kNoon + std::chrono::minutes(round);
                batch.push_back(analysed(std::move(one)));
            }
            VIGIE_TRY(auto out, Items(tx).store(batch));
            for (int i = 0; i < 5; ++i) {
                VIGIE_CHECK(Items(tx).setState(out[random.below(out.size())].id, static_cast<ItemState>(random.below(8))));
                VIGIE_CHECK(Items(tx).setTone(out[random.below(out.size())].id, static_cast<int>(random.below(3)) - 1));
                VIGIE_CHECK(Queries(tx).setTag(out[random.below(out.size())].id, tag, random.below(2) == 0));
            }
            return out;
        });
        for (const auto &one : stored)
            ids.insert(one.id);
        // A job that fails leaves no trace.
        CHECK_FALSE(store->writeNow<int>([&](Tx &tx) -> Result<int> {
            VIGIE_TRY(const auto lost, Items(tx).store(std::vector{analysed(randomItem(random, 5000 + round))}));
            return fail(Errc::Conflict);
        }));
        if (round == 4)
            store.write([&](Tx &tx) -> Result<int> {
                VIGIE_TRY(auto query, Queries(tx).get(b));
                query.source = "service OR lang:fr";
                VIGIE_CHECK(Queries(tx).save(query));
                VIGIE_TRY(auto done, Queries(tx).rematch(b, 1000));
                return done.done ? 0 : 1;
            });
        for (const auto &scope : scopes(a, b, tag))
            check(store, columns, ids, scope);
    }
    CHECK(ids.size() > 150);
    CHECK(columns.posts() == ids.size());
}

TEST_CASE("words narrow a figure as search does", "[columns]")
{
    Sequence random(5);
    TempStore store;
    store.clock.advance(std::chrono::hours(60));
    Columns columns;
    const Period all{kDay - 5, kDay + 3};
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 300; ++i)
            batch.push_back(analysed(randomItem(random, i)));
        return Items(tx).store(batch);
    });
    const auto a = save(store, "a", "velora");
    const auto desk = save(store, "desk", "bon OR since:5d"); // not kept in the match table
    store.write([&](Tx &tx) { return Queries(tx).rematch(a, 1000); });
    for (const auto *words : {"velora", "rep*", "velora NOT bon", "\"velora service\"", "likes:>2", "velora lang:fr"})
        store.read([&](Tx &tx) -> Result<int> {
            FigureReader reader(tx, columns);
            FigureScope scope;
            scope.words = words;
            VIGIE_TRY(const auto figure, reader.read("mentions", scope, all));
            VIGIE_TRY(const auto context, Queries(tx).context());
            const auto query = text::parseAndBind(std::string("(") + words + ") NOT is:ours NOT is:deleted", context);
            REQUIRE(query);
            SearchPage page;
            page.limit = 1000;
            VIGIE_TRY(const auto found, Items(tx).search(*query, page));
            std::size_t visible = 0;
            for (const auto id : found) {
                VIGIE_TRY(const auto item, Items(tx).get(id));
                visible += item->state == ItemState::Visible;
            }
            CHECK(figure.value == static_cast<double>(visible));
            CHECK(visible > 0);
            scope.query = a;
            VIGIE_TRY(const auto both, reader.read("mentions", scope, all));
            scope.words = std::string("(") + words + ") velora";
            scope.query = {};
            VIGIE_TRY(const auto joined, reader.read("mentions", scope, all));
            CHECK(both.value == joined.value);
            scope.words.clear();
            scope.query = desk;
            VIGIE_TRY(const auto live, reader.read("mentions", scope, all));
            CHECK(live.value.value_or(0) > 0);
            scope.query = {};
            scope.words = "(velora";
            CHECK(reader.read("mentions", scope, all).error().code == Errc::InvalidInput);
            return 0;
        });
}

TEST_CASE("a chunk that is full takes what comes late in two halves", "[columns]")
{
    // Few posts fill no chunk: the pieces are put together by hand.
    PostColumns chunk;
    CHECK(chunk.takes(ItemId{5}));
    chunk.base = ItemId{1000};
    chunk.offset = {0, 64, 128};
    CHECK(chunk.takes(ItemId{2000}));
    CHECK_FALSE(chunk.takes(ItemId{999}));
    CHECK_FALSE(chunk.takes(ItemId{1000 + (std::int64_t{1} << 32)}));
    CHECK(chunk.rowOf(ItemId{1064}) == 1);
    CHECK(chunk.rowOf(ItemId{1065}) == 3);
    CHECK(chunk.rowOf(ItemId{3}) == 3);
}

TEST_CASE("a job counts by what it sees itself, whatever others have seen since", "[columns]")
{
    TempStore store;
    Columns columns;
    const auto put = [&](const std::string &native) { store.write([&](Tx &tx) { return Items(tx).store(std::vector{analysed(item(native, "velora", kNoon - std::chrono::hours(2)))}); }); };
    put("1");
    const Period today{kDay, kDay + 1};
    store.read([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto before, FigureReader(tx, columns).read("mentions", {}, today));
        CHECK(before.value == 1);
        // A job may not wait for the store; somebody else writes and reads meanwhile.
        std::thread([&] {
            put("2");
            store.read([&](Tx &newer) -> Result<int> {
                VIGIE_TRY(const auto now, FigureReader(newer, columns).read("mentions", {}, today));
                CHECK(now.value == 2);
                return 0;
            });
        }).join();
        FigureScope scope;
        scope.words = "velora"; // looked up in the older state
        VIGIE_TRY(const auto words, FigureReader(tx, columns).read("mentions", scope, today));
        CHECK(words.value == 1);
        VIGIE_TRY(const auto again, FigureReader(tx, columns).read("mentions", {}, today));
        CHECK(again.value == 1);
        VIGIE_TRY(const auto earlier, FigureReader(tx, columns).read("mentions", {}, {kDay - 400, kDay + 1})); // read by now
        CHECK(earlier.value == 1);
        return 0;
    });
    CHECK(store.read([&](Tx &tx) { return FigureReader(tx, columns).read("mentions", {}, today); }).value == 2);
    CHECK(columns.memory() > 0);
    columns.drop();
    CHECK(columns.posts() == 0);
}
