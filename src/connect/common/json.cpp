// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json.hpp"

#include <charconv>
#include <cmath>

namespace vigie::connect {

namespace {

const Json kNull;
const Json kNoEntries = Json::array();

} // namespace

const Json &at(const Json &object, std::string_view key)
{
    if (!object.is_object())
        return kNull;
    const auto found = object.find(key);
    return found == object.end() ? kNull : *found;
}

std::string textAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

std::string asId(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number_integer() ? value.dump() : std::string{};
}

std::string idAt(const Json &object, std::string_view key)
{
    return asId(at(object, key));
}

bool boolAt(const Json &object, std::string_view key, bool otherwise)
{
    const auto &value = at(object, key);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

std::optional<std::int64_t> intAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number > static_cast<std::uint64_t>(INT64_MAX) ? std::nullopt : std::optional(static_cast<std::int64_t>(number));
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return std::abs(number) < 9e15 ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
    }
    if (value.is_string()) {
        const auto &written = value.get_ref<const std::string &>();
        std::int64_t number = 0;
        const auto *end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, number);
        if (error == std::errc{} && stop == end && !written.empty())
            return number;
    }
    return std::nullopt;
}

const Json &arrayAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    return value.is_array() ? value : kNoEntries;
}

std::string dump(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace vigie::connect
