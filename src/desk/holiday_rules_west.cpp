// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/holiday_rules.hpp"

namespace vigie::desk {

namespace {

using When = HolidayWhen;
using Shift = HolidayShift;

constexpr HolidayRule kRules[] = {
    // country, parts, rule, month, day, weekday (1 Monday), days after; key, on weekends, from, to
    {"GB", "", When::Fixed, 1, 1, 0, 0, "new_year", Shift::NextFree},
    {"GB", "SCT", When::Fixed, 1, 2, 0, 0, "january_2", Shift::NextFree},
    {"GB", "NIR", When::Fixed, 3, 17, 0, 0, "st_patrick", Shift::NextFree},
    {"GB", "", When::Easter, 0, -2, 0, 0, "good_friday"},
    {"GB", "ENG WLS NIR", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"GB", "", When::Nth, 5, 1, 1, 0, "early_may", Shift::None, 0, 2019},
    {"GB", "", When::Fixed, 5, 8, 0, 0, "early_may", Shift::None, 2020, 2020},
    {"GB", "", When::Nth, 5, 1, 1, 0, "early_may", Shift::None, 2021},
    {"GB", "", When::Nth, 5, -1, 1, 0, "spring_bank", Shift::None, 2013, 2021},
    {"GB", "", When::Fixed, 6, 2, 0, 0, "spring_bank", Shift::None, 2022, 2022},
    {"GB", "", When::Nth, 5, -1, 1, 0, "spring_bank", Shift::None, 2023},
    {"GB", "", When::Nth, 5, -1, 1, 0, "spring_bank", Shift::None, 0, 2011},
    {"GB", "", When::Fixed, 6, 4, 0, 0, "spring_bank", Shift::None, 2012, 2012},
    {"GB", "", When::Fixed, 6, 5, 0, 0, "jubilee", Shift::None, 2012, 2012},
    {"GB", "", When::Fixed, 6, 3, 0, 0, "jubilee", Shift::None, 2022, 2022},
    {"GB", "", When::Fixed, 9, 19, 0, 0, "royal_funeral", Shift::None, 2022, 2022},
    {"GB", "", When::Fixed, 5, 8, 0, 0, "coronation", Shift::None, 2023, 2023},
    {"GB", "NIR", When::Fixed, 7, 12, 0, 0, "boyne", Shift::NextFree},
    {"GB", "SCT", When::Nth, 8, 1, 1, 0, "summer_bank"},
    {"GB", "ENG WLS NIR", When::Nth, 8, -1, 1, 0, "summer_bank"},
    {"GB", "SCT", When::Fixed, 11, 30, 0, 0, "st_andrew", Shift::NextFree, 2007},
    {"GB", "", When::Fixed, 12, 25, 0, 0, "christmas", Shift::NextFree},
    {"GB", "", When::Fixed, 12, 26, 0, 0, "boxing_day", Shift::NextFree},
    {"IE", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"IE", "", When::Fixed, 3, 17, 0, 0, "st_patrick"},
    {"IE", "", When::Fixed, 3, 18, 0, 0, "remembrance_ie", Shift::None, 2022, 2022},
    {"IE", "", When::Easter, 0, 1, 0, 0, "easter_monday"},
    {"IE", "", When::Nth, 5, 1, 1, 0, "may_ie"},
    {"IE", "", When::Nth, 6, 1, 1, 0, "june_ie"},
    {"IE", "", When::Nth, 8, 1, 1, 0, "august_ie"},
    {"IE", "", When::Nth, 10, -1, 1, 0, "october_ie"},
    {"IE", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"IE", "", When::Fixed, 12, 26, 0, 0, "st_stephen"},
    {"US", "", When::Fixed, 1, 1, 0, 0, "new_year", Shift::Nearest},
    {"US", "", When::Fixed, 6, 19, 0, 0, "juneteenth", Shift::Nearest, 2021},
    {"US", "", When::Fixed, 7, 4, 0, 0, "independence_us", Shift::Nearest},
    {"US", "", When::Fixed, 11, 11, 0, 0, "veterans", Shift::Nearest},
    {"US", "", When::Fixed, 12, 25, 0, 0, "christmas", Shift::Nearest},
    {"US", "", When::Nth, 1, 3, 1, 0, "mlk", Shift::None, 1986},
    {"US", "", When::Nth, 2, 3, 1, 0, "presidents"},
    {"US", "", When::Nth, 5, -1, 1, 0, "memorial_us"},
    {"US", "", When::Nth, 9, 1, 1, 0, "labor_day"},
    {"US", "", When::Nth, 10, 2, 1, 0, "columbus"},
    {"US", "", When::Nth, 11, 4, 4, 0, "thanksgiving_us"},
    {"CA", "", When::Fixed, 1, 1, 0, 0, "new_year"},
    {"CA", "AB SK ON", When::Nth, 2, 3, 1, 0, "family_day", Shift::None, 2008},
    {"CA", "NB", When::Nth, 2, 3, 1, 0, "family_day", Shift::None, 2018},
    {"CA", "BC", When::Nth, 2, 2, 1, 0, "family_day", Shift::None, 2013, 2018},
    {"CA", "BC", When::Nth, 2, 3, 1, 0, "family_day", Shift::None, 2019},
    {"CA", "MB", When::Nth, 2, 3, 1, 0, "louis_riel", Shift::None, 2008},
    {"CA", "NS", When::Nth, 2, 3, 1, 0, "heritage", Shift::None, 2015},
    {"CA", "PE", When::Nth, 2, 3, 1, 0, "islander", Shift::None, 2010},
    {"CA", "", When::Easter, 0, -2, 0, 0, "good_friday"},
    {"CA", "!NB NL NS PE QC", When::OnOrBefore, 5, 24, 1, 0, "victoria"},
    {"CA", "QC", When::OnOrBefore, 5, 24, 1, 0, "patriots"},
    {"CA", "NT YT", When::Fixed, 6, 21, 0, 0, "indigenous", Shift::None, 2017},
    {"CA", "QC", When::Fixed, 6, 24, 0, 0, "st_jean", Shift::MondayIfSunday},
    {"CA", "", When::Fixed, 7, 1, 0, 0, "canada_day", Shift::MondayIfSunday},
    {"CA", "NU", When::Fixed, 7, 9, 0, 0, "nunavut", Shift::None, 2020},
    {"CA", "BC NB SK NT NU", When::Nth, 8, 1, 1, 0, "civic"},
    {"CA", "YT", When::Nth, 8, 3, 1, 0, "discovery"},
    {"CA", "", When::Nth, 9, 1, 1, 0, "labor_day"},
    {"CA", ".", When::Fixed, 9, 30, 0, 0, "reconciliation", Shift::None, 2021},
    {"CA", "NT NU PE", When::Fixed, 9, 30, 0, 0, "reconciliation", Shift::None, 2022},
    {"CA", "BC YT", When::Fixed, 9, 30, 0, 0, "reconciliation", Shift::None, 2023},
    {"CA", "MB", When::Fixed, 9, 30, 0, 0, "reconciliation", Shift::None, 2024},
    {"CA", "!NB NL NS PE", When::Nth, 10, 2, 1, 0, "thanksgiving_ca"},
    {"CA", "!ON QC", When::Fixed, 11, 11, 0, 0, "remembrance"},
    {"CA", "", When::Fixed, 12, 25, 0, 0, "christmas"},
    {"CA", ". ON", When::Fixed, 12, 26, 0, 0, "boxing_day"},
};

} // namespace

std::span<const HolidayRule> holidayRulesWest()
{
    return kRules;
}

} // namespace vigie::desk
