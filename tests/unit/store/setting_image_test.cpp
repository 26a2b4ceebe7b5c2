// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

const std::string kVisits = "insight.site_visits", kRates = "insight.view_rates", kName = "workspace.name";

struct Desk {
    test::TempStore store;
    void set(const std::vector<std::pair<std::string, std::string>> &values)
    {
        store.write([&](Tx &tx) -> Result<void> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("own_numbers"));
            for (const auto &[key, value] : values)
                VIGIE_CHECK(Settings(tx).set(key, value));
            return {};
        });
    }
    std::optional<std::string> get(const std::string &key)
    {
        return store.read([&](Tx &tx) { return Settings(tx).get(key); });
    }
    Result<ChangeSet> undo()
    {
        return store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); });
    }
};

} // namespace

TEST_CASE("Numbers entered by hand are taken back one step after the other, to where none was", "[undo][settings]")
{
    Desk desk;
    desk.set({{kVisits, R"({"journal.example":90000})"}});
    desk.set({{kVisits, R"({"journal.example":1,"blog.example":2})"}, {kVisits, R"({"blog.example":2})"}, {kRates, R"({"mastodon":0.1})"}});
    const auto undone = desk.undo();
    REQUIRE(undone);
    CHECK(undone->action == "own_numbers");
    CHECK(desk.get(kVisits) == R"({"journal.example":90000})");
    CHECK(desk.get(kRates) == std::nullopt);
    REQUIRE(desk.undo());
    CHECK(desk.get(kVisits) == std::nullopt);
    CHECK(desk.undo().error().code == Errc::NotFound);
}

TEST_CASE("What was set again since is not overwritten, and other settings are no step", "[undo][settings]")
{
    Desk desk;
    desk.set({{kName, "Maison"}});
    CHECK(desk.undo().error().code == Errc::NotFound);
    desk.set({{kVisits, R"({"journal.example":5})"}});
    desk.store.write([](Tx &tx) { return Settings(tx).set(kVisits, R"({"journal.example":7})"); }); // without a step: as the command line does
    CHECK(desk.undo().error().code == Errc::Conflict);
    CHECK(desk.get(kVisits) == R"({"journal.example":7})");
    CHECK(desk.get(kName) == "Maison");
}
