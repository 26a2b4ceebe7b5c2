// SPDX-License-Identifier: GPL-3.0-or-later
// What is promised to those who write (service levels), and how it went.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/business_calendar.hpp>
#include <vigie/model/ticket.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using SlaPolicyId = Id<struct SlaPolicyTag>;

enum class SlaTarget : std::uint8_t {
    First,      ///< from the first message to the first answer
    Next,       ///< from the first message that is unanswered again to the next answer
    Resolution  ///< from the first message until the case is done
};
inline constexpr std::array kSlaTargets{SlaTarget::First, SlaTarget::Next, SlaTarget::Resolution};
[[nodiscard]] const char *toString(SlaTarget target) noexcept; ///< "first", "next", "resolution"
[[nodiscard]] std::optional<SlaTarget> slaTargetFrom(std::string_view name) noexcept;

/// Whom a policy is for. An empty list: any.
struct SlaScope {
    std::vector<AccountId> accounts;
    std::vector<std::string> networks;   ///< connectors
    std::vector<std::string> languages;  ///< of the newest message
    std::vector<std::string> tags;       ///< one of them; "press" holds "press/tv" as well
    std::vector<std::string> kinds;      ///< "direct", "review", "complaint", "question", "public"; one of them
    std::optional<double> points;        ///< at least so many in the queue, waiting and deadline left out

    friend bool operator==(const SlaScope &, const SlaScope &) = default;
};

struct SlaPolicy {
    SlaPolicyId id;
    int version = 0;
    std::string name;
    CalendarId calendar;
    SlaScope scope;
    std::optional<std::int64_t> first, next, resolution; ///< open seconds; none: nothing is promised
    std::int64_t remindBefore = 0;       ///< open seconds before it is due; 0: when it is late
    bool remindAnytime = false;          ///< also when the calendar is closed

    [[nodiscard]] std::optional<std::int64_t> promised(SlaTarget target) const;
    friend bool operator==(const SlaPolicy &, const SlaPolicy &) = default;
};

enum class SlaState : std::uint8_t {
    Running,
    Stopped,     ///< snoozed, or the member has the word
    Hit,
    Miss,        ///< also when it was answered later on
    Nothing,     ///< it ended, and nothing was promised
    Unanswered,  ///< closed without an answer: neither hit nor miss
    Cancelled    ///< ignored
};
[[nodiscard]] const char *toString(SlaState state) noexcept; ///< "running", "stopped", "hit", ...

/// One clock of a ticket.
struct SlaEvent {
    TicketId ticket;
    SlaTarget target = SlaTarget::First;
    int sequence = 0;                    ///< of Next: the how many-th; of Resolution: how often it was opened again
    SlaPolicyId policy;                  ///< none: nothing is promised
    int policyVersion = 0;
    CalendarId calendar;
    int calendarVersion = 0;
    Instant startedAt;
    std::optional<Instant> endedAt;
    std::optional<Instant> dueAt;        ///< none: nothing is promised, it stands still, or it never opens
    std::optional<Instant> runningSince; ///< Running
    SlaState state = SlaState::Running;
    std::int64_t promised = 0;           ///< open seconds
    std::int64_t used = 0;               ///< open seconds; of a running one up to `runningSince`
    std::int64_t wall = 0;               ///< seconds by the clock, once it has ended
    bool skewed = false;                 ///< the answer was dated before its question: counted as at once

    friend bool operator==(const SlaEvent &, const SlaEvent &) = default;
};

/// The clock that a ticket shows: of those that have a promise, the one that is due first.
struct SlaClock {
    TicketId ticket;
    SlaTarget target = SlaTarget::First;
    SlaPolicyId policy;
    CalendarId calendar;
    int calendarVersion = 0;
    std::optional<Instant> dueAt;        ///< none: it stands still
    std::int64_t secondsLeft = 0;        ///< open seconds: of one that stands still; else when it was worked out
};

/// What happened to a ticket, as far as clocks are concerned.
struct SlaMoment {
    Instant at;
    enum class Kind : std::uint8_t { Inbound, Answer, State } kind = Kind::Inbound;
    TicketStatus status = TicketStatus::New;    ///< State
    std::optional<Instant> snoozedUntil;        ///< State
    bool skewed = false;                        ///< Answer: moved to the time of its question
};

} // namespace vigie
