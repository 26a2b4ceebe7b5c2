// SPDX-License-Identifier: GPL-3.0-or-later
// Days that come back every year and that people talk about: sales, feasts, days of a cause. By rule (RFC 5545, or counted
// from Easter), from resources/plan/marronniers.json, where each names its source. Public holidays are desk/holidays.hpp.
// Thread: pure functions. Errors: none; an unknown country has those that all have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::plan {

struct Marronnier {
    std::int32_t day = 0;      ///< days since 1970-01-01
    int days = 1;              ///< how long it lasts
    std::string key;           ///< "black_friday"; stays the same from version to version
    std::string english, french, source;
};

/// ISO 3166 codes of the countries that have some of their own.
[[nodiscard]] const std::vector<std::string> &marronnierCountries();
/// Those that begin in [from, to), in order; the country of a region ("FR-67") counts.
[[nodiscard]] std::vector<Marronnier> marronniersBetween(std::string_view region, std::int32_t from, std::int32_t to);

} // namespace vigie::plan
