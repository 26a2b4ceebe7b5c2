// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be reached: a tree of objectives, with indicators that say by a formula how far it is, and the actions that were
// meant to move them. An indicator without an objective is a curiosity.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using ObjectiveId = Id<struct ObjectiveTag>;
using IndicatorId = Id<struct IndicatorTag>;
using IndicatorActionId = Id<struct IndicatorActionTag>;

/// Objectives under objectives, at most.
inline constexpr int kMaxObjectiveDepth = 6;

struct Objective {
    ObjectiveId id, parent;              ///< parent: none at the top
    int position = 0;                    ///< among its neighbours
    std::string name, note, owner;
    std::optional<std::int32_t> due;     ///< day since 1970-01-01 in the workspace's zone, the last one of it

    friend bool operator==(const Objective &, const Objective &) = default;
};

/// Which days one value is of. Today is left out of weeks and months: a day that has begun is no day yet.
enum class IndicatorSpan : std::uint8_t {
    Week,     ///< the seven days before today
    Month,    ///< the 28 days before today: four of each weekday
    Since,    ///< from its start on, today included
    UntilDue  ///< the same, and no further than its due day
};
[[nodiscard]] const char *toString(IndicatorSpan span) noexcept; ///< "week", "month", "since", "until_due"
[[nodiscard]] std::optional<IndicatorSpan> indicatorSpanFrom(std::string_view name) noexcept;

enum class IndicatorDirection : std::uint8_t { AtLeast, AtMost };
[[nodiscard]] const char *toString(IndicatorDirection direction) noexcept; ///< "at_least", "at_most"
[[nodiscard]] std::optional<IndicatorDirection> indicatorDirectionFrom(std::string_view name) noexcept;

struct Indicator {
    IndicatorId id;
    ObjectiveId objective;               ///< none: a curiosity
    int position = 0;
    std::string name, owner;
    std::string formula;                 ///< canonical source
    int version = 0;                     ///< of the formula; the store counts
    QueryId query;                       ///< whose mentions, where the formula names none; none: the brand's
    IndicatorSpan span = IndicatorSpan::Month;
    IndicatorDirection direction = IndicatorDirection::AtLeast;
    std::optional<double> target;        ///< in the unit of the formula; none: only watched
    std::optional<double> startValue;    ///< where the path begins; none: the value of the first days
    std::int32_t start = 0;              ///< first day of the path
    std::optional<std::int32_t> due;     ///< last day of the path; none: the objective's

    friend bool operator==(const Indicator &, const Indicator &) = default;
};

struct IndicatorVersion {
    int version = 0;
    std::string formula;
    Instant since;
};

/// A value that was kept when it was worked out, under the formula of that time.
struct IndicatorResult {
    int version = 0;
    std::int32_t fromDay = 0, toDay = 0; ///< [fromDay, toDay)
    std::optional<double> value, low, high;
    std::int64_t n = 0;
    Instant at;
};

/// Something that was done to move an indicator.
struct IndicatorAction {
    enum class Kind : std::uint8_t { Campaign, Event, Answer, Post, Note };
    IndicatorActionId id;
    IndicatorId indicator;
    Kind kind = Kind::Note;
    std::int64_t row = 0;                ///< of the campaign, event, intent of the outbox or post; 0: Note
    std::string name;                    ///< a note's own; of others as they are called now
    std::optional<std::int32_t> day;     ///< a note's own; of others when they are now; none: not decided
    bool gone = false;                   ///< what it leads to was deleted
};
[[nodiscard]] const char *toString(IndicatorAction::Kind kind) noexcept; ///< "campaign", "event", "answer", "post", "note"
[[nodiscard]] std::optional<IndicatorAction::Kind> indicatorActionFrom(std::string_view name) noexcept;

} // namespace vigie
