// SPDX-License-Identifier: GPL-3.0-or-later
// Reading lists of the Graph API, newest first: by `cursors.after` alone, never by the `next` address, which carries the token.
// A plain list is read down to what the last run saw. Answers hang on each of our posts: a walk goes through the recent posts, each
// with its newest answers, and then back to the posts that have more.
// Thread: pure functions. Errors: none; a page token that cannot be read begins anew.
#pragma once

#include "connect/meta/graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vigie::connect::meta {

constexpr int kPageSize = 50, kPostsPerPage = 25;
constexpr std::chrono::seconds kOverlap{600};

/// `paging.cursors.after` when there is more: a list that ends has a cursor, but no `next`.
[[nodiscard]] std::string afterOf(const Json &list);

/// The newest time seen by the last run that came to its end.
struct Mark {
    std::optional<Instant> at;
    [[nodiscard]] std::string text() const;
    static Mark from(const std::string &cursor);
    /// So old that the last run has seen it.
    [[nodiscard]] bool covers(const Item &item) const { return at && item.publishedAt <= *at; }
    [[nodiscard]] bool wellBelow(const Item &item) const { return at && item.publishedAt <= *at - kOverlap; }
};

/// A place in a list, or in a walk.
struct Turn {
    struct Left {
        std::string post, after;
    };
    std::string after;        ///< of the list, or of our posts
    std::vector<Left> left;   ///< posts with answers still to be read
    std::optional<Instant> top;
    int pages = 0, posts = 0; ///< read so far; `posts` in pages
    bool postsRead = false;

    [[nodiscard]] std::string text() const;
    static Turn from(const FetchSpec &spec);
};

/// What `page` means for a plain list, after its items are in it: fills nextPage, cursor, reachedKnown and capped.
void endOfListPage(FetchPage &page, const FetchSpec &spec, const Json &list);

/// One step of a walk: a page of posts (no post named), or more answers of one.
struct WalkAsk {
    std::string post, after;
};
[[nodiscard]] WalkAsk walkAsk(const FetchSpec &spec);
/// `answered`: posts of this page with more answers than came along, and where those begin; `postsAfter`: more posts.
void endOfWalkPage(FetchPage &page, const FetchSpec &spec, std::vector<Turn::Left> answered, const std::string &postsAfter);

} // namespace vigie::connect::meta
