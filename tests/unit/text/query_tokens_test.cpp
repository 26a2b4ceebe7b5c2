// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_tokens.hpp>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::text;

namespace {

/// "O:AND" ...: kind and piece of each stretch.
std::string coloured(std::string_view source)
{
    constexpr std::string_view kLetters = "O(WPTFVSMNC!";
    std::string out;
    std::size_t last = 0;
    for (const auto &span : queryTokens(source)) {
        REQUIRE(span.begin >= last);
        REQUIRE(span.end <= source.size());
        last = span.end;
        out += std::string(out.empty() ? "" : " ") + kLetters[static_cast<std::size_t>(span.kind)] + ':' + std::string(source.substr(span.begin, span.end - span.begin));
    }
    return out;
}

std::vector<std::string> offered(std::string_view source, const QueryLibrary &library = {})
{
    std::vector<std::string> out;
    for (const auto &one : queryCompletions(source, source.size(), library))
        out.push_back(std::string(source.substr(0, one.begin)) + one.text + std::string(source.substr(one.end)));
    return out;
}

bool offers(std::string_view source, std::string_view result, const QueryLibrary &library = {})
{
    const auto all = offered(source, library);
    return std::find(all.begin(), all.end(), result) != all.end();
}

std::vector<QueryCost::Reason::Kind> reasons(std::string_view source)
{
    std::vector<QueryCost::Reason::Kind> out;
    for (const auto &reason : costOf(*parseQuery(source)).reasons)
        out.push_back(reason.kind);
    return out;
}

} // namespace

TEST_CASE("editor: every stretch has a kind, also where the source is wrong", "[query][tokens]")
{
    CHECK(coloured("table AND \"le bois\" -rep*") == "W:table O:AND P:\"le bois\" O:- T:rep*");
    CHECK(coloured("lang:fr title:(a OR b)") == "F:lang: V:fr F:title: (:( W:a O:OR W:b (:)");
    CHECK(coloured("likes:>10 # note\na") == "F:likes: N:>10 C:# note W:a");
    CHECK(coloured("count(a)>=3 @marque SENT(a NEAR/3 b)") == "M:count (:( W:a (:) N:>=3 S:@marque M:SENT (:( W:a O:NEAR/3 W:b (:)");
    CHECK(coloured("bijou or") == "W:bijou W:or");
    CHECK(coloured("a or b and not c") == "W:a O:or W:b O:and O:not W:c");
    CHECK(coloured("lnag:fr b") == "!:lnag W::fr W:b");
    CHECK(coloured("a \"b c") == "W:a !:\"b c");
    CHECK(coloured("") == "");
    Sequence random(3);
    const std::vector<std::string> pieces{"(", ")", "\"", "-", "*", ":", " ", "a", "\xC3\xA9", "OR ", "lang:", "likes:>", "\xC2\xAB", "count(", ")>=", "# ", "\n", "@", "NEAR/", "5"};
    for (int i = 0; i < 5000; ++i) {
        std::string source;
        for (auto left = random.below(14); left > 0; --left)
            source += pieces[random.below(pieces.size())];
        INFO(source);
        (void)coloured(source);
        for (std::size_t at = 0; at <= source.size(); ++at)
            for (const auto &one : queryCompletions(source, at))
                REQUIRE((one.begin <= one.end && one.end <= at));
    }
}

TEST_CASE("editor: what may be typed next", "[query][tokens]")
{
    QueryLibrary library;
    library.saved = {{"Notre marque", "x"}, {"presse", "y"}};
    library.lists = {{"Presse locale", {}}};
    CHECK(offers("a la", "a lang:"));
    CHECK(offers("a auteur", "a author:"));
    CHECK(offers("sentiment:p", "sentiment:positive"));
    CHECK_FALSE(offers("sentiment:p", "sentiment:negative"));
    CHECK(offers("-(is:re", "-(is:review"));
    CHECK(offers("@no", "@\"Notre marque\"", library));
    CHECK(offers("list:", "list:\"Presse locale\"", library));
    CHECK(offers("a n", "a NOT"));
    CHECK(offers("a NE", "a NEAR/5"));
    CHECK(offers("since:", "since:yesterday"));
    CHECK(offered("\"la").empty());
    CHECK(offers("", "title:"));
}

TEST_CASE("cost: what is dear is named, what is cheap is not", "[query][cost]")
{
    using Kind = QueryCost::Reason::Kind;
    using Level = QueryCost::Level;
    CHECK(costOf(*parseQuery("dubreuil lang:fr")).level == Level::Light);
    CHECK(reasons("dubreuil lang:fr").empty());
    CHECK(costOf(*parseQuery("")).level == Level::Light);
    CHECK(reasons("*tion") == std::vector<Kind>{Kind::NothingWanted, Kind::LeadingWildcard});
    CHECK(costOf(*parseQuery("*tion")).level == Level::Heavy);
    CHECK(costOf(*parseQuery("dubreuil *tion")).level == Level::Light);
    CHECK(reasons("a*") == std::vector<Kind>{Kind::ShortBeginning});
    CHECK(costOf(*parseQuery("a*")).level == Level::Medium);
    CHECK(reasons("dubreuil NEAR/3 chaise") == std::vector<Kind>{Kind::ReadsTexts});
    CHECK(reasons("dubreuil country:fr") == std::vector<Kind>{Kind::NeverGiven, Kind::Live});
    CHECK(reasons("dubreuil link:a.test") == std::vector<Kind>{Kind::ReadsItems});
    CHECK(reasons("dubreuil sla:late") == std::vector<Kind>{Kind::Live});
    CHECK(reasons("dubreuil tag:sav").empty()); // kept: each tag is an event
    std::string many = "mot0";
    for (int i = 1; i < 500; ++i)
        many += " OR mot" + std::to_string(i);
    CHECK(costOf(*parseQuery(many)).level == Level::Medium);
    // Where words were counted, the count is what decides.
    const auto rare = costOf(*parseQuery("a NEAR/2 b"), [](const QueryNode &) { return std::optional(0.0001); });
    CHECK(rare.level == Level::Light);
    CHECK(rare.share == Approx(0.0001));
    CHECK(costOf(*parseQuery("a NEAR/2 b"), [](const QueryNode &) { return std::optional(0.9); }).level == Level::Heavy);
}
