// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

std::string marked(std::string_view source, std::string_view text)
{
    const auto query = parseQuery(source);
    REQUIRE(query);
    std::string out;
    std::size_t at = 0;
    for (const auto &hit : hits(*query, text)) {
        REQUIRE(hit.begin >= at);
        REQUIRE(hit.end <= text.size());
        out += std::string(text.substr(at, hit.begin - at)) + '<' + std::string(text.substr(hit.begin, hit.end - hit.begin)) + '>';
        at = hit.end;
    }
    return out + std::string(text.substr(at));
}

} // namespace

TEST_CASE("hits: what the positive words of a query mark", "[matcher]")
{
    CHECK(marked("orange", "l'Orange, qu\xE2\x80\x99orange.") == "l'<Orange>, qu\xE2\x80\x99<orange>.");
    CHECK(marked("peche", "La P\xC3\xAA" "che !") == "La <P\xC3\xAA" "che> !");
    CHECK(marked("\"service client\"", "Le service-client, service") == "Le <service-client>, service");
    CHECK(marked("rep*", "R\xC3\xA9parer, repair, prep") == "<R\xC3\xA9parer>, <repair>, prep");
    CHECK(marked("table -chaise", "table chaise") == "<table> chaise");
    CHECK(marked("a OR \"a b\" OR \"b c\"", "a b c d") == "<a b c> d");
    CHECK(marked("has:link lang:fr", "rien") == "rien");
    CHECK(marked("", "rien") == "rien");
    CHECK(marked("\xF0\x9F\xAA\x91", "ma \xF0\x9F\xAA\x91!") == "ma <\xF0\x9F\xAA\x91>!");
}

TEST_CASE("matcher: which queries can change without their item", "[matcher]")
{
    CHECK(dependsOnDesk(*parseQuery("a OR (b -tag:sav)")));
    CHECK(dependsOnDesk(*parseQuery("status:open")));
    CHECK_FALSE(dependsOnDesk(*parseQuery("a has:tag is:ours lang:fr")));
    CHECK_FALSE(dependsOnDesk(*parseQuery("")));
}

TEST_CASE("matcher: words are those of title, warning and text", "[matcher]")
{
    Sample sample;
    sample.item.title = "Avis";
    sample.item.warning = "col\xC3\xA8re";
    sample.item.text = "le meuble";
    sample.indexWords();
    for (const auto *source : {"avis", "colere", "meuble", "avis meuble -table"})
        CHECK(matches(*parseQuery(source), sample.subject()));
    CHECK_FALSE(matches(*parseQuery("table"), sample.subject()));
    Subject bare;
    CHECK_FALSE(matches(*parseQuery("table OR has:link OR lang:fr"), bare));
    CHECK(matches(*parseQuery("status:none lang:und -tag:x"), bare));
}

TEST_CASE("filter tokens: one word per fact, and nothing a text could forge", "[matcher]")
{
    auto sample = readSample("[author=H\xC3\xA9l\xC3\xA8ne@Social.test; lang=fr-CA; tone=-1; has=image; has=link; is=reply; is=edited] Pourquoi ?");
    CHECK(filterTokens(sample.item, "Mastodon") ==
          "zall nmastodon lfr sneg hlink himage hmedia hquestion ireply iedited ahelenesocialtest ahelene");
    CHECK(filterTokens(Item{}, "") == "zall lund sneu ioriginal");
    sample.item.author.handle = "\"x\" OR tags:zall";
    sample.item.lang.clear();
    sample.item.author.name = "H\xC3\xA9l\xC3\xA8ne M\xC3\xA9nard";
    const auto tokens = filterTokens(sample.item, "a b");
    CHECK(tokens.find(" ahelenemenard") != std::string::npos);
    CHECK(tokens.find('"') == std::string::npos);
    CHECK(tokens.find("axortagszall") != std::string::npos);
    CHECK(tokens.find("nab") != std::string::npos);
}

TEST_CASE("filter tokens: a question mark asks unless a link holds it", "[matcher]")
{
    const auto asks = [](std::string text, std::vector<TextSpan> spans = {}) {
        Item item;
        item.text = std::move(text);
        item.spans = std::move(spans);
        return asksQuestion(item);
    };
    CHECK(asks("Vraiment ?"));
    CHECK(asks("\xE6\x9C\xAC\xEF\xBC\x9F"));
    CHECK_FALSE(asks("Oui."));
    CHECK_FALSE(asks("https://a.test/?b=1"));
    CHECK(asks("https://a.test/?b=1 ou pas ?"));
    CHECK_FALSE(asks("a.test/?b", {{TextSpan::Kind::Link, 0, 9, "https://a.test/?b"}}));
    Item titled;
    titled.title = "How long?";
    CHECK(asksQuestion(titled));
}
