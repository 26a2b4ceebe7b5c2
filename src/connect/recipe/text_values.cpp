// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/text_values.hpp"

#include "connect/common/strings.hpp"

#include <vigie/base/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vigie::connect::recipe {

namespace {

/// Byte offset of the character with that number.
std::size_t offsetOf(std::string_view text, std::int64_t characters)
{
    std::size_t at = 0;
    while (at < text.size() && characters > 0) {
        ++at;
        while (at < text.size() && continuesUtf8(text[at]))
            ++at;
        --characters;
    }
    return at;
}

} // namespace

Value slice(const std::string &text, std::int64_t from, std::int64_t to)
{
    std::int64_t length = 0;
    for (const char c : text)
        length += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    from = std::clamp<std::int64_t>(from < 0 ? length + from : from, 0, length);
    to = std::clamp<std::int64_t>(to < 0 ? length + to : to, 0, length);
    if (from >= to)
        return {};
    const auto begin = offsetOf(text, from), end = offsetOf(text, to);
    return Value::text(text.substr(begin, end - begin));
}

Value split(const std::string &text, const Expression &how)
{
    if (how.to == 1) { // "rest"
        const auto at = text.find(how.text);
        return at == std::string::npos ? Value() : Value::text(text.substr(at + how.text.size()));
    }
    std::vector<std::string_view> parts;
    for (std::string_view rest = text;;) {
        const auto at = rest.find(how.text);
        parts.push_back(rest.substr(0, at));
        if (at == std::string_view::npos || parts.size() > 2000)
            break;
        rest = rest.substr(at + how.text.size());
    }
    const auto index = how.from < 0 ? static_cast<std::int64_t>(parts.size()) + how.from : how.from;
    if (index < 0 || index >= static_cast<std::int64_t>(parts.size()))
        return {};
    return Value::text(std::string(parts[static_cast<std::size_t>(index)]));
}

Value toInteger(const Value &value)
{
    const auto &json = value.json();
    if (json.is_number_integer())
        return value;
    if (json.is_string()) {
        const auto &written = json.get_ref<const std::string &>();
        std::int64_t number = 0;
        const auto *end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, number);
        if (error == std::errc{} && stop == end && !written.empty())
            return Value(Json(number));
    }
    const auto number = value.number();
    if (!number || std::abs(*number) > kWholeLimit)
        return {};
    return Value(Json(static_cast<std::int64_t>(*number)));
}

bool Value::truthy() const
{
    if (time_)
        return true;
    const auto &value = json();
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number())
        return value.get<double>() != 0;
    if (value.is_string())
        return !value.get_ref<const std::string &>().empty();
    return value.is_structured() && !value.empty();
}

std::string Value::text() const
{
    if (time_)
        return toRfc3339(*time_);
    const auto &value = json();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number() || value.is_boolean())
        return value.dump();
    return {};
}

std::optional<double> Value::number() const
{
    const auto &value = json();
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const std::string written(trimmed(value.get_ref<const std::string &>()));
    double number = 0;
    const auto [stop, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    return error == std::errc{} && stop == written.data() + written.size() && !written.empty() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace vigie::connect::recipe
