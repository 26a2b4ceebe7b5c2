// SPDX-License-Identifier: GPL-3.0-or-later
// What is pointed at in French and in English, and what must be left in peace.
#include <vigie/text/typography.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

namespace {

struct Row {
    const char *text, *marked;
    WritingFault fault;
    const char *fix;
};

void checkRows(const std::vector<Row> &rows, const char *lang)
{
    for (const auto &row : rows) {
        INFO(row.text);
        const std::string text = row.text;
        const auto found = typographyFindings(text, lang);
        REQUIRE(found.size() == 1);
        CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == row.marked);
        CHECK(std::string(toString(found[0].fault)) == toString(row.fault));
        REQUIRE_FALSE(found[0].fixes.empty());
        CHECK(found[0].fixes.front() == row.fix);
    }
}

} // namespace

TEST_CASE("French: elision, ligatures, capitals, spaces")
{
    using F = WritingFault;
    checkRows(
        {
            {"C'est le arbre qui", "le arbre", F::Elision, "l'arbre"},
            {"Je ai vu", "Je ai", F::Elision, "J'ai"},
            {"parce que il pleut", "que il", F::Elision, "qu'il"},
            {"beaucoup de eau", "de eau", F::Elision, "d'eau"},
            {"la histoire est longue", "la histoire", F::Elision, "l'histoire"},
            {"si il vient", "si il", F::Elision, "s'il"},
            {"ce est fait", "ce est", F::Elision, "c'est"},
            {"lorsque une erreur", "lorsque une", F::Elision, "lorsqu'une"},
            {"c est parti", "c est", F::Elision, "c'est"},
            {"j ai vu", "j ai", F::Elision, "j'ai"},
            {"l'haricot vert", "l'haricot", F::Elision, "le haricot"},
            {"L'handicap est l\xC3\xA0", "L'handicap", F::Elision, "Le handicap"},
            {"pas d'hasard", "d'hasard", F::Elision, "de hasard"},
            {"de tout coeur", "coeur", F::Ligature, "c\xC5\x93ur"},
            {"Oeuvre magistrale", "Oeuvre", F::Ligature, "\xC5\x92uvre"},
            {"une soeur", "soeur", F::Ligature, "s\xC5\x93ur"},
            {"A bient\xC3\xB4t chez nous", "A", F::Accent, "\xC3\x80"},
            {"Merci. A tr\xC3\xA8s vite", "A", F::Accent, "\xC3\x80"},
            {"Ca arrive", "Ca", F::Accent, "\xC3\x87" "a"},
            {"Bonjour!", "!", F::NoBreakSpace, "\xE2\x80\xAF!"},
            {"Bonjour !", " !", F::NoBreakSpace, "\xE2\x80\xAF!"},
            {"Prix : 12", " :", F::NoBreakSpace, "\xC2\xA0:"},
            {"\xC2\xAB oui\xC2\xA0\xC2\xBB", "\xC2\xAB ", F::NoBreakSpace, "\xC2\xAB\xC2\xA0"},
            {"remise de 10 % ici", " %", F::NoBreakSpace, "\xE2\x80\xAF%"},
            {"il co\xC3\xBBte 12 \xE2\x82\xAC ici", " \xE2\x82\xAC", F::NoBreakSpace, "\xE2\x80\xAF\xE2\x82\xAC"},
            {"oui , demain", " ,", F::StraySpace, ","},
            {"oui  demain", "  ", F::StraySpace, " "},
            {"il est dans dans le colis", "dans dans", F::RepeatedWord, "dans"},
        },
        "fr");
}

TEST_CASE("French: what is right stays unmarked")
{
    for (const std::string text :
         {"Dites-le \xC3\xA0 tous", "Ai-je oubli\xC3\xA9 quelque chose", "est-ce ouvert", "le onze mai", "le oui l'emporte", "le haricot, la haine, le h\xC3\xA9ros", "l'h\xC3\xA9ro\xC3\xAFne et l'homme",
          "la une du journal", "le un et le deux", "le yaourt de Yann", "le UE", "une moelle, un coefficient, un po\xC3\xA8me", "nous nous voyons", "si elle vient", "12 m et 3 l", "le \xC2\xA0", "A-t-il re\xC3\xA7u",
          "Il a re\xC3\xA7u, A voir", "de Hambourg", "que Helene", "https://le.oeuf.example/ca", "@le arbre", "un deux, trois. quatre", "que oui", "l'huile, l'heure, l'h\xC3\xB4tel, l'hu\xC3\xAEtre", ""}) {
        INFO(text);
        CHECK(typographyFindings(text, "fr").empty());
    }
}

TEST_CASE("English: articles, the capital I, spaces before signs")
{
    using F = WritingFault;
    checkRows(
        {
            {"This is a answer", "a", F::Article, "an"},
            {"That is an question", "an", F::Article, "a"},
            {"We need an hour, not a hour", "a", F::Article, "an"},
            {"It was an unique case", "an", F::Article, "a"},
            {"Here i am", "i", F::Capital, "I"},
            {"Well, i'll see", "i", F::Capital, "I"},
            {"Really ?", " ?", F::StraySpace, "?"},
            {"Sorry !!", " !", F::StraySpace, "!"},
            {"Yes , we do", " ,", F::StraySpace, ","},
            {"the the parcel", "the the", F::RepeatedWord, "the"},
        },
        "en");
    for (const std::string text : {"A user, an hour, a European, an uninteresting unit", "an MP and a NATO", "i.e. that had had it", "Hello! How are you? Fine: thanks.", "See https://a.example/?a=i", "What a one-off", "smile :)",
                                   "vitamin A is here"}) {
        INFO(text);
        CHECK(typographyFindings(text, "en").empty());
    }
}

TEST_CASE("every fix makes its finding go away")
{
    for (const std::string text : {"Bonjour ! Je ai de tout coeur aim\xC3\xA9 l'haricot , Ca va ?", "c est le arbre \xC2\xABoui\xC2\xBB : 12 \xE2\x82\xAC", "A bient\xC3\xB4t  si il le le faut!"}) {
        auto fixed = text;
        for (int guard = 0; guard < 30; ++guard) {
            const auto found = typographyFindings(fixed, "fr");
            if (found.empty())
                break;
            fixed.replace(found.front().begin, found.front().end - found.front().begin, found.front().fixes.front());
        }
        INFO(fixed);
        CHECK(typographyFindings(fixed, "fr").empty());
    }
}
