// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

#include <vigie/insight/statistics.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr double kZ = 1.959963984540054;

store::FigureFilter filterOf(const FigureScope &scope, const Period &period)
{
    return {scope.query, period.fromDay, period.toDay, scope.networks, scope.langs.empty() ? std::string() : scope.langs.front(), scope.withoutRelays};
}

Figure figureOf(const Metric &of, const store::DayCell &sum)
{
    Figure figure{of.key, of.version, of.unit, {}, sum.total(), {}, {}};
    if (of.key == "mentions") {
        figure.value = static_cast<double>(sum.total());
        const auto bounds = poissonExact(sum.total());
        figure.interval = Interval{bounds.first, bounds.second};
    } else if (const auto net = netSentiment(sum.positive, sum.neutral, sum.negative)) {
        figure.value = net->value;
        figure.interval = Interval{net->value - kZ * net->error, net->value + kZ * net->error};
    }
    return figure;
}

Result<const Metric *> known(std::string_view key, const Period &period)
{
    if (period.length() <= 0)
        return fail(Errc::InvalidInput, "the period is empty");
    const auto *found = metric(key);
    if (!found)
        return fail(Errc::InvalidInput, "no such figure: " + std::string(key));
    return found;
}

} // namespace

Result<Figure> FigureReader::read(std::string_view key, const FigureScope &scope, const Period &period)
{
    VIGIE_TRY(const auto *of, known(key, period));
    VIGIE_TRY(const auto days, store::Figures(tx_).days(filterOf(scope, period)));
    store::DayCell sum;
    for (const auto &day : days) {
        sum.positive += day.positive;
        sum.neutral += day.neutral;
        sum.negative += day.negative;
    }
    return figureOf(*of, sum);
}

Result<Series> FigureReader::series(std::string_view key, const FigureScope &scope, const Period &period, Bucket, Split)
{
    VIGIE_TRY(const auto *of, known(key, period));
    VIGIE_TRY(const auto zone, store::Settings(tx_).get("workspace.zone"));
    VIGIE_TRY(const auto days, store::Figures(tx_).days(filterOf(scope, period)));
    Series series;
    Series::Line line;
    for (auto day = period.fromDay; day < period.toDay; ++day) {
        VIGIE_TRY(const auto start, dayStart(day, zone.value_or("UTC")));
        series.starts.push_back(start);
        const auto found = std::find_if(days.begin(), days.end(), [day](const store::DayCell &cell) { return cell.day == day; });
        line.points.push_back(figureOf(*of, found == days.end() ? store::DayCell{} : *found));
    }
    series.lines.push_back(std::move(line));
    return series;
}

Result<Change> FigureReader::compare(std::string_view key, const FigureScope &scope, const Period &period, std::optional<Period> against)
{
    Change change;
    change.period = period;
    change.against = against.value_or(previous(period));
    VIGIE_TRY(change.now, read(key, scope, period));
    VIGIE_TRY(change.before, read(key, scope, change.against));
    if (change.now.value && change.before.value)
        change.absolute = *change.now.value - *change.before.value;
    return change;
}

Result<std::vector<ItemId>> FigureReader::rows(std::string_view key, const FigureScope &scope, const Period &period, const store::SearchPage &page)
{
    VIGIE_TRY(const auto *of, known(key, period));
    (void)of;
    return store::Figures(tx_).rows(filterOf(scope, period), std::nullopt, page);
}

} // namespace vigie::insight
