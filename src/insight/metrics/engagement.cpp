// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of our own posts: rates of sums, over the posts whose network gives both sides.
#include "insight/metrics/metric_def.hpp"

#include <algorithm>
#include <array>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Amount = std::optional<double> (*)(const store::OwnPost &);

template <std::size_t N>
std::optional<double> sumOf(const store::OwnPost &post, const std::array<std::string_view, N> &keys)
{
    std::optional<double> sum;
    for (const auto &metric : post.metrics)
        if ((metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated) && std::find(keys.begin(), keys.end(), metric.key) != keys.end())
            sum = sum.value_or(0) + metric.value;
    return sum;
}

constexpr std::array<std::string_view, 6> kReactions{"likes", "reposts", "replies", "quotes", "saves", "clicks"};
std::optional<double> engagements(const store::OwnPost &post) { return sumOf(post, kReactions); }
std::optional<double> likes(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 1>{"likes"}); }
std::optional<double> replies(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 1>{"replies"}); }
std::optional<double> shares(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 2>{"reposts", "quotes"}); }
std::optional<double> views(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 1>{"views"}); }
std::optional<double> impressions(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 1>{"impressions"}); }
std::optional<double> reach(const store::OwnPost &post) { return sumOf(post, std::array<std::string_view, 1>{"reach"}); }
std::optional<double> followers(const store::OwnPost &post) { return post.followers; }
std::optional<double> one(const store::OwnPost &) { return 1; }

/// Posts that lack one side, and since when the newest of them do.
void noteMissing(Figure &figure, const std::vector<store::OwnPost> &posts, const std::vector<bool> &given)
{
    const auto missing = std::count(given.begin(), given.end(), false);
    if (missing == 0)
        return;
    std::optional<Instant> lastGiven, since;
    for (std::size_t i = 0; i < posts.size(); ++i)
        if (given[i] && (!lastGiven || posts[i].at > *lastGiven))
            lastGiven = posts[i].at;
    for (std::size_t i = 0; lastGiven && i < posts.size(); ++i)
        if (!given[i] && posts[i].at > *lastGiven && (!since || posts[i].at < *since))
            since = posts[i].at;
    note(figure, Note::Kind::NotGiven, missing, since);
}

Result<void> rate(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Amount above, Amount below, double factor)
{
    VIGIE_TRY(const auto posts, reading.ownPosts(stretch));
    std::vector<std::pair<double, double>> pairs;
    std::vector<bool> given;
    std::int64_t stale = 0;
    for (const auto &post : posts) {
        const auto x = above(post), y = below(post);
        given.push_back(x && y && *y > 0);
        if (!given.back())
            continue;
        pairs.emplace_back(*x, *y);
        rows.take(post.item);
        stale += below == followers && post.followersStale ? 1 : 0;
    }
    setRatio(figure, sumRatio(pairs), factor, static_cast<std::int64_t>(pairs.size()));
    noteMissing(figure, posts, given);
    if (stale > 0)
        note(figure, Note::Kind::Stale, stale);
    return {};
}

Result<void> total(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Amount of)
{
    VIGIE_TRY(const auto posts, reading.ownPosts(stretch));
    std::vector<bool> given;
    double sum = 0;
    for (const auto &post : posts) {
        const auto value = of(post);
        given.push_back(value.has_value());
        sum += value.value_or(0);
        if (value)
            rows.take(post.item);
    }
    figure.n = std::count(given.begin(), given.end(), true);
    if (figure.n > 0)
        figure.value = sum;
    noteMissing(figure, posts, given);
    return {};
}

template <Amount Above, Amount Below, int Factor>
Result<void> rateOf(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    return rate(reading, stretch, figure, rows, Above, Below, Factor);
}

} // namespace

void addEngagementMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "engagement";
    const auto add = [&](const char *key, Unit unit, bool additive, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, family, additive, Better::Up, formula}, Behind::OwnPosts, nullptr, nullptr, read});
    };
    add("own_posts", Unit::Count, true, "own_posts = public posts of our accounts that answer nobody", [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) -> Result<void> {
        VIGIE_TRY(const auto posts, reading.ownPosts(stretch));
        figure.n = static_cast<std::int64_t>(posts.size());
        figure.value = static_cast<double>(figure.n);
        for (const auto &post : posts)
            rows.take(post.item);
        return {};
    });
    add("engagements", Unit::Count, true, "engagements = sum of (likes + reposts + replies + quotes + saves + clicks) of our posts as last counted",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return total(reading, stretch, figure, rows, engagements); });
    add("views", Unit::Views, true, "views = sum of the views of our posts as last counted",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return total(reading, stretch, figure, rows, views); });
    add("engagement_rate", Unit::Percent, false, "engagement_rate = 100 sum(engagements) / sum(followers on the day of each post)", rateOf<engagements, followers, 100>);
    add("engagement_rate_reach", Unit::Percent, false, "engagement_rate_reach = 100 sum(engagements) / sum(reach)", rateOf<engagements, reach, 100>);
    add("engagement_rate_impressions", Unit::Percent, false, "engagement_rate_impressions = 100 sum(engagements) / sum(impressions)", rateOf<engagements, impressions, 100>);
    add("engagement_rate_views", Unit::Percent, false, "engagement_rate_views = 100 sum(engagements) / sum(views)", rateOf<engagements, views, 100>);
    add("engagement_per_mille", Unit::PerPost, false, "engagement_per_mille = 1000 sum(engagements) / sum(followers on the day of each post): per 1000 followers and post", rateOf<engagements, followers, 1000>);
    add("conversation_rate", Unit::PerPost, false, "conversation_rate = sum(replies) / posts", rateOf<replies, one, 1>);
    add("amplification_rate", Unit::PerPost, false, "amplification_rate = sum(reposts + quotes) / posts", rateOf<shares, one, 1>);
    add("applause_rate", Unit::PerPost, false, "applause_rate = sum(likes) / posts", rateOf<likes, one, 1>);
    add("virality_rate", Unit::Percent, false, "virality_rate = 100 sum(reposts + quotes) / sum(impressions)", rateOf<shares, impressions, 100>);
    needAll(to, first, {.ownPosts = true, .followers = true});
}

} // namespace vigie::insight
