// SPDX-License-Identifier: GPL-3.0-or-later
// What the three places of reviews have in common: one answer per review, which overwrites, under the review's own name.
// Thread: pure functions. Errors: as Connector.
#pragma once

#include "connect/google/wire.hpp"

namespace vigie::connect::reviews {

/// Our answer is an item of its own: "<review>/reply".
[[nodiscard]] std::string answerKey(const std::string &review);
/// The review a native id speaks of, whether it names the review or our answer to it.
[[nodiscard]] std::string reviewIn(const std::string &nativeId);

[[nodiscard]] Item blankReview(const Context &context, std::string nativeId);
/// `answer` of ours to `review`, with its refs.
[[nodiscard]] Item blankAnswer(const Context &context, const Item &review, std::string nativeId);
void setWords(Item &item, const std::string &words);
/// Adds a review and what we answered, with their reasons.
void add(FetchPage &page, std::vector<Item> items);

/// The text to send, once it is known to fit: nothing is cut, the person is told.
[[nodiscard]] Result<std::string> checkedText(const PublishJob &job, const text::LengthProfile &profile, const char *network);
[[nodiscard]] std::string targetOf(const PublishJob &job);
/// Of the items of one review: the answer that has the words of the job.
[[nodiscard]] std::optional<OwnPost> sentAnswer(const std::vector<Item> &items, const PublishJob &job);
/// What a look for `ids` found; none at all is no review.
[[nodiscard]] Result<LookupAnswer> lookedUp(std::vector<Item> items, std::span<const std::string> ids);
/// Only words, so many of them, and addresses count as they are written.
[[nodiscard]] Limits answerLimits(int characters);
[[nodiscard]] PublishStep overwriting(net::Request request);

} // namespace vigie::connect::reviews
