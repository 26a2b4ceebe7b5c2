// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of ours promises: "we come back to you tomorrow", "reponse d'ici vendredi", "sous 48 h", a date that is given.
// Both languages are read whatever `lang` says (answers are often bilingual); only "en-US" reads 03/04 as the fourth of March. Found are statements about what we will do or
// what the member will get, with a time; never questions, negations, conditions, habits, what is past or quoted, and no greetings.
// Thread: pure. Errors: dueAt: InvalidInput (an unknown zone).
#pragma once

#include <vigie/base/time.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace vigie::text {

/// When something promised is due, on the wall of the house.
struct PromiseDue {
    enum class Sense : std::uint8_t {
        Moment,   ///< `wall` itself: "before 13:00", "within 48 hours"
        OnDay,    ///< some time on that day
        ByDay,    ///< that day at the latest
        BeforeDay ///< that day is too late
    } sense = Sense::OnDay;
    WallTime wall;                ///< midnight of the day where only a day was said
    bool vague = false;           ///< "in the coming days": the day is our reading
    int workdays = 0;             ///< "two working days": so many after today; `wall` counts Monday to Friday, dueAt the days there is work

    friend bool operator==(const PromiseDue &, const PromiseDue &) = default;
};

struct FoundPromise {
    std::uint32_t begin = 0, end = 0;         ///< bytes: the clause that promises
    std::uint32_t whenBegin = 0, whenEnd = 0; ///< bytes: the words of time in it or beside it
    PromiseDue due;
    double confidence = 0;                    ///< 0..1; nothing below 0.5 is given
};

/// In the order of the text; promises of the same time are given once.
[[nodiscard]] std::vector<FoundPromise> findPromises(std::string_view text, std::string_view lang, Instant anchor, std::string_view zone);

/// When work ends on a day; none on a day without work.
using DayEnd = std::function<std::optional<WallTime>(const WallTime &day)>;
/// Monday to Friday, 18:00.
[[nodiscard]] std::optional<WallTime> usualDayEnd(const WallTime &day);
/// The instant after which the promise is broken; never before `anchor`. Working days are counted by `dayEnd`.
Result<Instant> dueAt(const PromiseDue &due, Instant anchor, std::string_view zone, const DayEnd &dayEnd = usualDayEnd);

} // namespace vigie::text
