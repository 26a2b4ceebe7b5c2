// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/text/fold.hpp>

#include <catch2/catch.hpp>
#include <ctime>
#include <iostream>

using namespace vigie;
using namespace vigie::text;

TEST_CASE("case, accents, ligatures and width are folded")
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\xC3\x89t\xC3\xA9 \xC3\xA0 l'\xC5\x93uvre", "ete a l oeuvre"},
        {"e\xCC\x81te\xCC\x81", "ete"},                                    // decomposed
        {"STRASSE stra\xC3\x9F" "e", "strasse strasse"},
        {"\xC3\x86gir \xC3\x86, \xC5\x92uf", "aegir ae oeuf"},
        {"\xEF\xBC\xB6\xEF\xBD\x89\xEF\xBD\x87\xEF\xBD\x89\xEF\xBD\x85", "vigie"}, // full width
        {"\xC3\x98rsted \xC5\x81\xC3\xB3" "d\xC5\xBA", "orsted lodz"},
        {"d'Orange d\xE2\x80\x99Orange d\xCA\xBCOrange", "d orange d orange d orange"},
        {"aujourd'hui don't", "aujourd hui don t"},
        {"e-r\xC3\xA9putation 24/7", "e reputation 24 7"},
        {"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90 \xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1", "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 \xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1"},
        {"", ""},
        {" \n\t!?\xE2\x80\xA6", ""},
    };
    for (const auto &[text, wanted] : cases) {
        INFO(text);
        CHECK(fold(text) == wanted);
    }
}

TEST_CASE("emoji, links and scripts without spaces")
{
    CHECK(fold("top\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD!") == fold("top \xF0\x9F\x91\x8D"));                      // skin tone
    CHECK(fold("\xE2\x9D\xA4\xEF\xB8\x8F") == fold("\xE2\x9D\xA4"));                                          // variation selector
    CHECK(tokenize("\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA").size() == 2);          // two flags
    CHECK(tokenize("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7").size() == 1); // one family
    CHECK(tokenize("\xF0\x9F\x98\x80\xF0\x9F\x98\x80").size() == 2);
    CHECK(fold("\xE6\x97\xA5\xE6\x9C\xAC") == "\xE6\x97\xA5 \xE6\x9C\xAC");
    CHECK(fold("voir https://www.example.org/Prix/2026?utm_source=x&id=42#haut fin") == "voir www example org prix 2026 fin");
}

TEST_CASE("ranges lead back to the text, and folding twice changes nothing")
{
    Sequence random(42);
    const std::vector<std::string> pieces{"\xC3\x89", "a", "Z", "'", "\xE2\x80\x99", "\xCC\x81", "\xC5\x93", "\xF0\x9F\x98\x80", "\xE2\x80\x8D", "\xEF\xB8\x8F", " ", "-", "1", "\xE6\x97\xA5",
                                          "\xE1\xBA\x9E", "\xEF\xAC\x81", "\xC2\xBD", "\xC7\x84", "\xCE\x90", "\xFF", "\xC3", "https://", "?", "\xF0\x9F\x87\xAB", "\xE0\xB8\x81", "\xE2\x91\xA0", "\xC2\xAA"};
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto count = random.below(24); count > 0; --count)
            text += random.below(8) == 0 ? std::string(1, static_cast<char>(random.below(256))) : pieces[random.below(pieces.size())];
        const auto tokens = tokenize(text);
        std::uint32_t last = 0;
        std::string joined;
        for (const auto &token : tokens) {
            REQUIRE(token.begin >= last);
            REQUIRE(token.begin < token.end);
            REQUIRE(token.end <= text.size());
            REQUIRE_FALSE(token.word.empty());
            last = token.end;
            joined += (joined.empty() ? "" : " ") + token.word;
        }
        const auto once = fold(text);
        REQUIRE(joined == once);
        INFO(text);
        INFO(once);
        if (text.find("\xE2\x80\x8D") == std::string::npos) // a joined emoji is one word, whose joiner is gone
            REQUIRE(fold(once) == once);
    }
}

TEST_CASE("folding is idempotent for every character")
{
    std::size_t wrong = 0;
    for (std::uint32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        std::string text = "a";
        if (c < 0x80)
            text += static_cast<char>(c);
        else if (c < 0x800)
            text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
        else if (c < 0x10000)
            text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
        else
            text += {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                     static_cast<char>(0x80 | (c & 0x3F))};
        const auto once = fold(text + "b");
        if (fold(once) != once) {
            ++wrong;
            UNSCOPED_INFO("U+" << std::hex << c << " " << once << " / " << fold(once));
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("what folding makes longer than the text was is whole")
{
    const std::string wide = "\xEF\xB7\xBA", grin = "\xF0\x9F\x98\x80", quarter = "\xC2\xBC", han = "\xE6\xBC\xA2"; // U+FDFA is eighteen letters
    for (const auto &piece : {wide, wide + " ", "a" + grin, grin + "b", quarter, han, "x" + han, quarter + grin + "yz "}) {
        std::string text, joined;
        for (int i = 0; i < 500; ++i)
            text += piece;
        for (const auto &token : tokenize(text)) {
            REQUIRE(token.begin < token.end);
            REQUIRE(token.end <= text.size());
            joined += (joined.empty() ? "" : " ") + token.word;
        }
        CHECK(fold(text) == joined);
        CHECK(joined.size() >= 500);
    }
    CHECK(fold(wide).size() > 6 * wide.size());
    CHECK(fold(grin + grin) == grin + " " + grin);
}

TEST_CASE("folding is fast", "[.bench]")
{
    const std::string post = "Bonjour @alice, l'\xC3\xA9quipe d'Orange a r\xC3\xA9pondu : le r\xC3\xA9seau revient \xC3\xA0 18 h 30, merci de votre patience et bonne soir\xC3\xA9" "e \xF0\x9F\x98\x80 #panne #fibre r\xC3\xA9" "gion";
    constexpr int kRounds = 400000;
    std::size_t bytes = 0;
    const auto begin = std::clock(); // processor time: other work on the machine does not count
    for (int i = 0; i < kRounds; ++i)
        bytes += fold(post).size();
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << "fold: " << post.size() << " bytes, " << static_cast<long>(kRounds / took) << " posts/s\n";
    CHECK(bytes > 0);
}
