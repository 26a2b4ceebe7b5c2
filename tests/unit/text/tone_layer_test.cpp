// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/text/tone_layer.hpp>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::text;

namespace {

const ToneAnalyser &shipped()
{
    static const auto shared = ToneAnalyser::builtin();
    return shared;
}

/// A word that the model knows nothing of and that people of this workspace find bad, in texts of many words.
std::vector<ToneLesson> about(const std::string &word, ToneLabel label, int count)
{
    const std::vector<std::string> ways{"Le quai % ce matin", "On parle de % au bureau", "Quelqu'un a vu % ?", "La ligne passe par %", "% est de retour lundi", "Toujours % sur le plan"};
    std::vector<ToneLesson> out;
    for (int i = 0; i < count; ++i) {
        auto text = ways[static_cast<std::size_t>(i) % ways.size()] + (i < static_cast<int>(ways.size()) ? "" : " no " + std::to_string(i));
        text.replace(text.find('%'), 1, word);
        out.push_back({text, "fr", ToneKind::ByLength, label});
    }
    return out;
}

} // namespace

TEST_CASE("a layer learns what a word means here and leaves the shipped model as it was", "[tone]")
{
    const std::string text = "Voici le zorbec du mardi";
    const auto before = shipped().analyse(text, "fr");
    auto lessons = about("zorbec", ToneLabel::Negative, 12);
    const auto plain = about("glopin", ToneLabel::Neutral, 12);
    lessons.insert(lessons.end(), plain.begin(), plain.end());
    const auto layer = std::make_shared<const ToneLayer>(learnToneLayer(shipped(), lessons));
    const auto taught = shipped().with(layer);
    const auto after = taught.analyse(text, "fr");
    CHECK(after.score < before.score - 0.1F);
    CHECK(std::any_of(after.words.begin(), after.words.end(), [&](const ToneWord &word) { return text.substr(word.begin, word.end - word.begin) == "zorbec" && word.weight < 0; }));
    CHECK(shipped().analyse(text, "fr").score == before.score);
    CHECK(shipped().version() == taught.version());
    REQUIRE_FALSE(layer->empty());
    CHECK(std::any_of(layer->words().begin(), layer->words().end(), [](const ToneLayerWord &word) { return word.word == "zorbec" && word.lang == "fr" && word.lessons == 12; }));
    CHECK(taught.analyse("The zorbec of Tuesday", "en").score == shipped().analyse("The zorbec of Tuesday", "en").score); // taught in French
}

TEST_CASE("few labels move little, and one label alone nothing", "[tone]")
{
    const auto score = [](const std::vector<ToneLesson> &lessons) {
        return shipped().with(std::make_shared<const ToneLayer>(learnToneLayer(shipped(), lessons))).analyse("Voici le zorbec du mardi", "fr").score;
    };
    CHECK(learnToneLayer(shipped(), about("zorbec", ToneLabel::Negative, kLeastToneLessons - 1)).empty());
    auto one = about("zorbec", ToneLabel::Negative, 1);
    const auto others = about("glopin", ToneLabel::Neutral, 20);
    one.insert(one.end(), others.begin(), others.end());
    const auto once = learnToneLayer(shipped(), one);
    CHECK(std::none_of(once.words().begin(), once.words().end(), [](const ToneLayerWord &word) { return word.word == "zorbec"; }));
    CHECK(score(about("zorbec", ToneLabel::Negative, 40)) < score(about("zorbec", ToneLabel::Negative, 10)));
}

TEST_CASE("a layer does not depend on the order of its lessons, and kept as numbers it is the same", "[tone]")
{
    auto lessons = about("zorbec", ToneLabel::Negative, 15);
    const auto more = about("glopin", ToneLabel::Positive, 15);
    lessons.insert(lessons.end(), more.begin(), more.end());
    const auto layer = learnToneLayer(shipped(), lessons);
    Sequence random(5);
    for (std::size_t i = lessons.size(); i > 1; --i)
        std::swap(lessons[i - 1], lessons[random.below(i)]);
    const auto again = learnToneLayer(shipped(), lessons);
    const ToneLayer kept{std::vector<ToneLayerWord>(layer.words().rbegin(), layer.words().rend())};
    REQUIRE(again.words().size() == layer.words().size());
    REQUIRE(kept.words().size() == layer.words().size());
    for (std::size_t i = 0; i < layer.words().size(); ++i) {
        CHECK(again.words()[i].word == layer.words()[i].word);
        CHECK(again.words()[i].praise == layer.words()[i].praise);
        CHECK(kept.words()[i].word == layer.words()[i].word);
        CHECK(kept.words()[i].blame == layer.words()[i].blame);
    }
}

TEST_CASE("the words' weights are the score's: together they say what it says", "[tone]")
{
    // Where punctuation, length and what all texts start from are the same, more evidence in the words is a higher score.
    const auto sum = [](const Tone &tone) {
        float total = 0;
        for (const auto &word : tone.words)
            total += word.weight;
        return total;
    };
    for (const auto &[worse, better] : {std::pair{"The service was terrible", "The service was wonderful"}, {"This is not good", "This is so good"}, {"I hate this place", "I love this place"}}) {
        const auto low = shipped().analyse(worse, "en"), high = shipped().analyse(better, "en");
        CHECK(low.score < high.score);
        CHECK(sum(low) < sum(high));
    }
}
