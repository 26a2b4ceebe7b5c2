// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/estimates.hpp>

#include "insight/network_numbers.hpp"

#include <vigie/text/query_node.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr NumberSetting kRates{"insight.view_rates", 0, 1, "a rate is 0 to 1"};
constexpr NumberSetting kVisits{"insight.site_visits", 0, 1e12, "a site is a host as journal.example, with visits a month from 0 on"};

/// It becomes part of a query: letters, digits, points and hyphens alone.
bool isHost(const std::string &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](char one) { return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '.' || one == '-'; });
    return plain && text.find('.') != std::string::npos && text.front() != '.' && text.front() != '-' && text.back() != '.';
}

} // namespace

std::string siteNamed(std::string_view typed)
{
    const auto blank = [](char one) { return one == ' ' || one == '\t' || one == '\n'; };
    while (!typed.empty() && blank(typed.front()))
        typed.remove_prefix(1);
    while (!typed.empty() && blank(typed.back()))
        typed.remove_suffix(1);
    auto site = text::urlKey(typed);
    site.erase(std::min(site.find_first_of("/:?#"), site.size()));
    return isHost(site) ? site : std::string();
}

Result<std::map<std::string, double>> Estimates::viewRates()
{
    return namedNumbers(tx_, kRates);
}

Result<void> Estimates::setViewRate(const std::string &connector, std::optional<double> rate)
{
    return setNamedNumber(tx_, kRates, connector, rate);
}

Result<std::map<std::string, double>> Estimates::siteVisits()
{
    return namedNumbers(tx_, kVisits);
}

Result<void> Estimates::setSiteVisits(const std::string &site, std::optional<double> visits)
{
    return setNamedNumber(tx_, kVisits, siteNamed(site), visits);
}

} // namespace vigie::insight
