// SPDX-License-Identifier: GPL-3.0-or-later
// From the request of a recipe to one that can be sent: typed encoders, parts left out, secrets kept out of sight, and
// never to a host that the recipe does not name.
// Thread: pure functions. Errors: InvalidInput (a part of the path has no value), PolicyRefused (another host).
#pragma once

#include "connect/recipe/values.hpp"

namespace vigie::connect::recipe {

/// The keys that describe a request.
#define VIGIE_RECIPE_REQUEST_KEYS \
    "get", "post", "put", "patch", "delete", "query", "form", "json", "body", "content_type", "multipart", "headers", "cost", "expect", "anonymous", "answer", "let"

[[nodiscard]] RequestPlan compileRequest(const Node &node, const Compiler &compiler);
[[nodiscard]] bool hasRequest(const Node &node);
[[nodiscard]] std::vector<Part> compileParts(const Node &node, const Compiler &compiler);

/// `media`: the file of a multipart request.
[[nodiscard]] Result<net::Request> buildRequest(const Recipe &recipe, const RequestPlan &plan, const Context &context, const CallVariables &variables,
                                                const OutboundMedia *media = nullptr);
/// An address that the network itself gave (next page): only on our hosts.
[[nodiscard]] Result<net::Request> buildLinked(const Recipe &recipe, const RequestPlan &plan, const Context &context, const CallVariables &variables, const std::string &url);
/// Which of the ways this account signed in with; null for a network without sign-in.
[[nodiscard]] const WayPlan *wayOf(const Recipe &recipe, const Credential *credential);
[[nodiscard]] bool mayAsk(const Recipe &recipe, const CallVariables &variables, const std::string &url);
/// The value of a Basic header (RFC 7617).
[[nodiscard]] Secret basicAuthorization(const Secret &user, const Secret &password);

} // namespace vigie::connect::recipe
