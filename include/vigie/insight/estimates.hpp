// SPDX-License-Identifier: GPL-3.0-or-later
// What estimates rest on, and a person can change: which share of an author's followers sees a post, by network, and how many visits a month
// the sites have that write of us.
// Thread: inside a store job. Errors: Storage..., InvalidInput (out of range, no name of a host).
#pragma once

#include <vigie/store/store.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::insight {

/// Of a network for which nobody said otherwise: an assumption, not a measurement.
inline constexpr double kViewRate = 0.05;

/// The site in what somebody typed or pasted: "https://www.Journal.example/une" is "journal.example", as queries name it. Empty: none is.
[[nodiscard]] std::string siteNamed(std::string_view typed);

class Estimates {
public:
    explicit Estimates(store::Tx &tx) : tx_(tx) {}
    /// By connector id, 0 to 1; only those that were set.
    Result<std::map<std::string, double>> viewRates();
    Result<void> setViewRate(const std::string &connector, std::optional<double> rate); ///< none: kViewRate
    /// Visits a month by site, as siteNamed() writes it.
    Result<std::map<std::string, double>> siteVisits();
    Result<void> setSiteVisits(const std::string &site, std::optional<double> visits);  ///< none: not known

private:
    store::Tx &tx_;
};

} // namespace vigie::insight
