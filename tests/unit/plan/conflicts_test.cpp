// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/conflicts.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::plan;
using namespace std::chrono_literals;

namespace {

PlanItem post(int id, std::chrono::minutes at, const std::string &text, AccountId account = AccountId{1})
{
    PlanItem out;
    out.id = PlanId{id};
    out.text = text;
    out.wall = WallTime{2026, 3, 2, 9, 0, 0};
    out.due = Instant{std::chrono::seconds{1772452800}} + at;
    out.variants.resize(1);
    out.variants.front().account = account;
    return out;
}

} // namespace

TEST_CASE("a link is the same whatever counts its visits", "[plan][conflicts]")
{
    CHECK(comparableLink("https://www.Dubreuil.test/Chene/?utm_source=x&page=2&fbclid=1#top") == "dubreuil.test/Chene?page=2");
    CHECK(comparableLink("http://dubreuil.test/") == "dubreuil.test");
    CHECK(comparableLink("https://dubreuil.test/a") != comparableLink("https://dubreuil.test/A"));
    CHECK(linksIn("Lire (https://dubreuil.test/a), puis https://dubreuil.test/a/ et http://b.test/x!") == std::vector<std::string>{"dubreuil.test/a", "b.test/x"});
    CHECK(linksIn("http:// et httpd et rien").empty());
}

TEST_CASE("two posts of an account within minutes, or with one link within days, are said", "[plan][conflicts]")
{
    const auto mine = post(1, 0min, "Le guide https://dubreuil.test/chene?utm_medium=social");
    const std::vector<PlanItem> others{mine,
                                       post(2, -10min, "Bonjour"),
                                       post(3, 15min, "Assez loin"),
                                       post(4, 3 * 24h, "Encore https://dubreuil.test/chene"),
                                       post(5, 8 * 24h, "Plus tard https://dubreuil.test/chene"),
                                       post(6, 1min, "Ailleurs https://dubreuil.test/chene", AccountId{2})};
    const auto found = conflictsOf(mine, others);
    REQUIRE(found.size() == 2);
    CHECK(found[0].what == PostConflict::What::TooClose);
    CHECK(found[0].other == PlanId{2});
    CHECK(found[0].apart == -10min);
    CHECK(found[1].what == PostConflict::What::SameLink);
    CHECK(found[1].other == PlanId{4});
    CHECK(found[1].link == "dubreuil.test/chene");
    auto draft = mine;
    draft.wall.reset();
    CHECK(conflictsOf(draft, others).empty());
    auto own = others;
    own[3].variants.front().overridden = true;
    own[3].variants.front().text = "sans lien";
    CHECK(conflictsOf(mine, own).size() == 1);
}
