// SPDX-License-Identifier: GPL-3.0-or-later
// Files into the calendar: first what would happen, line by line, then, by the person's decision, as one step that can be
// taken back. A table brings posts (always drafts), an iCalendar file brings events, and posts where Vigie wrote it or is asked to.
// Thread: readCalendarFile is pure but for the file; the others inside a store job. Errors: NotFound, Storage, TooLarge,
// InvalidInput (no such zone, not a calendar, no column of dates or texts).
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/calendar_event.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::plan {

struct ImportOptions {
    std::string zone;                ///< of hours that name none
    bool monthFirst = false;         ///< 11/05/2026 is 5 November; asked only where the file itself does not tell
    bool asPosts = false;            ///< entries of an iCalendar file become drafts
    int minute = 540;                ///< of the day, for a post with a day and no hour
};

struct ImportEntry {
    enum class What : std::uint8_t { AddPost, AddEvent, ChangeEvent, Same, Skip } what = What::Skip;
    std::int64_t line = 0;           ///< in the file, 1-based
    /// Skip: "no-text", "no-date", "date", "time", "zone", "account", "columns", "cancelled", "rule", "ends-before", or the
    /// fault of the line. Otherwise empty, or "gap" (the hour does not exist that day), "double", "past".
    std::string reason, detail;
    PlanItem post;                   ///< AddPost; its campaign is named below until it is judged
    CalendarEvent event;             ///< AddEvent, ChangeEvent
    std::vector<std::string> accounts; ///< as the file names them
    std::string campaign;
};
struct CalendarImport {
    std::vector<ImportEntry> entries; ///< in the order of the file
    std::string encoding;            ///< of a table
    std::string zone;                ///< in which hours without one were read
    bool monthFirst = false, ambiguousDates = false; ///< ambiguous: every date could be read either way
    std::vector<std::string> unknown; ///< headings that were not understood
    [[nodiscard]] int count(ImportEntry::What what) const;
};

/// Looks at the content: BEGIN:VCALENDAR, else a table.
Result<CalendarImport> readCalendarFile(const std::string &path, const ImportOptions &options);
/// iCalendar (RFC 5545) by libical. Rules of repetition are written out for 400 days from their first day, or from `now`.
Result<CalendarImport> readIcs(const std::string &text, const ImportOptions &options, Instant now);
/// Names of accounts and campaigns become ids; what is there already is Same or ChangeEvent. Writes nothing.
Result<CalendarImport> judgeImport(store::Tx &tx, CalendarImport import);
/// Judged again against the calendar of now and carried out. The step is none when nothing was to be done.
struct ImportDone {
    CalendarImport import;
    store::CalendarStepId step;
};
Result<ImportDone> applyImport(store::Tx &tx, const connect::Catalogue &networks, CalendarImport import);

/// Posts with an hour and events as iCalendar, instants in UTC, so that any program shows them at their hour.
[[nodiscard]] std::string toIcs(const std::vector<PlanItem> &posts, const std::vector<CalendarEvent> &events, Instant now);

} // namespace vigie::plan
