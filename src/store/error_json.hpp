// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as text columns.
// Thread: pure. Errors: none; what cannot be read is an Internal error with the text as its detail.
#pragma once

#include <vigie/base/error.hpp>

#include <optional>
#include <string>

namespace vigie::store {

[[nodiscard]] std::optional<std::string> errorToJson(const std::optional<Error> &error);
[[nodiscard]] std::optional<Error> errorFromJson(const std::optional<std::string> &json);

} // namespace vigie::store
