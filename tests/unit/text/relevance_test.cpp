// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/relevance.hpp>

#include "support/homonym.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::test;

namespace {

RelevanceExample example(const char *text, bool about, int number = 0)
{
    return {relevanceFeatures(saidOf(text, std::to_string(number))), about};
}

std::vector<RelevanceExample> learned()
{
    std::vector<RelevanceExample> out;
    for (std::size_t i = 0; i < kToLearn; ++i) {
        out.push_back(example(kOperator[i], true, static_cast<int>(i)));
        out.push_back(example(kFruit[i], false, static_cast<int>(100 + i)));
    }
    return out;
}

double otherThing(const RelevanceModel &model, const char *text)
{
    return model.judge(example(text, true, 999).features).other;
}

RelevanceModel trained(const std::vector<RelevanceExample> &examples)
{
    RelevanceModel model;
    for (const auto &one : examples)
        model.add(one);
    return model;
}

} // namespace

TEST_CASE("a fruit and an operator of one name are told apart, in French and in English")
{
    const auto model = trained(learned());
    REQUIRE(model.ready());
    int fruit = 0;
    for (std::size_t i = kToLearn; i < kFruit.size(); ++i) {
        INFO(kFruit[i] << ": " << otherThing(model, kFruit[i]));
        CHECK(otherThing(model, kFruit[i]) > 0.5);
        fruit += otherThing(model, kFruit[i]) >= kUsualThreshold ? 1 : 0;
    }
    CHECK(fruit >= 3); // of six that it never saw
    for (std::size_t i = kToLearn; i < kOperator.size(); ++i) {
        INFO(kOperator[i] << ": " << otherThing(model, kOperator[i]));
        CHECK(otherThing(model, kOperator[i]) < 0.5);
    }
}

TEST_CASE("a weight is what its formula says, and each word counts once")
{
    RelevanceModel model;
    for (int i = 0; i < 3; ++i)
        model.add(example("alpha beta", false, i));
    for (int i = 0; i < 2; ++i)
        model.add(example("gamma", true, 10 + i));
    const auto verdict = model.judge(example("alpha beta", true, 99).features);
    // Both words and the pair stand in 3 of 3 and 0 of 2; the pair would say again what the words said. The network stands everywhere.
    const double weight = std::log(1.0 / 4.0) - std::log(4.0 / 5.0);
    double sum = 0;
    for (const auto &reason : verdict.reasons) {
        if (reason.name == "alpha" || reason.name == "beta" || reason.name == "alpha beta")
            CHECK(reason.weight == Approx(weight));
        sum += reason.weight;
    }
    const auto has = [&](const char *name) { return std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [&](const RelevanceReason &one) { return one.name == name; }); };
    CHECK(has("alpha"));
    CHECK_FALSE(has("alpha beta"));
    CHECK(has("beta"));
    CHECK(verdict.other == Approx(1 / (1 + std::exp(sum))));
}

TEST_CASE("what nobody marked says nothing")
{
    CHECK(RelevanceModel().judge(example("orange juice", true).features).other == 0.5);
    RelevanceModel model;
    model.add(example("orange juice", false));
    CHECK(model.judge(example("orange juice", true, 1).features).reasons.empty()); // one mark is no pattern
    CHECK_FALSE(model.ready());
}

TEST_CASE("the order of marks does not matter, and a mark taken back leaves nothing")
{
    auto examples = learned();
    const auto model = trained(examples);
    std::reverse(examples.begin(), examples.end());
    auto other = trained(examples);
    const auto passing = example("orange juice with a mobile", false, 500);
    other.add(passing);
    other.remove(passing);
    for (const auto *text : {kFruit[17], kOperator[18], "orange mobile cake"}) {
        const auto a = model.judge(example(text, true, 999).features), b = other.judge(example(text, true, 999).features);
        CHECK(a.other == b.other); // to the last bit
        REQUIRE(a.reasons.size() == b.reasons.size());
        for (std::size_t i = 0; i < a.reasons.size(); ++i)
            CHECK(a.reasons[i].name == b.reasons[i].name);
    }
}

TEST_CASE("an author, a network and a language count like words")
{
    RelevanceModel model;
    for (int i = 0; i < 10; ++i) {
        auto shop = saidOf("orange", std::to_string(i));
        shop.author.handle = "greengrocer";
        model.add({relevanceFeatures(shop), false});
        model.add(example("orange", true, 50 + i));
    }
    auto again = saidOf("orange", "999");
    again.author.handle = "greengrocer";
    const auto verdict = model.judge(relevanceFeatures(again));
    REQUIRE(verdict.reasons.size() == 1);
    CHECK(verdict.reasons[0].name == "author:greengrocer");
    CHECK(verdict.reasons[0].other == 10);
    CHECK(verdict.reasons[0].about == 0);
    CHECK(verdict.other >= kUsualThreshold);
}

TEST_CASE("a filter is measured on marks that it did not learn from, and not below fifty")
{
    auto examples = learned();
    CHECK_FALSE(measureRelevance(examples, kUsualThreshold).measured());
    for (std::size_t i = kToLearn; i < kFruit.size(); ++i) {
        examples.push_back(example(kOperator[i], true, static_cast<int>(200 + i)));
        examples.push_back(example(kFruit[i], false, static_cast<int>(300 + i)));
    }
    // Words that stand in this mark alone cannot help to judge it: leaving it out is not the same as looking it up.
    examples.push_back(example("unheard quibble", false, 400));
    examples.push_back(example("zephyr plankton", true, 401));
    examples.push_back(example("mirror onion", true, 402));
    examples.push_back(example("lantern pebble", true, 403));
    examples.push_back(example("violin saddle", true, 404));
    examples.push_back(example("copper meadow", true, 405));
    const auto measure = measureRelevance(examples, kUsualThreshold);
    CHECK(measure.measured());
    CHECK(measure.about == 27);
    CHECK(measure.other == 23);
    CHECK(measure.lost == 0);
    CHECK(measure.caught >= 12);
    CHECK(measure.caught <= 22); // the unheard one is not caught
}

TEST_CASE("a text of no words, or of a hundred thousand, is judged in passing")
{
    const auto model = trained(learned());
    CHECK(model.judge(relevanceFeatures(saidOf("", "1"))).other < 1);
    std::string endless;
    for (int i = 0; i < 100'000; ++i)
        endless += "juice" + std::to_string(i) + ' ';
    CHECK(relevanceFeatures(saidOf(endless.c_str(), "2")).size() < 1000);
}
