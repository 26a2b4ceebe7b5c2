// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/items_packed.hpp"
#include "store/session.hpp"

#include <vigie/store/queries.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::vector<StoredItem> put(TempStore &store, std::vector<AnalysedItem> batch)
{
    return store.write([&](Tx &tx) { return Items(tx).store(batch); });
}
StoredItem put(TempStore &store, Item one)
{
    return put(store, std::vector<AnalysedItem>{analysed(std::move(one))}).front();
}
Item get(TempStore &store, ItemId id)
{
    auto found = store.read([&](Tx &tx) { return Items(tx).get(id); });
    REQUIRE(found);
    return *found;
}
template <class T>
T ask(TempStore &store, const std::string &sql)
{
    return store.read([&](Tx &tx) { return tx.session().guard([&] { return tx.session().one<T>(sql).value_or(T{}); }); });
}

} // namespace

TEST_CASE("an item comes back as it went in", "[store]")
{
    TempStore store;
    Item in = item("42", "See https://a.example and @bob: \xC3\xA7" "a va?", kNoon);
    in.title = "Title";
    in.warning = "cw";
    in.spans = {{TextSpan::Kind::Link, 4, 21, "https://a.example"}, {TextSpan::Kind::Mention, 26, 30, "bob@b.example\nx"}};
    in.media = {{MediaRef::Kind::Video, "u", "p", "n", "alt", "video/mp4", 640, 480, 1234}};
    in.refs = {{Relation::ReplyTo, "41", {}}, {Relation::LinksTo, "https://a.example", {}}};
    in.metrics = {{"likes", 3, ValueStatus::Ok}, {"views", 0, ValueStatus::Hidden}, {"odd=;%", 1.5, ValueStatus::Estimated}};
    in.rating = 0.8;
    in.container = "forum";
    in.kind = ItemKind::Review;
    in.visibility = Visibility::Unlisted;
    in.sensitive = true;
    in.precision = TimePrecision::Day;
    in.editedAt = kNoon;
    in.tone = 0.25F;
    in.toneLabel = 1;
    in.author.bio = "bio";
    in.author.avatarUrl = "av";
    in.author.profileUrl = "pr";
    in.author.bot = true;
    in.author.createdAt = kNoon;
    in.author.metrics = {{"followers", 10, ValueStatus::Ok}};
    const auto stored = put(store, in);
    CHECK(stored.outcome == Stored::Inserted);
    const auto out = get(store, stored.id);
    CHECK(out.spans == in.spans);
    CHECK(out.media == in.media);
    CHECK(out.refs == in.refs);
    CHECK(out.metrics == in.metrics);
    CHECK(out.author == in.author);
    CHECK(out.rating == in.rating);
    CHECK(std::tie(out.title, out.text, out.warning, out.uri, out.permalink, out.container, out.connector, out.instance, out.nativeId)
          == std::tie(in.title, in.text, in.warning, in.uri, in.permalink, in.container, in.connector, in.instance, in.nativeId));
    CHECK(std::tie(out.kind, out.visibility, out.state, out.sensitive, out.precision, out.editedAt, out.tone, out.toneLabel, out.lang)
          == std::tie(in.kind, in.visibility, in.state, in.sensitive, in.precision, in.editedAt, in.tone, in.toneLabel, in.lang));
    CHECK(out.publishedAt == in.publishedAt);
    CHECK(out.fetchedAt == in.fetchedAt);
    CHECK(store.read([&](Tx &tx) { return Items(tx).latestMetrics(stored.id); }) == in.metrics);
    CHECK(store.read([&](Tx &tx) { return Items(tx).findNative("mastodon", "https://social.example", "42"); }) == stored.id);
    CHECK(store->readNow<ItemId>([](Tx &tx) { return Items(tx).findNative("mastodon", "https://other.example", "42"); }).error().code == Errc::NotFound);
}

TEST_CASE("ids grow with time, sixty-four a second and then over the edge", "[store]")
{
    TempStore store;
    std::vector<AnalysedItem> batch;
    for (int i = 0; i < 150; ++i)
        batch.push_back(analysed(item("n" + std::to_string(i), "x", kNoon)));
    batch.push_back(analysed(item("older", "x", kNoon - std::chrono::hours(24 * 3000)))); // before 2020
    batch.push_back(analysed(item("epoch", "x", Instant{std::chrono::seconds{kItemIdEpoch}})));
    const auto stored = put(store, batch);
    std::set<ItemId> ids;
    for (const auto &one : stored)
        ids.insert(one.id);
    CHECK(ids.size() == batch.size());
    CHECK(stored[0].id == firstItemIdAt(kNoon));
    CHECK(stored[149].id < firstItemIdAt(kNoon + std::chrono::seconds(3)));
    CHECK(stored[150].id < ItemId{0});
    CHECK(stored[151].id == ItemId{1}); // 0 means none
    CHECK(get(store, stored[150].id).nativeId == "older");
    // Later the second is still full, also after a restart.
    store.reopen();
    const auto late = put(store, item("late", "x", kNoon));
    CHECK(late.id > stored[149].id);
    CHECK(late.id < firstItemIdAt(kNoon + std::chrono::seconds(3)));
}

TEST_CASE("the same native id is stored once", "[store]")
{
    TempStore store;
    const auto first = put(store, {analysed(item("1", "a")), analysed(item("1", "a"))});
    CHECK(first[0].id == first[1].id);
    CHECK(first[0].outcome == Stored::Inserted);
    CHECK(first[1].outcome == Stored::Unchanged);
    CHECK(put(store, item("1", "a")).outcome == Stored::Unchanged);
    auto elsewhere = item("1", "a");
    elsewhere.instance = "https://other.example";
    CHECK(put(store, elsewhere).outcome == Stored::Inserted);
    CHECK(ask<int>(store, "SELECT count(*) FROM item") == 2);
}

TEST_CASE("an edit keeps the old words and moves the index", "[store]")
{
    TempStore store;
    const auto id = put(store, item("1", "before words")).id;
    auto edited = item("1", "after words");
    edited.fetchedAt = kNoon + std::chrono::minutes(5);
    edited.editedAt = edited.fetchedAt;
    CHECK(put(store, edited).outcome == Stored::Revised);
    CHECK(get(store, id).text == "after words");
    const auto revisions = store.read([&](Tx &tx) { return Items(tx).revisions(id); });
    REQUIRE(revisions.size() == 1);
    CHECK(revisions[0].text == "before words");
    CHECK(revisions[0].number == 1);
    const auto hits = [&](const char *word) {
        return store.read([&](Tx &tx) { return Items(tx).count(*text::parseQuery(word), 10); });
    };
    CHECK(hits("before") == 0);
    CHECK(hits("after") == 1);
    CHECK(hits("words is:edited") == 1);
    // A page fetched before the edit arrives late.
    CHECK(put(store, item("1", "before words")).outcome == Stored::Unchanged);
    CHECK(get(store, id).text == "after words");
}

TEST_CASE("counts are kept as snapshots when they change, and missing is not zero", "[store]")
{
    TempStore store;
    auto counted = item("1", "a");
    counted.metrics = {{"likes", 1, ValueStatus::Ok}, {"reposts", 0, ValueStatus::Ok}};
    const auto id = put(store, counted).id;
    CHECK(ask<int>(store, "SELECT count(*) FROM observation") == 0);
    counted.fetchedAt += std::chrono::minutes(1);
    CHECK(put(store, counted).outcome == Stored::Unchanged);
    counted.metrics[0].value = 4;
    counted.fetchedAt += std::chrono::minutes(1);
    CHECK(put(store, counted).outcome == Stored::Counted);
    CHECK(ask<int>(store, "SELECT count(*) FROM observation") == 2); // as it was and as it is
    counted.metrics[0] = {"likes", 0, ValueStatus::Hidden};
    counted.fetchedAt += std::chrono::minutes(1);
    CHECK(put(store, counted).outcome == Stored::Counted);
    CHECK(ask<int>(store, "SELECT count(*) FROM observation WHERE value IS NULL AND status=2") == 1);
    const auto latest = store.read([&](Tx &tx) { return Items(tx).latestMetrics(id); });
    CHECK(latest[0].status == ValueStatus::Hidden);
    CHECK(latest[1].value == 0);
    CHECK(latest[1].status == ValueStatus::Ok);
    CHECK(store.read([&](Tx &tx) { return Items(tx).revisions(id); }).empty());
}

TEST_CASE("references are found whichever comes first", "[store]")
{
    TempStore store;
    const auto child = put(store, answering(item("2", "answer", kNoon + std::chrono::minutes(1)), "1"));
    CHECK_FALSE(get(store, child.id).refs[0].target);
    const auto parent = put(store, item("1", "question"));
    CHECK(get(store, child.id).refs[0].target == parent.id);
    const auto second = put(store, answering(item("3", "another", kNoon + std::chrono::minutes(2)), "1"));
    CHECK(get(store, second.id).refs[0].target == parent.id);
    auto foreign = answering(item("4", "elsewhere"), "1");
    foreign.instance = "https://other.example";
    CHECK_FALSE(get(store, put(store, foreign).id).refs[0].target);
    put(store, answering(item("5", "link"), "1", Relation::LinksTo));
    CHECK(ask<int>(store, "SELECT count(*) FROM item_ref WHERE relation=5 AND target_id IS NOT NULL") == 0);
}

TEST_CASE("a thread is a tree with a place for the unseen", "[store]")
{
    TempStore store;
    const auto minute = [](int n) { return kNoon + std::chrono::minutes(n); };
    const auto root = put(store, answering(item("r", "root", minute(0)), "unseen")).id;
    const auto a = put(store, answering(item("a", "a", minute(1)), "r")).id;
    const auto b = put(store, answering(item("b", "b", minute(2)), "r")).id;
    const auto aa = put(store, answering(item("aa", "aa", minute(3)), "a")).id;
    const auto sibling = put(store, answering(item("s", "s", minute(4)), "unseen")).id;
    for (const auto from : {root, a, b, aa, sibling}) {
        const auto thread = store.read([&](Tx &tx) { return Items(tx).thread(from); });
        REQUIRE(thread.size() == 6);
        CHECK_FALSE(thread[0].id);
        CHECK(thread[0].native == "unseen");
        const std::vector<std::pair<ItemId, int>> expected{{root, 1}, {a, 2}, {aa, 3}, {b, 2}, {sibling, 1}};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(thread[i + 1].id == expected[i].first);
            CHECK(thread[i + 1].depth == expected[i].second);
        }
    }
    const auto top = put(store, item("unseen", "here at last", minute(-1))).id;
    const auto whole = store.read([&](Tx &tx) { return Items(tx).thread(aa); });
    REQUIRE(whole.size() == 6);
    CHECK(whole[0].id == top);
    const auto cut = store.read([&](Tx &tx) { return Items(tx).thread(aa, 2); });
    CHECK(std::any_of(cut.begin(), cut.end(), [&](const ThreadEntry &entry) { return entry.id == aa; }));
    CHECK(store->readNow<std::vector<ThreadEntry>>([](Tx &tx) { return Items(tx).thread(ItemId{12345}); }).error().code == Errc::NotFound);
}

TEST_CASE("an answer to something unseen below a root that is here", "[store]")
{
    TempStore store;
    const auto root = put(store, item("r", "root")).id;
    auto lost = answering(item("x", "x", kNoon + std::chrono::minutes(2)), "gone");
    lost.refs.push_back({Relation::Root, "r", {}});
    const auto orphan = put(store, lost).id;
    for (const auto from : {root, orphan}) {
        const auto thread = store.read([&](Tx &tx) { return Items(tx).thread(from); });
        REQUIRE(thread.size() == 3);
        CHECK(thread[0].id == root);
        CHECK(thread[1].native == "gone");
        CHECK(thread[1].depth == 1);
        CHECK(thread[2].id == orphan);
        CHECK(thread[2].depth == 2);
    }
}

TEST_CASE("a circle of answers ends", "[store]")
{
    TempStore store;
    const auto a = put(store, answering(item("a", "a"), "b")).id;
    put(store, answering(item("b", "b", kNoon + std::chrono::minutes(1)), "a"));
    CHECK(store.read([&](Tx &tx) { return Items(tx).thread(a); }).size() == 2);
    const auto self = put(store, answering(item("s", "s"), "s")).id;
    CHECK(store.read([&](Tx &tx) { return Items(tx).thread(self); }).size() == 1);
}

TEST_CASE("deleted words stay readable, and what came before a deletion does not undo it", "[store]")
{
    TempStore store;
    const auto id = put(store, item("1", "said in anger")).id;
    store.clock.advance(std::chrono::minutes(10));
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Items(tx).setState(id, ItemState::DeletedByAuthor));
        return 0;
    });
    CHECK(get(store, id).text == "said in anger");
    CHECK(get(store, id).state == ItemState::DeletedByAuthor);
    auto stale = item("1", "said in anger");
    stale.fetchedAt = kNoon + std::chrono::minutes(5);
    put(store, stale);
    CHECK(get(store, id).state == ItemState::DeletedByAuthor);
    auto tombstone = item("1", "");
    tombstone.fetchedAt = kNoon + std::chrono::minutes(20);
    tombstone.state = ItemState::RemovedByModeration;
    put(store, tombstone);
    CHECK(get(store, id).text == "said in anger");
    CHECK(get(store, id).state == ItemState::RemovedByModeration);
    auto back = item("1", "said in anger");
    back.fetchedAt = kNoon + std::chrono::minutes(30);
    put(store, back);
    CHECK(get(store, id).state == ItemState::Visible);
    CHECK(store->writeNow<int>([](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Items(tx).setState(ItemId{999}, ItemState::Spam));
        return 0;
    }).error().code == Errc::NotFound);
}

TEST_CASE("tone by hand is never overwritten", "[store]")
{
    TempStore store;
    const auto id = put(store, toned(item("1", "great, thanks"), 1)).id;
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Items(tx).setTone(id, -1));
        return 0;
    });
    auto edited = toned(item("1", "great, thanks a lot"), 1);
    edited.fetchedAt += std::chrono::minutes(1);
    put(store, edited);
    CHECK(get(store, id).toneLabel == -1);
    CHECK(get(store, id).toneManual);
    CHECK(store.read([&](Tx &tx) { return Items(tx).count(*text::parseQuery("sentiment:negative lot"), 5); }) == 1);
}

TEST_CASE("members keep their former handles, and items the names they were found by", "[store]")
{
    TempStore store;
    const auto old = put(store, byAuthor(item("1", "a"), "m7", "old@social.example")).id;
    auto renamed = byAuthor(item("2", "b", kNoon + std::chrono::minutes(1)), "m7", "new@social.example");
    renamed.fetchedAt += std::chrono::minutes(1);
    renamed.author.metrics = {{"followers", 12, ValueStatus::Ok}};
    const auto fresh = put(store, renamed).id;
    CHECK(get(store, old).author.handle == "old@social.example");
    CHECK(get(store, fresh).author.handle == "new@social.example");
    CHECK(get(store, old).authorId == get(store, fresh).authorId);
    CHECK(ask<std::string>(store, "SELECT handle FROM member_handle") == "old@social.example");
    CHECK(ask<double>(store, "SELECT followers FROM member") == 12);
    CHECK(ask<int>(store, "SELECT count(*) FROM member") == 1);
}

TEST_CASE("an author who is told later is taken, and found", "[store]")
{
    TempStore store;
    auto unknown = item("1", "a");
    unknown.author = {};
    unknown.author.name = "Somebody";
    const auto id = put(store, unknown).id;
    CHECK_FALSE(get(store, id).authorId);
    CHECK(get(store, id).author.name == "Somebody");
    auto told = byAuthor(item("1", "a"), "m7", "seven@social.example");
    told.fetchedAt += std::chrono::minutes(1);
    CHECK(put(store, told).outcome == Stored::Revised);
    CHECK(get(store, id).authorId);
    CHECK(store.read([&](Tx &tx) { return Items(tx).count(*text::parseQuery("author:seven"), 5); }) == 1);
    CHECK(store.read([&](Tx &tx) { return Items(tx).count(*text::parseQuery("author:somebody"), 5); }) == 0);
    CHECK(put(store, told).outcome == Stored::Unchanged);
    const auto findings = store->verify();
    REQUIRE(findings);
    CHECK(findings->empty());
}

TEST_CASE("nothing of a forgotten member is taken in again", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            tx.session().exec("INSERT INTO suppression VALUES('mastodon', 'https://social.example', 'm9', 'objection', 0)");
            return 1;
        });
    });
    const auto answer = put(store, byAuthor(item("1", "a"), "m9", "nine"));
    CHECK_FALSE(answer.id);
    CHECK(answer.outcome == Stored::Unchanged);
    CHECK(ask<int>(store, "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM member)") == 0);
}

TEST_CASE("rows hold what a card needs", "[store]")
{
    TempStore store;
    const auto id = put(store, item("1", "a")).id;
    put(store, answering(item("2", "a", kNoon + std::chrono::minutes(1)), "1", Relation::RepostOf));
    put(store, answering(item("3", "a", kNoon + std::chrono::minutes(2)), "1", Relation::RepostOf));
    auto edited = item("1", "b");
    edited.fetchedAt += std::chrono::minutes(1);
    put(store, edited);
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto tag, Queries(tx).ensureTag("VIP"));
        VIGIE_CHECK(Queries(tx).setTag(id, tag, true));
        return tx.session().guard([&] {
            const auto ticket = tx.session().insert("INSERT INTO ticket(root_item_id, latest_item_id, member_id, account_id, status, created_at,"
                                                    " changed_at) VALUES(?,?,0,0,'open',0,0)", id, id);
            tx.session().exec("INSERT INTO ticket_item VALUES(?,?)", ticket, id);
            return 0;
        });
    });
    const std::vector<ItemId> asked{ItemId{77}, id};
    const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(asked); });
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].relays == 2);
    CHECK(rows[0].revisions == 1);
    CHECK(rows[0].status == "open");
    CHECK(rows[0].ticket);
    CHECK(rows[0].tags == std::vector<std::string>{"VIP"});
}

TEST_CASE("packed columns survive hostile bytes", "[store]")
{
    const std::string text = "abc";
    const std::vector<TextSpan> spans{{TextSpan::Kind::Link, 0, 3, "abc"}, {TextSpan::Kind::Tag, 9, 2, "%0a\n=,"}, {TextSpan::Kind::Emoji, 1, 2, ""}};
    CHECK(unpackSpans(packSpans(spans, text), text) == spans);
    const std::vector<MetricValue> metrics{{"a=b;c", 0.1, ValueStatus::Ok}, {"", -1e300, ValueStatus::Estimated}, {"x", 0, ValueStatus::NotApplicable}};
    CHECK(unpackMetrics(packMetrics(metrics)) == metrics);
    const std::vector<MetricValue> letters{{"A", 1, ValueStatus::Ok}, {"likes", 2, ValueStatus::Ok}, {"Z", 3, ValueStatus::Ok}, {"rating", 4.5, ValueStatus::Ok}};
    CHECK(unpackMetrics(packMetrics(letters)) == letters);
    Item named = item("42", "x");
    for (const char *link : {"", "https://social.example", "https://social.example/@ada/42", "https://social.example42", "42", "https://other.example/42",
                             "https://other.example/43", "https://social.example/"})
        CHECK(unpackLink(packLink(link, named), named) == link);
    named.nativeId.clear();
    CHECK(unpackLink(packLink("https://social.example/a", named), named) == "https://social.example/a");
    CHECK(packLink("\x01/a", named).empty());
    for (const char *broken : {"", "x", "=", "likes=abc;", "9,9", "\n\n,,,"}) {
        (void)unpackSpans(broken, text);
        (void)unpackMetrics(broken);
    }
}
