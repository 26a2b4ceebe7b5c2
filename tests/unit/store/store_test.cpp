// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <thread>

using namespace vigie;
using namespace vigie::store;
using vigie::test::analysed;
using vigie::test::item;
using vigie::test::kNoon;
using vigie::test::TempFolder;
using vigie::test::TempStore;

namespace {

Result<int> putSetting(Tx &tx, const std::string &key, const std::string &value)
{
    return tx.session().guard([&] {
        tx.session().exec("INSERT INTO setting(key, value) VALUES(?,?)", key, value);
        tx.change().settings = true;
        return 1;
    });
}
Result<int> countSettings(Tx &tx)
{
    return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM setting").value_or(-1); });
}
Result<std::vector<StoredItem>> storeOne(Tx &tx, const std::string &native, const std::string &text, Instant at = kNoon)
{
    const std::vector<AnalysedItem> batch{analysed(item(native, text, at))};
    return Items(tx).store(batch);
}
/// Keeps the writer busy until let go, so that what is queued behind it is known to wait.
struct Plug {
    std::promise<void> started, release;
    std::thread thread;
    explicit Plug(Store &store)
        : thread([this, &store] {
              (void)store.writeNow<int>([this](Tx &) -> Result<int> {
                  started.set_value();
                  release.get_future().wait();
                  return 0;
              });
          })
    {
        started.get_future().wait();
    }
    void pull()
    {
        release.set_value();
        thread.join();
    }
};

} // namespace

TEST_CASE("a write is seen by reads once it answered", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) { return putSetting(tx, "a", "1"); });
    CHECK(store.read(countSettings) == 1);
    store.reopen();
    CHECK(store.read(countSettings) == 1);
    CHECK(store->schemaVersion() >= 2);
}

TEST_CASE("a job that fails takes back its own changes and no others", "[store]")
{
    TempStore store;
    ManualExecutor reply;
    Plug plug(*store);
    std::vector<std::string> answers;
    const auto note = [&](const char *name) {
        return [&answers, name](const Result<int> &result) { answers.push_back(std::string(name) + (result ? " ok" : std::string(" ") + errcName(result.error().code))); };
    };
    store->write<int>([](Tx &tx) { return putSetting(tx, "a", "1"); }, {}, reply, note("first"), Durability::Normal);
    store->write<int>(
        [](Tx &tx) -> Result<int> {
            VIGIE_TRY(const int one, putSetting(tx, "b", "1"));
            (void)one;
            return fail(Errc::Conflict);
        },
        {}, reply, note("second"), Durability::Normal);
    store->write<int>([](Tx &tx) { return putSetting(tx, "a", "again"); }, {}, reply, note("third"), Durability::Normal);
    store->write<int>([](Tx &tx) { return putSetting(tx, "c", "1"); }, {}, reply, note("fourth"), Durability::Full);
    CHECK(answers.empty());
    plug.pull();
    REQUIRE(reply.runUntil([&] { return answers.size() == 4; }, std::chrono::seconds(10)));
    CHECK(answers == std::vector<std::string>{"first ok", "second conflict", "third duplicate", "fourth ok"});
    CHECK(store.read(countSettings) == 2);
}

TEST_CASE("changes are published in order after their commit, and not after cancel", "[store]")
{
    TempStore store;
    ManualExecutor reply;
    std::vector<std::uint64_t> sequences;
    auto subscription = store->subscribe(reply, [&](const Change &change) {
        CHECK(change.settings);
        sequences.push_back(change.sequence);
    });
    for (const char *key : {"a", "b", "c"})
        store.write([&](Tx &tx) { return putSetting(tx, key, "1"); });
    CHECK_FALSE(store->writeNow<int>([](Tx &tx) { return putSetting(tx, "a", "1"); }));
    reply.runPending();
    REQUIRE(sequences.size() == 3);
    CHECK(sequences[0] < sequences[1]);
    CHECK(sequences[1] < sequences[2]);
    store.write([](Tx &tx) { return putSetting(tx, "d", "1"); });
    subscription.cancel();
    reply.runPending();
    CHECK(sequences.size() == 3);
}

TEST_CASE("a reader keeps its snapshot while others write", "[store]")
{
    TempStore store;
    const auto seen = store.read([&](Tx &tx) -> Result<std::pair<int, int>> {
        VIGIE_TRY(const int before, countSettings(tx));
        std::thread([&] { (void)store->writeNow<int>([](Tx &other) { return putSetting(other, "a", "1"); }); }).join();
        VIGIE_TRY(const int after, countSettings(tx));
        return std::pair(before, after);
    });
    CHECK(seen == std::pair(0, 0));
    CHECK(store.read(countSettings) == 1);
}

TEST_CASE("a stopped read ends soon and answers once", "[store]")
{
    TempStore store;
    ManualExecutor reply;
    std::stop_source stop;
    std::atomic<bool> running{false};
    std::vector<Errc> answers;
    store->read<int>(
        [&](Tx &tx) -> Result<int> {
            running = true;
            return tx.session().guard([&] {
                return tx.session().one<int>("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<10000000000) SELECT count(*) FROM n").value_or(0);
            });
        },
        stop.get_token(), reply, [&](const Result<int> &result) { answers.push_back(result ? Errc::Internal : result.error().code); });
    while (!running)
        std::this_thread::yield();
    stop.request_stop();
    REQUIRE(reply.runUntil([&] { return !answers.empty(); }, std::chrono::seconds(10)));
    CHECK(answers == std::vector<Errc>{Errc::Cancelled});
    CHECK(store.read(countSettings) == 0); // the connection is as good as before

    std::vector<Errc> late;
    store->read<int>(countSettings, stop.get_token(), reply, [&](const Result<int> &result) { late.push_back(result ? Errc::Internal : result.error().code); });
    store->write<int>([](Tx &tx) { return putSetting(tx, "a", "1"); }, stop.get_token(), reply,
                      [&](const Result<int> &result) { late.push_back(result ? Errc::Internal : result.error().code); });
    REQUIRE(reply.runUntil([&] { return late.size() == 2; }, std::chrono::seconds(10)));
    CHECK(late == std::vector<Errc>{Errc::Cancelled, Errc::Cancelled});
    CHECK(store.read(countSettings) == 0);
}

TEST_CASE("a job that waits for its own store is refused instead of hanging", "[store]")
{
    TempStore store;
    const auto inside = store->writeNow<int>([&](Tx &) { return store->writeNow<int>(countSettings); });
    REQUIRE_FALSE(inside);
    CHECK(inside.error().code == Errc::Internal);
    CHECK_FALSE(store->readNow<int>([&](Tx &) { return store->readNow<int>(countSettings); }));
}

TEST_CASE("a job that throws fails alone", "[store]")
{
    TempStore store;
    const auto thrown = store->writeNow<int>([](Tx &) -> Result<int> { throw std::runtime_error("defect"); });
    REQUIRE_FALSE(thrown);
    CHECK(thrown.error().code == Errc::Internal);
    CHECK(store.write([](Tx &tx) { return putSetting(tx, "a", "1"); }) == 1);
}

TEST_CASE("queued writes are done before the store goes", "[store]")
{
    TempStore store;
    ManualExecutor reply;
    int answered = 0;
    for (int i = 0; i < 20; ++i)
        store->write<int>([i](Tx &tx) { return putSetting(tx, std::to_string(i), "1"); }, {}, reply,
                          [&](const Result<int> &result) { answered += result ? 1 : 0; });
    store.close();
    reply.runPending();
    CHECK(answered == 20);
    store.reopen();
    CHECK(store.read(countSettings) == 20);
}

TEST_CASE("what cannot be a workspace is refused with the reason and left alone", "[store]")
{
    TempFolder folder;
    FakeClock clock(kNoon);
    const auto codeOf = [&](const std::string &path, const OpenOptions &options = {}) {
        const auto opened = Store::open(path, clock, options);
        return opened ? std::string("opened") : std::string(errcName(opened.error().code));
    };
    OpenOptions existing;
    existing.create = false;
    CHECK(codeOf(folder.file("none"), existing) == errcName(Errc::NotFound));
    CHECK_FALSE(std::filesystem::exists(folder.file("none")));
    OpenOptions reading;
    reading.readOnly = true;
    CHECK(codeOf(folder.file("none"), reading) == errcName(Errc::NotFound));
    CHECK(codeOf(folder.path().string()) == errcName(Errc::InvalidInput));
    CHECK(codeOf(folder.file("missing/folder/file")) == errcName(Errc::NotFound));

    const std::string text(20000, 'x');
    std::ofstream(folder.file("letter.txt")) << text;
    CHECK(codeOf(folder.file("letter.txt")) == errcName(Errc::StorageDamaged));
    std::ifstream back(folder.file("letter.txt"));
    CHECK(std::string(std::istreambuf_iterator<char>(back), {}) == text);

    {
        auto other = Session::open(folder.file("other.db"), SessionMode::Create);
        REQUIRE(other);
        REQUIRE((*other)->guard([&] { (*other)->script("CREATE TABLE recipes(name TEXT)"); }));
    }
    CHECK(codeOf(folder.file("other.db")) == errcName(Errc::InvalidInput));
}

TEST_CASE("a file one may not read says so", "[store]")
{
    if (::geteuid() == 0)
        return; // everything may be read
    TempStore store;
    store.close();
    ::chmod(store.path().c_str(), 0);
    FakeClock clock(kNoon);
    const auto opened = Store::open(store.path(), clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::Storage);
    ::chmod(store.path().c_str(), 0600);
}

TEST_CASE("a damaged file is told from a busy one", "[store]")
{
    TempStore store;
    for (int i = 0; i < 300; ++i)
        store.write([&](Tx &tx) { return storeOne(tx, "n" + std::to_string(i), "words enough to fill some pages " + std::to_string(i)); });
    store.close();
    {
        std::fstream file(store.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto size = static_cast<long>(std::filesystem::file_size(store.path()));
        const std::string rubbish(8192, '\xA5');
        for (long at = 8192; at + 8192 <= size; at += 8192) {
            file.seekp(at);
            file.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
        }
    }
    FakeClock clock(kNoon);
    OpenOptions checking;
    checking.integrityCheck = true;
    const auto opened = Store::open(store.path(), clock, checking);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::StorageDamaged);
}

TEST_CASE("a workspace and its copies are for the person at this desk alone", "[store]")
{
    const auto old = ::umask(022);
    TempStore store;
    store.write([](Tx &tx) { return storeOne(tx, "n1", "a private message"); });
    const auto copy = store.path() + ".copy";
    REQUIRE(store->backupTo(copy));
    ::umask(old);
    for (const auto &path : {store.path(), store.path() + "-wal", copy})
        CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::all)
              == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a lock held by another process is Busy, and nothing is lost", "[store]")
{
    TempStore store;
    auto other = Session::open(store.path(), SessionMode::ReadWrite);
    REQUIRE(other);
    REQUIRE((*other)->guard([&] { (*other)->script("BEGIN IMMEDIATE"); }));
    const auto blocked = store->writeNow<int>([](Tx &tx) { return putSetting(tx, "a", "1"); });
    REQUIRE_FALSE(blocked);
    CHECK(blocked.error().code == Errc::Busy);
    CHECK(store.read(countSettings) == 0);
    REQUIRE((*other)->guard([&] { (*other)->script("ROLLBACK"); }));
    CHECK(store.write([](Tx &tx) { return putSetting(tx, "a", "1"); }) == 1);
}

TEST_CASE("what another process writes is not overlooked", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) { return storeOne(tx, "1", "velora"); });
    auto other = Store::open(store.path(), store.clock);
    REQUIRE(other);
    // The same second, the same author: both would otherwise trust what they remember.
    REQUIRE((*other)->writeNow<std::vector<StoredItem>>([](Tx &tx) { return storeOne(tx, "2", "velora"); }));
    store.write([](Tx &tx) { return storeOne(tx, "3", "velora"); });
    REQUIRE((*other)->writeNow<std::vector<StoredItem>>([](Tx &tx) { return storeOne(tx, "4", "velora"); }));
    CHECK(store.read([](Tx &tx) { return Items(tx).count(*text::parseQuery("velora"), 10); }) == 4);
}

TEST_CASE("a full disk loses nothing that was answered", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) { return putSetting(tx, "kept", "1"); });
    store.write([](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            // The file may grow by a few pages only: what the file system does when it is full.
            const auto pages = tx.session().one<int>("PRAGMA page_count").value_or(0);
            tx.session().one<int>("PRAGMA max_page_count=" + std::to_string(pages + 4));
            return 1;
        });
    });
    ManualExecutor reply;
    Plug plug(*store);
    std::vector<std::string> answers;
    store->write<int>([](Tx &tx) { return putSetting(tx, "small", "1"); }, {}, reply,
                      [&](const Result<int> &result) { answers.push_back(result ? "ok" : errcName(result.error().code)); }, Durability::Normal);
    store->write<int>([](Tx &tx) { return putSetting(tx, "big", std::string(1'000'000, 'x')); }, {}, reply,
                      [&](const Result<int> &result) { answers.push_back(result ? "ok" : errcName(result.error().code)); }, Durability::Normal);
    plug.pull();
    REQUIRE(reply.runUntil([&] { return answers.size() == 2; }, std::chrono::seconds(10)));
    CHECK(answers[1] == errcName(Errc::StorageFull));
    // Whoever was told "ok" finds his row, whoever was not does not.
    CHECK(store.read(countSettings) == 1 + (answers[0] == "ok" ? 1 : 0));
    store.write([](Tx &tx) -> Result<int> {
        return tx.session().guard([&] { return tx.session().one<int>("PRAGMA max_page_count=1000000").value_or(0); });
    });
    store.write([](Tx &tx) { return putSetting(tx, "after", "1"); });
    store.reopen();
    CHECK(store.read(countSettings) == 2 + (answers[0] == "ok" ? 1 : 0));
}

TEST_CASE("a workspace open for reading refuses to write", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) { return putSetting(tx, "a", "1"); });
    OpenOptions reading;
    reading.readOnly = true;
    auto second = Store::open(store.path(), store.clock, reading);
    REQUIRE(second);
    const auto seen = (*second)->readNow<int>(countSettings);
    REQUIRE(seen);
    CHECK(*seen == 1);
    const auto refused = (*second)->writeNow<int>(countSettings);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Storage);
    ManualExecutor reply;
    int answers = 0;
    (*second)->write<int>(countSettings, {}, reply, [&](const Result<int> &result) { answers += result ? 100 : 1; });
    reply.runPending();
    CHECK(answers == 1);
}

TEST_CASE("names of files mean nothing to the library", "[store]")
{
    TempFolder folder;
    FakeClock clock(kNoon);
    for (const char *name : {"a b.vigie", "50%.vigie", "what?.vigie", "k=\"v\".vigie", "#1.vigie", "\xC3\xA9t\xC3\xA9.vigie"}) {
        INFO(name);
        auto opened = Store::open(folder.file(name), clock);
        REQUIRE(opened);
        REQUIRE((*opened)->writeNow<int>([](Tx &tx) { return putSetting(tx, "a", "1"); }));
        CHECK(std::filesystem::exists(folder.file(name)));
    }
}

TEST_CASE("statements keep their values apart and can be read inside one another", "[store]")
{
    TempStore store;
    store.write([](Tx &tx) -> Result<int> {
        auto &db = tx.session();
        return db.guard([&] {
            const std::string nasty = "'); DROP TABLE setting; --";
            db.exec("INSERT INTO setting(key, value) VALUES(?,?)", nasty, std::string("zero\0byte", 9));
            db.exec("INSERT INTO setting(key, value) VALUES(?,?)", "b", "2");
            std::vector<std::string> pairs;
            db.each<std::string>("SELECT key FROM setting ORDER BY key", {}, [&](const std::string &outer) {
                db.each<std::string>("SELECT key FROM setting ORDER BY key", {}, [&](const std::string &inner) { pairs.push_back(outer + inner); });
            });
            CHECK(pairs.size() == 4);
            CHECK(db.one<std::string>("SELECT value FROM setting WHERE key=?", nasty)->size() == 9);
            CHECK_FALSE(db.one<std::string>("SELECT value FROM setting WHERE key=?", "none"));
            CHECK_FALSE(db.one<std::optional<int>>("SELECT NULL").value());
            CHECK(db.one<std::int64_t>("SELECT ?", std::int64_t{1} << 60).value() == std::int64_t{1} << 60);
            CHECK(db.one<double>("SELECT ?", 0.1).value() == 0.1);
            const auto two = db.one<int, std::string>("SELECT 1, 'x'");
            CHECK(std::get<1>(*two) == "x");
            return 1;
        });
    });
    const auto broken = store->writeNow<int>([](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            tx.session().exec("INSERT INTO nowhere VALUES(1)");
            return 1;
        });
    });
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == Errc::Storage);
}
