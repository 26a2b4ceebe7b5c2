// SPDX-License-Identifier: GPL-3.0-or-later
// With a dictionary of the test's own, where every word is known; and with the system's French and English ones.
#include <vigie/text/spelling.hpp>

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace vigie;
using namespace vigie::text;

namespace {

std::vector<std::string> marked(Speller &speller, const std::string &text, const char *lang, const std::vector<std::string> &known = {})
{
    const auto found = speller.misspelt(text, lang, known);
    REQUIRE(found);
    std::vector<std::string> words;
    for (const auto &one : *found) {
        CHECK(one.fault == WritingFault::Misspelt);
        words.push_back(text.substr(one.begin, one.end - one.begin));
    }
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("a dictionary of one's own: what is in it, what is known beside it, and what is left alone")
{
    const test::TempFolder folder;
    std::ofstream(folder.file("xx_XX.aff")) << "SET ISO8859-1\nTRY esianrtolcdugmphbyfvkw\n";
    std::ofstream(folder.file("xx_XX.dic")) << "3\nparcel\nsent\n\xE9t\xE9\n"; // the third in Latin 1
    Speller speller({folder.path()});
    CHECK(speller.has("xx"));
    CHECK_FALSE(speller.has("fr"));
    CHECK(speller.languages() == Words{"xx"});
    CHECK(marked(speller, "parcel sent \xC3\xA9t\xC3\xA9", "xx").empty());
    CHECK(marked(speller, "parcle sent", "xx") == Words{"parcle"});
    CHECK(marked(speller, "Parcle sent", "xx") == Words{"Parcle"});             // at the start of a sentence a capital says nothing
    CHECK(marked(speller, "sent Dubreuil. Parcle", "xx") == Words{"Parcle"});    // inside one it is a name
    CHECK(marked(speller, "sent SAV A4 b2b https://qsdf.example/zzz @zzz@zz.example #zzzz x", "xx").empty());
    CHECK(marked(speller, "sent zeppelin ZEPPELIN Zeppelin", "xx", {"Zeppelin"}).empty());
    const auto fixes = speller.suggest("parcle", "xx");
    REQUIRE(fixes);
    CHECK(std::find(fixes->begin(), fixes->end(), "parcel") != fixes->end());
    const auto none = speller.misspelt("mot", "fr");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::NotFound);
    CHECK_FALSE(speller.suggest("mot", "fr"));
    CHECK_FALSE(Speller({folder.file("nowhere")}).has("xx"));
}

TEST_CASE("French and English as the system has them")
{
    Speller speller;
    REQUIRE(speller.has("fr"));
    REQUIRE(speller.has("en"));
    CHECK(marked(speller, "Bonjour, l\xE2\x80\x99" "exp\xC3\xA9" "dition d'aujourd'hui n'est pas arriv\xC3\xA9" "e : qu'est-ce qu'il s'est pass\xC3\xA9 ? C\xC5\x93ur, rendez-vous, a-t-il.", "fr").empty());
    CHECK(marked(speller, "L'exp\xC3\xA9" "disssion est parti hieer", "fr") == Words{"exp\xC3\xA9" "disssion", "hieer"});
    CHECK(marked(speller, "We don't know the colour or the color of Ada's parcel; they'll tell us, it's fine.", "en").empty());
    CHECK(marked(speller, "We dont recieve it", "en") == Words{"dont", "recieve"});
    CHECK(marked(speller, "Bonjour \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", "fr").empty());
    CHECK(marked(speller, "", "fr").empty());
    CHECK(marked(speller, "\xFF\xC3 word", "en").empty());
    CHECK(marked(speller, std::string(5000, 'a'), "en").empty()); // no word of any language's
    const auto fixes = speller.suggest("recieve", "en");
    REQUIRE(fixes);
    REQUIRE_FALSE(fixes->empty());
    CHECK(fixes->front() == "receive");
}
