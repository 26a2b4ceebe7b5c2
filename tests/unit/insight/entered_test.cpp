// SPDX-License-Identifier: GPL-3.0-or-later
// What a person enters: the value of a visit, satisfaction and recommendation, reckoned by hand.
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/surveys.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <cmath>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02
const Period kWeek{kDay - 6, kDay + 1};

Figure figure(TempStore &store, std::string_view key, const Period &period = kWeek, const FigureScope &scope = {})
{
    Columns columns;
    return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, scope, period); });
}
std::int64_t noteCount(const std::vector<insight::Note> &notes, insight::Note::Kind kind)
{
    for (const auto &one : notes)
        if (one.kind == kind)
            return one.count;
    return 0;
}
void enter(TempStore &store, const GoalEntry &entry)
{
    store.write([&](Tx &tx) { return Goals(tx).save(entry); });
}
void answer(TempStore &store, SurveyKind kind, int score, int times, const std::string &network = {})
{
    store.write([&](Tx &tx) -> Result<int> {
        for (int i = 0; i < times; ++i) {
            SurveyAnswer one;
            one.kind = kind;
            one.score = score;
            one.at = kNoon - std::chrono::hours(24) + std::chrono::seconds(i);
            one.network = network;
            VIGIE_CHECK(Surveys(tx).add(one));
        }
        return 0;
    });
}
TicketId ticket(TempStore &store)
{
    return store.write([](Tx &tx) -> Result<TicketId> {
        VIGIE_TRY(const auto stored, Items(tx).store(std::vector<AnalysedItem>{analysed(item("asks", "where is it?", kNoon - std::chrono::hours(30)))}));
        Ticket one;
        one.root = one.latest = stored.front().id;
        one.createdAt = one.changedAt = kNoon - std::chrono::hours(30);
        one.firstInboundAt = one.createdAt;
        return Tickets(tx).save(one, "intake");
    });
}
} // namespace

TEST_CASE("the value of a visit is what goals were worth over the visits", "[entered][metrics]")
{
    TempStore store;
    CHECK_FALSE(figure(store, "economic_value").value);
    enter(store, {0, "mastodon", kDay - 5, kDay - 3, 400, {{"order", 3, 50, "EUR"}, {"newsletter", 20, 0.5, "EUR"}}});
    enter(store, {0, "bluesky", kDay - 5, kDay - 3, 100, {{"order", 1, 50, "EUR"}}});
    // (3 x 50 + 20 x 0.5 + 1 x 50) / (400 + 100) = 210 / 500
    const auto all = figure(store, "economic_value");
    CHECK(all.value == Approx(0.42));
    CHECK(all.currency == "EUR");
    CHECK(all.n == 2);
    FigureScope mastodon;
    mastodon.networks = {"mastodon"};
    CHECK(figure(store, "economic_value", kWeek, mastodon).value == Approx(160.0 / 400));
    Columns columns;
    const auto parts = store.read([&](Tx &tx) { return FigureReader(tx, columns).series("economic_value", {}, kWeek, Bucket::Whole, Split::Network); });
    REQUIRE(parts.lines.size() == 2);
    CHECK(parts.lines[0].name == "bluesky");
    CHECK(parts.lines[0].points.front().value == Approx(0.5));
    CHECK(parts.lines[1].points.front().value == Approx(0.4));
    SECTION("an entry that sticks out of the period is left out, and said")
    {
        const auto cut = figure(store, "economic_value", {kDay - 4, kDay + 1});
        CHECK_FALSE(cut.value);
        CHECK(noteCount(cut.notes, insight::Note::Kind::NotGiven) == 2);
        CHECK(figure(store, "economic_value", {kDay - 5, kDay - 3}).value == Approx(0.42));
        CHECK_FALSE(figure(store, "economic_value", {kDay - 3, kDay + 1}).value);
        CHECK(figure(store, "economic_value", {kDay - 3, kDay + 1}).notes.empty());
    }
    SECTION("days that have not ended count as far as they are")
    {
        enter(store, {0, "mastodon", kDay, kDay + 5, 60, {{"order", 0.6, 50, "EUR"}}});
        CHECK(figure(store, "economic_value").value == Approx(240.0 / 560));
    }
    SECTION("two currencies are never added up, nor compared")
    {
        enter(store, {0, "mastodon", kDay - 2, kDay - 1, 10, {{"order", 1, 60, "USD"}}});
        const auto mixed = figure(store, "economic_value");
        CHECK_FALSE(mixed.value);
        CHECK(mixed.n == 3);
        CHECK(noteCount(mixed.notes, insight::Note::Kind::Incomparable) == 2);
        const auto change = store.read([&](Tx &tx) { return FigureReader(tx, columns).compare("economic_value", {}, {kDay - 2, kDay}, Period{kDay - 5, kDay - 3}); });
        CHECK(change.now.value == Approx(6));
        CHECK(change.before.value == Approx(0.42));
        CHECK_FALSE(change.absolute);
        CHECK_FALSE(change.relative);
        CHECK(noteCount(change.notes, insight::Note::Kind::Incomparable) == 2);
    }
    SECTION("no visit, no value")
    {
        CHECK_FALSE(figure(store, "economic_value", {kDay, kDay + 1}).value);
        enter(store, {0, "peertube", kDay - 20, kDay - 19, 0, {{"order", 1, 60, "EUR"}}});
        CHECK_FALSE(figure(store, "economic_value", {kDay - 20, kDay - 19}).value);
    }
}

TEST_CASE("satisfaction is the share of fours and fives, with Wilson's interval", "[entered][metrics]")
{
    TempStore store;
    CHECK_FALSE(figure(store, "csat").value);
    answer(store, SurveyKind::Csat, 5, 50);
    answer(store, SurveyKind::Csat, 4, 30);
    answer(store, SurveyKind::Csat, 3, 10);
    answer(store, SurveyKind::Csat, 1, 10, "bluesky");
    answer(store, SurveyKind::Nps, 10, 7); // another question
    const auto csat = figure(store, "csat");
    CHECK(csat.value == Approx(80.0));
    CHECK(csat.n == 100);
    // Wilson of 80 / 100: (0.8 + 1.92073 / 100 +- 1.959964 sqrt(0.16 / 100 + 3.841459 / 40000)) / 1.03841459 = 0.711170, 0.866633
    REQUIRE(csat.interval);
    CHECK(csat.interval->low == Approx(71.1170).margin(1e-3));
    CHECK(csat.interval->high == Approx(86.6633).margin(1e-3));
    CHECK(noteCount(csat.notes, insight::Note::Kind::SmallSample) == 0);
    FigureScope bluesky;
    bluesky.networks = {"bluesky"};
    const auto few = figure(store, "csat", kWeek, bluesky);
    CHECK(few.value == 0.0);
    CHECK(noteCount(few.notes, insight::Note::Kind::SmallSample) == 10); // fewer than 30
    CHECK_FALSE(figure(store, "csat", {kDay, kDay + 1}).value);           // by the time of the answer
}

TEST_CASE("recommendation is nines and tens less zeros to sixes, with the multinomial interval", "[entered][metrics]")
{
    TempStore store;
    CHECK_FALSE(figure(store, "nps").value);
    answer(store, SurveyKind::Nps, 9, 20);
    answer(store, SurveyKind::Nps, 10, 30);
    answer(store, SurveyKind::Nps, 8, 15);
    answer(store, SurveyKind::Nps, 7, 15);
    answer(store, SurveyKind::Nps, 6, 12);
    answer(store, SurveyKind::Nps, 0, 8);
    const auto nps = figure(store, "nps");
    CHECK(nps.value == Approx(30.0)); // 50 % - 20 %
    CHECK(nps.n == 100);
    // Variance (0.5 + 0.2 - 0.3^2) / 100 = 0.0061: 100 x 1.959964 x 0.0781025 = 15.30781
    REQUIRE(nps.interval);
    CHECK(nps.interval->high - *nps.value == Approx(15.30781).margin(1e-4));
    CHECK(*nps.value - nps.interval->low == Approx(15.30781).margin(1e-4));
}

TEST_CASE("an answer about a conversation opens it, once", "[entered][metrics][rows]")
{
    TempStore store;
    const auto about = ticket(store);
    store.write([&](Tx &tx) -> Result<int> {
        for (int i = 0; i < 3; ++i) {
            SurveyAnswer one;
            one.score = 5;
            one.at = kNoon - std::chrono::hours(2);
            one.ticket = i < 2 ? about : TicketId{};
            VIGIE_CHECK(Surveys(tx).add(one));
        }
        return 0;
    });
    Columns columns;
    const auto rows = store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("csat", {}, kWeek, {}); });
    CHECK(rows.size() == 1);
    CHECK(figure(store, "csat").n == 3);
    const auto answers = store.read([](Tx &tx) { return Surveys(tx).newest(10); });
    CHECK(std::count_if(answers.begin(), answers.end(), [](const SurveyAnswer &one) { return one.network == item("x", "y").connector; }) == 2); // that of the conversation
}

TEST_CASE("entries that cannot be are refused, and changes are taken back", "[entered]")
{
    TempStore store;
    const GoalEntry sound{0, "mastodon", kDay - 5, kDay - 3, 400, {{"order", 3, 50, "EUR"}}};
    const auto save = [&](const GoalEntry &entry) {
        return store->writeNow<std::int64_t>([&](Tx &tx) -> Result<std::int64_t> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("goals"));
            return Goals(tx).save(entry);
        });
    };
    const auto all = [&] { return store.read([](Tx &tx) { return Goals(tx).all(); }); };
    const auto id = must(save(sound));
    const auto refused = [&](void (*change)(GoalEntry &)) {
        auto entry = sound;
        entry.fromDay += 100;
        entry.toDay += 100;
        change(entry);
        const auto code = save(entry).error().code;
        CHECK(all().size() == 1);
        return code;
    };
    CHECK(refused([](GoalEntry &one) { one.network = "Not a network"; }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.toDay = one.fromDay; }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.visits = -1; }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.goals[0].currency = "euro"; }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.goals[0].value = std::nan(""); }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.goals.push_back(one.goals[0]); }) == Errc::InvalidInput);
    CHECK(refused([](GoalEntry &one) { one.fromDay -= 103; one.toDay -= 99; }) == Errc::Conflict); // days that have an entry

    auto changed = sound;
    changed.id = id;
    changed.visits = 500;
    must(save(changed));
    CHECK(all() == std::vector<GoalEntry>{changed});
    store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    CHECK(all().front().visits == 400);
    // Goals of the same days are one entry, whose visits count once.
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Goals(tx).enter({0, "mastodon", kDay - 5, kDay - 3, 410, {{"newsletter", 20, 0.5, "EUR"}}}));
        VIGIE_CHECK(Goals(tx).enter({0, "mastodon", kDay - 5, kDay - 3, 420, {{"order", 4, 50, "EUR"}}}));
        return 0;
    });
    CHECK(all() == std::vector<GoalEntry>{{id, "mastodon", kDay - 5, kDay - 3, 420, {{"newsletter", 20, 0.5, "EUR"}, {"order", 4, 50, "EUR"}}}});
    store.write([&](Tx &tx) { return Goals(tx).save({id, "mastodon", kDay - 5, kDay - 3, 400, sound.goals}); });
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("goals"));
        VIGIE_CHECK(Goals(tx).remove(id));
        return 0;
    });
    CHECK(all().empty());
    store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    CHECK(all().front().goals == sound.goals);
    CHECK(store->writeNow<GoalEntry>([](Tx &tx) { return Goals(tx).remove(77); }).error().code == Errc::NotFound);
    const auto add = [&](const SurveyAnswer &one) { return store->writeNow<std::int64_t>([&](Tx &tx) { return Surveys(tx).add(one); }); };
    CHECK(add({0, 0, SurveyKind::Csat, 6, kNoon, {}, {}, {}}).error().code == Errc::InvalidInput);
    CHECK(add({0, 0, SurveyKind::Csat, 0, kNoon, {}, {}, {}}).error().code == Errc::InvalidInput);
    CHECK(add({0, 0, SurveyKind::Nps, 11, kNoon, {}, {}, {}}).error().code == Errc::InvalidInput);
    CHECK(add({0, 0, SurveyKind::Nps, 5, kNoon + std::chrono::hours(1), {}, {}, {}}).error().code == Errc::InvalidInput);
    CHECK(add({0, 0, SurveyKind::Nps, 5, kNoon, {}, TicketId{9}, {}}).error().code == Errc::NotFound);
    CHECK(store.read([](Tx &tx) { return Surveys(tx).newest(9); }).empty());
}
