// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/holidays.hpp>

#include <algorithm>

namespace vigie::desk {

const std::vector<HolidayRegion> &holidayRegions()
{
    static const std::vector<HolidayRegion> kRegions{
        {"FR", "France", "France"},
        {"FR-57", "France: Moselle", "France : Moselle"},
        {"FR-67", "France: Bas-Rhin", "France : Bas-Rhin"},
        {"FR-68", "France: Haut-Rhin", "France : Haut-Rhin"},
        {"FR-971", "France: Guadeloupe", "France : Guadeloupe"},
        {"FR-972", "France: Martinique", "France : Martinique"},
        {"FR-973", "France: French Guiana", "France : Guyane"},
        {"FR-974", "France: Réunion", "France : La Réunion"},
        {"FR-976", "France: Mayotte", "France : Mayotte"},
        {"BE", "Belgium", "Belgique"},
        {"LU", "Luxembourg", "Luxembourg"},
        {"CH", "Switzerland: all cantons", "Suisse : tous les cantons"},
        {"CH-AG", "Switzerland: Aargau", "Suisse : Argovie"},
        {"CH-AI", "Switzerland: Appenzell Innerrhoden", "Suisse : Appenzell Rhodes-Intérieures"},
        {"CH-AR", "Switzerland: Appenzell Ausserrhoden", "Suisse : Appenzell Rhodes-Extérieures"},
        {"CH-BE", "Switzerland: Bern", "Suisse : Berne"},
        {"CH-BL", "Switzerland: Basel-Landschaft", "Suisse : Bâle-Campagne"},
        {"CH-BS", "Switzerland: Basel-Stadt", "Suisse : Bâle-Ville"},
        {"CH-FR", "Switzerland: Fribourg", "Suisse : Fribourg"},
        {"CH-GE", "Switzerland: Geneva", "Suisse : Genève"},
        {"CH-GL", "Switzerland: Glarus", "Suisse : Glaris"},
        {"CH-GR", "Switzerland: Grisons", "Suisse : Grisons"},
        {"CH-JU", "Switzerland: Jura", "Suisse : Jura"},
        {"CH-LU", "Switzerland: Lucerne", "Suisse : Lucerne"},
        {"CH-NE", "Switzerland: Neuchâtel", "Suisse : Neuchâtel"},
        {"CH-NW", "Switzerland: Nidwalden", "Suisse : Nidwald"},
        {"CH-OW", "Switzerland: Obwalden", "Suisse : Obwald"},
        {"CH-SG", "Switzerland: St. Gallen", "Suisse : Saint-Gall"},
        {"CH-SH", "Switzerland: Schaffhausen", "Suisse : Schaffhouse"},
        {"CH-SO", "Switzerland: Solothurn", "Suisse : Soleure"},
        {"CH-SZ", "Switzerland: Schwyz", "Suisse : Schwytz"},
        {"CH-TG", "Switzerland: Thurgau", "Suisse : Thurgovie"},
        {"CH-TI", "Switzerland: Ticino", "Suisse : Tessin"},
        {"CH-UR", "Switzerland: Uri", "Suisse : Uri"},
        {"CH-VD", "Switzerland: Vaud", "Suisse : Vaud"},
        {"CH-VS", "Switzerland: Valais", "Suisse : Valais"},
        {"CH-ZG", "Switzerland: Zug", "Suisse : Zoug"},
        {"CH-ZH", "Switzerland: Zurich", "Suisse : Zurich"},
        {"CA", "Canada: federal", "Canada : fédéral"},
        {"CA-AB", "Canada: Alberta", "Canada : Alberta"},
        {"CA-BC", "Canada: British Columbia", "Canada : Colombie-Britannique"},
        {"CA-MB", "Canada: Manitoba", "Canada : Manitoba"},
        {"CA-NB", "Canada: New Brunswick", "Canada : Nouveau-Brunswick"},
        {"CA-NL", "Canada: Newfoundland and Labrador", "Canada : Terre-Neuve-et-Labrador"},
        {"CA-NS", "Canada: Nova Scotia", "Canada : Nouvelle-Écosse"},
        {"CA-NT", "Canada: Northwest Territories", "Canada : Territoires du Nord-Ouest"},
        {"CA-NU", "Canada: Nunavut", "Canada : Nunavut"},
        {"CA-ON", "Canada: Ontario", "Canada : Ontario"},
        {"CA-PE", "Canada: Prince Edward Island", "Canada : Île-du-Prince-Édouard"},
        {"CA-QC", "Canada: Quebec", "Canada : Québec"},
        {"CA-SK", "Canada: Saskatchewan", "Canada : Saskatchewan"},
        {"CA-YT", "Canada: Yukon", "Canada : Yukon"},
        {"GB", "United Kingdom: all nations", "Royaume-Uni : toutes les nations"},
        {"GB-ENG", "United Kingdom: England", "Royaume-Uni : Angleterre"},
        {"GB-WLS", "United Kingdom: Wales", "Royaume-Uni : Pays de Galles"},
        {"GB-SCT", "United Kingdom: Scotland", "Royaume-Uni : Écosse"},
        {"GB-NIR", "United Kingdom: Northern Ireland", "Royaume-Uni : Irlande du Nord"},
        {"IE", "Ireland", "Irlande"},
        {"US", "United States: federal", "États-Unis : fédéral"},
        {"DE", "Germany: all states", "Allemagne : tous les Länder"},
        {"DE-BB", "Germany: Brandenburg", "Allemagne : Brandebourg"},
        {"DE-BE", "Germany: Berlin", "Allemagne : Berlin"},
        {"DE-BW", "Germany: Baden-Württemberg", "Allemagne : Bade-Wurtemberg"},
        {"DE-BY", "Germany: Bavaria", "Allemagne : Bavière"},
        {"DE-HB", "Germany: Bremen", "Allemagne : Brême"},
        {"DE-HE", "Germany: Hesse", "Allemagne : Hesse"},
        {"DE-HH", "Germany: Hamburg", "Allemagne : Hambourg"},
        {"DE-MV", "Germany: Mecklenburg-Vorpommern", "Allemagne : Mecklembourg-Poméranie-Occidentale"},
        {"DE-NI", "Germany: Lower Saxony", "Allemagne : Basse-Saxe"},
        {"DE-NW", "Germany: North Rhine-Westphalia", "Allemagne : Rhénanie-du-Nord-Westphalie"},
        {"DE-RP", "Germany: Rhineland-Palatinate", "Allemagne : Rhénanie-Palatinat"},
        {"DE-SH", "Germany: Schleswig-Holstein", "Allemagne : Schleswig-Holstein"},
        {"DE-SL", "Germany: Saarland", "Allemagne : Sarre"},
        {"DE-SN", "Germany: Saxony", "Allemagne : Saxe"},
        {"DE-ST", "Germany: Saxony-Anhalt", "Allemagne : Saxe-Anhalt"},
        {"DE-TH", "Germany: Thuringia", "Allemagne : Thuringe"},
    };
    return kRegions;
}

const HolidayRegion *holidayRegion(std::string_view code)
{
    const auto &all = holidayRegions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const HolidayRegion &one) { return code == one.code; });
    return found != all.end() ? &*found : nullptr;
}

} // namespace vigie::desk
