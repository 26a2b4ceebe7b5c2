// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews as figures beside the others; their page has more (reviews.hpp).
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/reviews.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
using Rows = std::vector<store::ReviewRow>;

Result<Rows> reviewsOf(const Reading &reading, const Stretch &stretch)
{
    std::set<ItemId> ids; // the scope's filters know more than reviews do: queries, tags, words
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        if (chunk.kind(row) == ItemKind::Review)
            ids.insert(chunk.id(row));
    });
    if (ids.empty())
        return Rows{};
    store::ReviewScope scope;
    scope.from = stretch.from;
    scope.to = stretch.to;
    scope.networks = reading.scope().networks;
    scope.langs = reading.scope().langs;
    VIGIE_TRY(auto rows, store::Reviews(reading.tx()).read(scope));
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const store::ReviewRow &row) { return ids.count(row.item) == 0; }), rows.end());
    return rows;
}

std::vector<double> starsOf(const Rows &rows)
{
    std::vector<double> out;
    for (const auto &row : rows)
        if (row.rating)
            out.push_back(kStars * *row.rating);
    return out;
}

void tellRated(const Rows &rows, RowsTold &told)
{
    for (const auto &row : rows)
        if (row.rating)
            told.take(row.item);
}

Result<void> mean(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told)
{
    VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
    tellRated(rows, told);
    const auto stars = starsOf(rows);
    setRatio(figure, meanOf(stars), 1, static_cast<std::int64_t>(stars.size()));
    if (rows.size() > stars.size())
        note(figure, Note::Kind::NotGiven, static_cast<std::int64_t>(rows.size() - stars.size()));
    return {};
}

/// C is the mean of all reviews of the same networks and languages, whenever they were written.
Result<void> bayesian(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told)
{
    VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
    store::ReviewScope all;
    all.networks = reading.scope().networks;
    all.langs = reading.scope().langs;
    VIGIE_TRY(const auto set, store::Reviews(reading.tx()).read(all));
    const auto prior = summarise(set, stretch.to, {});
    tellRated(rows, told);
    const auto sums = summarise(rows, stretch.to, prior.mean);
    figure.n = sums.rated;
    figure.value = sums.bayesian;
    if (figure.value && figure.n == 0) // it is C itself
        note(figure, Note::Kind::Estimated, 0);
    return {};
}

Result<void> good(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told)
{
    VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
    tellRated(rows, told);
    const auto sums = summarise(rows, stretch.to, {});
    figure.n = sums.rated;
    if (sums.goodShare)
        figure.value = sums.goodShare->first;
    return {};
}

Result<void> answered(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told)
{
    VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
    constexpr auto kDay = std::chrono::hours{24};
    std::int64_t k = 0, old = 0;
    for (const auto &row : rows) {
        if (reading.tx().now() - row.publishedAt < kDay)
            continue;
        ++old;
        k += row.answeredAt.has_value();
        told.take(row.item);
    }
    setShare(figure, k, old);
    if (const auto young = static_cast<std::int64_t>(rows.size()) - old; young > 0)
        note(figure, Note::Kind::Excluded, young);
    return {};
}

/// Those not answered yet are open, as with conversations.
Result<void> answerTime(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told)
{
    VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
    Waits waits;
    for (const auto &row : rows)
        if (row.dated) {
            waits.add(std::chrono::duration<double>(row.answeredAt.value_or(reading.tx().now()) - row.publishedAt).count(), row.answeredAt.has_value(), row.publishedAt);
            told.take(row.item);
        }
    setWaitQuantile(figure, waits, 0.5);
    return {};
}

} // namespace

void addReviewMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, bool additive, Better better, const char *formula, MetricDef::OfRows read, Sample sample = Sample::Rows) {
        to.push_back({{key, 1, unit, "reviews", additive, better, formula, sample}, Behind::Told, nullptr, nullptr, read});
    };
    add("reviews", Unit::Count, true, Better::Neither, "reviews = reviews published in the period, as far as they are still there",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &told) -> Result<void> {
            VIGIE_TRY(const auto rows, reviewsOf(reading, stretch));
            setCount(figure, static_cast<std::int64_t>(rows.size()));
            for (const auto &row : rows)
                told.take(row.item);
            return {};
        });
    add("rating_mean", Unit::Stars, false, Better::Up, "rating_mean = sum of stars / ratings; scales are brought to five stars", mean);
    add("rating_bayesian", Unit::Stars, false, Better::Up, "rating_bayesian = (n R + 25 C) / (n + 25), R the mean of the period, C that of all reviews of the same networks and languages", bayesian);
    add("rating_good", Unit::Ratio, false, Better::Up, "rating_good = lower bound of Wilson's interval of the share of ratings of four stars or more", good);
    add("review_response_rate", Unit::Percent, false, Better::Up, "review_response_rate = 100 reviews with an answer of ours / reviews older than 24 h, by review", answered);
    add("review_response_median", Unit::Seconds, false, Better::Down, "review_response_median = median of first answer - review; Kaplan-Meier where more than a tenth is open", answerTime, Sample::Ended);
    needAll(to, first, {.posts = true, .reviews = true, .answers = true});
}

} // namespace vigie::insight
