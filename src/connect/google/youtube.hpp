// SPDX-License-Identifier: GPL-3.0-or-later
// YouTube Data API v3: comments of our channel and of videos named, videos that speak of us, answers and moderation.
// Thread: pure functions. Errors: as Connector.
#pragma once

#include "connect/google/wire.hpp"

namespace vigie::connect::youtube {

inline constexpr std::string_view kHost = "https://youtube.googleapis.com";
inline constexpr const char *kScope = "https://www.googleapis.com/auth/youtube.force-ssl";
inline constexpr int kPageSize = 100, kSearchPageSize = 50, kLookupBatch = 50;
inline constexpr int kReadUnits = 1, kWriteUnits = 50;

[[nodiscard]] net::Request read(const Context &context, const char *what, const net::QueryPairs &query);
[[nodiscard]] net::Request write(const Context &context, net::Method method, const char *what, const net::QueryPairs &query, const Json *body);
/// Comments one can answer are the first ones: the id of an answer begins with that of the comment it stands under.
[[nodiscard]] std::string topLevel(const std::string &commentId);
/// Videos live beside comments under a name of their own.
[[nodiscard]] std::string videoKey(const std::string &videoId);
[[nodiscard]] std::optional<std::string> videoIn(std::string_view nativeId);
/// "dQw4w9WgXcQ" of a typed id or address.
[[nodiscard]] std::string videoIdOf(std::string_view typed);

// mapping
[[nodiscard]] std::optional<Item> toComment(const Context &context, const Json &comment, ItemState otherwise = ItemState::Visible);
[[nodiscard]] std::optional<Item> toVideo(const Context &context, const Json &video, bool fromSearch);
[[nodiscard]] WhoAmI toChannel(const Context &context, const Json &channel);

// streams
[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

// publish
[[nodiscard]] std::string outgoingText(const PublishJob &job);
[[nodiscard]] Result<PublishStep> publishStep(const Context &context, const PublishJob &job);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const net::Response &response);

/// Where an answer of unknown outcome stands if it arrived: under its thread, or under the video.
[[nodiscard]] Result<net::Request> readBackRequest(const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response);

[[nodiscard]] Capabilities bestCapabilities();

} // namespace vigie::connect::youtube
