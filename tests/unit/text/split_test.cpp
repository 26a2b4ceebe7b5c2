// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/split.hpp>

#include <vigie/base/random.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

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

TEST_CASE("whatever is parted, links, mentions and letters stay whole, and nothing is lost")
{
    const std::vector<std::string> pieces{"Bonjour ", "\xC3\xA9t\xC3\xA9 ", "@camille@rive.example ", "https://example.org/un/chemin?x=1 ", "#r\xC3\xA9paration ", "\n\n", "Fin. ", "Oui ! ",
                                          "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 ", "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87 ",
                                          "anticonstitutionnellement ", "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E "};
    const auto squeezed = [](const std::string &text) {
        std::string out;
        for (const char c : text)
            if (c != ' ' && c != '\n')
                out += c;
        return out;
    };
    vigie::Sequence random(20261122);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (auto count = 5 + random.below(60); count > 0; --count)
            text += pieces[random.below(pieces.size())];
        const int limit = 60 + static_cast<int>(random.below(240));
        const bool numbered = random.below(2) == 0;
        const LengthProfile profiles[] = {{LengthRule::Graphemes, limit, 0, limit * 6}, {LengthRule::Mastodon, limit, 23}, {LengthRule::X, limit, 23}};
        const auto &profile = profiles[random.below(3)];
        const auto parts = splitInParts(text, [&](std::string_view part, std::size_t) { return measure(part, profile).fits(); }, numbered);
        INFO(text << " / " << limit);
        std::string again;
        std::size_t links = 0, mentions = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CHECK(measure(parts[i], profile).fits());
            const auto ending = numbered && parts.size() > 1 ? " (" + std::to_string(i + 1) + "/" + std::to_string(parts.size()) + ")" : std::string();
            REQUIRE(parts[i].ends_with(ending));
            const auto words = parts[i].substr(0, parts[i].size() - ending.size());
            again += words;
            for (const auto &span : fromPlain(words).spans) {
                links += span.kind == vigie::TextSpan::Kind::Link ? 1 : 0;
                mentions += span.kind == vigie::TextSpan::Kind::Mention ? 1 : 0;
                if (span.kind == vigie::TextSpan::Kind::Link)
                    CHECK(span.target == "https://example.org/un/chemin?x=1");
                if (span.kind == vigie::TextSpan::Kind::Mention)
                    CHECK(span.target == "camille@rive.example");
            }
        }
        CHECK(squeezed(again) == squeezed(text));
        std::size_t wantedLinks = 0, wantedMentions = 0;
        for (const auto &span : fromPlain(text).spans) {
            wantedLinks += span.kind == vigie::TextSpan::Kind::Link ? 1 : 0;
            wantedMentions += span.kind == vigie::TextSpan::Kind::Mention ? 1 : 0;
        }
        CHECK(links == wantedLinks);
        CHECK(mentions == wantedMentions);
    }
}
