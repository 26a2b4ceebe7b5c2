// SPDX-License-Identifier: GPL-3.0-or-later
// What expressions do to a text or a number, without knowing of scopes.
// Thread: pure functions. Errors: none; what cannot be had is absent.
#pragma once

#include "connect/recipe/expression.hpp"

namespace vigie::connect::recipe {

inline constexpr double kWholeLimit = 9.0e15; ///< beyond it a double is not exact

/// Characters, not bytes; negative places count from the end.
[[nodiscard]] Value slice(const std::string &text, std::int64_t from, std::int64_t to);
/// One of the parts, or the rest behind the first separator.
[[nodiscard]] Value split(const std::string &text, const Expression &how);
[[nodiscard]] Value toInteger(const Value &value);

} // namespace vigie::connect::recipe
