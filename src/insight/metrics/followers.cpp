// SPDX-License-Identifier: GPL-3.0-or-later
// Followers of our accounts, from the snapshots that are kept once a day.
#include "insight/metrics/metric_def.hpp"

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr auto kFresh = std::chrono::hours{48};

struct Growth {
    double start = 0, end = 0;
    std::int64_t accounts = 0, stale = 0, unknown = 0;
};

/// Of the accounts that were counted before both ends.
Result<Growth> growth(const Reading &reading, const Stretch &stretch)
{
    store::Figures figures(reading.tx());
    VIGIE_TRY(const auto before, figures.followersAt(stretch.from, reading.scope().networks));
    VIGIE_TRY(const auto after, figures.followersAt(stretch.to, reading.scope().networks));
    Growth out;
    for (const auto &end : after) {
        bool found = false;
        for (const auto &start : before)
            if (start.account == end.account) {
                found = true;
                out.start += start.followers;
                out.end += end.followers;
                ++out.accounts;
                out.stale += stretch.from - start.seen > kFresh || stretch.to - end.seen > kFresh;
            }
        out.unknown += found ? 0 : 1;
    }
    return out;
}

void say(const Growth &sums, Figure &figure)
{
    figure.n = sums.accounts;
    if (sums.stale > 0)
        note(figure, Note::Kind::Stale, sums.stale);
    if (sums.unknown > 0)
        note(figure, Note::Kind::NotGiven, sums.unknown);
}

Result<void> count(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &)
{
    VIGIE_TRY(const auto counts, store::Figures(reading.tx()).followersAt(stretch.to, reading.scope().networks));
    double sum = 0;
    std::int64_t stale = 0;
    for (const auto &one : counts) {
        sum += one.followers;
        stale += stretch.to - one.seen > kFresh;
    }
    figure.n = static_cast<std::int64_t>(counts.size());
    if (!counts.empty())
        figure.value = sum;
    if (stale > 0)
        note(figure, Note::Kind::Stale, stale);
    return {};
}

Result<void> net(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &)
{
    VIGIE_TRY(const auto sums, growth(reading, stretch));
    say(sums, figure);
    if (sums.accounts > 0)
        figure.value = sums.end - sums.start;
    return {};
}

Result<void> share(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &)
{
    VIGIE_TRY(const auto sums, growth(reading, stretch));
    say(sums, figure);
    if (sums.start > 0)
        figure.value = 100 * (sums.end - sums.start) / sums.start;
    return {};
}

} // namespace

void addFollowerMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "engagement";
    to.push_back({{"followers", 1, Unit::People, family, false, Better::Up, "followers = newest count before the end, sum over our accounts", Sample::Accounts}, Behind::OwnPosts, nullptr, nullptr, count});
    to.push_back({{"follower_net", 1, Unit::People, family, true, Better::Up, "follower_net = followers at the end - at the beginning, over the accounts counted at both", Sample::Accounts}, Behind::OwnPosts, nullptr, nullptr, net});
    to.push_back({{"follower_growth", 1, Unit::Percent, family, false, Better::Up, "follower_growth = 100 follower_net / followers at the beginning", Sample::Accounts}, Behind::OwnPosts, nullptr, nullptr, share});
    needAll(to, first, {.ownPosts = true, .followers = true});
}

} // namespace vigie::insight
