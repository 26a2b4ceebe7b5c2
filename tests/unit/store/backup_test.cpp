// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/members.hpp>

#include <fstream>
#include <iterator>

using namespace vigie;
using namespace vigie::store;

namespace {

void put(test::TempStore &store, const std::string &value)
{
    store.write([&](Tx &tx) { return Settings(tx).set("marker", value); });
}
std::string marker(test::TempStore &store)
{
    return store.read([](Tx &tx) { return Settings(tx).get("marker"); }).value_or("none");
}
void fill(test::TempStore &store, int count)
{
    std::vector<AnalysedItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(test::analysed(test::item(std::to_string(i), "Bus " + std::to_string(i))));
    store.write([&](Tx &tx) { return Items(tx).store(items); });
}

} // namespace

TEST_CASE("a backup restored is the workspace of that moment, and the other is kept", "[store][backup]")
{
    test::TempStore store;
    fill(store, 200);
    put(store, "before");
    const auto copy = store.folder.file("copy.vigie");
    std::vector<double> seen;
    const auto made = store->backupTo(copy, [&](double share) { seen.push_back(share); return true; });
    INFO((made ? std::string() : made.error().detail));
    REQUIRE(made);
    REQUIRE_FALSE(seen.empty());
    CHECK(seen.back() == Approx(1));
    put(store, "after");
    store.close();
    REQUIRE(restoreFrom(copy, store.path()));
    store.reopen();
    CHECK(marker(store) == "before");
    CHECK(store->verify().value().empty());
    store.close();
    // What was there can be had back the same way.
    REQUIRE(restoreFrom(store.path() + ".before-restore", store.path()));
    store.reopen();
    CHECK(marker(store) == "after");
    CHECK_FALSE(std::filesystem::exists(store.path() + ".restoring"));
}

TEST_CASE("a backup that was stopped leaves no file", "[store][backup]")
{
    test::TempStore store;
    fill(store, 3000);
    const auto copy = store.folder.file("copy.vigie");
    const auto stopped = store->backupTo(copy, [](double) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Errc::Cancelled);
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK_FALSE(std::filesystem::exists(copy + ".part"));
}

TEST_CASE("a bad backup changes nothing", "[store][backup]")
{
    test::TempStore store;
    fill(store, 500);
    put(store, "mine");
    const auto copy = store.folder.file("copy.vigie");
    REQUIRE(store->backupTo(copy));
    store.close();
    const auto code = [&](const std::string &backup) {
        const auto done = restoreFrom(backup, store.path());
        REQUIRE_FALSE(done);
        return done.error().code;
    };
    CHECK(code(store.folder.file("absent")) == Errc::NotFound);
    CHECK(code(store.path()) == Errc::InvalidInput);
    const auto text = store.folder.file("text");
    std::ofstream(text) << std::string(5000, 'x');
    CHECK(code(text) == Errc::StorageDamaged);
    const auto empty = store.folder.file("empty");
    std::ofstream(empty).flush();
    CHECK(code(empty) == Errc::InvalidInput);
    {
        const auto other = Session::open(store.folder.file("other"), SessionMode::Create);
        REQUIRE(other);
        REQUIRE((*other)->guard([&] { (*other)->script("CREATE TABLE item(id); CREATE TABLE ticket(id); CREATE TABLE outbound(id)"); }));
    }
    CHECK(code(store.folder.file("other")) == Errc::InvalidInput);
    const auto newer = store.folder.file("newer");
    std::filesystem::copy_file(copy, newer);
    {
        const auto session = Session::open(newer, SessionMode::ReadWrite);
        REQUIRE((*session)->guard([&] { (*session)->script("PRAGMA user_version=999; PRAGMA journal_mode=DELETE"); }));
    }
    CHECK(code(newer) == Errc::SchemaTooNew);
    const auto torn = store.folder.file("torn");
    std::filesystem::copy_file(copy, torn);
    std::filesystem::resize_file(torn, std::filesystem::file_size(torn) / 2);
    CHECK(code(torn) == Errc::StorageDamaged);
    CHECK_FALSE(std::filesystem::exists(store.path() + ".before-restore"));
    store.reopen();
    CHECK(marker(store) == "mine");
}

TEST_CASE("an open workspace is not replaced", "[store][backup]")
{
    test::TempStore store;
    put(store, "mine");
    const auto copy = store.folder.file("copy.vigie");
    REQUIRE(store->backupTo(copy));
    const auto refused = restoreFrom(copy, store.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Busy);
    CHECK(marker(store) == "mine");
    CHECK_FALSE(std::filesystem::exists(store.path() + ".before-restore"));
}

TEST_CASE("a damaged workspace can be restored over, and its remains are kept", "[store][backup]")
{
    test::TempStore store;
    put(store, "good");
    const auto copy = store.folder.file("copy.vigie");
    REQUIRE(store->backupTo(copy));
    store.close();
    std::ofstream(store.path(), std::ios::trunc) << std::string(9000, 'z');
    std::ofstream(store.path() + "-wal") << "log of the damaged file";
    REQUIRE(restoreFrom(copy, store.path()));
    std::ifstream kept(store.path() + ".before-restore");
    const std::string remains{std::istreambuf_iterator<char>(kept), {}};
    CHECK(remains == std::string(9000, 'z'));
    store.reopen();
    CHECK(marker(store) == "good");
}

TEST_CASE("verify finds damage", "[store][backup]")
{
    test::TempStore store;
    fill(store, 300);
    CHECK(store->verify().value().empty());
    store.write([](Tx &tx) { return tx.session().guard([&] { tx.session().exec("DELETE FROM item_fts_data WHERE id>10"); }); });
    CHECK_FALSE(store->verify().value().empty());
}
