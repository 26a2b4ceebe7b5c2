// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/language.hpp>

#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <iostream>
#include <vector>

using namespace vigie::text;

namespace {

const char *const kLanguages[] = {"fr", "en", "de", "es", "it", "nl", "pt"};

std::vector<std::string> linesOf(const std::string &name)
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/language/" + name);
    REQUIRE(file.is_open());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

double accuracy(const std::string &suffix, double *french)
{
    std::size_t right = 0, all = 0;
    for (const std::string lang : kLanguages) {
        std::size_t here = 0;
        const auto lines = linesOf(lang + suffix);
        for (const auto &line : lines)
            here += detectLanguage(line) == lang ? 1 : 0;
        std::cout << lang << suffix << ": " << here << "/" << lines.size() << '\n';
        if (lang == "fr")
            *french = static_cast<double>(here) / static_cast<double>(lines.size());
        right += here;
        all += lines.size();
    }
    return static_cast<double>(right) / static_cast<double>(all);
}

} // namespace

TEST_CASE("sentences of seven languages")
{
    double french = 0;
    CHECK(accuracy(".txt", &french) >= 0.98);
    CHECK(french >= 0.98);
}

TEST_CASE("pairs of words are told by the hint, and are not guessed without one")
{
    for (const std::string lang : kLanguages)
        for (const auto &pair : linesOf(lang + "-pairs.txt"))
            CHECK(detectLanguage(pair, lang) == lang);
}

TEST_CASE("what is no language does not count")
{
    CHECK(detectLanguage("") == "und");
    CHECK(detectLanguage("https://example.org/the/and/of/you @the @and #the") == "und");
    CHECK(detectLanguage("\xF0\x9F\x98\x80 12 34", "fr-FR") == "fr");
    CHECK(detectLanguage("ok", "en_GB") == "en");
    CHECK(detectLanguage("ok", "x") == "und");
    CHECK(detectLanguage("@the_and @you https://en.example/the/of Je n'ai toujours pas re\xC3\xA7u mon colis") == "fr");
    CHECK(detectLanguage("L'\xC2\x92\xC3\xA9t\xC3\xA9 est arriv\xC3\xA9 dans notre ville et nous attendons les vacances") == "fr"); // C1 control
    CHECK(detectLanguage("Still waiting for my parcel, can you help me please?") == "en");
    CHECK(detectLanguage(std::string(3U << 20U, 'x')).size() <= 3);
    CHECK(detectLanguage("\xFF\xFE\xC3 \xED\xA0\x80 brok\xC3") .size() <= 3);
}

TEST_CASE("detecting is fast", "[.bench]")
{
    const auto lines = linesOf("fr.txt");
    std::size_t french = 0;
    const auto begin = std::clock(); // processor time: other work on the machine does not count
    for (int round = 0; round < 100; ++round)
        for (const auto &line : lines)
            french += detectLanguage(line) == "fr" ? 1 : 0;
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << "detectLanguage: " << static_cast<long>(100.0 * static_cast<double>(lines.size()) / took) << " sentences/s\n";
    CHECK(french > 0);
}
