// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/insight/reviews.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;
using store::ReviewRow;
using store::Tx;

namespace {

using std::chrono::hours;

constexpr hours kDay{24};

ReviewRow review(std::int64_t number, double stars, Instant at, std::int64_t author, std::string place = "Rive Lyon", std::string text = {})
{
    ReviewRow row;
    row.item = ItemId{number};
    row.connector = "google.reviews";
    row.place = std::move(place);
    row.lang = "fr";
    row.text = std::move(text);
    row.author = author;
    row.rating = stars / kStars;
    row.publishedAt = at;
    return row;
}

const ReviewSheet *sheet(const std::vector<ReviewSheet> &all, std::int64_t number)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const ReviewSheet &one) { return one.review == ItemId{number}; });
    return found == all.end() ? nullptr : &*found;
}

std::string signalsOf(const ReviewSheet *of)
{
    std::string out;
    if (of != nullptr)
        for (const auto &reason : of->reasons)
            out += std::string(out.empty() ? "" : " ") + toString(reason.signal);
    return out;
}

/// A quiet place: a review every third day for two months, by people who wrote before.
std::vector<ReviewRow> quietPlace()
{
    std::vector<ReviewRow> rows;
    for (int i = 0; i < 20; ++i)
        rows.push_back(review(100 + i, i % 4 == 0 ? 3 : 4, kNoon - kDay * (5 + 3 * i), 1 + i % 5));
    return rows;
}

} // namespace

TEST_CASE("the Bayesian mean has its published values", "[reviews]")
{
    CHECK(bayesianMean(5, 3, 3.9, 25) == Approx(4.017857).margin(5e-7));
    CHECK(bayesianMean(4.6, 400, 3.9, 25) == Approx(4.558824).margin(5e-7));
    CHECK(bayesianMean(0, 0, 3.9, 25) == 3.9);
}

TEST_CASE("means, distribution and bound of a handful of reviews, by hand", "[reviews]")
{
    const std::vector rows{review(1, 5, kNoon - kDay, 1), review(2, 4.5, kNoon - kDay * 2, 2), review(3, 2, kNoon - kDay * 800, 3), review(4, 4, kNoon - kDay * 3, 4)};
    const auto figures = summarise(rows, kNoon, 3.9);
    CHECK(figures.rated == 4);
    CHECK(*figures.mean == Approx(3.875));
    CHECK(figures.recent == 3);
    CHECK(*figures.recentMean == Approx(4.5));
    CHECK(figures.distribution == std::array<std::int64_t, 11>{0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1});
    CHECK(*figures.bayesian == Approx((4 * 3.875 + 25 * 3.9) / 29));
    REQUIRE(figures.goodShare);
    CHECK(*figures.goodShare == *wilson(3, 4));
    CHECK_FALSE(figures.trend);

    const auto none = summarise({}, kNoon, std::nullopt);
    CHECK_FALSE(none.mean);
    CHECK_FALSE(none.bayesian);
    CHECK_FALSE(none.goodShare);
    CHECK_FALSE(none.responseRate);
}

TEST_CASE("eight of ten is four stars, and a thumb is one end of the scale", "[reviews]")
{
    auto ten = review(1, 0, kNoon - kDay, 1), up = review(2, 0, kNoon - kDay, 2), down = review(3, 0, kNoon - kDay, 3);
    ten.rating = 8.0 / 10;
    up.rating = 1;
    down.rating = 0;
    const auto figures = summarise(std::vector{ten, up, down}, kNoon, std::nullopt);
    CHECK(*figures.goodShare == *wilson(2, 3));
    CHECK(figures.distribution[0] == 1);
    CHECK(figures.distribution[8] == 1);
    CHECK(figures.distribution[10] == 1);
}

TEST_CASE("two years are two years: to the day, not 730 days", "[reviews]")
{
    const auto at = [](const char *text) { return *parseRfc3339(text); };
    const auto now = at("2026-03-02T12:00:00Z");
    CHECK(summarise(std::vector{review(1, 5, at("2024-03-02T12:00:00Z"), 1)}, now, std::nullopt).recent == 1);
    CHECK(summarise(std::vector{review(1, 5, at("2024-03-02T11:59:59Z"), 1)}, now, std::nullopt).recent == 0);
    CHECK(summarise(std::vector{review(1, 5, at("2022-02-28T00:00:00Z"), 1)}, at("2024-02-29T00:00:00Z"), std::nullopt).recent == 1);
}

TEST_CASE("the trend is Welch's interval, and says when there is no telling", "[reviews]")
{
    const std::vector<double> a{3, 4, 5, 4, 3, 4}, b{5, 5, 4, 5, 5, 4};
    const auto difference = meanDifference(a, b);
    REQUIRE(difference);
    const double error = std::sqrt((0.5666666667 + 0.2666666667) / 6);
    CHECK((difference->low + difference->high) / 2 == Approx(5.0 / 6));
    // variances 17/30 and 8/30: 8.853 degrees of freedom, between the tabulated quantiles 2.3060 of 8 and 2.2622 of 9
    CHECK((difference->high - difference->low) / 2 > 2.2622 * error);
    CHECK((difference->high - difference->low) / 2 < 2.3060 * error);
    CHECK_FALSE(meanDifference(std::vector<double>{4}, b));

    std::vector<ReviewRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back(review(i + 1, i < 20 ? (i % 2 == 0 ? 2 : 3) : (i % 2 == 0 ? 4 : 5), kNoon - kDay * (i + 1), i));
    const auto falls = summarise(rows, kNoon, std::nullopt).trend;
    REQUIRE(falls);
    CHECK(falls->k == 20);
    CHECK(falls->now == Approx(2.5));
    CHECK(falls->before == Approx(4.5));
    CHECK(falls->distinguishable());
    CHECK(falls->difference.high < 0);
    rows.resize(12);
    const auto few = summarise(rows, kNoon, std::nullopt).trend;
    REQUIRE(few);
    CHECK(few->k == 6);
    CHECK_FALSE(few->distinguishable());
    rows.resize(9);
    CHECK_FALSE(summarise(rows, kNoon, std::nullopt).trend);
}

TEST_CASE("an interval of random stars holds the true difference in 19 of 20 cases", "[reviews]")
{
    Sequence random(4);
    int held = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> a, b;
        for (int i = 0; i < 20; ++i) {
            a.push_back(1 + static_cast<double>(random.below(5)));
            b.push_back(random.below(2) == 0 ? 5 : 3);
        }
        const auto difference = meanDifference(a, b); // true: 4 - 3
        held += difference->low <= 1 && difference->high >= 1 ? 1 : 0;
    }
    CHECK(held > 1860);
    CHECK(held < 1940);
}

TEST_CASE("answers: what may still be answered is not unanswered, a rewritten review was not answered before it came", "[reviews]")
{
    auto answered = review(1, 5, kNoon - kDay * 10, 1), late = review(2, 5, kNoon - kDay * 20, 2), open = review(3, 1, kNoon - kDay * 9, 3), fresh = review(4, 1, kNoon - hours(3), 4),
         rewritten = review(5, 1, kNoon - kDay * 5, 5);
    answered.answeredAt = answered.publishedAt + hours(2);
    late.answeredAt = late.publishedAt + kDay * 8;
    rewritten.answeredAt = rewritten.publishedAt - kDay;
    const auto figures = summarise(std::vector{answered, late, open, fresh, rewritten}, kNoon, std::nullopt);
    CHECK(figures.answered == 3);
    CHECK(figures.late == 1);
    CHECK(*figures.responseRate == Approx(75));
    CHECK(*figures.responseMedian == 7200);
}

TEST_CASE("groups keep all reviews, stars and ages in their order", "[reviews]")
{
    std::vector<ReviewRow> rows = quietPlace();
    rows.push_back(review(1, 1, kNoon - kDay * 900, 7, "Rive Nantes"));
    rows.back().rating.reset();
    rows.back().answeredAt = kNoon;
    for (const auto by : {ReviewSplit::Place, ReviewSplit::Stars, ReviewSplit::Language, ReviewSplit::Network, ReviewSplit::Age, ReviewSplit::Answered}) {
        const auto groups = splitReviews(rows, by, kNoon);
        INFO(toString(by));
        CHECK(std::accumulate(groups.begin(), groups.end(), std::int64_t{0}, [](std::int64_t sum, const ReviewGroup &group) { return sum + group.figures.reviews; }) == 21);
        CHECK(reviewSplitFrom(toString(by)) == by);
    }
    const auto stars = splitReviews(rows, ReviewSplit::Stars, kNoon);
    REQUIRE(stars.size() == 3);
    CHECK(stars[0].key == "4");
    CHECK(stars[1].key == "3");
    CHECK(stars[2].key.empty()); // none given
    const auto places = splitReviews(rows, ReviewSplit::Place, kNoon);
    CHECK(places[0].key == "Rive Lyon");
    CHECK_FALSE(places[1].figures.mean);
    CHECK(places[1].figures.bayesian == places[0].figures.mean); // nothing of its own: that of the set
    CHECK(splitReviews(rows, ReviewSplit::Age, kNoon).back().key == "older");
}

TEST_CASE("the same words of another account, a burst, a stranger's first word: signals with their reasons", "[reviews][signals]")
{
    auto rows = quietPlace();
    const std::string praise = "Accueil parfait, produits superbes, livraison dans la journ\xC3\xA9" "e, je recommande cette adresse les yeux ferm\xC3\xA9s";
    for (int i = 0; i < 6; ++i)
        rows.push_back(review(200 + i, 5, kNoon - hours(6) + std::chrono::minutes(i * 20), 50 + i, "Rive Lyon", i < 2 ? praise + (i == 0 ? "" : " !") : "Court."));
    rows[20].authorSince = rows[20].publishedAt - kDay * 2;
    const auto sheets = signalSheets(rows, kNoon - kDay * 90);
    CHECK(signalsOf(sheet(sheets, 200)) == "same_text burst young_account only_review");
    CHECK(sheet(sheets, 200)->weight == 8);
    CHECK(sheet(sheets, 200)->surfaced);
    CHECK(sheet(sheets, 200)->reasons[0].other == ItemId{201});
    CHECK(sheet(sheets, 200)->reasons[0].value > 0.9);
    CHECK(sheet(sheets, 200)->reasons[1].value == 6);
    CHECK(signalsOf(sheet(sheets, 204)) == "burst only_review");
    CHECK(sheet(sheets, 100) == nullptr); // an ordinary one
    CHECK(sheets.front().review == ItemId{200});
}

TEST_CASE("one signal, or two of one family, is not shown", "[reviews][signals]")
{
    auto rows = quietPlace();
    rows.push_back(review(300, 4, kNoon - kDay, 90));
    rows.back().authorSince = kNoon - kDay * 3;
    const auto sheets = signalSheets(rows, kNoon - kDay * 90);
    CHECK(signalsOf(sheet(sheets, 300)) == "young_account only_review");
    CHECK_FALSE(sheet(sheets, 300)->surfaced);
}

TEST_CASE("far from the place, always the ends of the scale, many in a day", "[reviews][signals]")
{
    auto rows = quietPlace();
    for (int i = 0; i < 3; ++i)
        rows.push_back(review(400 + i, 1, kNoon - hours(2 + i), 77, i == 0 ? "Rive Lyon" : "Elsewhere " + std::to_string(i)));
    const auto sheets = signalSheets(rows, kNoon - kDay * 90);
    CHECK(signalsOf(sheet(sheets, 400)) == "far_from_mean many_a_day always_extreme");
    CHECK(sheet(sheets, 400)->reasons[0].value == Approx(3.75 - 1));
    CHECK(sheet(sheets, 400)->reasons[0].usual == Approx(3.75));
    CHECK(signalsOf(sheet(sheets, 401)) == "many_a_day always_extreme"); // a place with too few others to be far from
    CHECK(sheet(signalSheets(rows, kNoon - hours(3)), 402) == nullptr);  // before the time that is asked for
}

TEST_CASE("a busy place is not in a burst every day", "[reviews][signals]")
{
    std::vector<ReviewRow> rows;
    for (int i = 0; i < 900; ++i)
        rows.push_back(review(i + 1, 4, kNoon - hours(2 * i + 1) - std::chrono::minutes((i * 37) % 100), 1 + i % 40));
    for (const auto &one : signalSheets(rows, kNoon - kDay * 30))
        CHECK(signalsOf(&one).find("burst") == std::string::npos);
}

TEST_CASE("reviews are read with our answers, what is gone apart, and the sheet leaves with nobody's name", "[reviews]")
{
    TempStore store{kNoon};
    const auto put = [&](Item one) {
        return store.write([&](Tx &tx) {
                        const std::vector<store::AnalysedItem> all{analysed(std::move(one))};
                        return store::Items(tx).store(all);
                    })
            .front()
            .id;
    };
    const auto reviewItem = [&](const std::string &native, double rating, const std::string &who, const std::string &text, Instant at) {
        auto one = byAuthor(item(native, text, at), "u" + who, who);
        one.kind = ItemKind::Review;
        one.rating = rating;
        one.container = "Rive Lyon";
        return one;
    };
    const std::string praise = "Accueil parfait, produits superbes, livraison dans la journ\xC3\xA9" "e, une adresse que je recommande";
    for (int i = 0; i < 8; ++i)
        put(reviewItem("old" + std::to_string(i), 0.8, "old" + std::to_string(i % 2), "Bien", kNoon - kDay * (20 + 40 * i)));
    const auto copied = put(reviewItem("a", 1, "Camille", praise, kNoon - kDay * 3));
    put(reviewItem("b", 1, "Dominique", praise, kNoon - kDay * 2));
    const auto gone = put(reviewItem("c", 0.2, "Eve", "Deux heures d'attente", kNoon - kDay * 4));
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(store::Items(tx).setState(gone, ItemState::DeletedByAuthor));
        return 0;
    });
    auto page = store.read([](Tx &tx) { return ReviewReader(tx).page({}); });
    CHECK(page.all.reviews == 10);
    CHECK(*page.all.mean == Approx((8 * 4 + 2 * 5) / 10.0));
    REQUIRE(page.groups.size() == 1);
    CHECK(page.groups.front().key == "Rive Lyon");
    REQUIRE(page.sheets.size() == 2);
    CHECK(page.sheets.back().review == copied);
    CHECK(signalsOf(&page.sheets.front()) == "same_text only_review");
    CHECK(page.rows.back().item == gone);
    CHECK(page.rows.back().state == ItemState::DeletedByAuthor);
    CHECK(std::accumulate(page.months.begin(), page.months.end(), std::int64_t{0}, [](std::int64_t sum, const ReviewMonth &month) { return sum + month.rated; }) == 10);
    CHECK(page.months.size() == 10); // May to February, two of them without reviews

    for (const auto *lang : {"fr", "en"}) {
        const auto csv = sheetsCsv(page, lang);
        CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
        for (const auto *secret : {"Camille", "Dominique", "Accueil", "recommande"})
            CHECK(csv.find(secret) == std::string::npos);
        for (const auto *verdict : {"fake", "fraud", "faux", "suspect", "suspici", "authenti", "honest"})
            CHECK(csv.find(verdict) == std::string::npos);
    }
    CHECK(store.read([&](Tx &tx) { return ReviewReader(tx).rows({}, "Rive Lyon", {}); }).size() == 10);
    ReviewRequest byStars;
    byStars.by = ReviewSplit::Stars;
    const auto five = store.read([&](Tx &tx) { return ReviewReader(tx).rows(byStars, "5", {}); });
    REQUIRE(five.size() == 2);
    CHECK(five.back() == copied);
    ReviewRequest french;
    french.scope.words = "recommande";
    const auto narrower = store.read([&](Tx &tx) { return ReviewReader(tx).page(french); });
    CHECK(narrower.all.reviews == 2);
    CHECK(narrower.sheets.size() == 2); // judged among all reviews of the place
    ReviewRequest lastMonth;
    lastMonth.period = Period{*localDay(kNoon, "UTC") - 30, *localDay(kNoon, "UTC") + 1};
    CHECK(store.read([&](Tx &tx) { return ReviewReader(tx).page(lastMonth); }).all.reviews == 3);
    ReviewRequest elsewhere;
    elsewhere.place = "Rive Nantes";
    CHECK(store.read([&](Tx &tx) { return ReviewReader(tx).page(elsewhere); }).all.reviews == 0);
}
