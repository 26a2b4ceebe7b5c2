#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes items.tsv: 1,000 posts (cluster, language, text), in the order they come in. 60 clusters of one original and its
relays as people make them; the others speak of the same things in words of their own, or fill the same set phrases."""
import random
import sys

FR = """Grève des bacs de la baie jeudi : aucune liaison entre 6 h et 14 h, les billets restent valables vendredi.
Les Cafés Dubreuil rappellent 12 000 paquets de grains torréfiés après la découverte d'éclats de verre dans l'usine de Vannes.
Incroyable accueil à la boutique de la rue des Halles ce matin, la vendeuse a retrouvé mon parapluie oublié il y a trois semaines !
Le maire de Morlaix annonce la gratuité des bus pour les moins de 18 ans à partir du 1er septembre.
Trois heures d'attente au guichet pour un dossier perdu deux fois, je n'ai jamais vu un service pareil.
La société Velora ouvre son premier atelier de réparation de vélos à Nantes, vingt emplois à la clé.
Panne générale chez mon opérateur depuis 8 heures, impossible d'appeler les urgences, c'est une honte.
Notre enquête : comment les livreurs de Rennes se sont organisés pour refuser les courses de nuit.
Le nouveau yaourt à la figue a un goût de savon, je ne suis visiblement pas la seule à le penser.
Exposition gratuite tout l'été au musée des Ardoises : cent photographies inédites des mines de 1910.
Une fuite de données touche 340 000 clients de l'assureur Mirabel, changez vos mots de passe dès maintenant.
J'ai testé la trottinette pliante pendant un mois sur les pavés de Lyon, voici ce qui a tenu et ce qui a cassé.
Le festival des Vieilles Voiles cherche encore quarante bénévoles pour tenir les buvettes du samedi soir.
Attention, de faux agents du gaz démarchent le quartier Saint-Marc en demandant une copie de la carte d'identité.
La cantine scolaire passe au tout bio local et le prix du repas ne bouge pas, explique l'adjointe.
Après dix ans de travaux, la ligne de tramway D est inaugurée dimanche avec un concert sur chaque quai.
Mon colis est parti à Bordeaux alors que j'habite à Brest, et le livreur dit que j'ai signé.
Le label Pêche Douce suspend trois armateurs pour avoir caché des captures de bar en janvier.
Quand une marque répond à un client en détresse avec un émoji, on touche le fond de la relation client.
La librairie Au Fil des Pages fermera en mars faute de repreneur, trente-sept ans après son ouverture.
Rappel de produit : le siège auto Nido 2 présente un défaut de boucle, ne l'utilisez plus et contactez le fabricant.
Les agriculteurs du canton bloquent la rocade nord avec une centaine de tracteurs, évitez le secteur.
Bravo à l'équipe du rayon fromage, vous m'avez sauvé un dîner de douze personnes en cinq minutes.
Le prix du timbre augmente encore de huit pour cent, la quatrième hausse en deux ans.
Météo : vigilance orange aux vents violents sur tout le littoral, les plages de Carnac sont fermées.
Selon une étude de l'université de Caen, un salarié sur trois consulte sa messagerie pendant le dîner.
La piscine des Deux-Rives restera fermée jusqu'à nouvel ordre à cause d'une panne de chaudière.
Concours photo : envoyez-nous votre plus belle image de marché avant le 15 juin et gagnez un panier garni.
L'application de covoiturage Passerelle dépasse le million de trajets partagés en Bretagne.
Démission surprise de la directrice de Maison Armor, trois mois après la fermeture de l'usine de Lanester.""".split("\n")
EN = """Ferry strike on Thursday: no crossing between 6 am and 2 pm, tickets stay valid on Friday.
Dubreuil Coffee recalls 12,000 bags of roasted beans after glass was found on a packing line in Vannes.
The lady at the Halles Street shop found the umbrella I lost three weeks ago, what a wonderful welcome!
The mayor of Morlaix promises free buses for everyone under eighteen from the first of September.
Three hours at the counter for a file they lost twice, I have never seen service like this anywhere.
Velora opens its first bicycle repair workshop in Nantes and hires twenty mechanics.
Whole network down since eight this morning, nobody can call an ambulance, this is a disgrace.
Our investigation: how couriers in Rennes organised themselves to refuse night deliveries.
The new fig yoghurt tastes of soap and apparently I am not the only one who thinks so.
Free exhibition all summer at the Slate Museum: one hundred unseen photographs of the 1910 mines.
A data leak hits 340,000 customers of the insurer Mirabel, change your passwords right now.
I rode the folding scooter over cobblestones for a month, here is what held and what broke.
The Old Sails festival still needs forty volunteers to run the bars on Saturday night.
Beware of people posing as gas inspectors around Saint Mark who ask for a copy of your passport.
School canteens go fully organic and local while the price of lunch stays the same, says the council.
After ten years of roadworks tram line D opens on Sunday with a concert on every platform.
My parcel went to Bordeaux although I live in Brest, and the driver claims that I signed for it.
The Gentle Fishing label suspends three shipowners for hiding sea bass catches in January.
When a brand answers a customer in distress with a smiley, customer care has hit rock bottom.
The bookshop Turning Pages closes in March for want of a buyer, thirty-seven years after it opened.
Product recall: the Nido 2 child seat has a faulty buckle, stop using it and contact the maker.
Farmers block the northern ring road with a hundred tractors, avoid the area this morning.
Hats off to the cheese counter, you rescued a dinner for twelve people in five minutes flat.
Stamps go up another eight percent, the fourth increase within two years.
Weather: amber warning for gales along the whole coast, the beaches at Carnac are closed.
One employee in three reads work mail at the dinner table, says a study from the University of Caen.
The Two Banks swimming pool stays shut until further notice because of a broken boiler.
Photo contest: send us your best market picture before June 15 and win a hamper of local food.
The car sharing app Passerelle passes one million shared rides in Brittany.
The head of Maison Armor resigns by surprise, three months after the Lanester plant was closed.""".split("\n")

# Other people on the same matters, in other words: none of these is a relay.
FR_OWN = """Encore une grève sur les bacs, heureusement que j'avais pris ma journée jeudi.
Quelqu'un sait si les paquets de Dubreuil achetés en vrac sont concernés par le verre ?
Dubreuil, c'était le café de ma grand-mère, ça me fait mal au cœur de lire ça.
Gratuité des bus à Morlaix, très bien, mais qui paie au bout du compte ?
Le guichet de la préfecture, c'est trois heures minimum, prévoyez un livre.
Velora recrute à Nantes, je tente ma chance comme mécano.
Toujours pas de réseau chez moi non plus, c'est comme ça dans tout le Finistère.
Les livreurs de nuit ont raison de dire stop, personne ne devrait rouler à vélo à 3 heures.
Moi je l'aime bien ce yaourt à la figue, je dois avoir des goûts bizarres.
Vu l'expo du musée des Ardoises hier, les portraits de mineurs sont bouleversants.
Cliente Mirabel depuis quinze ans et j'apprends la fuite par la presse, bravo.
La boucle du siège Nido s'était ouverte toute seule l'an dernier, je l'avais signalé.
La rocade nord est bouchée jusqu'à l'hypermarché, prenez par la côte.
Le timbre vert coûte plus cher que la carte postale maintenant.
Carnac fermé, on va tenter Quiberon mais ça souffle aussi.""".split("\n")
EN_OWN = """Another ferry strike, good thing I had already taken Thursday off.
Does anyone know whether loose Dubreuil beans are part of the glass story?
Dubreuil was my grandmother's coffee, reading this breaks my heart a little.
Free buses in Morlaix sound lovely, but who is going to pay in the end?
That counter always takes three hours, bring a novel and a sandwich.
Velora is hiring in Nantes, might send them my papers tonight.
No signal here either, seems to be the same in the whole county.
Night couriers are right to say no, nobody should be cycling at three in the morning.
I like the fig yoghurt, perhaps there is something wrong with my tongue.
Saw the Slate Museum pictures yesterday, the faces of those miners stay with you.
Fifteen years with Mirabel and I hear of the leak from a newspaper, thanks a lot.
The buckle of our Nido seat opened by itself last year and I did report it.
Ring road jammed up to the supermarket, take the coast road instead.
A stamp now costs more than the postcard you put it on.
Carnac closed, we shall try Quiberon but the wind is no better there.""".split("\n")

FILL = {
    "fr": {
        "who": "ma voisine|mon frère|le facteur|notre équipe|la patronne|un collègue|l'apprenti|mon médecin|la serveuse|un inconnu|mon banquier|la stagiaire".split("|"),
        "what": "un vélo électrique|des chaussures de marche|une cafetière|un abonnement de train|une tente|trois kilos de moules|un piano droit|une machine à coudre|des rideaux|un contrat de gaz|une armoire normande|un manteau de pluie".split("|"),
        "where": "à Quimper|près de la gare|au marché de Dinan|sur la place|dans le train de nuit|à l'aéroport|au fond du jardin|à Saint-Malo|dans le hall|rue de Siam|chez le boulanger|au bord du canal".split("|"),
        "when": "hier soir|ce matin|pendant les vacances|la semaine dernière|juste avant la pluie|à l'heure du déjeuner|en plein mois d'août|vers minuit|lundi|au printemps|le jour de Noël|après le match".split("|"),
        "how": "sans prévenir|avec le sourire|pour trois fois rien|à contrecœur|en chantant|les yeux fermés|comme un chef|avec deux jours de retard|en cachette|à la dernière minute|sous les applaudissements|en râlant".split("|"),
        "end": "et j'en ris encore.|mais rien ne marche.|je recommande.|plus jamais ça.|qui dit mieux ?|personne n'a compris pourquoi.|un vrai bonheur.|on attend toujours la facture.|le chien était ravi.|à refaire !|quelle histoire...|je n'en reviens pas.".split("|"),
    },
    "en": {
        "who": "my neighbour|my brother|the postman|our team|the landlady|a colleague|the apprentice|my doctor|the waitress|a stranger|my banker|the intern".split("|"),
        "what": "an electric bicycle|hiking boots|a coffee machine|a railway pass|a tent|three kilos of mussels|an upright piano|a sewing machine|curtains|a gas contract|an oak wardrobe|a raincoat".split("|"),
        "where": "in Quimper|near the station|at the Dinan market|on the square|on the night train|at the airport|behind the garden|in Saint-Malo|in the lobby|on Siam Street|at the bakery|along the canal".split("|"),
        "when": "last night|this morning|during the holidays|last week|just before the rain|at lunch time|in the middle of August|around midnight|on Monday|in spring|on Christmas Day|after the match".split("|"),
        "how": "without a word|with a smile|for next to nothing|grudgingly|while singing|eyes closed|like a champion|two days late|in secret|at the last minute|to great applause|complaining all along".split("|"),
        "end": "and I still laugh about it.|but nothing works.|would recommend.|never again.|beat that.|nobody knows why.|pure joy.|still waiting for the bill.|the dog was delighted.|let us do it again!|what a story...|I cannot believe it.".split("|"),
    },
}
SHAPES = {
    "fr": ["{When}, {who} a acheté {what} {where} {how}, {end}", "{Who} a perdu {what} {where} {when}, {end}", "Qui connaît quelqu'un qui répare {what} {where} ? {Who} s'en occupait {how}, {end}",
           "{What} livré {where} {when} par {who} {how} : {end}", "Je cherche {what} {where}, {who} en avait trouvé {when} {how}, {end}"],
    "en": ["{When} {who} bought {what} {where} {how}, {end}", "{Who} lost {what} {where} {when}, {end}", "Who can mend {what} {where}? {Who} used to do it {how}, {end}",
           "{What} delivered {where} {when} by {who} {how}: {end}", "Looking for {what} {where}, {who} found some {when} {how}, {end}"],
}
SPARE = {"fr": "vraiment hier encore demain grand petit rouge maison matin soir toujours jamais quai port bleu lundi".split(),
         "en": "really yesterday again tomorrow large small red house morning evening always never quay harbour blue monday".split()}
COMMENT = {"fr": ["Je n'en reviens pas", "À lire absolument ce matin", "Et après on s'étonne", "Voilà qui est dit", "Merci pour l'info"],
           "en": ["I cannot believe this", "Must read this morning", "And then they wonder", "Well said I think", "Thanks for the news"]}
SITES = {"fr": ["Le Courrier du Port", "Ouest Gazette", "L'Écho de la Baie"], "en": ["Harbour Courier", "West Gazette", "The Bay Echo"]}


def relay(text, lang, rnd):
    words = text.split()
    kind = rnd.randrange(12)
    if kind == 0:
        return f"RT @{rnd.choice(['ouestinfo', 'lea_m', 'jo.b@social.example'])}: {text}"
    if kind == 1:
        return f"{text} https://lien.example/{rnd.randrange(10**6):x}"
    if kind == 2:
        return text[: max(60, int(len(text) * 0.7))].rstrip() + "…"
    if kind == 3:
        return f"{rnd.choice(COMMENT[lang])} « {text} »"
    if kind == 4:
        return text.upper() + rnd.choice([" 🔥", " 😡😡", " 👏"])
    if kind == 5:
        words.pop(rnd.randrange(len(words)))
        return " ".join(words)
    if kind == 6:
        for at in rnd.sample(range(len(words)), 2):
            words[at] = rnd.choice(SPARE[lang])
        return " ".join(words)
    if kind == 7:
        return f"{text.rstrip('.')} - {rnd.choice(SITES[lang])}"
    if kind == 8:
        return f"{text} via @{rnd.choice(['veille_du_jour', 'actus'])} #{rnd.choice(['info', 'bretagne', 'news'])}"
    if kind == 9:
        at = rnd.randrange(5, len(text) - 5)
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]  # two letters changed places
    if kind == 10:
        return text.replace(",", " -").replace(":", " :").rstrip(".!") + " !!!"
    return text


def single(lang, rnd):
    parts = {key: rnd.choice(values) for key, values in FILL[lang].items()}
    parts |= {key.capitalize(): value[0].upper() + value[1:] for key, value in parts.items()}
    return rnd.choice(SHAPES[lang]).format(**parts)


def main():
    rnd = random.Random(20261121)
    sizes = [2 + min(int(rnd.paretovariate(1.1)), 28) for _ in range(60)]
    rows = []
    for number, (lang, original) in enumerate([("fr", t) for t in FR] + [("en", t) for t in EN], 1):
        start = rnd.random() * 0.7
        rows.append((start, number, lang, original))
        rows += [(start + 0.001 + rnd.random() * 0.29, number, lang, relay(original, lang, rnd)) for _ in range(sizes[number - 1] - 1)]
    rows += [(rnd.random(), 0, "fr", text) for text in FR_OWN] + [(rnd.random(), 0, "en", text) for text in EN_OWN]
    known = set()
    while len(rows) < 1000:
        lang = rnd.choice(["fr", "en"])
        text = single(lang, rnd)
        if text not in known:
            known.add(text)
            rows.append((rnd.random(), 0, lang, text))
    for _, cluster, lang, text in sorted(rows):
        sys.stdout.write(f"{cluster}\t{lang}\t{text}\n")


main()
