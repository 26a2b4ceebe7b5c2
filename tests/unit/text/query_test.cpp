// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <catch2/catch.hpp>

#include <ctime>
#include <fstream>
#include <set>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

const char *nameOf(QueryFault fault)
{
    switch (fault) {
    case QueryFault::None: return "None";
    case QueryFault::UnclosedQuote: return "UnclosedQuote";
    case QueryFault::UnclosedParenthesis: return "UnclosedParenthesis";
    case QueryFault::UnexpectedParenthesis: return "UnexpectedParenthesis";
    case QueryFault::MissingOperand: return "MissingOperand";
    case QueryFault::UnknownField: return "UnknownField";
    case QueryFault::UnknownValue: return "UnknownValue";
    case QueryFault::EmptyValue: return "EmptyValue";
    case QueryFault::StarAlone: return "StarAlone";
    case QueryFault::TooDeep: return "TooDeep";
    case QueryFault::TooLong: return "TooLong";
    case QueryFault::BadDistance: return "BadDistance";
    case QueryFault::NearNeeds: return "NearNeeds";
    case QueryFault::WordsOnly: return "WordsOnly";
    case QueryFault::BadNumber: return "BadNumber";
    case QueryFault::BadTime: return "BadTime";
    case QueryFault::EmptyRange: return "EmptyRange";
    case QueryFault::CountNeeds: return "CountNeeds";
    case QueryFault::UnknownSaved: return "UnknownSaved";
    case QueryFault::UnknownList: return "UnknownList";
    case QueryFault::SavedCircle: return "SavedCircle";
    case QueryFault::SavedBroken: return "SavedBroken";
    }
    return "";
}

std::string outcome(const std::string &source, const std::string &line)
{
    const auto query = parseQuery(source);
    const auto sample = readSample(line);
    if (query)
        return matches(*query, sample.subject()) ? "yes" : "no";
    auto text = std::string("error:") + nameOf(query.error().fault) + '@' + std::to_string(query.error().position);
    if (!query.error().suggestion.empty())
        text += ':' + query.error().suggestion;
    return text;
}

std::string repeat(std::string_view text, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

QueryFault faultOf(const std::string &source)
{
    const auto query = parseQuery(source);
    return query ? QueryFault::None : query.error().fault;
}

std::string canonical(std::string_view source)
{
    const auto query = parseQuery(source);
    return query ? toSource(query->root) : "!";
}

} // namespace

TEST_CASE("queries: golden cases in French and English", "[query]")
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/golden/query/cases.tsv");
    REQUIRE(file);
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('\t');
        if (line.rfind("# ", 0) == 0 || first == std::string::npos)
            continue;
        const auto second = line.find('\t', first + 1);
        REQUIRE(second != std::string::npos);
        INFO(line);
        CHECK(outcome(line.substr(0, first), line.substr(first + 1, second - first - 1)) == line.substr(second + 1));
        ++cases;
    }
    CHECK(cases > 300);
}

TEST_CASE("queries: an error says where, what and how to fix it", "[query]")
{
    const auto query = parseQuery("\xC3\xA9t\xC3\xA9 lnag:fr");
    REQUIRE_FALSE(query);
    CHECK(query.error().fault == QueryFault::UnknownField);
    CHECK(query.error().position == 6);
    CHECK(query.error().found == "lnag");
    CHECK(query.error().suggestion == "lang");
    const auto error = toError(query.error());
    CHECK(error.code == Errc::InvalidInput);
    CHECK(error.position == std::size_t{6});
    CHECK(error.detail.find("lang") != std::string::npos);
}

TEST_CASE("queries: every closed value is accepted, every near miss is mended", "[query]")
{
    for (const auto field : {QueryField::Sentiment, QueryField::Has, QueryField::Is, QueryField::Status}) {
        for (const auto value : fieldValues(field)) {
            const auto head = std::string(fieldName(field)) + ':';
            INFO(head << value);
            CHECK(faultOf(head + std::string(value)) == QueryFault::None);
            if (value.size() < 4)
                continue;
            auto swapped = std::string(value);
            std::swap(swapped[1], swapped[2]);
            if (swapped == value)
                continue;
            const auto query = parseQuery(head + swapped);
            REQUIRE_FALSE(query);
            CHECK(query.error().suggestion == value);
        }
    }
}

TEST_CASE("queries: precedence, ranges and the warning about mixed operators", "[query]")
{
    CHECK(canonical("a OR b c") == "a OR (b c)");
    CHECK(canonical("a b OR c NOT d") == "(a b) OR (c NOT d)");
    CHECK(canonical("NOT a b") == "NOT a b");
    CHECK(canonical("-(a OR \"b c\") tag:\"Apr\xC3\xA8s-vente\" E-rep*") == "NOT (a OR \"b c\") tag:\"apres vente\" \"e rep\"*");
    const auto query = parseQuery("xx (yy OR \"zz t\")");
    REQUIRE(query);
    const auto &group = query->root.children.at(1);
    CHECK(group.kind == QueryNode::Kind::Or);
    CHECK(group.children.at(1).begin == 10);
    CHECK(group.children.at(1).end == 16);
    CHECK(parseQuery("a b OR c")->mixedAndOr);
    CHECK(parseQuery("x (a OR b c)")->mixedAndOr);
    CHECK_FALSE(parseQuery("(a b) OR c")->mixedAndOr);
    CHECK_FALSE(parseQuery("a OR b OR NOT c")->mixedAndOr);
    CHECK_FALSE(parseQuery("a (b OR c)")->mixedAndOr);
    CHECK(parseQuery("")->root.kind == QueryNode::Kind::All);
    CHECK(parseQuery(" \xC2\xA0 ")->root.kind == QueryNode::Kind::All);
}

TEST_CASE("queries: the source written from a tree reads back as that tree", "[query]")
{
    Sequence random(20261121);
    std::set<std::string> seen;
    for (int i = 0; i < 4000; ++i) {
        const auto node = withoutRanges(randomNode(random, 4, Reach::Desk));
        const auto source = toSource(node);
        const auto back = parseQuery(source);
        INFO(source);
        REQUIRE(back);
        REQUIRE(withoutRanges(back->root) == node);
        REQUIRE(toSource(back->root) == source);
        seen.insert(source);
    }
    CHECK(seen.size() > 2500);
}

TEST_CASE("queries: hostile sources are refused", "[query]")
{
    CHECK(faultOf(repeat("(", 100000)) == QueryFault::TooDeep);
    CHECK(faultOf(repeat("(a ", 100000)) == QueryFault::TooDeep);
    CHECK(faultOf(repeat("NOT ", 100000)) == QueryFault::TooDeep);
    CHECK(faultOf(repeat("-", 10000) + "a") == QueryFault::TooDeep);
    CHECK(faultOf(repeat("-(", 100000)) == QueryFault::TooDeep);
    CHECK(faultOf(repeat("- ", 100000)) == QueryFault::TooLong);
    CHECK(faultOf(repeat("a ", 1000000)) == QueryFault::TooLong);
    CHECK(faultOf(repeat("a", 1000000)) == QueryFault::TooLong);
    CHECK(faultOf("\"" + repeat("a ", 1000000)) == QueryFault::UnclosedQuote);
    CHECK(faultOf("\"" + repeat("a ", 1000000) + "\"") == QueryFault::TooLong);
    CHECK(faultOf("tag:\"" + repeat("a ", 1000000) + "\"") == QueryFault::TooLong);
    CHECK(faultOf(repeat(")", 100000)) == QueryFault::UnexpectedParenthesis);
    CHECK(faultOf(repeat("zzzz", 30000) + ":x") == QueryFault::UnknownField);
    CHECK(faultOf(repeat("(", kMaxQueryDepth) + "a" + repeat(")", kMaxQueryDepth)) == QueryFault::None);
}

TEST_CASE("queries: ten times the source costs about ten times the work, not a hundred", "[query]")
{
    const auto cost = [](int length) {
        const auto start = std::clock(); // processor time, and a ratio of one run: neither other programs nor sanitizers fail it
        for (const auto &source : {repeat("(", length), repeat("(a ", length), repeat("NOT ", length), repeat("-(", length), repeat("a ", length),
                                   "\"" + repeat("a ", length), "tag:\"" + repeat("a ", length) + "\"", repeat(")", length), repeat("zzzz", length) + ":x"})
            (void)faultOf(source);
        return static_cast<double>(std::clock() - start);
    };
    constexpr int kShort = 100'000;
    const auto one = std::min(cost(kShort), cost(kShort));
    CHECK(cost(10 * kShort) < 40 * std::max(one, 1.0));
}

TEST_CASE("queries: any bytes are either a query or an error inside the source", "[query]")
{
    const std::vector<std::string> pieces{"(", ")", "\"", "-", "*", ":", " ", "a", "\xC3\xA9", "\xC3", "\x80", "OR", "AND ", "NOT ", "lang:", "\xC2\xAB", "\xC2\xBB",
                                          "\xE2\x80\x9C", "\xF0\x9F\x98\xA1", "'", std::string(1, '\0'), "has:link", "fr",
                                          "NEAR/2 ", "near/1", "SENT(", "count(", ")>=2", "title:", "quote:", "raw:", "case:\"", "@", "# ", "#x", "?", "**", "likes:>", "..", "5", "since:", "7d",
                                          "\n", " or ", " not ", " et "};
    Sequence random(7);
    int good = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string source;
        for (auto left = random.below(12); left > 0; --left)
            source += pieces[random.below(pieces.size())];
        const auto query = parseQuery(source);
        good += query ? 1 : 0;
        INFO(source);
        if (!query) {
            REQUIRE(query.error().position <= source.size());
            if (query.error().fix)
                REQUIRE(query.error().fix->begin <= query.error().fix->end);
        } else {
            const auto again = parseQuery(toSource(query->root));
            INFO(toSource(query->root));
            REQUIRE(again);
            REQUIRE(withoutRanges(again->root) == withoutRanges(query->root));
        }
    }
    CHECK(good > 1000);
}

TEST_CASE("queries: every mistake but nesting has a fix, and fix after fix leads to a query", "[query]")
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/golden/query/cases.tsv");
    int mended_ = 0;
    for (std::string line; std::getline(file, line);) {
        auto source = line.substr(0, line.find('\t'));
        if (line.find("error:") == std::string::npos)
            continue;
        for (int step = 0;; ++step) {
            const auto query = parseQuery(source);
            if (query)
                break;
            INFO(line << " now " << source);
            REQUIRE(query.error().fix);
            REQUIRE(step < 8);
            const auto next = mended(source, query.error());
            REQUIRE(next != source);
            source = next;
        }
        ++mended_;
    }
    CHECK(mended_ > 50);
}
