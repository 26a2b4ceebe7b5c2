// SPDX-License-Identifier: GPL-3.0-or-later
// How fast reactions to our posts come: from every count that was read of them, between readings by interpolation, after the last one not at all.
#include "insight/metrics/metric_def.hpp"

#include "insight/counter_curve.hpp"

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr auto kWeek = std::chrono::hours{24 * 7}, kLongLived = std::chrono::hours{24 * 90};
using Posts = std::vector<store::PostHistory>;

Result<Posts> postsOf(const Reading &reading, const Stretch &stretch)
{
    return store::CounterHistory(reading.tx()).of(stretch.from, stretch.to, reading.scope().networks);
}

/// What the posts of the last ninety days gained on a day; none where no reading reaches its end.
std::optional<double> gainOf(const Posts &posts, const Stretch &day, std::set<ItemId> &gained)
{
    double sum = 0;
    bool read = false;
    for (const auto &post : posts) {
        const CounterCurve curve(post);
        const auto end = curve.end();
        if (!end || *end <= day.from || post.publishedAt >= day.to)
            continue;
        const auto after = curve.at(std::min(day.to, *end)), before = curve.at(day.from);
        if (!after || !before)
            continue;
        read = read || *end >= day.to;
        sum += *after - *before;
        gained.insert(post.item);
    }
    return read ? std::optional(sum) : std::nullopt;
}

/// Mean over days of what the day brought / followers at its end.
Result<void> daily(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto posts, postsOf(reading, {stretch.from - kLongLived, stretch.to}));
    VIGIE_TRY(const auto firstDay, localDay(stretch.from, reading.zone()));
    VIGIE_TRY(const auto lastDay, localDay(stretch.to - Micros{1}, reading.zone()));
    std::vector<double> shares;
    std::set<ItemId> gained;
    std::int64_t missing = 0;
    for (auto day = firstDay; day <= lastDay; ++day) {
        VIGIE_TRY(const auto from, dayStart(day, reading.zone()));
        VIGIE_TRY(const auto to, dayStart(day + 1, reading.zone()));
        if (to > stretch.to) // a day that runs has not brought what it brings
            break;
        const auto gain = gainOf(posts, {from, to}, gained);
        VIGIE_TRY(const auto counts, store::Figures(reading.tx()).followersAt(to, reading.scope().networks));
        double followers = 0;
        for (const auto &one : counts)
            followers += one.followers;
        if (gain && followers > 0)
            shares.push_back(*gain / followers);
        else
            ++missing;
    }
    setRatio(figure, meanOf(shares), 100, static_cast<std::int64_t>(shares.size()));
    for (const auto item : gained)
        rows.take(item);
    if (missing > 0)
        note(figure, Note::Kind::NotGiven, missing);
    return {};
}

/// Reactions within so many hours of the publication, a post; posts that were not read so late are left out and said.
template <int Hours>
Result<void> early(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto posts, postsOf(reading, stretch));
    std::vector<double> values;
    for (const auto &post : posts)
        if (const auto value = CounterCurve(post).at(post.publishedAt + std::chrono::hours{Hours})) {
            values.push_back(*value);
            rows.take(post.item);
        }
    setRatio(figure, meanOf(values), 1, static_cast<std::int64_t>(values.size()));
    if (posts.size() > values.size())
        note(figure, Note::Kind::NotGiven, static_cast<std::int64_t>(posts.size() - values.size()));
    return {};
}

/// Reactions of the last day of the period: what the posts had at its end, less what they had a day before.
Result<void> speed(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    constexpr auto kDay = std::chrono::hours{24};
    VIGIE_TRY(const auto posts, postsOf(reading, {stretch.to - kLongLived, stretch.to}));
    double sum = 0;
    std::int64_t unread = 0;
    for (const auto &post : posts) {
        const CounterCurve curve(post);
        const auto end = curve.end();
        // What nobody read since the day began says nothing of it; of what was read within it, the part that was read.
        const auto after = end && *end > stretch.to - kDay ? curve.at(std::min(*end, stretch.to)) : std::nullopt;
        const auto before = curve.at(stretch.to - kDay);
        if (!after || !before) {
            ++unread;
            continue;
        }
        sum += *after - *before;
        ++figure.n;
        rows.take(post.item);
    }
    if (figure.n > 0)
        figure.value = sum;
    if (unread > 0)
        note(figure, Note::Kind::NotGiven, unread);
    return {};
}

Result<void> halfLife(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto posts, postsOf(reading, stretch));
    std::vector<double> seconds;
    for (const auto &post : posts)
        if (const auto half = CounterCurve(post).half(kWeek)) {
            seconds.push_back(std::chrono::duration<double>(*half).count());
            rows.take(post.item);
        }
    const auto left = posts.size() - seconds.size();
    setQuantile(figure, std::move(seconds), 0.5);
    if (left > 0)
        note(figure, Note::Kind::NotGiven, static_cast<std::int64_t>(left));
    return {};
}

} // namespace

void addPaceMetrics(std::vector<MetricDef> &to)
{
    const auto add = [&](const char *key, Unit unit, Better better, Sample sample, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, "engagement", false, better, formula, sample}, Behind::OwnPosts, nullptr, nullptr, read});
    };
    add("engagement_rate_daily", Unit::Percent, Better::Up, Sample::Days,
        "engagement_rate_daily = 100 x mean over whole days of (reactions that came on the day to posts of the 90 days before) / followers at its end", daily);
    add("engagement_velocity", Unit::PerDay, Better::Up, Sample::Rows,
        "engagement_velocity = reactions that came in the last 24 h of the period to posts of the 90 days before, of posts that were read in these 24 h", speed);
    add("engagement_first_hour", Unit::PerPost, Better::Up, Sample::Rows, "engagement_first_hour = mean of reactions within 1 h of the publication, over the posts read at that age or later", early<1>);
    add("engagement_first_day", Unit::PerPost, Better::Up, Sample::Rows, "engagement_first_day = mean of reactions within 24 h of the publication, over the posts read at that age or later", early<24>);
    add("engagement_half_life", Unit::Seconds, Better::Neither, Sample::Rows,
        "engagement_half_life = median of the time after which a post had half of the reactions that it had after 7 days", halfLife);
}

} // namespace vigie::insight
