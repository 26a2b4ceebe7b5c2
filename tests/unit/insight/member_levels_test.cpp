// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "insight/member_levels.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/identities.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/person_facts.hpp>

#include <map>
#include <string>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

const Period kToday{20514, 20515}; // 2026-03-02

MemberAct said(std::uint32_t member, int day, int label, double age = 0)
{
    return {member, day, age, static_cast<double>(label), static_cast<std::int8_t>(label), false};
}

} // namespace

TEST_CASE("levels are ranks, and gravity is the published example", "[members]")
{
    std::vector<MemberAct> acts;
    for (std::uint32_t member = 1; member <= 30; ++member)
        for (std::uint32_t act = 0; act < (member <= 17 ? 1 : member - 15); ++act)
            acts.push_back(said(member, 0, 0));
    const auto levels = levelsOf(acts);
    CHECK(levels == LevelCounts{1, 4, 8, 17});
    CHECK(gravityOf(levels) == 441.0);
    CHECK_FALSE(gravityOf(levelsOf({})));
}

TEST_CASE("an ambassador has three acts on two days, and means it", "[members]")
{
    std::vector<MemberAct> acts;
    for (int i = 0; i < 4; ++i) {
        acts.push_back(said(1, i / 2, 1));       // four on two days
        acts.push_back(said(2, 0, 1));           // four on one day
        acts.push_back(said(3, i, i < 2 ? 1 : 0)); // two
        acts.push_back(said(4, i, 1));
        acts.push_back(said(4, i, -1));          // as often against
        acts.push_back(said(5, i, 1, 90));       // as the first, on four days, ninety days ago
    }
    const auto scores = scoresOf(acts, Side::Ambassador);
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].member == 1);
    CHECK(scores[0].score == Approx(4 * (1 + std::log2(3.0))));
    CHECK(scores[1].member == 5);
    CHECK(scores[1].score == Approx(2 * (1 + std::log2(5.0))));
    CHECK(scoresOf(acts, Side::Detractor).empty());
    for (int i = 0; i < 4; ++i)
        acts.push_back(said(6, i, -1));
    REQUIRE(scoresOf(acts, Side::Detractor).size() == 1);
    CHECK(scoresOf(acts, Side::Detractor)[0].member == 6);
}

TEST_CASE("levels and ambassadors of a workspace are of the year that ends with the period", "[members][metrics]")
{
    TempStore store;
    std::vector<AnalysedItem> items;
    const auto say = [&](const std::string &who, int daysAgo, int label) {
        auto one = byAuthor(item(who + std::to_string(items.size()), "velora", kNoon - std::chrono::hours(24 * daysAgo + 1)), who, who + "@x");
        items.push_back(analysed(toned(std::move(one), label)));
    };
    for (const int ago : {1, 40, 200, 300})
        say("friend", ago, 1);
    for (const int ago : {2, 3, 4, 5})
        say("foe", ago, -1);
    for (const int ago : {400, 401, 402, 403})
        say("past", ago, 1);
    say("once", 10, 0);
    store.write([&](Tx &tx) { return Items(tx).store(items); });
    Columns columns;
    const auto figure = [&](const char *key) { return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, {}, kToday); }); };
    CHECK(figure("members_core").value == 0); // a tenth of two
    CHECK(figure("members_close").value == 1);
    CHECK(figure("members_around").value == 1);
    CHECK(figure("members_once").value == 1);
    CHECK(figure("members_core").n == 3);
    CHECK(figure("community_gravity").value == 49 + 16 + 1);
    CHECK(figure("ambassadors").value == 1);
    CHECK(figure("detractors").value == 1);
    const auto rows = store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("detractors", {}, kToday, {}); });
    CHECK(rows.size() == 4);
}

TEST_CASE("who works for us, is paid by us or asked not to be ranked is no ambassador, in any of their identities", "[members][metrics]")
{
    TempStore store;
    std::vector<AnalysedItem> items;
    for (const std::string who : {"friend", "colleague", "partner", "shy", "private", "other-self"})
        for (const int ago : {1, 2, 3, 4}) {
            auto one = byAuthor(item(who + std::to_string(ago), "velora", kNoon - std::chrono::hours(24 * ago)), who, who + "@x");
            one.author.optOut = who == "private"; // of the network
            items.push_back(analysed(toned(std::move(one), 1)));
        }
    store.write([&](Tx &tx) { return Items(tx).store(items); });
    const auto figure = [&] {
        Columns columns;
        return store.read([&](Tx &tx) { return FigureReader(tx, columns).read("ambassadors", {}, kToday); });
    };
    const auto apart = [](const Figure &of) {
        for (const auto &note : of.notes)
            if (note.kind == insight::Note::Kind::SetApart)
                return note.count;
        return std::int64_t{0};
    };
    CHECK(figure().value == 5);
    CHECK(apart(figure()) == 1);
    store.write([&](Tx &tx) -> Result<int> {
        std::map<std::string, MemberId> members;
        for (std::int64_t id = 1; id <= 6; ++id) {
            VIGIE_TRY(const auto member, Members(tx).get(MemberId{id}));
            members[member.profile.nativeId] = MemberId{id};
        }
        PersonFacts facts(tx);
        VIGIE_CHECK(facts.addFact(members["colleague"], "staff", "press team", "told", "alex"));
        VIGIE_CHECK(facts.addFact(members["partner"], "paid", "contract of March", "told", "alex"));
        VIGIE_CHECK(facts.addFact(members["shy"], "unranked", "by message", "message of 2 March", "alex"));
        VIGIE_CHECK(facts.addFact(members["friend"], "place", "Lyon", "told", "alex")); // says nothing of the kind
        VIGIE_CHECK(Identities(tx).merge(members["colleague"], members["other-self"], {}, "alex"));
        return 0;
    });
    const auto left = figure();
    CHECK(left.value == 1);
    CHECK(apart(left) == 5);
    Columns columns;
    CHECK(store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("ambassadors", {}, kToday, {}); }).size() == 4);
}
