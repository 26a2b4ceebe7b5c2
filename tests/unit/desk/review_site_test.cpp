// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/review_site.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

using namespace vigie;
using namespace vigie::desk;
using namespace vigie::test;
using store::Tx;

namespace {

nlohmann::json fixtures()
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/reviews/site_answers.json");
    return nlohmann::json::parse(file);
}

std::set<std::string> rulesOf(const std::vector<SiteMark> &marks)
{
    std::set<std::string> out;
    for (const auto &mark : marks)
        out.insert(toString(mark.rule));
    return out;
}

} // namespace

TEST_CASE("answers to reviews are held against the rules of their site: what is found, and nothing else", "[review_site]")
{
    const auto all = fixtures();
    REQUIRE(all.size() >= 40);
    for (const auto &one : all) {
        const auto answer = one.at("answer").get<std::string>();
        const ReviewFacts facts{one.at("review").get<std::string>(), one.at("author").get<std::string>(), one.at("answers").get<int>()};
        const auto marks = checkSiteAnswer(one.at("site").get<std::string>(), answer, one.at("lang").get<std::string>(), facts);
        INFO(answer);
        CHECK(rulesOf(marks) == one.at("expect").get<std::set<std::string>>());
        for (const auto &wanted : one.at("found")) {
            INFO("wanted: " << wanted);
            CHECK(std::any_of(marks.begin(), marks.end(), [&](const SiteMark &mark) { return mark.found == wanted.get<std::string>(); }));
        }
        for (const auto &mark : marks) {
            CHECK(answer.substr(mark.begin, mark.end - mark.begin) == mark.found);
            CHECK(mark.sentence.find(mark.found) != std::string::npos);
        }
    }
}

TEST_CASE("the sentence that holds what was found is shown, and the language is told from the answer", "[review_site]")
{
    const std::string answer = "Bonjour et merci de votre message. Revenez nous voir : un bon d'achat vous attend. \303\200 bient\303\264t !";
    const auto marks = checkSiteAnswer("tripadvisor", answer, "", {"Long", "Ada", 0});
    REQUIRE(marks.size() == 1);
    CHECK(marks.front().sentence == "Revenez nous voir : un bon d'achat vous attend.");
    CHECK(marks.front().blocks);
}

TEST_CASE("the site is known by its network or by the address of the review", "[review_site]")
{
    auto review = item("r1", "Bien");
    review.kind = ItemKind::Review;
    CHECK(reviewSiteOf(review).empty());
    review.permalink = "https://www.tripadvisor.fr/ShowUserReviews-g1-d2-r3";
    CHECK(reviewSiteOf(review) == "tripadvisor");
    review.permalink = "https://nottripadvisor.example/1";
    CHECK(reviewSiteOf(review).empty());
    review.container = "TripAdvisor";
    CHECK(reviewSiteOf(review) == "tripadvisor");
    review.connector = "trustpilot";
    CHECK(reviewSiteOf(review) == "trustpilot");
    review.kind = ItemKind::Post;
    CHECK(reviewSiteOf(review).empty());
}

TEST_CASE("a second answer to a review of the workspace is marked where the site takes one", "[review_site]")
{
    TempStore store{kNoon};
    auto review = item("r1", "Chambre bruyante, personne n'est venu");
    review.kind = ItemKind::Review;
    review.permalink = "https://www.tripadvisor.fr/ShowUserReviews-r1";
    const auto id = store.write([&](Tx &tx) {
                             const std::vector<store::AnalysedItem> all{analysed(review)};
                             return store::Items(tx).store(all);
                         })
                        .front()
                        .id;
    const auto marks = [&] { return rulesOf(store.read([&](Tx &tx) { return reviewSiteMarks(tx, id, "Merci de nous l'avoir dit.", "fr"); })); };
    CHECK(marks().empty());
    store.write([&](Tx &tx) -> Result<int> {
        Account account;
        account.connector = "mastodon";
        account.instance = "https://social.example";
        account.nativeId = "us";
        VIGIE_TRY(const auto ours, store::Accounts(tx).save(account));
        auto answer = answering(byAuthor(item("a1", "Merci", kNoon + std::chrono::hours(1)), "us", "us"), "r1", Relation::AnswersReview);
        answer.ours = ours;
        const std::vector<store::AnalysedItem> all{analysed(answer)};
        VIGIE_CHECK(store::Items(tx).store(all));
        return 0;
    });
    CHECK(marks() == std::set<std::string>{"one_response"});
}
