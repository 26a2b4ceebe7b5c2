// SPDX-License-Identifier: GPL-3.0-or-later
// A post of our own once it is out: its reactions beside those of its like at the same age, texts that were used already, and texts that
// could be said again, with the reasons. Medians and quartiles: quantile of type 7 (statistics.hpp).
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/store/own_posts.hpp>
#include <vigie/store/post_counts.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

/// Reactions at one age beside the other posts of the same account, of half a year, at that very age.
struct AtAge {
    int age = 0;                          ///< hours
    std::optional<Instant> readAt;
    std::optional<double> engagements;    ///< none: not given
    int others = 0;                       ///< posts with a count at that age
    double median = 0, low = 0, high = 0; ///< of the others: median and quartiles
    int better = 0;                       ///< others with fewer reactions
};
struct PostAfter {
    store::CountsOfPost series;
    std::vector<AtAge> ages;              ///< those it has reached
};
Result<PostAfter> postAfter(store::Tx &tx, ItemId item);
inline constexpr int kFewestAtAge = 5;    ///< with fewer others nothing is compared

/// Where a text was used, or is planned.
struct UsedText {
    ItemId item;                          ///< none: it is planned
    PlanId plan;
    AccountId account;
    Instant at;
    double likeness = 0;                  ///< 0..1, text/near_duplicate.hpp
    std::string text;
};
/// Of two years, and of what is planned; the newest first. `except`: the post that asks.
Result<std::vector<UsedText>> usedAlready(store::Tx &tx, const std::string &text, PlanId except, std::size_t most = 5);

/// A text that did well, says nothing of a day, and was not said for a while.
struct Evergreen {
    store::OwnPostRow post;
    double usual = 0;                     ///< median of reactions of its account
    double times = 0;                     ///< reactions over that median
    int others = 0;                       ///< posts behind the median
    int days = 0;                         ///< since it was said last
};
inline constexpr int kEvergreenDays = 30; ///< said more recently, it is not suggested
inline constexpr double kEvergreenTimes = 1.25;
/// The best first. Accounts with fewer than kFewestPosts counted posts give none.
Result<std::vector<Evergreen>> evergreens(store::Tx &tx, std::size_t most = 20);

} // namespace vigie::insight
