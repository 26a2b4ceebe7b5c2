// SPDX-License-Identifier: GPL-3.0-or-later
// Reckoning with opening hours: how long was open between two instants, and when so much open time will have passed.
// Computed on absolute instants: an instant is open when the wall of the place shows an open time, so an hour that a clock
// change leaves out counts nothing and one that it repeats counts twice. docs/service-levels.md has the formulas.
// Thread: values; a BusinessTime remembers days it has worked out, so one thread at a time.
// Errors: InvalidInput (a zone that does not exist, hours that make no sense, a region that is not known).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/business_calendar.hpp>

#include <optional>
#include <vector>

namespace vigie::desk {

struct OpenStretch {
    Instant from, to; ///< half-open

    friend auto operator<=>(const OpenStretch &, const OpenStretch &) = default;
};

struct OpenDuration {
    std::int64_t seconds = 0;
    bool backwards = false;   ///< `to` was before `from`: 0, and said so

    friend bool operator==(const OpenDuration &, const OpenDuration &) = default;
};

/// What is wrong with a calendar; none: it can be used.
[[nodiscard]] std::optional<Error> calendarFault(const BusinessCalendar &calendar);

/// A calendar made ready to be asked many times: its days are worked out once, as far as they are asked for.
class BusinessTime {
public:
    static Result<BusinessTime> of(BusinessCalendar calendar);

    [[nodiscard]] const BusinessCalendar &calendar() const { return calendar_; }
    [[nodiscard]] OpenDuration between(Instant from, Instant to);
    /// The first instant at which `seconds` of open time have passed since `from`: a closing time rather than the opening
    /// after it. None when there is not as much in the next ten years.
    [[nodiscard]] std::optional<Instant> after(Instant from, std::int64_t seconds);
    /// `at` itself when it is open then. None when nothing opens within ten years.
    [[nodiscard]] std::optional<Instant> nextOpening(Instant at);
    [[nodiscard]] bool isOpen(Instant at);
    /// The open parts of [from, to), in order.
    [[nodiscard]] std::vector<OpenStretch> stretches(Instant from, Instant to);

private:
    explicit BusinessTime(BusinessCalendar calendar) : calendar_(std::move(calendar)) {}
    void reach(Instant from, Instant to);
    void workOut(Instant from, Instant to, std::vector<OpenStretch> &into) const;
    void sumUp();
    [[nodiscard]] Micros openBefore(Instant at) const;

    BusinessCalendar calendar_;
    Instant begin_, end_;               ///< what is worked out
    std::vector<OpenStretch> open_;     ///< in order, apart from one another
    std::vector<Micros> sums_;          ///< open time before each of them, since begin_
};

/// The same for a single question.
Result<OpenDuration> openBetween(const BusinessCalendar &calendar, Instant from, Instant to);
Result<std::optional<Instant>> afterOpen(const BusinessCalendar &calendar, Instant from, std::int64_t seconds);
Result<std::optional<Instant>> nextOpening(const BusinessCalendar &calendar, Instant at);

/// Hours of one local day (days since 1970-01-01), with holidays and changes; and why they are not its weekday's.
struct DayPlan {
    DayHours hours;
    std::string reason; ///< name of a holiday (its key) or of a change; empty: an ordinary day
    bool holiday = false, changed = false;
};
[[nodiscard]] DayPlan dayPlan(const BusinessCalendar &calendar, std::int32_t day);

/// Monday to Friday, nine to six, in that zone.
[[nodiscard]] BusinessCalendar usualCalendar(std::string zone, std::string holidays = {});

} // namespace vigie::desk
