// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/cursor.hpp"

namespace vigie::connect {

Json momentJson(const std::optional<Instant> &at)
{
    return at ? Json(toMicros(*at)) : Json(nullptr);
}

std::optional<Instant> momentIn(const Json &object, std::string_view key)
{
    const auto value = intAt(object, key);
    return value ? std::optional(fromMicros(*value)) : std::nullopt;
}

std::vector<std::string> textsIn(const Json &object, std::string_view key)
{
    std::vector<std::string> all;
    for (const auto &one : arrayAt(object, key))
        if (one.is_string())
            all.push_back(one.get<std::string>());
    return all;
}

} // namespace vigie::connect
