// SPDX-License-Identifier: GPL-3.0-or-later
// Floors under what was measured; the samples were never learned from.
#include <vigie/base/random.hpp>
#include <vigie/text/tone.hpp>

#include <array>
#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <iostream>

using namespace vigie;
using namespace vigie::text;

namespace {

const ToneAnalyser &analyser()
{
    static const auto shared = ToneAnalyser::builtin();
    return shared;
}

struct Sample {
    std::size_t label; ///< 0 negative, 1 neutral, 2 positive
    std::string text;
};

std::vector<Sample> samples(const std::string &name)
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/tone/" + name);
    REQUIRE(file.is_open());
    std::vector<Sample> all;
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        const auto label = line.substr(0, first);
        all.push_back(Sample{label == "negative" ? 0U : label == "neutral" ? 1U : 2U, line.substr(second + 1)});
    }
    return all;
}

struct Judged {
    double accuracy = 0, macroF1 = 0;
};

Judged judge(const std::string &name, const std::string &lang, ToneKind kind = ToneKind::ByLength)
{
    std::array<std::array<double, 3>, 3> seen{};
    const auto all = samples(name);
    for (const auto &sample : all)
        seen[sample.label][static_cast<std::size_t>(static_cast<int>(analyser().analyse(sample.text, lang, kind).label) + 1)] += 1;
    Judged judged;
    for (std::size_t c = 0; c < 3; ++c) {
        const auto given = seen[0][c] + seen[1][c] + seen[2][c], true_ = seen[c][0] + seen[c][1] + seen[c][2];
        judged.accuracy += seen[c][c] / static_cast<double>(all.size());
        judged.macroF1 += given + true_ > 0 ? 2 * seen[c][c] / (given + true_) / 3 : 0;
    }
    std::cout << name << ": n=" << all.size() << " accuracy " << judged.accuracy << ", macro-F1 " << judged.macroF1 << '\n';
    return judged;
}

ToneLabel label(std::string_view text, std::string_view lang)
{
    return analyser().analyse(text, lang).label;
}

} // namespace

TEST_CASE("tone agrees with people on texts it has not seen")
{
    CHECK(judge("en.tsv", "en", ToneKind::Post).macroF1 >= 0.66);
    CHECK(judge("fr_posts.tsv", "fr").macroF1 >= 0.92);
    CHECK(judge("fr_check.tsv", "fr").macroF1 >= 0.78);
    CHECK(judge("fr.tsv", "fr", ToneKind::Review).accuracy >= 0.80);
    CHECK(judge("fr.tsv", "fr").accuracy >= 0.78); // only their length tells that they are reviews
}

TEST_CASE("negation, intensity and contrast move the score")
{
    const auto score = [](std::string_view text, std::string_view lang) { return analyser().analyse(text, lang).score; };
    CHECK(score("This is not good", "en") < score("This is good", "en"));
    CHECK(score("I don't love it", "en") < score("I love it", "en"));
    CHECK(score("very good service", "en") > score("good service", "en"));
    CHECK(score("le service est tr\xC3\xA8s bon", "fr") > score("le service est assez bon", "fr"));
    CHECK(score("Je n'aime pas ce film", "fr") < 0);
    CHECK(score("J'aime ce film", "fr") > 0);
    CHECK(score("Le cadre est beau mais le service est lamentable", "fr") < score("Le service est lamentable mais le cadre est beau", "fr"));
    CHECK(score("Bonjour :(", "fr") < score("Bonjour :)", "fr"));
    CHECK(score("\xF0\x9F\x98\xA1", "fr") < 0);
    CHECK(score("\xF0\x9F\x98\x8D", "de") > 0);
    CHECK(score("Great, another delay, thanks /s", "en") < 0);
}

TEST_CASE("labels of plain sentences")
{
    CHECK(label("Merci beaucoup, vous \xC3\xAAtes au top !", "fr") == ToneLabel::Positive);
    CHECK(label("C'est une honte, je veux \xC3\xAAtre rembours\xC3\xA9", "fr") == ToneLabel::Negative);
    CHECK(label("Le magasin ouvre \xC3\xA0 9 h", "fr") == ToneLabel::Neutral);
    CHECK(label("Thank you so much, you are awesome!", "en") == ToneLabel::Positive);
    CHECK(label("Still broken, awful service, I want a refund", "en") == ToneLabel::Negative);
    CHECK(label("The shop opens at nine on Monday", "en") == ToneLabel::Neutral);
    CHECK(label("C'est une honte, service lamentable", "und") == ToneLabel::Negative);
    CHECK(label("Die Bahn kommt, das Rathaus war alt", "de") == ToneLabel::Neutral); // English words of other languages say nothing
    CHECK(label("", "fr") == ToneLabel::Neutral);
    CHECK(label("https://example.org/awful/terrible/scam", "en") == ToneLabel::Neutral);
}

TEST_CASE("the words that counted are shown where they stand")
{
    const std::string text = "https://e.example/x Service lamentable, je suis d\xC3\xA9\xC3\xA7ue.";
    const auto tone = analyser().analyse(text, "fr");
    bool found = false;
    for (const auto &word : tone.words)
        found = found || (text.substr(word.begin, word.end - word.begin) == "d\xC3\xA9\xC3\xA7ue" && word.weight < 0);
    CHECK(found);

    Sequence random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (auto count = random.below(80); count > 0; --count)
            bytes += random.below(3) == 0 ? static_cast<char>(random.below(256)) : "not love hate!:( mais bon ne pas @x"[random.below(34)];
        for (const auto *lang : {"fr", "en", "und", "de"}) {
            const auto any = analyser().analyse(bytes, lang);
            REQUIRE(any.score >= -1);
            REQUIRE(any.score <= 1);
            std::uint32_t last = 0;
            for (const auto &word : any.words) {
                REQUIRE(word.begin >= last);
                REQUIRE(word.end <= bytes.size());
                last = word.end;
            }
        }
    }
}

TEST_CASE("tone is fast", "[.bench]")
{
    for (const auto *lang : {"en", "fr"}) {
        const auto all = samples(lang == std::string("en") ? "en.tsv" : "fr_posts.tsv");
        std::size_t bytes = 0;
        double total = 0;
        const auto begin = std::clock(); // processor time: other work on the machine does not count
        for (int round = 0; round < 500; ++round)
            for (const auto &sample : all) {
                total += static_cast<double>(analyser().analyse(sample.text, lang).score);
                bytes += sample.text.size();
            }
        const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        const auto posts = 500.0 * static_cast<double>(all.size());
        std::cout << "tone " << lang << ": " << static_cast<double>(bytes) / posts << " bytes, " << static_cast<long>(posts / took) << " posts/s\n";
        CHECK(total != 0);
    }
}
