// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/split.hpp>

#include <vigie/text/length.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

namespace {

auto most(int limit)
{
    return [limit](std::string_view part, std::size_t) { return graphemes(part) <= limit; };
}
using Parts = std::vector<std::string>;

} // namespace

TEST_CASE("a long answer is cut where sentences end")
{
    CHECK(splitInParts("One. Two.", most(20), true) == Parts{"One. Two."});
    CHECK(splitInParts("First sentence. Second one! Third?", most(16), false) == Parts{"First sentence.", "Second one!", "Third?"});
    CHECK(splitInParts("First sentence. Second one! Third?", most(28), false) == Parts{"First sentence. Second one!", "Third?"});
    CHECK(splitInParts("First sentence. Second one!", most(21), true) == Parts{"First sentence. (1/2)", "Second one! (2/2)"});
    CHECK(splitInParts("one two three four", most(9), false) == Parts{"one two", "three", "four"});
    CHECK(splitInParts("abcdefghij", most(4), false) == Parts{"abcd", "efgh", "ij"});
    CHECK(splitInParts("See https://example.test/a/long/one now", most(32), false) == Parts{"See", "https://example.test/a/long/one", "now"});
    CHECK(splitInParts("", most(5), true).empty());
    CHECK(splitInParts("  \n ", most(5), true).empty());
    CHECK(splitInParts("ab", most(0), false) == Parts{"ab"}); // nothing would ever fit: the counter says so
}

TEST_CASE("the first part may have less room, the numbers take room themselves, and nothing is lost")
{
    const auto fits = [](std::string_view part, std::size_t index) { return graphemes(part) <= (index == 0 ? 6 : 12); };
    CHECK(splitInParts("aa bb cc dd ee ff", fits, false) == Parts{"aa bb", "cc dd ee ff"});
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "Phrase " + std::to_string(i) + " ici. ";
    const auto parts = splitInParts(text, most(100), true);
    REQUIRE(parts.size() > 30);
    std::string again;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(graphemes(parts[i]) <= 100);
        const auto ending = " (" + std::to_string(i + 1) + "/" + std::to_string(parts.size()) + ")";
        REQUIRE(parts[i].size() > ending.size());
        CHECK(parts[i].substr(parts[i].size() - ending.size()) == ending);
        again += parts[i].substr(0, parts[i].size() - ending.size()) + " ";
    }
    CHECK(again == text);
}
