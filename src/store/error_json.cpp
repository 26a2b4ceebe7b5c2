// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error_json.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

std::optional<std::string> errorToJson(const std::optional<Error> &error)
{
    if (!error)
        return std::nullopt;
    nlohmann::json out{{"code", errcName(error->code)}, {"detail", error->detail}};
    if (error->httpStatus != 0)
        out["http"] = error->httpStatus;
    if (error->retryAfter)
        out["retry_after"] = error->retryAfter->count();
    if (error->position)
        out["position"] = *error->position;
    // The detail may quote a server: what is not UTF-8 is replaced, not refused.
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Error> errorFromJson(const std::optional<std::string> &json)
{
    if (!json)
        return std::nullopt;
    const auto parsed = nlohmann::json::parse(*json, nullptr, false);
    Error error;
    if (!parsed.is_object()) {
        error.detail = *json;
        return error;
    }
    const auto text = [&](const char *key) {
        const auto it = parsed.find(key);
        return it != parsed.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    const auto number = [&](const char *key) -> std::optional<std::int64_t> {
        const auto it = parsed.find(key);
        return it != parsed.end() && it->is_number_integer() ? std::optional(it->get<std::int64_t>()) : std::nullopt;
    };
    error.code = errcFromName(text("code"));
    error.detail = text("detail");
    error.httpStatus = static_cast<int>(number("http").value_or(0));
    if (const auto seconds = number("retry_after"))
        error.retryAfter = std::chrono::seconds(*seconds);
    if (const auto position = number("position"))
        error.position = static_cast<std::size_t>(*position);
    return error;
}

} // namespace vigie::store
