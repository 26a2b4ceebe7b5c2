// SPDX-License-Identifier: GPL-3.0-or-later
// Streams of a recipe, page by page. A forward run goes down from the newest entry until it meets what the last run saw
// (and a little further), a backfill goes on where it stopped; both hold for every kind of paging, by numbers, ids, cursors,
// links, windows of time or lists of ids.
// Thread: pure functions. Errors: those of requests and answers.
#pragma once

#include "connect/recipe/item_map.hpp"
#include "connect/recipe/request.hpp"

namespace vigie::connect::recipe {

[[nodiscard]] Paging compilePaging(const Node &node, const Compiler &compiler);

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Recipe &recipe, const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Recipe &recipe, const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Recipe &recipe, const Context &context, const FetchSpec &spec, const net::Response &response);

[[nodiscard]] Result<net::Request> ownRequest(const Recipe &recipe, const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Recipe &recipe, const Context &context, const std::string &page, const net::Response &response);

/// The operation of that name, or of its variants ("reply", "reply.v4"), that holds for this account.
[[nodiscard]] const Operation *operationOf(const Recipe &recipe, std::string_view name, const CallVariables &variables);

} // namespace vigie::connect::recipe
