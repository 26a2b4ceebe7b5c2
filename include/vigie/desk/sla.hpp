// SPDX-License-Identifier: GPL-3.0-or-later
// Service levels at the desk: which clock a ticket shows and why, what a change of hours or promises would do, and the
// keeping of clocks behind the writer. What has ended keeps the policy and the calendar it was judged by.
// Thread: inside a store job. Errors: InvalidInput, NotFound, Cancelled, Storage...
#pragma once

#include <vigie/desk/sla_clock.hpp>
#include <vigie/store/sla.hpp>

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

namespace vigie::desk {

/// All calendars and policies, in order. What is not stored yet has an id below zero.
struct SlaSetup {
    std::vector<BusinessCalendar> calendars;
    std::vector<SlaPolicy> policies;

    friend bool operator==(const SlaSetup &, const SlaSetup &) = default;
};
/// What is wrong with it; none: it can be kept.
[[nodiscard]] std::optional<Error> setupFault(const SlaSetup &setup);

/// An open clock before and after a change.
struct SlaShift {
    TicketId ticket;
    SlaTarget target = SlaTarget::First;
    std::optional<Instant> before, after;         ///< due
    bool promisedBefore = false, promisedAfter = false, lateBefore = false, lateAfter = false;
};
struct SlaPreview {
    int open = 0;                                 ///< clocks that run or stand still
    int becomeLate = 0, saved = 0;                ///< late only after, late only before
    int gain = 0, lose = 0;                       ///< due later, due sooner; not counted above
    int begin = 0, end = 0;                       ///< promised only after, only before
    std::vector<SlaShift> shifts;                 ///< what changes, the worst first; at most kMostShifts
    static constexpr std::size_t kMostShifts = 500;
};

/// Why a clock stands where it stands.
struct SlaExplained {
    SlaEvent event;
    std::string policy;                           ///< name; empty: nothing is promised
    BusinessCalendar calendar;                    ///< in the version that is counted by
    std::vector<OpenStretch> counted;             ///< open time that was counted, until now
    std::vector<DayPlan> daysOff;                 ///< days of the wait that were not as their weekday
    std::vector<std::int32_t> daysOffAt;          ///< their dates
    std::int64_t secondsLeft = 0;
};

/// Calendars in the versions that are asked for, each worked out once.
class CalendarShelf {
public:
    explicit CalendarShelf(store::Tx &tx) : tx_(tx) {}
    Result<std::shared_ptr<BusinessTime>> get(CalendarId id, int version);
    /// One that is not stored, or not stored like this.
    Result<void> put(const BusinessCalendar &calendar);

private:
    store::Tx &tx_;
    std::map<std::pair<CalendarId, int>, std::shared_ptr<BusinessTime>> known_;
};

using SlaProgress = std::function<bool(int done, int all)>; ///< false: stop

class SlaDesk {
public:
    explicit SlaDesk(store::Tx &tx) : tx_(tx), shelf_(tx) {}

    Result<SlaSetup> setup();
    /// Keeps all of it as one undoable action; what is not in it any more is removed. Open tickets are worked out anew.
    Result<ChangeSetId> apply(const SlaSetup &setup);
    Result<SlaPreview> preview(const SlaSetup &after, const SlaProgress &progress = {});

    /// Works out tickets that changed; how many. 0: all are up to date.
    Result<int> catchUp(int limit);
    /// Clocks as they are now, also of tickets that changed a moment ago.
    Result<std::unordered_map<TicketId, SlaClock>> clocks();
    Result<std::unordered_map<TicketId, SlaClock>> clocks(std::span<const TicketId> ids);
    Result<std::vector<SlaExplained>> explain(TicketId ticket);
    [[nodiscard]] CalendarShelf &shelf() { return shelf_; }

private:
    using Events = std::vector<SlaEvent>;
    struct Case;
    Result<std::vector<Case>> cases(std::span<const TicketId> ids);
    Result<SlaEvent> eventOf(const SlaSpell &spell, const Case &one, const SlaSetup &setup, const std::map<TicketId, std::vector<SlaEvent>> &kept, bool anew);
    Result<Events> eventsOf(const Case &one, const SlaSetup &setup, const std::map<TicketId, std::vector<SlaEvent>> &kept, bool anew);
    Result<SlaEvent> judgedBy(const SlaSpell &spell, TicketId ticket, const SlaPolicy &policy, int calendarVersion);
    Result<void> workOut(std::span<const store::SlaMark> marks, const SlaSetup &setup, const std::function<Result<void>(TicketId, Events)> &take);

    store::Tx &tx_;
    CalendarShelf shelf_;
};

} // namespace vigie::desk
