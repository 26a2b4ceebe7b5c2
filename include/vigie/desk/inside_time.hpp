// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a service of the house is to answer, and how long an answer took in its hours.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the calendar never opens), and those of the calendar.
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <unordered_map>

namespace vigie::desk {

/// A deadline and the calendar it was counted on; none: every hour counted.
struct AnswerTime {
    Instant due;
    CalendarId calendar;
    int calendarVersion = 0;
};
/// The service's deadline after `asked`: on its calendar when it has one, else by the clock. A calendar that is not there any
/// more counts as none.
Result<AnswerTime> answerDue(store::Tx &tx, const Department &department, Instant asked);
/// Open seconds between the question and its answer, on the calendar that its deadline was counted on.
Result<std::int64_t> answerTook(store::Tx &tx, const Passing &passing, Instant answered);

/// Questions whose service is late, by ticket: how many open hours it is late by, the latest of a ticket's.
Result<std::unordered_map<TicketId, double>> lateInside(store::Tx &tx);

/// Services count on calendars by name: a calendar that is called otherwise takes them along.
Result<void> renameCalendar(store::Tx &tx, const std::string &from, const std::string &to);

} // namespace vigie::desk
