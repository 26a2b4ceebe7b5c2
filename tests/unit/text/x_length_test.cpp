// SPDX-License-Identifier: GPL-3.0-or-later
// twitter-text's own vectors (tests/data/twitter_text), and the table that Node and twitter-text 3.1.0 counted.
#include <vigie/text/length.hpp>

#include "text/x_links.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace vigie::text;
using Json = nlohmann::json;

namespace {

const LengthProfile kX{LengthRule::X, 280, 23};

Json conformance()
{
    std::ifstream in(std::string(VIGIE_TEST_DATA) + "/data/twitter_text/conformance.json");
    return Json::parse(in);
}

std::vector<std::string> linksOf(const std::string &text)
{
    std::vector<std::string> found;
    for (const auto &[begin, end] : xLinks(text))
        found.push_back(text.substr(begin, end - begin));
    return found;
}

std::vector<std::string> urlsOf(const Json &expected)
{
    std::vector<std::string> urls;
    for (const auto &one : expected)
        urls.push_back(one.is_object() ? one.at("url").get<std::string>() : one.get<std::string>());
    return urls;
}

} // namespace

TEST_CASE("x: weighted lengths of twitter-text")
{
    int seen = 0;
    const auto all = conformance();
    // The first section was written for configuration v2, which counts emoji by their code points.
    for (const auto *section : {"weighted_v2", "weighted"})
        for (const auto &one : all.at(section)) {
            const auto text = one.at("text").get<std::string>();
            const auto &expected = one.at("expected");
            INFO(one.at("description").get<std::string>());
            const auto described = one.at("description").get<std::string>();
            const bool compound = described.rfind("Count a mix of single byte", 0) == 0 || described.find("with skin tone modifiers") != std::string::npos;
            if (compound && std::string(section) == "weighted_v2")
                continue;
            ++seen;
            const auto length = measure(text, kX);
            CHECK(length.used == expected.at("weightedLength").get<int>());
            if (one.at("description") != "Handle invalid characters") // short enough all the same
                CHECK((length.fits() && length.used > 0) == expected.at("valid").get<bool>());
        }
    CHECK(seen == 42);
}

TEST_CASE("x: links of twitter-text")
{
    int seen = 0;
    const auto all = conformance();
    for (const auto *section : {"urls", "urls_with_indices", "urls_with_directional_markers", "tco"})
        for (const auto &one : all.at(section)) {
            ++seen;
            INFO(one.at("description").get<std::string>() << ": " << one.at("text").get<std::string>());
            CHECK(linksOf(one.at("text").get<std::string>()) == urlsOf(one.at("expected")));
        }
    CHECK(seen == 108);
}

TEST_CASE("x and Threads: what Node and twitter-text counted")
{
    struct Row {
        std::string text;
        int utf16, x, threads;
    };
    const std::vector<Row> rows{
        {"Bonjour", 7, 7, 7},
        {"\xC5\x93uvre d\xE2\x80\x99" "art", 11, 11, 11},
        {"\xC2\xAB prix : 12 \xE2\x82\xAC \xC2\xBB", 15, 16, 15},
        {"\xC2\xAB prix\xE2\x80\xAF: 12\xE2\x80\xAF\xE2\x82\xAC \xC2\xBB", 15, 18, 15},
        {"e\xCC\x81te\xCC\x81", 5, 3, 5},
        {"\xC3\xA9t\xC3\xA9", 3, 3, 3},
        {"Fin\xE2\x80\xA6", 4, 5, 4},
        {"\xF0\x9F\x91\x8D", 2, 2, 4},
        {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", 4, 2, 8},
        {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6", 11, 2, 25},
        {"\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", 4, 2, 8},
        {"1\xEF\xB8\x8F\xE2\x83\xA3", 3, 2, 7},
        {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 3, 6, 3},
        {"\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87", 6, 6, 6},
        {"voir https://example.com/a/very/long/path?x=1 merci", 51, 34, 51},
        {"voir example.com merci", 22, 34, 22},
        {"voir exemple.paris merci", 24, 34, 24},
        {"merci @alice@mastodon.example !", 31, 31, 31},
        {"#\xC3\xA9t\xC3\xA9" "2026", 8, 8, 8},
        {"a\r\nb", 4, 4, 4},
        {"A\xEF\xAC\xAC", 2, 4, 2},
    };
    for (const auto &row : rows) {
        INFO(row.text);
        CHECK(measure(row.text, kX).used == row.x);
        CHECK(measure(row.text, {LengthRule::Threads, 500, 0}).used == row.threads);
        CHECK(measure(row.text, {LengthRule::Utf16, 2200, 0}).used == row.utf16);
    }
}

TEST_CASE("x: where a text goes over")
{
    CHECK(measure(std::string(280, 'a') + "bc", kX).overflowAt == 280);
    CHECK(measure(std::string(279, 'a') + "\xE2\x82\xAC", kX).overflowAt == 279); // the sign of the euro weighs 2
    CHECK(measure(std::string(260, 'a') + " https://example.com/x", kX).overflowAt == 261);
    CHECK(measure(std::string(256, 'a') + " https://example.com/", kX).used == 280);
    const auto why = measure("voir example.com", kX);
    REQUIRE(why.parts.size() == 2);
    CHECK(why.parts[1].why == LengthPart::Why::Link);
    CHECK(why.parts[1].used == 23);
    CHECK(measure("\xF0\x9F\x91\x8D\xF0\x9F\x91\x8D", {LengthRule::Threads, 7, 0}).overflowAt == 4);
}
