// SPDX-License-Identifier: GPL-3.0-or-later
// search() must say what text::matches() says, item by item.
#include "support/random_items.hpp"
#include "support/temp_store.hpp"

#include "store/search_compile.hpp"
#include "store/session.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/search_steps.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_library.hpp>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <tuple>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

text::Query parse(const std::string &source)
{
    auto query = text::parseQuery(source);
    INFO(source);
    REQUIRE(query);
    return std::move(*query);
}

/// What the tables say of an item, read plainly and apart from what the search does.
struct Known {
    std::string assignee, sla, quoted;
    std::vector<std::string> memberKeys;
    text::SubjectDesk desk;
};

Known knownOf(Tx &tx, const ItemRow &row, Instant now)
{
    auto &db = tx.session();
    Known out;
    const auto id = row.item.id;
    out.assignee = db.one<std::string>("SELECT owner FROM ticket WHERE root_item_id=?", id).value_or("");
    if (const auto since = db.one<Instant>("SELECT waiting_since_at FROM ticket WHERE root_item_id=? AND waiting_since_at IS NOT NULL AND snooze_due_at IS NULL", id)) {
        const auto waits = now - *since;
        out.sla = waits >= std::chrono::hours(24) ? "late" : waits >= std::chrono::hours(18) ? "soon" : "ok";
    }
    out.desk.answered = db.one<int>("SELECT count(*) FROM item_ref WHERE target_id=? AND relation IN (0,4) AND item_id IN (SELECT id FROM item WHERE ours IS NOT NULL)", id).value_or(0) > 0;
    out.desk.known = row.item.authorId && db.one<int>("SELECT count(*) FROM ticket WHERE member_id=? AND outbound>0", row.item.authorId).value_or(0) > 0;
    if (const auto target = db.one<ItemId>("SELECT target_id FROM item_ref WHERE item_id=? AND relation=2 AND target_id IS NOT NULL ORDER BY position", id))
        out.quoted = db.one<std::string>("SELECT coalesce(title, '') || char(10) || text FROM item WHERE id=?", *target).value_or("");
    if (row.item.authorId)
        for (auto handle : db.column<std::string>("SELECT handle FROM member WHERE id=?1 UNION SELECT handle FROM member_handle WHERE member_id=?1", row.item.authorId)) {
            for (auto &c : handle)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            out.memberKeys.push_back(handle);
            out.memberKeys.push_back(handle.substr(0, handle.find('@')));
        }
    return out;
}

std::vector<ItemId> matching(const std::vector<ItemRow> &rows, const text::Query &query, Tx &tx, Instant now)
{
    std::vector<ItemId> out;
    for (const auto &row : rows) {
        std::vector<std::string> words;
        for (auto &token : text::tokenize(text::foldedText(row.item)))
            words.push_back(std::move(token.word));
        auto known = knownOf(tx, row, now);
        known.desk.assignee = known.assignee;
        known.desk.sla = known.sla;
        known.desk.quoted = known.quoted;
        known.desk.memberKeys = known.memberKeys;
        text::Subject subject;
        subject.item = &row.item;
        subject.words = words;
        subject.network = row.item.connector;
        subject.authorHandle = row.item.author.handle;
        subject.authorName = row.item.author.name;
        subject.tags = row.tags;
        subject.status = row.status;
        subject.desk = &known.desk;
        if (text::matches(query, subject))
            out.push_back(row.item.id);
    }
    std::sort(out.begin(), out.end(), [](ItemId a, ItemId b) { return a > b; });
    return out;
}

/// Some tags and tickets on the items of a workspace.
Result<int> dress(Tx &tx, const std::vector<ItemId> &ids, Sequence &random)
{
    Queries queries(tx);
    VIGIE_TRY(const auto vip, queries.ensureTag("VIP"));
    VIGIE_TRY(const auto care, queries.ensureTag("Apr\xC3\xA8s-vente"));
    auto &db = tx.session();
    for (const auto id : ids) {
        if (random.below(5) == 0)
            VIGIE_CHECK(queries.setTag(id, vip, true));
        if (random.below(5) == 0)
            VIGIE_CHECK(queries.setTag(id, care, true));
        if (random.below(3) != 0)
            continue;
        const auto *status = std::array<const char *, 6>{"new", "open", "waiting_inside", "waiting_member", "done", "ignored"}[random.below(6)];
        VIGIE_CHECK(db.guard([&] {
            const auto member = db.one<MemberId>("SELECT coalesce(author_id, 0) FROM item WHERE id=?", id).value_or(MemberId{});
            const auto ticket = db.insert("INSERT INTO ticket(root_item_id, latest_item_id, member_id, account_id, status, snooze_due_at,"
                                          " created_at, changed_at, owner, waiting_since_at, outbound) VALUES(?,?,?,0,?,?,?,?,?,?,?)",
                                          id, id, member, status, random.below(4) == 0 ? std::optional(kNoon) : std::nullopt, kNoon, kNoon,
                                          std::array<const char *, 3>{"", "L\xC3\xA9\x61", "Jo"}[random.below(3)],
                                          random.below(2) == 0 ? std::optional(kNoon - std::chrono::hours(random.below(40))) : std::nullopt, random.below(12) == 0 ? 1 : 0);
            db.exec("INSERT INTO ticket_item(ticket_id, item_id) VALUES(?,?)", ticket, id);
        }));
    }
    return 0;
}

std::vector<ItemId> allIds(TempStore &store)
{
    return store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().column<ItemId>("SELECT id FROM item"); }); });
}

/// What a cut answer is given next: nothing at all, and more only where that was too little to come to a row.
class Patience {
public:
    [[nodiscard]] std::chrono::milliseconds next(bool wentOn)
    {
        budget_ = wentOn ? 0 : budget_ * 2 + 1;
        REQUIRE(budget_ < 60'000);
        return std::chrono::milliseconds(budget_);
    }

private:
    int budget_ = 0;
};

/// Pages of answers that are given no time, each going on where the last one stopped.
std::vector<ItemId> inSteps(TempStore &store, const text::Query &query, int limit)
{
    std::vector<ItemId> out;
    SearchPage page;
    page.limit = limit;
    std::chrono::milliseconds budget{0};
    for (Patience patience;;) {
        const auto part = store.read([&](Tx &tx) { return SearchSteps(tx, budget).search(query, page); });
        CHECK(static_cast<int>(part.ids.size()) <= limit);
        out.insert(out.end(), part.ids.begin(), part.ids.end());
        if (!part.stoppedAt && static_cast<int>(part.ids.size()) < limit)
            return out;
        const auto next = part.stoppedAt ? *part.stoppedAt : part.ids.back();
        const bool wentOn = !part.ids.empty() || (page.before && next < page.before);
        REQUIRE((!page.before || next <= page.before)); // never back
        budget = patience.next(wentOn);
        page.before = next;
    }
}

int countedInSteps(TempStore &store, const text::Query &query)
{
    int sum = 0;
    std::optional<ItemId> before;
    std::chrono::milliseconds budget{0};
    Patience patience;
    do {
        const auto part = store.read([&](Tx &tx) { return SearchSteps(tx, budget).count(query, 100'000, before.value_or(ItemId{})); });
        sum += part.count;
        if (part.stoppedAt && before)
            REQUIRE(*part.stoppedAt <= *before);
        budget = patience.next(part.count > 0 || (part.stoppedAt && before && *part.stoppedAt < *before));
        before = part.stoppedAt;
    } while (before);
    return sum;
}

void checkQueries(TempStore &store, Sequence &random, int rounds)
{
    const auto ids = allIds(store);
    const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(ids); });
    REQUIRE(rows.size() == ids.size());
    for (int round = 0; round < rounds; ++round) {
        const auto source = randomQuery(random, 1 + static_cast<int>(random.below(3)), random.below(2) == 0);
        INFO(source);
        const auto query = parse(source);
        text::QueryContext context;
        context.now = store.clock.now();
        const auto placed = text::parseAndBind(source, context);
        REQUIRE(placed);
        const auto expected = store.read([&](Tx &tx) { return tx.session().guard([&] { return matching(rows, *placed, tx, context.now); }); });
        SearchPage page;
        page.limit = 100'000;
        const auto found = store.read([&](Tx &tx) { return Items(tx).search(query, page); });
        CHECK(found == expected);
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(query, 100'000); }) == static_cast<int>(expected.size()));
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(query, 5); }) == std::min<int>(6, static_cast<int>(expected.size())));
        CHECK(inSteps(store, query, 7) == expected);
        CHECK(countedInSteps(store, query) == static_cast<int>(expected.size()));
    }
}

} // namespace

TEST_CASE("search agrees with the matcher, also after edits, deletions and changes of name", "[store][property]")
{
    Sequence random(20261121);
    TempStore store;
    for (int page = 0; page < 6; ++page)
        store.write([&](Tx &tx) {
            std::vector<AnalysedItem> batch;
            for (int i = 0; i < 50; ++i)
                batch.push_back(analysed(randomItem(random, page * 50 + i)));
            return Items(tx).store(batch);
        });
    const auto ids = allIds(store);
    REQUIRE(ids.size() > 200);
    store.write([&](Tx &tx) { return dress(tx, ids, random); });
    checkQueries(store, random, 150);

    store.clock.advance(std::chrono::hours(1));
    store.write([&](Tx &tx) -> Result<int> {
        std::vector<AnalysedItem> again;
        for (int i = 0; i < 60; ++i) {
            auto edited = randomItem(random, static_cast<int>(random.below(300)));
            edited.fetchedAt = kNoon + std::chrono::minutes(30);
            if (random.below(3) == 0)
                edited.author.handle = "Renamed" + std::to_string(random.below(3)) + "@social.example";
            again.push_back(analysed(std::move(edited)));
        }
        VIGIE_TRY(const auto stored, Items(tx).store(again));
        for (int i = 0; i < 40; ++i) {
            VIGIE_CHECK(Items(tx).setState(ids[random.below(ids.size())], static_cast<ItemState>(random.below(8))));
            VIGIE_CHECK(Items(tx).setTone(ids[random.below(ids.size())], static_cast<int>(random.below(3)) - 1));
        }
        return static_cast<int>(stored.size());
    });
    checkQueries(store, random, 150);
    const auto findings = store->verify();
    REQUIRE(findings);
    CHECK(*findings == std::vector<std::string>{});
}

TEST_CASE("a beginning of a word is found near and far, common and rare", "[store]")
{
    TempStore store;
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 2000; ++i) {
            auto one = item("n" + std::to_string(i), i % 500 == 7 ? "rarely velora" : i % 40 == 3 ? "seldom velora" : "velora", kNoon + std::chrono::seconds(i));
            one.lang = i < 1000 ? "fr" : "en";
            batch.push_back(analysed(std::move(one)));
        }
        return Items(tx).store(batch);
    });
    for (const char *source : {"vel*", "rar*", "sel*", "xyz*", "NOT vel*", "vel* lang:fr", "vel* NOT sel*", "rar* OR sel*", "velo* rar*"}) {
        INFO(source);
        const auto query = parse(source);
        SearchPage whole;
        whole.limit = 100'000; // asks the index
        const auto all = store.read([&](Tx &tx) { return Items(tx).search(query, whole); });
        for (const bool oldestFirst : {false, true})
            for (const int limit : {1, 20, 50, 600}) {
                SearchPage page;
                page.limit = limit;
                page.oldestFirst = oldestFirst;
                auto expected = all;
                if (oldestFirst)
                    std::reverse(expected.begin(), expected.end());
                expected.resize(std::min(expected.size(), static_cast<std::size_t>(limit)));
                CHECK(store.read([&](Tx &tx) { return Items(tx).search(query, page); }) == expected);
                page.from = kNoon + std::chrono::seconds(20);
                page.to = kNoon + std::chrono::seconds(1500);
                std::vector<ItemId> inside;
                for (const auto id : oldestFirst ? std::vector<ItemId>(all.rbegin(), all.rend()) : all)
                    if (id >= firstItemIdAt(*page.from) && id < firstItemIdAt(*page.to) && inside.size() < static_cast<std::size_t>(limit))
                        inside.push_back(id);
                CHECK(store.read([&](Tx &tx) { return Items(tx).search(query, page); }) == inside);
            }
    }
}

TEST_CASE("what few carry is found at once and what more carry is found, too", "[store]")
{
    TempStore store;
    store.write([&](Tx &tx) -> Result<int> {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 2400; ++i) {
            auto one = item("n" + std::to_string(i), i % 3 == 0 ? "velora" : i % 3 == 1 ? "velora squire" : "autre", kNoon + std::chrono::seconds(i));
            const int who = i % 12;
            one.author.nativeId = "a" + std::to_string(who);
            one.author.handle = "who" + std::to_string(who) + "@social.example";
            one.author.metrics = {{"followers", who * 100.0, ValueStatus::Ok}};
            batch.push_back(analysed(std::move(one)));
        }
        VIGIE_TRY(const auto stored, Items(tx).store(batch));
        Queries queries(tx);
        VIGIE_TRY(const auto many, queries.ensureTag("Many"));
        VIGIE_TRY(const auto few, queries.ensureTag("Few"));
        for (std::size_t i = 0; i < stored.size(); ++i) {
            if (i % 2 == 0)
                VIGIE_CHECK(queries.setTag(stored[i].id, many, true));
            if (i % 100 == 99)
                VIGIE_CHECK(queries.setTag(stored[i].id, few, true));
        }
        return 0;
    });
    // Items i of 2,400: velora but where i % 3 == 2, squire where i % 3 == 1, who is i % 12, "Many" where i is even, "Few" where i % 100 == 99.
    const std::vector<std::tuple<const char *, int>> counts = {
        {"velora followers:>1100", 0},      {"velora followers:>=1100", 0},           {"followers:>=1100", 200},          {"squire followers:>=1000", 200},
        {"velora followers:0..100", 400},   {"velora followers:<600", 800},           {"velora member:who1", 200},        {"member:who1 NOT squire", 0},
        {"squire tag:many", 400},           {"tag:many", 1200},                       {"squire tag:few", 8},              {"tag:few tag:many", 0},
        {"tag:many squire member:who4", 200}, {"tag:none", 0},                        {"count(velora)>=1 tag:few", 16},   {"velora NOT tag:many", 800},
        {"vel* tag:many followers:>=600", 400}};
    for (const auto &[source, expected] : counts) {
        INFO(source);
        const auto query = parse(source);
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(query, 100'000); }) == expected);
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(query, 10); }) == std::min(expected, 11));
        SearchPage whole;
        whole.limit = 100'000;
        const auto all = store.read([&](Tx &tx) { return Items(tx).search(query, whole); });
        CHECK(static_cast<int>(all.size()) == expected);
        CHECK(std::is_sorted(all.rbegin(), all.rend()));
        SearchPage page;
        page.limit = 50;
        auto first = all;
        first.resize(std::min<std::size_t>(all.size(), 50));
        CHECK(store.read([&](Tx &tx) { return Items(tx).search(query, page); }) == first);
        page.oldestFirst = true;
        std::vector<ItemId> last(all.rbegin(), all.rbegin() + static_cast<std::ptrdiff_t>(first.size()));
        CHECK(store.read([&](Tx &tx) { return Items(tx).search(query, page); }) == last);
        CHECK(inSteps(store, query, 60) == all);
        CHECK(countedInSteps(store, query) == expected);
    }
}

TEST_CASE("pages follow one another without a gap or a repeat", "[store]")
{
    Sequence random(7);
    TempStore store;
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 300; ++i)
            batch.push_back(analysed(randomItem(random, i)));
        return Items(tx).store(batch);
    });
    for (const char *source : {"", "velora", "velora OR tag:vip", "status:none", "r*", "v* NOT \"bon ser\"*"}) {
        const auto query = parse(source);
        SearchPage whole;
        whole.limit = 1000;
        const auto all = store.read([&](Tx &tx) { return Items(tx).search(query, whole); });
        REQUIRE(all.size() > 20);
        for (const bool oldestFirst : {false, true}) {
            std::vector<ItemId> walked;
            SearchPage page;
            page.limit = 7;
            page.oldestFirst = oldestFirst;
            for (;;) {
                const auto part = store.read([&](Tx &tx) { return Items(tx).search(query, page); });
                walked.insert(walked.end(), part.begin(), part.end());
                if (part.size() < 7)
                    break;
                page.before = part.back();
            }
            if (oldestFirst)
                std::reverse(walked.begin(), walked.end());
            CHECK(walked == all);
        }
    }
}

TEST_CASE("a period is exact to the microsecond, also for items whose second was full", "[store]")
{
    TempStore store;
    std::vector<AnalysedItem> batch;
    for (int i = 0; i < 200; ++i) // 64 fit into the second
        batch.push_back(analysed(item("n" + std::to_string(i), "velora", kNoon + std::chrono::microseconds(i * 10))));
    batch.push_back(analysed(item("next", "velora", kNoon + std::chrono::seconds(1))));
    store.write([&](Tx &tx) { return Items(tx).store(batch); });
    const auto in = [&](Micros from, Micros to) {
        SearchPage page;
        page.limit = 1000;
        page.from = kNoon + from;
        page.to = kNoon + to;
        return store.read([&](Tx &tx) { return Items(tx).search(parse("velora"), page); }).size();
    };
    CHECK(in(Micros(0), std::chrono::seconds(1)) == 200);
    CHECK(in(Micros(0), Micros(1000)) == 100);
    CHECK(in(Micros(1000), Micros(2000)) == 100);
    CHECK(in(Micros(1990), std::chrono::seconds(10)) == 2);
    CHECK(in(std::chrono::seconds(1), std::chrono::seconds(2)) == 1);
    CHECK(in(std::chrono::seconds(2), std::chrono::seconds(9)) == 0);
}

TEST_CASE("a search can be stopped", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 2000; ++i)
            batch.push_back(analysed(item("n" + std::to_string(i), "velora service", kNoon + std::chrono::seconds(i))));
        return Items(tx).store(batch);
    });
    // In SQL, and between the texts that are read one by one.
    for (const char *source : {"velora tag:none", "*lora NEAR/0 absent", "\"*z*\"", "likes:>3"}) {
        INFO(source);
        ManualExecutor reply;
        std::stop_source stop;
        std::vector<Errc> answers;
        const auto query = parse(source);
        store->read<int>(
            [&](Tx &tx) -> Result<int> {
                for (;;) { // until the store says no
                    auto found = Items(tx).search(query, SearchPage{});
                    if (!found)
                        return fail(found.error());
                }
            },
            stop.get_token(), reply, [&](const Result<int> &result) { answers.push_back(result ? Errc::Internal : result.error().code); });
        stop.request_stop();
        REQUIRE(reply.runUntil([&] { return !answers.empty(); }, std::chrono::seconds(10)));
        CHECK(answers == std::vector<Errc>{Errc::Cancelled});
    }
}

TEST_CASE("no text of a query becomes part of a statement", "[store]")
{
    TempStore store;
    for (const char *source : {"\"a') OR 1=1 --\" tag:\"x' OR 'a'='a\"", "tag:\"DROP TABLE\" OR status:open", "NOT (tag:vip b)", "link:\"1=1 drop\" site:drop.vip",
                               "member:\"vip' OR 1=1\"", "connector:vip assignee:drop"}) {
        const auto query = parse(source);
        const auto sql = store.read([&](Tx &tx) -> Result<std::string> { return conditionOn(compileQuery(tx.session(), query, tx.now()), "i.id"); });
        INFO(sql);
        CHECK(sql.find("drop") == std::string::npos);
        CHECK(sql.find("1=1") == std::string::npos);
        CHECK(sql.find("vip") == std::string::npos);
    }
}
