// SPDX-License-Identifier: GPL-3.0-or-later
// When to post: which hours of the week did better than usual in one's own history, and how sure that is.
// y = log(1 + reactions / followers) of each post of the last 16 weeks; without its linear trend and the mean of its kind; an hour of the
// week is the mean of the posts of that hour (weight 1) and of the hours beside it (1/2), shrunk to 0 by what hours differ beyond chance
// (method of moments, DerSimonian and Laird 1986). Under 20 posts nothing is said. docs/measures.md, "When to post".
// Thread: bestTimes() pure; postTimes() inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/store/own_posts.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::insight {

inline constexpr int kFewestPosts = 20, kPostWeeks = 16;

/// One post of one's own.
struct TimedPost {
    Instant at;
    double engagements = 0;                ///< likes + reposts + replies + quotes, all at the same age
    std::optional<double> followers;       ///< on that day
    std::string kind;                      ///< "text", "picture", "video", "link": compared with their like
};

/// An hour of the week on the wall of the zone.
struct HourOfWeek {
    int weekday = 0;                       ///< 0: Monday
    int hour = 0;                          ///< 0..23
    int posts = 0;                         ///< in that hour and the two beside it
    double value = 0, low = 0, high = 0;   ///< what a post there may expect, 95 %; in the unit of PostTimes
    bool distinguishable = false;          ///< the interval does not hold the usual value
};

struct PostTimes {
    int posts = 0;                         ///< that counted
    int without = 0;                       ///< left out: the network gave no count
    bool enough = false;                   ///< at least kFewestPosts
    bool rate = false;                     ///< values are shares of the followers; else reactions
    double usual = 0;
    std::vector<HourOfWeek> hours;         ///< those with posts, the best first

    [[nodiscard]] const HourOfWeek *at(int weekday, int hour) const;
};

[[nodiscard]] PostTimes bestTimes(std::span<const TimedPost> posts, const std::string &zone, Instant now);
/// Of the posts of one account, or of all, each compared with those of its own account and kind.
[[nodiscard]] PostTimes timesOf(const std::vector<store::OwnPostRow> &posts, AccountId account, const std::string &zone, Instant now);
/// The same, read.
Result<PostTimes> postTimes(store::Tx &tx, AccountId account, const std::string &zone);

} // namespace vigie::insight
