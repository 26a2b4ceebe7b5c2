// SPDX-License-Identifier: GPL-3.0-or-later
// WordPress' objects as items. Addresses, mail and browsers of those who comment are neither asked for nor read, and no
// picture of theirs is: its address holds a hash of their mail address.
// Thread: pure functions. Errors: none; what cannot be read is nothing.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <optional>
#include <string>

namespace vigie::connect::wordpress {

/// What is asked of a comment and of a post. With `_embed`, a comment brings the title of its post.
inline constexpr const char *kCommentFields = "id,post,parent,author,author_name,author_url,date_gmt,content,link,status,type,_links,_embedded";
inline constexpr const char *kPostFields = "id,date_gmt,modified_gmt,link,status,title,content,author,featured_media,_links,_embedded";

[[nodiscard]] std::optional<Item> toComment(const Json &comment, const Account &account, Instant now);
[[nodiscard]] std::optional<Item> toPost(const Json &post, const Account &account, Instant now);

/// "2026-11-21T07:05:48" of a *_gmt field, which names no zone.
[[nodiscard]] std::optional<Instant> gmtAt(const Json &object, std::string_view key);
/// The other way, for date_gmt.
[[nodiscard]] std::string gmtText(Instant at);
/// Words of a field that holds HTML: {"rendered": "..."} or the text itself.
[[nodiscard]] std::string plainAt(const Json &object, std::string_view key, const Account &account);

/// "blog.example" or "example.org/blog".
[[nodiscard]] std::string siteName(const std::string &instance);
/// What WordPress calls a comment's state to ours; none for a word that is not known.
[[nodiscard]] std::optional<ItemState> commentState(std::string_view status);

} // namespace vigie::connect::wordpress
