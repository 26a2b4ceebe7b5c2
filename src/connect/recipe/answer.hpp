// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means before it is mapped: the recipe's own rules first, in their order, then what statuses usually say.
// Thread: pure functions. Errors: any Errc.
#pragma once

#include "connect/recipe/values.hpp"

#include <vigie/net/rate.hpp>

namespace vigie::connect::recipe {

[[nodiscard]] std::vector<ErrorRule> compileErrors(const Node &node, Compiler compiler);

/// What the answer tells of the allowance, whatever else it says; nothing where the recipe names nothing.
[[nodiscard]] net::RateHint toldLimits(const Recipe &recipe, const net::Response &response, Instant now);

struct AnswerReader {
    const Recipe &recipe;
    const Operation *operation = nullptr;  ///< its rules come before the recipe's
    const std::vector<ErrorRule> *more = nullptr; ///< of a step; before both
    bool write = false;                    ///< a plain 400 refuses the content
};
/// The JSON of a good answer; null for one without a body.
[[nodiscard]] Result<Json> readAnswer(const AnswerReader &reader, const RequestPlan &plan, const Context &context, const CallVariables &variables, const net::Response &response);

} // namespace vigie::connect::recipe
