// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/relay_back.hpp>
#include <vigie/desk/slip.hpp>

#include <catch2/catch.hpp>

using namespace vigie;

TEST_CASE("a colleague's signature is no part of what was said", "[desk][passing]")
{
    for (const auto &[mail, words] : std::vector<std::pair<std::string, std::string>>{
             {"Oui.\n-- \nAndr\xc3\xa9 Roy\nAtelier", "Oui."},
             {"Oui.\n\nEnvoy\xc3\xa9 de mon iPhone", "Oui."},
             {"Yes.\n\nSent from my phone", "Yes."},
             {"Oui, sous garantie.\nRevenez quand vous voulez.\n\nBien cordialement,\n\nAndr\xc3\xa9 Roy\nT\xc3\xa9l. 01 02 03 04 05", "Oui, sous garantie.\nRevenez quand vous voulez."},
             {"Yes.\n\nKind regards\nAnn", "Yes."},
             {"Cordialement", "Cordialement"}, // all there is
             {"Un point :\nRegards crois\xc3\xa9s sur le four", "Un point :\nRegards crois\xc3\xa9s sur le four"},
             {"Best.\n\nLe four est sous garantie et il le restera jusqu'au mois de juin prochain, tant que personne ne l'ouvre.", // a word of courtesy, then an answer
              "Best.\n\nLe four est sous garantie et il le restera jusqu'au mois de juin prochain, tant que personne ne l'ouvre."}})
        CHECK(desk::withoutSignature(mail) == words);
}

TEST_CASE("a time is said in the service's language, at its place", "[desk][passing]")
{
    const Instant at{std::chrono::seconds{1772452800}}; // 2026-03-02 12:00 UTC
    CHECK(desk::timeInWords(at, "fr", "Europe/Paris") == "2 mars 2026 \xc3\xa0 13:00");
    CHECK(desk::timeInWords(at, "en", "America/New_York") == "2 March 2026, 07:00");
    CHECK(desk::timeInWords(at - std::chrono::hours{24}, "fr", "UTC") == "1er mars 2026 \xc3\xa0 12:00");
}

TEST_CASE("the services that are offered to begin with hold, and have no address", "[desk][passing]")
{
    for (const auto &one : desk::exampleDepartments()) {
        CHECK(desk::checkDepartment(one));
        CHECK(one.colleagues.empty());
    }
    Department wrong = desk::exampleDepartments().front();
    wrong.deadline = std::chrono::minutes{0};
    CHECK(desk::checkDepartment(wrong).error().detail.rfind("deadline", 0) == 0);
    wrong = desk::exampleDepartments().front();
    wrong.nameEn = " ";
    CHECK(desk::checkDepartment(wrong).error().detail.rfind("name", 0) == 0);
}
