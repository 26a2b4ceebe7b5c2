// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_commit.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

constexpr double kSure = 0.85, kLikely = 0.75, kFair = 0.65;

const WordSet &presentVerbs()
{
    static const WordSet kSet = wordSet(
        "reviens revenons revient rappelle rappelons recontacte recontactons contacte contactons appelle appelons reponds repondons repond envoie envoyons renvoie renvoyons expedie "
        "expedions livre livrons transmets transmettons transmet tiens tenons tient informe informons confirme confirmons communique communiquons donne donnons fournis fournissons "
        "rembourse remboursons remplace remplacons echange echangeons repare reparons corrige corrigeons regle reglons traite traitons verifie verifions regarde regardons fais faisons "
        "fait mets mettons met partage partageons previens prevenons previent avise avisons adresse adressons recredite recreditons procede procedons relance relancons poste postons "
        "prepare preparons propose proposons reprends reprenons reprend remonte remontons finalise finalisons termine terminons ecris ecrivons ecrit dis disons publie publions retourne "
        "retournons dirai vois voyons expediez interroge interrogeons demande demandons precise precisons lance lancons depose deposons effectue effectuons vire virons annule annulons");
    return kSet;
}

/// "reviendr|ai, ons, a, ont": the stems of what one promises.
bool isFuture(const std::string &word)
{
    static const WordSet kStems = wordSet(
        "reviendr rappeller recontacter contacter appeller repondr enverr renverr expedier livrer transmettr tiendr informer confirmer communiquer donner fournir rembourser remplacer "
        "echanger reparer corriger regler traiter resoudr verifier regarder fer mettr remettr partager previendr aviser adresser crediter recrediter proceder relancer poster deposer "
        "preparer proposer lancer activer retablir ajouter reprendr escalader remonter finaliser terminer ecrir reecrir notifier preciser valider retourner dir publier viendr interviendr "
        "cloturer effectuer verser emettr annuler modifier completer prendr expliquer trouver virer solder debloquer etudier analyser examiner demander interroger organiser fixer passer "
        "offrir tranche trancher chercher obtiendr livrer reexpedier redonner refer parviendr arriver partir reparler dedommager joindr orienter signaler faciliter");
    for (const std::string_view ending : {"ons", "ont", "ez", "ai", "as", "a"})
        if (word.size() > ending.size() && word.compare(word.size() - ending.size(), ending.size(), ending) == 0
            && kStems.find(std::string_view(word).substr(0, word.size() - ending.size())) != kStems.end())
            return true;
    return false;
}

bool isOurFuture(const std::string &word)
{
    return isFuture(word) && word.back() != 'z' && word.compare(word.size() - 2, 2, "as") != 0;
}

bool isInfinitive(const std::string &word)
{
    static const WordSet kSet = wordSet(
        "revenir rappeler recontacter contacter appeler repondre envoyer renvoyer expedier livrer transmettre tenir informer confirmer communiquer donner fournir rembourser remplacer "
        "echanger reparer corriger regler traiter resoudre verifier regarder faire mettre remettre partager prevenir aviser adresser crediter recrediter proceder relancer poster deposer "
        "preparer proposer lancer activer retablir ajouter reprendre escalader remonter finaliser terminer ecrire notifier preciser valider retourner dire publier intervenir cloturer "
        "effectuer verser emettre annuler modifier completer prendre expliquer trouver debloquer etudier analyser examiner demander interroger arriver partir recevoir apporter voir");
    return has(kSet, word);
}

bool isDone(const std::string &word)
{
    static const WordSet kSet = wordSet(
        "livre livree livres livrees expedie expediee expedies envoye envoyee envoyes envoyees rembourse remboursee rembourses traite traitee traites repare reparee remplace remplacee "
        "corrige corrigee corriges regle reglee resolu resolue fait faite faits effectue effectuee verse versee credite creditee recredite contacte contactee rappele rappelee recontacte "
        "recontactee informe informee informes prevenu prevenue prevenus avise avisee notifie notifiee retabli retablie retablis publie publiee publies pret prete remis remise mis mise "
        "transmis transmise disponible fixe fixee fini finie termine terminee valide validee annule annulee verifie verifiee poste postee emis emise debloque debloquee boucle bouclee "
        "chez operationnel operationnelle tranche ajoute ajoutee clos parti partie la bon en");
    return has(kSet, word);
}

bool isNews(const std::string &word)
{
    static const WordSet kSet = wordSet("reponse reponses retour nouvelle nouvelles confirmation remboursement mail email mel message appel colis suivi numero lien information informations "
                                        "devis commande solution point explication explications precision precisions suite bon avoir facture cheque virement resultat resultats courrier proposition "
                                        "date sms");
    return has(kSet, word);
}

bool negates(const PromiseSentence &s, std::size_t verb)
{
    for (std::size_t i = verb + 1; i < verb + 4; ++i)
        if (s.is(i, {"pas", "plus", "jamais", "aucun", "aucune", "rien", "guere"}) && !(s.is(i, {"plus"}) && s.is(i + 1, {"tard", "vite"})))
            return true;
    return false;
}

/// "nous vous rappelons que ...", "rappelons notre ...": said, not promised.
bool announces(const PromiseSentence &s, std::size_t verb)
{
    if (s.is(verb + 1, {"que", "qu"}))
        return true;
    const bool reminds = s.is(verb, {"rappelle", "rappelons", "confirme", "confirmons", "informe", "informons", "precise", "precisons"});
    return reminds && s.is(verb + 1, {"notre", "nos", "les", "l", "de", "votre", "vos", "la", "qu", "du", "bien", "d"}) && !(s.is(verb + 1, {"d"}) && s.is(verb + 2, {"ici"}));
}

/// The verb after "je", "nous", "on": "nous ne manquerons pas de vous repondre", "je vais vous rappeler", "on vous ecrit".
void ownWords(const PromiseSentence &s, std::size_t subject, std::vector<Commitment> &out)
{
    static const WordSet kBetween = wordSet("vous te t le la l les y lui leur aussi m me s se nous en ne n donc tous");
    std::size_t i = subject + 1;
    bool denied = false, reflexive = false;
    while (has(kBetween, s.at(i)) && i < subject + 6) {
        denied = denied || s.is(i, {"ne", "n"});
        reflexive = reflexive || (s.is(i, {"nous"}) && s.is(subject, {"nous"})) || s.is(i, {"m", "me", "s", "se"});
        ++i;
    }
    const auto &verb = s.at(i);
    const auto commit = [&](std::size_t at, double sure) { out.push_back({s.words[subject].clause, subject, at, sure}); };
    if (denied && s.is(i, {"manquerons", "manquerai", "manquera", "manquons", "oublions", "oublie", "oublierons", "oublierai"}))
        return commit(i, kLikely);
    if (denied && negates(s, i))
        return;
    if (reflexive) {
        if (s.is(i, {"occupe", "occupons", "occuperai", "occuperons", "occupera", "charge", "chargeons", "chargerai", "chargerons", "renseigne", "renseignons", "renseignerai", "penche", "penchons"}))
            commit(i, kLikely);
        else if (s.is(i, {"engage", "engageons"}))
            commit(i, kSure);
        return;
    }
    if (s.is(i, {"vais", "allons", "va"})) {
        auto next = i + 1;
        while (has(kBetween, s.at(next)) && next < i + 5)
            ++next;
        if (isInfinitive(s.at(next)))
            commit(next, kLikely);
        return;
    }
    if (s.is(i, {"pourrai", "pourrons", "pourra", "essaie", "essayons", "essaierai", "essaierons", "tacherai", "tacherons", "tache", "tachons", "compte", "comptons", "prevois", "prevoyons", "promets", "promettons"})) {
        auto next = i + 1;
        while ((has(kBetween, s.at(next)) || s.is(next, {"de", "d"})) && next < i + 5)
            ++next;
        if (isInfinitive(s.at(next)))
            commit(next, s.is(i, {"promets", "promettons"}) ? kSure : kFair);
        else if (s.is(i, {"promets", "promettons"}) && !announces(s, i))
            commit(i, kSure);
        return;
    }
    if (s.is(i, {"serai", "serons", "sera"}) && (s.is(i + 1, {"en"}) && s.is(i + 2, {"mesure"})))
        return commit(i, kFair);
    if (s.is(i, {"serai", "serons", "sera"}) && (s.is(i + 1, {"de"}) && s.is(i + 2, {"retour"}) && s.is(i + 3, {"vers"})))
        return commit(i, kLikely);
    if (s.is(i, {"aurai", "aurons", "aura"}) && (isNews(s.at(i + 1)) || isNews(s.at(i + 2)) || isNews(s.at(i + 3))))
        return commit(i, kFair);
    const bool future = isOurFuture(verb);
    if ((future || has(presentVerbs(), verb)) && !announces(s, i)) {
        const bool meets = s.is(i + 1, {"rendez"}) || (s.is(i, {"fait", "faisons", "fais"}) && s.is(i + 1, {"une", "la", "relache", "grasse"}) && s.is(i + 2, {"pause", "fete", "semaine"}));
        if (!meets)
            commit(i, future || s.is(i, {"reviens", "revenons", "revient", "rappelle", "rappelons", "recontacte", "recontactons", "reponds", "repondons"}) ? kSure : kLikely);
    }
}

/// "vous recevrez", "tu auras une reponse", "vous serez rembourse"
void theirs(const PromiseSentence &s, std::size_t subject, std::vector<Commitment> &out)
{
    auto i = subject + 1;
    while (s.is(i, {"en", "le", "la", "l", "les", "y"}))
        ++i;
    const auto commit = [&](double sure) { out.push_back({s.words[subject].clause, subject, i, sure}); };
    if (s.is(i, {"recevrez", "recevras", "obtiendrez", "saurez", "sauras"}) && !negates(s, i))
        return commit(kSure);
    if (s.is(i, {"recevez"}) && !negates(s, i))
        return commit(kFair);
    if (s.is(i, {"aurez", "auras"}) && !negates(s, i)) {
        for (std::size_t j = i + 1; j < i + 6; ++j)
            if (isNews(s.at(j)))
                return commit(kSure);
        if (subject + 1 < i)
            commit(kLikely);
        return;
    }
    if (s.is(i, {"serez", "seras"}) && !negates(s, i))
        for (std::size_t j = i + 1; j < i + 4; ++j)
            if (isDone(s.at(j)) && !s.is(j, {"en", "la", "chez", "bon"}))
                return commit(kSure);
}

/// "votre colis arrive", "la reponse vous parviendra", "le technicien passe", "ce sera fait"
void things(const PromiseSentence &s, std::size_t noun, std::vector<Commitment> &out)
{
    static const WordSet kThings = wordSet(
        "colis commande reponse remboursement dossier demande message retour livraison piece pieces produit article articles correctif virement avoir facture devis technicien conseiller "
        "conseillere collegue collegues equipe service atelier transporteur livreur responsable expert support sav commandes exemplaire remplacement paquet courrier cheque bon compte "
        "reparation intervention expedition envoi confirmation suivi probleme panne bug lien site mise envois produits solution meuble canape table chaise lampe compta comptabilite "
        "logistique direction tout cela ca ce c ceci artisan menuisier magasinier acces"),
        kVerbs = wordSet("arrive arrivera arrivent arriveront part partira partent partiront parviendra parvient parviendront viendra rappelle rappellera recontacte recontactera contacte contactera "
                         "revient reviendra repond repondra enverra envoie tient tiendra fera traite traitera appelle appellera verifie verifiera regarde regardera intervient interviendra passe passera "
                         "livre livrera rembourse remboursera suit suivra prend prendra reprend reprendra ecrit ecrira transmet transmettra donne donnera corrige corrigera repare reparera retablira"),
        kPlanned = wordSet("prevu prevue prevus prevues attendu attendue programme programmee planifie planifiee promis promise");
    if (!has(kThings, s.at(noun)) || (s.is(noun, {"ce", "c", "tout", "cela", "ca"}) && !s.is(noun + 1, {"sera", "est", "part", "arrive", "partira", "arrivera", "devrait"})))
        return;
    const int clause = s.words[noun].clause;
    const auto end = std::min(s.words.size(), noun + 12);
    for (std::size_t i = noun + 1; i < end && s.words[i].clause == clause; ++i) {
        const auto commit = [&](double sure) { out.push_back({clause, noun, i, sure}); };
        const bool denied = negates(s, i) && (s.is(i - 1, {"ne", "n"}) || s.is(i - 2, {"ne", "n"}) || s.is(i - 3, {"ne"}));
        if (s.is(i, {"nous", "je", "on", "qui"}) && i > noun + 1 && !(s.is(i, {"nous"}) && i > 0))
            return;
        if (has(kVerbs, s.at(i)) && !denied && !s.is(i - 1, {"a", "avez", "ont", "est", "de", "ete", "etait"}) && !announces(s, i))
            return commit(kLikely);
        if (s.is(i, {"sera", "seront"}) && !denied) {
            for (std::size_t j = i + 1; j < i + 4; ++j)
                if (isDone(s.at(j)) || has(kPlanned, s.at(j)))
                    return commit(kLikely);
            return;
        }
        if (s.is(i, {"va", "vont"}) && !denied)
            for (std::size_t j = i + 1; j < i + 5; ++j)
                if (isInfinitive(s.at(j)) || (s.is(j, {"etre"}) && isDone(s.at(j + 1))))
                    return commit(kLikely);
        if (s.is(i, {"est", "sont"}) && has(kPlanned, s.at(i + 1)) && !denied)
            return commit(kLikely);
        if (s.is(noun, {"c"}) && s.is(i, {"est"}) && s.is(i + 1, {"promis", "note", "prevu"}) && !denied)
            return commit(kFair);
    }
}

/// "Reponse avant la fin de semaine.", "Livraison prevue vendredi."
void headline(const PromiseSentence &s, std::size_t start, std::vector<Commitment> &out)
{
    static const WordSet kHeads = wordSet("reponse retour nouvelles suite suivi remboursement livraison expedition envoi rappel confirmation point correctif devis resultat resultats solution appel "
                                          "intervention reparation depart promis promise remise verdict"),
        kLead = wordSet("ok oui une un premiere premier prochaine prochain prochaines votre donc et d accord bonjour notre des"),
        kSpoils = wordSet("gratuit gratuite gratuits souhaitee souhaite demande demandee attendue attendu offert offerte possible svp impossible esperee esperons attendons attends souhaitez");
    std::size_t i = start;
    while (has(kLead, s.at(i)) && i < start + 3)
        ++i;
    if (!has(kHeads, s.at(i)) || (s.is(i, {"reponse", "retour", "confirmation", "rappel"}) && s.is(i - 1, {"votre"}) && i > start))
        return;
    const int clause = s.words[i].clause;
    std::size_t end = i;
    for (; end < s.words.size() && s.words[end].clause == clause; ++end)
        if (has(kSpoils, s.at(end)) || s.is(end, {"nous", "vous", "je", "merci", "ne", "n", "pas", "ete", "avons", "a", "ont"}))
            if (!(s.is(end, {"vous"}) && s.is(end - 1, {"pour", "vers"})) && !(s.is(end, {"a"}) && end > i) && !(s.is(end, {"n"}) && end > i + 3))
                return;
    if (end - i <= 12)
        out.push_back({clause, i, i, kFair});
}

} // namespace

std::vector<Commitment> frenchCommitments(const PromiseSentence &s)
{
    static const WordSet kBare = wordSet("reviens revenons reviendrai reviendrons repondrai repondrons rappellerai rappellerons enverrai enverrons");
    std::vector<Commitment> out;
    for (std::size_t i = 0; i < s.words.size(); ++i) {
        const bool starts = i == 0 || s.words[i].clause != s.words[i - 1].clause;
        if (s.is(i, {"je", "j", "nous", "on"}) && !(i > 0 && s.is(i, {"nous"}) && s.is(i - 1, {"nous", "de", "a", "vers", "avec", "pour", "chez", "contactez", "chez"})))
            ownWords(s, i, out);
        if (starts && has(kBare, s.at(i)) && s.is(i + 1, {"vers", "vous", "demain", "a"}))
            out.push_back({s.words[i].clause, i, i, kLikely});
        if (s.is(i, {"vous", "tu"}))
            theirs(s, i, out);
        things(s, i, out);
        if (starts)
            headline(s, i, out);
        if (s.is(i, {"comptez", "compte"}) && s.is(i + 1, {"sur"}) && s.is(i + 2, {"nous", "moi"}))
            out.push_back({s.words[i].clause, i, i, kLikely});
    }
    return out;
}

} // namespace vigie::text
