// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange of a fixture: is the request the one that is written there, and what is answered.
// Thread: pure functions. Errors: told as a difference with its place.
#pragma once

#include "connect/recipe/neutral.hpp"

namespace vigie::connect::recipe {

[[nodiscard]] Difference requestDifference(const Json &wanted, const net::Request &request, const std::string &pointer);
[[nodiscard]] net::Response answerOf(const Json &exchange, const net::Request &request);

} // namespace vigie::connect::recipe
