// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <vigie/net/mail.hpp>

using vigie::net::foldHistory;

TEST_CASE("French and English sentences that announce a quotation fold it away", "[mail][history]")
{
    const auto french = foldHistory("R\xc3\xa9tabli \xc3\xa0 14 h.\n\nLe lun. 23 nov. 2026 \xc3\xa0 09:12, Vigie <vigie@example.test> a \xc3\xa9"
                                    "crit\xc2\xa0:\n> O\xc3\xb9 en est-on ?\n> Merci\n");
    CHECK(french.text == "R\xc3\xa9tabli \xc3\xa0 14 h.");
    CHECK(french.history == "Le lun. 23 nov. 2026 \xc3\xa0 09:12, Vigie <vigie@example.test> a \xc3\xa9"
                            "crit\xc2\xa0:\n> O\xc3\xb9 en est-on ?\n> Merci");
    const auto english = foldHistory("Fixed.\r\n\r\nOn Mon, 23 Nov 2026 at 09:12, Vigie <vigie@example.test> wrote:\r\n\r\n> Where are we?\r\n");
    CHECK(english.text == "Fixed.");
    CHECK(english.history == "On Mon, 23 Nov 2026 at 09:12, Vigie <vigie@example.test> wrote:\n\n> Where are we?");
}

TEST_CASE("a sentence that a program broke over two lines is still one", "[mail][history]")
{
    const auto folded = foldHistory("Oui.\n\nLe lun. 23 nov. 2026 \xc3\xa0 09:12, Le service de la vigie\n<vigie@example.test> a \xc3\xa9"
                                    "crit :\n\nsans chevrons\n");
    CHECK(folded.text == "Oui.");
    CHECK(folded.history.find("sans chevrons") != std::string::npos);
}

TEST_CASE("answers between and below the quoted lines stay", "[mail][history]")
{
    const auto folded = foldHistory("On Mon, Vigie wrote:\n> When?\nTomorrow.\n> Who?\nAnne.\n");
    CHECK(folded.text == "Tomorrow.\nAnne.");
    CHECK(folded.history == "On Mon, Vigie wrote:\n> When?\n> Who?");
}

TEST_CASE("the blocks of Outlook fold away in both languages", "[mail][history]")
{
    for (const char *block : {"De : Vigie <vigie@example.test>\nEnvoy\xc3\xa9 : lundi 23 novembre 2026 09:12\n\xc3\x80 : SAV\nObjet : [Vigie #4127] Four",
                              "From: Vigie <vigie@example.test>\nSent: Monday, November 23, 2026 9:12 AM\nTo: SAV\nSubject: [Vigie #4127] Oven",
                              "________________________________\nDe\xc2\xa0: Vigie\nEnvoy\xc3\xa9\xc2\xa0: lundi\n\xc3\x80\xc2\xa0: SAV\nObjet\xc2\xa0: Four",
                              "*From:* Vigie\n*Date:* Monday\n*To:* SAV\n*Subject:* Oven",
                              "-----Message d'origine-----\nDe : Vigie", "-----Original Message-----\nFrom: Vigie"}) {
        const auto folded = foldHistory(std::string("C'est fait.\n\n") + block + "\n\nLe four est froid.\n");
        INFO(block);
        CHECK(folded.text == "C'est fait.");
        CHECK(folded.history.find("Le four est froid.") != std::string::npos);
    }
}

TEST_CASE("what only looks like history stays", "[mail][history]")
{
    CHECK(foldHistory("Le client a dit non.\nOn verra demain.").history.empty());
    CHECK(foldHistory("De: ma part, merci.\nA demain.").history.empty());
    CHECK(foldHistory("Anne m'a \xc3\xa9"
                      "crit :\nelle vient demain.")
              .text
          == "Anne m'a \xc3\xa9"
             "crit :\nelle vient demain.");
    CHECK(foldHistory("---- important ----\nPas de vis.").history.empty());
}

TEST_CASE("a mail that is nothing but history is shown whole", "[mail][history]")
{
    const auto folded = foldHistory("> tout est cit\xc3\xa9\n> vraiment\n");
    CHECK(folded.text == "> tout est cit\xc3\xa9\n> vraiment");
    CHECK(folded.history.empty());
    CHECK(foldHistory("").text.empty());
}
