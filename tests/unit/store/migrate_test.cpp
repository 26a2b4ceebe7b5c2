// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/migrate.hpp"

#include <vigie/text/fold.hpp>

#include <thread>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

const std::vector<Migration> kOne{{1, "0001_a.sql", "CREATE TABLE a(x INTEGER); INSERT INTO a VALUES(1);"}};

std::vector<Migration> plus(std::vector<Migration> list, int version, std::string_view sql)
{
    list.push_back({version, "000" + std::to_string(version) + "_more.sql", sql});
    return list;
}
std::unique_ptr<Session> session(const std::string &path)
{
    auto opened = Session::open(path, SessionMode::Create);
    REQUIRE(opened);
    return std::move(*opened);
}
int value(Session &db, const std::string &sql)
{
    const auto found = db.guard([&] { return db.one<int>(sql).value_or(-1); });
    INFO(sql);
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("the files in the program are numbered without holes and all apply", "[store]")
{
    const auto files = builtinMigrations();
    REQUIRE(files.size() >= 2);
    for (std::size_t i = 0; i < files.size(); ++i)
        CHECK(files[i].version == static_cast<int>(i) + 1);
    TempFolder folder;
    auto db = session(folder.file("new"));
    const auto reached = migrate(*db, folder.file("new"), "", files);
    REQUIRE(reached);
    CHECK(*reached == files.back().version);
    CHECK_FALSE(std::filesystem::exists(folder.file("new.v0.backup"))); // nothing to lose in a new file
    CHECK(value(*db, "PRAGMA application_id") == kApplicationId);
    CHECK(value(*db, "PRAGMA page_size") == 8192);
}

TEST_CASE("an existing file is copied before it is changed", "[store]")
{
    TempFolder folder;
    auto db = session(folder.file("w"));
    REQUIRE(migrate(*db, folder.file("w"), "", kOne));
    REQUIRE(migrate(*db, folder.file("w"), "", plus(kOne, 2, "ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES(2, 2);")));
    CHECK(value(*db, "SELECT count(*) FROM a") == 2);
    CHECK(value(*db, "PRAGMA user_version") == 2);
    auto copy = session(folder.file("w.v1.backup"));
    CHECK(value(*copy, "PRAGMA user_version") == 1);
    CHECK(value(*copy, "SELECT count(*) FROM a") == 1);
    CHECK_FALSE(std::filesystem::exists(folder.file("w.v1.backup.part")));
    // Again: nothing to do, nothing copied.
    std::filesystem::remove(folder.file("w.v1.backup"));
    REQUIRE(migrate(*db, folder.file("w"), "", plus(kOne, 2, "never run")));
    CHECK_FALSE(std::filesystem::exists(folder.file("w.v2.backup")));
    std::filesystem::create_directory(folder.file("copies"));
    REQUIRE(migrate(*db, folder.file("w"), folder.file("copies"), plus(plus(kOne, 2, ""), 3, "CREATE TABLE c(x)")));
    CHECK(std::filesystem::exists(folder.file("copies/w.v2.backup")));
}

TEST_CASE("a file that fails half way leaves the version before it, whole", "[store]")
{
    TempFolder folder;
    auto db = session(folder.file("w"));
    REQUIRE(migrate(*db, folder.file("w"), "", kOne));
    const auto broken = plus(plus(kOne, 2, "CREATE TABLE b(x); INSERT INTO a VALUES(7);"), 3, "CREATE TABLE c(x); INSERT INTO a VALUES(8); INSERT INTO nowhere VALUES(1);");
    const auto failed = migrate(*db, folder.file("w"), "", broken);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Errc::Storage);
    CHECK(failed.error().detail.find("0003_more.sql") != std::string::npos);
    CHECK(value(*db, "PRAGMA user_version") == 2);
    CHECK(value(*db, "SELECT count(*) FROM a") == 2);
    CHECK(value(*db, "SELECT count(*) FROM sqlite_master WHERE name='c'") == 0);
    // Mended, it goes on from there.
    REQUIRE(migrate(*db, folder.file("w"), "", plus(plus(kOne, 2, "broken now"), 3, "CREATE TABLE c(x);")));
    CHECK(value(*db, "PRAGMA user_version") == 3);
}

TEST_CASE("no copy, no migration", "[store]")
{
    TempFolder folder;
    auto db = session(folder.file("w"));
    REQUIRE(migrate(*db, folder.file("w"), "", kOne));
    CHECK_FALSE(migrate(*db, folder.file("w"), folder.file("no/such/folder"), plus(kOne, 2, "CREATE TABLE b(x)")));
    CHECK(value(*db, "PRAGMA user_version") == 1);
}

TEST_CASE("a newer file is refused with its version and left alone", "[store]")
{
    TempStore store;
    store.close();
    {
        auto db = session(store.path());
        REQUIRE(db->guard([&] { db->script("PRAGMA user_version=77"); }));
    }
    const auto before = std::filesystem::file_size(store.path());
    const auto opened = Store::open(store.path(), store.clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::SchemaTooNew);
    CHECK(opened.error().detail.find("77") != std::string::npos);
    CHECK(std::filesystem::file_size(store.path()) == before);
    {
        auto db = session(store.path());
        REQUIRE(db->guard([&] { db->script("PRAGMA user_version=1"); }));
    }
    OpenOptions reading;
    reading.readOnly = true;
    const auto old = Store::open(store.path(), store.clock, reading);
    REQUIRE_FALSE(old);
    CHECK(old.error().code == Errc::Unsupported);
}

TEST_CASE("another folding of words makes the index again, while the workspace is used", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < 5000; ++i)
            batch.push_back(analysed(item("n" + std::to_string(i), i % 2 ? "velora" : "service", kNoon + std::chrono::seconds(i))));
        return Items(tx).store(batch);
    });
    store.write([](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            tx.session().exec("UPDATE meta SET value='0' WHERE key='fold_version'");
            tx.session().exec("INSERT INTO item_fts(item_fts) VALUES('delete-all')"); // as if written by other rules
            return 0;
        });
    });
    store.reopen();
    // Edits and new items land in the middle of the rebuild.
    for (int i = 0; i < 40; ++i)
        store.write([&](Tx &tx) {
            auto edited = item("n" + std::to_string(i * 100), "changed velora", kNoon + std::chrono::seconds(i * 100));
            edited.fetchedAt = kNoon + std::chrono::hours(1);
            const std::vector<AnalysedItem> batch{analysed(std::move(edited)), analysed(item("new" + std::to_string(i), "velora", kNoon + std::chrono::hours(5))),
                                                  analysed(item("old" + std::to_string(i), "velora", kNoon - std::chrono::hours(5)))};
            return Items(tx).store(batch);
        });
    const auto left = [&] {
        return store.read([](Tx &tx) {
            return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM meta WHERE key='reindex_to' OR (key='fold_version' AND value='0')").value_or(-1); });
        });
    };
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (left() != 0 && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    REQUIRE(left() == 0);
    const auto count = [&](const char *source) {
        return store.read([&](Tx &tx) { return Items(tx).count(*text::parseQuery(source), 100'000); });
    };
    CHECK(count("velora") == 2500 + 40 + 80);
    CHECK(count("service") == 2500 - 40);
    CHECK(count("changed") == 40);
    const auto findings = store->verify();
    REQUIRE(findings);
    CHECK(*findings == std::vector<std::string>{});
}

TEST_CASE("nothing is triggered by what comes in by the million", "[store]")
{
    TempStore store;
    // Each such trigger made its statement several times as dear: resources/sql/0017_intake_speed.sql and 0022_plain_inserts.sql.
    const auto found = store.read([](Tx &tx) {
        return tx.session().guard([&] {
            return tx.session().column<std::string>("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name IN ('item', 'item_ref', 'media', 'member', 'query_match')"
                                                    " AND sql LIKE '%INSERT ON '||tbl_name||'%'");
        });
    });
    CHECK(found == std::vector<std::string>{});
    CHECK(store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM sqlite_master WHERE type='trigger' AND tbl_name='item'").value_or(0); }); }) > 0);
}
