// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/length_reason.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;
using What = CountedPiece::What;

namespace {

int sumOf(const std::vector<CountedPiece> &pieces)
{
    int sum = 0;
    for (const auto &piece : pieces)
        sum += piece.used;
    return sum;
}

const CountedPiece *find(const std::vector<CountedPiece> &pieces, What what)
{
    for (const auto &piece : pieces)
        if (piece.what == what)
            return &piece;
    return nullptr;
}

} // namespace

TEST_CASE("why 34: a link counts 23, a mention without its domain, an emoji as one")
{
    const std::string link = "https://example.com/a/very/long/path?x=1";
    const auto pieces = countedPieces("voir " + link + " merci", {LengthRule::Mastodon, 500, 23});
    REQUIRE(find(pieces, What::Link) != nullptr);
    CHECK(find(pieces, What::Link)->shown == link);
    CHECK(find(pieces, What::Link)->used == 23);
    CHECK(find(pieces, What::Link)->letters == 40);
    REQUIRE(find(pieces, What::Text) != nullptr);
    CHECK(find(pieces, What::Text)->used == 11);
    CHECK(sumOf(pieces) == 34);
    const auto mention = countedPieces("@alice@mastodon.example oui", {LengthRule::Mastodon, 500, 23}, "attention");
    REQUIRE(find(mention, What::Mention) != nullptr);
    CHECK(find(mention, What::Mention)->used == 6);
    CHECK(find(mention, What::Mention)->letters == 23);
    CHECK(find(mention, What::Warning)->used == 9);
    const std::string family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
    const auto emoji = countedPieces(family + "ok" + family, {LengthRule::Graphemes, 300, 0});
    REQUIRE(find(emoji, What::Picture) != nullptr);
    CHECK(find(emoji, What::Picture)->times == 2);
    CHECK(find(emoji, What::Picture)->used == 2);
    CHECK(find(emoji, What::Picture)->shown == family);
}

TEST_CASE("the pieces add up to what is counted, by every rule")
{
    const std::string text = "\xC3\x89t\xC3\xA9 e\xCC\x81 \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD \xE6\x97\xA5\xE6\x9C\xAC https://example.com/x?y=1 @bob@e.example #tag\r\n\xE2\x82\xAC 1\xEF\xB8\x8F\xE2\x83\xA3";
    for (const auto rule : {LengthRule::Mastodon, LengthRule::Graphemes, LengthRule::CodePoints, LengthRule::Bytes, LengthRule::X, LengthRule::Threads, LengthRule::Utf16}) {
        const LengthProfile profile{rule, 500, 23, 0};
        INFO(static_cast<int>(rule));
        CHECK(sumOf(countedPieces(text, profile)) == measure(text, profile).used);
        CHECK(sumOf(countedPieces(text, profile, "avis\xC3\xA9")) == measure(text, profile, "avis\xC3\xA9").used);
    }
    const LengthProfile both{LengthRule::Graphemes, 300, 0, 60};
    CHECK(measure(text, both).unit == LengthRule::Bytes);
    CHECK(sumOf(countedPieces(text, both)) == measure(text, both).used);
    const auto bytes = countedPieces("\xC3\xA9t\xC3\xA9", {LengthRule::Bytes, 100, 0});
    REQUIRE(find(bytes, What::Letter) != nullptr);
    CHECK(find(bytes, What::Letter)->used == 4);
    CHECK(find(bytes, What::Letter)->letters == 2);
    CHECK(find(bytes, What::Letter)->shown == "\xC3\xA9");
    CHECK(countedPieces("", both).empty());
}
