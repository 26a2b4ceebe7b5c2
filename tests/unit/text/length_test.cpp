// SPDX-License-Identifier: GPL-3.0-or-later
// Mastodon: status_length_validator_spec.rb of Mastodon 4.5. The table: counted by Node and twitter-text 3.1.0.
#include <vigie/text/length.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

namespace {

std::string times(std::size_t count, std::string_view piece)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += piece;
    return all;
}

const LengthProfile kMastodon{LengthRule::Mastodon, 500, 23};
const std::string kTransFlag = "\xF0\x9F\x8F\xB3\xEF\xB8\x8F\xE2\x80\x8D\xE2\x9A\xA7\xEF\xB8\x8F";

struct Vector {
    std::string text;
    int bytes, codePoints, graphemes, mastodon;
};

} // namespace

TEST_CASE("Mastodon's own examples")
{
    CHECK_FALSE(measure("", kMastodon, times(520, "a")).fits());
    CHECK_FALSE(measure(times(520, "a"), kMastodon).fits());
    CHECK_FALSE(measure(times(251, "a"), kMastodon, times(250, "a")).fits());
    CHECK(measure(times(250, "a"), kMastodon, times(250, "a")).fits());
    CHECK(measure(times(476, "a") + " http://" + times(30, "b") + ".com/example", kMastodon).fits());
    CHECK_FALSE(measure(times(476, "a") + "http://" + times(30, "b") + ".com/example", kMastodon).fits());
    CHECK_FALSE(measure("http://example.com/valid?" + times(1000, "#foo?"), kMastodon).fits());
    CHECK(measure(times(475, "a") + " @alice@" + times(30, "b") + ".com", kMastodon).fits());
    CHECK_FALSE(measure("@alice@" + times(500, "b") + ".com", kMastodon).fits());
    CHECK(measure(times(500, "\xE2\x9C\xA8"), kMastodon).fits());
    CHECK(measure(times(500, kTransFlag), kMastodon).fits());
    CHECK_FALSE(measure(times(501, kTransFlag), kMastodon).fits());
}

TEST_CASE("one text, four ways to count")
{
    const std::vector<Vector> vectors{
        {"Bonjour", 7, 7, 7, 7},
        {"\xC5\x93uvre d\xE2\x80\x99" "art", 14, 11, 11, 11},
        {"\xC2\xAB prix : 12 \xE2\x82\xAC \xC2\xBB", 19, 15, 15, 15},
        {"\xC2\xAB prix\xE2\x80\xAF: 12\xE2\x80\xAF\xE2\x82\xAC \xC2\xBB", 23, 15, 15, 15},
        {"e\xCC\x81te\xCC\x81", 7, 5, 3, 3},
        {"\xC3\xA9t\xC3\xA9", 5, 3, 3, 3},
        {"Fin\xE2\x80\xA6", 6, 4, 4, 4},
        {"\xF0\x9F\x91\x8D", 4, 1, 1, 1},
        {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", 8, 2, 1, 1},
        {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6", 25, 7, 1, 1},
        {"\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", 8, 2, 1, 1},
        {"1\xEF\xB8\x8F\xE2\x83\xA3", 7, 3, 1, 1},
        {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 9, 3, 3, 3},
        {"\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87", 18, 6, 3, 3},
        {"voir https://example.com/a/very/long/path?x=1 merci", 51, 51, 51, 34},
        {"voir example.com merci", 22, 22, 22, 22},
        {"voir exemple.paris merci", 24, 24, 24, 24},
        {"merci @alice@mastodon.example !", 31, 31, 31, 14},
        {"#\xC3\xA9t\xC3\xA9" "2026", 10, 8, 8, 8},
        {"a\r\nb", 4, 4, 3, 3},
        {"A\xEF\xAC\xAC", 4, 2, 2, 2},
    };
    for (const auto &vector : vectors) {
        INFO(vector.text);
        CHECK(measure(vector.text, {LengthRule::Bytes, 0, 0}).used == vector.bytes);
        CHECK(measure(vector.text, {LengthRule::CodePoints, 0, 0}).used == vector.codePoints);
        CHECK(measure(vector.text, {LengthRule::Graphemes, 0, 0}).used == vector.graphemes);
        CHECK(measure(vector.text, kMastodon).used == vector.mastodon);
    }
}

TEST_CASE("Bluesky's examples and its real server")
{
    const std::string family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA7";
    const std::string namaste = "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87";
    for (const std::string one : {"a", "~", "\xC3\xB6", "\xC3\xB1", "\xC2\xA9", "\xE2\xBD\x98", "\xE2\x98\x8E", "\xF0\x93\x8B\x93", "\xF0\x9F\x98\x80", family.c_str()})
        CHECK(graphemes(one) == 1);
    CHECK(graphemes("a~\xC3\xB6\xC3\xB1\xC2\xA9\xE2\xBD\x98\xE2\x98\x8E\xF0\x93\x8B\x93\xF0\x9F\x98\x80" + family) == 10);
    CHECK(graphemes(namaste) == 3);
    const LengthProfile bluesky{LengthRule::Graphemes, 300, 0};
    CHECK(measure(times(300, "a"), bluesky).fits());
    CHECK_FALSE(measure(times(301, "a"), bluesky).fits());
    CHECK(measure(times(100, namaste), bluesky).used == 300);
    CHECK(measure(times(101, namaste), bluesky).used == 303);
}

TEST_CASE("of two limits the one that is nearer to its end is shown")
{
    const std::string family = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"; // 18 bytes
    const LengthProfile both{LengthRule::Graphemes, 300, 0, 3000};
    const auto words = measure(times(299, "a"), both);
    CHECK(words.unit == LengthRule::Graphemes);
    CHECK(words.used == 299);
    CHECK(words.limit == 300);
    CHECK(words.fits());
    CHECK_FALSE(measure(times(301, "a"), both).fits());
    CHECK(measure(times(301, "a"), both).overflowAt == 300);
    const auto fits = measure(times(166, family), both);
    CHECK(fits.unit == LengthRule::Bytes);
    CHECK(fits.used == 2988);
    CHECK(fits.limit == 3000);
    CHECK(fits.fits());
    const auto over = measure(times(167, family), both);
    CHECK(over.unit == LengthRule::Bytes);
    CHECK(over.used == 3006);
    CHECK_FALSE(over.fits());
    CHECK(over.overflowAt == 166 * 18); // the whole of the cluster that goes over
    const auto first = measure(times(301, family), both);
    CHECK(first.unit == LengthRule::Bytes); // 180 % of the bytes, 100 % of the characters
    CHECK(first.overflowAt == 166 * 18);
    CHECK(measure(times(301, "a"), {LengthRule::Graphemes, 0, 0, 300}).unit == LengthRule::Bytes);
    CHECK(measure("ab", both, "warning").used == 9);
}

TEST_CASE("what goes over is pointed at, and the parts add up")
{
    const auto long_ = measure(times(498, "\xC3\xA9") + " bonjour", kMastodon);
    CHECK(long_.used == 506);
    CHECK(long_.overflowAt == 498 * 2 + 2);
    const auto link = measure("@bob@e.example voir https://example.org/a", {LengthRule::Mastodon, 20, 23}, "cw");
    CHECK(link.overflowAt == 20); // the link as a whole
    REQUIRE(link.parts.size() == 4);
    CHECK(link.parts[0].why == LengthPart::Why::Warning);
    CHECK(link.parts[1].why == LengthPart::Why::Mention);
    CHECK(link.parts[3].why == LengthPart::Why::Link);
    int sum = 0;
    for (const auto &part : link.parts)
        sum += part.used;
    CHECK(sum == link.used);
    CHECK(measure("abc", {LengthRule::Graphemes, 3, 0}).overflowAt == std::string_view::npos);
    CHECK(measure("abcd", {LengthRule::CodePoints, 3, 0}).overflowAt == 3);
    CHECK(measure("a\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD" "b", {LengthRule::CodePoints, 3, 0}).overflowAt == 9);
    CHECK(measure(times(3, "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD"), {LengthRule::CodePoints, 3, 0}).overflowAt == 8);
    CHECK(measure("\xC3\xA9\xC3\xA9", {LengthRule::Bytes, 3, 0}).overflowAt == 2); // never inside a character
    CHECK(measure("x", {LengthRule::Mastodon, 3, 23}, "abcde").overflowAt == 0);
    CHECK(measure("", {LengthRule::Graphemes, 0, 0}).fits());
    CHECK(measure("https://" + times(4200, "a") + ".com", {LengthRule::Mastodon, 500, 23}).used == 4212);
    CHECK(measure("https://e.example/x", {LengthRule::Mastodon, 500, 0}).used == 19);
    CHECK(measure("\xFF\xC3", kMastodon).used >= 1);
}

TEST_CASE("eliding counts graphemes")
{
    CHECK(elide("bonjour", 7) == "bonjour");
    CHECK(elide("bonjour", 4) == "bon\xE2\x80\xA6");
    CHECK(elide("\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", 2) == "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7\xE2\x80\xA6");
    CHECK(elide("", 3).empty());
    CHECK(graphemes(elide(times(50, "\xC3\xA9"), 10)) == 10);
}
