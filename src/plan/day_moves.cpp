// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/day_moves.hpp"

#include "plan/belonging.hpp"

#include <vigie/plan/events.hpp>
#include <vigie/store/calendar_events.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

bool hasLeft(const PlanItem &plan)
{
    return std::any_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) {
        return one.state == OutboundState::Sending || one.state == OutboundState::Sent || one.state == OutboundState::Accepted || one.state == OutboundState::Unknown;
    });
}

} // namespace

Result<DayMove::What> DayMover::judge(const PlanItem &post, const WallTime &to)
{
    if (hasLeft(post))
        return DayMove::What::Left;
    if (post.locked)
        return DayMove::What::Locked;
    if (!post.approved)
        return DayMove::What::Moves;
    VIGIE_TRY(const auto due, toInstant(to, post.zone));
    if (due.at + post.lateBy < tx_.now())
        return DayMove::What::Past;
    VIGIE_TRY(const auto embargo, embargoOf(tx_, post));
    return embargo && due.at < *embargo ? DayMove::What::Embargo : DayMove::What::Moves;
}

Result<void> DayMover::move(const PlanItem &post)
{
    if (!post.wall)
        return {};
    DayMove move;
    move.post = post.id;
    move.title = firstLine(post.text);
    move.from = *post.wall;
    move.to = plusDays(*post.wall, days_);
    VIGIE_TRY(move.what, judge(post, move.to));
    if (log_ != nullptr && move.what == DayMove::What::Moves) {
        VIGIE_CHECK(Planner(tx_, networks_).move(post.id, move.to, post.zone));
        VIGIE_CHECK(log_->changed(post));
    }
    moves_.push_back(std::move(move));
    return {};
}

Result<void> DayMover::move(const CalendarEvent &event)
{
    store::CalendarEvents events(tx_);
    DayMove move;
    move.event = event.id;
    move.title = event.name;
    move.from = event.starts;
    move.to = plusDays(event.starts, days_);
    move.what = event.locked ? DayMove::What::Locked : DayMove::What::Moves;
    moves_.push_back(move);
    if (event.locked)
        return {};
    if (log_ != nullptr) {
        auto moved = event;
        moved.starts = move.to;
        moved.ends = plusDays(event.ends, days_);
        VIGIE_CHECK(resolveEvent(moved));
        VIGIE_CHECK(events.save(moved));
        VIGIE_CHECK(log_->changed(event));
    }
    VIGIE_TRY(const auto posts, events.posts(event.id));
    for (const auto &post : posts)
        VIGIE_CHECK(this->move(post));
    return {};
}

} // namespace vigie::plan
