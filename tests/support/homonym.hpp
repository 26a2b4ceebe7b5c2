// SPDX-License-Identifier: GPL-3.0-or-later
// One name, two things: an operator of networks and a fruit, in French and English.
// Thread: pure. Errors: none.
#pragma once

#include "support/builders.hpp"

#include <array>

namespace vigie::test {

/// The operator, that the query is meant to find. The first 16 to learn from, the rest to be judged.
inline const std::array<const char *, 22> kOperator = {
    "Orange a encore une panne de réseau ce matin", "ma box Orange ne capte plus internet", "le forfait mobile Orange augmente", "Orange déploie la fibre dans notre rue",
    "service client Orange injoignable depuis la panne", "je résilie mon forfait Orange", "Orange network is down again", "no signal on my Orange mobile today",
    "Orange raised the price of my mobile plan", "Orange customer service never answers", "the Orange fiber box keeps rebooting", "internet outage at Orange this morning",
    "la boutique Orange vend le nouveau mobile", "panne de fibre chez Orange, pas d'internet", "my Orange sim card has no network", "Orange 5G network coverage map",
    "plus de réseau mobile Orange au village", "la fibre Orange est coupée, panne générale", "forfait Orange trop cher, je pars", "Orange mobile network outage in town",
    "my Orange internet box is broken", "Orange customer service about my mobile plan"};
/// The fruit.
inline const std::array<const char *, 22> kFruit = {
    "un verre de jus d'orange pressé au petit matin", "recette du canard à l'orange", "marmelade d'orange amère maison", "salade d'orange à la cannelle",
    "zeste d'orange dans le gâteau", "confiture et jus d'orange bio", "fresh orange juice for breakfast", "orange marmalade recipe with sugar",
    "peel the orange and squeeze the juice", "chocolate cake with orange zest", "an orange tree full of fruit", "duck with orange sauce recipe",
    "gâteau au chocolat et à l'orange, la recette", "le jus d'une orange et du sucre", "sweet orange jam with sugar", "orange zest and juice in the cake",
    "jus d'orange et gâteau, quel goûter", "recette de confiture à l'orange", "zeste d'une orange bio pour la recette", "a glass of orange juice",
    "orange cake with sugar and zest", "orange marmalade: juice and zest"};
inline constexpr std::size_t kToLearn = 16;

/// With a lang that tells nothing away.
inline Item saidOf(const char *text, const std::string &native, Instant at = kNoon)
{
    auto out = byAuthor(item(native, text, at), "m" + native, "user" + native);
    out.lang = "und";
    return out;
}

} // namespace vigie::test
