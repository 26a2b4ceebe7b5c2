// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/insight/estimates.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::insight;

TEST_CASE("A site is found in what is typed or pasted, and nothing else passes for one", "[estimates]")
{
    const auto [typed, site] = GENERATE(table<const char *, const char *>({{"journal.example", "journal.example"},
                                                                          {"  https://www.Journal.example/une?x=1#y ", "journal.example"},
                                                                          {"http://blog.journal.example:8080/", "blog.journal.example"},
                                                                          {"WWW.journal.example", "journal.example"},
                                                                          {"journal", ""},
                                                                          {"", ""},
                                                                          {"a journal.example", ""},
                                                                          {"journal.example) OR (a", ""},
                                                                          {".example", ""},
                                                                          {"-a.example", ""},
                                                                          {"journal.", ""}}));
    CHECK(siteNamed(typed) == site);
}

TEST_CASE("Visits are kept by the site as it is queried, whoever writes it how, and forgotten the same way", "[estimates]")
{
    test::TempStore store;
    const auto visits = [&] { return store.read([](store::Tx &tx) { return Estimates(tx).siteVisits(); }); };
    store.write([](store::Tx &tx) { return Estimates(tx).setSiteVisits("https://www.journal.example/", 90'000); });
    CHECK(visits() == std::map<std::string, double>{{"journal.example", 90'000}});
    const auto refused = store->writeNow<void>([](store::Tx &tx) { return Estimates(tx).setSiteVisits("not a site", 3); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::InvalidInput);
    store.write([](store::Tx &tx) { return Estimates(tx).setSiteVisits("Journal.example", std::nullopt); });
    CHECK(visits().empty());
}
