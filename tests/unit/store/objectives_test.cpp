// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/campaigns.hpp>
#include <vigie/store/objectives.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

struct Goals {
    ObjectiveId objective(const std::string &name, ObjectiveId parent = {})
    {
        return store.write([&](Tx &tx) -> Result<ObjectiveId> {
            Objectives all(tx);
            VIGIE_CHECK(all.begin("add"));
            Objective one;
            one.name = name;
            one.parent = parent;
            return all.save(one);
        });
    }
    IndicatorId indicator(const std::string &name, ObjectiveId objective, const std::string &formula = "mentions")
    {
        return store.write([&](Tx &tx) -> Result<IndicatorId> {
            Objectives all(tx);
            VIGIE_CHECK(all.begin("add"));
            Indicator one;
            one.name = name;
            one.objective = objective;
            one.formula = formula;
            one.target = 10;
            return all.save(one);
        });
    }
    template <class F>
    void step(const std::string &action, F &&work)
    {
        store.write([&](Tx &tx) -> Result<void> {
            Objectives all(tx);
            VIGIE_CHECK(all.begin(action));
            return work(all);
        });
    }
    std::string undo()
    {
        return store.write([](Tx &tx) { return Objectives(tx).undo(); });
    }
    /// "Fame(Press) Care": names by place, children in parentheses.
    std::string tree(ObjectiveId parent = {})
    {
        std::string out;
        for (const auto &one : store.read([](Tx &tx) { return Objectives(tx).all(); })) {
            if (one.parent != parent)
                continue;
            const auto under = tree(one.id);
            out += (out.empty() ? "" : " ") + one.name + (under.empty() ? "" : "(" + under + ")");
        }
        return out;
    }
    std::size_t indicators() { return store.read([](Tx &tx) { return Objectives(tx).indicators(); }).size(); }
    TempStore store;
};

} // namespace

TEST_CASE("Objectives are a tree that can be rearranged and taken back", "[objectives]")
{
    Goals goals;
    const auto fame = goals.objective("Fame"), care = goals.objective("Care"), press = goals.objective("Press", fame);
    CHECK(goals.tree() == "Fame(Press) Care");
    goals.step("move", [&](Objectives &all) { return all.move(press, ObjectiveId{}, 0); });
    CHECK(goals.tree() == "Press Fame Care");
    goals.step("move", [&](Objectives &all) { return all.move(care, fame, 0); });
    CHECK(goals.tree() == "Press Fame(Care)");
    CHECK(goals.undo() == "move");
    CHECK(goals.undo() == "move");
    CHECK(goals.tree() == "Fame(Press) Care");

    goals.indicator("Mentions", press);
    goals.step("remove", [&](Objectives &all) { return all.remove(fame); });
    CHECK(goals.tree() == "Care");
    CHECK(goals.indicators() == 0);
    CHECK(goals.undo() == "remove");
    CHECK(goals.tree() == "Fame(Press) Care");
    CHECK(goals.indicators() == 1);
    CHECK(goals.undo() == "add"); // the indicator
    CHECK(goals.indicators() == 0);
    for (int i = 0; i < 3; ++i)
        CHECK(goals.undo() == "add");
    CHECK(goals.tree().empty());
    CHECK(goals.undo().empty());
}

TEST_CASE("A circle, a missing parent and a tree too deep are refused", "[objectives]")
{
    Goals goals;
    auto at = goals.objective("1");
    const auto top = at;
    for (int depth = 2; depth <= kMaxObjectiveDepth; ++depth)
        at = goals.objective(std::to_string(depth), at);
    const auto refused = [&](auto work) {
        const auto done = goals.store->writeNow<void>([&](Tx &tx) -> Result<void> {
            Objectives all(tx);
            return work(all);
        });
        REQUIRE(!done);
        return done.error().code;
    };
    const auto add = [](ObjectiveId parent) {
        return [parent](Objectives &all) -> Result<void> {
            Objective one;
            one.name = "x";
            one.parent = parent;
            VIGIE_CHECK(all.save(one));
            return {};
        };
    };
    CHECK(refused(add(at)) == Errc::InvalidInput);
    CHECK(refused(add(ObjectiveId{999})) == Errc::NotFound);
    CHECK(refused([&](Objectives &all) { return all.move(top, at, 0); }) == Errc::InvalidInput);
    const auto other = goals.objective("other");
    CHECK(refused([&](Objectives &all) { return all.move(top, other, 0); }) == Errc::InvalidInput); // six under one more
    CHECK(refused([&](Objectives &all) -> Result<void> {
              VIGIE_CHECK(all.save(Objective{}));
              return {};
          })
          == Errc::InvalidInput);
}

TEST_CASE("Another formula is another version, and results stay under theirs", "[objectives]")
{
    Goals goals;
    const auto id = goals.indicator("Tone", {}, "net_sentiment");
    const auto keep = [&](int version, double value) {
        goals.store.write([&](Tx &tx) { return Objectives(tx).keep(id, {version, 100, 107, value, value - 1, value + 1, 40, {}}); });
    };
    keep(1, 12);
    keep(1, 13); // the same days: measured again
    auto changed = goals.store.read([&](Tx &tx) { return Objectives(tx).indicator(id); });
    CHECK(changed.version == 1);
    changed.formula = "ci(net_sentiment, low)";
    goals.step("change", [&](Objectives &all) -> Result<void> {
        VIGIE_CHECK(all.save(changed));
        return {};
    });
    CHECK(goals.store.read([&](Tx &tx) { return Objectives(tx).indicator(id); }).version == 2);
    keep(2, 5);
    auto results = goals.store.read([&](Tx &tx) { return Objectives(tx).results(id); });
    REQUIRE(results.size() == 2);
    CHECK(results[0].version == 1);
    CHECK(results[0].value == 13.0);
    CHECK(results[1].value == 5.0);
    CHECK(goals.undo() == "change");
    const auto back = goals.store.read([&](Tx &tx) { return Objectives(tx).indicator(id); });
    CHECK(back.version == 1);
    CHECK(back.formula == "net_sentiment");
    changed.formula = "net_sentiment + 1pt";
    goals.step("change", [&](Objectives &all) -> Result<void> {
        VIGIE_CHECK(all.save(changed));
        return {};
    });
    CHECK(goals.store.read([&](Tx &tx) { return Objectives(tx).indicator(id); }).version == 3); // never a version twice
    CHECK(goals.store.read([&](Tx &tx) { return Objectives(tx).versions(id); }).size() == 3);
    CHECK(goals.store.read([&](Tx &tx) { return Objectives(tx).results(id); }).size() == 2);
}

TEST_CASE("Actions follow what they lead to", "[objectives]")
{
    Goals goals;
    const auto id = goals.indicator("Mentions", {});
    const auto campaign = goals.store.write([](Tx &tx) {
        Campaign one;
        one.name = "Spring";
        one.day = 20600;
        one.zone = "Europe/Paris";
        return Campaigns(tx).save(one);
    });
    const auto link = [&](IndicatorAction action) {
        action.indicator = id;
        goals.step("link", [&](Objectives &all) -> Result<void> {
            VIGIE_CHECK(all.link(action));
            return {};
        });
    };
    link({{}, {}, IndicatorAction::Kind::Campaign, campaign.value, {}, {}, false});
    link({{}, {}, IndicatorAction::Kind::Note, 0, "Radio interview", 20590, false});
    const auto actions = [&] { return goals.store.read([&](Tx &tx) { return Objectives(tx).actions(id); }); };
    REQUIRE(actions().size() == 2);
    CHECK(actions()[0].name == "Radio interview");
    CHECK(actions()[1].name == "Spring");
    CHECK(actions()[1].day == 20600);
    goals.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_TRY(auto one, Campaigns(tx).get(campaign));
        one.day = 20580;
        one.name = "Early spring";
        VIGIE_CHECK(Campaigns(tx).save(one));
        return {};
    });
    CHECK(actions()[0].name == "Early spring");
    CHECK(actions()[0].day == 20580);
    goals.store.write([&](Tx &tx) { return Campaigns(tx).remove(campaign); });
    CHECK(actions()[1].gone);
    const auto note = actions().front().id;
    goals.step("unlink", [&](Objectives &all) { return all.unlink(note); });
    CHECK(actions().size() == 1);
    CHECK(goals.undo() == "unlink");
    CHECK(actions().size() == 2);
    const auto nowhere = goals.store->writeNow<IndicatorActionId>([&](Tx &tx) { return Objectives(tx).link({{}, id, IndicatorAction::Kind::Event, 77, {}, {}, false}); });
    REQUIRE(!nowhere);
    CHECK(nowhere.error().code == Errc::NotFound);
    CHECK(actions().size() == 2);
}

TEST_CASE("What was changed since is not taken back", "[objectives]")
{
    Goals goals;
    const auto fame = goals.objective("Fame");
    const auto rename = [&](const std::string &name, bool recorded) {
        goals.store.write([&](Tx &tx) -> Result<void> {
            Objectives all(tx);
            if (recorded)
                VIGIE_CHECK(all.begin("change"));
            VIGIE_TRY(auto one, all.get(fame));
            one.name = name;
            VIGIE_CHECK(all.save(one));
            return {};
        });
    };
    rename("Renown", true);
    rename("Glory", false);
    const auto undone = goals.store->writeNow<std::string>([](Tx &tx) { return Objectives(tx).undo(); });
    REQUIRE(!undone);
    CHECK(undone.error().code == Errc::Conflict);
    CHECK(goals.tree() == "Glory");
}
