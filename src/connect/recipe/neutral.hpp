// SPDX-License-Identifier: GPL-3.0-or-later
// The neutral model as JSON, in the words of recipes, for comparing with what a fixture expects.
// Thread: pure functions. Errors: none.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

namespace vigie::connect::recipe {

[[nodiscard]] Json neutral(const Item &item, const std::string &reason);
[[nodiscard]] Json neutral(const Author &author);
[[nodiscard]] Json neutral(const std::vector<MetricValue> &metrics);
[[nodiscard]] Json neutral(const WhoAmI &who);

/// Where `actual` is not what `expected` says; an empty message when it is. Objects may hold more than what is expected.
struct Difference {
    std::string pointer, message;
};
[[nodiscard]] Difference difference(const Json &expected, const Json &actual, const std::string &pointer);

} // namespace vigie::connect::recipe
