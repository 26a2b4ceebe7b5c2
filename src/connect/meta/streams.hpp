// SPDX-License-Identifier: GPL-3.0-or-later
// What is read on the three networks: our posts, what is said under them, where we are named, recommendations, and on Threads what
// is said about a word.
// Thread: pure functions. Errors: InvalidInput (no such stream), as graph.hpp.
#pragma once

#include "connect/meta/graph.hpp"

namespace vigie::connect::meta {

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

[[nodiscard]] Result<net::Request> threadRequest(const Context &context, const std::string &nativeId);
[[nodiscard]] Result<ThreadAnswer> threadAnswer(const Context &context, const std::string &nativeId, const net::Response &response);
[[nodiscard]] Result<net::Request> lookupRequest(const Context &context, const std::string &nativeId);
[[nodiscard]] Result<LookupAnswer> lookupAnswer(const Context &context, std::span<const std::string> ids, const net::Response &response);

} // namespace vigie::connect::meta
