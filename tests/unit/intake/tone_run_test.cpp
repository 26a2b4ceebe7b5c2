// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of people on a real workspace file: what they measure, teach, and change in what is stored.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/intake/tone_run.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>
#include <utility>

using namespace vigie;
using store::ToneState;
using store::Tx;

namespace {

struct Place {
    test::TempStore store;
    intake::Analysis analysis;
    intake::ToneRun run{*store, analysis};

    ItemId put(const std::string &native, const std::string &text)
    {
        auto one = test::item(native, text, test::kNoon + std::chrono::minutes(std::stoi(native)));
        one.lang = "fr";
        const std::vector<store::AnalysedItem> items{analysis.analyse(one)};
        return store.write([&](Tx &tx) { return store::Items(tx).store(items); }).front().id;
    }
    void say(ItemId item, int label)
    {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_TRY(const auto set, store::Tickets(tx).beginChangeSet("tone"));
            VIGIE_CHECK(store::Items(tx).setTone(item, label));
            return static_cast<int>(set.value);
        });
    }
    Item get(ItemId item)
    {
        return *store.read([&](Tx &tx) { return store::Items(tx).get(item); });
    }
    ToneState state()
    {
        return store.read([](Tx &tx) { return store::Tones(tx).state(); });
    }
    store::ToneConfusion confusion()
    {
        return store.read([](Tx &tx) { return store::Tones(tx).confusion(); });
    }
    /// The kept sums are those of the rows.
    void checkSums()
    {
        store::FigureFilter all;
        all.toDay = 40'000;
        const auto kept = store.read([&](Tx &tx) { return store::Figures(tx).days(all); });
        const auto counted = store.read([&](Tx &tx) { return store::Figures(tx).recount(all); });
        REQUIRE(kept.size() == counted.size());
        REQUIRE_FALSE(kept.empty());
        for (std::size_t i = 0; i < kept.size(); ++i) {
            CHECK(kept[i].positive == counted[i].positive);
            CHECK(kept[i].neutral == counted[i].neutral);
            CHECK(kept[i].negative == counted[i].negative);
        }
    }
};

std::string aboutZorbec(int i)
{
    static const std::vector<std::string> kWays{"Le quai zorbec ce matin", "On parle de zorbec au bureau", "La ligne passe par zorbec", "Le zorbec revient lundi", "Voici zorbec sur le plan"};
    return kWays[static_cast<std::size_t>(i) % kWays.size()] + ", num\xC3\xA9ro " + std::to_string(i);
}

} // namespace

TEST_CASE("what the machine said before a person did is kept, and measures it", "[tone]")
{
    Place place;
    const auto bad = place.put("1", "Service lamentable, je suis d\xC3\xA9\xC3\xA7u"), good = place.put("2", "Merci beaucoup, c'est parfait !");
    REQUIRE(place.get(bad).toneLabel == -1);
    REQUIRE(place.get(good).toneLabel == 1);
    place.say(bad, -1);
    place.say(good, 0);
    place.say(good, -1); // thought again: what the machine said stays what it said
    auto seen = place.confusion();
    CHECK(seen[0][0] == 1);
    CHECK(seen[0][2] == 1);
    CHECK(seen[1][2] == 0);
    CHECK(place.state().lessons == 2);
    const auto undo = [&] { return place.store.write([](Tx &tx) { return store::Tickets(tx).undoLast(); }); };
    undo();
    CHECK(place.confusion()[1][2] == 1);
    undo(); // nobody said anything of it any more
    seen = place.confusion();
    CHECK(seen[0][0] + seen[0][2] + seen[1][2] == 1);
    CHECK(place.state().lessons == 1);
}

TEST_CASE("labels teach a layer, stored mentions follow it, sums stay exact, and a reset undoes it all", "[tone]")
{
    Place place;
    REQUIRE(place.run.begin());
    std::vector<ItemId> labelled, others;
    for (int i = 0; i < 30; ++i)
        labelled.push_back(place.put(std::to_string(i + 1), aboutZorbec(i)));
    for (int i = 30; i < 300; ++i)
        others.push_back(place.put(std::to_string(i + 1), aboutZorbec(i)));
    CHECK(place.state().even);
    const auto before = place.get(others.front());
    for (int i = 0; i < intake::kLearnEvery - 1; ++i)
        place.say(labelled[static_cast<std::size_t>(i)], -1);
    CHECK_FALSE(*place.run.learn());
    place.say(labelled[intake::kLearnEvery - 1], -1);
    REQUIRE(*place.run.learn());
    CHECK_FALSE(*place.run.learn()); // nothing new was said
    CHECK_FALSE(place.state().even);
    REQUIRE(*place.run.step());
    CHECK(place.state().share() > 0.5);
    CHECK(place.state().share() < 1);

    // The program ends in the middle of it.
    place.store.reopen();
    intake::Analysis analysis;
    intake::ToneRun run(*place.store, analysis);
    REQUIRE(run.begin());
    const auto done = run.finish({});
    REQUIRE(done);
    CHECK(done->even);
    CHECK(done->done == 300);
    const auto after = place.get(others.front());
    CHECK(after.tone < before.tone - 0.05F);
    CHECK(place.get(labelled.front()).tone == -1);
    CHECK(place.get(labelled.front()).toneManual);
    place.checkSums();
    CHECK(analysis.analyse(after).item().tone == Approx(after.tone).margin(0.001)); // what comes in is judged alike

    REQUIRE(run.reset());
    REQUIRE(run.finish({}));
    CHECK(place.get(others.front()).tone == Approx(before.tone).margin(0.001));
    CHECK(place.get(labelled.front()).toneLabel == -1);
    CHECK(place.state().lessons == 0);
    CHECK(place.state().resetAt);
    CHECK(place.store.read([](Tx &tx) { return store::Tones(tx).layer(); }).empty());
    place.checkSums();
}

TEST_CASE("another model judges everything anew, and says again what it would have said of labelled mentions", "[tone]")
{
    Place place;
    const auto labelled = place.put("1", "Merci beaucoup, c'est parfait !"), other = place.put("2", "Service lamentable, je suis d\xC3\xA9\xC3\xA7u");
    place.say(labelled, -1);
    // As an older program had left them.
    place.store.write([&](Tx &tx) -> Result<int> {
        store::Tones tones(tx);
        VIGIE_CHECK(tones.expect(1));
        const std::vector<store::ToneScore> scores{{labelled, -0.5F, -1, true}, {other, 0.9F, 1, false}};
        VIGIE_TRY(const int changed, tones.settle(scores, 0));
        VIGIE_CHECK(tones.settle({}, 0));
        return changed;
    });
    CHECK(place.get(other).toneLabel == 1);
    CHECK(place.confusion()[0][0] == 1);
    REQUIRE(place.run.begin());
    CHECK_FALSE(place.state().even);
    REQUIRE(place.run.finish({}));
    CHECK(place.get(other).toneLabel == -1);
    CHECK(place.get(labelled).toneLabel == -1);
    CHECK(place.confusion()[0][2] == 1);
    CHECK(place.state().model == place.analysis.tone().version());
    place.checkSums();
}

TEST_CASE("a run that is told to stop says so and goes on later", "[tone]")
{
    Place place;
    for (int i = 0; i < 5; ++i)
        place.put(std::to_string(i + 1), aboutZorbec(i));
    REQUIRE(place.run.begin());
    std::stop_source stop;
    stop.request_stop();
    CHECK(place.run.finish(stop.get_token()).error().code == Errc::Cancelled);
    CHECK_FALSE(place.state().even);
    CHECK(place.run.finish({})->even);
}

TEST_CASE("what was forgotten comes back whole, after a restart too, and not over what was learned since", "[tone][undo]")
{
    Place place;
    REQUIRE(place.run.begin());
    std::vector<ItemId> items;
    for (int i = 0; i < 60; ++i)
        items.push_back(place.put(std::to_string(i + 1), aboutZorbec(i)));
    for (int i = 0; i < 30; ++i)
        place.say(items[static_cast<std::size_t>(i)], -1);
    REQUIRE(*place.run.learn());
    REQUIRE(place.run.finish({}));
    const auto words = place.store.read([](Tx &tx) { return store::Tones(tx).layer(); }).words();
    REQUIRE_FALSE(words.empty());
    const auto judged = place.get(items.back()).tone;
    REQUIRE(*place.run.reset() == 30);
    REQUIRE(place.run.finish({}));
    REQUIRE(place.get(items.back()).tone > judged + 0.05F);
    REQUIRE(place.state().lessons == 0);

    place.store.reopen();
    const auto undone = place.store->writeNow<store::ChangeSet>([](Tx &tx) { return store::Tickets(tx).undoLast(); });
    REQUIRE(undone);
    CHECK(undone->action == "forget_tones");
    intake::Analysis analysis;
    intake::ToneRun run(*place.store, analysis);
    REQUIRE(run.begin());
    REQUIRE(run.finish({}));
    CHECK(place.state().lessons == 30);
    CHECK(place.state().learnedFrom == 30);
    CHECK_FALSE(place.state().resetAt);
    const auto back = place.store.read([](Tx &tx) { return store::Tones(tx).layer(); }).words();
    REQUIRE(back.size() == words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(back[i].word == words[i].word);
        CHECK(back[i].praise == Approx(words[i].praise));
        CHECK(back[i].blame == Approx(words[i].blame));
    }
    CHECK(place.get(items.back()).tone == Approx(judged).margin(0.001));
    CHECK_FALSE(*run.learn()); // nothing was said anew
    place.checkSums();

    REQUIRE(*run.reset() == 30);
    for (int i = 30; i < 60; ++i)
        place.say(items[static_cast<std::size_t>(i)], 1);
    REQUIRE(*run.learn());
    for (int i = 0; i < 30; ++i) // the labels, one by one, and then what was forgotten before another layer was learned
        REQUIRE(place.store->writeNow<store::ChangeSet>([](Tx &tx) { return store::Tickets(tx).undoLast(); }));
    const auto late = place.store->writeNow<store::ChangeSet>([](Tx &tx) { return store::Tickets(tx).undoLast(); });
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Errc::Conflict);
}

namespace {

/// Everybody who takes part in judging, each with a program of its own: what is on its way when a layer is put in force.
struct Traffic {
    Place place;
    intake::Analysis elsewhere;                     ///< a second program, which learns of layers only by its own run
    intake::ToneRun other{*place.store, elsewhere};
    std::vector<std::pair<std::vector<store::AnalysedItem>, int>> underway;
    std::vector<ItemId> stored;
    int number = 0;

    Traffic() { REQUIRE((place.run.begin() && other.begin())); }
    void analyse(intake::Analysis &by, int minute)
    {
        ++number;
        auto one = test::item(std::to_string(number), aboutZorbec(number), test::kNoon + std::chrono::minutes(minute));
        one.lang = "fr";
        const int layer = by.layer();
        std::vector<store::AnalysedItem> batch{by.analyse(one)};
        underway.emplace_back(std::move(batch), layer);
    }
    void land()
    {
        if (underway.empty())
            return;
        const auto [batch, layer] = std::move(underway.front());
        underway.erase(underway.begin());
        for (const auto &one : place.store.write([&batch = batch, layer = layer](Tx &tx) -> Result<std::vector<store::StoredItem>> {
                 VIGIE_TRY(const auto done, store::Items(tx).store(batch));
                 VIGIE_CHECK(store::Tones(tx).arrived(done, layer));
                 return done;
             }))
            stored.push_back(one.id);
    }
    /// By hand, or by a program that ends at once: nobody here is told.
    void putInForce(float blame)
    {
        const text::ToneLayer layer({{"fr", "zorbec", 0, blame, 12}});
        place.store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Tones(tx).keepLayer(layer, 0));
            return 1;
        });
    }
};

} // namespace

TEST_CASE("whatever comes in while layers change, in the end each mention is judged by the one in force", "[tone][property]")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        Sequence random(seed);
        Traffic traffic;
        for (int i = 0; i < 60; ++i) {
            const int step = static_cast<int>(random.below(100));
            if (step < 30)
                traffic.analyse(step % 2 == 0 ? traffic.place.analysis : traffic.elsewhere, step * 7 % 50); // published in any order
            else if (step < 60)
                traffic.land();
            else if (step < 72)
                traffic.putInForce(static_cast<float>(step % 3) * 2.0F + 0.5F);
            else if (step < 86)
                REQUIRE(traffic.place.run.step().has_value());
            else
                REQUIRE(traffic.other.step().has_value());
        }
        while (!traffic.underway.empty())
            traffic.land();
        REQUIRE(traffic.place.run.finish({}).has_value());
        const auto state = traffic.place.state();
        REQUIRE(state.even);
        const auto layer = traffic.place.store.read([](Tx &tx) { return store::Tones(tx).layer(); });
        intake::Analysis fresh;
        fresh.setLayer(std::make_shared<const text::ToneLayer>(layer), state.layer);
        for (const auto id : traffic.stored) {
            const auto item = traffic.place.get(id);
            const auto wanted = fresh.analyse(item);
            REQUIRE(std::abs(item.tone - wanted.item().tone) < 0.001F);
            REQUIRE(item.toneLabel == wanted.item().toneLabel);
        }
        if (!traffic.stored.empty())
            traffic.place.checkSums();
    }
}
