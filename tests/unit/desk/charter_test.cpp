// SPDX-License-Identifier: GPL-3.0-or-later
// The charter as data: read and written, held against drafts in French and English, printed for those who write to us.
#include <vigie/desk/charter.hpp>
#include <vigie/text/emphasis.hpp>

#include "support/builders.hpp"
#include "support/must.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::desk;
using vigie::test::kNoon;
using vigie::test::must;

namespace {

Charter only(const CharterCheck &check)
{
    CharterArticle article;
    article.number = 3;
    article.title.en = "An article";
    article.checks.push_back(check);
    Charter charter;
    charter.articles.push_back(article);
    return charter;
}

CharterCheck checkOf(CharterCheckKind kind, std::vector<std::string> words = {}, int limit = 0, std::vector<std::string> when = {}, const std::string &lang = {})
{
    CharterCheck check;
    check.kind = kind;
    check.words = std::move(words);
    check.when = std::move(when);
    check.limit = limit;
    check.lang = lang;
    return check;
}

/// The words that are marked, in order.
std::vector<std::string> marked(const CharterCheck &check, const std::string &text, const std::string &lang = "fr", const DraftContext &context = {})
{
    std::vector<std::string> out;
    for (const auto &mark : checkDraft(only(check), text, lang, context)) {
        CHECK(mark.article == 3);
        CHECK(mark.found == text.substr(mark.begin, mark.end - mark.begin));
        out.push_back(mark.found);
    }
    return out;
}

using Words = std::vector<std::string>;

std::string refusal(const std::string &json)
{
    const auto charter = charterFrom(json);
    return charter ? std::string("taken") : charter.error().detail;
}

} // namespace

TEST_CASE("the starting charter is whole, in both languages, and marks what it forbids", "[charter]")
{
    const auto &start = startingCharter();
    REQUIRE(start.articles.size() >= 8);
    CHECK(checkCharter(start));
    int moderating = 0;
    for (const auto &article : start.articles) {
        INFO(article.number);
        for (const auto *words : {&article.title.fr, &article.title.en, &article.text.fr, &article.text.en})
            CHECK_FALSE(words->empty());
        moderating += article.moderates ? 1 : 0;
    }
    CHECK(moderating >= 4);
    const auto articles = [&](const std::string &text, const std::string &lang) {
        std::vector<int> out;
        for (const auto &mark : checkDraft(start, text, lang, {}))
            out.push_back(mark.article);
        return out;
    };
    CHECK(articles("Bonjour, votre commande part demain.", "fr").empty());
    CHECK(articles("Good morning, your order leaves tomorrow.", "en").empty());
    CHECK(articles("Envoyez-nous votre mot de passe", "fr") == std::vector{3});
    CHECK(articles("Bonjour, tu peux revenir demain", "fr") == std::vector{6});
    CHECK(articles("Un nouveau sac, en partenariat avec Dubreuil", "fr") == std::vector{8});
    CHECK(articles("Collaboration commerciale. Un nouveau sac, en partenariat avec Dubreuil", "fr").empty());
}

TEST_CASE("words and phrases are found whatever their case and accents, whole words only, with a star for what follows", "[charter]")
{
    const auto check = checkOf(CharterCheckKind::Forbidden, {"rembours\xC3\xA9*", "c'est de votre faute", "gratuit"});
    CHECK(marked(check, "Vous serez REMBOURSEE") == Words{"REMBOURSEE"});
    CHECK(marked(check, "C\xE2\x80\x99" "est de  votre FAUTE !") == Words{"C\xE2\x80\x99" "est de  votre FAUTE"});
    CHECK(marked(check, "gratuitement gratuit") == Words{"gratuit"});
    CHECK(marked(check, "une faute, votre colis").empty());
    CHECK(marked(check, "").empty());
}

TEST_CASE("a check of one language leaves the other alone; where the language cannot be told all apply", "[charter]")
{
    const auto check = checkOf(CharterCheckKind::Forbidden, {"pain"}, 0, {}, "en");
    CHECK(marked(check, "Le pain est frais", "fr").empty());
    CHECK(marked(check, "What a pain", "en") == Words{"pain"});
    CHECK(marked(check, "What a pain", "en-GB") == Words{"pain"});
    CHECK(marked(check, "pain", "und") == Words{"pain"});
    CHECK(marked(check, "Bonjour, le pain de ce matin est encore chaud et il sent tr\xC3\xA8s bon", "").empty());
}

TEST_CASE("tu and vous: pronouns and possessives are marked, nouns and inversions are not", "[charter]")
{
    const auto vous = checkOf(CharterCheckKind::Address, {"vous"}, 0, {}, "fr");
    CHECK(marked(vous, "Tu as ton colis, t'inquiete, c'est \xC3\xA0 toi") == Words{"Tu", "ton", "t", "toi"});
    CHECK(marked(vous, "Le ton est donn\xC3\xA9, a-t-il dit").empty());
    CHECK(marked(vous, "Vous avez votre colis").empty());
    const auto tu = checkOf(CharterCheckKind::Address, {"tu"}, 0, {}, "fr");
    CHECK(marked(tu, "Vous avez vos colis, tu sais") == Words{"Vous", "vos"});
}

TEST_CASE("emoji, capitals and links are counted, and what goes beyond is marked", "[charter]")
{
    CHECK(marked(checkOf(CharterCheckKind::Emoji, {}, 1), "Merci \xF0\x9F\x98\x80 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 2026") == Words{"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"});
    CHECK(marked(checkOf(CharterCheckKind::Emoji, {}, 2), "Merci \xF0\x9F\x98\x80 \xF0\x9F\x98\x80").empty());
    const auto capitals = checkOf(CharterCheckKind::Capitals, {"rgpd"}, 1);
    CHECK(marked(capitals, "Le RGPD, SVP, ATTENTION et ENCORE, #PROMO, @ADMIN, https://a.example/PAGE") == Words{"ENCORE"});
    const auto links = checkOf(CharterCheckKind::Links, {"dubreuil.example"}, 1);
    CHECK(marked(links, "Voyez https://www.dubreuil.example/a et https://aide.dubreuil.example/b") == Words{"https://aide.dubreuil.example/b"});
    CHECK(marked(links, "Voyez https://faux-dubreuil.example/ ici") == Words{"https://faux-dubreuil.example/"});
    CHECK(marked(links, "Voyez https://dubreuil.example@evil.example/ ici") == Words{"https://dubreuil.example@evil.example/"});
}

TEST_CASE("a mandatory mention is asked for where it is due, once", "[charter]")
{
    const auto check = checkOf(CharterCheckKind::Required, {"commercial collaboration", "ad"}, 0, {"in partnership with", "gifted by"});
    const auto marks = checkDraft(only(check), "A bag, gifted by X, in partnership with X", "en", {});
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].found == "gifted by");
    CHECK(marks[0].wanted == check.words);
    CHECK(marked(check, "Ad: a bag gifted by X", "en").empty());
    CHECK(marked(check, "A bag", "en").empty());
    const auto always = checkDraft(only(checkOf(CharterCheckKind::Required, {"Regards"})), "A bag", "en", {});
    REQUIRE(always.size() == 1);
    CHECK(always[0].begin == always[0].end);
}

TEST_CASE("who may answer what, and how soon, is held against the conversation", "[charter]")
{
    DraftContext context;
    context.now = kNoon;
    context.waitingSince = kNoon - std::chrono::minutes{241};
    context.person = "Ada";
    context.about = {"Juridique", "complaint"};
    const auto whole = [&](const CharterCheck &check) { return checkDraft(only(check), "Bonjour", "fr", context); };
    auto found = whole(checkOf(CharterCheckKind::Answerer, {"Maitre Bruno"}, 0, {"juridique"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].wanted == Words{"Maitre Bruno"});
    CHECK(whole(checkOf(CharterCheckKind::Answerer, {"ada"}, 0, {"juridique"})).empty());
    CHECK(whole(checkOf(CharterCheckKind::Answerer, {}, 0, {"juridique"})).size() == 1); // passed on first
    CHECK(whole(checkOf(CharterCheckKind::Answerer, {}, 0, {"presse"})).empty());
    found = whole(checkOf(CharterCheckKind::Delay, {}, 240, {"complaint"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == 241);
    CHECK(found[0].limit == 240);
    CHECK(whole(checkOf(CharterCheckKind::Delay, {}, 241, {"complaint"})).empty());
    CHECK(whole(checkOf(CharterCheckKind::Delay, {}, 1, {"review"})).empty());
    context.openMinutes = 30; // a night lies between: the house was open for half an hour
    CHECK(whole(checkOf(CharterCheckKind::Delay, {}, 240, {"complaint"})).empty());
    found = whole(checkOf(CharterCheckKind::Delay, {}, 29, {"complaint"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == 30);
    context.waitingSince.reset(); // a post answers nobody
    CHECK(whole(checkOf(CharterCheckKind::Delay, {}, 1)).empty());
    CHECK(whole(checkOf(CharterCheckKind::Answerer, {}, 0, {"juridique"})).empty());
}

TEST_CASE("a charter comes back as it was written; what is wrong with a file is said with its place", "[charter]")
{
    const auto &start = startingCharter();
    CHECK(must(charterFrom(charterJson(start))) == start);
    const auto file = [](const std::string &articles) { return R"({"form": "vigie-charter-1", "articles": [)" + articles + "]}"; };
    const std::string title = R"("title": {"fr": "Un", "en": ""})";
    CHECK(refusal(file("")) == "taken");
    CHECK(refusal(file(R"({"number": 2, )" + title + R"(}, {"number": 1, )" + title + "}")) == "taken"); // put in order
    CHECK(refusal("[]").find("object") != std::string::npos);
    CHECK(refusal(R"({"form": "other", "articles": []})").find("vigie-charter-1") != std::string::npos);
    CHECK(refusal(file(R"({"number": 1, )" + title + R"(}, {"number": 1, )" + title + "}")).find("article 1") != std::string::npos);
    CHECK(refusal(file(R"({"number": 0, )" + title + "}")).find("article 1 of the list") != std::string::npos);
    CHECK(refusal(file(R"({"number": 4})")).find("article 4") != std::string::npos);
    const auto withCheck = [&](const std::string &check) { return refusal(file(R"({"number": 4, )" + title + R"(, "checks": [)" + check + "]}")); };
    CHECK(withCheck(R"({"kind": "emoji", "limit": 3})") == "taken");
    for (const auto *check : {R"({"kind": "smell"})", R"({"kind": "forbidden"})", R"({"kind": "forbidden", "words": [1]})", R"({"kind": "emoji", "limit": -1})",
                              R"({"kind": "emoji", "limit": 1e30})", R"({"kind": "address", "words": ["thou"]})", R"({"kind": "delay"})",
                              R"({"kind": "emoji", "lang": "de"})", R"({"kind": "forbidden", "words": [""]})", "7"})
        CHECK(withCheck(check) != "taken");
}

TEST_CASE("the sheet says the articles, and nothing of the charter is markup in it", "[charter]")
{
    Charter charter = startingCharter();
    charter.articles[0].title.en = "<script>alert(1)</script> & [a](http://b) *c*\n# d";
    charter.contact.en = "{house} <b>us</b>";
    const SheetFacts facts{"Dubreuil & {version}", 4, "2 March 2026", 5};
    const auto html = informationSheet(charter, facts, "en", SheetForm::Html);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("&lt;script&gt;") != std::string::npos);
    CHECK(html.find("<b>us") == std::string::npos);
    CHECK(html.find("Dubreuil &amp; {version}") != std::string::npos);
    CHECK(html.find("5 year(s)") != std::string::npos);
    CHECK(html.find("How we speak") == std::string::npos); // binds us alone
    const auto markdown = informationSheet(charter, facts, "en", SheetForm::Markdown);
    CHECK(markdown.find("[a](") == std::string::npos);
    CHECK(markdown.find("\n# d") == std::string::npos);
    CHECK(markdown.find("\\<script\\>") != std::string::npos);
    const auto french = informationSheet(startingCharter(), {"", 1, "2 mars 2026", 0}, "fr", SheetForm::Markdown);
    CHECK(french.find("Respect des personnes") != std::string::npos);
    CHECK(french.find("Contester") != std::string::npos);
}
