// SPDX-License-Identifier: GPL-3.0-or-later
// The days that a series names, whether a post was made of them yet or not: one of them is left out and brought back.
// Thread: inside a store job. Errors: NotFound, InvalidInput (the rule names no such day), Conflict (sent or being sent), Storage...
#pragma once

#include <vigie/model/post_series.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <string>
#include <vector>

namespace vigie::plan {

struct Occurrence {
    enum class What : std::uint8_t {
        ToCome,  ///< no post was made of it yet
        Made,    ///< a post that may still change
        Left,    ///< sent, or being sent
        Skipped  ///< left out, or its post was deleted
    } what = What::ToCome;
    std::string day;    ///< YYYY-MM-DD, as the rule names it
    WallTime wall;      ///< of the post where there is one, else of the rule, in the zone of the series
    PlanId post;        ///< Made and Left
};

class Occurrences {
public:
    Occurrences(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// From now on, at most `count`, in order; none of a series that has ended.
    Result<std::vector<Occurrence>> next(SeriesId id, std::size_t count);
    /// This day only: its post, if one was made, goes. Nothing is made of it until it is brought back.
    Result<store::CalendarStepId> skip(SeriesId id, const std::string &day);
    /// A post is made of it again, at once where the series is made that far ahead.
    Result<store::CalendarStepId> bringBack(SeriesId id, const std::string &day);

private:
    Result<Occurrence> find(const PostSeries &series, const std::string &day);
    Result<Occurrence> judge(const PostSeries &series, const WallTime &wall, const std::vector<PlanItem> &posts, const std::vector<std::string> &made);
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

} // namespace vigie::plan
