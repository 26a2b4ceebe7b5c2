// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/formula_fake.hpp"

#include <vigie/insight/formula_help.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;

namespace {

const FormulaNames kNames{{{"Rivals", QueryId{7}}, {"Brand", QueryId{3}}}, {{"SAV", TagId{5}}}, {"mastodon", "bluesky"}};

std::string unitOf(std::string_view source)
{
    const auto formula = checkFormula(source, kNames, fakeMetrics());
    return formula ? formula->unit().toString() : std::string("wrong: ") + faultName(formula.error().fault);
}

FormulaError mistake(std::string_view source)
{
    const auto formula = checkFormula(source, kNames, fakeMetrics());
    return formula ? FormulaError{} : formula.error();
}

/// "fault begin-end column arguments"
std::string said(std::string_view source)
{
    const auto error = mistake(source);
    std::string out = std::string(faultName(error.fault)) + " " + std::to_string(error.begin) + "-" + std::to_string(error.end) + " " + std::to_string(error.column);
    for (const auto &argument : error.arguments)
        out += "|" + argument;
    return out;
}

std::string canonical(std::string_view source)
{
    const auto node = parseFormula(source);
    return node ? toSource(*node) : std::string("wrong: ") + faultName(node.error().fault);
}

std::vector<std::string> offered(std::string_view source)
{
    std::vector<std::string> out;
    for (const auto &one : formulaCompletions(source, source.size(), kNames, fakeMetrics()))
        out.push_back(one.text);
    return out;
}

} // namespace

TEST_CASE("A formula is printed in its one canonical form", "[formula]")
{
    CHECK(canonical(" MENTIONS+ 2*authors ") == "mentions + 2 * authors");
    CHECK(canonical("(mentions + 2) * 3") == "(mentions + 2) * 3");
    CHECK(canonical("a - (b - c)") == "a - (b - c)");
    CHECK(canonical("(a - b) - c") == "a - b - c");
    CHECK(canonical("a / (b * c)") == "a / (b * c)");
    CHECK(canonical("--5") == "--5");
    CHECK(canonical("-(a + b)") == "-(a + b)");
    CHECK(canonical("not (a < b and c == d)") == "not (a < b and c = d)");
    CHECK(canonical("(a < b) or c <> d and not e") == "a < b or c != d and not e");
    CHECK(canonical("mentions[ sentiment < 0 , lang='FR', lang=en ]") == "mentions[lang=\"en\", lang=\"fr\", sentiment<0]");
    CHECK(canonical("mentions[sentiment=negative, relays=NO]") == "mentions[sentiment=-1, relays=no]");
    CHECK(canonical("mentions[words=\"\\\"bon de livraison\\\" OR retard\"]") == "mentions[words='\"bon de livraison\" OR retard']");
    CHECK(canonical("0.50 + 12.5% + 2H + .25 + 7d") == "0.5 + 12.5% + 2h + 0.25 + 7d");
    CHECK(canonical("if(a > 1, b, c)") == "if(a > 1, b, c)");
}

TEST_CASE("Units are worked out", "[formula]")
{
    CHECK(unitOf("mentions") == "count");
    CHECK(unitOf("mentions + 10") == "count");
    CHECK(unitOf("mentions / authors") == "count/people");
    CHECK(unitOf("ratio(mentions, authors)") == "count/people");
    CHECK(unitOf("mentions / mentions") == "1");
    CHECK(unitOf("share(mentions[sentiment<0], mentions)") == "%");
    CHECK(unitOf("per_day(mentions)") == "count/day");
    CHECK(unitOf("mentions * 5%") == "count");
    CHECK(unitOf("engagement_rate * 2") == "%");
    CHECK(unitOf("engagement_rate / engagement_rate") == "1");
    CHECK(unitOf("engagement_rate * mentions") == "count");
    CHECK(unitOf("response_median - 2h") == "s");
    CHECK(unitOf("net_sentiment - prev(net_sentiment)") == "pt");
    CHECK(unitOf("if(response_median < 2h, mentions, 0)") == "count");
    CHECK(unitOf("p90(mentions) * 2") == "count");
    CHECK(unitOf("sum(mentions)") == "count");
    CHECK(unitOf("authors * authors") == "people^2");
    CHECK(unitOf("ci(mentions, low)") == "count");
    CHECK(unitOf("offset(mentions, 4w)") == "count");
    CHECK(unitOf("coalesce(stars, 3)") == "stars");
    CHECK(FormulaUnit::of(Unit::PerDay).nearest() == Unit::PerDay);
}

TEST_CASE("A mistake has its place and what it is about", "[formula]")
{
    CHECK(said("") == "empty 0-0 1");
    CHECK(said("mentions + response_median") == "unit-mismatch 11-26 12|count|s");
    CHECK(said("response_median < 7200") == "bare-number 18-22 19|7200|7200s");
    CHECK(said("if(net_sentiment > 10, 1, 0)") == "bare-number 19-21 20|10|10pt");
    CHECK(said("1 + engagement_rate") == "bare-number 0-1 1|1|1%");
    CHECK(said("if(mentions, 1, 2)") == "not-a-condition 3-11 4");
    CHECK(said("mentions > 2") == "not-a-number 0-12 1");
    CHECK(said("mentoins") == "unknown-metric 0-8 1|mentoins|mentions");
    CHECK(said("medain(mentions)") == "unknown-function 0-6 1|medain|median");
    CHECK(said("ratio(mentions)") == "argument-count 0-15 1|ratio|ratio(part, whole)");
    CHECK(said("mentions +") == "missing-operand 10-10 11");
    CHECK(said("mentions authors") == "unexpected 9-16 10|authors");
    CHECK(said("(mentions") == "unclosed-parenthesis 0-1 1");
    CHECK(said("mentions[lang=\"fr\"") == "unclosed-bracket 8-9 9");
    CHECK(said("mentions[lang=\"fr]") == "unclosed-quote 14-18 15");
    CHECK(said("mentions[langue=\"fr\"]") == "unknown-filter 9-15 10|langue");
    CHECK(said("mentions[sentiment=2]") == "bad-filter-value 19-20 20|sentiment|?");
    CHECK(said("mentions[sentiment<0, sentiment>0]") == "bad-filter-value 32-33 33|sentiment|0");
    CHECK(said("mentions[query=\"Rival\"]") == "unknown-filter-value 15-22 16|query|Rival|Rivals");
    CHECK(said("mentions[network=\"mastadon\"]") == "unknown-filter-value 17-27 18|network|mastadon|mastodon");
    CHECK(said("mentions[words=\"a (\"]") == "bad-words 15-20 16|a (|unclosed-parenthesis");
    CHECK(said("mentions[relays=no, relays=yes]") == "double-filter 16-18 17|relays");
    CHECK(said("sum(engagement_rate)") == "not-additive 4-19 5|sum");
    CHECK(said("per_day(authors)") == "not-additive 8-15 9|per_day");
    CHECK(said("offset(mentions, 7)") == "bad-offset 17-18 18");
    CHECK(said("offset(mentions, 0.5d)") == "bad-offset 17-21 18");
    CHECK(said("ci(mentions, middle)") == "bad-bound 13-19 14");
    CHECK(said("median(max(mentions))") == "nested-days 7-20 8|max");
    CHECK(said("response_median[lang=\"fr\"]") == "filter-ignored 21-25 22|response_median|lang");
    CHECK(unitOf("response_median[network=\"mastodon\"]") == "s");
    CHECK(said("1 < 2 < 3") == "unexpected 6-7 7|<");
    CHECK(said("2 fois") == "unexpected 2-6 3|fois");
    CHECK(said("2x") == "unknown-suffix 1-2 2|x");
    CHECK(said("1.2.3") == "bad-number 0-5 1|1.2.3");
    // Columns are characters, offsets bytes.
    CHECK(said("mentions[words=\"\u00e9t\u00e9\"] + \u20ac") == "bad-character 26-29 25|\u20ac");
}

TEST_CASE("Formulas are bounded", "[formula]")
{
    CHECK(mistake(std::string(kMaxFormulaBytes + 1, '1')).fault == FormulaFault::TooLong);
    CHECK(mistake(std::string(40, '(') + "1" + std::string(40, ')')).fault == FormulaFault::TooDeep);
    CHECK(mistake(std::string(200, '-') + "1").fault == FormulaFault::TooDeep);
    std::string many = "1";
    for (int i = 0; i < 400; ++i)
        many += "+1";
    CHECK(mistake(many).fault == FormulaFault::TooLarge);
    std::string product = "authors";
    for (int i = 0; i < 100; ++i)
        product += "*authors";
    CHECK(unitOf(product) == "people^100");
}

TEST_CASE("Filters become a scope", "[formula]")
{
    const auto formula = checkFormula("mentions[lang=\"fr\", lang=\"en\", network=\"bluesky\", tag=\"SAV\", query=\"Rivals\", sentiment<=0, words=\"retard OR livraison\", relays=no]", kNames, fakeMetrics());
    REQUIRE(formula);
    const auto &scope = formula->root.scope;
    CHECK(scope.langs == std::vector<std::string>{"fr", "en"});
    CHECK(scope.networks == std::vector<std::string>{"bluesky"});
    CHECK(scope.tags == std::vector<TagId>{TagId{5}});
    CHECK(scope.query == QueryId{7});
    CHECK(scope.tones == std::vector<std::int8_t>{-1, 0});
    CHECK(scope.words == "retard OR livraison");
    CHECK(scope.withoutRelays);
}

TEST_CASE("Any tree prints, reads back as itself, and types alike", "[formula]")
{
    FormulaMaker maker(20260302);
    int typed = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto tree = maker.make(4);
        const auto source = toSource(tree);
        const auto again = parseFormula(source);
        if (!again) { // what chance made may be too large
            CHECK((again.error().fault == FormulaFault::TooLarge || again.error().fault == FormulaFault::TooDeep));
            continue;
        }
        INFO(source);
        REQUIRE(sameFormula(tree, *again));
        REQUIRE(toSource(*again) == source);
        const auto one = checkFormula(source, kNames, fakeMetrics());
        const auto other = checkFormula("  ( " + source + " )", kNames, fakeMetrics());
        REQUIRE(one.has_value() == other.has_value());
        if (one) {
            ++typed;
            REQUIRE(one->root.type == other->root.type);
        } else {
            REQUIRE(one.error().fault != FormulaFault::None);
            REQUIRE(one.error().end <= source.size());
        }
    }
    CHECK(typed > 300); // chance makes enough right ones for the test to mean something
}

TEST_CASE("Every mistake has a sentence in both languages", "[formula]")
{
    for (int i = 0; i <= static_cast<int>(FormulaFault::FilterIgnored); ++i) {
        FormulaError error;
        error.fault = static_cast<FormulaFault>(i);
        error.arguments = {"AAA", "BBB", "CCC"};
        const auto english = formulaSentence(error, "en"), french = formulaSentence(error, "fr");
        INFO(faultName(error.fault));
        CHECK(!english.empty());
        CHECK(english != french);
        CHECK(english.find("%1") == std::string::npos);
        CHECK(french.find("%2") == std::string::npos);
    }
    CHECK(formulaSentence(mistake("mentoins"), "en") == "there is no figure called \u201cmentoins\u201d (did you mean mentions?)");
    CHECK(formulaSentence(mistake("mentions + response_median"), "fr") == "on ne peut ni additionner ni comparer\u00a0: l\u2019un est en nombre, l\u2019autre en secondes");
    for (const auto &name : functionNames()) {
        INFO(name);
        CHECK(!functionSignature(name).empty());
        CHECK(!functionDefinition(name, "en").empty());
        CHECK(functionDefinition(name, "fr") != functionDefinition(name, "en"));
    }
}

TEST_CASE("What may be typed next is offered", "[formula]")
{
    CHECK(offered("ment").front() == "mentions");
    CHECK(offered("mentions + med").front() == "median(");
    CHECK(offered("mentions[").front() == "lang=");
    CHECK(offered("mentions[lang=\"fr\", ta").front() == "tag=");
    CHECK(offered("mentions[network=").front() == "\"mastodon\"");
    CHECK(offered("mentions[query=\"Ri") == std::vector<std::string>{"\"Rivals\""});
    CHECK(offered("mentions[sentiment<").front() == "negative");
    CHECK(offered("mentions[lang=\"fr\"] + eng").front() == "engagements");
    CHECK(offered("12").empty());
    CHECK(offered("mentions ").empty());
    CHECK(offered("prev(mentions) ").empty());
    CHECK(offered("mentions + ").front() == "mentions");
    CHECK(offered("mentions > 1 and ").front() == "mentions");
    CHECK(offered("mentions[words=\"re").empty());
    const auto whole = formulaCompletions("a + sent", 8, kNames, fakeMetrics());
    REQUIRE(whole.size() == 1);
    CHECK(whole.front().text == "net_sentiment"); // has it inside
    CHECK(whole.front().begin == 4);
    CHECK(whole.front().end == 8);
    const auto word = formulaWordAt("median(mentions[lang=\"fr\"])", 9, fakeMetrics());
    REQUIRE(word);
    CHECK(word->name == "mentions");
    CHECK(!word->isFunction);
    CHECK(formulaWordAt("median(mentions)", 2, fakeMetrics())->isFunction);
    CHECK(!formulaWordAt("1 + 2", 2, fakeMetrics()));
}
