// SPDX-License-Identifier: GPL-3.0-or-later
// What a text commits us to in figures, and where two texts say different ones, measured on pairs written for it.
#include <vigie/text/figures.hpp>
#include <vigie/text/placeholders.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vigie;
using text::Figure;

namespace {

std::vector<Figure> only(const std::string &sentence, Figure::Kind kind, const std::string &lang = "fr")
{
    std::vector<Figure> out;
    for (auto &one : text::figuresOf(sentence, lang))
        if (one.kind == kind)
            out.push_back(std::move(one));
    return out;
}

Figure one(const std::string &sentence, Figure::Kind kind, const std::string &lang = "fr")
{
    INFO(sentence);
    const auto found = only(sentence, kind, lang);
    REQUIRE(found.size() == 1);
    return found.front();
}

std::vector<std::string> cellsOf(const std::string &line)
{
    std::vector<std::string> out;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');)
        out.push_back(cell);
    return out;
}

} // namespace

TEST_CASE("delays are hours, however they are written")
{
    for (const auto *text : {"sous 48 h", "sous 48h", "en 48 heures", "en deux jours", "within two days", "in 48 hours", "sous 2 jours ouvr\xC3\xA9s", "two working days", "sous 2\xC2\xA0j"})
        CHECK(one(text, Figure::Kind::Duration).from == Approx(48));
    CHECK(one("deux semaines", Figure::Kind::Duration).from == Approx(336));
    CHECK(one("14 days", Figure::Kind::Duration, "en").from == Approx(336));
    CHECK(one("une semaine", Figure::Kind::Duration).from == Approx(168));
    const auto range = one("entre 3 et 5 jours", Figure::Kind::Duration);
    CHECK(range.from == Approx(72));
    CHECK(range.to == Approx(120));
    CHECK(one("24/48 h", Figure::Kind::Duration).to == Approx(48));
    CHECK(only("ouvert 24h/24 et 7j/7", Figure::Kind::Duration).empty());
    CHECK(only("24/7", Figure::Kind::Date).empty());
}

TEST_CASE("prices know their currency and both ways of writing decimals")
{
    for (const auto *text : {"12,50 EUR", "12.50 \xE2\x82\xAC", "12\xE2\x82\xAC""50", "\xE2\x82\xAC""12.50", "12,50 euros"}) {
        const auto price = one(text, Figure::Kind::Money);
        CHECK(price.from == Approx(12.5));
        CHECK(price.unit == "EUR");
    }
    CHECK(one("1 250 \xE2\x82\xAC", Figure::Kind::Money).from == Approx(1250));
    CHECK(one("1\xE2\x80\xAF""250,90 \xE2\x82\xAC", Figure::Kind::Money).from == Approx(1250.9));
    CHECK(one("\xC2\xA3""1,250.90", Figure::Kind::Money, "en").from == Approx(1250.9));
    CHECK(one("la livraison est gratuite", Figure::Kind::Money).from == 0);
    CHECK(only("feel free to ask", Figure::Kind::Money, "en").empty());
}

TEST_CASE("dates are days, in both languages")
{
    for (const auto *text : {"le 12 mars 2026", "on 12 March 2026", "March 12, 2026", "12/03/2026", "2026-03-12"}) {
        const auto date = one(text, Figure::Kind::Date);
        CHECK(date.day == 12);
        CHECK(date.month == 3);
        CHECK(date.year == 2026);
    }
    CHECK(one("le 1er ao\xC3\xBBt", Figure::Kind::Date).month == 8);
    CHECK(one("before 05/25/2026", Figure::Kind::Date, "en").month == 5);
    CHECK(one("on May 3rd", Figure::Kind::Date, "en").day == 3);
    CHECK(one("\xC3\xA0 partir du 3/11", Figure::Kind::Date).month == 11);
}

TEST_CASE("an hour of the day is not a delay")
{
    CHECK(one("nous ouvrons \xC3\xA0 9h30", Figure::Kind::Hour).from == Approx(570));
    const auto hours = only("de 9h \xC3\xA0 18h", Figure::Kind::Hour);
    REQUIRE(hours.size() == 2);
    CHECK(hours[1].from == Approx(18 * 60));
    CHECK(one("we close at 5pm", Figure::Kind::Hour, "en").from == Approx(17 * 60));
    CHECK(only("sous 24h", Figure::Kind::Hour).empty());
}

TEST_CASE("addresses are one whatever their dress, and their digits are nothing else")
{
    CHECK(one("01 86 95 12 12", Figure::Kind::Phone).unit == one("+33 1 86 95 12 12", Figure::Kind::Phone).unit);
    CHECK(one("01.86.95.12.12", Figure::Kind::Phone).unit == one("+33 (0)1 86 95 12 12", Figure::Kind::Phone).unit);
    CHECK(one("Contact@Atelier.example", Figure::Kind::Mail).unit == "contact@atelier.example");
    CHECK(text::figuresOf("https://atelier.example/12/2026?delai=48h", "fr").empty());
    CHECK(text::figuresOf("commande n\xC2\xB0 45821", "fr").empty());
}

TEST_CASE("a figure says where it stands, in bytes")
{
    const std::string sentence = "\xC3\x89t\xC3\xA9 \xF0\x9F\x8C\x9E : r\xC3\xA9ponse sous 48 h promise";
    const auto found = one(sentence, Figure::Kind::Duration);
    CHECK(sentence.substr(found.begin, found.end - found.begin) == "48 h");
}

TEST_CASE("any text is taken: long, broken, empty")
{
    CHECK(text::figuresOf("", "fr").empty());
    CHECK(text::figuresOf("\xFF\xFE 48 h", "fr").size() <= 1);
    std::string digits;
    for (int i = 0; i < 20'000; ++i)
        digits += "1 ";
    CHECK(text::figuresOf(digits, "fr").size() < 20'000);
}

TEST_CASE("values of variables are not compared")
{
    const std::vector<std::string> values{"45 \xE2\x82\xAC", "60 \xE2\x82\xAC"};
    const std::string then = "Le remboursement de 45 \xE2\x82\xAC est parti.", now = "Le remboursement de 60 \xE2\x82\xAC est parti.";
    CHECK(text::contradictions(now, "fr", then, "fr").size() == 1);
    CHECK(text::contradictions(now, "fr", then, "fr", values).empty());
}

TEST_CASE("contradictions are found in pairs of answers, and seldom where there is none")
{
    std::ifstream file(VIGIE_TEST_DATA "/data/answers/contradictions.tsv");
    REQUIRE(file);
    int pairs = 0, hits = 0, misses = 0, alarms = 0, heldHits = 0, heldMisses = 0, heldAlarms = 0;
    std::string wrong;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        const auto cells = cellsOf(line);
        REQUIRE(cells.size() == 6);
        ++pairs;
        const bool expected = cells[1] == "yes", found = !text::contradictions(cells[5], cells[4], cells[3], cells[2]).empty(), held = cells[0] == "held";
        hits += expected && found ? 1 : 0;
        misses += expected && !found ? 1 : 0;
        alarms += !expected && found ? 1 : 0;
        heldHits += held && expected && found ? 1 : 0;
        heldMisses += held && expected && !found ? 1 : 0;
        heldAlarms += held && !expected && found ? 1 : 0;
        if (expected != found)
            wrong += line + "\n";
    }
    INFO("of " << pairs << ": " << hits << " found, " << misses << " missed, " << alarms << " false; held out: " << heldHits << ", " << heldMisses << ", " << heldAlarms << "\n" << wrong);
    CHECK(pairs == 50);
    const auto precision = [](int good, int bad) { return static_cast<double>(good) / std::max(1, good + bad); };
    CHECK(precision(hits, alarms) >= 0.9);
    CHECK(precision(hits, misses) >= 0.85);
    CHECK(precision(heldHits, heldAlarms) >= 0.9);
    CHECK(precision(heldHits, heldMisses) >= 0.8);
}

TEST_CASE("placeholders are names between two braces")
{
    CHECK(text::placeholderNames("Bonjour {{ nom }}, {{num\xC3\xA9ro de commande}} et encore {{nom}}") == std::vector<std::string>{"nom", "num\xC3\xA9ro de commande"});
    CHECK(text::placeholderNames("{{}} {{ }} {nom} {{a<b}} {{ouvert").empty());
    CHECK(text::placeholderNames("{{{nom}}}") == std::vector<std::string>{"nom"});
    CHECK(text::filled("{{a}} et {{b}} et {{a}}", {{"a", "{{b}}"}, {"b", ""}}) == "{{b}} et {{b}} et {{b}}");
}
