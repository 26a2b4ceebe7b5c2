// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

namespace vigie::insight {

const char *toString(Unit unit) noexcept
{
    switch (unit) {
    case Unit::Count: return "count";
    case Unit::People: return "people";
    case Unit::Percent: return "percent";
    case Unit::Points: return "points";
    case Unit::Seconds: return "seconds";
    case Unit::Stars: return "stars";
    case Unit::Score: return "score";
    case Unit::PerPost: return "per_post";
    case Unit::PerDay: return "per_day";
    case Unit::Ratio: return "ratio";
    case Unit::Currency: return "currency";
    case Unit::Views: return "views";
    case Unit::PerHour: return "per_hour";
    }
    return "count";
}

const char *toString(Note::Kind kind) noexcept
{
    switch (kind) {
    case Note::Kind::NotGiven: return "not_given";
    case Note::Kind::Stale: return "stale";
    case Note::Kind::Censored: return "censored";
    case Note::Kind::SmallSample: return "small_sample";
    case Note::Kind::Overdispersed: return "overdispersed";
    case Note::Kind::PanelChanged: return "panel_changed";
    case Note::Kind::Partial: return "partial";
    case Note::Kind::Estimated: return "estimated";
    case Note::Kind::Excluded: return "excluded";
    case Note::Kind::SetApart: return "set_apart";
    case Note::Kind::Incomparable: return "incomparable";
    }
    return "";
}

std::optional<std::int64_t> rowsBehind(const Figure &figure)
{
    const auto *known = metric(figure.key);
    if (known == nullptr || (known->sample != Metric::Sample::Rows && known->sample != Metric::Sample::Ended))
        return std::nullopt;
    auto rows = figure.n;
    if (known->sample == Metric::Sample::Ended)
        for (const auto &note : figure.notes)
            if (note.kind == Note::Kind::Censored)
                rows += note.count;
    return rows;
}

Period previous(const Period &period)
{
    auto shift = period.length();
    if (shift <= 28 && shift > 0) // whole weeks, so that Mondays are compared with Mondays
        shift = (shift + 6) / 7 * 7;
    return Period{period.fromDay - shift, period.toDay - shift};
}

Period lastYear(const Period &period)
{
    constexpr std::int32_t kYear = 52 * 7;
    return Period{period.fromDay - kYear, period.toDay - kYear};
}

} // namespace vigie::insight
