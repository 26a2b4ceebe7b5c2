// SPDX-License-Identifier: GPL-3.0-or-later
// A list of texts in one column, as a JSON array.
// Thread: pure functions. Errors: none; what is no list of texts reads as empty.
#pragma once

#include <string>
#include <vector>

namespace vigie::store {

[[nodiscard]] std::vector<std::string> textsFromJson(const std::string &json);
[[nodiscard]] std::string textsToJson(const std::vector<std::string> &texts);

} // namespace vigie::store
