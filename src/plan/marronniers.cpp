// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/marronniers.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/base/log.hpp>
#include <vigie/plan/recurrence.hpp>
#include <vigie_embedded/marronnier_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace vigie::plan {

namespace {

using Json = nlohmann::json;

struct Rule {
    Marronnier shown;
    std::set<std::string> regions;       ///< "*": everywhere
    std::string rule;                    ///< empty: `easter` counts
    int easter = 0, shift = 0;           ///< days from Easter Sunday, and from what the rule names
    std::optional<int> unlessEaster, unlessWeekday;
    int elseShift = 0;                   ///< instead, when it falls on one of these
};

std::optional<int> number(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() ? std::optional(found->get<int>()) : std::nullopt;
}

Rule ruleFrom(const Json &json)
{
    Rule out;
    out.shown.key = json.at("key");
    out.shown.english = json.at("en");
    out.shown.french = json.at("fr");
    out.shown.source = json.at("source");
    out.shown.days = number(json, "days").value_or(1);
    for (const auto &region : json.at("regions"))
        out.regions.insert(region.get<std::string>());
    out.rule = json.value("rule", std::string());
    out.easter = number(json, "easter").value_or(0);
    out.shift = number(json, "shift").value_or(0);
    out.unlessEaster = number(json, "unless_easter");
    out.unlessWeekday = number(json, "unless_weekday");
    out.elseShift = number(json, "else_shift").value_or(0);
    return out;
}

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> out;
        try {
            for (const auto &json : Json::parse(embedded::marronnier_files.front().data))
                out.push_back(ruleFrom(json));
        } catch (const Json::exception &error) {
            log::error("plan", "the days of the year cannot be read: {}", error.what());
        }
        return out;
    }();
    return all;
}

std::optional<std::int32_t> dayOf(const Rule &rule, int year)
{
    std::optional<std::int32_t> day;
    if (rule.rule.empty()) {
        day = easterDay(year) + rule.easter;
    } else if (const auto found = occurrences(rule.rule, {year, 1, 1, 0, 0, 0}, {year, 1, 1, 0, 0, 0}, {year + 1, 1, 1, 0, 0, 0}, 1); found && !found->empty()) {
        day = civilDay(found->front()) + rule.shift;
    }
    if (!day)
        return std::nullopt;
    const bool moved = (rule.unlessEaster && *day == easterDay(year) + *rule.unlessEaster) || (rule.unlessWeekday && isoWeekday(*day) == *rule.unlessWeekday);
    return moved ? *day + rule.elseShift : *day;
}

/// A view asks for the same two years again and again.
const std::vector<Marronnier> &ofYear(const std::string &country, int year)
{
    static std::mutex mutex;
    static std::map<std::pair<std::string, int>, std::vector<Marronnier>> known;
    const std::lock_guard guard(mutex);
    const auto [entry, fresh] = known.try_emplace({country, year});
    if (!fresh)
        return entry->second;
    for (const auto &rule : rules()) {
        if (rule.regions.count("*") == 0 && rule.regions.count(country) == 0)
            continue;
        if (const auto day = dayOf(rule, year)) {
            entry->second.push_back(rule.shown);
            entry->second.back().day = *day;
        }
    }
    std::stable_sort(entry->second.begin(), entry->second.end(), [](const Marronnier &a, const Marronnier &b) { return a.day < b.day; });
    return entry->second;
}

} // namespace

const std::vector<std::string> &marronnierCountries()
{
    static const std::vector<std::string> all = [] {
        std::set<std::string> codes;
        for (const auto &rule : rules())
            codes.insert(rule.regions.begin(), rule.regions.end());
        codes.erase("*");
        return std::vector<std::string>(codes.begin(), codes.end());
    }();
    return all;
}

std::vector<Marronnier> marronniersBetween(std::string_view region, std::int32_t from, std::int32_t to)
{
    std::vector<Marronnier> out;
    if (to <= from || to - from > 20 * 366)
        return out;
    const std::string country(region.substr(0, region.find('-')));
    for (int year = wallAt(from).year; year <= wallAt(to).year; ++year)
        for (const auto &one : ofYear(country, year))
            if (one.day >= from && one.day < to)
                out.push_back(one);
    return out;
}

} // namespace vigie::plan
