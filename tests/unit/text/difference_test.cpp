// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/text/difference.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using vigie::text::DifferencePiece;
using Kind = DifferencePiece::Kind;

namespace {

std::string joined(const std::vector<DifferencePiece> &pieces, Kind other)
{
    std::string out;
    for (const auto &piece : pieces)
        if (piece.kind == Kind::Same || piece.kind == other)
            out += piece.text;
    return out;
}

} // namespace

TEST_CASE("what changed is told by words", "[text][difference]")
{
    using Pieces = std::vector<DifferencePiece>;
    CHECK(text::wordDifference("the red car", "the blue car") == Pieces{{Kind::Same, "the "}, {Kind::Removed, "red"}, {Kind::Added, "blue"}, {Kind::Same, " car"}});
    CHECK(text::wordDifference("same", "same") == Pieces{{Kind::Same, "same"}});
    CHECK(text::wordDifference("", "") == Pieces{});
    CHECK(text::wordDifference("", "new") == Pieces{{Kind::Added, "new"}});
    CHECK(text::wordDifference("gone", "") == Pieces{{Kind::Removed, "gone"}});
    // Without spaces: the dictionary of the break iterator finds the words.
    const auto chinese = text::wordDifference("\u6211\u559c\u6b22\u7ea2\u8272", "\u6211\u559c\u6b22\u84dd\u8272");
    CHECK(chinese.front().kind == Kind::Same);
    CHECK(chinese.size() == 3);
}

TEST_CASE("no byte is lost between two versions, however wild", "[text][difference][property]")
{
    Sequence random(7);
    const std::string parts[] = {"word", " ", "\n", "\u00e9t\u00e9", "\u202e", "\U0001F600", "<b>", "\xff", "a", "."};
    for (int round = 0; round < 300; ++round) {
        std::string before, after;
        for (auto n = random.below(40); n > 0; --n) {
            const auto &part = parts[random.below(std::size(parts))];
            if (random.below(4) != 0)
                before += part;
            if (random.below(4) != 0)
                after += part;
        }
        const auto pieces = text::wordDifference(before, after);
        REQUIRE(joined(pieces, Kind::Removed) == before);
        REQUIRE(joined(pieces, Kind::Added) == after);
    }
}

TEST_CASE("two long texts without a word in common are answered at once", "[text][difference]")
{
    std::string before, after;
    for (int i = 0; i < 100'000; ++i) {
        before += "a" + std::to_string(i) + (i % 7 == 0 ? "\n" : " ");
        after += "b" + std::to_string(i) + (i % 7 == 0 ? "\n" : " ");
    }
    const auto pieces = text::wordDifference(before, after);
    CHECK(joined(pieces, Kind::Removed) == before);
    CHECK(joined(pieces, Kind::Added) == after);
}
