// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of strangers: read with a cap on depth, and asked for members that may be absent, null or of another type.
// Thread: pure functions. Errors: Protocol (not JSON), TooLarge (nested too deep).
#pragma once

#include <vigie/base/result.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect {

using Json = nlohmann::json;

inline constexpr int kMaxJsonDepth = 64;

/// Read by simdjson, and by the library where that refuses (json_read.hpp).
/// Whole numbers that fit no 64-bit type are kept as text, so that an id never loses a digit. Broken UTF-8 is mended.
[[nodiscard]] Result<Json> parseJson(std::string_view body, int maxDepth = kMaxJsonDepth);

/// The member, or null when `object` is no object or has none of that name.
[[nodiscard]] const Json &at(const Json &object, std::string_view key);
/// Text of a member; empty unless it is a string.
[[nodiscard]] std::string textAt(const Json &object, std::string_view key);
/// An id: a string, or a number written out. Empty for anything else.
[[nodiscard]] std::string asId(const Json &value);
[[nodiscard]] std::string idAt(const Json &object, std::string_view key);
[[nodiscard]] bool boolAt(const Json &object, std::string_view key, bool otherwise = false);
/// A number, also when it was written as text. None for null and the rest.
[[nodiscard]] std::optional<std::int64_t> intAt(const Json &object, std::string_view key);
/// The member when it is an array, else an empty array.
[[nodiscard]] const Json &arrayAt(const Json &object, std::string_view key);
/// Compact text of `value`; never throws for broken UTF-8.
[[nodiscard]] std::string dump(const Json &value);

} // namespace vigie::connect
