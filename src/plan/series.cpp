// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/series.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/base/log.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/recurrence.hpp>
#include <vigie/store/plan_json.hpp>
#include <vigie/store/post_queues.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr std::size_t kMostAtOnce = 500;

/// What every occurrence says: nothing of one hour, one series or one sending.
PlanItem pattern(const PlanItem &plan)
{
    PlanItem out = plan;
    out.id = {};
    out.wall.reset();
    out.approved = false;
    out.series = {};
    out.seriesDay.clear();
    out.dayOffset.reset();
    out.embargo.reset();
    for (auto &variant : out.variants) {
        variant.outbound = {};
        variant.state = OutboundState::Draft;
        variant.permalink.clear();
        variant.error.reset();
    }
    return out;
}

bool sameWords(const PlanItem &plan, const PlanItem &words)
{
    return store::planToJson(pattern(plan)) == store::planToJson(pattern(words));
}

bool hasLeft(const PlanItem &plan)
{
    return std::any_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) {
        return one.state == OutboundState::Sending || one.state == OutboundState::Sent || one.state == OutboundState::Accepted || one.state == OutboundState::Unknown;
    });
}

/// `words` at another hour and day, for an occurrence that has these already or has words of its own.
PlanItem moved(PlanItem plan, const PlanItem &words, bool takeWords, int days, int minute)
{
    if (takeWords) {
        auto fresh = pattern(words);
        fresh.wall = plan.wall;
        fresh.zone = words.zone;
        fresh.series = plan.series;
        fresh.seriesDay = plan.seriesDay;
        fresh.embargo = plan.embargo;
        fresh.dayOffset = plan.dayOffset;
        plan = store::withWords(plan, fresh);
    }
    if (plan.wall)
        plan.wall = wallAt(civilDay(*plan.wall) + days, minute);
    return plan;
}

} // namespace

Result<SeriesId> SeriesDesk::begin(PlanId first, const std::string &rule, bool planned)
{
    VIGIE_CHECK(checkRule(rule));
    VIGIE_TRY(auto plan, store::Plans(tx_).get(first));
    if (!plan.wall)
        return fail(Errc::InvalidInput, "give the post a day and an hour first: the repetition counts from it");
    if (plan.series)
        return fail(Errc::Conflict, "the post already repeats");
    CalendarLog log(tx_, "series");
    PostSeries series;
    series.rule = rule;
    series.starts = *plan.wall;
    series.zone = plan.zone;
    series.post = pattern(plan);
    series.planned = planned;
    VIGIE_TRY(series.id, store::PostSeriesRows(tx_).save(series));
    VIGIE_CHECK(log.made(series.id));
    const auto before = plan;
    plan.series = series.id;
    plan.seriesDay = toIsoDay(civilDay(*plan.wall));
    plan.changedAt = tx_.now();
    VIGIE_CHECK(store::Plans(tx_).save(plan)); // not through the planner: its intents, if any, say the same as before
    VIGIE_CHECK(log.changed(before));
    VIGIE_CHECK(makeOf(series, tx_.now() + kSeriesAhead));
    VIGIE_TRY(const auto posts, store::PostSeriesRows(tx_).posts(series.id));
    for (const auto &one : posts)
        if (one.id != first)
            VIGIE_CHECK(log.made(one.id));
    return series.id;
}

Result<int> SeriesDesk::make(Instant until)
{
    VIGIE_TRY(const auto all, store::PostSeriesRows(tx_).all());
    int made = 0;
    for (const auto &series : all) {
        const auto count = makeOf(series, until);
        if (count)
            made += *count;
        else if (count.error().code == Errc::InvalidInput) // one rule that a later version cannot read must not stop the others
            log::error("plan", "series {} makes no posts: {}", series.id.value, count.error().detail);
        else
            return fail(count.error());
    }
    return made;
}

Result<int> SeriesDesk::makeOf(const PostSeries &series, Instant until)
{
    // From now on, not from the last time: a computer that was off for a month makes no burst of old posts.
    VIGIE_TRY(const auto from, toWall(tx_.now(), series.zone));
    VIGIE_TRY(const auto to, toWall(until, series.zone));
    VIGIE_TRY(const auto walls, occurrences(series.rule, series.starts, from, to, kMostAtOnce));
    if (walls.empty())
        return 0;
    VIGIE_TRY(const auto made, store::PostSeriesRows(tx_).madeDays(series.id));
    int count = 0;
    for (const auto &wall : walls) {
        const auto day = toIsoDay(civilDay(wall));
        if (std::binary_search(made.begin(), made.end(), day) || std::binary_search(series.skipped.begin(), series.skipped.end(), day))
            continue;
        VIGIE_CHECK(makeOne(series, wall));
        ++count;
    }
    return count;
}

Result<PlanId> SeriesDesk::makeOne(const PostSeries &series, const WallTime &wall)
{
    auto plan = series.post;
    plan.id = {};
    plan.wall = wall;
    plan.zone = series.zone;
    plan.series = series.id;
    plan.seriesDay = toIsoDay(civilDay(wall));
    Planner planner(tx_, networks_);
    VIGIE_TRY(const auto id, planner.save(plan));
    if (!series.planned)
        return id;
    // What the check before sending refuses waits as a draft; the chain goes on.
    if (const auto approved = planner.approve(id);
        !approved && approved.error().code != Errc::InvalidInput && approved.error().code != Errc::PolicyRefused)
        return fail(approved.error());
    return id;
}

/// A series that is cut: the old one ends, a new one goes on with other words, another hour or another rule. What has left
/// stays in the old one.
struct SeriesDesk::Cut {
    PostSeries old, next;
    PlanItem stored;                 ///< the occurrence that is edited, as it was
    std::vector<PlanItem> follow;    ///< it and the others that go over
    std::int32_t firstDay = 0;       ///< of these, as the old rule names it
    int shift = 0, minute = 0;       ///< days and minute of the day by which they move
    bool newRule = false;
};

Result<SeriesDesk::Cut> SeriesDesk::cutOf(const SeriesEdit &edit, const PlanItem &stored)
{
    if (!stored.wall || !edit.post.wall)
        return fail(Errc::InvalidInput, "a post that repeats needs its day and hour");
    store::PostSeriesRows rows(tx_);
    Cut cut;
    cut.stored = stored;
    VIGIE_TRY(cut.old, rows.get(stored.series));
    VIGIE_TRY(const auto posts, rows.posts(stored.series));
    for (const auto &one : posts)
        if (!hasLeft(one) && (edit.scope == SeriesScope::All || one.seriesDay >= stored.seriesDay))
            cut.follow.push_back(one);
    if (cut.follow.empty())
        return fail(Errc::Conflict, "all of it has left already");
    VIGIE_TRY(cut.firstDay, parseIsoDay(cut.follow.front().seriesDay));
    cut.shift = civilDay(*edit.post.wall) - civilDay(*stored.wall);
    cut.minute = minuteOf(*edit.post.wall);
    cut.newRule = edit.rule && *edit.rule != cut.old.rule;
    cut.next = cut.old;
    cut.next.id = {};
    cut.next.post = pattern(edit.post);
    cut.next.zone = edit.post.zone;
    cut.next.planned = edit.planned.value_or(cut.old.planned);
    cut.next.starts = wallAt(cut.firstDay + cut.shift, cut.minute);
    if (cut.newRule) {
        cut.next.rule = *edit.rule;
    } else {
        VIGIE_TRY(cut.next.rule, shiftedRule(cut.old.rule, cut.shift));
        if (auto repeat = repeatFrom(cut.next.rule); repeat && repeat->count) { // those before count as well
            VIGIE_TRY(const auto before, occurrences(cut.old.rule, cut.old.starts, cut.old.starts, wallAt(cut.firstDay)));
            repeat->count = std::max(1, *repeat->count - static_cast<int>(before.size()));
            cut.next.rule = toRule(*repeat);
        }
    }
    VIGIE_CHECK(checkRule(cut.next.rule));
    return cut;
}

/// Moves one occurrence over; one that another rule does not name any more goes.
Result<void> SeriesDesk::follow(const Cut &cut, const SeriesEdit &edit, const PlanItem &one, CalendarLog &log)
{
    Planner planner(tx_, networks_);
    VIGIE_TRY(const auto day, parseIsoDay(one.seriesDay));
    const bool edited = one.id == cut.stored.id;
    if (cut.newRule && !edited) {
        VIGIE_TRY(const auto named, occurrences(cut.next.rule, cut.next.starts, wallAt(day + cut.shift), wallAt(day + cut.shift + 1)));
        if (named.empty()) {
            VIGIE_CHECK(planner.remove(one.id));
            return log.removed(one);
        }
    }
    auto changed = moved(one, edit.post, edited || sameWords(one, cut.old.post), cut.shift, cut.minute);
    changed.series = cut.next.id;
    changed.seriesDay = toIsoDay(day + cut.shift);
    VIGIE_CHECK(planner.save(changed));
    return log.changed(one);
}

/// Days without a post stay so: those skipped, and those whose post was deleted by hand.
Result<void> SeriesDesk::keepSkips(const Cut &cut)
{
    store::PostSeriesRows rows(tx_);
    VIGIE_TRY(auto days, rows.madeDays(cut.old.id));
    days.insert(days.end(), cut.old.skipped.begin(), cut.old.skipped.end());
    for (const auto &day : days) {
        VIGIE_TRY(const auto number, parseIsoDay(day));
        if (number >= cut.firstDay)
            VIGIE_CHECK(rows.skip(cut.next.id, toIsoDay(number + cut.shift)));
    }
    return {};
}

Result<store::CalendarStepId> SeriesDesk::change(const SeriesEdit &edit)
{
    store::PostSeriesRows rows(tx_);
    CalendarLog log(tx_, "series");
    VIGIE_TRY(const auto stored, store::Plans(tx_).get(edit.post.id));
    if (!stored.series)
        return fail(Errc::InvalidInput, "this post does not repeat");
    if (edit.scope == SeriesScope::This) {
        VIGIE_CHECK(Planner(tx_, networks_).save(store::withWords(stored, edit.post)));
        VIGIE_CHECK(log.changed(stored));
        return log.id();
    }
    VIGIE_TRY(auto cut, cutOf(edit, stored));
    VIGIE_TRY(cut.next.id, rows.save(cut.next));
    VIGIE_CHECK(log.made(cut.next.id));
    VIGIE_CHECK(log.ended(cut.old.id));
    auto before = cut.old;
    VIGIE_TRY(before.rule, endedRule(cut.old.rule, cut.firstDay - 1));
    before.ended = true;
    VIGIE_CHECK(rows.save(before));
    for (const auto &one : cut.follow)
        VIGIE_CHECK(follow(cut, edit, one, log));
    VIGIE_CHECK(keepSkips(cut));
    VIGIE_TRY(const auto kept, rows.madeDays(cut.next.id));
    VIGIE_TRY(const auto fresh, rows.get(cut.next.id));
    VIGIE_CHECK(makeOf(fresh, tx_.now() + kSeriesAhead));
    VIGIE_TRY(const auto now, rows.posts(cut.next.id));
    for (const auto &one : now)
        if (!std::binary_search(kept.begin(), kept.end(), one.seriesDay))
            VIGIE_CHECK(log.made(one.id));
    return log.id();
}

Result<store::CalendarStepId> SeriesDesk::remove(PlanId occurrence, SeriesScope scope)
{
    store::PostSeriesRows rows(tx_);
    Planner planner(tx_, networks_);
    CalendarLog log(tx_, "delete");
    VIGIE_TRY(const auto stored, store::Plans(tx_).get(occurrence));
    if (!stored.series || scope == SeriesScope::This) {
        VIGIE_CHECK(planner.remove(occurrence));
        VIGIE_CHECK(log.removed(stored));
        return log.id();
    }
    VIGIE_TRY(auto series, rows.get(stored.series));
    VIGIE_CHECK(log.ended(series.id));
    VIGIE_TRY(const auto posts, rows.posts(series.id));
    for (const auto &one : posts)
        if (!hasLeft(one) && (scope == SeriesScope::All || one.seriesDay >= stored.seriesDay)) {
            VIGIE_CHECK(planner.remove(one.id));
            VIGIE_CHECK(log.removed(one));
        }
    series.ended = true;
    VIGIE_CHECK(rows.save(series));
    return log.id();
}

} // namespace vigie::plan
