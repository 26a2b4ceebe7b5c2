// SPDX-License-Identifier: GPL-3.0-or-later
// Posts and events that move by whole days because the day they hang on does.
// Thread: inside a store job. Errors: those of Planner::move.
#pragma once

#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/campaigns.hpp>

namespace vigie::plan {

class DayMover {
public:
    /// `log`: none for a trial, which writes nothing.
    DayMover(store::Tx &tx, const connect::Catalogue &networks, CalendarLog *log, int days) : tx_(tx), networks_(networks), log_(log), days_(days) {}

    Result<void> move(const PlanItem &post);
    /// With the posts around it.
    Result<void> move(const CalendarEvent &event);
    [[nodiscard]] std::vector<DayMove> take() { return std::move(moves_); }

private:
    Result<DayMove::What> judge(const PlanItem &post, const WallTime &to);
    store::Tx &tx_;
    const connect::Catalogue &networks_;
    CalendarLog *log_;
    int days_;
    std::vector<DayMove> moves_;
};

} // namespace vigie::plan
