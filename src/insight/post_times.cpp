// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/post_times.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace vigie::insight {

namespace {

constexpr int kHours = 24, kDays = 7, kSlots = kHours * kDays;
constexpr int kFewestRepeats = 10; ///< posts beyond the first of their hour: with fewer nobody knows what one hour's posts differ by
constexpr int kFewestToTell = 3;   ///< posts in an hour and beside it, before it is told apart
constexpr double kBeside = 0.5, kZ = 1.959963984540054;

struct Observation {
    int slot = 0;
    double day = 0; ///< since the first
    double y = 0;   ///< in the end: what trend and kind do not explain
};

std::optional<int> slotOf(Instant at, const std::string &zone)
{
    const auto wall = toWall(at, zone);
    const auto day = localDay(at, zone);
    if (!wall || !day)
        return std::nullopt;
    const int weekday = ((*day + 3) % kDays + kDays) % kDays; // 1970-01-01 was a Thursday
    return weekday * kHours + wall->hour;
}

/// Least squares; of few days the trend is noise and stays in.
void removeTrend(std::vector<Observation> &all)
{
    const double n = static_cast<double>(all.size());
    double x = 0, y = 0, xx = 0, xy = 0;
    for (const auto &one : all) {
        x += one.day;
        y += one.y;
        xx += one.day * one.day;
        xy += one.day * one.y;
    }
    const double spread = xx - x * x / n;
    const double slope = spread > 1e-9 ? (xy - x * y / n) / spread : 0;
    for (auto &one : all)
        one.y -= y / n + slope * (one.day - x / n);
}

void removeKinds(std::vector<Observation> &all, std::span<const std::string> kinds)
{
    std::map<std::string, std::pair<double, int>> sums;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto &[sum, n] = sums[kinds[i]];
        sum += all[i].y;
        ++n;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto &[sum, n] = sums[kinds[i]];
        all[i].y -= sum / n;
    }
}

struct Spread {
    double within = 0, between = 0; ///< variances
};

/// What posts of one hour differ by among themselves, and hours beyond that.
Spread spreadOf(const std::vector<Observation> &all)
{
    std::array<double, kSlots> sum{};
    std::array<int, kSlots> n{};
    double squares = 0;
    for (const auto &one : all) {
        sum[static_cast<std::size_t>(one.slot)] += one.y;
        ++n[static_cast<std::size_t>(one.slot)];
        squares += one.y * one.y;
    }
    double ofMeans = 0, weights = 0;
    int used = 0;
    for (std::size_t slot = 0; slot < kSlots; ++slot)
        if (n[slot] > 0) {
            ofMeans += sum[slot] * sum[slot] / n[slot];
            weights += static_cast<double>(n[slot]) * n[slot];
            ++used;
        }
    const double total = static_cast<double>(all.size());
    const double inside = total - used;
    if (inside < kFewestRepeats)
        return {squares / total, 0}; // all of it may be noise
    Spread out;
    out.within = (squares - ofMeans) / inside;
    const double scale = total - weights / total;
    out.between = scale > 0 ? std::max(0.0, (ofMeans - (used - 1) * out.within) / scale) : 0;
    return out;
}

struct Slot {
    double sum = 0, weight = 0;
    int posts = 0;
};

std::array<Slot, kSlots> gathered(const std::vector<Observation> &all)
{
    std::array<Slot, kSlots> out{};
    for (const auto &one : all)
        for (const int beside : {-1, 0, 1}) {
            auto &slot = out[static_cast<std::size_t>((one.slot + beside + kSlots) % kSlots)];
            const double weight = beside == 0 ? 1 : kBeside;
            slot.sum += weight * one.y;
            slot.weight += weight;
            ++slot.posts;
        }
    return out;
}

} // namespace

const HourOfWeek *PostTimes::at(int weekday, int hour) const
{
    const auto found = std::find_if(hours.begin(), hours.end(), [&](const HourOfWeek &one) { return one.weekday == weekday && one.hour == hour; });
    return found == hours.end() ? nullptr : &*found;
}

PostTimes bestTimes(std::span<const TimedPost> posts, const std::string &zone, Instant now)
{
    PostTimes out;
    const auto since = now - std::chrono::hours(24 * 7 * kPostWeeks);
    std::vector<const TimedPost *> used;
    for (const auto &post : posts)
        if (post.at >= since && post.at < now)
            used.push_back(&post);
    out.rate = !used.empty() && std::all_of(used.begin(), used.end(), [](const TimedPost *post) { return post->followers && *post->followers > 0; });
    std::vector<Observation> all;
    std::vector<std::string> kinds;
    double sum = 0;
    for (const auto *post : used) {
        const auto slot = slotOf(post->at, zone);
        if (!slot)
            continue;
        const double y = std::log1p(out.rate ? post->engagements / *post->followers : post->engagements);
        all.push_back({*slot, std::chrono::duration<double, std::ratio<86400>>(post->at - since).count(), y});
        kinds.push_back(post->kind);
        sum += y;
    }
    out.posts = static_cast<int>(all.size());
    out.enough = out.posts >= kFewestPosts;
    if (all.empty())
        return out;
    const double mean = sum / static_cast<double>(all.size());
    out.usual = std::expm1(mean);
    if (!out.enough)
        return out;
    removeTrend(all);
    removeKinds(all, kinds);
    const auto spread = spreadOf(all);
    const auto slots = gathered(all);
    for (int slot = 0; slot < kSlots; ++slot) {
        const auto &one = slots[static_cast<std::size_t>(slot)];
        if (one.posts == 0)
            continue;
        // Without a difference between hours every hour is as usual, within what posts differ by anyway.
        const double prior = spread.between > 0 ? spread.within / spread.between : 0;
        const double effect = spread.between > 0 ? one.sum / (one.weight + prior) : 0;
        const double error = std::sqrt(spread.between > 0 ? spread.within / (one.weight + prior) : spread.within / one.weight);
        HourOfWeek hour{slot / kHours, slot % kHours, one.posts, std::expm1(mean + effect), std::max(0.0, std::expm1(mean + effect - kZ * error)),
                        std::expm1(mean + effect + kZ * error), spread.between > 0 && one.posts >= kFewestToTell && std::abs(effect) > kZ * error};
        out.hours.push_back(hour);
    }
    std::stable_sort(out.hours.begin(), out.hours.end(), [](const HourOfWeek &a, const HourOfWeek &b) { return a.low != b.low ? a.low > b.low : a.value > b.value; });
    return out;
}

PostTimes timesOf(const std::vector<store::OwnPostRow> &posts, AccountId account, const std::string &zone, Instant now)
{
    constexpr std::chrono::hours kRipe{24 * kDays}, kSpan{24 * kDays * kPostWeeks};
    std::vector<TimedPost> timed;
    int without = 0;
    for (const auto &post : posts) {
        if ((account && post.account != account) || post.at < now - kSpan)
            continue;
        if (post.engagements)
            timed.push_back({post.at, *post.engagements, post.followers, std::to_string(post.account.value) + ' ' + post.kind});
        else if (post.at + kRipe <= now)
            ++without; // a younger one only waits for its week
    }
    auto out = bestTimes(timed, zone, now);
    out.without = without;
    return out;
}

Result<PostTimes> postTimes(store::Tx &tx, AccountId account, const std::string &zone)
{
    VIGIE_TRY(const auto posts, store::OwnPosts(tx).published(tx.now() - std::chrono::hours(24 * kDays * kPostWeeks), tx.now()));
    return timesOf(posts, account, zone, tx.now());
}

} // namespace vigie::insight
