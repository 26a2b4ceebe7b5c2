// SPDX-License-Identifier: GPL-3.0-or-later
// People and what they do: an act is a post of theirs that counts as a mention of the scope. Our own accounts are none of them.
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr int kMonth = 30;
constexpr auto kDayToAnswer = std::chrono::hours{24};

/// Mean over days of people active on the day / people active in the 30 days that end with it.
Result<void> stickiness(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto firstDay, localDay(stretch.from, reading.zone()));
    VIGIE_TRY(const auto lastDay, localDay(stretch.to - Micros{1}, reading.zone()));
    std::vector<std::int32_t> starts; // of the days from a month before on, in seconds of the columns
    for (auto day = firstDay - kMonth + 1; day <= lastDay + 1; ++day) {
        VIGIE_TRY(const auto start, dayStart(day, reading.zone()));
        starts.push_back(columnSecond(start));
    }
    VIGIE_TRY(const auto from, dayStart(firstDay - kMonth + 1, reading.zone()));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> active; // author, day
    reading.scan({from, stretch.to}, [&](const PostColumns &chunk, std::size_t row) {
        const auto day = std::upper_bound(starts.begin(), starts.end(), chunk.second[row]) - starts.begin() - 1;
        if (chunk.author[row] == 0)
            return;
        active.emplace_back(chunk.author[row], static_cast<std::uint32_t>(day));
        rows.take(chunk.id(row));
    });
    std::sort(active.begin(), active.end());
    active.erase(std::unique(active.begin(), active.end()), active.end());
    // Whoever was active on a day is of the month of that day and of the 29 days after it; what overlaps counts once.
    const auto days = starts.size() - 1;
    std::vector<std::int64_t> daily(days, 0), step(days + 1, 0);
    for (std::size_t i = 0; i < active.size(); ++i) {
        const auto [author, day] = active[i];
        ++daily[day];
        const bool again = i > 0 && active[i - 1].first == author && day < active[i - 1].second + kMonth;
        const auto begin = again ? active[i - 1].second + kMonth : day;
        step[std::min<std::size_t>(begin, days)] += 1;
        step[std::min<std::size_t>(day + kMonth, days)] -= 1;
    }
    std::vector<double> shares;
    std::int64_t monthly = 0;
    for (std::size_t day = 0; day < days; ++day) {
        monthly += step[day];
        if (day >= static_cast<std::size_t>(kMonth - 1) && monthly > 0)
            shares.push_back(static_cast<double>(daily[day]) / static_cast<double>(monthly));
    }
    setRatio(figure, meanOf(shares), 100, static_cast<std::int64_t>(shares.size()));
    return {};
}

/// Share of the acts by people ranked [from, to) of all, by how much they do.
Result<void> participation(const Reading &reading, const Stretch &stretch, Figure &figure, double from, double to)
{
    const auto people = reading.authors(stretch);
    const auto n = static_cast<double>(people.size());
    std::int64_t all = 0, part = 0;
    const auto first = static_cast<std::size_t>(std::ceil(from * n)), last = static_cast<std::size_t>(std::ceil(to * n));
    for (std::size_t rank = 0; rank < people.size(); ++rank) {
        all += people[rank].posts;
        if (rank >= first && rank < last)
            part += people[rank].posts;
    }
    figure.n = static_cast<std::int64_t>(people.size());
    if (all > 0)
        figure.value = 100 * static_cast<double>(part) / static_cast<double>(all);
    if (all > 0 && figure.n < 100) // one in a hundred of fewer than a hundred is one person
        note(figure, Note::Kind::SmallSample, figure.n);
    return {};
}

/// Gini coefficient of acts a person, among those who act.
Result<void> gini(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    const auto people = reading.authors(stretch); // most first
    const auto n = static_cast<double>(people.size());
    double all = 0, ranked = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        all += static_cast<double>(people[i].posts);
        ranked += (n - static_cast<double>(i)) * static_cast<double>(people[i].posts);
    }
    figure.n = static_cast<std::int64_t>(people.size());
    if (all > 0)
        figure.value = 2 * ranked / (n * all) - (n + 1) / n;
    return {};
}

/// Fewest people who make at least 51 % of the acts.
Result<void> dependency(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    const auto people = reading.authors(stretch);
    std::int64_t all = 0, sum = 0, k = 0;
    for (const auto &person : people)
        all += person.posts;
    figure.n = static_cast<std::int64_t>(people.size());
    if (all == 0)
        return {};
    for (const auto &person : people) {
        sum += person.posts;
        ++k;
        if (100 * sum >= 51 * all)
            break;
    }
    figure.value = static_cast<double>(k);
    return {};
}

/// Of the people of the stretch before, of the same length, those who were active again.
Result<void> retention(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    const Stretch earlier{stretch.from - (stretch.to - stretch.from), stretch.from};
    const auto before = reading.authors(earlier);
    if (rows.asked)
        reading.scan(earlier, [&](const PostColumns &chunk, std::size_t row) {
            if (chunk.author[row] != 0)
                rows.take(chunk.id(row));
        });
    std::vector<std::uint32_t> now;
    for (const auto &author : reading.authors(stretch))
        now.push_back(author.author);
    std::sort(now.begin(), now.end());
    const auto stayed = std::count_if(before.begin(), before.end(), [&](const AuthorPosts &one) { return std::binary_search(now.begin(), now.end(), one.author); });
    setShare(figure, stayed, static_cast<std::int64_t>(before.size()));
    return {};
}

using Questions = std::vector<std::pair<Instant, store::AnswerTimes>>; ///< with the time they were asked at

Result<Questions> questions(const Reading &reading, const Stretch &stretch)
{
    std::vector<ItemId> ids;
    std::vector<Instant> at;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        if (chunk.kind(row) != ItemKind::Question)
            return;
        ids.push_back(chunk.id(row));
        at.push_back(Instant(std::chrono::seconds(chunk.second[row] + store::kItemIdEpoch)));
    });
    VIGIE_TRY(const auto answers, store::Figures(reading.tx()).answersTo(ids));
    Questions out;
    for (std::size_t i = 0; i < answers.size(); ++i)
        out.emplace_back(at[i], answers[i]);
    return out;
}

Result<void> answered(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto all, questions(reading, stretch));
    std::int64_t k = 0, n = 0, young = 0;
    for (const auto &[at, answer] : all) {
        if (reading.tx().now() - at < kDayToAnswer) {
            ++young;
            continue;
        }
        ++n;
        k += answer.first.has_value();
        rows.take(answer.question);
    }
    setShare(figure, k, n);
    if (young > 0)
        note(figure, Note::Kind::Excluded, young);
    return {};
}

Result<void> answeredByPeers(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto all, questions(reading, stretch));
    std::int64_t k = 0, n = 0;
    for (const auto &[at, answer] : all)
        if (answer.first) {
            ++n;
            k += answer.firstByPeer == answer.first;
            rows.take(answer.question);
        }
    setShare(figure, k, n);
    return {};
}

Result<void> peerTime(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto all, questions(reading, stretch));
    Waits waits;
    for (const auto &[at, answer] : all) {
        waits.add(std::chrono::duration<double>(answer.firstByPeer.value_or(reading.tx().now()) - at).count(), answer.firstByPeer.has_value(), at);
        rows.take(answer.question);
    }
    setWaitQuantile(figure, waits, 0.5);
    return {};
}

} // namespace

void addCommunityMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, Better better, const char *formula, MetricDef::OfPosts read) {
        to.push_back({{key, 1, unit, "community", false, better, formula, Sample::People}, Behind::Authored, nullptr, read});
    };
    const auto tell = [&](const char *key, Unit unit, Better better, Sample sample, const char *formula, MetricDef::OfRows read, std::chrono::hours lookBack = {}) {
        to.push_back({{key, 1, unit, "community", false, better, formula, sample}, Behind::Told, nullptr, nullptr, read, lookBack});
    };
    add("active_members", Unit::People, Better::Up, "active_members = distinct accounts with at least one post in the period, ours left out",
        [](const Reading &reading, const Stretch &stretch, Figure &figure) -> Result<void> {
            setCount(figure, reading.people(stretch));
            return {};
        });
    tell("stickiness", Unit::Percent, Better::Up, Sample::Days, "stickiness = 100 x mean over days of people active that day / people active in the 30 days that end with it", stickiness, std::chrono::hours{24 * (kMonth + 1)});
    add("participation_top", Unit::Percent, Better::Neither, "participation_top = 100 acts of the most active 1 % of people / acts, among the active",
        [](const Reading &reading, const Stretch &stretch, Figure &figure) { return participation(reading, stretch, figure, 0, 0.01); });
    add("participation_next", Unit::Percent, Better::Neither, "participation_next = 100 acts of the next 9 % of people / acts, among the active",
        [](const Reading &reading, const Stretch &stretch, Figure &figure) { return participation(reading, stretch, figure, 0.01, 0.1); });
    add("participation_rest", Unit::Percent, Better::Up, "participation_rest = 100 acts of the other 90 % of people / acts, among the active",
        [](const Reading &reading, const Stretch &stretch, Figure &figure) { return participation(reading, stretch, figure, 0.1, 1); });
    add("gini", Unit::Ratio, Better::Down, "gini = Gini coefficient of acts a person, among the active: 0 all alike, towards 1 one does all", gini);
    add("contributor_dependency", Unit::People, Better::Up, "contributor_dependency = fewest people who make at least 51 % of the acts", dependency);
    tell("retention", Unit::Percent, Better::Up, Sample::People, "retention = 100 people active in this period and the one before it / people active in the one before", retention, kAsLong);
    tell("answer_rate", Unit::Percent, Better::Up, Sample::Rows, "answer_rate = 100 questions with an answer / questions older than 24 h, by question", answered);
    tell("peer_answer_rate", Unit::Percent, Better::Up, Sample::Rows, "peer_answer_rate = 100 questions whose first answer is not ours / questions answered", answeredByPeers);
    tell("peer_answer_median", Unit::Seconds, Better::Down, Sample::Ended, "peer_answer_median = median of first answer not ours - question; Kaplan-Meier where more than a tenth is open", peerTime);
    needAll(to, first, {.posts = true, .answers = true});
}

} // namespace vigie::insight
