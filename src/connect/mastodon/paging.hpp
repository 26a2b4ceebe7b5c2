// SPDX-License-Identifier: GPL-3.0-or-later
// Where reading goes next. The engine only loops: buildFetch(spec), parseFetch, commit items and cursor, and again with
// spec.page = nextPage until that is empty. What each turn asks for is decided here.
//
// Forward, each run:
//  1. Top: the newest page, without any cursor. It is also the overlap, in which posts that arrived late (remote posts are
//     sorted by their own date) turn up; on busy streams at most two more pages are read downwards for it.
//  2. When nothing on it is known, more came in than one page holds. Its items are left for later, so that what is stored
//     never has a hole, and reading climbs from the newest known id with min_id, oldest page first. The cursor moves with
//     every page: a crash repeats one page.
//  3. Servers that ignore min_id, or read it as since_id, give themselves away: the page holds known or already climbed
//     ids, or nothing that is not on the top page. Then reading descends from the top by the "next" link, or max_id,
//     until a known id. The cursor moves only at the end. After kDeepestDescent pages the rest is reported as capped.
// Backfill descends from the top, its cursor being the next page.
//
// Ids are opaque: they are compared for equality only. Every turn asks something else than the turn before, and every
// chain has an end, whatever the server answers.
// Thread: pure functions. Errors: PolicyRefused (a next page on another host).
#pragma once

#include "connect/mastodon/wire.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vigie::connect::mastodon {

/// What the forward cursor holds: the newest ids at the end of the last run, newest first, and the time of the newest.
struct Mark {
    std::vector<std::string> seen;
    std::optional<Instant> at;

    [[nodiscard]] bool knows(const std::string &id) const;
    [[nodiscard]] std::string text() const;
    static Mark from(const std::string &cursor); ///< an unreadable cursor is an empty one: reading starts afresh
};

/// What a page token holds.
struct Turn {
    enum class Way : std::uint8_t { Top, Overlap, Up, Down } way = Way::Top;
    std::string url;                  ///< link of the server, followed as it is; else:
    std::string id;                   ///< min_id (Up) or max_id (the others)
    std::vector<std::string> top;     ///< ids of the top page of this run, newest first
    std::vector<std::string> last;    ///< ids of the page before, to notice a server that repeats itself
    std::optional<Instant> topAt;
    bool linked = false;              ///< the server sends Link headers: none means the end
    int number = 0;

    [[nodiscard]] std::string text() const;
    static Turn from(const std::string &token);
};

/// What was found on a page: raw ids in the order of the body, whether they became items or not.
struct Found {
    std::vector<std::string> ids;
    std::vector<std::string> anchors; ///< those that may become a mark: a post dated in the future stays on top for ever
    std::optional<Instant> newest, oldest;
};

struct Step {
    std::string nextPage, cursor;
    bool reachedKnown = false, capped = false;
    bool leaveItems = false;          ///< see 2. above
};

inline constexpr int kPageSize = 40;
inline constexpr int kDeepestDescent = 50;
inline constexpr int kOverlapPages = 2;
inline constexpr std::chrono::seconds kOverlap{600};

/// "" or the query pairs of this turn (limit included), or a whole URL to follow.
struct Ask {
    std::string url;
    net::QueryPairs pairs;
};
[[nodiscard]] Ask askFor(const FetchSpec &spec);
[[nodiscard]] Result<Step> stepAfter(const Context &context, const FetchSpec &spec, const net::Response &response, const Found &found);

} // namespace vigie::connect::mastodon
