// SPDX-License-Identifier: GPL-3.0-or-later
// What cursors and page tokens are made of: moments to the microsecond and lists of ids, as JSON.
// Thread: pure functions. Errors: none; what cannot be read is not there.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/base/time.hpp>

#include <vector>

namespace vigie::connect {

[[nodiscard]] Json momentJson(const std::optional<Instant> &at);
[[nodiscard]] std::optional<Instant> momentIn(const Json &object, std::string_view key);
[[nodiscard]] std::vector<std::string> textsIn(const Json &object, std::string_view key);

} // namespace vigie::connect
