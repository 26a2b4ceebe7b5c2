// SPDX-License-Identifier: GPL-3.0-or-later
// Tu or vous, from tables of what members and brands write.
#include <vigie/text/politeness.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

TEST_CASE("a text addresses its reader as tu, as vous, as both or not at all")
{
    struct Row {
        const char *text;
        Address form;
    };
    const std::vector<Row> rows{
        {"Votre colis est parti ce matin.", Address::Vous},
        {"Vous l'aurez vendredi.", Address::Vous},
        {"\xC3\x89" "crivez-nous en message priv\xC3\xA9.", Address::Vous},
        {"Contactez le service client.", Address::Vous},
        {"Dites-nous tout !", Address::Vous},
        {"Merci pour vos photos", Address::Vous},
        {"Les v\xC3\xB4tres sont pr\xC3\xAAtes.", Address::Vous},
        {"S'il vous pla\xC3\xAEt", Address::Vous},
        {"Un retour svp", Address::Vous},
        {"Tu l'auras vendredi.", Address::Tu},
        {"Ton colis est parti.", Address::Tu},
        {"C'est not\xC3\xA9 pour toi", Address::Tu},
        {"Merci pour tes photos", Address::Tu},
        {"On t'appelle demain", Address::Tu},
        {"On t\xE2\x80\x99" "appelle demain", Address::Tu},
        {"Dis-moi tout", Address::Tu},
        {"Contacte-nous ici", Address::Tu},
        {"N'h\xC3\xA9site pas !", Address::Tu},
        {"Un retour stp", Address::Tu},
        {"S'il te pla\xC3\xAEt", Address::Tu},
        {"Les tiens sont pr\xC3\xAAts", Address::Tu},
        {"Tu peux nous envoyer votre num\xC3\xA9ro ?", Address::Mixed},
        {"Bonjour, envoyez-nous ton adresse", Address::Mixed},
        {"Bonjour, le colis est parti.", Address::None},
        {"Le ton de ce message est vif.", Address::None},
        {"Il faut changer de ton.", Address::None},
        {"Merci de ton retour", Address::Tu},
        {"Un ton plus bas, et le rendez-vous est pris.", Address::None},
        {"Y a-t-il du monde chez Suez ?", Address::None},
        {"Assez parl\xC3\xA9 du rez-de-chauss\xC3\xA9" "e", Address::None},
        {"On entre nous", Address::None},
        {"Il n'h\xC3\xA9site pas", Address::None},
        {"Tiens, il pleut.", Address::None},
        {"Elle a dit \xC2\xAB tu viens ? \xC2\xBB", Address::None},
        {"> tu viens ?\nPas demain.", Address::None},
        {"@tu et #vous", Address::None},
        {"https://exemple.fr/vous", Address::None},
        {"", Address::None},
    };
    for (const auto &row : rows) {
        INFO(row.text);
        CHECK(std::string(toString(addressOf(row.text))) == toString(row.form));
    }
}

TEST_CASE("the rarer form is pointed at when both are there, the other one when the house has its own")
{
    const std::string mixed = "Vous pouvez suivre votre colis avec ton compte.";
    auto found = addressFindings(mixed, Address::None);
    REQUIRE(found.size() == 1);
    CHECK(mixed.substr(found[0].begin, found[0].end - found[0].begin) == "ton");
    CHECK(found[0].fault == WritingFault::MixedAddress);
    CHECK(found[0].fixes == std::vector<std::string>{"votre"});
    found = addressFindings(mixed, Address::Tu);
    CHECK(found.size() == 3);
    const std::string vous = "Vos photos";
    CHECK(addressFindings(vous, Address::Vous).empty());
    CHECK(addressFindings(vous, Address::None).empty());
    found = addressFindings(vous, Address::Tu);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault == WritingFault::HouseAddress);
    CHECK(found[0].fixes == std::vector<std::string>{"Tes"});
    CHECK(addressFindings("Tu viens ?", Address::Vous).front().fixes.empty()); // the verb would have to change with it
}
