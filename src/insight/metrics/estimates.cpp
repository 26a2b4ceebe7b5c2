// SPDX-License-Identifier: GPL-3.0-or-later
// Views and visits that nobody counted: estimates, said to be such, from rates and a table that a person can change.
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/estimates.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr double kDaysOfMonth = 30;

/// An estimate has no more than two figures.
double rounded(double value)
{
    if (value <= 0)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
    return unit >= 1 ? std::round(value / unit) * unit : std::round(value * 10) / 10;
}

Result<void> impressions(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    VIGIE_TRY(const auto byConnector, Estimates(reading.tx()).viewRates());
    std::vector<double> rates;
    for (const auto &source : reading.state().sources) {
        const auto found = byConnector.find(source.connector);
        rates.push_back(found == byConnector.end() ? kViewRate : found->second);
    }
    double sum = 0;
    std::int64_t known = 0, all = 0;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        ++all;
        if (const auto followers = reading.state().followersOf(chunk.author[row]); followers != kUnknownFollowers) {
            ++known;
            sum += rates[chunk.source[row]] * followers;
        }
    });
    setKnown(figure, rounded(sum), known, all);
    if (known > 0)
        note(figure, Note::Kind::Estimated, known);
    return {};
}

struct OnSite {
    std::set<std::int32_t> days;
    std::vector<ItemId> posts;
};

/// Posts of the scope that stand on a site, and their local days.
Result<OnSite> onSite(const Reading &reading, const Stretch &stretch)
{
    OnSite out;
    std::vector<Instant> times;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        times.push_back(Instant{std::chrono::seconds(chunk.second[row] + store::kItemIdEpoch)});
        out.posts.push_back(chunk.id(row));
    });
    for (const auto at : times) {
        VIGIE_TRY(const auto day, localDay(at, reading.zone()));
        out.days.insert(day);
    }
    return out;
}

/// A site counts once a day, with a thirtieth of the visits of its month. Without a table nothing is known.
Result<void> sites(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto visits, Estimates(reading.tx()).siteVisits());
    if (visits.empty())
        return {};
    double sum = 0;
    std::set<ItemId> posts; // one of a part of a site that is named as well is one
    for (const auto &[host, monthly] : visits) {
        auto scope = reading.scope();
        scope.words = (scope.words.empty() ? "" : "(" + scope.words + "\n) ") + ("site:" + host); // a comment ends with its line
        VIGIE_TRY(const auto narrowed, reading.with(scope));
        VIGIE_TRY(const auto found, onSite(narrowed, stretch));
        posts.insert(found.posts.begin(), found.posts.end());
        sum += static_cast<double>(found.days.size()) * monthly / kDaysOfMonth;
    }
    for (const auto post : posts)
        rows.take(post);
    figure.n = static_cast<std::int64_t>(posts.size());
    figure.value = rounded(sum);
    note(figure, Note::Kind::Estimated, figure.n);
    return {};
}

} // namespace

void addEstimateMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    to.push_back({{"estimated_impressions", 1, Unit::Views, "reach", false, Better::Up,
                   "estimated_impressions = sum over mentions of the followers of their authors x view rate of the network (0.05 unless set), to two figures", Sample::Rows},
                  Behind::Reached, nullptr, impressions});
    to.push_back({{"domain_reach", 1, Unit::People, "reach", false, Better::Up,
                   "domain_reach = sum over sites and days with a mention of the visits of the site in a month / 30, to two figures, from the table of visits", Sample::Rows},
                  Behind::Told, nullptr, nullptr, sites});
    needAll(to, first, {.posts = true, .people = true});
    to.back().needs.sites = true;
}

} // namespace vigie::insight
