// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/holiday_rules.hpp"

namespace vigie::desk {

namespace {

using When = HolidayWhen;
using Shift = HolidayShift;

constexpr HolidayRule kRules[] = {
    // country, parts, rule, month, day, weekday (1 Monday), days after; key, on weekends, from, to
    {"FR", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"FR", "", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"FR", "", When::Fixed, 5, 1, 0, 0, "labour_day"},
    {"FR", "", When::Fixed, 5, 8, 0, 0, "victory_1945"},
    {"FR", "", When::Easter, 0, 39, 0, 0, "ascension"},
    {"FR", "", When::Easter, 0, 50, 0, 0, "whit_monday"},
    {"FR", "", When::Fixed, 7, 14, 0, 0, "bastille_day"},
    {"FR", "", When::Fixed, 8, 15, 0, 0, "assumption"},
    {"FR", "", When::Fixed, 11, 1, 0, 0, "all_saints"},
    {"FR", "", When::Fixed, 11, 11, 0, 0, "armistice_1918"},
    {"FR", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"FR", "57 67 68", When::Easter, 0, -2, 0, 0, "good_friday"},
    {"FR", "57 67 68", When::Fixed, 12, 26, 0, 0, "st_stephen"},
    {"FR", "976", When::Fixed, 4, 27, 0, 0, "abolition"},
    {"FR", "972", When::Fixed, 5, 22, 0, 0, "abolition"},
    {"FR", "971", When::Fixed, 5, 27, 0, 0, "abolition"},
    {"FR", "973", When::Fixed, 6, 10, 0, 0, "abolition"},
    {"FR", "974", When::Fixed, 12, 20, 0, 0, "abolition"},
    {"BE", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"BE", "", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"BE", "", When::Fixed, 5, 1, 0, 0, "labour_day"},
    {"BE", "", When::Easter, 0, 39, 0, 0, "ascension"},
    {"BE", "", When::Easter, 0, 50, 0, 0, "whit_monday"},
    {"BE", "", When::Fixed, 7, 21, 0, 0, "national_day"},
    {"BE", "", When::Fixed, 8, 15, 0, 0, "assumption"},
    {"BE", "", When::Fixed, 11, 1, 0, 0, "all_saints"},
    {"BE", "", When::Fixed, 11, 11, 0, 0, "armistice_1918"},
    {"BE", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"LU", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"LU", "", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"LU", "", When::Fixed, 5, 1, 0, 0, "labour_day"},
    {"LU", "", When::Fixed, 5, 9, 0, 0, "europe_day", Shift::None, 2019},
    {"LU", "", When::Easter, 0, 39, 0, 0, "ascension"},
    {"LU", "", When::Easter, 0, 50, 0, 0, "whit_monday"},
    {"LU", "", When::Fixed, 6, 23, 0, 0, "national_day"},
    {"LU", "", When::Fixed, 8, 15, 0, 0, "assumption"},
    {"LU", "", When::Fixed, 11, 1, 0, 0, "all_saints"},
    {"LU", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"LU", "", When::Fixed, 12, 26, 0, 0, "st_stephen"},
    {"CH", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"CH", "AG BE FR GL JU LU OW SH SO TG VD ZG ZH", When::Fixed, 1, 2, 0, 0, "berchtold"},
    {"CH", "SZ TI UR", When::Fixed, 1, 6, 0, 0, "epiphany"},
    {"CH", "NE", When::Fixed, 3, 1, 0, 0, "republic_ne"},
    {"CH", "NW SZ TI UR VS", When::Fixed, 3, 19, 0, 0, "st_joseph"},
    {"CH", "!. TI VS", When::Easter, 0, -2, 0, 0, "good_friday"},
    {"CH", "!. NE SO VS", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"CH", "BL BS JU NE SH TG TI ZH", When::Fixed, 5, 1, 0, 0, "labour_day"},
    {"CH", "", When::Easter, 0, 39, 0, 0, "ascension"},
    {"CH", "!. NE SO VS", When::Easter, 0, 50, 0, 0, "whit_monday"},
    {"CH", "AI FR JU LU NW OW SZ TI UR VS ZG", When::Easter, 0, 60, 0, 0, "corpus_christi"},
    {"CH", "JU", When::Fixed, 6, 23, 0, 0, "independence_ju"},
    {"CH", "TI", When::Fixed, 6, 29, 0, 0, "peter_paul"},
    {"CH", "", When::Fixed, 8, 1, 0, 0, "swiss_day", Shift::None, 1994},
    {"CH", "AI FR JU LU NW OW SZ TI UR VS ZG", When::Fixed, 8, 15, 0, 0, "assumption"},
    {"CH", "GE", When::AfterNth, 9, 1, 7, 4, "geneva_fast"},
    {"CH", "VD", When::AfterNth, 9, 3, 7, 1, "fast_monday"},
    {"CH", "OW", When::Fixed, 9, 25, 0, 0, "brother_klaus"},
    {"CH", "AI FR GL JU LU NW OW SG SZ TI UR VS ZG", When::Fixed, 11, 1, 0, 0, "all_saints"},
    {"CH", "AI FR LU NW OW SZ TI UR VS ZG", When::Fixed, 12, 8, 0, 0, "immaculate"},
    {"CH", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"CH", "!. GE JU NE VD VS", When::Fixed, 12, 26, 0, 0, "st_stephen"},
    {"CH", "GE", When::Fixed, 12, 31, 0, 0, "restoration_ge"},
    {"DE", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"DE", "BW BY ST", When::Fixed, 1, 6, 0, 0, "epiphany"},
    {"DE", "BE", When::Fixed, 3, 8, 0, 0, "womens_day", Shift::None, 2019},
    {"DE", "MV", When::Fixed, 3, 8, 0, 0, "womens_day", Shift::None, 2023},
    {"DE", "", When::Easter, 0, -2, 0, 0, "good_friday"},
    {"DE", "BB", When::Easter, 0, 0, 0, 0, "easter_sunday"},
    {"DE", "", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"DE", "", When::Fixed, 5, 1, 0, 0, "labour_day"},
    {"DE", "BE", When::Fixed, 5, 8, 0, 0, "liberation", Shift::None, 2020, 2020},
    {"DE", "BE", When::Fixed, 5, 8, 0, 0, "liberation", Shift::None, 2025, 2025},
    {"DE", "", When::Easter, 0, 39, 0, 0, "ascension"},
    {"DE", "BB", When::Easter, 0, 49, 0, 0, "whit_sunday"},
    {"DE", "", When::Easter, 0, 50, 0, 0, "whit_monday"},
    {"DE", "BW BY HE NW RP SL", When::Easter, 0, 60, 0, 0, "corpus_christi"},
    {"DE", "SL", When::Fixed, 8, 15, 0, 0, "assumption"},
    {"DE", "TH", When::Fixed, 9, 20, 0, 0, "childrens_day", Shift::None, 2019},
    {"DE", "", When::Fixed, 10, 3, 0, 0, "german_unity", Shift::None, 1990},
    {"DE", "BB MV SN ST TH", When::Fixed, 10, 31, 0, 0, "reformation"},
    {"DE", ". BW BY BE HB HE HH NI NW RP SL SH", When::Fixed, 10, 31, 0, 0, "reformation", Shift::None, 2017, 2017},
    {"DE", "HB HH NI SH", When::Fixed, 10, 31, 0, 0, "reformation", Shift::None, 2018},
    {"DE", "BW BY NW RP SL", When::Fixed, 11, 1, 0, 0, "all_saints"},
    {"DE", "SN", When::OnOrBefore, 11, 22, 3, 0, "repentance"},
    {"DE", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"DE", "", When::Fixed, 12, 26, 0, 0, "st_stephen"},
};

} // namespace

std::span<const HolidayRule> holidayRules()
{
    return kRules;
}

} // namespace vigie::desk
