// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/alert_series.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <map>

namespace vigie::insight {

namespace {

using std::chrono::minutes;

constexpr std::size_t kEvidence = 50;
constexpr int kLeastDays = 5, kLeastOfDay = 10;
constexpr std::chrono::hours kDay{24};

struct Share {
    std::int64_t negative = 0, all = 0;
    void add(const store::AlertStretch &stretch)
    {
        negative += stretch.negative;
        all += stretch.total();
    }
    [[nodiscard]] double value() const { return static_cast<double>(negative) / static_cast<double>(all); }
};

/// What the share of a day usually is; failing enough days, what the whole baseline says of it.
Bounds usualShare(const AlertSeries &series, std::size_t end, const Share &baseline)
{
    std::map<std::int64_t, Share> days;
    for (std::size_t i = 0; i < end; ++i)
        days[(series.stretches[end].at - series.stretches[i].at) / kDay].add(series.stretches[i]);
    std::vector<double> shares;
    for (const auto &[day, share] : days)
        if (share.all >= kLeastOfDay)
            shares.push_back(share.value());
    if (shares.size() >= kLeastDays)
        return {*quantile(shares, 0.1), *quantile(shares, 0.9)};
    return wilson(baseline.negative, baseline.all).value_or(Bounds{0, 1});
}

/// The last stretches of the series that end with `at`, no longer than `length`.
AlertFinding countBeside(const AlertSeries &series, std::size_t at, minutes length)
{
    const auto beside = stretchBeside(std::span(series.steps).first(at + 1), length);
    AlertFinding found;
    found.kind = AlertKind::Volume;
    found.to = series.steps[at].at + store::kAlertStretch;
    found.from = found.to - length;
    found.value = beside.count;
    found.n = static_cast<std::int64_t>(beside.count);
    if (beside.usual) {
        found.low = beside.usual->low;
        found.high = beside.usual->high;
        found.usualHours = beside.usual->hours;
        found.sameWeekday = beside.usual->sameWeekday;
    }
    return found;
}

} // namespace

AlertLimits limitsOf(AlertSensitivity sensitivity)
{
    using std::chrono::hours;
    switch (sensitivity) {
    case AlertSensitivity::Calm: return {2.75, 10, 30, 0.15, 1.5, hours{24 * 7}};
    case AlertSensitivity::Keen: return {1.6, 3, 10, 0, 0.7, hours{0}};
    case AlertSensitivity::Usual: break;
    }
    return {};
}

AlertSeries seriesOf(const std::vector<store::AlertStretch> &counts, Instant from, Instant to, const std::vector<SyncWindow> &gaps, std::string_view zone)
{
    const auto unread = [&gaps](Instant at) {
        return std::any_of(gaps.begin(), gaps.end(), [at](const SyncWindow &gap) { return gap.from < at + store::kAlertStretch && gap.to > at; });
    };
    AlertSeries series;
    std::vector<std::pair<Instant, double>> points;
    auto next = counts.begin();
    for (Instant at = from - from.time_since_epoch() % store::kAlertStretch; at + store::kAlertStretch <= to; at += store::kAlertStretch) {
        while (next != counts.end() && next->at < at)
            ++next;
        if (unread(at))
            continue;
        series.stretches.push_back(next != counts.end() && next->at == at ? *next : store::AlertStretch{at, 0, 0, 0});
        points.emplace_back(at, static_cast<double>(series.stretches.back().total()));
    }
    series.steps = localSteps(points, zone);
    return series;
}

std::vector<std::size_t> ringsOf(const AlertSeries &series, const AlertLimits &limits)
{
    SpikeOptions options;
    options.rarity = limits.rarity;
    SpikeDetector detector(options);
    std::vector<std::size_t> rings;
    for (std::size_t i = 0; i < series.size(); ++i)
        if (detector.add(series.steps[i]).rings)
            rings.push_back(i);
    return rings;
}

std::optional<AlertFinding> volumeAt(const AlertSeries &series, std::size_t at, const AlertLimits &limits)
{
    for (const auto length : {minutes{60}, minutes{30}, minutes{15}, minutes{5}}) {
        auto found = countBeside(series, at, length);
        if (found.high && found.value > *found.high && found.value >= limits.leastMentions)
            return found;
    }
    auto hour = countBeside(series, at, minutes{60});
    return !hour.high && hour.value >= limits.leastMentions ? std::optional(hour) : std::nullopt;
}

std::optional<AlertFinding> toneAt(const AlertSeries &series, Instant from, std::size_t at, const AlertLimits &limits)
{
    Share now, before;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= at; ++i) {
        (series.stretches[i].at >= from ? now : before).add(series.stretches[i]);
        if (series.stretches[i].at < from)
            begin = i + 1;
    }
    if (now.all < limits.leastOfShare || before.all == 0 || begin > at)
        return std::nullopt;
    const auto difference = newcombe(now.negative, now.all, before.negative, before.all);
    const auto usual = usualShare(series, begin, before);
    if (!difference || difference->low <= limits.toneMargin || now.value() <= usual.second)
        return std::nullopt;
    AlertFinding found;
    found.kind = AlertKind::Tone;
    found.from = from;
    found.to = series.steps[at].at + store::kAlertStretch;
    found.value = now.value();
    found.n = now.all;
    found.low = usual.first;
    found.high = usual.second;
    return found;
}

std::optional<AlertFinding> unreadAt(const std::vector<store::AlertWaiting> &waiting, Instant begin, Instant now, const AlertLimits &limits, std::string_view zone)
{
    constexpr std::chrono::hours kHour{1};
    const auto waits = [](const store::AlertWaiting &one, Instant at) { return one.from <= at && (!one.until || *one.until > at); };
    const auto countAt = [&](Instant at) { return std::count_if(waiting.begin(), waiting.end(), [&](const auto &one) { return waits(one, at); }); };
    std::vector<std::pair<Instant, double>> hours;
    for (auto at = now - (now - begin) / kHour * kHour; at <= now; at += kHour)
        hours.emplace_back(at, static_cast<double>(countAt(at)));
    if (hours.empty())
        return std::nullopt;
    const auto beside = hourBeside(localSteps(hours, zone));
    const auto count = static_cast<std::int64_t>(beside.count);
    if (!beside.usual || count < limits.leastMentions || beside.count <= beside.usual->high || poissonExact(count).first <= limits.unreadFactor * beside.usual->high)
        return std::nullopt;
    AlertFinding found;
    found.kind = AlertKind::Unread;
    found.from = found.to = now;
    found.value = beside.count;
    found.low = beside.usual->low;
    found.high = beside.usual->high;
    found.usualHours = beside.usual->hours;
    found.sameWeekday = beside.usual->sameWeekday;
    for (const auto &one : waiting)
        if (waits(one, now) && found.items.size() < kEvidence) {
            found.items.push_back(one.latest);
            found.from = std::min(found.from, one.from);
        }
    std::sort(found.items.rbegin(), found.items.rend());
    return found;
}

} // namespace vigie::insight
