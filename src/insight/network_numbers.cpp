// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/network_numbers.hpp"

#include <vigie/store/members.hpp>

#include <nlohmann/json.hpp>

namespace vigie::insight {

Result<NamedNumbers> namedNumbers(store::Tx &tx, const NumberSetting &setting)
{
    VIGIE_TRY(const auto kept, store::Settings(tx).get(setting.key));
    NamedNumbers out;
    const auto object = nlohmann::json::parse(kept.value_or("{}"), nullptr, false);
    if (!object.is_object())
        return fail(Errc::StorageDamaged, std::string(setting.key) + " cannot be read: set it again");
    for (const auto &[name, number] : object.items())
        if (number.is_number())
            out[name] = number.get<double>();
    return out;
}

Result<void> setNamedNumber(store::Tx &tx, const NumberSetting &setting, const std::string &name, std::optional<double> number)
{
    if (name.empty() || (number && !(*number >= setting.least && *number <= setting.most)))
        return fail(Errc::InvalidInput, std::string(setting.range) + "; nothing was changed");
    VIGIE_TRY(auto all, namedNumbers(tx, setting));
    if (number)
        all[name] = *number;
    else
        all.erase(name);
    return store::Settings(tx).set(setting.key, nlohmann::json(all).dump());
}

} // namespace vigie::insight
