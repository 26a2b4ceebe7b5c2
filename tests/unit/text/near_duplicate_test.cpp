// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/relay_mutations.hpp"

#include <vigie/text/near_duplicate.hpp>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

using namespace vigie;
using namespace vigie::text;

TEST_CASE("what differs from one relay to the next is taken out before texts are compared", "[near]")
{
    const auto form = [](const char *text) { return NearText(text).form(); };
    CHECK(form("RT @ada: Le Caf\xC3\xA9  EST ouvert !!") == "le caf\xC3\xA9 est ouvert");
    CHECK(form("mt @ada@social.example rt @bob Open now") == "open now");
    CHECK(form("Open now via @ada") == "open now");
    CHECK(form("Read https://a.example/x?y=1#z now (www.b.example)") == "read now");
    CHECK(form("@ada @bob: thanks") == "thanks");
    CHECK(form("write to ada@b.example") == "write to ada b example");
    CHECK(form("\xEF\xBC\xA1\xEF\xBC\xA2 caf\x65\xCC\x81 \xE2\x91\xA0") == "ab caf\xC3\xA9 1"); // full width, combining accent, circled digit
    CHECK(form("#V\xC3\xA9lo \xF0\x9F\x9A\xB2\xEF\xB8\x8F d'ici\xE2\x80\xA6") == "v\xC3\xA9lo d ici");
    CHECK(form("Rt is not a mark here") == "rt is not a mark here");
    CHECK(form("").empty());
    CHECK(form("\xFF\xFE broken \xC3").find("broken") != std::string::npos);
    CHECK(NearText(std::string(100'000, 'a')).length() == kNearTextLimit);
}

TEST_CASE("likeness is Jaccard and containment of five characters in a row", "[near]")
{
    // abcdefgh: abcde bcdef cdefg defgh; abcdefxy: abcde bcdef cdefx defxy; two of six are shared.
    const auto like = likenessOf(NearText("abcdefgh"), NearText("abcdefxy"));
    CHECK(like.jaccard == Approx(2.0 / 6));
    CHECK(like.containment == Approx(2.0 / 4));
    CHECK(likenessOf(NearText("abc"), NearText("abc")).jaccard == 0); // nothing to compare
    CHECK(shareIn(NearText("abcdef"), NearText("xx abcdef yy")) == Approx(1.0));
}

TEST_CASE("people who say the same short thing do not copy one another", "[near]")
{
    const auto copies = [](const char *a, const char *b) { return copyLikeness(NearText(a), NearText(b)).has_value(); };
    CHECK_FALSE(copies("Merci beaucoup !", "merci beaucoup"));
    CHECK_FALSE(copies("Bonne journ\xC3\xA9""e \xC3\xA0 tous", "Bonne journ\xC3\xA9""e \xC3\xA0 toutes"));
    CHECK(copies("The shop on Siam Street is closed", "The shop on Siam Street is closed!!"));
    // A set phrase within a long text is no copy of it.
    const std::string phrase = "Je vous souhaite une tr\xC3\xA8s bonne journ\xC3\xA9""e.";
    const std::string letter = "Bonjour, votre dossier a bien \xC3\xA9t\xC3\xA9 re\xC3\xA7u par notre service, qui vous r\xC3\xA9pondra avant la fin de la semaine prochaine. " + phrase;
    CHECK_FALSE(copies(letter.c_str(), phrase.c_str()));
    CHECK(copyLikeness(NearText(letter), NearText("Re\xC3\xA7u ce matin : " + letter)).value_or(0) > 0.8);
}

TEST_CASE("a comment has words of its own or has none", "[near]")
{
    const NearText original("The ferry does not sail on Thursday, says the harbour office.");
    CHECK_FALSE(saysMore(NearText("https://a.example @ada !!"), original));
    CHECK_FALSE(saysMore(NearText("Quelle honte https://a.example"), original));
    CHECK_FALSE(saysMore(NearText("The ferry does not sail on Thursday, says the harbour office | Bay Echo https://a.example"), original));
    CHECK(saysMore(NearText("Typical, and nobody told the tourists https://a.example"), original));
    CHECK(saysMore(NearText("Thursday, the ferry, the office: not on sail"), original) == false); // its own words, all of them
}

TEST_CASE("128 minima guess the Jaccard as well as theory says", "[near]")
{
    Sequence random(11);
    double bias = 0, squares = 0, theory = 0;
    constexpr int kPairs = 600;
    for (int i = 0; i < kPairs; ++i) {
        std::vector<std::uint32_t> a, b;
        const auto both = 20 + random.below(180), alone = 20 + random.below(120);
        for (std::uint64_t k = 0; k < both + 2 * alone; ++k) {
            const auto shingle = static_cast<std::uint32_t>(random.next());
            if (k < both + alone)
                a.push_back(shingle);
            if (k < both || k >= both + alone)
                b.push_back(shingle);
        }
        const double jaccard = static_cast<double>(both) / static_cast<double>(both + 2 * alone);
        const auto left = minHash(a), right = minHash(b);
        REQUIRE(left.size() == kMinHashes);
        int same = 0;
        for (std::size_t k = 0; k < kMinHashes; ++k)
            same += left[k] == right[k] ? 1 : 0;
        const double error = same / static_cast<double>(kMinHashes) - jaccard;
        bias += error / kPairs;
        squares += error * error / kPairs;
        theory += jaccard * (1 - jaccard) / kMinHashes / kPairs;
    }
    std::cout << "minhash: bias " << bias << ", rmse " << std::sqrt(squares) << " (theory " << std::sqrt(theory) << ")\n";
    CHECK(std::abs(bias) < 4 * std::sqrt(theory / kPairs));
    CHECK(std::sqrt(squares) == Approx(std::sqrt(theory)).epsilon(0.12));
}

TEST_CASE("relays of real posts share a key and are confirmed", "[near]")
{
    const auto posts = test::shortPosts(VIGIE_TEST_DATA);
    REQUIRE(posts.size() > 1500);
    Sequence random(7);
    std::vector<NearText> texts;
    std::vector<std::vector<std::uint32_t>> keys;
    for (const auto &post : posts) {
        texts.emplace_back(post);
        keys.push_back(candidateKeys(texts.back()));
    }
    for (const auto &mutation : test::mutations(posts, random)) {
        int found = 0, tried = 0;
        for (std::size_t i = 0; i < posts.size() && tried < 1000; ++i) {
            if (texts[i].length() < 40)
                continue;
            ++tried;
            const NearText relay(mutation.apply(posts[i]));
            int shared = 0;
            for (const auto key : candidateKeys(relay))
                shared += std::count(keys[i].begin(), keys[i].end(), key) > 0 ? 1 : 0;
            const bool met = shared > 1 || (shared == 1 && sketchesMeet(sketchOf(relay), sketchOf(texts[i])));
            found += met && copyLikeness(relay, texts[i]) ? 1 : 0;
        }
        const double recall = static_cast<double>(found) / tried;
        std::cout << "relays, " << mutation.name << ": " << recall * 100 << " % of " << tried << " found\n";
        INFO(mutation.name);
        CHECK(recall >= mutation.wanted);
    }
    int falsePairs = 0;
    for (int i = 0; i < 200'000; ++i) {
        const auto a = random.below(texts.size()), b = random.below(texts.size());
        falsePairs += a != b && copyLikeness(texts[a], texts[b]) ? 1 : 0;
    }
    std::cout << "relays, false pairs: " << falsePairs << " of 200,000\n";
    CHECK(falsePairs <= 6);
}
