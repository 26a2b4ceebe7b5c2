// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/intent.hpp>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace vigie::text;

namespace {

struct Case {
    const char *text;
    const char *wanted; ///< q question, t thanks, c complaint
};

void check(const std::vector<Case> &cases, const char *lang)
{
    CHECK(cases.size() >= 30);
    for (const auto &sentence : cases) {
        const auto intent = intentOf(sentence.text, lang);
        const auto found = std::string(intent.question ? "q" : "") + (intent.thanks ? "t" : "") + (intent.complaint ? "c" : "");
        INFO(sentence.text);
        CHECK(found == sentence.wanted);
    }
}

} // namespace

TEST_CASE("what people want, in French")
{
    check({{"À quelle heure ouvre la boutique dimanche ?", "q"},
           {"Pouvez-vous me dire où en est ma commande", "q"},
           {"Est-ce que vous livrez en Suisse", "q"},
           {"Quelqu'un sait comment joindre le support", "q"},
           {"Combien coûte l'abonnement annuel", "q"},
           {"Je voudrais savoir si le billet est échangeable", "q"},
           {"Y a-t-il un parking près de la salle", "q"},
           {"Merci beaucoup pour votre aide !", "t"},
           {"Un grand bravo à toute l'équipe", "t"},
           {"Je tiens à vous remercier pour l'accueil", "t"},
           {"Chapeau pour la réactivité", "t"},
           {"Félicitations, service impeccable", "t"},
           {"Je suis ravie de mon achat", "t"},
           {"Mon colis n'est toujours pas arrivé", "c"},
           {"Encore en panne ce matin", "c"},
           {"C'est inadmissible", "c"},
           {"Votre site ne marche pas", "c"},
           {"Très déçue par la qualité", "c"},
           {"Ras le bol, encore du retard", "c"},
           {"Je demande un remboursement", "c"},
           {"L'écran est arrivé cassé", "c"},
           {"Arnaque totale, plus jamais", "c"},
           {"Merci de me rembourser", "c"},
           {"Quand est-ce que vous allez répondre ? Je n'ai jamais reçu ma facture", "qc"},
           {"Le magasin ouvre à neuf heures", ""},
           {"Nous partons en vacances demain", ""},
           {"La réunion est déplacée à lundi", ""},
           {"Nouvel article : https://exemple.fr/?q=pourquoi", ""},
           {"Voici la photo du port au lever du soleil", ""},
           {"", ""},
           {"Je prends le train de huit heures", ""}},
          "fr");
}

TEST_CASE("what people want, in English")
{
    check({{"What time do you open on Sunday?", "q"},
           {"Can you tell me where my order is", "q"},
           {"Does anyone know a good baker", "q"},
           {"How do I reset my password", "q"},
           {"Is it possible to change the date", "q"},
           {"How much is the yearly plan", "q"},
           {"Any idea when it comes back", "q"},
           {"Thank you so much for your help", "t"},
           {"Thanks a lot!", "t"},
           {"Well done to the whole team", "t"},
           {"Kudos for the quick fix", "t"},
           {"Much appreciated", "t"},
           {"Delighted with my purchase", "t"},
           {"My parcel never arrived", "c"},
           {"Still waiting for an answer", "c"},
           {"It arrived broken", "c"},
           {"The app does not work since the update", "c"},
           {"The app doesn't work", "c"},
           {"I want a refund", "c"},
           {"Worst service in town", "c"},
           {"Very disappointed", "c"},
           {"This is unacceptable", "c"},
           {"Total scam, stay away", "c"},
           {"Fed up with the delays", "c"},
           {"Why is nobody there? I want my money back", "qc"},
           {"We open at nine on Monday", ""},
           {"New post: https://example.org/?why=1", ""},
           {"The meeting moved to Monday", ""},
           {"Taking the early train", ""},
           {"A picture of the harbour", ""},
           {"", ""}},
          "en");
}

TEST_CASE("a text in an unknown language meets both sets of rules")
{
    CHECK(intentOf("merci !", "und").thanks);
    CHECK(intentOf("thanks!", "und").thanks);
    CHECK_FALSE(intentOf("thanks!", "fr").thanks);
    CHECK_FALSE(intentOf("merci !", "en").thanks);
}
