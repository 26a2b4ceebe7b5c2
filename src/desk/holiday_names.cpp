// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/holiday_rules.hpp"

namespace vigie::desk {

namespace {

constexpr HolidayName kNames[] = {
    // key, English, French
    {"new_year", "New Year’s Day", "Jour de l’An"},
    {"january_2", "2 January", "2 janvier"},
    {"berchtold", "Berchtold’s Day", "Saint-Berchtold"},
    {"epiphany", "Epiphany", "Épiphanie"},
    {"republic_ne", "Republic Day of Neuchâtel", "Instauration de la République"},
    {"st_joseph", "Saint Joseph’s Day", "Saint-Joseph"},
    {"st_patrick", "Saint Patrick’s Day", "Saint-Patrick"},
    {"st_brigid", "Saint Brigid’s Day", "Sainte-Brigitte"},
    {"remembrance_ie", "Day of Remembrance and Recognition", "Journée du souvenir et de la reconnaissance"},
    {"womens_day", "International Women’s Day", "Journée internationale des femmes"},
    {"good_friday", "Good Friday", "Vendredi saint"},
    {"easter_sunday", "Easter Sunday", "Dimanche de Pâques"},
    {"easter_monday", "Easter Monday", "Lundi de Pâques"},
    {"naefels", "Näfels procession", "Procession de Näfels"},
    {"labour_day", "Labour Day (1 May)", "Fête du Travail"},
    {"victory_1945", "Victory in Europe Day", "Victoire 1945"},
    {"liberation", "Liberation Day", "Jour de la Libération"},
    {"europe_day", "Europe Day", "Journée de l’Europe"},
    {"early_may", "Early May bank holiday", "Premier lundi de mai"},
    {"may_ie", "May Day", "Premier lundi de mai"},
    {"ascension", "Ascension Day", "Ascension"},
    {"whit_sunday", "Whit Sunday", "Dimanche de Pentecôte"},
    {"whit_monday", "Whit Monday", "Lundi de Pentecôte"},
    {"corpus_christi", "Corpus Christi", "Fête-Dieu"},
    {"spring_bank", "Spring bank holiday", "Dernier lundi de mai"},
    {"jubilee", "Queen’s Jubilee", "Jubilé de la Reine"},
    {"royal_funeral", "State funeral of Queen Elizabeth II", "Funérailles de la reine Elizabeth II"},
    {"coronation", "Coronation of King Charles III", "Couronnement du roi Charles III"},
    {"june_ie", "June holiday", "Premier lundi de juin"},
    {"independence_ju", "Independence of the Jura", "Commémoration du plébiscite jurassien"},
    {"peter_paul", "Saints Peter and Paul", "Saint-Pierre et Saint-Paul"},
    {"boyne", "Battle of the Boyne", "Bataille de la Boyne"},
    {"bastille_day", "Bastille Day", "Fête nationale (14 juillet)"},
    {"national_day", "National Day", "Fête nationale"},
    {"swiss_day", "Swiss National Day", "Fête nationale suisse"},
    {"summer_bank", "Summer bank holiday", "Jour férié d’août"},
    {"august_ie", "August holiday", "Premier lundi d’août"},
    {"assumption", "Assumption", "Assomption"},
    {"geneva_fast", "Geneva Fast", "Jeûne genevois"},
    {"fast_monday", "Monday of the Federal Fast", "Lundi du Jeûne fédéral"},
    {"childrens_day", "Children’s Day", "Journée mondiale de l’enfance"},
    {"brother_klaus", "Brother Klaus", "Saint Nicolas de Flue"},
    {"german_unity", "Day of German Unity", "Jour de l’unité allemande"},
    {"october_ie", "October holiday", "Dernier lundi d’octobre"},
    {"reformation", "Reformation Day", "Jour de la Réformation"},
    {"all_saints", "All Saints’ Day", "Toussaint"},
    {"armistice_1918", "Armistice Day", "Armistice 1918"},
    {"repentance", "Day of Repentance and Prayer", "Jour de pénitence et de prière"},
    {"st_andrew", "Saint Andrew’s Day", "Saint-André"},
    {"immaculate", "Immaculate Conception", "Immaculée Conception"},
    {"abolition", "Abolition of slavery", "Abolition de l’esclavage"},
    {"christmas", "Christmas Day", "Noël"},
    {"st_stephen", "Saint Stephen’s Day", "Saint-Étienne"},
    {"boxing_day", "Boxing Day", "Lendemain de Noël"},
    {"restoration_ge", "Restoration of the Republic", "Restauration de la République"},
    {"mlk", "Martin Luther King Day", "Jour de Martin Luther King"},
    {"presidents", "Washington’s Birthday", "Anniversaire de Washington"},
    {"memorial_us", "Memorial Day", "Memorial Day"},
    {"juneteenth", "Juneteenth", "Juneteenth"},
    {"independence_us", "Independence Day", "Fête de l’Indépendance"},
    {"labor_day", "Labour Day (September)", "Fête du Travail (septembre)"},
    {"columbus", "Columbus Day", "Columbus Day"},
    {"veterans", "Veterans Day", "Veterans Day"},
    {"thanksgiving_us", "Thanksgiving", "Thanksgiving"},
    {"family_day", "Family Day", "Jour de la famille"},
    {"louis_riel", "Louis Riel Day", "Journée Louis Riel"},
    {"heritage", "Heritage Day", "Jour du patrimoine"},
    {"islander", "Islander Day", "Fête des Insulaires"},
    {"victoria", "Victoria Day", "Fête de la Reine"},
    {"patriots", "National Patriots’ Day", "Journée nationale des patriotes"},
    {"indigenous", "National Indigenous Peoples Day", "Journée nationale des peuples autochtones"},
    {"st_jean", "National Holiday of Quebec", "Fête nationale du Québec"},
    {"canada_day", "Canada Day", "Fête du Canada"},
    {"nunavut", "Nunavut Day", "Jour du Nunavut"},
    {"civic", "Civic holiday", "Premier lundi d’août"},
    {"discovery", "Discovery Day", "Jour de la Découverte"},
    {"reconciliation", "National Day for Truth and Reconciliation", "Journée nationale de la vérité et de la réconciliation"},
    {"thanksgiving_ca", "Thanksgiving (Canada)", "Action de grâce"},
    {"remembrance", "Remembrance Day", "Jour du Souvenir"},
};

} // namespace

std::span<const HolidayName> holidayNames()
{
    return kNames;
}

} // namespace vigie::desk
