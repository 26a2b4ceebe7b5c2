// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_list.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

std::vector<std::string> textsFromJson(const std::string &json)
{
    std::vector<std::string> out;
    const auto array = nlohmann::json::parse(json, nullptr, false);
    if (array.is_array())
        for (const auto &one : array)
            if (one.is_string())
                out.push_back(one.get<std::string>());
    return out;
}

std::string textsToJson(const std::vector<std::string> &texts)
{
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace vigie::store
