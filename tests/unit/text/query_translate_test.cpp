// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/query_translate.hpp>

#include <vigie/base/random.hpp>

#include <catch2/catch.hpp>
#include <fstream>

using namespace vigie;
using namespace vigie::text;

namespace {

std::string translated(std::string_view source, QueryDialect from)
{
    auto out = translateQuery(source, from);
    INFO(source);
    CHECK(parseQuery(out.source));
    for (const auto &note : out.notes)
        out.source += std::string(note.shape == TranslationNote::Shape::Dropped ? " | -" : note.shape == TranslationNote::Shape::Nearly ? " | ~" : " | !") + note.found;
    return out.source;
}

} // namespace

TEST_CASE("translation: Brandwatch", "[query][translate]")
{
    const auto from = [](std::string_view source) { return translated(source, QueryDialect::Brandwatch); };
    CHECK(from("(apple OR iphone) AND NOT (pie OR tart*)") == "(apple OR iphone) AND NOT (pie OR tart*)");
    CHECK(from("\"service client\"~5") == "(\"service\" NEAR/5 \"client\")");
    CHECK(from("(rupture OR manque) NEAR/5f stock") == "(rupture OR manque) ONEAR/5 stock");
    CHECK(from("raw:C+ {ID} title:\"mon avis\"") == "raw:C+ case:\"ID\" title:\"mon avis\"");
    CHECK(from("links:lemonde.fr site:lemonde.fr") == "link:lemonde.fr site:lemonde.fr");
    CHECK(from("authorFollowers:[100 TO 500] rating:[1 TO 2]") == "followers:100..500 rating:1..2");
    CHECK(from("engagementType:RETWEET AND pageType:twitter") == "is:repost AND network:x");
    CHECK(from("hashtags:vigie OR at_mentions:dubreuil") == "\"#vigie\" OR \"@dubreuil\"");
    CHECK(from("apple AND city:paris AND pie") == "apple AND pie | -city:paris");
    CHECK(from("apple AND NOT continent:europe AND pie") == "apple AND pie | -continent:europe");
    CHECK(from("apple AND city:paris OR pie") == "apple OR pie | -city:paris");
    CHECK(from("apple AND (city:paris OR state:texas)") == "apple | -city:paris | -state:texas");
    CHECK(from("<<< la marque >>> apple") == "#  la marque \napple");
    CHECK(from("a NEAR/500 b") == "a NEAR/100 b | ~NEAR/500");
    CHECK(from("\"a b c\"~3") == "(\"a\" NEAR/3 \"b\" NEAR/3 \"c\") | ~\"a b c\"~3");
    CHECK(from("rock and roll") == "rock \"and\" roll");
    CHECK(from("language:fr country:fr") == "lang:fr country:fr");
    CHECK(from("(a OR b") == "(a OR b) | !(");
    CHECK(from("title:(a OR b)") == "title:(a OR b)");
}

TEST_CASE("translation: Talkwalker and Meltwater", "[query][translate]")
{
    const auto talk = [](std::string_view source) { return translated(source, QueryDialect::Talkwalker); };
    CHECK(talk("content:prix AND lang:fr AND NOT sourcetype:BLOG") == "body:prix AND lang:fr | -sourcetype:BLOG");
    CHECK(talk("rupture SENTENCE stock") == "SENT(rupture AND stock)");
    CHECK(talk("content:\"en retard\" SENTENCE livraison") == "SENT(\"en retard\" AND livraison) | ~body:\"en retard\"");
    CHECK(talk("(a OR b) SENTENCE c AND d") == "SENT((a OR b) AND c) AND d");
    CHECK(talk("engagement:>10 sourcecountry:fr tags_internal:\"SAV\"") == "likes:>10 country:fr tag:\"SAV\" | ~engagement:>10");
    CHECK(talk("+pêche ++ID") == "accent:\"pêche\" case:\"ID\" | ~+pêche | ~++ID");
    CHECK(talk("a ONEAR/3 b -c") == "a ONEAR/3 b NOT c");
    const auto melt = [](std::string_view source) { return translated(source, QueryDialect::Meltwater); };
    CHECK(melt("apple near pie not tart") == "apple NEAR/4 pie NOT tart");
    CHECK(melt("apple near/7 (pie or tart)") == "apple NEAR/7 (pie OR tart)");
    CHECK(melt("ingress:prix and title:hausse") == "body:prix AND title:hausse | ~ingress:prix");
    CHECK(melt("apple ONEAR pie") == "apple ONEAR/4 pie");
}

TEST_CASE("translation: the tool is told from what is pasted", "[query][translate]")
{
    CHECK(recogniseDialect("table AND (chaise OR buffet)") == QueryDialect::Vigie);
    CHECK(recogniseDialect("near the house or the garden") == QueryDialect::Vigie);
    CHECK(recogniseDialect("a NEAR/5f b") == QueryDialect::Brandwatch);
    CHECK(recogniseDialect("apple AND engagementType:RETWEET") == QueryDialect::Brandwatch);
    CHECK(recogniseDialect("\"a b\"~5") == QueryDialect::Brandwatch);
    CHECK(recogniseDialect("content:prix AND sourcecountry:fr") == QueryDialect::Talkwalker);
    CHECK(recogniseDialect("ingress:prix near/4 hausse") == QueryDialect::Meltwater);
    CHECK(dialectFrom("Meltwater") == QueryDialect::Meltwater);
    CHECK_FALSE(dialectFrom("other"));
    CHECK(translateQuery("table OR chaise").source == "table OR chaise");
}

TEST_CASE("translation: whatever is pasted comes out as a query or near to one", "[query][translate]")
{
    const std::vector<std::string> pieces{"(", ")", "\"", "-", "*", ":", " ", "a", "\xC3\xA9", " OR ", " AND ", " NOT ", "title:", "city:paris", "~5", "NEAR/3f ", "{", "}", "<<<",
                                          ">>>", " SENTENCE ", "++", "[1 TO 3]", "rating:", "@", "#", "\n", "near", "raw:"};
    Sequence random(12);
    int read = 0;
    for (int i = 0; i < 6000; ++i) {
        std::string source;
        for (auto left = random.below(14); left > 0; --left)
            source += pieces[random.below(pieces.size())];
        INFO(source);
        const auto out = translateQuery(source, static_cast<QueryDialect>(1 + random.below(3)));
        read += parseQuery(out.source) ? 1 : 0;
        for (const auto &note : out.notes)
            REQUIRE((note.begin <= note.end && note.end <= source.size()));
    }
    CHECK(read > 5800);
    const std::string huge(200'000, '(');
    CHECK(translateQuery(huge, QueryDialect::Brandwatch).source.size() <= kMaxQueryBytes + 10);
}
