// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions, our own posts, what was said about a word in the last seven days, and conversations. History is not read backwards: it costs.
// Thread: pure functions. Errors: InvalidInput (no such stream), as wire.hpp.
#pragma once

#include "connect/x/wire.hpp"

#include <span>

namespace vigie::connect::x {

constexpr int kPageSize = 20;  ///< what is reserved of the budget for a page; more pages follow where there is more
constexpr int kLookupBatch = 100;

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

[[nodiscard]] Result<net::Request> threadRequest(const Context &context, const std::string &nativeId);
[[nodiscard]] Result<ThreadAnswer> threadAnswer(const Context &context, const net::Response &response);
[[nodiscard]] Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> ids);
[[nodiscard]] Result<LookupAnswer> lookupAnswer(const Context &context, std::span<const std::string> ids, const net::Response &response);

} // namespace vigie::connect::x
