// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of a site: "comments" (with those that wait, for who may approve them), "spam" and "trash" for moderators,
// "posts".
// Thread: pure functions. Errors: InvalidInput (no such stream), those of bodyOf().
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::wordpress {

/// What the account may do there, kept as a setting when it was asked who it is.
inline constexpr const char *kRole = "role";
inline constexpr const char *kModerator = "moderator"; ///< sees and judges all comments
inline constexpr const char *kWriter = "writer";       ///< writes posts, sees what waits under them
inline constexpr const char *kMember = "member";       ///< writes comments

[[nodiscard]] bool isModerator(const Account &account);
[[nodiscard]] bool seesHeld(const Account &account);

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

/// All that was said under the post of `nativeId`, newest hundred.
[[nodiscard]] Result<net::Request> threadRequest(const Context &context, const std::string &nativeId);
[[nodiscard]] Result<ThreadAnswer> thread(const Context &context, const net::Response &response);

inline constexpr int kLookupBatch = 100;
[[nodiscard]] Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> ids);
[[nodiscard]] Result<LookupAnswer> lookup(const Context &context, std::span<const std::string> ids, const net::Response &response);

} // namespace vigie::connect::wordpress
