// SPDX-License-Identifier: GPL-3.0-or-later
// Writing by recipe: programs of one or more steps with named outputs, each saying what it may leave behind.
// Thread: pure functions. Errors: those of requests and answers; UnknownOutcome when something was made and not named.
#pragma once

#include "connect/recipe/answer.hpp"

namespace vigie::connect::recipe {

/// A step inside "steps", or an operation that is one step itself.
[[nodiscard]] StepPlan compileStep(const Node &node, const Compiler &compiler);

[[nodiscard]] std::string outgoingText(const Recipe &recipe, const Context &context, const PublishJob &job);
[[nodiscard]] Result<PublishStep> publishStep(const Recipe &recipe, const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Recipe &recipe, const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

[[nodiscard]] Result<net::Request> readBackRequest(const Recipe &recipe, const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Recipe &recipe, const Context &context, const PublishJob &job, const net::Response &response);

/// Outputs of a step by name, as variables "steps.NAME.OUT".
void keepOutputs(const StepPlan &step, const Json &root, const net::Response &response, const Variables &variables, Json &outputs);
void setOutputs(const Json &outputs, CallVariables &variables);

} // namespace vigie::connect::recipe
