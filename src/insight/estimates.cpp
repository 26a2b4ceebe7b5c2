// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/estimates.hpp>

#include "insight/network_numbers.hpp"

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

Result<void> Estimates::setSiteVisits(const std::string &host, std::optional<double> visits)
{
    return setNamedNumber(tx_, kVisits, isHost(host) ? host : std::string(), visits);
}

} // namespace vigie::insight
