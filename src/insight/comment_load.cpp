// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/comment_load.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::array kLagEnds{1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, kLoadHours}; ///< hours; half-open stretches
constexpr int kBandHours = 3, kRounds = 30, kFewestBefore = 10;
constexpr double kDrawn = 5;   ///< posts' worth of the overall level in each account's
constexpr double kSmooth = 0.5; ///< comments at the mean rate that each band and stretch begins with
constexpr double kZ = 1.959963984540054;
constexpr std::chrono::hours kWhole{kLoadHours};

std::size_t lagOf(double hours)
{
    for (std::size_t i = 0; i < kLagEnds.size(); ++i)
        if (hours < kLagEnds[i])
            return i;
    return kLagEnds.size() - 1;
}

double hoursBetween(Instant from, Instant to)
{
    return std::chrono::duration<double, std::ratio<3600>>(to - from).count();
}

std::size_t bandOf(Instant at, const std::string &zone)
{
    const auto wall = toWall(at, zone);
    return wall ? static_cast<std::size_t>(wall->hour / kBandHours) : 0;
}

} // namespace

/// The fit by turns: counts and exposure (hours of posts) by stretch after the post and band of the local day.
class LoadFit {
public:
    explicit LoadFit(CommentLoad &into) : into_(into) {}

    void add(const CommentedPost &post)
    {
        for (int hour = 0; hour < kLoadHours; ++hour) {
            const auto at = post.at + std::chrono::hours(hour);
            exposure_[lagOf(hour)][bandOf(at, into_.zone_)] += 1;
        }
        double sum = 0;
        for (const auto comment : post.comments) {
            const double lag = hoursBetween(post.at, comment);
            if (lag < 0 || lag >= kLoadHours)
                continue;
            counts_[lagOf(lag)][bandOf(comment, into_.zone_)] += 1;
            ++sum;
        }
        auto &[comments, posts] = into_.accounts_[post.account];
        comments += sum;
        ++posts;
        ++into_.posts_;
        sums_.emplace_back(post.account, sum);
        total_ += sum;
    }

    void finish()
    {
        if (into_.posts_ == 0)
            return;
        into_.overall_ = total_ / into_.posts_;
        into_.band_.fill(1);
        for (int round = 0; round < kRounds; ++round) {
            turnLags();
            turnBands();
        }
        disperse();
    }

private:
    [[nodiscard]] double meanRate() const { return into_.overall_ / kLoadHours; }

    void turnLags()
    {
        for (std::size_t lag = 0; lag < kLagEnds.size(); ++lag) {
            double count = kSmooth * meanRate(), weight = kSmooth;
            for (std::size_t band = 0; band < into_.band_.size(); ++band) {
                count += counts_[lag][band];
                weight += exposure_[lag][band] * into_.band_[band];
            }
            into_.lag_[lag] = count / weight;
        }
    }

    void turnBands()
    {
        double sum = 0;
        for (std::size_t band = 0; band < into_.band_.size(); ++band) {
            double count = kSmooth, expected = kSmooth;
            for (std::size_t lag = 0; lag < kLagEnds.size(); ++lag) {
                count += counts_[lag][band];
                expected += exposure_[lag][band] * into_.lag_[lag];
            }
            into_.band_[band] = count / expected;
            sum += into_.band_[band];
        }
        for (auto &band : into_.band_)
            band *= static_cast<double>(into_.band_.size()) / sum; // the level is in the lags
    }

    void disperse()
    {
        double squares = 0;
        int counted = 0;
        for (const auto &[account, sum] : sums_) {
            const double mean = into_.level(account);
            if (mean > 0) {
                squares += (sum - mean) * (sum - mean) / mean;
                ++counted;
            }
        }
        if (counted > 1)
            into_.dispersion_ = std::max(1.0, squares / (counted - 1));
    }

    CommentLoad &into_;
    double counts_[kLagEnds.size()][24 / kBandHours] = {}, exposure_[kLagEnds.size()][24 / kBandHours] = {};
    std::vector<std::pair<AccountId, double>> sums_;
    double total_ = 0;
};

CommentLoad CommentLoad::fit(std::span<const CommentedPost> history, const std::string &zone, Instant now)
{
    static_assert(kLags == kLagEnds.size() && kHourBands * kBandHours == 24);
    CommentLoad out;
    out.zone_ = zone;
    LoadFit fit(out);
    for (const auto &post : history)
        if (post.at + kWhole <= now)
            fit.add(post);
    fit.finish();
    return out;
}

int CommentLoad::postsOf(AccountId account) const
{
    const auto found = accounts_.find(account);
    return found == accounts_.end() ? 0 : found->second.second;
}

double CommentLoad::level(AccountId account) const
{
    const auto found = accounts_.find(account);
    const auto [comments, posts] = found == accounts_.end() ? std::pair<double, int>{} : found->second;
    return (comments + kDrawn * overall_) / (posts + kDrawn);
}

double CommentLoad::rate(AccountId account, Instant at, Instant from) const
{
    const double lag = hoursBetween(at, from);
    if (lag <= -1 || lag >= kLoadHours || overall_ <= 0)
        return 0;
    const double share = std::min({1.0, lag + 1, kLoadHours - lag}); // an hour of which the post sees only a part
    return share * level(account) / overall_ * lag_[lagOf(std::max(lag, 0.0))] * band_[bandOf(from, zone_)];
}

Expected CommentLoad::around(double sum) const
{
    const double spread = kZ * std::sqrt(dispersion_ * sum);
    return {sum, std::max(0.0, sum - spread), sum + spread};
}

Expected CommentLoad::total(AccountId account, Instant at, int hours) const
{
    double sum = 0;
    for (int hour = 0; hour < std::min(hours, kLoadHours); ++hour)
        sum += rate(account, at, at + std::chrono::hours(hour));
    return around(sum);
}

LoadBackTest backTest(std::span<const CommentedPost> history, const std::string &zone, Instant now)
{
    constexpr int kDay = 24;
    std::vector<CommentedPost> posts;
    for (const auto &post : history)
        if (post.at + kWhole <= now)
            posts.push_back(post);
    std::sort(posts.begin(), posts.end(), [](const CommentedPost &a, const CommentedPost &b) { return a.at < b.at; });
    LoadBackTest out;
    for (std::size_t i = posts.size() - posts.size() / 3; i < posts.size(); ++i) {
        const auto &post = posts[i];
        const auto known = CommentLoad::fit(std::span(posts).first(i), zone, post.at); // what was over before this one
        if (known.posts() < kFewestBefore)
            continue;
        std::array<double, kDay> actual{};
        double sum = 0, before = 0;
        for (const auto comment : post.comments)
            if (const double lag = hoursBetween(post.at, comment); lag >= 0 && lag < kDay) {
                actual[static_cast<std::size_t>(lag)] += 1;
                ++sum;
            }
        for (std::size_t j = 0; j < i; ++j)
            if (posts[j].at + kWhole <= post.at)
                for (const auto comment : posts[j].comments)
                    before += hoursBetween(posts[j].at, comment) >= 0 && hoursBetween(posts[j].at, comment) < kDay ? 1 : 0;
        const double naive = before / known.posts();
        const auto forecast = known.total(post.account, post.at, kDay);
        for (int hour = 0; hour < kDay; ++hour) {
            const auto at = static_cast<std::size_t>(hour);
            out.hourError += std::abs(known.rate(post.account, post.at, post.at + std::chrono::hours(hour)) - actual[at]) / kDay;
            out.naiveHourError += std::abs(naive / kDay - actual[at]) / kDay;
        }
        ++out.posts;
        out.meanActual += sum;
        out.meanError += std::abs(forecast.value - sum);
        out.naiveError += std::abs(naive - sum);
        out.bias += forecast.value - sum;
        out.covered += sum >= forecast.low && sum <= forecast.high ? 1 : 0;
    }
    if (out.posts > 0)
        for (auto *value : {&out.meanActual, &out.meanError, &out.naiveError, &out.bias, &out.covered, &out.hourError, &out.naiveHourError})
            *value /= out.posts;
    return out;
}

} // namespace vigie::insight
