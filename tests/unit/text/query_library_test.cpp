// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/query_library.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

QueryContext context(std::vector<QueryLibrary::Saved> saved)
{
    QueryContext out;
    out.library.saved = std::move(saved);
    out.library.lists = {{"Presse locale", {"@ouest@social.test", "Jo Martin"}}};
    out.zone = "Europe/Paris";
    out.now = parseRfc3339("2026-11-21T12:00:00Z").value();
    return out;
}

bool holds(const QueryContext &context, std::string_view source, std::string_view line)
{
    const auto query = parseAndBind(source, context);
    INFO(source);
    REQUIRE(query);
    const auto sample = readSample(line);
    return matches(*query, sample.subject());
}

QueryError errorOf(const QueryContext &context, std::string_view source)
{
    const auto query = parseAndBind(source, context);
    INFO(source);
    REQUIRE_FALSE(query);
    return query.error();
}

} // namespace

TEST_CASE("saved queries stand for what they say", "[query][library]")
{
    const auto ground = context({{"Notre marque", "dubreuil OR \"maison dubreuil\""}, {"plaintes", "@notre-marque (nul OR retard) # tout ce qui fâche"}, {"tout", ""}});
    CHECK(holds(ground, "@\"Notre marque\" chaise", "une chaise dubreuil"));
    CHECK(holds(ground, "@notre-marque -chaise", "un buffet Dubreuil"));
    CHECK_FALSE(holds(ground, "@notremarque chaise", "une chaise"));
    CHECK(holds(ground, "@plaintes", "Dubreuil en retard"));
    CHECK_FALSE(holds(ground, "NOT @plaintes", "Dubreuil en retard"));
    CHECK(holds(ground, "@tout", "n'importe quoi"));
    CHECK(toSource(parseAndBind("@\"Notre marque\" b", ground)->root) == "@\"Notre marque\" b");
    CHECK_FALSE(matches(*parseQuery("@plaintes"), readSample("Dubreuil en retard").subject())); // not looked up yet
    CHECK(hits(*parseAndBind("@plaintes", ground), "un retard").size() == 1);
}

TEST_CASE("saved queries: unknown names, circles and mistakes have a place and a fix", "[query][library]")
{
    const auto ground = context({{"a", "x @b"}, {"b", "@a"}, {"moi", "@moi"}, {"faux", "(x"}, {"plaintes", "nul"}});
    auto error = errorOf(ground, "été @plainte");
    CHECK(error.fault == QueryFault::UnknownSaved);
    CHECK(error.position == 6);
    CHECK(error.found == "@plainte");
    CHECK(error.suggestion == "plaintes");
    CHECK(mended("été @plainte", error) == "été @plaintes");
    error = errorOf(ground, "@orange");
    CHECK(mended("@orange", error) == "\"@orange\"");
    CHECK(errorOf(ground, "x @a").fault == QueryFault::SavedCircle);
    CHECK(errorOf(ground, "x @a").position == 2);
    CHECK(mended("x @a", errorOf(ground, "x @a")) == "x ");
    CHECK(errorOf(ground, "@moi").fault == QueryFault::SavedCircle);
    CHECK(errorOf(ground, "@faux").fault == QueryFault::SavedBroken);
    CHECK(errorOf(ground, "list:\"press local\"").fault == QueryFault::UnknownList);
    CHECK(errorOf(ground, "list:\"press local\"").suggestion == "Presse locale");
}

TEST_CASE("saved queries nest and grow only so far", "[query][library]")
{
    std::vector<QueryLibrary::Saved> chain{{"q0", "x"}}, flood{{"q0", "x OR y OR z"}};
    for (int i = 1; i < 12; ++i) {
        const auto below = "@q" + std::to_string(i - 1);
        chain.push_back({"q" + std::to_string(i), below});
        flood.push_back({"q" + std::to_string(i), below + " " + below + " " + below + " " + below + " " + below});
    }
    CHECK(parseAndBind("@q7", context(chain)));
    CHECK(errorOf(context(chain), "@q8").fault == QueryFault::TooDeep);
    CHECK(parseAndBind("@q4", context(flood)));
    CHECK(errorOf(context(flood), "@q7").fault == QueryFault::TooDeep);
}

TEST_CASE("saved queries: a rename is carried, a removal takes the source along", "[query][library]")
{
    CHECK(renameSaved("@marque (a OR @\"Marque\") # @marque", "Marque", "Notre marque") == "@\"Notre marque\" (a OR @\"Notre marque\") # @marque");
    CHECK(renameSaved("(@a) -@a", "a", "b") == "(@b) -@b");
    CHECK(renameSaved("(@a", "a", "b") == "(@a");
    CHECK(renameSaved("@c", "a", "b") == "@c");
    CHECK(inlineSaved("x -@a y", "a", "b OR c # note") == "x -(b OR c) y");
    CHECK(savedNamesIn("@a (b @\"c d\") \"@e\"") == std::vector<std::string>{"a", "c d"});
}

TEST_CASE("lists of authors and times are those of the person", "[query][library]")
{
    const auto ground = context({});
    CHECK(holds(ground, "list:\"presse locale\"", "[author=ouest@social.test] x"));
    CHECK(holds(ground, "list:\"presse locale\"", "[name=Jo Martin] x"));
    CHECK_FALSE(holds(ground, "list:\"presse locale\"", "[author=autre@social.test] x"));
    // Paris is an hour ahead: its day begins at 23:00 UTC.
    CHECK(holds(ground, "since:2026-11-20", "[at=2026-11-19T23:00:00Z] x"));
    CHECK_FALSE(holds(ground, "since:2026-11-20", "[at=2026-11-19T22:59:00Z] x"));
    CHECK(holds(ground, "date:hier", "[at=2026-11-20T10:00:00Z] x"));
    CHECK_FALSE(holds(ground, "date:hier", "[at=2026-11-20T23:00:00Z] x"));
    CHECK(holds(ground, "date:today", "[at=2026-11-20T23:00:00Z] x"));
    CHECK(holds(ground, "since:24h", "[at=2026-11-20T12:00:00Z] x"));
    CHECK_FALSE(holds(ground, "since:24h", "[at=2026-11-20T11:59:59Z] x"));
    CHECK(holds(ground, "date:7j", "[at=2026-11-15T12:00:00Z] x"));
    CHECK(holds(ground, "since:1mo", "[at=2026-10-21T12:30:00Z] x"));
    // The clock goes back on 2026-10-25: that day has 25 hours.
    CHECK(holds(ground, "date:2026-10-25", "[at=2026-10-25T22:30:00Z] x"));
    CHECK_FALSE(holds(ground, "date:2026-10-25", "[at=2026-10-25T23:00:00Z] x"));
    CHECK(dependsOnDesk(*parseQuery("a since:7d")));
    CHECK_FALSE(dependsOnDesk(*parseQuery("a since:2026")));
    CHECK(dependsOnCounts(*parseQuery("a likes:>3")));
}
