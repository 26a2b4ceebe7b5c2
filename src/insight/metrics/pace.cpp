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

/// Reactions that came to a post in the last minutes of the period, or, where it was not read since, in as many before its last reading within them.
struct Gain {
    double reactions = 0;
    bool estimated = false;           ///< the readings around lie further apart than these minutes
};
std::optional<Gain> lastGain(const store::PostHistory &post, Instant to, std::chrono::minutes length)
{
    const CounterCurve curve(post);
    const auto end = curve.end();
    if (!end || *end <= to - length) // what nobody read since says nothing of these minutes
        return std::nullopt;
    const auto last = std::min(*end, to);
    const auto after = curve.at(last), before = curve.at(last - length);
    if (!after || !before)
        return std::nullopt;
    return Gain{*after - *before, curve.apart(last) > length || curve.apart(last - length) > length};
}

/// Reactions an hour, over our posts of the ninety days before.
template <int Minutes>
Result<void> speed(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    constexpr auto kLength = std::chrono::minutes{Minutes};
    constexpr double kAnHour = 60;
    VIGIE_TRY(const auto posts, postsOf(reading, {stretch.to - kLongLived, stretch.to}));
    double sum = 0;
    std::int64_t estimated = 0;
    for (const auto &post : posts) {
        const auto gain = lastGain(post, stretch.to, kLength);
        if (!gain)
            continue;
        sum += gain->reactions;
        estimated += gain->estimated ? 1 : 0;
        ++figure.n;
        rows.take(post.item);
    }
    if (figure.n > 0)
        figure.value = sum * kAnHour / Minutes;
    if (const auto unread = static_cast<std::int64_t>(posts.size()) - figure.n; unread > 0)
        note(figure, Note::Kind::NotGiven, unread);
    if (estimated > 0)
        note(figure, Note::Kind::Estimated, estimated);
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
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, Better better, Sample sample, const char *formula, MetricDef::OfRows read) {
        const int version = std::string_view(key) == "engagement_velocity" ? 2 : 1; // 1 was of as much of the day as had been read
        to.push_back({{key, version, unit, "engagement", false, better, formula, sample}, Behind::OwnPosts, nullptr, nullptr, read});
    };
    add("engagement_rate_daily", Unit::Percent, Better::Up, Sample::Days,
        "engagement_rate_daily = 100 x mean over whole days of (reactions that came on the day to posts of the 90 days before) / followers at its end", daily);
    add("engagement_velocity_quarter", Unit::PerHour, Better::Up, Sample::Rows,
        "engagement_velocity_quarter = 4 x reactions that came to posts of the 90 days before in the last 15 min of the period, or of 15 min that end with their last reading within these", speed<15>);
    add("engagement_velocity_hour", Unit::PerHour, Better::Up, Sample::Rows,
        "engagement_velocity_hour = reactions that came to posts of the 90 days before in the last hour of the period, or of an hour that ends with their last reading within it", speed<60>);
    add("engagement_velocity", Unit::PerHour, Better::Up, Sample::Rows,
        "engagement_velocity = reactions that came to posts of the 90 days before in the last 24 h of the period, or of 24 h that end with their last reading within these / 24", speed<24 * 60>);
    add("engagement_first_hour", Unit::PerPost, Better::Up, Sample::Rows, "engagement_first_hour = mean of reactions within 1 h of the publication, over the posts read at that age or later", early<1>);
    add("engagement_first_day", Unit::PerPost, Better::Up, Sample::Rows, "engagement_first_day = mean of reactions within 24 h of the publication, over the posts read at that age or later", early<24>);
    add("engagement_half_life", Unit::Seconds, Better::Neither, Sample::Rows,
        "engagement_half_life = median of the time after which a post had half of the reactions that it had after 7 days", halfLife);
    needAll(to, first, {.ownPosts = true, .followers = true, .readings = true});
}

} // namespace vigie::insight
