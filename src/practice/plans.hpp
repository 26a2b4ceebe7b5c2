// SPDX-License-Identifier: GPL-3.0-or-later
// What the practice workspace begins with: posts of the calendar, answers of the library.
// Thread: pure. Errors: none; an entry that cannot be read is left out.
#pragma once

#include "practice/json_views.hpp"

#include <vigie/practice/server.hpp>

namespace vigie::practice {

[[nodiscard]] std::vector<FirstPlan> readPlans(const Json &script);
[[nodiscard]] std::vector<FirstAnswer> readAnswers(const Json &script);

} // namespace vigie::practice
