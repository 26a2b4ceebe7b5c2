// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/proofread.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

TEST_CASE("a text is read over once, and each place is told once")
{
    Speller speller;
    REQUIRE(speller.has("fr"));
    const std::string text = "Bonjour Claire, de tout coeur merci pour ta patiance et votre message!";
    const auto proof = proofread(text, "fr", {}, speller);
    CHECK(proof.spelled);
    std::vector<std::string> told;
    for (const auto &finding : proof.findings)
        told.push_back(std::string(toString(finding.fault)) + ":" + text.substr(finding.begin, finding.end - finding.begin));
    CHECK(told == std::vector<std::string>{"ligature:coeur", "mixed_address:ta", "misspelt:patiance", "no_break_space:!"});
    CHECK(proofread("Une girouette en zinguerie dubreuilloise", "fr", {{"dubreuilloise"}, Address::None}, speller).findings.empty());
    const auto house = proofread("Ton colis est parti.", "fr", {{}, Address::Vous}, speller);
    REQUIRE(house.findings.size() == 1);
    CHECK(house.findings.front().fault == WritingFault::HouseAddress);
}

TEST_CASE("a text in another language than it says is told in one sentence")
{
    Speller speller;
    const auto proof = proofread("Thank you very much for your message, we will look into it today.", "fr", {}, speller);
    REQUIRE(proof.findings.size() == 1);
    CHECK(proof.findings.front().fault == WritingFault::OtherLanguage);
    CHECK(proof.findings.front().detail == "en");
    CHECK(proofread("Merci !", "en", {}, speller).findings.size() <= 2); // too short to tell
    const auto none = proofread("Vielen Dank", "de", {}, speller);
    CHECK(none.spelled == speller.has("de"));
}
