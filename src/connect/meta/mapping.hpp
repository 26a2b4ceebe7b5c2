// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, comments and recommendations of the wire, turned into items. Ids as kept: on Facebook and Threads as they are; on
// Instagram a comment is "c_" and somebody else's medium that names us "m_" before its number, because each is answered elsewhere.
// Thread: pure functions. Errors: none; what is absent, null or of another type is left out, what cannot be an item is none.
#pragma once

#include "connect/meta/graph.hpp"

#include <optional>
#include <string>

namespace vigie::connect::meta {

// Fields asked for; every reader below knows them all and needs none.
extern const char *const kPostFields, *const kCommentFields, *const kRatingFields;
extern const char *const kMediaFields, *const kMediaCommentFields, *const kThreadFields;
extern const char *const kAnyFacebookFields; ///< what posts and comments both have

struct Reading {
    const Account &account;
    Instant now;
};
[[nodiscard]] Reading reading(const Context &context, const net::Response &response);

enum class Kept : std::uint8_t { Medium, Comment, Mentioning };
struct KeptId {
    Kept kind = Kept::Medium;
    std::string id; ///< as on the wire
};
[[nodiscard]] KeptId keptId(std::string_view nativeId);
[[nodiscard]] std::string nativeIdOf(Kept kind, const std::string &id);

[[nodiscard]] std::optional<Item> facebookPost(const Json &post, const Reading &reading);
[[nodiscard]] std::optional<Item> facebookComment(const Json &comment, const std::string &post, const Reading &reading);
/// A recommendation: yes is 1, no is 0.
[[nodiscard]] std::optional<Item> facebookRating(const Json &rating, const Reading &reading);
[[nodiscard]] std::optional<Item> instagramMedium(const Json &medium, const Reading &reading, Kept kind = Kept::Medium);
[[nodiscard]] std::optional<Item> instagramComment(const Json &comment, const std::string &medium, const Reading &reading);
[[nodiscard]] std::optional<Item> threadsPost(const Json &post, const Reading &reading);

} // namespace vigie::connect::meta
