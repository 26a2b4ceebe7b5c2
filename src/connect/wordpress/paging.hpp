// SPDX-License-Identifier: GPL-3.0-or-later
// Where reading goes next. WordPress gives every comment its old date when it is approved late, and says of no comment when
// it was changed: neither a date nor an id is a sound cursor. So each run
//  1. reads the newest entries again (kLight of them): new ones, and changes of what is talked about now;
//  2. when none of them is known, goes on downwards by kPage until a known one, or kDeepest entries, which is said as capped;
//  3. every tenth time and the first time after an hour reads the newest kReread again instead: what was approved late,
//     edited or taken away further down.
// What was there in the last run, stands between entries that still are, and is gone, was taken out of sight.
// Pages are asked by offset, each a few entries into the one before, so that a removal between two pages hides nothing.
// Backfill descends the same way; its cursor is the offset.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/connect/connector.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::connect::wordpress {

inline constexpr int kLight = 25, kPage = 100, kPagesInto = 5;
inline constexpr int kReread = 300, kRemembered = 400, kDeepest = 5000;
inline constexpr int kRunsBetween = 9;
inline constexpr std::chrono::hours kRereadAfter{1};

/// What the forward cursor holds.
struct Mark {
    std::vector<std::string> seen;    ///< ids, newest first, as far down as they were read
    int runs = 0;                     ///< light ones since the last full one
    Instant fullAt{};

    [[nodiscard]] std::string text() const;
    static Mark from(const std::string &cursor); ///< an unreadable cursor is an empty one: reading starts afresh
};

/// What a page token holds.
struct Turn {
    int offset = 0, size = kPage, number = 0;
    bool full = false;
    std::vector<std::string> top;     ///< ids read so far in this run, newest first

    [[nodiscard]] std::string text() const;
    static Turn from(const FetchSpec &spec, Instant now);
};

/// What a page held.
struct Listing {
    std::vector<std::string> ids;     ///< of all entries that have one, in order
    int entries = 0;
    std::optional<int> total;         ///< X-WP-Total
};

struct Step {
    std::string nextPage, cursor;
    bool reachedKnown = false, capped = false;
    std::vector<std::string> vanished; ///< ids
};

[[nodiscard]] Step stepAfter(const FetchSpec &spec, const Listing &listing, Instant now);

} // namespace vigie::connect::wordpress
