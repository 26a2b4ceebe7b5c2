// SPDX-License-Identifier: GPL-3.0-or-later
// How many comments a planned post brings, and when: learnt from what one's own posts brought.
// Expected in the hour that lies `lag` hours after a post, at local hour h:  c(account) a(lag) b(h)  - a Poisson model with three factors,
// fitted by turns (iterative proportional fitting, Deming and Stephan 1940); c is the account's own comments per post, drawn to all accounts'
// by five posts' worth. Intervals are 95 %, widened by what posts differ by beyond Poisson (quasi-Poisson). docs/measures.md, "Comments to expect".
// Thread: pure. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/account.hpp>

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::insight {

inline constexpr int kLoadHours = 72;      ///< what comes later is not forecast
inline constexpr int kFewestLoadPosts = 20;

/// A post of one's own and what was said under it.
struct CommentedPost {
    AccountId account;
    Instant at;
    std::vector<Instant> comments;         ///< of others, in no order
};

struct Expected {
    double value = 0, low = 0, high = 0;   ///< comments, 95 %
};

class CommentLoad {
public:
    /// Posts whose 72 hours are not over at `now` are left out.
    static CommentLoad fit(std::span<const CommentedPost> history, const std::string &zone, Instant now);

    [[nodiscard]] bool enough() const { return posts_ >= kFewestLoadPosts; }
    [[nodiscard]] int posts() const { return posts_; }
    [[nodiscard]] int postsOf(AccountId account) const;
    /// Comments per hour in [from, from + 1 h) for a post published at `at`.
    [[nodiscard]] double rate(AccountId account, Instant at, Instant from) const;
    /// Of the first `hours` hours.
    [[nodiscard]] Expected total(AccountId account, Instant at, int hours = 24) const;
    /// Around a sum of rates.
    [[nodiscard]] Expected around(double sum) const;

private:
    [[nodiscard]] double level(AccountId account) const;

    static constexpr std::size_t kLags = 12, kHourBands = 8;
    std::string zone_;
    int posts_ = 0;
    double overall_ = 0;                   ///< comments per post
    double dispersion_ = 1;                ///< variance over mean of posts' comments, at least 1
    std::map<AccountId, std::pair<double, int>> accounts_; ///< comments, posts
    std::array<double, kLags> lag_{};      ///< comments per hour of a post of the overall level
    std::array<double, kHourBands> band_{};
    friend class LoadFit;
};

/// How far off the forecasts were: each post of the last third, forecast from those before it alone.
struct LoadBackTest {
    int posts = 0;                         ///< that were forecast; 0: too few to try
    double meanActual = 0;                 ///< comments in 24 hours
    double meanError = 0;                  ///< mean absolute error of the 24 hours' sum
    double naiveError = 0;                 ///< the same of "as many as the mean of the posts before"
    double bias = 0;                       ///< mean of forecast - actual
    double covered = 0;                    ///< share of posts inside their 95 % interval
    double hourError = 0;                  ///< mean absolute error of an hour's count over the 24 hours
    double naiveHourError = 0;             ///< the same of that mean spread evenly
};
[[nodiscard]] LoadBackTest backTest(std::span<const CommentedPost> history, const std::string &zone, Instant now);

} // namespace vigie::insight
