// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/typography.hpp>

#include <catch2/catch.hpp>

using vigie::text::frenchSpaces;

TEST_CASE("French punctuation keeps its spaces")
{
    const std::string n = "\xE2\x80\xAF", b = "\xC2\xA0", open = "\xC2\xAB", close = "\xC2\xBB";
    CHECK(frenchSpaces("Bonjour !") == "Bonjour" + n + "!");
    CHECK(frenchSpaces("Bonjour!") == "Bonjour" + n + "!");
    CHECK(frenchSpaces("Quoi ?! Non ;") == "Quoi" + n + "?! Non" + n + ";");
    CHECK(frenchSpaces("Prix : 12") == "Prix" + b + ": 12");
    CHECK(frenchSpaces(open + "oui" + close) == open + b + "oui" + b + close);
    CHECK(frenchSpaces(open + " oui " + close + " ?") == open + b + "oui" + b + close + n + "?");
    CHECK(frenchSpaces("Bonjour" + b + "! d\xC3\xA9j\xC3\xA0" + n + "?") == "Bonjour" + n + "! d\xC3\xA9j\xC3\xA0" + n + "?");
}

TEST_CASE("links, times and faces stay as they are")
{
    for (const std::string text : {"https://e.example/a?b=1;c:d!e", "\xC3\xA0 12:30 pile", "merci :-)", "merci ;)", "merci :D", "", "@bob@e.example", "3:1", "\n"})
        CHECK(frenchSpaces(text) == text);
    const std::string n = "\xE2\x80\xAF";
    CHECK(frenchSpaces("Voir https://e.example/a?b=1 !") == "Voir https://e.example/a?b=1" + n + "!");
}

TEST_CASE("fixing twice changes nothing")
{
    for (const std::string text : {"Quoi ? Rien ! Prix : 12 ; \xC2\xAB oui \xC2\xBB", "\xC2\xAB\xC2\xBB", "a:b", "!!!", " ! ?", "x ?\ny :\nz", "(vraiment ?)", "\xC2\xAB  a  \xC2\xBB"})
        CHECK(frenchSpaces(frenchSpaces(text)) == frenchSpaces(text));
}
