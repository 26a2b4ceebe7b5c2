// SPDX-License-Identifier: GPL-3.0-or-later
// Posts that repeat. The chain hangs on the rule and its first hour, never on what became of an occurrence or on when Vigie
// ran: an occurrence whose hour has passed is not made, one that was made once is not made again, and a failed one stops nothing.
// Thread: inside a store job. Errors: InvalidInput (not a rule, no hour), NotFound, Conflict (sent or being sent), Storage...
#pragma once

#include <vigie/model/post_series.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace vigie::plan {

class CalendarLog;

enum class SeriesScope : std::uint8_t { This, Following, All };

/// How far ahead posts are made by themselves; who looks farther has them made up to there.
inline constexpr std::chrono::days kSeriesAhead{60};

struct SeriesEdit {
    PlanItem post;                      ///< the occurrence as it is to be: words, hour, accounts
    SeriesScope scope = SeriesScope::This;
    std::optional<std::string> rule;    ///< another rule from here on; not for This
    std::optional<bool> planned;
};

class SeriesDesk {
public:
    SeriesDesk(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// This post becomes the first of a series, and those of the next time are made. `planned`: each is planned as it is made
    /// (where the check before sending lets it); else each is a draft.
    Result<SeriesId> begin(PlanId first, const std::string &rule, bool planned);
    /// Occurrences of all series up to `until`; the number of posts made.
    Result<int> make(Instant until);
    /// An edit of one occurrence, of it and those after it, or of all that have not left. Occurrences that were given words of
    /// their own keep them; what was planned stays planned.
    Result<store::CalendarStepId> change(const SeriesEdit &edit);
    /// Takes away one occurrence, it and those after it, or all that have not left; a series that is cut ends there.
    Result<store::CalendarStepId> remove(PlanId occurrence, SeriesScope scope);

private:
    struct Cut;
    Result<Cut> cutOf(const SeriesEdit &edit, const PlanItem &stored);
    Result<void> follow(const Cut &cut, const SeriesEdit &edit, const PlanItem &one, CalendarLog &log);
    Result<void> keepSkips(const Cut &cut);
    Result<int> makeOf(const PostSeries &series, Instant until);
    Result<PlanId> makeOne(const PostSeries &series, const WallTime &wall);
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

} // namespace vigie::plan
