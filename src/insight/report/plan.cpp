// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/report_plan.hpp>

#include <vigie/base/civil_day.hpp>

namespace vigie::insight {

namespace {

std::int32_t firstOfMonth(std::int32_t day)
{
    auto wall = wallAt(day);
    wall.day = 1;
    return civilDay(wall);
}

bool isDay(const ReportPlan &plan, std::int32_t day)
{
    return plan.every == ReportPlan::Every::Week ? isoWeekday(day) == plan.day : wallAt(day).day == plan.day;
}

Period periodOf(const ReportPlan &plan, std::int32_t day)
{
    if (plan.every == ReportPlan::Every::Week)
        return Period{day - 7, day};
    const auto to = firstOfMonth(day);
    return Period{firstOfMonth(to - 1), to};
}

} // namespace

FigureScope scopeOf(const ReportPlan &plan)
{
    return {plan.brand, plan.words, plan.networks, plan.langs, plan.tags, plan.tones, plan.withoutRelays};
}

void setScope(ReportPlan &plan, const FigureScope &scope)
{
    plan.brand = scope.query;
    plan.words = scope.words;
    plan.networks = scope.networks;
    plan.langs = scope.langs;
    plan.tags = scope.tags;
    plan.tones = scope.tones;
    plan.withoutRelays = scope.withoutRelays;
}

Result<DueReport> nextDue(const ReportPlan &plan, Instant after, const std::string &zone)
{
    constexpr std::int32_t kLongest = 62; // no month is without its day 1 to 28
    VIGIE_TRY(const auto first, localDay(after, zone));
    for (auto day = first; day < first + kLongest; ++day) {
        if (!isDay(plan, day))
            continue;
        VIGIE_TRY(const auto zoned, toInstant(wallAt(day, plan.minute), zone));
        if (zoned.at > after)
            return DueReport{zoned.at, periodOf(plan, day)};
    }
    return fail(Errc::InvalidInput, "there is no such day");
}

} // namespace vigie::insight
