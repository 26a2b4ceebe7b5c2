// SPDX-License-Identifier: GPL-3.0-or-later
// Changes: by equal elapsed time, per time that was seen, and never a percentage of nothing.
#include "insight/measuring.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr int kDispersionDays = 56, kWeek = 7, kThursday = 3;

/// Counts of posts or people: compared as rates of chance events.
bool isCount(const Metric &metric, const Figure &figure)
{
    return figure.interval && (metric.unit == Unit::Count || metric.unit == Unit::People || metric.unit == Unit::PerDay);
}

/// How much more than by chance the daily counts of the eight weeks before vary; days before the first one with anything are not of it.
Result<double> phiOf(const MetricDef &def, const Reading &reading, std::int32_t firstDay)
{
    if (!def.ofTally)
        return 1.0;
    std::vector<std::int64_t> days;
    int weekday = 0;
    for (auto day = firstDay - kDispersionDays; day < firstDay; ++day) {
        VIGIE_TRY(const auto from, dayStart(day, reading.zone()));
        VIGIE_TRY(const auto to, dayStart(day + 1, reading.zone()));
        const auto count = static_cast<std::int64_t>(measure(def, reading.tally({from, to}, sumsFor(def.behind))).value.value_or(0));
        if (days.empty() && count == 0)
            continue;
        if (days.empty())
            weekday = (day + kThursday) % kWeek;
        days.push_back(count);
    }
    return dispersion(days, weekday);
}

struct Seen {
    double now = 1, before = 1;
};

Result<Seen> seenOf(store::Tx &tx, const MetricDef &def, const FigureScope &scope, const Stretches &stretches)
{
    Seen out;
    if (!ofMentions(def))
        return out;
    VIGIE_TRY(out.now, seenShare(tx, scope.networks, stretches.now));
    VIGIE_TRY(out.before, seenShare(tx, scope.networks, stretches.before));
    return out;
}

double seconds(const Stretch &stretch)
{
    return std::chrono::duration<double>(stretch.to - stretch.from).count();
}

void setDistinguishable(Change &change)
{
    change.distinguishable = change.interval && (change.interval->low > 0 || change.interval->high < 0);
}

void compareCountsOf(Change &change, const Stretches &stretches, const Seen &seen, bool perDay)
{
    const double now = *change.now.value, before = *change.before.value;
    // What was not seen cannot be counted: rates, where a share is known. Of time nobody looked at, posts may still be here (imports).
    const auto exposure = [](double length, double share) { return share > 0 ? length * share : length; };
    const double nowTime = exposure(seconds(stretches.now), seen.now), beforeTime = exposure(seconds(stretches.before), seen.before);
    const double nowCount = static_cast<double>(change.now.n), beforeCount = static_cast<double>(change.before.n);
    const double like = perDay ? 1 : nowTime / std::max(1.0, beforeTime); // what the count before would be in as much time
    change.absolute = now - before * like;
    change.isNew = before == 0 && now > 0;
    if (before > 0)
        change.relative = now / (before * like) - 1;
    const auto ratio = compareRates({beforeCount, beforeTime}, {nowCount, nowTime}, change.dispersion);
    if (!ratio || before <= 0)
        return;
    change.interval = Interval{ratio->low - 1, ratio->high - 1};
    change.intervalIsRelative = true;
    setDistinguishable(change);
}

} // namespace

Result<Change> FigureReader::compare(std::string_view key, const FigureScope &scope, const Period &period, std::optional<Period> against)
{
    VIGIE_TRY(const auto *def, knownMetric(key));
    Change change;
    change.period = period;
    change.against = against.value_or(previous(period));
    VIGIE_TRY(auto stretches, stretchesOf(tx_, period, change.against));
    stretches.now = withNow(tx_, stretches.now);
    const Stretch whole{std::min(stretches.now.from, stretches.before.from), std::max(stretches.now.to, stretches.before.to)};
    const auto lookBack = std::max(lookBackOf(*def, stretches.before), std::chrono::hours{def->ofTally ? 24 * (kDispersionDays + 1) : 0});
    VIGIE_TRY(const auto reading, Reading::over(tx_, columns_, scope, whole, lookBack));
    VIGIE_TRY(change.now, measure(*def, reading, stretches.now));
    VIGIE_TRY(change.before, measure(*def, reading, stretches.before));
    VIGIE_TRY(const auto seen, seenOf(tx_, *def, scope, stretches));
    notePartial(change.now.notes, std::min(seen.now, reading.judged()));
    notePartial(change.before.notes, std::min(seen.before, reading.judged()));
    notePartial(change.notes, std::min({seen.now, seen.before, reading.judged()}));
    if (!change.now.value || !change.before.value)
        return change;
    if (!change.now.currency.empty() && !change.before.currency.empty() && change.now.currency != change.before.currency) {
        change.notes.push_back({Note::Kind::Incomparable, 2, {}});
        return change;
    }
    if (isCount(def->metric, change.now)) {
        VIGIE_TRY(change.dispersion, phiOf(*def, reading, std::min(period.fromDay, change.against.fromDay + change.against.length())));
        if (change.dispersion > 1)
            change.notes.push_back({Note::Kind::Overdispersed, static_cast<std::int64_t>(std::lround(100 * change.dispersion)), {}});
        compareCountsOf(change, stretches, seen, def->metric.unit == Unit::PerDay);
        return change;
    }
    change.absolute = *change.now.value - *change.before.value;
    if (*change.before.value > 0 && def->metric.unit != Unit::Points)
        change.relative = *change.now.value / *change.before.value - 1;
    change.isNew = *change.before.value == 0 && *change.now.value > 0 && (def->metric.unit == Unit::Count || def->metric.unit == Unit::People || def->metric.unit == Unit::Views);
    if (change.now.interval && change.before.interval) {
        change.interval = difference(*change.now.value, *change.now.interval, *change.before.value, *change.before.interval);
        setDistinguishable(change);
    }
    return change;
}

} // namespace vigie::insight
