// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that a person gives by name (a network, a site), kept as one setting: weights, rates, visits.
// Thread: inside a store job. Errors: Storage..., InvalidInput (no name, a number out of its range).
#pragma once

#include <vigie/store/store.hpp>

#include <map>
#include <optional>
#include <string>

namespace vigie::insight {

struct NumberSetting {
    const char *key;                  ///< of the setting
    double least = 0, most = 0;
    const char *range;                ///< in English: what is refused says it
};
using NamedNumbers = std::map<std::string, double>;

Result<NamedNumbers> namedNumbers(store::Tx &tx, const NumberSetting &setting);
/// None: as delivered.
Result<void> setNamedNumber(store::Tx &tx, const NumberSetting &setting, const std::string &name, std::optional<double> number);

} // namespace vigie::insight
