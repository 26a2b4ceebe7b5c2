// SPDX-License-Identifier: GPL-3.0-or-later
// What no network gives and a person entered: the worth of visits, and what people answered when they were asked how satisfied they are.
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/statistics.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/surveys.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr int kSatisfied = 4, kPromoter = 9, kDetractor = 6;

enum class Lies : std::uint8_t { Apart, Across, Within };

/// Where the days of an entry lie; of those that have not ended, what has been.
Result<Lies> liesIn(const store::GoalEntry &entry, const Stretch &stretch, const Reading &reading)
{
    VIGIE_TRY(const auto from, dayStart(entry.fromDay, reading.zone()));
    VIGIE_TRY(const auto end, dayStart(entry.toDay, reading.zone()));
    const auto to = std::min(end, reading.tx().now());
    if (to <= stretch.from || from >= stretch.to)
        return Lies::Apart;
    return from >= stretch.from && to <= stretch.to ? Lies::Within : Lies::Across;
}

/// How it was shared among the days of an entry nobody knows: one that sticks out of the period is left out, and said.
Result<void> economicValue(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &)
{
    VIGIE_TRY(const auto entries, store::Goals(reading.tx()).all());
    const auto &networks = reading.scope().networks;
    std::set<std::string> currencies;
    double worth = 0, visits = 0;
    std::int64_t across = 0;
    for (const auto &entry : entries) {
        if (!networks.empty() && std::find(networks.begin(), networks.end(), entry.network) == networks.end())
            continue;
        VIGIE_TRY(const auto lies, liesIn(entry, stretch, reading));
        across += lies == Lies::Across ? 1 : 0;
        if (lies != Lies::Within)
            continue;
        ++figure.n;
        visits += entry.visits;
        for (const auto &goal : entry.goals) {
            worth += goal.completions * goal.value;
            currencies.insert(goal.currency);
        }
    }
    if (across > 0)
        note(figure, Note::Kind::NotGiven, across);
    if (currencies.size() > 1) {
        note(figure, Note::Kind::Incomparable, static_cast<std::int64_t>(currencies.size()));
        return {};
    }
    if (visits <= 0)
        return {};
    figure.value = worth / visits;
    figure.currency = currencies.empty() ? std::string() : *currencies.begin();
    return {};
}

Result<std::vector<SurveyAnswer>> answersOf(SurveyKind kind, const Reading &reading, const Stretch &stretch, RowsTold &rows)
{
    VIGIE_TRY(auto answers, store::Surveys(reading.tx()).within(kind, stretch.from, stretch.to, reading.scope().networks));
    for (const auto &answer : answers)
        if (answer.ticket)
            rows.take(answer.ticket);
    return answers;
}

std::int64_t countOf(const std::vector<SurveyAnswer> &answers, int least, int most)
{
    return std::count_if(answers.begin(), answers.end(), [&](const SurveyAnswer &one) { return one.score >= least && one.score <= most; });
}

Result<void> satisfaction(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto answers, answersOf(SurveyKind::Csat, reading, stretch, rows));
    setShare(figure, countOf(answers, kSatisfied, 5), static_cast<std::int64_t>(answers.size()));
    return {};
}

Result<void> recommendation(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto answers, answersOf(SurveyKind::Nps, reading, stretch, rows));
    figure.n = static_cast<std::int64_t>(answers.size());
    const auto promoters = countOf(answers, kPromoter, 10), detractors = countOf(answers, 0, kDetractor);
    const auto net = netSentiment(promoters, figure.n - promoters - detractors, detractors);
    if (!net)
        return {};
    figure.value = net->value;
    figure.interval = Interval{std::max(-100.0, net->value - kNormal * net->error), std::min(100.0, net->value + kNormal * net->error)};
    if (figure.n < kSmallSample)
        note(figure, Note::Kind::SmallSample, figure.n);
    return {};
}

} // namespace

void addEnteredMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    to.push_back({{"economic_value", 1, Unit::Currency, "value", false, Better::Up,
                   "economic_value = sum(goal completions x value of one) / sum(visits), over the entries whose days are all of the period, in one currency", Sample::Entered},
                  Behind::Entered, nullptr, nullptr, economicValue});
    to.push_back({{"csat", 1, Unit::Percent, "surveys", false, Better::Up, "csat = 100 answers of 4 or 5 / answers on satisfaction (1 to 5), by answer", Sample::Surveys},
                  Behind::Entered, nullptr, nullptr, satisfaction});
    to.push_back({{"nps", 1, Unit::Points, "surveys", false, Better::Up, "nps = 100 (answers of 9 or 10 - answers of 0 to 6) / answers on recommendation (0 to 10), by answer", Sample::Surveys},
                  Behind::Entered, nullptr, nullptr, recommendation});
    needAll(to, first + 1, {.surveys = true});
    to[first].needs.goals = true;
}

} // namespace vigie::insight
