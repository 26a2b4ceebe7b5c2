// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/occurrences.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/recurrence.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/store/post_queues.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr int kFarthestDays = 5 * 366;

bool hasLeft(const PlanItem &plan)
{
    return std::any_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) {
        return one.state == OutboundState::Sending || one.state == OutboundState::Sent || one.state == OutboundState::Accepted || one.state == OutboundState::Unknown;
    });
}

} // namespace

Result<Occurrence> Occurrences::judge(const PostSeries &series, const WallTime &wall, const std::vector<PlanItem> &posts, const std::vector<std::string> &made)
{
    Occurrence out;
    out.day = toIsoDay(civilDay(wall));
    out.wall = wall;
    const auto post = std::find_if(posts.begin(), posts.end(), [&](const PlanItem &one) { return one.seriesDay == out.day; });
    if (post != posts.end()) {
        out.what = hasLeft(*post) ? Occurrence::What::Left : Occurrence::What::Made;
        out.wall = post->wall.value_or(wall);
        out.post = post->id;
    } else if (std::binary_search(series.skipped.begin(), series.skipped.end(), out.day) || std::binary_search(made.begin(), made.end(), out.day)) {
        out.what = Occurrence::What::Skipped;
    }
    return out;
}

Result<std::vector<Occurrence>> Occurrences::next(SeriesId id, std::size_t count)
{
    store::PostSeriesRows rows(tx_);
    VIGIE_TRY(const auto series, rows.get(id));
    std::vector<Occurrence> out;
    if (series.ended)
        return out;
    VIGIE_TRY(auto from, toWall(tx_.now(), series.zone));
    if (civilDay(series.starts) > civilDay(from)) // one that begins in years has its first days then
        from = series.starts;
    VIGIE_TRY(const auto walls, occurrences(series.rule, series.starts, from, plusDays(from, kFarthestDays), count));
    VIGIE_TRY(const auto posts, rows.posts(id));
    VIGIE_TRY(const auto made, rows.madeDays(id));
    for (const auto &wall : walls) {
        VIGIE_TRY(auto one, judge(series, wall, posts, made));
        out.push_back(std::move(one));
    }
    return out;
}

Result<Occurrence> Occurrences::find(const PostSeries &series, const std::string &day)
{
    VIGIE_TRY(const auto number, parseIsoDay(day));
    VIGIE_TRY(const auto walls, occurrences(series.rule, series.starts, wallAt(number), wallAt(number + 1), 1));
    if (series.ended || walls.empty())
        return fail(Errc::InvalidInput, "the series names no such day: " + day);
    store::PostSeriesRows rows(tx_);
    VIGIE_TRY(const auto posts, rows.posts(series.id));
    VIGIE_TRY(const auto made, rows.madeDays(series.id));
    return judge(series, walls.front(), posts, made);
}

Result<store::CalendarStepId> Occurrences::skip(SeriesId id, const std::string &day)
{
    store::PostSeriesRows rows(tx_);
    VIGIE_TRY(const auto series, rows.get(id));
    VIGIE_TRY(const auto one, find(series, day));
    if (one.what == Occurrence::What::Left)
        return fail(Errc::Conflict, "the post of this day was sent, or is being sent");
    CalendarLog log(tx_, "skip");
    if (one.post) {
        VIGIE_TRY(const auto stored, store::Plans(tx_).get(one.post));
        VIGIE_CHECK(Planner(tx_, networks_).remove(one.post));
        VIGIE_CHECK(log.removed(stored));
    }
    VIGIE_CHECK(rows.skip(id, day));
    VIGIE_CHECK(log.skipped(id, day, true));
    return log.id();
}

Result<store::CalendarStepId> Occurrences::bringBack(SeriesId id, const std::string &day)
{
    store::PostSeriesRows rows(tx_);
    VIGIE_TRY(const auto series, rows.get(id));
    VIGIE_TRY(const auto one, find(series, day));
    if (one.what != Occurrence::What::Skipped)
        return fail(Errc::Conflict, "this day was not left out");
    CalendarLog log(tx_, "skip");
    VIGIE_CHECK(rows.unskip(id, day));
    VIGIE_CHECK(log.skipped(id, day, false));
    VIGIE_CHECK(SeriesDesk(tx_, networks_).make(tx_.now() + kSeriesAhead));
    VIGIE_TRY(const auto posts, rows.posts(id));
    for (const auto &post : posts)
        if (post.seriesDay == day)
            VIGIE_CHECK(log.made(post.id));
    return log.id();
}

} // namespace vigie::plan
