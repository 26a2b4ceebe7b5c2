// SPDX-License-Identifier: GPL-3.0-or-later
// What all requests to X share: prices, fields, and what its refusals mean.
// Thread: pure functions. Errors: see Errc in each comment.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <string>
#include <string_view>

namespace vigie::connect::x {

// In millionths of a dollar, as X published them in 2026.
inline constexpr std::int64_t kPostRead = 5'000, kOwnRead = 1'000, kUserRead = 10'000, kCreate = 15'000, kCreateWithLink = 200'000, kManage = 5'000, kMetadata = 5'000;

// Allowed by the lists of document 2.62; nothing else is ever asked for.
inline constexpr const char *kTweetFields = "attachments,author_id,conversation_id,created_at,entities,id,in_reply_to_user_id,lang,possibly_sensitive,public_metrics,referenced_tweets,text";
inline constexpr const char *kUserFields = "created_at,description,id,name,profile_image_url,public_metrics,username,verified,verified_type";
inline constexpr const char *kMediaFields = "alt_text,duration_ms,height,media_key,preview_image_url,type,url,width";

[[nodiscard]] std::string baseOf(const std::string &instance);
/// 1 to 19 digits. Errors: InvalidInput.
[[nodiscard]] Result<std::string> checkedId(std::string_view id);

/// `bucket` names the endpoint: X counts each on its own and says so in its headers.
[[nodiscard]] net::Request get(const Context &context, const std::string &path, const net::QueryPairs &query, const char *bucket, std::int64_t microDollars);
[[nodiscard]] net::Request send(const Context &context, net::Method method, const std::string &path, const Json &body, const char *bucket, std::int64_t microDollars);
/// The fields and expansions that every reading of posts asks for. Users are expanded only where they are not known.
[[nodiscard]] net::QueryPairs postQuery(bool withAuthors, bool withReferenced = false);

/// Our own posts and mentions are cheaper for the owner of the application, which is what the account's "app_owner" says.
[[nodiscard]] std::int64_t ownPrice(const Account &account);

[[nodiscard]] Error refusal(const Context &context, const net::Response &response);
/// The body as an object. An answer of 200 that holds errors and no data is one: its meaning is NotFound, Forbidden or Protocol.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);
[[nodiscard]] Errc meaningOfProblem(const Json &problem);

/// Longer is newer, then the greater digits.
[[nodiscard]] bool newerId(std::string_view a, std::string_view b);
/// When an id was given out.
[[nodiscard]] std::optional<Instant> timeOfId(std::string_view id);

} // namespace vigie::connect::x
